import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { checkAccess, compareWithPicture, eventually, inPanel, inPreview, resize, tell } from '../../host/driver.ts';
import english from '../../pictured/article.en.md';
import chinese from '../../pictured/article.zh.md';
import { newsroom, openFile, tidy } from '../window.ts';

declare const document: {
  readonly documentElement: {
    readonly scrollHeight: number;
    readonly clientHeight: number;
    readonly scrollWidth: number;
    readonly clientWidth: number;
  };
  readonly body: { readonly className: string; readonly dataset: Readonly<Record<string, string>> };
  readonly images: Iterable<{ readonly complete: boolean }>;
  querySelector(selector: string): { value: string; dispatchEvent(event: unknown): void };
};
declare const Event: new (type: string) => unknown;

/** A tall picture, as telephones take them. */
const portrait = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="1800" viewBox="0 0 120 180">
  <path fill="#c9b48a" d="M0 0h120v180H0z"/><path fill="#8a5a3c" d="M0 120h120v60H0z"/>
  <path fill="#5e4632" d="M18 30h84v6H18zM56 30h8v120h-8z"/>
  <circle cx="28" cy="84" r="18" fill="#d9682e"/><circle cx="92" cy="84" r="18" fill="#b8472a"/>
  <path fill="none" stroke="#5e4632" stroke-width="2" d="M28 36v30M92 36v30"/>
</svg>
`;

const ownPage = `page:
  html: site/article.html
  slots: {title: h1.title, column: '#column', meta: .time, body: .article, editor: .editor}
