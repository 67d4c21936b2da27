import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { compareWithFile, eventually, inPanel, inPreview, inWindow, press, screenshot, type } from '../host/driver.ts';
import { front, newsroom, notified, openFile, openList, replace, shown, tidy } from './window.ts';

declare const document: { querySelector(selector: string): { value: string; dispatchEvent(event: unknown): void } };
declare const Event: new (type: string) => unknown;

const pictures = ['柳叶渡橙园', '云坪茶园', '柳叶渡老船', '稻田收割', '青石滩大桥'];
const text = `${front}中国报道讯（苏禾报道）清泉镇的柿子红了。

${pictures.map((name) => `![](../图片/${name}.jpg)\n\n${name}。（苏禾摄）\n`).join('\n')}
![](../图片/没有这张.jpg)

不在的图片。（苏禾摄）
`;

const target = () => vscode.Uri.joinPath(newsroom(), '乡村/handed-over.html');
const read = async (uri = target()): Promise<string> =>
  new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
const gone = async (path: string): Promise<void> =>
  vscode.workspace.fs.delete(vscode.Uri.joinPath(newsroom(), path), { recursive: true }).then(undefined, () => {});

/** Export HTML… by keyboard: which of the two ways, then the name that the dialog offers. */
async function exportIt(beside = false): Promise<void> {
  await openList('F1');
  await type('Copydesk: Export HTML');
  await press('Enter');
  await inWindow.waitFor('.quick-input-widget >> text=One file, with its pictures in it');
  await press(beside ? 'ArrowDown Enter' : 'Enter');
  // VS Code's own dialog, with the article's name in it.
  await eventually('the dialog', () =>
    inWindow.evaluate(() =>
      document.querySelector('.quick-input-widget input[type=text]').value.endsWith('handed-over.html'),
    ),
  );
  await press('Enter');
}

async function article(): Promise<vscode.TextEditor> {
  const editor = await openFile('乡村/handed-over.md', text);
  await eventually('findings', () => shown(editor.document.uri).length > 0);
  return editor;
}

describe('exporting a page', () => {
  afterEach(async () => {
    await tidy();
    await gone('乡村/handed-over.html');
    await gone('乡村/handed-over_files');
  });

  it('writes one file that looks as the preview does, loads nothing, and knows nothing of this machine', async () => {
    const editor = await article();
    await exportIt();
    const html = await eventually('the file', () => read());
    await notified('“handed-over.html” was written. Pictures left out: ../图片/没有这张.jpg.');
    assert.equal(html.match(/<img [^>]*src="data:image\/jpeg;base64,[^"]{1000}/g)?.length, pictures.length);
    assert.doesNotMatch(html.replace(/<meta http-equiv[^>]*>/, ''), /file:|vscode|copydesk-file|\/tmp|src="(?!data:)/);
    assert.doesNotMatch(html, new RegExp(newsroom().path.replace(/[^/]*$/, '')));
    assert.match(
      html,
      /<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' file: data:/,
    );
    assert.match(html, /<script type="application\/ld\+json">.*"datePublished":"2026-05-04T09:30:00\+08:00"/);

    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    await vscode.commands.executeCommand('copydesk.openPreview', editor.document.uri);
    await vscode.window.tabGroups.close(
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .filter(({ input }) => input instanceof vscode.TabInputText),
    );
    await inPreview.waitFor('h1');
    await inPanel.click('#marks');
    await inPanel.evaluate(() => {
      for (const [id, value] of [
        ['view', 'desktop'],
        ['scheme', 'light'],
      ] as const) {
        const select = document.querySelector(`#${id}`);
        select.value = value;
        select.dispatchEvent(new Event('change'));
      }
    });
    await eventually('the same picture', async () => {
      const { width, height, ink, different } = await compareWithFile({
        name: 'exported',
        html,
        scheme: 'light',
        media: 'screen',
      });
      return ink > 10_000 && different <= width * height * 0.001;
    });
    await inPanel.click('#marks');
    await vscode.commands.executeCommand('workbench.action.toggleSidebarVisibility');
  });

  it('asks before it writes over a file', async () => {
    const editor = await article();
    await vscode.workspace.fs.writeFile(target(), new TextEncoder().encode('old'));
    await replace(editor, '柿子红了。', '柿子红透了。');
    await exportIt();
    await inWindow.waitFor('.quick-input-widget >> text=already exists');
    await screenshot('export-overwrite');
    await press('Escape');
    assert.equal(await read(), 'old');
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await vscode.window.showTextDocument(editor.document);
    await exportIt();
    await inWindow.waitFor('.quick-input-widget >> text=already exists');
    await press('Enter');
    assert.match(await eventually('the new file', async () => (await read()) !== 'old' && read()), /柿子红透了/);
  });

  it('puts the pictures into a folder beside the page, where it was asked to', async () => {
    await article();
    await exportIt(true);
    const html = await eventually('the file', () => read());
    assert.doesNotMatch(html, /data:image|file:\/\/|vscode|copydesk-file/);
    const first = `handed-over_files/${encodeURIComponent(`${pictures[0]}.jpg`)}`;
    assert.ok(
      html.includes(`<meta property="og:image" content="${first}">`) && html.includes(`"contentUrl":"${first}"`),
    );
    for (const name of pictures) {
      assert.ok(html.includes(`src="handed-over_files/${encodeURIComponent(`${name}.jpg`)}"`), name);
      const [copy, original] = await Promise.all(
        [`乡村/handed-over_files/${name}.jpg`, `图片/${name}.jpg`].map(async (path) =>
          vscode.workspace.fs.readFile(vscode.Uri.joinPath(newsroom(), path)),
        ),
      );
      assert.deepEqual(copy, original);
    }
  });

  it('tells each picture that it could not put there', async () => {
    const editor = await article();
    // A file where the folder of pictures should be: none of them can be copied, and each is told.
    await vscode.workspace.fs.writeFile(
      vscode.Uri.joinPath(newsroom(), '乡村/handed-over_files'),
      new TextEncoder().encode('x'),
    );
    await vscode.window.showTextDocument(editor.document);
    await exportIt(true);
    await notified(
      'Pictures left out: ../图片/没有这张.jpg、柳叶渡橙园.jpg、云坪茶园.jpg、柳叶渡老船.jpg、稻田收割.jpg and 1 more.',
    );
    assert.doesNotMatch(await read(), /<img[^>]*src=/);
  });
});
