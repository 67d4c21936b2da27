import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, inPanel, inPreview, inWindow, pasteInto, press, screenshot, type } from '../host/driver.ts';
import { front, newsroom, notified, openFile, openList, replace, shown, tidy } from './window.ts';

/** What the functions that run in a page see there. */
declare const document: {
  querySelectorAll(selector: string): Iterable<Shown>;
  querySelector(selector: string): { value: string; dispatchEvent(event: unknown): void; innerHTML: string } | null;
};
declare const Event: new (type: string) => unknown;
interface Shown {
  readonly textContent: string;
  readonly innerHTML: string;
}
declare function getComputedStyle(element: Shown): Readonly<Record<string, string>>;

const body = [
  '中国报道讯（苏禾报道）清泉镇的柿子红了，树下摆着**四十**只筐。',
  '![](../图片/柳叶渡橙园.jpg)',
  '柿子园里，农户在采摘。（苏禾摄）',
  '## 树下的账',
  '“一筐一记。”记账的老人说。<b>一句</b>结尾•。',
  '- 当天过秤\n- 当天付钱',
].join('\n\n');

/** Beginnings of what is looked at: two paragraphs, the caption, a subhead, an item. */
const parts = ['中国报道讯', '“一筐一记', '柿子园里', '树下的账', '当天过秤'];

/** Runs in a page: how the innermost block that begins with each of some words is set. */
function looks(scope: string, words: readonly string[]): (readonly string[])[] {
  return words.map((begins) => {
    const element = [...document.querySelectorAll(`${scope} *`)]
      .filter(
        (one) => one.textContent.trim().startsWith(begins) && !getComputedStyle(one).display?.startsWith('inline'),
      )
      .at(-1);
    const style = element ? getComputedStyle(element) : {};
    const size = Number.parseFloat(style.fontSize ?? '0');
    const letters = (length = '0') => `${Math.round((Number.parseFloat(length) / size) * 100) / 100} letters`;
    const align = (style.textAlign ?? '').replace('start', 'left');
    return [
      begins,
      `${size}px`,
      letters(style.lineHeight),
      letters(style.textIndent),
      align,
      style.color ?? '',
      style.fontWeight ?? '',
    ];
  });
}

/** An article that the server has read, in the editor. */
async function article(text = `${front}${body}\n`): Promise<vscode.TextEditor> {
  const editor = await openFile('乡村/handed-over.md', text);
  await eventually('findings', () => shown(editor.document.uri).length > 0);
  return editor;
}

/** Runs a command as a reader does who has only a keyboard. */
async function palette(words: string): Promise<void> {
  await openList('F1');
  await type(words);
  await press('Enter');
}

function webviews(): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview);
}

async function preview(view: 'phone' | 'desktop'): Promise<void> {
  await vscode.commands.executeCommand('copydesk.openPreview');
  await inPreview.waitFor('h1');
  await inPanel.evaluate((wanted) => {
    const select = document.querySelector('#view');
    if (select) select.value = wanted;
    select?.dispatchEvent(new Event('change'));
  }, view);
  const scheme = (wanted: string) => {
    const select = document.querySelector('#scheme');
    if (select) select.value = wanted;
    select?.dispatchEvent(new Event('change'));
  };
  await inPanel.evaluate(scheme, 'light');
}

describe('handing over', () => {
  afterEach(tidy);

  it('copies pure text, as desks send it, from unsaved text', async () => {
    const editor = await article();
    await replace(editor, '只筐', '只竹筐');
    await vscode.env.clipboard.writeText('before');
    await palette('Copydesk: Copy Plain Text');
    const text = await eventually('something on the clipboard', async () => {
      const now = await vscode.env.clipboard.readText();
      return now !== 'before' && now;
    });
    assert.match(
      text,
      /^柿子红了清泉镇\n\n　　中国报道讯（苏禾报道）清泉镇的柿子红了，树下摆着四十只竹筐。\n　　【图片：.*柳叶渡橙园\.jpg】\n　　柿子园里，农户在采摘。（苏禾摄）\n　　树下的账\n　　“一筐一记。”记账的老人说。一句结尾•。\n　　· 当天过秤\n　　· 当天付钱\n　　责任编辑：尚林溪\n$/,
    );
  });

  for (const [words, view, editors] of [
    ['Copydesk: Copy for CMS', 'desktop', ['plain']],
    ['Copydesk: Copy for WeChat', 'phone', ['plain', 'wechat']],
  ] as const) {
    it(`pastes elsewhere what the preview shows: ${words}`, async () => {
      await article();
      await preview(view);
      const page = await eventually('the page in its look', async () => {
        const seen = await inPreview.evaluate(looks, 'body', parts);
        return seen[0]?.[1] === (view === 'phone' ? '17px' : '18px') && seen;
      });
      assert.equal(page[0]?.[3], '2 letters');
      // Without a server a webview is another site's, which has the focus only when the reader gave it to the window.
      await inWindow.click('.monaco-editor .view-lines');
      await palette(words);
      await eventually('the window that copies', () => webviews().some(({ label }) => label === 'Copy'));
      await eventually('its end', () => webviews().every(({ label }) => label !== 'Copy'));
      for (const kind of editors) {
        const pasted = await pasteInto(kind, `paste-${view}-${kind}`, looks, '#editor', parts);
        assert.deepEqual({ kind, looks: pasted }, { kind, looks: page });
        const [picture, marks] = await pasteInto(kind, `paste-${view}-${kind}`, () => {
          const html = document.querySelector('#editor')?.innerHTML ?? '';
          return [
            /<img [^>]*src="data:image\/jpeg;base64,[^"]{1000}/.test(html),
            /copydesk|data-line|class=/.test(html),
          ];
        });
        assert.deepEqual([picture, marks], [true, false], kind);
      }
    });
  }

  it('works from the palette when the preview has the focus, and what is copied there has no marks', async () => {
    await article();
    await preview('desktop');
    await inPreview.waitFor('copydesk-finding');
    await inPreview.click('.body > p');
    await press('Control+a');
    await press('Control+c');
    const pasted = await pasteInto(
      'plain',
      'paste-selection',
      () => document.querySelector('#editor')?.innerHTML ?? '',
    );
    assert.match(pasted, /记账的老人说。<b[^>]*>一句<\/b>结尾•。/);
    assert.doesNotMatch(pasted, /copydesk|data-|role=|tabindex|<button|class=/);
    await inPreview.click('.body > p');
    await vscode.env.clipboard.writeText('before');
    await palette('Copydesk: Copy Plain Text');
    await eventually('the text', async () => (await vscode.env.clipboard.readText()).includes('树下的账'));
  });

  it('copies an article that was never saved, and says so when there is none', async () => {
    await tidy();
    await vscode.commands.executeCommand('copydesk.copyPlainText');
    await notified('Open an article first.');
    const untitled = await vscode.workspace.openTextDocument({
      language: 'markdown',
      content: `${front}未存稿的一段。\n`,
    });
    await vscode.window.showTextDocument(untitled);
    await vscode.env.clipboard.writeText('before');
    await eventually('the text', async () => {
      await vscode.commands.executeCommand('copydesk.copyPlainText');
      return (await vscode.env.clipboard.readText()).includes('　　未存稿的一段。');
    });
    const readme = vscode.Uri.joinPath(newsroom(), 'README.md');
    await vscode.commands.executeCommand('copydesk.copyForCms', readme);
    await notified('This file is not an article');
    await screenshot('hand-over-none');
  });
});
