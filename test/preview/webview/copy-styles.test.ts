import themeIds from 'copydesk:themes/names';
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import type { CopyStyles, Destination, StyleName } from '../../../src/handover/copy-styles.ts';
import type { House } from '../../../src/house/house.ts';
import { parseArticle } from '../../../src/model/parse.ts';
import { renderDocument, renderPage } from '../../../src/page/index.ts';
import { inventedHouse, inventedWire } from '../../page/invented.ts';
import { chromiumAlone } from './chromium.ts';

const dot =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgYGAAAAAEAAH2FzhVAAAAAElFTkSuQmCC';

/** Everything that a style is for. */
const text = `# T

By Maren Holt

![p](a.png)
Caption.

Words with \`code\` and [a link](https://a.example/).

## Two

### Three

> Quote.
>
> More.

- one

- two

1. one
2. two

| a | b |
|---|---|
| c | d |

\`\`\`
code
\`\`\`

---

![p](a.png)

Words.

(Photo: Tomas Reyle/Harbour Wire)

Editor: Ines Calloway
`;
const chineseText = text
  .replace('By Maren Holt', '青禾新闻记者 沈砚秋 通讯员 罗一帆')
  .replace('(Photo: Tomas Reyle/Harbour Wire)', '（沈砚秋 摄）')
  .replace('Editor: Ines Calloway', '责任编辑：林望舒');

/** Where each style is looked up on the page; the last that matches. */
const selectors: Readonly<Record<StyleName, string>> = {
  p: '.body > p:not([class])',
  quote: '.body > blockquote > p:first-child',
  item: '.body li > p',
  figure: '.body > figure',
  figcaption: '.body > figure > figcaption',
  byline: '.body > .byline',
  credit: '.body > .credit',
  editor: '.body > .editor',
  img: '.body > figure img',
  h2: '.body > h2:not([class])',
  h3: '.body > h3:not([class])',
  blockquote: '.body > blockquote',
  ul: '.body > ul',
  ol: '.body > ol',
  li: '.body > ol > li',
  table: '.body table',
  th: '.body th:not([class])',
  td: '.body td:not([class])',
  pre: '.body > pre',
  code: '.body > p > code',
  a: '.body > p > a',
  hr: '.body > hr',
};

