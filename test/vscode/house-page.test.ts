import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { checkAccess, eventually, inPreview, screenshot } from '../host/driver.ts';
import { drawn, front, openFile, tidy } from './window.ts';

/** What the functions that run in the page see there. */
declare const document: {
  readonly body: { readonly innerText: string };
  querySelector(selector: string): { getAttribute(name: string): string | null } | null;
};

describe('the house style', () => {
  afterEach(tidy);

  it('shows the house on a page of its own, and as YAML one click away', async () => {
    await openFile('乡村/规范.md', `${front}清泉镇。\n`);
    await vscode.commands.executeCommand('copydesk.showHouse');
    await drawn();
    await screenshot('house-early');
    await inPreview.waitFor('h1 >> text=中国报道网云岫站');
    await screenshot('house');
    const text = await inPreview.evaluate(() => document.body.innerText);
    for (const what of [
      /Fields/,
      /required from “Ready” on/,
      /Preferred form/,
      /中国报道讯（陆晓晴 通讯员高远）/,
      /Ellipsis/,
      /wrong-interpunct/,
      /GB\/T 15834/,
      /周砚/,
      /from .*copydesk\.yml/,
    ])
      assert.match(text, what);
    const { page: access } = await checkAccess();
    assert.deepEqual(access, []);
    const policy = await inPreview.evaluate(
      () => document.querySelector('meta[http-equiv]')?.getAttribute('content') ?? '',
    );
    assert.match(policy, /^default-src 'none'; style-src [^;]+; base-uri 'none'; form-action 'none'$/);
    await inPreview.click('a >> text=As YAML');
    const yaml = await eventually('the YAML', () =>
      vscode.window.visibleTextEditors.find(({ document: shown }) => shown.languageId === 'yaml'),
    );
    assert.match(yaml.document.getText(), /timezone|time-zone: Asia\/Shanghai/);
  });
});
