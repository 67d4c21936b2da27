import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, inPreview, inWindow, screenshot } from '../host/driver.ts';
import { actionsAt, finding, front, newsroom, noFinding, openFile, rangeOf, replace, shown, tidy } from './window.ts';

/** What the function that runs in the window sees there. */
declare const document: { querySelector(selector: string): { readonly textContent: string } | null };

describe('findings in the editor', () => {
  afterEach(tidy);

  it('shows findings of unsaved text, and takes them away when the text is mended', async () => {
    const { document } = await openFile('乡村/发现.md', `${front}中国报道讯（苏禾）清泉镇·河口镇签约。\n`);
    await eventually('a first check', () => vscode.languages.getDiagnostics(document.uri));
    const editor = await vscode.window.showTextDocument(document);
    await replace(editor, '·', '•');
    const found = await finding(document.uri, 'wrong-interpunct');
    assert.ok(document.isDirty);
    assert.ok(found.range.isEqual(rangeOf(document, '•')));
    assert.equal(found.source, 'Copydesk');
    await screenshot('finding');
    await replace(editor, '•', '·');
    await noFinding(document.uri, 'wrong-interpunct');
  });

  it('tells the error rate of an article in the status bar, where a screen reader hears it', async () => {
    const paragraphs = Array.from({ length: 60 }, (_, nth) => `清泉镇第${nth + 1}条水渠昨天通了水，门前有人洗菜。\n`);
    const text = `${front}中国报道讯（苏禾报道）${paragraphs.join('\n')}`;
    const rate = '.statusbar-item [aria-label*="error rate"], .statusbar-item[aria-label*="error rate"]';
    const editor = await openFile('乡村/差错率.md', `${text}\n清泉镇•河口镇签约。\n`);
    await finding(editor.document.uri, 'wrong-interpunct');
    await inWindow.waitFor(rate);
    await replace(editor, '•', '·');
    await noFinding(editor.document.uri, 'wrong-interpunct');
    await eventually(
      'no rate without mistakes',
      async () => (await inWindow.evaluate((selector) => document.querySelector(selector), rate)) === null,
    );
  });

  it('mends one finding with a quick fix', async () => {
    const { document } = await openFile('乡村/修正.md', `${front}中国报道讯（苏禾）清泉镇•河口镇签约。\n`);
    const found = await finding(document.uri, 'wrong-interpunct');
    const actions = await actionsAt(document.uri, found.range);
    const fix = actions.find(({ isPreferred }) => isPreferred);
    assert.ok(fix?.edit, `there is a preferred fix among ${actions.map(({ title }) => title).join(', ')}`);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    assert.match(document.getText(), /清泉镇·河口镇/);
    await noFinding(document.uri, 'wrong-interpunct');
  });

  it('mends a byline with one action that says how it will read', async () => {
    const text = `${front}中国报道讯(苏禾,通讯员 何竹)清泉镇签约。\n`;
    const editor = await openFile('乡村/署名形式.md', text);
    await finding(editor.document.uri, 'malformed-byline');
    const at = rangeOf(editor.document, '何竹').start;
    editor.selection = new vscode.Selection(at, at);
    // It is the first row, and the one that is chosen.
    const focused = () =>
      inWindow.evaluate(() =>
        document
          .querySelector('.action-widget .monaco-list-row.focused')
          ?.textContent.replaceAll('\u00a0', ' ')
          .includes('Change to “中国报道讯（苏禾 通讯员何竹）”'),
      );
    const isMended = () => editor.document.getText().includes('讯（苏禾 通讯员何竹）清泉镇');
    await eventually('the mended byline', async () => {
      // VS Code drops a list when its own look at the new place of the cursor comes between.
      if (!isMended()) await vscode.commands.executeCommand('editor.action.quickFix');
      return eventually(
        'the first row, taken',
        async () => {
          if (isMended()) return true;
          if (await focused()) await vscode.commands.executeCommand('acceptSelectedCodeAction');
          return false;
        },
        3000,
      ).catch(() => false);
    });
    await noFinding(editor.document.uri, 'malformed-byline');
  });

  it('fixes everything safe in one step, which one undo takes back', async () => {
    const text = `${front}中国报道讯（苏禾）清泉镇•河口镇签约……两地“山•水”相连。。\n\n第二段•还有。\n`;
    const { document } = await openFile('乡村/全部.md', text);
    await finding(document.uri, 'wrong-interpunct');
    await vscode.commands.executeCommand('copydesk.fixAll');
    await eventually('the fixed text', () => !document.getText().includes('•'));
    await noFinding(document.uri, 'wrong-interpunct');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
    await finding(document.uri, 'wrong-interpunct');
  });

  it('fixes on save where the settings ask for it', async () => {
    const settings = vscode.workspace.getConfiguration('editor');
    await settings.update(
      'codeActionsOnSave',
      { 'source.fixAll.copydesk': 'explicit' },
      vscode.ConfigurationTarget.Workspace,
    );
    try {
      const editor = await openFile('乡村/保存.md', `${front}中国报道讯（苏禾）清泉镇·河口镇签约。\n`);
      await replace(editor, '·', '•');
      await finding(editor.document.uri, 'wrong-interpunct');
      await vscode.commands.executeCommand('workbench.action.files.save');
      await eventually(
        'the saved text',
        () => !editor.document.isDirty && editor.document.getText().includes('清泉镇·河口镇'),
      );
    } finally {
      await settings.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('does not fix when VS Code saves by itself; one undo takes back a fix that was asked for', async () => {
    const editorSettings = vscode.workspace.getConfiguration('editor');
    const files = vscode.workspace.getConfiguration('files');
    const { Workspace } = vscode.ConfigurationTarget;
    await editorSettings.update('codeActionsOnSave', { 'source.fixAll.copydesk': 'explicit' }, Workspace);
    await files.update('autoSaveDelay', 100, Workspace);
    await files.update('autoSave', 'afterDelay', Workspace);
    try {
      const editor = await openFile('乡村/自动.md', `${front}中国报道讯（苏禾）清泉镇·河口镇签约。\n`);
      await replace(editor, '·', '•');
      await finding(editor.document.uri, 'wrong-interpunct');
      await eventually('a file that was saved by itself', () => !editor.document.isDirty);
      assert.match(editor.document.getText(), /清泉镇•河口镇/);
      await files.update('autoSave', 'off', Workspace);
      await replace(editor, '签约', '签了约');
      await vscode.commands.executeCommand('workbench.action.files.save');
      await eventually('the fixed text', () => editor.document.getText().includes('清泉镇·河口镇签了约'));
      await vscode.commands.executeCommand('undo');
      assert.match(editor.document.getText(), /清泉镇•河口镇签了约/);
    } finally {
      await editorSettings.update('codeActionsOnSave', undefined, Workspace);
      await files.update('autoSave', undefined, Workspace);
      await files.update('autoSaveDelay', undefined, Workspace);
    }
  });

  it('allows a finding with a reason, asked for by a tab stop', async () => {
    const { document } = await openFile('乡村/允许.md', `${front}中国报道讯（苏禾）清泉镇•河口镇签约。\n`);
    const found = await finding(document.uri, 'wrong-interpunct');
    const actions = await actionsAt(document.uri, found.range);
    const allow = actions.find(({ title }) => /Allow/.test(title));
    assert.ok(allow?.edit);
    assert.ok(await vscode.workspace.applyEdit(allow.edit));
    assert.match(document.getText(), /\n<!-- allow wrong-interpunct: reason -->\n中国报道讯/);
    await noFinding(document.uri, 'wrong-interpunct');
    assert.ok(!shown(document.uri).includes('unused-allowance'));
  });

  it('tells on hover which rule a finding rests on', async () => {
    const { document } = await openFile('乡村/说明.md', `${front}中国报道讯（苏禾）清泉镇•河口镇签约。\n`);
    const found = await finding(document.uri, 'wrong-interpunct');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      found.range.start,
    );
    const text = hovers
      .flatMap(({ contents }) => contents)
      .map((part) => (typeof part === 'string' ? part : part.value))
      .join('\n');
    assert.match(text, /wrong-interpunct/);
    assert.match(text, /GB\/T 15834/);
    assert.match(text, /command:copydesk\.explain/);
  });

  it('shows the page of a check', async () => {
    await vscode.commands.executeCommand('copydesk.explain', 'wrong-interpunct');
    if (!(await vscode.commands.getCommands()).includes('markdown.showPreviewToSide')) {
      const { document } = await eventually('the page as text', () => vscode.window.activeTextEditor);
      assert.match(document.getText(), /^# Interpunct · wrong-interpunct$/m);
      return;
    }
    await inPreview.waitFor('h1 >> text=wrong-interpunct');
    await screenshot('explain');
  });

  it('keeps the house in force while its file is faulty, and says where the fault is', async () => {
    const article = await openFile('乡村/规范.md', `${front}中国报道讯（苏禾）清泉镇•河口镇签约。\n`);
    await finding(article.document.uri, 'wrong-interpunct');
    const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(newsroom(), 'copydesk.yml'));
    const before = document.getText();
    const house = await vscode.window.showTextDocument(document);
    const whole = () => document.validateRange(new vscode.Range(0, 0, document.lineCount, 0));
    await house.edit((edit) => edit.replace(whole(), 'extends: china-report\nchecks:\n  wrong-interpunct: off\n'));
    try {
      await noFinding(article.document.uri, 'wrong-interpunct');
      await replace(house, 'extends', 'extnds');
      const fault = await finding(document.uri, 'house-file');
      assert.equal(fault.range.start.line, 0);
      const again = await vscode.window.showTextDocument(article.document);
      // A fault of another kind says when the server has read the text anew.
      await replace(again, '签约。', '签约了。。');
      await finding(article.document.uri, 'stacked-punctuation');
      assert.ok(!shown(article.document.uri).includes('wrong-interpunct'));
    } finally {
      const last = await vscode.window.showTextDocument(document);
      await last.edit((edit) => edit.replace(whole(), before));
    }
    await finding(article.document.uri, 'wrong-interpunct');
  });
});