/** Runs in the page: the look of what each selector finds, as declarations; '' for nothing. */
function lookOf(wanted: Readonly<Record<string, string>>): [string, string][] {
  const px = (length: string): number => Math.round(Number.parseFloat(length) * 10) / 10;
  const length = (pixels: number): string => (pixels === 0 ? '0' : `${pixels}px`);
  const hex = (color: string): string | undefined => {
    const [, r = '0', g = '0', b = '0', a = '1'] = /rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)/.exec(color) ?? [];
    const two = (channel: string) => Number(channel).toString(16).padStart(2, '0');
    return Number(a) === 0 ? undefined : `#${two(r)}${two(g)}${two(b)}`;
  };
  const styleOf = (name: string): CSSStyleDeclaration | undefined => {
    const element = [...document.querySelectorAll(wanted[name] ?? '')].at(-1);
    return element && getComputedStyle(element);
  };
  const sides = ['top', 'right', 'bottom', 'left'] as const;
  const marginsOf = (name: string, style: CSSStyleDeclaration): string => {
    const own = sides.map((side) => px(style.getPropertyValue(`margin-${side}`)));
    const [top = 0, right = 0, bottom = 0, left = 0] = own;
    // A picture and its caption are pasted as paragraphs, which share the space around the figure.
    if (name === 'figure') return `${length(top)} 0 0`;
    if (name === 'figcaption') return `${length(top)} 0 ${length(px(styleOf('figure')?.marginBottom ?? '0'))}`;
    // A table has its space from the box that it scrolls in.
    const box = [...document.querySelectorAll(wanted.table ?? '')].at(-1)?.parentElement;
    if (name === 'table' && box) return `${length(px(getComputedStyle(box).marginTop))} ${left > 0 ? 'auto' : '0'}`;
    if (name === 'hr') return `${length(top)} auto`;
    return `${length(top)} ${length(right)} ${length(bottom)} ${length(left)}`;
  };
  const kinds = {
    boxes: ['figure', 'blockquote', 'ul', 'ol', 'hr', 'table', 'pre'],
    cells: ['th', 'td', 'li'],
    inline: ['img', 'code', 'a'],
  };
  const look = (name: string, style: CSSStyleDeclaration): Record<string, string | undefined> => {
    const inline = kinds.inline.includes(name);
    const paragraph = !inline && !kinds.boxes.includes(name) && !kinds.cells.includes(name);
    const of: Record<string, string | undefined> = {};
    if (name === 'img') return { 'max-width': '100%', height: 'auto' };
    // A rule is drawn by its upper border; this one takes the others away.
    if (name === 'hr') Object.assign(of, { border: '0', width: length(px(style.width)) });
    if (paragraph || kinds.boxes.includes(name)) of.margin = marginsOf(name, style);
    const padding = sides.map((side) => px(style.getPropertyValue(`padding-${side}`)));
    if (padding.some((side) => side > 0)) of.padding = padding.map(length).join(' ');
    for (const side of sides) {
      const width = px(style.getPropertyValue(`border-${side}-width`));
      if (width > 0) {
        const color = hex(style.getPropertyValue(`border-${side}-color`)) ?? 'transparent';
        of[`border-${side}`] = `${length(width)} ${style.getPropertyValue(`border-${side}-style`)} ${color}`;
      }
    }
    if (name === 'table') of['border-collapse'] = style.borderCollapse;
    const size = px(style.fontSize);
    if (paragraph || name === 'figure') {
      const indent = Math.round((px(style.textIndent) / size) * 100) / 100;
      of['text-indent'] = indent === 0 ? '0' : `${indent}em`;
    }
    if (paragraph || name === 'figure' || name === 'th' || name === 'td')
      of['text-align'] = style.textAlign === 'start' ? 'left' : style.textAlign;
    if (['figure', 'blockquote', 'ul', 'ol', 'hr'].includes(name)) return of;
    of.color = hex(style.color);
    if (name === 'a') return of;
    of['font-size'] = `${size}px`;
    of.background = ['pre', 'code', 'th', 'td'].includes(name) ? hex(style.backgroundColor) : undefined;
    if (inline) return of;
    of['line-height'] = String(Math.round((px(style.lineHeight) / size) * 100) / 100);
    of['font-weight'] = style.fontWeight;
    return of;
  };
  return Object.keys(wanted).map((name) => {
    const style = styleOf(name);
    const said = Object.entries(style ? look(name, style) : {}).filter(([, value]) => value !== undefined);
    return [name, said.map(([key, value]) => `${key}:${value}`).join(';')];
  });
}

describe('the look of copied text (copy-styles)', () => {
  let browser: Browser;
  before(async () => {
    browser = await chromiumAlone();
  });
  after(() => browser?.close());

  /** The look that a page gives to what is copied, as declarations. */
  async function measure(house: House, destination: Destination): Promise<CopyStyles> {
    const tab = await browser.newPage({ viewport: { width: destination === 'wechat' ? 375 : 1280, height: 800 } });
    const article = parseArticle(house.language === 'en' ? text : chineseText);
    await tab.setContent(renderDocument(renderPage(article, house, { locale: 'en', image: () => dot })));
    const found = await tab.evaluate(lookOf, selectors);
    await tab.close();
    const missing = found.filter(([, style]) => style === '').map(([name]) => name);
    assert.deepEqual(missing, [], 'everything that has a style stands on the page');
    return Object.fromEntries(found);
  }

  for (const theme of themeIds) {
    it(`is that of ${theme}, on a desktop and on a phone`, async () => {
      const file = `media/themes/${theme}/copy.json`;
      const like = theme === 'wire' ? inventedWire() : inventedHouse();
      const house = { ...like, page: { ...like.page, theme } };
      const now = { cms: await measure(house, 'cms'), wechat: await measure(house, 'wechat') };
      const written = `${JSON.stringify(now, undefined, 2)}\n`;
      if (process.env.UPDATE) writeFileSync(file, written);
      assert.deepEqual(now, JSON.parse(readFileSync(file, 'utf8')), `UPDATE=1 writes ${file}`);
    });
  }
});