`;

/** The editor's themes, by the class that VS Code gives a webview for them. */
const editors = {
  light: ['Default Light Modern', 'vscode-light'],
  dark: ['Default Dark Modern', 'vscode-dark'],
  'high-contrast': ['Default High Contrast', 'vscode-high-contrast'],
  'high-contrast-light': ['Default High Contrast Light', 'vscode-high-contrast-light'],
} as const;
type Editor = keyof typeof editors;

const views = ['desktop', 'tablet', 'phone', 'cards'] as const;
type View = (typeof views)[number] | 'print';

async function dressEditor(editor: Editor): Promise<void> {
  const [theme, name] = editors[editor];
  const workbench = vscode.workspace.getConfiguration('workbench');
  await workbench.update('colorTheme', theme, vscode.ConfigurationTarget.Global);
  await eventually(`the editor in ${theme}`, () =>
    inPanel.evaluate((wanted) => document.body.className.split(' ').includes(wanted), name),
  );
}

/** Chooses a view, and makes the window as high as the whole page. */
async function choose(view: View): Promise<void> {
  await inPanel.evaluate((wanted) => {
    const select = document.querySelector('#view');
    select.value = wanted;
    select.dispatchEvent(new Event('change'));
  }, view);
  // Looked for anew each time: the document of the lists is written while a look may be under way.
  await eventually('the view', () =>
    inPreview.evaluate(
      (wanted) => document.querySelector(wanted) !== null,
      view === 'cards' ? '.copydesk-list' : 'article, .article',
    ),
  );
  await eventually('the whole page in sight', async () => {
    const { page, room, arrived } = await inPreview.evaluate(() => ({
      page: document.documentElement.scrollHeight,
      room: document.documentElement.clientHeight,
      arrived: [...document.images].every(({ complete }) => complete),
    }));
    if (!arrived) return false;
    if (page <= room) return true;
    await resize(1440, page + 160);
    return false;
  });
}

describe('the preview, as its pictures', () => {
  const file = () => vscode.Uri.joinPath(newsroom(), 'copydesk.yml');
  let house: Uint8Array;
  let said = false;

  before(async () => {
    house = await vscode.workspace.fs.readFile(file());
    for (const folder of ['图片', 'english/images'])
      await vscode.workspace.fs.writeFile(
        vscode.Uri.joinPath(newsroom(), folder, 'portrait.svg'),
        new TextEncoder().encode(portrait),
      );
    await openFile('plain/copydesk.yml', 'extends: plain\n');
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
  });
  after(async () => {
    await vscode.workspace.fs.writeFile(file(), house);
    await vscode.workspace.getConfiguration('workbench').update('colorTheme', undefined, true);
    await resize(1440, 900);
    await tidy();
  });

  /** The whole window for the preview of an article, without its findings. */
  async function open(path: string, article: string): Promise<void> {
    await tidy();
    await resize(1440, 900);
    const { document: text } = await openFile(path, article);
    await eventually('a preview', async () => {
      await vscode.commands.executeCommand('copydesk.openPreview', text.uri);
      return vscode.window.tabGroups.all.length > 1;
    });
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    await vscode.window.tabGroups.close(tabs.filter(({ input }) => input instanceof vscode.TabInputText));
    await inPreview.waitFor('h1');
    await marks(false);
  }

  async function marks(on: boolean): Promise<void> {
    if ((await inPanel.evaluate(() => document.querySelector('#marks[aria-pressed="true"]') !== null)) !== on)
      await inPanel.click('#marks');
    await inPreview.waitFor('[data-findings]', on ? 'attached' : 'hidden');
  }

  async function compare(name: string, smaller: number): Promise<void> {
    const { fault, grounds } = await compareWithPicture({ name, smaller });
    assert.equal(fault, '');
    if (!grounds || said) return;
    said = true;
    await tell(
      'The pictures of test/pictured are left out, only their grounds are compared: their fonts could not be had here, or this browser draws them otherwise.',
    );
  }

  async function accessible(): Promise<void> {
    const { panel, page } = await checkAccess();
    assert.deepEqual(
      [...panel, ...page].filter((line) => /^(serious|critical)/.test(line)),
      [],
    );
  }

  for (const [theme, path, article] of [
    ['plain', 'plain/全貌.md', chinese],
    ['china-report', '乡村/全貌.md', chinese],
    ['wire', 'english/national/overview.md', english],
  ] as const) {
    describe(theme, () => {
      before(() => open(path, article));

      for (const editor of ['light', 'dark', 'high-contrast', 'high-contrast-light'] as const) {
        for (const view of views) {
          it(`${view}, ${editor}`, async () => {
            await dressEditor(editor);
            await choose(view);
            await compare(`${theme}/${view}-${editor}`, editor === 'light' && view !== 'desktop' ? 2 : 3);
          });
        }
      }

      for (const editor of ['high-contrast', 'dark'] as const) {
        it(`print is black on white from an editor in ${editor}`, async () => {
          await dressEditor(editor);
          await choose('print');
          await compare(`${theme}/print`, 3);
        });
      }

      for (const editor of ['light', 'dark', 'high-contrast', 'high-contrast-light'] as const) {
        it(`keeps no reader out in ${editor}, with findings marked and in every view, as axe-core sees it`, async () => {
          await dressEditor(editor);
          for (const view of ['phone', 'cards', 'print'] as const) {
            await choose(view);
            await accessible();
          }
          await choose('tablet');
          await marks(true);
          await accessible();
          await marks(false);
        });
      }
    });
  }

  describe('the newsroom’s own page', () => {
    before(async () => {
      const own = new TextDecoder().decode(house) + ownPage;
      await vscode.workspace.fs.writeFile(file(), new TextEncoder().encode(own));
      await open('乡村/自有.md', chinese);
      await inPreview.waitFor('.bar');
    });

    for (const view of [...views, 'print'] as const) {
      it(`${view}, as the site has it, from a dark editor`, async () => {
        await dressEditor('dark');
        await choose(view);
        await compare(`own/${view}`, view === 'desktop' ? 3 : 2);
      });
    }

    it('is the same in every editor', async () => {
      for (const editor of ['light', 'high-contrast'] as const) {
        await dressEditor(editor);
        await choose('phone');
        await compare('own/phone', 2);
      }
    });
  });
});
