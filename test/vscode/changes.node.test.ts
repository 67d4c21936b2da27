import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { checkAccess, eventually, inPreview, inWindow, press, screenshot, type } from '../host/driver.ts';
import { codeOf, finding, front, newsroom, openFile, replace, tidy } from './window.ts';

/** What the function that runs in the page sees there. */
declare const document: {
  readonly body: { readonly innerHTML: string; readonly className: string };
  querySelector(selector: string): { readonly textContent: string } | null;
};

const slip = '清泉镇•河口镇签约。';

describe('what changed', () => {
  const git = (...args: readonly string[]): string => {
    const who = ['-c', 'user.name=陆晓晴', '-c', 'user.email=lu@example.com'];
    return execFileSync('git', [...who, ...args], { cwd: newsroom().fsPath, encoding: 'utf8' });
  };
  const lines = (uri: vscode.Uri): readonly number[] =>
    vscode.languages
      .getDiagnostics(uri)
      .filter((one) => codeOf(one) === 'wrong-interpunct')
      .map(({ range }) => range.start.line);

  before(async () => {
    await openFile('乡村/修订.md', `${front}中国报道讯（苏禾报道）第一段，${slip}\n\n第二段说的是渠水。\n`);
    git('init', '-q');
    git('add', '-A');
    git('commit', '-qm', '第一稿');
    await vscode.commands.executeCommand('git.openRepository', newsroom().fsPath);
    const extension = vscode.extensions.getExtension('vscode.git');
    assert.ok(extension);
    const { repositories } = (await extension.activate()).getAPI(1);
    const path = vscode.Uri.joinPath(newsroom(), '乡村', '修订.md').fsPath;
    await eventually('the first commit', async () => {
      const [repository] = repositories;
      return repository !== undefined && (await repository.log({ path, maxEntries: 1 })).length === 1;
    });
  });
  // Git's extension goes on asking a repository that is open, also when the newsroom is laid anew without it.
  after(() => vscode.commands.executeCommand('git.close', newsroom()));
  afterEach(async () => {
    // What the command said holds until the setting is turned.
    await vscode.workspace.getConfiguration('copydesk').update('onlyChanges', false, true);
    await vscode.workspace.getConfiguration('copydesk').update('onlyChanges', undefined, true);
    await tidy();
  });

  it('is shown by words beside the version that is chosen', async () => {
    const editor = await openFile(
      '乡村/修订.md',
      `${front}中国报道讯（苏禾报道）第一段，${slip}\n\n第二段说的是新来的渠水。\n`,
    );
    await finding(editor.document.uri, 'wrong-interpunct');
    void vscode.commands.executeCommand('copydesk.compare');
    await inWindow.waitFor('.quick-input-widget .monaco-list-row >> text=第一稿');
    // What Enter takes is a version that there is.
    const first = () => document.querySelector('.quick-input-widget .monaco-list-row')?.textContent ?? '';
    assert.match(await inWindow.evaluate(first), /第一稿/);
    await screenshot('compare-list');
    await type('第一稿');
    await press('Enter');
    await inPreview.waitFor('ins >> text=新来的');
    await screenshot('compare');
    assert.match(await inPreview.evaluate(() => document.body.innerHTML), /class="said">\[added\]/);
    // In the colours of the editor, whatever those of the system are.
    for (const [theme, name] of [
      ['Default Dark Modern', 'vscode-dark'],
      ['Default High Contrast', 'vscode-high-contrast'],
      ['Default High Contrast Light', 'vscode-high-contrast-light'],
      ['Default Light Modern', 'vscode-light'],
    ] as const) {
      await vscode.workspace.getConfiguration('workbench').update('colorTheme', theme, true);
      await eventually(theme, () =>
        inPreview.evaluate((wanted) => document.body.className.split(' ').includes(wanted), name),
      );
      const { page } = await checkAccess();
      assert.deepEqual(page, [], theme);
    }
  });

  it('is marked on the page itself, as it is typed, until it is hidden', async () => {
    const editor = await openFile(
      '乡村/修订.md',
      `${front}中国报道讯（苏禾报道）第一段，${slip}\n\n第二段说的是新来的渠水。\n`,
    );
    await finding(editor.document.uri, 'wrong-interpunct');
    await vscode.commands.executeCommand('copydesk.openPreview');
    await inPreview.waitFor('p >> text=新来的');
    void vscode.commands.executeCommand('copydesk.markChanges');
    await inWindow.waitFor('.quick-input-widget .monaco-list-row >> text=第一稿');
    await type('第一稿');
    await press('Enter');
    await inPreview.waitFor('ins.copydesk-added >> text=新来的');
    await inPreview.waitFor('.copydesk-changes >> text=1');
    await replace(editor, '中国报道讯（苏禾报道）第一段', '中国报道讯（苏禾报道）头一段');
    await inPreview.waitFor('del.copydesk-removed');
    await screenshot('preview-marks-changes');
    const { page } = await checkAccess();
    assert.deepEqual(page, []);
    await vscode.commands.executeCommand('copydesk.hideChanges');
    await eventually('the page as it is', async () =>
      inPreview.evaluate(() => !document.body.innerHTML.includes('copydesk-added')),
    );
    assert.match(await inPreview.evaluate(() => document.body.innerHTML), /新来的/);
  });

  it('is all that findings are shown of, while the window says so', async () => {
    const editor = await openFile(
      '乡村/修订.md',
      `${front}中国报道讯（苏禾报道）第一段，${slip}\n\n第二段说的是渠水。\n`,
    );
    const { uri } = editor.document;
    await finding(uri, 'wrong-interpunct');
    await vscode.commands.executeCommand('copydesk.onlyChanges');
    await eventually('no finding of what was committed', () => lines(uri).length === 0);
    await inWindow.waitFor('.statusbar-item >> text=Only changes');
    await replace(editor, '第二段说的是渠水。', `第二段，${slip}`);
    await eventually('the finding of what was typed', () => lines(uri).length === 1);
    await screenshot('only-changes');
    await vscode.commands.executeCommand('copydesk.onlyChanges');
    await eventually('both', () => lines(uri).length === 2);
    // The window remembers it, and no file of the newsroom does.
    assert.equal(vscode.workspace.getConfiguration('copydesk').inspect('onlyChanges')?.workspaceValue, undefined);
    assert.doesNotMatch(git('status', '--porcelain'), /settings/);
  });

  it('is told by the setting too, which goes before what the command said', async () => {
    const editor = await openFile('乡村/修订.md', `${front}中国报道讯（苏禾报道）第一段，${slip}\n\n第二段，${slip}\n`);
    const { uri } = editor.document;
    await eventually('both', () => lines(uri).length === 2);
    const set = (value: boolean | undefined) =>
      vscode.workspace.getConfiguration('copydesk').update('onlyChanges', value, true);
    await set(true);
    await eventually('what was typed', () => lines(uri).length === 1);
    await vscode.commands.executeCommand('copydesk.onlyChanges');
    await eventually('both, by the command', () => lines(uri).length === 2);
    await set(undefined);
    await set(true);
    await eventually('what was typed, by the setting', () => lines(uri).length === 1);
  });

  it('and all of the newsroom are what tasks check, each with an exit code of its own', async () => {
    const editor = await openFile('乡村/修订.md', `${front}中国报道讯（苏禾报道）第一段，${slip}\n\n第二段，${slip}\n`);
    await finding(editor.document.uri, 'wrong-interpunct');
    const tasks = await vscode.tasks.fetchTasks({ type: 'copydesk' });
    assert.deepEqual(
      tasks.map(({ name, source }) => `${source}: ${name}`),
      ['copydesk: check the newsroom', 'copydesk: check what I changed'],
    );
    const codes = new Map<string, number | undefined>();
    const ended = vscode.tasks.onDidEndTaskProcess(({ execution, exitCode }) =>
      codes.set(execution.task.name, exitCode),
    );
    try {
      for (const task of [...tasks].reverse()) {
        await vscode.tasks.executeTask(task);
        await eventually(`the end of ${task.name}`, () => codes.has(task.name));
        await inWindow.waitFor('.xterm-accessibility-tree, .terminal-wrapper.active');
        await screenshot(`task-${task.definition.check}`);
      }
    } finally {
      ended.dispose();
    }
    assert.deepEqual([...codes.values()], [1, 1]);
  });
});
