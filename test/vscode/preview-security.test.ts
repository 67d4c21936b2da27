import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, inPanel, inPreview, outsideRequests, watchRequests } from '../host/driver.ts';
import { attacks } from '../page/attacks.ts';
import { drawn, front, newsroom, openFile, tidy } from './window.ts';

/** What the functions that run in the preview see there. */
declare const document: {
  readonly body: { readonly innerText: string; readonly childElementCount: number };
  readonly images: Iterable<{ readonly naturalWidth: number; readonly src: string }>;
  querySelector(
    selector: string,
  ): { getAttribute(name: string): string; readonly sandbox: { readonly value: string } } | null;
  querySelectorAll(
    selector: string,
  ): Iterable<{ click(): void; getAttribute(name: string): string | null; readonly outerHTML: string }>;
};
declare const window: {
  taken?: unknown;
  readonly parent: { taken?: unknown };
  readonly frames: ArrayLike<{ taken?: unknown }>;
};

async function preview(uri: vscode.Uri): Promise<void> {
  await eventually('a preview', async () => {
    await vscode.commands.executeCommand('copydesk.openPreview', uri);
    return vscode.window.tabGroups.all.length > 1;
  });
  await inPreview.waitFor('h1');
}

/** A policy with what is new each time, and what names the machine, left out. */
function pinned(policy: string): string {
  // Where the extension itself came by the web, as on vscode.dev, its own place is one more source.
  const own = vscode.extensions.getExtension('copydesk.copydesk')?.extensionUri;
  const rest = own?.scheme.startsWith('http')
    ? policy.replaceAll(`${own.toString(true).replace(/\/$/, '')}/ `, '')
    : policy;
  return rest.replace(/'nonce-\w+'/g, "'nonce-…'").replace(/https:\/\/\*\.[\w.-]+/g, 'https://*.…');
}

/** What was asked of other machines, VS Code's own gallery aside. */
async function leaked(): Promise<readonly string[]> {
  return (await outsideRequests()).filter((url) => !url.startsWith('https://open-vsx.org/'));
}

