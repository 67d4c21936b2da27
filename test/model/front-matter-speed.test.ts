import { completeFrontMatter, hoverFrontMatter } from '../../src/assist/front-matter-help.ts';
import { checks } from '../../src/checks/index.ts';
import { review } from '../../src/engine/review.ts';
import { resolveHouse, shippedHouse } from '../../src/house/load.ts';
import { parseArticle } from '../../src/model/parse.ts';
import { assertEnds } from '../work.ts';

const house = shippedHouse('china-report');
const facts = { files: new Map(), now: 0 };

describe('front matter that was written to hang us', () => {
  const pumps = [
    ' ',
    '\t',
    '“',
    '”',
    '甲',
    'a',
    ':',
    '：',
    ': ',
    '-',
    '- ',
    '#',
    ' #',
    '"',
    "'",
    '\\',
    '、',
    '，',
    '[',
    ']',
    '{',
    '}',
    '\u3000',
    '1',
    '2024-',
    '/',
    '.',
    '*',
    '&',
    '!',
    '\r',
    '\n',
    '\r\n',
    '\n ',
    '\n\t',
    'a:\n',
    'a：',
    '\u00a0',
    '<!--',
    '|\n',
    '>\n ',
  ];
  const frames: readonly [string, (pump: string) => string][] = [
    ['a plain value', (pump) => `title: 甲${pump}乙\n`],
    ['a quoted value', (pump) => `column: "甲${pump.replace(/["\\\r\n]/g, 'x')}乙"\n`],
    ['a list', (pump) => `reporters: [甲${pump}乙]\n`],
    ['a date', (pump) => `published: 2024${pump}\n`],
    ['a key', (pump) => `${pump}: 甲\n`],
    ['a broken line', (pump) => `title: 甲: 乙\n甲${pump}乙\n`],
    ['a block', (pump) => `summary: |\n  甲${pump}乙\n`],
  ];
  for (const [name, frame] of frames) {
    it(name, () => {
      for (const pump of pumps) {
        const yaml = frame(pump.repeat(Math.floor(10_000 / pump.length)));
        const text = `---\n${yaml}---\n正文。\n`;
        const readAll = (): void => {
          const article = parseArticle(text);
          review(article, house, facts);
          for (const offset of [6, text.length >> 1]) {
            completeFrontMatter(article, house, offset, 0);
            hoverFrontMatter(article, house, offset);
          }
          resolveHouse({ text: yaml }, checks);
        };
        assertEnds(`${name} of ${JSON.stringify(pump)}`, readAll, 1000);
      }
    });
  }
});
