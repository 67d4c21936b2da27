import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { attacks } from '../../page/attacks.ts';
import { report } from '../../page/invented.ts';
import { buildScript, frames, openBrowser, openPreview, origin, until } from './host.ts';

describe('the preview in Chromium', () => {
  let browser: Browser;
  let script = '';

  before(async () => {
    [browser, script] = await Promise.all([openBrowser(), buildScript()]);
  });
  after(() => browser?.close());

  it('shows an article, its pictures and its language', async () => {
    const { tab, page, show, requests } = await openPreview(browser, script);
    await show(report);
    assert.equal(
      await page().title(),
      '【山海协作·春耕见闻】云岭镇与望海区共建育秧中心，两地农技人员田头结对 - 青禾新闻网',
    );
    assert.equal(await page().evaluate(() => document.documentElement.lang), 'zh-Hans');
    assert.equal(
      await page().locator('main h1').innerText(),
      '【山海协作·春耕见闻】云岭镇与望海区共建育秧中心，两地农技人员田头结对',
    );
    await until(() =>
      page().evaluate(() => [...document.images].every(({ complete, naturalWidth }) => complete && naturalWidth > 0)),
    );
    assert.equal(requests.filter((url) => url.startsWith(`${origin}/images/`)).length, 3);
    assert.deepEqual(await tab.evaluate(() => window.stopped), []);
    await tab.context().close();
  });

  it('touches what changed and nothing else', async () => {
    const { tab, page, show, requests } = await openPreview(browser, script);
    await show(report);
    await until(() => page().evaluate(() => [...document.images].every(({ complete }) => complete)));
    const loaded = requests.length;
    await tab.evaluate(() => {
      const document = (window.frames[0] as Window).document;
      const marked = [...document.querySelectorAll('body *')] as (Element & { mark?: number })[];
      for (const [index, element] of marked.entries()) element.mark = index;
      const touched: string[] = [];
      Object.assign(window, { touched });
      new MutationObserver((records) => {
        for (const { target, type, addedNodes, removedNodes } of records) {
          touched.push(
            `${type} in ${target.parentElement?.tagName} ${target.nodeName} +${addedNodes.length} -${removedNodes.length}`,
          );
        }
      }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    });
    const changed = report.replace('每小时可完成800盘', '每小时可完成900盘');
    await show(changed);
    const all = await tab.evaluate(() => {
      const document = (window.frames[0] as Window).document;
      const elements = [...document.querySelectorAll('body *')] as (Element & { mark?: number })[];
      const { touched } = window as unknown as { touched: string[] };
      return { same: elements.every(({ mark }, index) => mark === index), touched: touched.splice(0) };
    });
    assert.ok(all.same, 'every element is the one that was there, in its place');
    assert.deepEqual(all.touched, ['characterData in P #text +0 -0']);

    await show(changed.replace('## 田头结对', '新的一段，在小标题之前。\n\n## 田头结对'));
    const inserted = await tab.evaluate(() => {
      const document = (window.frames[0] as Window).document;
      const elements = [...document.querySelectorAll('body *')] as (Element & { mark?: number })[];
      const { touched } = window as unknown as { touched: string[] };
      return { fresh: elements.filter(({ mark }) => mark === undefined).map(({ outerHTML }) => outerHTML), touched };
    });
    assert.deepEqual(inserted.fresh, ['<p>新的一段，在小标题之前。</p>']);
    assert.deepEqual(inserted.touched, ['childList in ARTICLE DIV +1 -0']);
    assert.equal(requests.length, loaded, 'no picture was loaded again');
    await tab.context().close();
  });

  it('shows the page where VS Code’s empty page is gone, and its text where no address is left', async () => {
    for (const [refused, pictures] of [
      [/fake\.html/, true],
      [/fake\.html|service-worker\.js/, false],
    ] as const) {
      const { tab, page, show } = await openPreview(browser, script, undefined, refused);
      await show(report);
      assert.equal(await tab.locator('iframe').count(), 1);
      assert.match(await page().locator('main h1').innerText(), /云岭镇与望海区/);
      if (pictures)
        await until(() => page().evaluate(() => [...document.images].every(({ naturalWidth }) => naturalWidth > 0)));
      await show(report.replace('每小时可完成800盘', '每小时可完成900盘'));
      assert.match(await page().locator('body').innerText(), /900盘/);
      await tab.context().close();
    }
  });

  it('follows any editing: what it shows is what a fresh preview shows', async () => {
    const { tab, page, show } = await openPreview(browser, script);
    const fresh = await openPreview(browser, script);
    const bodies = [
      report,
      report.replace('title:', 'subtitle: 副题\ntitle:'),
      report.replace(/!\[\]\(images\/signing\.jpg\)\n\n/, ''),
      report.replace('> 秧好', '- 秧好'),
      '',
      '# 只有题目\n',
      'a\n\nb\n\nc\n',
      'b\n\nc\n',
      'x\n\na\n\nb\n\ny\n\nc\n',
      report,
    ];
    for (const text of bodies) {
      await show(text);
      const patched = await page().locator('body').innerHTML();
      await fresh.reload();
      await fresh.show(text);
      assert.equal(
        patched.replace(/>\s+</g, '><'),
        (await fresh.page().locator('body').innerHTML()).replace(/>\s+</g, '><'),
      );
    }
    await Promise.all([tab.context().close(), fresh.tab.context().close()]);
  });

  it('asks for the whole page when it has lost count, and drops what is not a message', async () => {
    const { tab, page, show, post, said } = await openPreview(browser, script);
    const update = await show(report);
    const before = await page().locator('body').innerHTML();
    await post({ ...update, base: 41, number: 42, dress: undefined });
    await post({ ...update, blocks: [1] });
    await post('update');
    await post({ type: 'scroll', line: 1e9 });
    assert.equal(await page().locator('body').innerHTML(), before);
    assert.deepEqual(await said('ready'), [
      { type: 'ready', version: 0, findings: true, cards: false },
      { type: 'ready', version: 0, findings: true, cards: false },
    ]);
    await tab.context().close();
  });

  it('lets no attack through', async () => {
    const { tab, page, show, requests } = await openPreview(browser, script);
    const dialogs: string[] = [];
    const navigations: string[] = [];
    tab.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await show('');
    tab.on('framenavigated', (frame) => navigations.push(frame.url()));
    for (const { name, text } of attacks) {
      // The host shows local pictures only, as the extension does.
      await show(text, { image: (src) => (/^[\w.]+$/.test(src) ? `${origin}/${src}` : undefined) });
      await page().evaluate(() => {
        for (const link of document.querySelectorAll('body a')) {
          if (!/^https?:/.test(link.getAttribute('href') ?? '')) (link as HTMLAnchorElement).click();
        }
      });
      assert.equal(await tab.evaluate(() => window.taken), undefined, name);
      assert.equal(await page().evaluate(() => window.taken), undefined, name);
      assert.equal(
        await page().locator('body :is(script, iframe, object, form, style, base, meta, link, svg, template)').count(),
        0,
        name,
      );
    }
    await frames(tab);
    assert.equal(await tab.evaluate(() => window.taken), undefined);
    assert.equal(await page().evaluate(() => window.taken), undefined);
    assert.deepEqual([dialogs, navigations], [[], []]);
    assert.deepEqual(
      requests.filter((url) => !url.startsWith(`${origin}/`)),
      [],
    );
    await tab.context().close();
  });

  it('is held by its policy even if a page were not text', async () => {
    const { tab, page, show, post, requests, waitFor } = await openPreview(browser, script);
    const update = await show(report);
    await tab.evaluate(() => {
      window.stopped = [];
      (window.frames[0] as Window).document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
        window.stopped.push(effectiveDirective),
      );
    });
    const hostile = [
      '<p><img src="x.png" onerror="window.taken=1"><img src="nowhere:" onerror="window.taken=1"></p>',
      '<p><script>window.taken=1</script><script src="https://evil.example/a.js"></script></p>',
      '<p><iframe srcdoc="<script>parent.taken=1</script>"></iframe><iframe src="https://evil.example/"></iframe></p>',
      '<p><img src="https://evil.example/pixel.png"><object data="https://evil.example/"></object></p>',
      '<p style="background:url(https://evil.example/b.png)"><link rel="stylesheet" href="https://evil.example/a.css"></p>',
      '<form action="https://evil.example/" id="form"><button>go</button></form>',
      '<p><a href="javascript:window.taken=1" id="link">x</a><svg onload="window.taken=1"></svg><base href="https://evil.example/"></p>',
    ];
    await post({
      ...update,
      dress: undefined,
      base: update.number,
      number: 2,
      start: 0,
      removed: 0,
      blocks: hostile.map((html) => ({ html, findings: [] })),
      starts: [...hostile.map(() => 0), ...update.starts],
    });
    await waitFor('patched', 2);
    await page().evaluate(() => {
      document.querySelector('#link')?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
      (document.querySelector('#form') as HTMLFormElement | null)?.requestSubmit();
    });
    await frames(tab);
    assert.equal(await tab.evaluate(() => window.taken), undefined);
    assert.equal(await page().evaluate(() => window.taken), undefined);
    assert.equal(tab.url(), `${origin}/`);
    assert.deepEqual(
      requests.filter((url) => !url.startsWith(`${origin}/`)),
      [],
    );
    const stopped = new Set(await tab.evaluate(() => window.stopped));
    // Scripts and forms are stopped before the policy is asked: the sandbox allows neither.
    for (const directive of ['img-src', 'style-src-attr', 'frame-src', 'base-uri']) {
      assert.ok(stopped.has(directive), `${directive} was stopped; ${[...stopped].join(' ')}`);
    }
    await tab.context().close();
  });
});
