import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { houseIds, shippedHouse } from '../../../src/house/load.ts';
import { report, wireReport } from '../../page/invented.ts';
import { buildScript, frames, openBrowser, openPreview, until } from './host.ts';

/** How light a colour is, from 0 to 1, as WCAG 2.2 counts it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => {
    const share = Number(part) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe('themes in Chromium', () => {
  let browser: Browser;
  let script = '';

  before(async () => {
    [browser, script] = await Promise.all([openBrowser(), buildScript()]);
  });
  after(() => browser?.close());

  // One house for each theme: what the others change is not how the page looks.
  const themes = new Map(houseIds.map((id) => [shippedHouse(id).page.theme, id] as const).reverse());
  for (const id of themes.values()) {
    const text = id === 'wire' ? wireReport : report;

    it(`${id} is readable by day, by night and as the editor’s theme says`, async () => {
      const { tab, page, show } = await openPreview(browser, script, shippedHouse(id));
      await show(`${text}\n\n[x](javascript:void) \`code\`\n\n![](absent/p.png)\n`, {
        image: (src) => (src.startsWith('absent') ? undefined : `https://webview.test/${src}`),
      });
      const colours = () =>
        page().evaluate(() => {
          const paper = getComputedStyle(document.body).backgroundColor;
          const texts = [...document.querySelectorAll('body *')].filter((element) =>
            [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()),
          );
          return texts.map((element) => {
            let ground = paper;
            for (let at: Element | null = element; at; at = at.parentElement) {
              const own = getComputedStyle(at).backgroundColor;
              if (own === 'rgba(0, 0, 0, 0)') continue;
              ground = own;
              break;
            }
            return { name: `${element.tagName}.${element.className}`, ink: getComputedStyle(element).color, ground };
          });
        });
      const dress = async (system: 'light' | 'dark', editor: string): Promise<string> => {
        await tab.emulateMedia({ colorScheme: system });
        await tab.evaluate((name) => {
          document.body.className = name;
        }, editor);
        await frames(tab);
        for (const { name, ink, ground } of await colours()) {
          assert.ok(contrast(ink, ground) >= 4.5, `${name} on a ${system} system in ${editor}: ${ink} on ${ground}`);
        }
        return page().evaluate(() => getComputedStyle(document.body).backgroundColor);
      };
      const day = await dress('light', '');
      const night = await dress('dark', '');
      assert.ok(luminance(day) > 0.9 && luminance(night) < 0.05);
      assert.equal(await dress('dark', 'vscode-light'), day);
      assert.equal(await dress('light', 'vscode-dark'), night);
      await dress('light', 'vscode-high-contrast');
      await dress('dark', 'vscode-high-contrast vscode-high-contrast-light');
      await tab.context().close();
    });

    for (const width of [320, 375, 768, 1280]) {
      it(`${id} fits a window of ${width} pixels`, async () => {
        const { tab, page, show } = await openPreview(browser, script, shippedHouse(id));
        await tab.setViewportSize({ width, height: 700 });
        const wide = `| ${'a long heading of a column | '.repeat(9)}\n|${'---|'.repeat(9)}\n`;
        await show(
          `${text}\n\n${'很'.repeat(400)}${'W'.repeat(200)}\n\n${wide}\n\n\`\`\`\n${'code '.repeat(80)}\n\`\`\`\n`,
        );
        await until(() => page().evaluate(() => [...document.images].every(({ complete }) => complete)));
        const { wide: whole, window: frame } = await page().evaluate(() => ({
          wide: document.documentElement.scrollWidth,
          window: innerWidth,
        }));
        assert.equal(whole, frame, 'nothing sticks out');
        await tab.context().close();
      });
    }
  }

  it('china-report sets Chinese as a newspaper does', async () => {
    const { tab, page, show } = await openPreview(browser, script, shippedHouse('china-report'));
    await show(`${'梯田放满了水，“春分”刚过；农技人员（共八名）在田头。'.repeat(30)}\n`);
    const set = await page().evaluate(() => {
      const paragraph = document.querySelector('.body > p');
      const text = paragraph?.firstChild;
      if (!paragraph || !text) return undefined;
      const { textIndent, fontSize, textAlign, lineBreak } = getComputedStyle(paragraph);
      const range = document.createRange();
      const starts: string[] = [];
      let bottom = 0;
      for (let i = 0; i < (text.textContent ?? '').length; i++) {
        range.setStart(text, i);
        range.setEnd(text, i + 1);
        const box = range.getBoundingClientRect();
        if (box.top >= bottom - 1) starts.push(range.toString());
        bottom = Math.max(bottom, box.bottom);
      }
      return { indent: Number.parseFloat(textIndent) / Number.parseFloat(fontSize), textAlign, lineBreak, starts };
    });
    assert.ok(set);
    assert.deepEqual([set.indent, set.textAlign, set.lineBreak], [2, 'justify', 'strict']);
    assert.ok(set.starts.length > 5);
    for (const first of set.starts) assert.doesNotMatch(first, /[，。；”）]/, 'no line starts with a closing mark');
    await tab.context().close();
  });
});
