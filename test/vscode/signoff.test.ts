import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { checkAccess, eventually, inPreview, inWindow, press, screenshot, type } from '../host/driver.ts';
import { drawn, finding, newsroom, noFinding, notified, openFile, openList, replace, tidy } from './window.ts';

/** What the functions that run in the page see there. */
declare const document: {
  readonly activeElement: { matches(selector: string): boolean } | null;
  readonly body: { readonly innerText: string };
  querySelector(selector: string): { readonly value: string } | null;
};

const house = `extends: ../copydesk.yml
signoff:
  steps:
    一审: {label: {zh: 一审, en: First review}, who: [林晓禾], confirms: [事实已核对, 署名无误]}
    二审: {label: {zh: 二审, en: Second review}, who: [周砚], distinct: [一审]}
    三审: {label: {zh: 三审, en: Third review}, who: [许青禾], distinct: [一审, 二审]}
    一校: {label: {zh: 一校, en: First proof}, who: [贺竹]}
    二校: {label: {zh: 二校, en: Second proof}, who: [孟实], distinct: [一校]}
    三校: {label: {zh: 三校, en: Third proof}, who: [沈砚秋], distinct: [一校, 二校]}
gate: {from: published}
`;
const article = `---
title: 柳叶渡晚橙开园
column: 乡村
published: 2025-10-17 09:30
source: 中国报道
reporters: [林晓禾]
editor: 许青禾
stage: ready
---

中国报道讯（林晓禾报道）柳叶渡的晚橙昨天开园，第一天就来了三百多人。

园子里有十二个品种，最晚的要到明年三月才熟。
`;

