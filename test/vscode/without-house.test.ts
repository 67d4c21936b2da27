import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { checkAccess, eventually, inPreview, inWindow, press, screenshot, type } from '../host/driver.ts';
import { drawn, finding, newsroom, noFinding, openFile, rangeOf, shown, tidy, untilServerKnows } from './window.ts';

/** What the functions that run in the preview see there. */
declare const document: { readonly body: { readonly innerText: string } };

/** As a generator has it: fields that no house of ours knows, nobody who signs, a picture without a credit. */
const article = `---
title: 柿子红了清泉镇
date: 2026-05-04
layout: post
tags: [柿子, 清泉]
author: 陆晓晴
description: 清泉镇的柿子红了，河湾镇的客商来收货。
---

清泉镇的柿子红了，清泉镇•河湾镇签约。

## 老屋里过秤

“今年收得多。”陆晓晴说。

![老屋](../图片/稻田收割.jpg)

> 渡口的船又开了。

| 村 | 斤 |
|---|---|
| 青石滩 | 1200 |
`;

describe('a folder without a house style', () => {
  before(async () => {
    await tidy();
    for (const name of ['copydesk.yml', 'staff.yml'])
      await vscode.workspace.fs.delete(vscode.Uri.joinPath(newsroom(), name));
    await untilServerKnows();
  });
  afterEach(tidy);

  it('is checked by what holds for any text, and asks for nothing else', async () => {
    const { document: text } = await openFile('乡村/没有规范.md', article);
    const found = await finding(text.uri, 'wrong-interpunct');
    assert.ok(found.range.isEqual(rangeOf(text, '•')));
    assert.deepEqual(shown(text.uri), ['wrong-interpunct']);
    await screenshot('without-house');
  });

  it('is said to have none in the status bar, which offers what to do about it, until that is declined', async () => {
    const { document: text } = await openFile('乡村/没有规范栏.md', article);
    await finding(text.uri, 'wrong-interpunct');
    await inWindow.click('.statusbar-item >> text=No house style');
    await inWindow.waitFor('.quick-input-widget .monaco-list-row >> text=Show House Style');
    await screenshot('house-style');
    await inWindow.click('.quick-input-widget .monaco-list-row >> text=Choose Another House Style');
    await inWindow.waitFor('.quick-input-widget .monaco-list-row >> text=People’s Daily');
    await screenshot('house-styles');
    await type('magazine');
    await press('Enter');
    await inWindow.waitFor('.statusbar-item >> text=期刊');
    await finding(text.uri, 'missing-byline');
    await vscode.workspace
      .getConfiguration('copydesk')
      .update('house', undefined, vscode.ConfigurationTarget.Workspace);
    await inWindow.click('.statusbar-item >> text=No house style');
    await inWindow.click('.quick-input-widget .monaco-list-row >> text=Do Not Suggest');
    await inWindow.click('.statusbar-item >> text=No house style');
    await inWindow.waitFor('.quick-input-widget .monaco-list-row >> text=Show House Style');
    await drawn();
    await inWindow.waitFor('.quick-input-widget .monaco-list-row >> text=Do Not Suggest', 'hidden');
    await press('Escape');
  });

  it('is shown on a page that bears nobody’s name, and keeps no reader out', async () => {
    const { document: text } = await openFile('乡村/没有规范页.md', article);
    await finding(text.uri, 'wrong-interpunct');
    await vscode.commands.executeCommand('copydesk.openPreview', text.uri);
    await inPreview.waitFor('h1 >> text=柿子红了清泉镇');
    const page = await eventually('the whole page', async () => {
      const all = await inPreview.evaluate(() => document.body.innerText);
      return all.includes('青石滩') && all;
    });
    assert.doesNotMatch(page, /中国报道|Copydesk|京ICP/);
    assert.match(page, /老屋里过秤/);
    await screenshot('without-house-preview');
    const { panel, page: access } = await checkAccess();
    assert.deepEqual(
      [...panel, ...access].filter((line) => /^(serious|critical)/.test(line)),
      [],
    );
  });

  it('is checked by its house as soon as there is one', async () => {
    const { document: text } = await openFile('乡村/有了规范.md', article);
    await finding(text.uri, 'wrong-interpunct');
    const house = vscode.Uri.joinPath(newsroom(), 'copydesk.yml');
    await vscode.workspace.fs.writeFile(house, new TextEncoder().encode('extends: china-report\n'));
    await finding(text.uri, 'missing-byline');
    await vscode.workspace.fs.delete(house);
    await noFinding(text.uri, 'missing-byline');
  });
});
