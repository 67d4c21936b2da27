import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { keystrokeIn } from '../../../src/preview/keystroke.ts';
import { report } from '../../page/invented.ts';
import { buildScript, openBrowser, openPreview, type Preview } from './host.ts';

/** A text that is edited as in an editor: every change is told to a preview at once, its page comes when it is asked for. */
function edited(preview: Preview, first: string) {
  let text = first;
  let version = 1;
  const versions = [text];
  return {
    text: () => text,
    /** Replaces `what`, the first such, by `by`; returns whether the preview was told. */
    async type(what: string, by: string): Promise<boolean> {
      const at = text.indexOf(what);
      assert.ok(at >= 0, what);
      // As an editor does it: what both begin and end with is not touched.
      let same = 0;
      while (same < Math.min(what.length, by.length) && what[same] === by[same]) same++;
      let end = 0;
      while (end < Math.min(what.length, by.length) - same && what.at(-1 - end) === by.at(-1 - end)) end++;
      const start = at + same;
      const removed = what.length - same - end;
      const put = by.slice(same, by.length - end);
      text = text.slice(0, start) + put + text.slice(start + removed);
      versions.push(text);
      version++;
      const lines = text.slice(0, start).split('\n');
      const line = text.split('\n')[lines.length - 1] ?? '';
      const stroke = keystrokeIn(line, lines.at(-1)?.length ?? 0, removed, put);
      if (!stroke) return false;
      await preview.post({ type: 'typed', version, line: lines.length - 1, ...stroke });
      return true;
    },
    /** The page of the text as it was at a version, or as it is now. */
    page: async (of = version, since?: string) =>
      preview.show(versions[of - 1] ?? '', { textVersion: of, ...(since === undefined ? {} : { since }) }),
  };
}

const printed = (preview: Preview) =>
  preview.page().evaluate(() => document.body.innerHTML.replace(/>\s+</g, '><').replace(/ data-cursor=""/g, ''));

const paragraph = (preview: Preview, of: string) =>
  preview.page().evaluate((wanted) => {
    const all = [...document.querySelectorAll('p, h1, h2, li')].map(({ textContent }) => textContent ?? '');
    return all.find((text) => text.includes(wanted));
  }, of);

