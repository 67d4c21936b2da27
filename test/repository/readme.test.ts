import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { rules } from '../../src/checks/index.ts';
import { shellOptions } from '../../src/cli/shell-words.ts';
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

/** The table of what `copydesk check` takes, without what all commands take. */
function optionTable(locale: Written): string {
  const rows = shellOptions('check')
    .filter(({ spec }) => spec.commands !== undefined)
    .map(({ name, spec }) => {
      const short = spec.short === undefined ? '' : `\`-${spec.short}\`, `;
      const value = spec.value === undefined ? '' : ` ${spec.value}`;
      const choices = spec.choices === undefined ? '' : `: ${spec.choices.map((one) => `\`${one}\``).join(', ')}`;
      return `| ${short}\`--${name}${value}\` | ${(spec.own?.check ?? spec).about[locale]}${choices} |`;
    });
  const head = locale === 'en' ? '| option | what it does |' : '| 选项 | 作用 |';
  return `\n${[head, '|---|---|', ...rows].join('\n')}\n\n`;
}

describe('the READMEs', () => {
  for (const [file, locale] of [
    ['README.md', 'en'],
    ['README.zh-CN.md', 'zh'],
  ] as const) {
    it(`${file} lists every option of \`copydesk check\``, () => {
      const text = readFileSync(file, 'utf8');
      const [before = '', rest = ''] = text.split(/(?<=<!-- options: [^>]*-->\n)/);
      const wanted = before + optionTable(locale) + rest.slice(rest.indexOf('<!-- /options -->'));
      if (process.env.UPDATE === '1') writeFileSync(file, wanted);
      else assert.equal(text, wanted, 'UPDATE=1 npm run test:pure -- repository rewrites it');
    });

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
