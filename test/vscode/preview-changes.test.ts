import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, inPanel, inPreview } from '../host/driver.ts';
import { finding, front, newsroom, openFile, rangeOf, replace, tidy } from './window.ts';

declare const document: {
  readonly body: { readonly innerText: string };
  readonly documentElement: { readonly lang: string };
  readonly images: Iterable<{ readonly naturalWidth: number; readonly complete: boolean; mark?: boolean }>;
  querySelector(selector: string): {
    readonly innerText: string;
    readonly textContent: string;
    readonly contentDocument: { querySelector(selector: string): { readonly textContent: string } | null };
  } | null;
};
declare const window: { seen?: number[] };
declare function requestAnimationFrame(next: () => void): void;

async function preview(uri: vscode.Uri): Promise<void> {
  await eventually('a preview', async () => {
    await vscode.commands.executeCommand('copydesk.openPreview', uri);
    return vscode.window.tabGroups.all.length > 1;
  });
  await inPreview.waitFor('h1');
}

const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs);
const labels = () => tabs().map(({ label }) => label);
const at = (path: string) => vscode.Uri.joinPath(newsroom(), path);
const write = (path: string, text: string) => vscode.workspace.fs.writeFile(at(path), new TextEncoder().encode(text));

/** Waits until the page prints something. */
const prints = (text: string) =>
  eventually(`“${text}” on the page`, () =>
    inPreview.evaluate((wanted) => document.body.innerText.includes(wanted), text),
  );

/** Closes the editors and leaves the previews. */
async function closeEditors(): Promise<void> {
  await vscode.window.tabGroups.close(tabs().filter(({ input }) => input instanceof vscode.TabInputText));
}

async function lock(): Promise<void> {
  await inPanel.click('#lock');
  await eventually('a locked preview', () => labels().some((label) => label.startsWith('Preview (locked)')));
}