describe('what is typed, in the preview', () => {
  let browser: Browser;
  let script = '';

  before(async () => {
    [browser, script] = await Promise.all([openBrowser(), buildScript()]);
  });
  after(() => browser?.close());

  it('is there before its page, which then has nothing to change; pictures and the selection stay', async () => {
    const preview = await openPreview(browser, script);
    const { tab, page } = preview;
    const article = edited(preview, report);
    await article.page();
    await page().evaluate(() => {
      const text = [...document.querySelectorAll('p')].find(({ textContent }) =>
        textContent?.includes('每小时'),
      )?.firstChild;
      if (text) document.getSelection()?.setBaseAndExtent(text, 2, text, 6);
    });
    await tab.evaluate(() => {
      const { document } = window.frames[0] as Window;
      const touched: string[] = [];
      Object.assign(window, { touched, pictures: [...document.images] });
      new MutationObserver((records) => {
        for (const { type, target } of records) touched.push(`${type} in ${target.nodeName}`);
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    const before = await page().evaluate(() => String(document.getSelection()));
    assert.ok(await article.type('每小时可完成800盘', '每小时可以完成800盘'));
    assert.ok(await article.type('每小时可以完成800盘', '每小时可以完成900盘'));
    assert.ok((await paragraph(preview, '每小时'))?.includes('每小时可以完成900盘'));
    const touched = () => tab.evaluate(() => (window as unknown as { touched: string[] }).touched.splice(0));
    assert.deepEqual(await touched(), Array(2).fill('characterData in #text'));
    await article.page();
    assert.deepEqual(await touched(), []);
    assert.equal(await page().evaluate(() => String(document.getSelection())), before);
    assert.ok(
      await tab.evaluate(() => {
        const { document } = window.frames[0] as Window;
        const { pictures } = window as unknown as { pictures: Element[] };
        return pictures.length > 0 && pictures.every((picture, index) => picture === document.images[index]);
      }),
    );
    await tab.context().close();
  });

  it('stays on a page of an older text, and an older text is never shown again', async () => {
    const preview = await openPreview(browser, script);
    const article = edited(preview, report);
    await article.page();
    await preview.tab.evaluate(() => {
      const { document } = window.frames[0] as Window;
      const seen: number[] = [];
      Object.assign(window, { seen });
      const look = () => {
        const text = [...document.querySelectorAll('p')]
          .map(({ textContent }) => textContent ?? '')
          .find((one) => one.includes('每小时'));
        seen.push((text?.match(/可(一*)完成/)?.[1] ?? '').length);
        requestAnimationFrame(look);
      };
      look();
    });
    for (let count = 0; count < 40; count++) {
      await article.type(`可${'一'.repeat(count)}完成`, `可${'一'.repeat(count + 1)}完成`);
      // Its pages come late: the one of three keystrokes ago.
      if (count % 4 === 3) await article.page(count - 1);
    }
    await article.page();
    assert.ok((await paragraph(preview, '每小时'))?.includes(`可${'一'.repeat(40)}完成`));
    const seen = await preview.tab.evaluate(() => (window as unknown as { seen: number[] }).seen);
    assert.deepEqual(
      [...seen].sort((a, b) => a - b),
      seen,
    );
    await preview.tab.context().close();
  });

  it('is taken back when the page says otherwise', async () => {
    const preview = await openPreview(browser, script);
    const article = edited(preview, report);
    await article.page();
    const before = await printed(preview);
    assert.ok(await article.type('每小时可完成', '每小时可以完成'));
    assert.notEqual(await printed(preview), before);
    // The editor took it back in a way that is no keystroke; the page is the one that was.
    await preview.post({ type: 'same', textVersion: 3 });
    assert.equal(await printed(preview), before);
    // A gap: what was typed after something that could not be shown waits for its page.
    await preview.post({
      type: 'typed',
      version: 5,
      line: 0,
      before: '每小时可',
      after: '完成',
      removed: 0,
      text: '以',
    });
    assert.equal(await printed(preview), before);
    await preview.tab.context().close();
  });

  it('is there at once among marked changes, and never in words that are gone', async () => {
    const preview = await openPreview(browser, script);
    const fresh = await openPreview(browser, script);
    const since = report.replace('每小时可完成', '听说如今每小时大约能完成');
    assert.notEqual(since, report);
    const article = edited(preview, report);
    const marked = () =>
      preview.page().evaluate(() => {
        const one = [...document.querySelectorAll('p')].find(({ textContent }) => textContent?.includes('每小时'));
        return [...(one?.querySelectorAll('.copydesk-removed') ?? [])].map(({ textContent }) => textContent).join('');
      });
    const kept = () =>
      preview.page().evaluate(() => {
        const one = [...document.querySelectorAll('p')].find(({ textContent }) => textContent?.includes('每小时'));
        const copy = one?.cloneNode(true) as Element | undefined;
        for (const gone of copy?.querySelectorAll('.copydesk-removed') ?? []) gone.remove();
        return copy?.textContent ?? '';
      });
    await article.page(undefined, since);
    const struck = await marked();
    assert.ok(struck.includes('听说'), struck);
    for (const [what, by] of [
      ['每小时可完成', '每小时可一完成'],
      ['可一完成', '可一一完成'],
      ['完成800盘', '完成近800盘'],
    ] as const) {
      assert.ok(await article.type(what, by));
      assert.ok((await kept()).includes(by), `${by}: ${await kept()}`);
      assert.equal(await marked(), struck);
    }
    await article.page(undefined, since);
    await fresh.show(article.text(), { since });
    assert.equal(await printed(preview), await printed(fresh));
    await Promise.all([preview.tab.context().close(), fresh.tab.context().close()]);
  });

  it('ends as its page, whatever is typed and however late pages come', async () => {
    const preview = await openPreview(browser, script);
    const fresh = await openPreview(browser, script);
    const article = edited(preview, report);
    await article.page();
    const places = ['每小时可完成800盘', '田头结对', '共建育秧中心', '秧好'];
    let told = 0;
    for (const [index, what] of places.entries()) {
      for (const by of [`${what}甲`, `${what}*甲*`, `乙${what}*甲*`, `${what}`]) {
        if (!article.text().includes(what)) break;
        const now = article.text().slice(article.text().indexOf(what)).startsWith(`${what}*甲*`) ? `${what}*甲*` : what;
        if (await article.type(now, by)) told++;
        if ((told + index) % 3 === 0) await article.page();
      }
      await article.page();
      await fresh.reload();
      await fresh.show(article.text());
      assert.equal(await printed(preview), await printed(fresh));
    }
    assert.ok(told >= 4, `${told} keystrokes were shown ahead`);
    await Promise.all([preview.tab.context().close(), fresh.tab.context().close()]);
  });
});
