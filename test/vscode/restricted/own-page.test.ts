import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { inPreview } from '../../host/driver.ts';
import { front, newsroom, openFile, tidy } from '../window.ts';

/** What the functions that run in the preview see there. */
declare const document: { querySelectorAll(selector: string): { readonly length: number } };

describe('in a folder that is not trusted, the newsroom’s own page', () => {
  after(tidy);

  it('is not shown: the house’s theme is', async () => {
    assert.equal(vscode.workspace.isTrusted, false);
    const file = vscode.Uri.joinPath(newsroom(), 'copydesk.yml');
    const before = await vscode.workspace.fs.readFile(file);
    const page = 'page: {html: site/article.html, slots: {title: h1.title, body: .article}}\n';
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(new TextDecoder().decode(before) + page));
    try {
      const { document: text } = await openFile(
        '乡村/own-page.md',
        `${front}中国报道讯（苏禾报道）清泉镇的柿子红了。\n`,
      );
      await vscode.commands.executeCommand('copydesk.openPreview', text.uri);
      await inPreview.waitFor('h1');
      const found = await inPreview.evaluate(() => ({
        site: document.querySelectorAll('.bar, .side').length,
        theme: document.querySelectorAll('main.page').length,
      }));
      assert.deepEqual(found, { site: 0, theme: 1 });
    } finally {
      await vscode.workspace.fs.writeFile(file, before);
    }
  });
});
