import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, inPanel, inPreview, outsideRequests, watchRequests } from '../../host/driver.ts';
import { drawn, front, newsroom, openFile, tidy } from '../window.ts';

declare const document: {
  readonly images: { readonly length: number };
  readonly body: { readonly innerHTML: string };
  querySelector(selector: string): { readonly innerText: string } | null;
};

describe('the preview, in a folder that is not trusted', () => {
  before(watchRequests);
  afterEach(tidy);

  it('shows nothing of the folder’s own page, and no picture of another site, whatever is asked', async () => {
    assert.equal(vscode.workspace.isTrusted, false);
    const write = (path: string, text: string) =>
      vscode.workspace.fs.writeFile(vscode.Uri.joinPath(newsroom(), path), new TextEncoder().encode(text));
    const saved =
      '<html><head><style>h1 { color: red }</style></head><body><p>本站页眉</p><h1>题</h1><div class="text">文</div></body></html>';
    await write('自有/页面.html', saved);
    await write(
      '自有/copydesk.yml',
      'extends: china-report\npage:\n  html: 页面.html\n  slots:\n    title: h1\n    body: .text\n',
    );
    const { document: text } = await openFile(
      '自有/稿件.md',
      `${front}清泉镇。\n\n![图](https://pictures.example/a.png)\n`,
    );
    await eventually('a preview', async () => {
      await vscode.commands.executeCommand('copydesk.openPreview', text.uri);
      return vscode.window.tabGroups.all.length > 1;
    });
    await inPreview.waitFor('h1');
    assert.doesNotMatch(await inPreview.evaluate(() => document.body.innerHTML), /本站页眉/);
    await inPanel.waitFor('#remote');
    assert.match(await inPanel.evaluate(() => document.querySelector('#remote')?.innerText ?? ''), /not trusted/);
    await vscode.commands.executeCommand('copydesk.toggleRemoteImages').then(undefined, () => undefined);
    await drawn();
    assert.equal(await inPreview.evaluate(() => document.images.length), 0);
    assert.ok(!(await outsideRequests()).some((url) => url.includes('pictures.example')));
  });
});
