import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { shippedHouse } from '../../src/house/load.ts';
import { parseArticle } from '../../src/model/parse.ts';
import { renderDocument, renderPage } from '../../src/page/index.ts';
import { checkAccess, compareWithFile, eventually, inPanel, inPreview, mode } from '../host/driver.ts';
import { front, newsroom, openFile, tidy } from './window.ts';

declare const document: { querySelector(selector: string): { value: string; dispatchEvent(event: unknown): void } };
declare const Event: new (type: string) => unknown;

const article = [
  front.replace('title: 柿子红了清泉镇', 'title: 【山乡纪事】柿子红了清泉镇，南来北往的客商住进了村里的老屋'),
  '中国报道讯（苏禾）立冬前后，清泉镇的柿子熟了。镇里腾出三间老屋，给客商歇脚、过秤、记账，一天要接待四十多人。',
  '![](../图片/云坪茶园.jpg)',
  '图为清泉镇的坡地。（苏禾摄）',
  '## 老屋里的秤',
  '“秤要当着人的面看。”过秤的老人把账本摊开，每一笔都有两个人的名字。',
  '| 村 | 户数 | 斤 |\n|---|---:|---:|\n| 上坪 | 31 | 8200 |\n| 下坪 | 27 | 6400 |',
  '- 当天过秤，当天付钱\n- 账本留在村里',
  '> 柿子不等人，账也不等人。',
].join('\n\n');

/** The same article as one file, its picture in it. */
async function asFile(): Promise<string> {
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(newsroom(), '图片/云坪茶园.jpg'));
  const data = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  const image = () => `data:image/jpeg;base64,${data}`;
  return renderDocument(renderPage(parseArticle(article), shippedHouse('china-report'), { locale: 'en', image }));
}

async function choose(id: 'view' | 'scheme', value: string): Promise<void> {
  await inPanel.evaluate(
    (which, wanted) => {
      const select = document.querySelector(`#${which}`);
      select.value = wanted;
      select.dispatchEvent(new Event('change'));
    },
    id,
    value,
  );
}

describe('the preview, as a picture', () => {
  before(async () => {
    const { document: text } = await openFile('乡村/画面.md', article);
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    await eventually('a preview', async () => {
      await vscode.commands.executeCommand('copydesk.openPreview', text.uri);
      return vscode.window.tabGroups.all.length > 1;
    });
    // The whole window for the preview, so that the widest page is shown in its true size.
    await vscode.window.tabGroups.close(
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .filter(({ input }) => input instanceof vscode.TabInputText),
    );
    await inPreview.waitFor('h1');
    await inPanel.click('#marks');
    await inPreview.waitFor('[data-findings]', 'hidden');
  });
  after(async () => {
    await inPanel.click('#marks');
    await choose('view', 'fit');
    await choose('scheme', 'auto');
    await tidy();
    await vscode.commands.executeCommand('workbench.action.toggleSidebarVisibility');
  });

  for (const view of ['phone', 'tablet', 'desktop'] as const) {
    for (const scheme of ['light', 'dark'] as const) {
      it(`is the published page: ${view}, ${scheme}`, async () => {
        await choose('view', view);
        await choose('scheme', scheme);
        const html = await asFile();
        const wanted = { phone: 375, tablet: 768, desktop: 1280 }[view];
        // Colours and fonts arrive a moment after the choice.
        await eventually('the page as the file has it', async () => {
          const { width, height, ink, different } = await compareWithFile({
            name: `page-${view}-${scheme}`,
            html,
            scheme,
            media: 'screen',
          });
          return width === wanted && ink > 10_000 && different <= width * height * 0.001;
        });
      });
    }
  }

  it('has nothing that keeps a reader out, as axe-core sees it', async () => {
    await choose('view', 'fit');
    for (const scheme of ['light', 'dark']) {
      await choose('scheme', scheme);
      const { panel, page } = await checkAccess();
      assert.deepEqual(
        [...panel, ...page].filter((line) => /^(serious|critical)/.test(line)),
        [],
        mode(),
      );
    }
  });

  it('has nothing that keeps a reader out with its findings marked and one of them open', async () => {
    const text = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(newsroom(), '乡村/画面.md'));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(text.uri, text.positionAt(text.getText().indexOf('立冬前后')), '清泉镇•河口镇"两地"……，');
    assert.ok(await vscode.workspace.applyEdit(edit));
    await inPanel.click('#marks');
    await inPreview.waitFor('[data-findings]');
    await inPanel.click('#next');
    await inPanel.waitFor('#note');
    const { panel, page } = await checkAccess();
    assert.deepEqual(
      [...panel, ...page].filter((line) => /^(serious|critical)/.test(line)),
      [],
    );
    await inPanel.click('#note .close');
    await inPanel.click('#marks');
  });
});
