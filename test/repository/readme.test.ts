import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { rules } from '../../src/checks/index.ts';
import type { Written } from '../../src/model/finding.ts';

const start = /<!-- checks: [^>]*-->\n/;
const end = '<!-- /checks -->';

/** The table of checks, as each README shows it. */
function table(locale: Written): string {
  const rows = [...rules]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(
      ({ id, title, summary, source }) =>
        `| ${title[locale]} | [\`${id}\`](src/checks/${id}.md) | ${summary[locale]} | ${source ?? ''} |`,
    );
  const head = locale === 'en' ? '| check | id | what it wants | rests on |' : '| 检查 | 文件中的名称 | 要求 | 依据 |';
  return `\n${[head, '|---|---|---|---|', ...rows].join('\n')}\n\n`;
}

describe('the READMEs', () => {
  for (const [file, locale] of [
    ['README.md', 'en'],
    ['README.zh-CN.md', 'zh'],
  ] as const) {
    it(`${file} lists every check`, () => {
      const text = readFileSync(file, 'utf8');
      const opening = start.exec(text);
      assert.ok(opening, 'the table has its marks');
      const from = opening.index + opening[0].length;
      const wanted = text.slice(0, from) + table(locale) + text.slice(text.indexOf(end));
      if (process.env.UPDATE === '1') writeFileSync(file, wanted);
      else assert.equal(text, wanted, 'UPDATE=1 npm run test:pure -- repository rewrites it');
    });
  }
});