describe('sign-off and the gate', () => {
  afterEach(async () => {
    await identity(undefined);
    await tidy();
  });

  const identity = (name: string | undefined) =>
    vscode.workspace.getConfiguration('copydesk').update('identity', name, vscode.ConfigurationTarget.Workspace);

  async function open(): Promise<vscode.TextEditor> {
    const file = vscode.Uri.joinPath(newsroom(), '审签', 'copydesk.yml');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(house));
    return openFile('审签/晚橙.md', article);
  }

  /** Signs the step that the list offers first. */
  async function sign(editor: vscode.TextEditor, name: string, step: string): Promise<void> {
    await identity(name);
    await vscode.window.showTextDocument(editor.document, { viewColumn: vscode.ViewColumn.One });
    const before = editor.document.getText();
    const done = vscode.commands.executeCommand('copydesk.sign');
    await inWindow.waitFor(`.quick-input-widget .monaco-list-row >> text=${step}`);
    if (step === 'First review') await screenshot('sign');
    await press('Enter');
    await done;
    await eventually(`${name} to have signed`, () => editor.document.getText().length > before.length);
  }

  it('goes through three reviews and three proofs, is altered after the second, found, signed again, and published', async () => {
    const editor = await open();
    const { uri } = editor.document;
    await eventually('an article', async () => {
      await vscode.commands.executeCommand('copydesk.readyToPublish');
      return vscode.window.tabGroups.all.some(({ tabs }) =>
        tabs.some(({ input }) => input instanceof vscode.TabInputWebview),
      );
    });
    await sign(editor, '林晓禾', 'First review');
    await sign(editor, '周砚', 'Second review');
    await replace(editor, '十二个品种', '十三个品种');
    const changed = await finding(uri, 'changed-after-signing');
    assert.match(changed.message, /This paragraph has changed since 周砚 signed/);
    await screenshot('changed-after-signing');
    await sign(editor, '周砚', 'Second review again');
    await noFinding(uri, 'changed-after-signing');
    for (const [name, step] of [
      ['许青禾', 'Third review'],
      ['贺竹', 'First proof'],
      ['孟实', 'Second proof'],
    ] as const)
      await sign(editor, name, step);
    await vscode.commands.executeCommand('copydesk.readyToPublish');
    await inPreview.waitFor('.verdict >> text=1 to settle before');
    await drawn();
    await screenshot('ready-open');
    assert.match(await inPreview.evaluate(() => document.body.innerText), /“Third proof” is not signed/);
    const { page: access } = await checkAccess();
    assert.deepEqual(access, []);
    await sign(editor, '沈砚秋', 'Third proof');
    await inPreview.waitFor('.verdict.ready');
    await screenshot('ready-green');
    await vscode.commands.executeCommand('undo');
    await inPreview.waitFor('.verdict.open');
    await vscode.commands.executeCommand('redo');
    await inPreview.waitFor('.verdict.ready');
    await vscode.window.showTextDocument(editor.document, { viewColumn: vscode.ViewColumn.One });
    await vscode.commands.executeCommand('copydesk.changeStage', 'published');
    await eventually('the stage', () => editor.document.getText().includes('\nstage: published\n'));
    await vscode.commands.executeCommand('workbench.action.closeEditorsInOtherGroups');
    await vscode.commands.executeCommand('copydesk.showRecord');
    await inPreview.waitFor('h1 >> text=Record of an article');
    await drawn();
    await screenshot('record');
    const record = await inPreview.evaluate(() => document.body.innerText);
    for (const what of [/林晓禾/, /事实已核对/, /Third proof/, /沈砚秋/]) assert.match(record, what);
    const printed = vscode.commands.executeCommand('copydesk.printRecord');
    // Where the browser can open no file of ours, it is saved: VS Code's own dialog, with the article's name in it.
    await eventually('the dialog', () =>
      inWindow.evaluate(
        () => document.querySelector('.quick-input-widget input[type=text]')?.value.endsWith('晚橙.html') === true,
      ),
    );
    await press('Enter');
    await printed;
    const saved = vscode.Uri.joinPath(newsroom(), '晚橙.html');
    const page = new TextDecoder().decode(await vscode.workspace.fs.readFile(saved));
    assert.match(page, /^<!doctype html>[\s\S]*Record of an article[\s\S]*沈砚秋/);
    await vscode.workspace.fs.delete(saved);
  });

  it('is signed from the page that has the focus, whichever article is beside it', async () => {
    const editor = await open();
    await eventually('an article', async () => {
      await vscode.commands.executeCommand('copydesk.readyToPublish');
      return vscode.window.tabGroups.all.some(({ tabs }) =>
        tabs.some(({ input }) => input instanceof vscode.TabInputWebview),
      );
    });
    await identity('林晓禾');
    // Another article stands where its own did.
    await vscode.window.showTextDocument(editor.document, { viewColumn: vscode.ViewColumn.One });
    const other = await openFile('审签/别的.md', article.replace('柳叶渡晚橙开园', '云脚村新桥通车'));
    await noFinding(other.document.uri, 'changed-after-signing');
    await vscode.commands.executeCommand('workbench.action.focusSecondEditorGroup');
    await eventually(
      'the page to have the focus',
      () => vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputWebview,
    );
    // Once more where the window was so slow that the list was held open no longer.
    await eventually('the list to have the focus again', async () => {
      await openList('F1');
      await type('Copydesk: Sign…');
      await inWindow.waitFor('.quick-input-widget .monaco-list-row >> text=Copydesk: Sign…');
      await press('Enter');
      await inWindow.waitFor('.quick-input-widget .monaco-list-row >> text=First review');
      // As a page in a busy window, which takes the focus back after the palette is gone.
      await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
      const hasFocus = () =>
        inWindow.evaluate(() => document.activeElement?.matches('.quick-input-widget input') === true);
      await eventually('the focus', hasFocus, 3000);
      return true;
    });
    await drawn();
    await inWindow.waitFor('.quick-input-widget .monaco-list-row >> text=First review');
    await press('Enter');
    await eventually('the signature', () => editor.document.getText().includes('step: 一审'));
    assert.doesNotMatch(other.document.getText(), /signoff/);
  });

  it('leaves a list that was asked for on a page with one Escape, however soon it comes', async () => {
    await open();
    await eventually('a page', async () => {
      await vscode.commands.executeCommand('copydesk.readyToPublish');
      return vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputWebview;
    });
    await identity('林晓禾');
    let left = false;
    void vscode.commands.executeCommand('copydesk.sign').then(() => {
      left = true;
    });
    await inWindow.waitFor('.quick-input-widget .monaco-list-row >> text=First review');
    await press('Escape');
    await eventually('the command to end', () => left);
  });

  it('says that the newsroom lists no steps, and leads to where they are written', async () => {
    const file = vscode.Uri.joinPath(newsroom(), '无签', 'copydesk.yml');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('extends: china-report\n'));
    const editor = await openFile('无签/晚橙.md', article);
    await noFinding(editor.document.uri, 'missing-signature');
    await vscode.commands.executeCommand('copydesk.sign');
    await notified('Nothing is signed in this newsroom yet');
    await inWindow.click('.notifications-center >> text=Open House File');
    await eventually(
      'the house file',
      () => vscode.window.activeTextEditor?.document.uri.path.endsWith('无签/copydesk.yml') === true,
    );
  });

  it('the gate keeps an article back until a reason is given, which stays on record', async () => {
    const editor = await open();
    await identity('许青禾');
    await inWindow.waitFor('.statusbar-item >> text=Ready');
    const done = vscode.commands.executeCommand('copydesk.changeStage', 'published');
    await inWindow.waitFor('.quick-input-widget >> text=Let it through with a reason');
    await screenshot('gate');
    await inWindow.click('.quick-input-widget .monaco-list-row >> text=Let it through');
    await inWindow.waitFor('.quick-input-widget >> text=The reason stays on record');
    await type('汛情通报');
    await press('Enter');
    await done;
    await eventually('the stage', () => editor.document.getText().includes('\nstage: published\n'));
    assert.match(
      editor.document.getText(),
      /\n {2}- override: published\n {4}name: 许青禾\n(?: {4}.*\n)* {4}reason: 汛情通报\n/,
    );
  });
});
