import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { checkAccess, inPanel, screenshot } from '../../host/driver.ts';
import { daily } from '../../setup/archives.ts';
import { newsroom, tidy, untilServerKnows } from '../window.ts';

/** What the functions that run in the page see there. */
declare const document: { readonly body: { readonly innerText: string } };

describe('建立本社规范', () => {
  afterEach(tidy);

  it('speaks Chinese, in the file too, and hides nothing from those who cannot see', async () => {
    const folder = vscode.Uri.joinPath(newsroom(), '旧稿');
    for (const [path, text] of Object.entries(daily(30)))
      await vscode.workspace.fs.writeFile(
        vscode.Uri.joinPath(folder, ...path.split('/')),
        new TextEncoder().encode(text),
      );
    await untilServerKnows();
    await vscode.commands.executeCommand('copydesk.setUp', folder);
    await inPanel.waitFor('h1');
    const shown = await inPanel.evaluate(() => document.body.innerText);
    assert.match(shown, /读了 30 篇稿件/);
    assert.match(shown, /署名是这样写的吗？/);
    assert.match(shown, /社内规范，由 copydesk init 根据 30 篇稿件拟定/);
    await inPanel.click('.decision[data-id="bylines"] .evidence');
    await screenshot('set-up');
    const { panel, page } = await checkAccess();
    assert.deepEqual(
      [...panel, ...page].filter((line) => /^(?:serious|critical)/.test(line)),
      [],
    );
  });
});
