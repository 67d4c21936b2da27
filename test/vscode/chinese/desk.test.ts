import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { checkAccess, eventually, inPanel, press, screenshot, type } from '../../host/driver.ts';
import { newsroom, tidy, untilServerKnows } from '../window.ts';

/** What the functions that run in the page see there. */
interface Element {
  readonly textContent: string;
  getAttribute(name: string): string | null;
}
declare const document: {
  readonly documentElement: { readonly style: { background: string } };
  readonly activeElement: { readonly id: string } | null;
  readonly body: { readonly className: string; readonly innerText: string };
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
};

const article = (title: string, day: string, more: string): string =>
  `---\ntitle: ${title}\ncolumn: 乡村\nsource: 中国报道\npublished: ${day} 09:30:00\nreporters: [苏禾]\neditor: 尚林溪\n${more}---\n\n中国报道讯（苏禾报道）清泉镇的柿子红了。\n\n责任编辑：尚林溪\n`;

/** Steps that nobody has signed, an embargo that has not ended, a fault: all that a row can say. */
const files: Readonly<Record<string, string>> = {
  'copydesk.yml':
    'extends: china-report\nsignoff: {steps: {一审: {label: {zh: 一审, en: First review}}}}\nchecks: {missing-signature: off}\n',
  '乡村/柿子.md': article('河湾镇的柿子红了', '2026-05-04', 'stage: draft\n'),
  '乡村/渡口.md': article('海州渡口最后一班船', '2026-05-03', 'stage: draft\nembargo: 2999-06-01 08:00\n'),
  '乡村/夜校.md': article('柳叶渡办起夜校', '2026-05-04', 'stage: ready\n'),
  '乡村/病稿.md': article('城乡公交开到村口•票价两元', '2026-05-04', 'stage: draft\n'),
};

/** An English word that should not be there. */
const english = /[A-Za-z]{3,}/;

const themes = [
  ['Default Light Modern', 'vscode-light', 'light'],
  ['Default Dark Modern', 'vscode-dark', 'dark'],
  ['Default High Contrast', 'vscode-high-contrast', 'contrast'],
  ['Default High Contrast Light', 'vscode-high-contrast-light', 'contrast-light'],
] as const;

const rows = (): Promise<readonly string[]> =>
  inPanel.evaluate(() => [...document.querySelectorAll('.row')].map(({ textContent }) => textContent));

describe('编辑部稿件', () => {
  before(async () => {
    await tidy();
    for (const [name] of await vscode.workspace.fs.readDirectory(newsroom()))
      if (!name.startsWith('.'))
        await vscode.workspace.fs.delete(vscode.Uri.joinPath(newsroom(), name), { recursive: true });
    for (const [path, text] of Object.entries(files))
      await vscode.workspace.fs.writeFile(
        vscode.Uri.joinPath(newsroom(), ...path.split('/')),
        new TextEncoder().encode(text),
      );
    await untilServerKnows();
    await vscode.commands.executeCommand('copydesk.showDesk');
    await inPanel.waitFor('.row');
  });
  after(async () => {
    await vscode.workspace.getConfiguration('workbench').update('colorTheme', undefined, true);
    await vscode.commands.executeCommand('workbench.view.explorer');
    await tidy();
  });

  it('speaks Chinese in rows, groups, controls and what a screen reader hears', async () => {
    await eventually('four articles, checked', async () => {
      const all = await rows();
      return all.length === 4 && all.every((text) => /\d\s*字/.test(text));
    });
    const said = await inPanel.evaluate(() => [
      document.body.innerText,
      ...[...document.querySelectorAll('[aria-label]')].map((one) => one.getAttribute('aria-label') ?? ''),
      ...[...document.querySelectorAll('[title], [placeholder]')].map(
        (one) => `${one.getAttribute('title') ?? ''}${one.getAttribute('placeholder') ?? ''}`,
      ),
    ]);
    for (const text of said) assert.doesNotMatch(text, english);
    const all = (await rows()).join('\n');
    await inPanel.click('#more');
    await inPanel.waitFor('#filters select');
    for (const what of [/一审/, /2999-06-01 08:00/, /差错\s*1|错误\s*1/]) assert.match(all, what);
  });

  for (const [theme, kind, name] of themes) {
    it(`can be read in ${theme}`, async () => {
      await vscode.workspace.getConfiguration('workbench').update('colorTheme', theme, true);
      await inPanel.waitFor(`body.${kind}`);
      await screenshot(`desk-${name}`);
      // The side bar shines through the page, and axe sees through no frame.
      await inPanel.evaluate(() => {
        document.documentElement.style.background = 'var(--vscode-sideBar-background)';
      });
      assert.deepEqual(await checkAccess(), { panel: [], page: [] });
    });
  }

  it('finds by pinyin where nothing else is typed', async () => {
    await vscode.commands.executeCommand('copydesk.searchDesk');
    await eventually('the search', () => inPanel.evaluate(() => document.activeElement?.id === 'query'));
    await type('hzdk');
    await eventually('one article', async () => (await rows()).length === 1);
    assert.match((await rows()).join(), /海州渡口最后一班船/);
    await press('Escape');
    await eventually('all articles', async () => (await rows()).length === 4);
  });

  it('has the day’s list in Chinese, on white in every theme', async () => {
    await vscode.commands.executeCommand('workbench.view.explorer');
    await vscode.commands.executeCommand('copydesk.dayList', '2026-05-04');
    await inPanel.waitFor('td.title');
    assert.doesNotMatch(await inPanel.evaluate(() => document.body.innerText), english);
    await screenshot('day-contrast-light');
    assert.deepEqual(await checkAccess(), { panel: [], page: [] });
    await vscode.workspace.getConfiguration('workbench').update('colorTheme', 'Default Dark Modern', true);
    await inPanel.waitFor('body.vscode-dark');
    await screenshot('day-dark');
    assert.deepEqual(await checkAccess(), { panel: [], page: [] });
  });
});