describe('the preview, attacked', () => {
  before(watchRequests);
  afterEach(tidy);

  it('has the policies that were agreed on, and a sandbox without scripts', async () => {
    const { document: text } = await openFile('乡村/政策.md', `${front}清泉镇。\n`);
    await preview(text.uri);
    const meta = () =>
      document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? '';
    assert.equal(
      pinned(await inPanel.evaluate(meta)),
      "default-src 'none'; style-src 'self' https://*.…; script-src 'nonce-…'; frame-src 'self'; base-uri 'none'; form-action 'none'",
    );
    assert.equal(
      pinned(await inPreview.evaluate(meta)),
      "default-src 'none'; img-src 'self' https://*.… data:; style-src 'self' https://*.… 'nonce-…'; font-src 'self' https://*.…; base-uri 'none'; form-action 'none'",
    );
    assert.equal(await inPanel.evaluate(() => document.querySelector('iframe')?.sandbox.value), 'allow-same-origin');
  });

  it('shows every attack as text: nothing runs, nothing is asked for, nothing is left', async () => {
    const { document: shown } = await openFile('乡村/攻击.md', `${front}清泉镇。\n`);
    await preview(shown.uri);
    const rewrite = async (text: string): Promise<void> => {
      const edit = new vscode.WorkspaceEdit();
      edit.replace(shown.uri, new vscode.Range(0, 0, shown.lineCount, 0), text);
      assert.ok(await vscode.workspace.applyEdit(edit));
    };
    for (const { name, text } of attacks) {
      const article = text.startsWith('---') ? text : `${front}${text}\n`;
      await rewrite(`${article}\n\n末段：${name}。\n`);
      const last = `末段：${name}。`;
      await eventually(`the page of ${name}`, () =>
        inPreview.evaluate((words) => {
          if (!document.body.innerText.includes(words)) return false;
          for (const link of document.querySelectorAll('a')) {
            // Links of the web lead outside, as they should; every other one is tried.
            if (!/^(https?|mailto):/i.test(link.getAttribute('href') ?? '')) link.click();
          }
          return true;
        }, last),
      );
      const found = await inPreview.evaluate(() => ({
        elements: [
          ...document.querySelectorAll(
            'body :is(script, iframe, frame, object, embed, form, style, base, meta, link, svg, math, template, [style], [onclick], [onerror], [onload], [srcdoc])',
          ),
        ].map(({ outerHTML }) => outerHTML),
        page: typeof window.taken,
        panel: typeof window.parent.taken,
      }));
      assert.deepEqual(found, { elements: [], page: 'undefined', panel: 'undefined' }, name);
    }
    assert.deepEqual(await leaked(), []);
  });

  it('shows no file from outside the workspace, by whatever path', async () => {
    const outside = vscode.Uri.joinPath(newsroom(), '..', 'outside.svg');
    const picture =
      '<svg xmlns="http://www.w3.org/2000/svg" width="41" height="31"><rect width="41" height="31"/></svg>';
    await vscode.workspace.fs.writeFile(outside, new TextEncoder().encode(picture));
    await vscode.workspace.fs.writeFile(
      vscode.Uri.joinPath(newsroom(), '图片/里.svg'),
      new TextEncoder().encode(picture.replaceAll('41', '42')),
    );
    const paths = [
      '../../outside.svg',
      '../图片/../../outside.svg',
      '%2e%2e/%2e%2e/outside.svg',
      '..%2f..%2foutside.svg',
      '..\\..\\outside.svg',
      outside.path,
      `file://${outside.path}`,
      outside.toString(),
      `/..${outside.path}`,
      '//127.0.0.1/outside.svg',
      'C:\\outside.svg',
      '\\\\host\\share\\outside.svg',
    ];
    const { document: text } = await openFile(
      '乡村/路径.md',
      `${front}${paths.map((path) => `![图](<${path}>)`).join('\n\n')}\n\n![图](../图片/里.svg)\n`,
    );
    await preview(text.uri);
    await eventually('the picture that may be shown', () =>
      inPreview.evaluate(() => [...document.images].some(({ naturalWidth }) => naturalWidth === 42)),
    );
    const shown = await inPreview.evaluate(() =>
      [...document.images].filter(({ naturalWidth }) => naturalWidth === 41).map(({ src }) => src),
    );
    assert.deepEqual(shown, []);
    await vscode.workspace.fs.delete(outside);
  });

  it('is held by sandbox and policy even if its page were not text', async () => {
    const { document: text } = await openFile('乡村/底线.md', `${front}清泉镇。\n`);
    await preview(text.uri);
    await inPanel.evaluate(() => {
      const frame = document.querySelector('iframe') as unknown as {
        contentDocument: {
          body: { insertAdjacentHTML(where: string, html: string): void };
          querySelector(selector: string): { click(): void };
        };
      };
      frame.contentDocument.body.insertAdjacentHTML(
        'beforeend',
        `<img src="nowhere:" onerror="window.taken=parent.taken=1"><svg onload="window.taken=parent.taken=1"></svg>
        <iframe srcdoc="<script>parent.parent.taken=1</script>"></iframe><iframe src="https://evil.example/"></iframe>
        <img src="https://evil.example/pixel.png"><object data="https://evil.example/"></object>
        <link rel="stylesheet" href="https://evil.example/a.css"><link rel="prefetch" href="https://evil.example/b">
        <video src="https://evil.example/v.mp4" autoplay></video><div style="background:url(https://evil.example/c.png)">x</div>
        <form action="https://evil.example/" target="_blank"><button id="send">x</button></form>
        <meta http-equiv="refresh" content="0;url=https://evil.example/"><base href="https://evil.example/">
        <a id="script" href="javascript:parent.taken=1">x</a><a id="command" href="command:workbench.action.quit">x</a>`,
      );
      for (const id of ['#send', '#script', '#command']) frame.contentDocument.querySelector(id).click();
    });
    await drawn();
    assert.equal(await inPanel.evaluate(() => typeof window.taken), 'undefined');
    assert.equal(await inPreview.evaluate(() => typeof window.taken), 'undefined');
    await inPreview.waitFor('h1');
    assert.deepEqual(await leaked(), []);
  });

  it('asks other sites for pictures only when that was allowed', async () => {
    const { document: text } = await openFile(
      '乡村/站外.md',
      `${front}清泉镇。\n\n![图](https://pictures.example/a.png)\n\n![图](http://pictures.example/b.png)\n`,
    );
    await preview(text.uri);
    const pictures = () => inPreview.evaluate(() => [...document.images].map(({ src }) => src));
    await inPanel.waitFor('#remote');
    assert.deepEqual(await pictures(), []);
    // In a folder that is not trusted nobody can allow it, as a suite of that mode holds.
    if (!vscode.workspace.isTrusted) return;
    await vscode.commands.executeCommand('copydesk.toggleRemoteImages');
    await eventually('the picture', async () => (await pictures()).length === 1);
    assert.deepEqual(await pictures(), ['https://pictures.example/a.png']);
    const policy = await inPreview.evaluate(
      () => document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? '',
    );
    assert.match(pinned(policy), /img-src 'self' https:\/\/\*\.… data: https:;/);
    await vscode.commands.executeCommand('copydesk.toggleRemoteImages');
    await eventually('no picture', async () => (await pictures()).length === 0);
    await inPanel.waitFor('#remote button');
    // The one that was allowed, and the one only.
    assert.deepEqual([...new Set(await leaked())], ['https://pictures.example/a.png']);
  });
});
