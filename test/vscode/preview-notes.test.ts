import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { checkAccess, eventually, inPanel, inPreview, screenshot } from '../host/driver.ts';
import { finding, front, openFile, rangeOf, tidy } from './window.ts';

declare const document: {
  querySelector(selector: string): {
    readonly innerText: string;
    getBoundingClientRect(): { readonly top: number; readonly bottom: number };
  } | null;
};
declare const window: { readonly innerHeight: number; scrollTo(x: number, y: number): void };

async function preview(uri: vscode.Uri): Promise<void> {
  await eventually('a preview', async () => {
    await vscode.commands.executeCommand('copydesk.openPreview', uri);
    return vscode.window.tabGroups.all.length > 1;
  });
  await inPreview.waitFor('h1');
}

/** Whether an element of the page is in sight. */
function inSight(selector: string): Promise<boolean> {
  return inPreview.evaluate((wanted) => {
    const box = document.querySelector(wanted)?.getBoundingClientRect();
    return box !== undefined && box.bottom > 0 && box.top < window.innerHeight;
  }, selector);
}

describe('notes in the preview', () => {
  afterEach(tidy);

  const body = [
    '中国报道讯（苏禾）清泉镇的柿子熟了[^产量]，客商住进了村里的老屋^[老屋•建于1932年]。',
    ...Array.from({ length: 40 }, (_, index) => `第${index + 1}段，清泉镇的柿子熟了。`),
    '[^产量]: 据清泉镇•农业服务中心。\n\n    不含河口镇。',
    '',
  ].join('\n\n');

  it('are reached from the text and back, and lead to their source', async () => {
    const { document: text } = await openFile('乡村/脚注.md', `${front}${body}`);
    await preview(text.uri);
    await inPreview.waitFor('.notes li');
    assert.equal(await inSight('.notes li'), false);
    await inPreview.click('.noteref a');
    await eventually('the note', () => inSight('#copydesk-note-1'));
    await screenshot('preview-notes');
    await inPreview.click('.notes .back');
    await eventually('the text', () => inSight('#copydesk-note-ref-1'));
    const settings = vscode.workspace.getConfiguration('copydesk.preview');
    await settings.update('clickToSource', 'click', vscode.ConfigurationTarget.Global);
    const leadsTo = (words: string, line: number) =>
      eventually(`line ${line}`, async () => {
        await inPreview.click(`.notes p >> text=${words}`);
        return vscode.window.visibleTextEditors.some(({ selection }) => selection.active.line === line);
      });
    try {
      await leadsTo('不含河口镇', rangeOf(text, '不含河口镇').start.line);
      await leadsTo('老屋', rangeOf(text, '老屋').start.line);
    } finally {
      await settings.update('clickToSource', undefined, vscode.ConfigurationTarget.Global);
    }
    const editor = await vscode.window.showTextDocument(text, vscode.ViewColumn.One);
    /** Goes on moving the cursor: right after a click on the page the editor follows, and does not lead. */
    const goTo = (words: string, arrived: () => Promise<boolean>) => {
      let column = 0;
      return eventually(words, () => {
        const place = rangeOf(text, words).start.translate(0, column++ % 2);
        editor.selection = new vscode.Selection(place, place);
        return arrived();
      });
    };
    await goTo('客商', () => inSight('#copydesk-note-ref-1'));
    await goTo('农业服务中心', () =>
      inPreview.evaluate(() => document.querySelector('.notes [data-cursor]')?.innerText.includes('农业') === true),
    );
    await goTo('农业服务中心', () => inSight('#copydesk-note-1'));
  });

  it('are marked, and mended, where they are written', async () => {
    const { document: text } = await openFile('乡村/注中有误.md', `${front}${body}`);
    await finding(text.uri, 'wrong-interpunct');
    await preview(text.uri);
    await inPreview.waitFor('.notes copydesk-finding');
    await inPreview.click('#copydesk-note-2 copydesk-finding');
    await inPanel.waitFor('#note .fix');
    await inPanel.click('#note .fix');
    await eventually('the fix', () => text.getText().includes('^[老屋·建于1932年]'));
    await eventually('the note without the mark', () =>
      inPreview.evaluate(() => document.querySelector('#copydesk-note-2 copydesk-finding') === null),
    );
  });

  it('and HTML from a content management system look like the rest of the page', async () => {
    const html = [
      '<p style="text-indent: 2em;">　　中国报道讯（苏禾）&ldquo;柿子红了&rdquo;，<b>清泉镇</b>的客商多起来。</p>',
      '<h2>一、过秤</h2>',
      '<p align="center"><img src="../图片/稻田收割.jpg" width="500"></p>\n<p align="center">稻田里的收割机。（苏禾摄）</p>',
      '<table border="1" width="600"><caption>两镇产量</caption><tr><th>镇<th>吨</tr><tr><td>清泉<td>320<tr><td colspan="2">合计从略</td></tr></table>',
      '<ul><li>装箱</li><li>过秤<ol><li>先称皮</li><li>再称重</li></ol></li></ul>',
      '<blockquote>\n\n**树上**的老柿子。[^1]\n\n</blockquote>',
      '<details><summary>延伸的话</summary>\n\n折起来的*一段*。\n\n</details>',
      '<p align="right">2026年5月</p>',
      '[^1]: 村里人说的。',
      '',
    ].join('\n\n');
    const { document: text } = await openFile('乡村/粘贴.md', `${front}${html}`);
    await preview(text.uri);
    await inPreview.waitFor('details');
    await screenshot('preview-html');
    await inPreview.evaluate(() => window.scrollTo(0, 900));
    await screenshot('preview-html-below');
    assert.deepEqual((await checkAccess()).page, []);
    assert.equal(await inPreview.evaluate(() => document.querySelector('caption')?.innerText), '两镇产量');
    assert.match((await inPreview.evaluate(() => document.querySelector('figcaption')?.innerText)) ?? '', /收割机/);
  });
});