describe('the preview, while its article changes', () => {
  afterEach(tidy);

  it('never shows an older text after a newer one, however fast the keys come, and ends with the last', async () => {
    const editor = await openFile('乡村/快打.md', `${front}清泉镇今天收了货，客商在老屋里过秤。\n\n河口镇也收了。\n`);
    await preview(editor.document.uri);
    await prints('客商在老屋');
    await inPanel.evaluate(() => {
      const seen: number[] = [];
      window.seen = seen;
      const look = () => {
        const text = document.querySelector('iframe')?.contentDocument.querySelector('.body p')?.textContent ?? '';
        seen.push(text.split('红').length - 1);
        requestAnimationFrame(look);
      };
      look();
    });
    const keys = 200;
    const began = Date.now();
    for (let key = 0; key < keys; key++) {
      // Each where the one before ended; every tenth key is markup, which waits for its page.
      const place = editor.document.positionAt(editor.document.getText().indexOf('客商'));
      const edit = new vscode.WorkspaceEdit();
      edit.insert(editor.document.uri, place, key % 10 === 9 ? '&#32418;' : '红');
      assert.ok(await vscode.workspace.applyEdit(edit));
    }
    const typed = Date.now();
    await eventually('the last text', () =>
      inPreview.evaluate(
        (wanted) => (document.querySelector('.body p')?.textContent ?? '').split('红').length - 1 === wanted,
        keys,
      ),
    );
    const settled = Date.now() - typed;
    const seen = await inPanel.evaluate(() => window.seen ?? []);
    assert.deepEqual(
      seen.filter((count, index) => count < (seen[index - 1] ?? 0)),
      [],
      'no frame showed less than the one before',
    );
    assert.ok(new Set(seen).size > 3, 'it was seen while it was typed');
    // What came meanwhile is drawn once: nothing queues up behind the keys.
    assert.ok(settled < 5000 + (typed - began) / 2, `${settled} ms after ${typed - began} ms of typing`);
  });

  it('shows the newest text when a hidden panel is brought back', async () => {
    const editor = await openFile('乡村/藏起.md', `${front}清泉镇。\n`);
    await preview(editor.document.uri);
    await prints('清泉镇。');
    const other = vscode.window.createWebviewPanel('other', 'Other', vscode.ViewColumn.Two);
    await eventually('another tab over it', () => other.visible);
    // The finding says when the server has read the new text, and with it whoever wants to show it.
    await replace(editor, '清泉镇。', '清泉镇•河口镇。');
    await finding(editor.document.uri, 'wrong-interpunct');
    other.dispose();
    await prints('清泉镇•河口镇。');
  });

  it('goes with an article that is renamed or moved, locked or not', async () => {
    const editor = await openFile('旧名.md', `${front}清泉镇。\n`);
    await preview(editor.document.uri);
    await lock();
    await closeEditors();
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(at('旧名.md'), at('新名.md'));
    assert.ok(await vscode.workspace.applyEdit(edit));
    await eventually('the new name', () => labels().includes('Preview (locked): 新名.md'));
    await write('新名.md', `${front}清泉镇，新名之后。\n`);
    await prints('新名之后');
  });

  it('keeps the page of an article that was deleted and says so, and goes on when it is there again', async () => {
    const editor = await openFile('删去【一】[2].md', `${front}清泉镇。\n`);
    await preview(editor.document.uri);
    await lock();
    await closeEditors();
    await vscode.workspace.fs.delete(at('删去【一】[2].md'));
    await eventually('a title that says so', () => labels().includes('Preview (its file is gone): 删去【一】[2].md'));
    await prints('清泉镇。');
    await write('删去【一】[2].md', `${front}清泉镇，又回来了。\n`);
    await prints('又回来了');
    await eventually('the title', () => labels().includes('Preview (locked): 删去【一】[2].md'));
  });

  it('follows a file that changes on the disk, open in an editor or not', async () => {
    const editor = await openFile('磁盘.md', `${front}清泉镇。\n`);
    await preview(editor.document.uri);
    await write('磁盘.md', `${front}清泉镇，第二稿。\n`);
    await prints('第二稿');
    await closeEditors();
    await write('磁盘.md', `${front}清泉镇，第三稿。\n`);
    await prints('第三稿');
  });

  it('shows another picture that is saved under the same name', async () => {
    const drawn = (width: number) => `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="300"/>`;
    const shown = (width: number) =>
      eventually(`a picture of ${width} pixels`, () =>
        inPreview.evaluate((wanted) => [...document.images].some((image) => image.naturalWidth === wanted), width),
      );
    await write('图片/另存.svg', drawn(640));
    const editor = await openFile('乡村/另存.md', `${front}![](../图片/另存.svg)\n\n图为清泉镇。（苏禾摄）\n`);
    await preview(editor.document.uri);
    await shown(640);
    await write('图片/另存.svg', drawn(480));
    await shown(480);
  });

  it('goes back to the file when the editor is closed without saving', async () => {
    const editor = await openFile('乡村/不存.md', `${front}清泉镇。\n`);
    await preview(editor.document.uri);
    await replace(editor, '清泉镇。', '清泉镇，没有存。');
    await prints('没有存');
    await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await eventually('the page of the file', () =>
      inPreview.evaluate(
        () => !document.body.innerText.includes('没有存') && document.body.innerText.includes('清泉镇。'),
      ),
    );
  });

  it('shows an article in another encoding as the editor reads it', async () => {
    // 清泉镇的柿子。 in GBK.
    const body = [0xc7, 0xe5, 0xc8, 0xaa, 0xd5, 0xf2, 0xb5, 0xc4, 0xca, 0xc1, 0xd7, 0xd3, 0xa1, 0xa3, 0x0a];
    const uri = at('乡村/gbk.md');
    await vscode.workspace.fs.writeFile(
      uri,
      Uint8Array.from([...new TextEncoder().encode('---\ntitle: GBK\n---\n\n'), ...body]),
    );
    const text = await vscode.workspace.openTextDocument(uri, { encoding: 'gbk' });
    const editor = await vscode.window.showTextDocument(text);
    await preview(uri);
    await prints('清泉镇的柿子。');
    await replace(editor, '的柿子', '的红柿子');
    await prints('清泉镇的红柿子。');
  });

  it('is dressed anew when the house changes, and keeps pictures and page when only the text does', async () => {
    const editor = await openFile(
      '乡村/换装.md',
      `${front}清泉镇。\n\n![](../图片/云坪茶园.jpg)\n\n图为清泉镇。（苏禾摄）\n\n末段。\n`,
    );
    await preview(editor.document.uri);
    const loaded = () =>
      inPreview.evaluate(() => {
        const all = [...document.images];
        return all.length > 0 && all.every(({ complete, naturalWidth }) => complete && naturalWidth > 0);
      });
    await eventually('the picture', loaded);
    await inPreview.evaluate(() => {
      for (const image of document.images) image.mark = true;
    });
    await replace(editor, '清泉镇。\n\n!', '清泉镇。\n\n新的一段，在图片之前。\n\n!');
    await prints('新的一段');
    assert.ok(
      await inPreview.evaluate(() => [...document.images].every(({ mark }) => mark === true)),
      'the same picture',
    );
    const house = at('copydesk.yml');
    const own = new TextDecoder().decode(await vscode.workspace.fs.readFile(house));
    try {
      await write('copydesk.yml', 'extends: wire\n');
      await eventually('the English house', () =>
        inPreview.evaluate(
          () => document.documentElement.lang.startsWith('en') && document.body.innerText.includes('末段'),
        ),
      );
      await eventually('the picture in the new dress', loaded);
    } finally {
      await write('copydesk.yml', own);
    }
    await eventually('the house again', () => inPreview.evaluate(() => document.documentElement.lang.startsWith('zh')));
  });

  it('does not freeze on an article of five megabytes', async function () {
    this.timeout(180_000);
    const paragraph = `${'清泉镇的柿子熟了，客商在老屋里过秤、记账，一天要接待四十多人。'.repeat(6)}\n\n`;
    const count = Math.ceil((5 * 1024 * 1024) / new TextEncoder().encode(paragraph).length);
    const editor = await openFile('乡村/五兆.md', `${front}开头一段在这里。\n\n${paragraph.repeat(count)}`);
    await preview(editor.document.uri);
    await eventually('the page', () => inPreview.evaluate(() => document.querySelector('.body p') !== null), 90_000);
    let longest = 0;
    let last = Date.now();
    // The extension host goes on with other things.
    const ticking = setInterval(() => {
      longest = Math.max(longest, Date.now() - last);
      last = Date.now();
    }, 20);
    const place = rangeOf(editor.document, '在这里').start;
    for (const letter of '一二三四五') {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(editor.document.uri, place, letter);
      assert.ok(await vscode.workspace.applyEdit(edit));
    }
    await eventually('what was typed', () =>
      inPreview.evaluate(() => (document.querySelector('.body p')?.textContent ?? '').includes('五四三二一在这里')),
    );
    clearInterval(ticking);
    assert.ok(longest < 5000, `the extension host stood still for ${longest} ms`);
  });

  it('can open its page at another address of the webview, should VS Code’s empty page go', async () => {
    const editor = await openFile('乡村/地址.md', `${front}![](../图片/云坪茶园.jpg)\n\n图为清泉镇。（苏禾摄）\n`);
    await preview(editor.document.uri);
    await eventually('the picture', () =>
      inPreview.evaluate(() => [...document.images].some(({ naturalWidth }) => naturalWidth > 0)),
    );
    const width = await inPanel.evaluate(async () => {
      const page = globalThis as unknown as {
        document: {
          createElement(
            name: string,
          ): Record<string, unknown> & { setAttribute(name: string, value: string): void; remove(): void };
          querySelector(selector: string): { src: string; contentDocument: { images: { src: string }[] } };
          body: { append(element: object): void };
        };
      };
      const src = page.document.querySelector('iframe').contentDocument.images[0]?.src ?? '';
      const frame = page.document.createElement('iframe');
      frame.setAttribute('sandbox', 'allow-same-origin');
      frame.src = `./service-worker.js${page.document.querySelector('iframe').src.replace(/^[^?]*/, '')}`;
      const loaded = new Promise((resolve) => {
        frame.onload = resolve;
      });
      page.document.body.append(frame);
      await loaded;
      const inner = frame.contentDocument as {
        open(): void;
        write(html: string): void;
        close(): void;
        images: { naturalWidth: number; decode(): Promise<void> }[];
      };
      inner.open();
      inner.write('<!doctype html><img>');
      inner.close();
      const [image] = inner.images as unknown as { src: string; naturalWidth: number; decode(): Promise<void> }[];
      if (!image) return 0;
      image.src = src;
      await image.decode();
      const { naturalWidth } = image;
      frame.remove();
      return naturalWidth;
    });
    assert.ok(width > 0);
  });
});
