import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  eventually,
  inPanel,
  inPreview,
  inWindow,
  onDisk,
  press,
  reloadSecondWindow,
  screenshot,
} from '../host/driver.ts';
import { finding, front, openFile, rangeOf, tidy } from './window.ts';

declare const document: {
  readonly body: { readonly innerText: string };
  readonly activeElement: { getAttribute(name: string): string | null };
  querySelector(selector: string): { readonly innerText: string; getAttribute(name: string): string | null } | null;
};
declare const window: { readonly scrollY: number };

async function preview(uri: vscode.Uri): Promise<void> {
  await eventually('a preview', async () => {
    await vscode.commands.executeCommand('copydesk.openPreview', uri);
    return vscode.window.tabGroups.all.length > 1;
  });
  await inPreview.waitFor('h1');
}

const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));

describe('the preview, live', () => {
  afterEach(tidy);

  it('marks what the editor underlines, and mends it by the same fix', async () => {
    const { document: text } = await openFile('乡村/标出.md', `${front}中国报道讯（苏禾）清泉镇•河口镇签约。\n`);
    await finding(text.uri, 'wrong-interpunct');
    await preview(text.uri);
    await inPreview.waitFor('.body copydesk-finding');
    const shown = vscode.languages.getDiagnostics(text.uri).length;
    const count = await inPanel.evaluate(() => document.querySelector('#count')?.innerText ?? '');
    assert.equal(
      count.split(/\D+/).reduce((sum, digits) => sum + Number(digits), 0),
      shown,
    );
    await inPreview.click('.body copydesk-finding[data-severity="error"]');
    await inPanel.waitFor('#note .fix');
    await screenshot('preview-finding');
    await inPanel.click('#note .fix');
    await eventually('the fix', () => text.getText().includes('清泉镇·河口镇'));
    await eventually('the page without the mark', () =>
      inPreview.evaluate(() => document.querySelector('.body [data-severity="error"]') === null),
    );
    await vscode.window.showTextDocument(text, vscode.ViewColumn.One);
    await vscode.commands.executeCommand('undo');
    await eventually('one undo takes it back', () => text.getText().includes('清泉镇•河口镇'));
  });

  it('goes through findings by keyboard, and passes other keys on to VS Code', async () => {
    const { document: text } = await openFile('乡村/键盘.md', `${front}中国报道讯（苏禾）清泉镇•河口镇签约。\n`);
    await finding(text.uri, 'wrong-interpunct');
    await preview(text.uri);
    await inPreview.waitFor('.body copydesk-finding');
    await inPreview.click('.breadcrumb');
    await press('F8');
    await inPanel.waitFor('#note');
    await press('Escape');
    await inPanel.waitFor('#note', 'hidden');
    await press('Control+Shift+P');
    await eventually('the palette', async () => {
      return inWindow.evaluate(() => document.querySelector('.quick-input-widget') !== null);
    });
    await press('Escape');
  });

  it('keeps its article when it is locked, and there may be several', async () => {
    const one = await openFile('乡村/甲.md', `${front.replace('柿子红了清泉镇', '甲稿')}清泉镇。\n`);
    await preview(one.document.uri);
    await inPanel.click('#lock');
    await eventually('a title that says so', () => tabs().includes('Preview (locked): 甲.md'));
    await vscode.window.showTextDocument(one.document, vscode.ViewColumn.One);
    const two = await openFile('乡村/乙.md', `${front.replace('柿子红了清泉镇', '乙稿')}清泉镇。\n`);
    await vscode.commands.executeCommand('copydesk.openPreview', two.document.uri);
    await eventually('a second preview', () => tabs().includes('Preview: 乙.md'));
    await inPreview.waitFor('h1 >> text=乙稿');
    assert.ok(tabs().includes('Preview (locked): 甲.md'));
    await vscode.window.showTextDocument(one.document, vscode.ViewColumn.One);
    await eventually('the second one follows', () => tabs().includes('Preview: 甲.md'));
    assert.ok(tabs().includes('Preview (locked): 甲.md'));
  });

  it('shows where the cursor is, and moves it where the setting says so', async () => {
    const body = Array.from({ length: 60 }, (_, index) => `第${index + 1}段，清泉镇的柿子熟了。`).join('\n\n');
    const { document: text } = await openFile('乡村/光标.md', `${front}${body}\n`);
    await preview(text.uri);
    const editor = await vscode.window.showTextDocument(text, vscode.ViewColumn.One);
    const place = rangeOf(text, '第50段').start;
    editor.selection = new vscode.Selection(place, place);
    await eventually('the block of the cursor', () =>
      inPreview.evaluate(() => document.querySelector('[data-cursor]')?.innerText.startsWith('第50段') === true),
    );
    await eventually('a page that shows it', () => inPreview.evaluate(() => window.scrollY > 200));
    const settings = vscode.workspace.getConfiguration('copydesk.preview');
    await settings.update('clickToSource', 'click', vscode.ConfigurationTarget.Global);
    try {
      await eventually('a click that moves the cursor', async () => {
        await inPreview.click('p >> text=第49段');
        return vscode.window.visibleTextEditors.some(({ document: shown, selection }) =>
          shown.lineAt(selection.active.line).text.startsWith('第49段'),
        );
      });
    } finally {
      await settings.update('clickToSource', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('comes back after a reload of the window as it was', async function () {
    const article = `${front.replace('柿子红了清泉镇', '重载的稿件')}清泉镇。\n`;
    // Without a server, what one window writes another never sees.
    await onDisk.write('乡村/重载.md', article);
    const { document: text } = await openFile('乡村/重载.md', article);
    await onDisk.write('乡村/别稿.md', `${front.replace('柿子红了清泉镇', '渠水进村那天')}渠水进了村。\n`);
    const done = await reloadSecondWindow({ file: text.uri.path, other: '渠水进村那天', view: 'tablet', width: 768 });
    if (done === undefined) return this.skip();
    for (const look of [done.before, done.after]) {
      assert.equal(look.heading, '重载的稿件');
      assert.equal(look.width, 768);
      assert.deepEqual([look.view, look.locked], ['tablet', 'true']);
      assert.equal(look.marks.length, 1, 'changes are marked');
      assert.ok(
        look.tabs.some((label) => label.includes('Preview (locked): 重载.md')),
        look.tabs.join(', '),
      );
    }
  });

  it('shows the article in the site’s lists, its title cut', async () => {
    const title = '柿子红了清泉镇南来北往的客商住进了村里的老屋一天要接待四十多人过秤记账';
    const { document: text } = await openFile('乡村/列表.md', `${front.replace('柿子红了清泉镇', title)}清泉镇。\n`);
    await preview(text.uri);
    await inPanel.evaluate(() => {
      const select = document.querySelector('#view') as unknown as {
        value: string;
        dispatchEvent(event: unknown): void;
      };
      select.value = 'cards';
      select.dispatchEvent(new (globalThis as unknown as { Event: new (type: string) => unknown }).Event('change'));
    });
    await inPreview.waitFor('.copydesk-card h1');
    const shown = await inPreview.evaluate(() => document.querySelector('.copydesk-card h1')?.innerText ?? '');
    assert.equal(shown, `${title.slice(0, 27)}…`);
    await screenshot('preview-lists');
  });
});
