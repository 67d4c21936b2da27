import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, inPreview } from '../host/driver.ts';
import { finding, front, newsroom, noFinding, openFile, tidy } from './window.ts';

/** What the functions that run in the preview see there. */
declare const document: {
  readonly body: object & { readonly className: string };
  readonly images: ArrayLike<{ readonly naturalWidth: number }>;
  readonly scripts: { readonly length: number };
  querySelector(selector: string): object & { readonly textContent: string };
};
declare function getComputedStyle(element: object): Readonly<Record<string, string>>;

const page = `page:
  html: site/article.html
  slots: {title: h1.title, column: '#column', meta: .time, body: .article, editor: .editor}
`;

describe('the newsroom’s own page', () => {
  const file = () => vscode.Uri.joinPath(newsroom(), 'copydesk.yml');
  let kept: Uint8Array;

  before(async () => {
    kept = await vscode.workspace.fs.readFile(file());
  });
  afterEach(tidy);
  after(async () => {
    await vscode.workspace.fs.writeFile(file(), kept);
  });

  async function write(more: string): Promise<void> {
    await vscode.workspace.fs.writeFile(file(), new TextEncoder().encode(new TextDecoder().decode(kept) + more));
  }

  it('is the preview: its own styles and pictures, filled from unsaved text, with nothing that runs', async () => {
    await write(page);
    const editor = await openFile('乡村/own-page.md', `${front}中国报道讯（苏禾报道）清泉镇的柿子红了。\n`);
    await vscode.commands.executeCommand('copydesk.openPreview', editor.document.uri);
    await inPreview.waitFor('.bar');
    await inPreview.waitFor('.article > p');
    const seen = await eventually('a picture', async () => {
      const look = await inPreview.evaluate(() => ({
        title: document.querySelector('h1.title').textContent,
        meta: document.querySelector('.time').textContent,
        editor: document.querySelector('.editor').textContent,
        ground: getComputedStyle(document.body).backgroundColor,
        bar: getComputedStyle(document.querySelector('.bar')).display,
        indent: getComputedStyle(document.querySelector('.article > p')).textIndent,
        crumb: getComputedStyle(document.querySelector('.crumb')).color,
        logo: document.images[0]?.naturalWidth ?? 0,
        scripts: document.scripts.length,
      }));
      return look.logo > 0 && look;
    });
    assert.deepEqual(seen, {
      title: '柿子红了清泉镇',
      meta: '发布时间：2026-05-04 09:30:00\u00a0\u00a0\u00a0\u00a0来源：中国报道',
      editor: '责任编辑：尚林溪',
      ground: 'rgb(244, 241, 234)',
      bar: 'flex',
      indent: '32px',
      crumb: 'rgb(122, 75, 18)',
      logo: 120,
      scripts: 0,
    });
  });

  it('is drawn anew when the page or a stylesheet of it changes on the disk', async () => {
    await write(page);
    const { document: text } = await openFile('乡村/own-page.md', `${front}中国报道讯（苏禾报道）清泉镇的柿子红了。\n`);
    await vscode.commands.executeCommand('copydesk.openPreview', text.uri);
    await inPreview.waitFor('.article > p');
    const places = ['site/article.html', 'site/article_files/site.css'].map((path) =>
      vscode.Uri.joinPath(newsroom(), path),
    );
    for (const place of places) {
      const before = await vscode.workspace.fs.readFile(place);
      const changed = new TextDecoder()
        .decode(before)
        .replace('关于我们', '关于本站')
        .replace('font-size: 28px', 'font-size: 41px');
      await vscode.workspace.fs.writeFile(place, new TextEncoder().encode(changed));
      await eventually(`what changed in ${place.path}`, async () =>
        inPreview.evaluate(
          (html) =>
            html
              ? document.querySelector('.foot').textContent.includes('关于本站')
              : getComputedStyle(document.querySelector('h1.title')).fontSize === '41px',
          place.path.endsWith('.html'),
        ),
      );
      await vscode.workspace.fs.writeFile(place, before);
    }
  });

  it('says in copydesk.yml what is not there of what was saved, until it is', async () => {
    await write(page);
    const place = vscode.Uri.joinPath(newsroom(), 'site/article_files/site.css');
    const before = await vscode.workspace.fs.readFile(place);
    await vscode.workspace.fs.delete(place);
    const { message } = await finding(file(), 'house-file');
    assert.match(message, /article_files\/site\.css/);
    await vscode.workspace.fs.writeFile(place, before);
    await noFinding(file(), 'house-file');
  });

  it('says in copydesk.yml which selector matches nothing', async () => {
    await write(page.replace('h1.title', 'h7.title'));
    const { message } = await finding(file(), 'house-file');
    assert.match(message, /h7\.title/);
  });
});
