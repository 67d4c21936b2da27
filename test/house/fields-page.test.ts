import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { fieldSettings } from '../../src/house/field-settings.ts';
import { fieldTypes, typesOfField } from '../../src/house/field-types.ts';

const file = 'src/house/fields.md';

/** The settings that mean something whatever the type. */
function common(): readonly string[] {
  const special = new Set(Object.values(typesOfField).flatMap(({ settings }) => settings));
  return Object.keys(fieldSettings).filter((name) => !special.has(name));
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const settingRow = (name: string): string =>
  row([`\`${name}\``, fieldSettings[name]?.about.en ?? '', fieldSettings[name]?.about.zh ?? '']);

/** The reference page of fields, from the table of types and the table of settings. */
function page(): string {
  const lines = [
    '# Fields of the front matter · 稿件信息的字段',
    '',
    '<!-- generated from field-types.ts and field-settings.ts; `UPDATE=1 npm run test:pure -- house` rewrites it -->',
    '',
    'A house declares its fields once, under `fields:` of `copydesk.yml`; checks, completion, hover, templates and the page follow from that. `copydesk schema fields` prints them as a JSON Schema.',
    '',
    '字段在 `copydesk.yml` 的 `fields:` 下声明一次，检查、补全、悬停说明、模板和页面都由此而来。`copydesk schema fields` 输出它们的 JSON Schema。',
    '',
    '```yaml',
    'fields:',
    '  slug: {type: text, unique: true, forbidden: "？！"}',
    '  cover: {type: image, formats: [jpg, webp], least-size: 900x500, aliases: [封面图]}',
    '  scores: {type: list, of: number, least: 0, most: 10}',
    '  original_title: {type: text, required-with: [source=新华社]}',
    '  video: {type: url, excludes: [cover]}',
    '```',
    '',
    '## Settings of every field · 各类型通用的设置',
    '',
    row(['setting', 'what it says', '含义']),
    '|---|---|---|',
    ...common().map(settingRow),
    '',
    '## Types · 类型',
  ];
  for (const type of fieldTypes) {
    const { words, about, example, settings } = typesOfField[type];
    lines.push('', `### ${type}`, '', `${words.en} · ${words.zh}`, '', about.en, '', about.zh, '');
    lines.push('```yaml', `field: ${example}`, '```');
    if (settings.length > 0) {
      lines.push('', row(['setting', 'what it says', '含义']), '|---|---|---|', ...settings.map(settingRow));
    }
  }
  return `${lines.join('\n')}\n`;
}

describe('the reference page of fields', () => {
  it('says what the tables say', () => {
    if (process.env.UPDATE === '1') writeFileSync(file, page());
    assert.equal(readFileSync(file, 'utf8'), page(), 'UPDATE=1 npm run test:pure -- house rewrites it');
  });

  it('is linked from both READMEs', () => {
    for (const readme of ['README.md', 'README.zh-CN.md'])
      assert.match(readFileSync(readme, 'utf8'), /\(src\/house\/fields\.md\)/);
  });
});
