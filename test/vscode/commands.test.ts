import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  eventually,
  inPreview,
  inWindow,
  outsideRequests,
  press,
  screenshot,
  type,
  watchRequests,
} from '../host/driver.ts';
import {
  drawn,
  finding,
  front,
  languageClient,
  newsroom,
  notified,
  openFile,
  openList,
  rangeOf,
  replace,
  shown,
  tidy,
} from './window.ts';

/** What the functions that run in the window or the preview see there. */
declare const document: {
  readonly body: { readonly innerText: string; readonly dataset: Record<string, string> };
  readonly images: Iterable<{ readonly naturalWidth: number }>;
  querySelector(selector: string): { readonly textContent: string; getAttribute(name: string): string | null } | null;
  querySelectorAll(selector: string): { readonly length: number };
};
declare const window: { readonly scrollY: number; scrollTo(x: number, y: number): void };

/** Waits for the status bar to say something. */
function status(what: RegExp): Promise<string> {
  return eventually(`a status bar that says ${what}`, async () => {
    const all = await inWindow.evaluate(() => document.querySelector('.part.statusbar')?.textContent ?? '');
    return what.test(all.replaceAll('\u00a0', ' ')) && all;
  });
}

function active(): vscode.TextEditor {
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor);
  return editor;
}

describe('commands', () => {
  afterEach(tidy);

  it('begins an article from a template, with the keyboard', async () => {
    await openList('Control+Alt+n');
    await screenshot('new-article-templates');
    await type('消息');
    await press('Enter');
    await inWindow.waitFor('.quick-input-widget input');
    await eventually('the question for the title', () =>
      inWindow.evaluate(() => document.querySelectorAll('.quick-input-widget .monaco-list-row').length === 0),
    );
    await type('清泉镇柿子熟了');
    await press('Enter');
    await inWindow.waitFor('.quick-input-widget .monaco-list-row');
    await screenshot('new-article-column');
    await type('乡村');
    await press('Enter');
    const editor = await eventually(
      'the new article',
      () =>
        vscode.window.activeTextEditor?.document.getText().includes('清泉镇柿子熟了') && vscode.window.activeTextEditor,
    );
    assert.equal(editor.document.uri.scheme, newsroom().scheme);
    assert.match(decodeURIComponent(editor.document.uri.path), /\/乡村\/\d{4}-\d\d-\d\d-清泉镇柿子熟了\.md$/);
    assert.match(editor.document.getText(), /title: 清泉镇柿子熟了/);
    await screenshot('new-article');
  });

  it('never writes over an article that is there', async () => {
    const values = { title: '同名的稿件', column: '乡村' };
    await vscode.commands.executeCommand('copydesk.newArticle', { template: 'news', values });
    const first = active().document.uri.toString();
    await vscode.commands.executeCommand('copydesk.newArticle', { template: 'news', values });
    const second = active().document.uri.toString();
    assert.notEqual(first, second);
    assert.match(decodeURIComponent(second), /同名的稿件-2\.md$/);
  });

  it('begins an article from every template', async () => {
    const client = await languageClient();
    const { articles } = await client.sendRequest('copydesk/templates', {});
    assert.ok(articles.length >= 7);
    for (const { id } of articles) {
      await vscode.commands.executeCommand('copydesk.newArticle', {
        template: id,
        values: { title: `模板${id}`, column: '乡村' },
      });
      const { document } = active();
      assert.match(document.getText(), new RegExp(`模板${id}`));
      assert.doesNotMatch(document.getText(), /\{\{|\$\{/);
      await eventually('a check', () => vscode.languages.getDiagnostics(document.uri));
      assert.ok(!shown(document.uri).includes('front-matter-syntax'), id);
    }
  });

  it('puts in every block at the cursor', async () => {
    const client = await languageClient();
    const { blocks } = await client.sendRequest('copydesk/templates', {});
    assert.ok(blocks.length >= 6);
    for (const { id } of blocks) {
      const editor = await openFile(`乡村/部件-${id}.md`, `${front}清泉镇。\n\n`);
      const before = editor.document.getText();
      const end = editor.document.positionAt(before.length);
      editor.selection = new vscode.Selection(end, end);
      const done = vscode.commands.executeCommand('copydesk.insertBlock', id);
      if (['photo', 'related'].includes(id)) {
        await inWindow.waitFor('.quick-input-widget .monaco-list-row');
        await press('Enter');
      }
      await done;
      const after = active().document.getText();
      assert.ok(after.startsWith(before) && after.length > before.length, id);
      assert.doesNotMatch(after, /\{\{|\$\{/);
    }
  });

  it('offers the blocks in a list', async () => {
    const editor = await openFile('乡村/部件.md', `${front}清泉镇。\n\n`);
    const end = editor.document.positionAt(editor.document.getText().length);
    editor.selection = new vscode.Selection(end, end);
    await openList('Control+Alt+b');
    await screenshot('insert-block');
    await press('Enter');
    await eventually('the block', () => active().document.getText().length > front.length + 6);
  });

  it('turns a page on the clipboard into an article', async () => {
    const page = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(newsroom(), 'pasted-page.txt'));
    await vscode.env.clipboard.writeText(new TextDecoder().decode(page));
    await vscode.commands.executeCommand('copydesk.newFromPage');
    const { document } = active();
    assert.match(document.getText(), /^---\ntitle: /);
    assert.match(document.uri.path, /\.md$/);
    await eventually('a check', () => vscode.languages.getDiagnostics(document.uri));
    await screenshot('new-from-page');
  });

  it('says so when the clipboard holds no page', async () => {
    await vscode.env.clipboard.writeText('');
    await vscode.commands.executeCommand('copydesk.newFromPage');
    await notified('clipboard holds no page');
  });

  it('counts findings and characters in the status bar', async () => {
    const editor = await openFile('乡村/字数.md', `${front}清泉镇•河口镇。\n`);
    await finding(editor.document.uri, 'wrong-interpunct');
    await status(/8 characters/);
    await replace(editor, '河口镇', '河口');
    await status(/7 characters/);
    const label = await inWindow.evaluate(() =>
      document.querySelector('[id="copydesk.copydesk.copydesk.article"] a')?.getAttribute('aria-label'),
    );
    assert.match(String(label), /Copydesk: errors 1, /);
  });

  it('checks every article of the folder, open or not', async () => {
    const uri = vscode.Uri.joinPath(newsroom(), '乡村/没有打开.md');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(`${front}清泉镇•河口镇。\n`));
    await vscode.commands.executeCommand('copydesk.checkNewsroom');
    await finding(uri, 'wrong-interpunct');
    await notified('articles checked');
    await vscode.commands.executeCommand('workbench.actions.view.problems');
    await screenshot('newsroom');
    const deletion = new vscode.WorkspaceEdit();
    deletion.deleteFile(uri);
    assert.ok(await vscode.workspace.applyEdit(deletion));
    await eventually('no findings of a deleted file', () => vscode.languages.getDiagnostics(uri).length === 0);
  });

  it('guards a file that was read with the wrong encoding', async () => {
    const uri = vscode.Uri.joinPath(newsroom(), '乡村/旧稿.md');
    // “清泉镇” in GBK, which is no UTF-8.
    const gbk = [0xc7, 0xe5, 0xc8, 0xaa, 0xd5, 0xf2];
    const head = new TextEncoder().encode('---\ntitle: old\n---\n\n');
    await vscode.workspace.fs.writeFile(uri, Uint8Array.from([...head, ...gbk, ...gbk, 10]));
    const wrong = await vscode.workspace.openTextDocument(uri, { encoding: 'utf8' });
    await vscode.window.showTextDocument(wrong);
    await finding(uri, 'wrong-encoding');
    await notified('was not read with its own encoding');
    await screenshot('encoding');
    await inWindow.click('.notifications-center >> text=Reopen with GB18030');
    await eventually('the right text', () => active().document.getText().includes('清泉镇清泉镇'));
  });

  it('shows the page of an article, live, and finds the way back to its source', async () => {
    const body = Array.from({ length: 40 }, (_, index) => `第${index + 1}段，清泉镇的柿子熟了。`).join('\n\n');
    const editor = await openFile('乡村/预览.md', `${front}中国报道讯（苏禾）${body}\n`);
    await eventually('a preview', async () => {
      await vscode.commands.executeCommand('copydesk.openPreview');
      return vscode.window.tabGroups.all.length > 1;
    });
    await inPreview.waitFor('h1');
    assert.match(await inPreview.evaluate(() => document.body.innerText), /柿子红了清泉镇/);
    await screenshot('preview');
    await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
    await replace(active(), '第3段', '第三段');
    await eventually('the new text in the preview', () =>
      inPreview.evaluate(() => document.body.innerText.includes('第三段')),
    );

    active().revealRange(rangeOf(editor.document, '第30段'), vscode.TextEditorRevealType.AtTop);
    await eventually('a preview that scrolled along', () => inPreview.evaluate(() => window.scrollY > 200));

    await inPreview.evaluate(() => window.scrollTo(0, 0));
    await inPreview.wheel('body', 1);
    await inPreview.click('p >> text=第5段', { count: 2 });
    await eventually('the source of the fifth paragraph', () =>
      active().document.lineAt(active().selection.active.line).text.startsWith('第5段'),
    );
    await screenshot('preview-source');
  });

  it('lets the preview follow the active article, unless it is locked', async () => {
    const first = await openFile(
      '乡村/一.md',
      `${front.replace('柿子红了清泉镇', '第一篇稿件')}中国报道讯（苏禾）近日。\n`,
    );
    await eventually('a preview', async () => {
      await vscode.commands.executeCommand('copydesk.openPreview');
      return vscode.window.tabGroups.all.length > 1;
    });
    await inPreview.waitFor('h1 >> text=第一篇稿件');
    await vscode.window.showTextDocument(first.document, vscode.ViewColumn.One);
    const second = await openFile(
      '乡村/二.md',
      `${front.replace('柿子红了清泉镇', '第二篇稿件')}中国报道讯（苏禾）近日。\n`,
    );
    await eventually('a check', () => vscode.languages.getDiagnostics(second.document.uri));
    await inPreview.waitFor('h1 >> text=第二篇稿件');
    await inPreview.click('h1');
    await eventually(
      'the preview in front',
      () => vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputWebview,
    );
    // A preview hears a moment later that it is the one in front.
    await drawn();
    await vscode.commands.executeCommand('copydesk.lockPreview');
    // The finding says when the article is the one that is written, and read.
    const again = await vscode.window.showTextDocument(first.document, vscode.ViewColumn.One);
    await replace(again, '。', '。。');
    await finding(first.document.uri, 'stacked-punctuation');
    await drawn();
    await inPreview.waitFor('h1 >> text=第二篇稿件');
  });

  it('shows pictures of the newsroom and nothing from outside', async () => {
    await watchRequests();
    const text = `${front}中国报道讯（苏禾）近日。\n\n![](../图片/清泉.svg)\n\n图为清泉。（苏禾摄）\n\n![](https://example.com/x.png)\n\n<script>document.body.dataset.hacked = '1'</script>\n`;
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30" fill="#c30"/></svg>';
    await vscode.workspace.fs.writeFile(
      vscode.Uri.joinPath(newsroom(), '图片/清泉.svg'),
      new TextEncoder().encode(svg),
    );
    const editor = await openFile('乡村/图.md', text);
    await eventually('a preview', async () => {
      await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
      await vscode.commands.executeCommand('copydesk.openPreview');
      return vscode.window.tabGroups.all.length > 1;
    });
    await eventually('the picture', () =>
      inPreview.evaluate(() => [...document.images].some(({ naturalWidth }) => naturalWidth === 40)),
    );
    assert.equal(await inPreview.evaluate(() => document.body.dataset.hacked ?? 'safe'), 'safe');
    assert.deepEqual(
      (await outsideRequests()).filter((address) => address.includes('example.com')),
      [],
    );
  });

  it('leaves other Markdown to the built-in preview, on the same key', async () => {
    await openFile('README.md', '# 说明\n');
    if (!(await vscode.commands.getCommands()).includes('markdown.showPreviewToSide')) {
      // As where somebody has switched the built-in extension off.
      await vscode.commands.executeCommand('copydesk.openPreview');
      await notified('not an article');
      return;
    }
    const webviews = () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .filter(({ input }) => input instanceof vscode.TabInputWebview);
    await eventually('the built-in preview', async () => {
      await press('Control+k');
      await press('v');
      await eventually('its tab', () => webviews().length > 0, 2000);
      return true;
    });
    const [preview] = webviews();
    assert.match(
      String(preview?.input instanceof vscode.TabInputWebview && preview.input.viewType),
      /markdown\.preview/,
    );
  });
});
