// Only where the newsroom lies on the disk: Chromium opens the page that was saved from there.
import * as vscode from 'vscode';
import { compareWithSaved, eventually, inPanel, inPreview } from '../host/driver.ts';
import { newsroom, openFile, tidy } from './window.ts';

declare const document: { querySelector(selector: string): { value: string; dispatchEvent(event: unknown): void } };
declare const Event: new (type: string) => unknown;

const page = `page:
  html: site/article.html
  slots: {title: h1.title, column: '#column', meta: .time, body: .article, editor: .editor}
`;

describe('the newsroom’s saved page', () => {
  const file = () => vscode.Uri.joinPath(newsroom(), 'copydesk.yml');

  before(async () => {
    const kept = await vscode.workspace.fs.readFile(file());
    await vscode.workspace.fs.writeFile(file(), new TextEncoder().encode(new TextDecoder().decode(kept) + page));
  });
  afterEach(tidy);

  /** The article that the sample newsroom's page was saved with. */
  const saved = `---
title: 柳叶渡办起渔家夜校
column: 乡村
published: 2025-10-14 08:30:00
source: 云岫新闻
editor: 许青禾
---

云岫新闻讯（何照野报道）天刚擦黑，柳叶渡的晒网场亮起了灯。

夜校每周两晚，教看水情、修机器、算细账，已经上了六课，来听的渔民有四十多人。
`;

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

  it('is the saved page as Chromium shows it, to the pixel, for the article that it was saved with', async () => {
    const { document: text } = await openFile('乡村/as-saved.md', saved);
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    await vscode.commands.executeCommand('copydesk.openPreview', text.uri);
    await vscode.window.tabGroups.close(
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .filter(({ input }) => input instanceof vscode.TabInputText),
    );
    await inPreview.waitFor('.article > p');
    await inPanel.click('#marks');
    await inPreview.waitFor('[data-findings]', 'hidden');
    for (const view of ['desktop', 'phone'] as const) {
      for (const scheme of ['light', 'dark'] as const) {
        await choose('view', view);
        await choose('scheme', scheme);
        await eventually(`the saved page, ${view}, ${scheme}`, async () => {
          const { ink, different } = await compareWithSaved({
            name: `saved-${view}-${scheme}`,
            folder: vscode.Uri.joinPath(newsroom(), 'site').path,
            file: 'article.html',
            scheme,
          });
          return ink > 10_000 && different === 0;
        });
      }
    }
    await choose('view', 'fit');
    await choose('scheme', 'auto');
    await inPanel.click('#marks');
    await vscode.commands.executeCommand('workbench.action.toggleSidebarVisibility');
  });
});
