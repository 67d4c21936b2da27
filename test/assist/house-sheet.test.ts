import assert from 'node:assert/strict';
import { houseSheet } from '../../src/assist/house-sheet.ts';
import { checks, rules } from '../../src/checks/index.ts';
import { resolveHouse } from '../../src/house/load.ts';
import { houseTexts } from '../../src/house/shipped-trees.ts';
import { builtInHouse } from '../../src/newsroom/load-house.ts';

describe('a house as people read it', () => {
  it('has the steps of the sign-off, where they are kept, and the gate', () => {
    const text = `extends: china-report
signoff:
  record: file
  since: 2026-05-01
  steps:
    一审: {label: {zh: 一审, en: First review}, who: [编辑, 周砚], confirms: [事实已核对, 署名无误]}
    二审: {label: {zh: 二审, en: Second review}, count: 2, distinct: [一审], before: ready}
gate: {from: published, override: false}
`;
    const { house } = resolveHouse({ text }, checks);
    assert.ok(house);
    const rowsIn = (locale: 'en' | 'zh') =>
      houseSheet(house, locale)
        .find(({ id }) => id === 'signoff')
        ?.rows.map(({ title, lines }) => [title, ...lines]);
    assert.deepEqual(rowsIn('en'), [
      ['First review', 'signed by: 编辑, 周砚', 'before “Published”', 'confirms: 事实已核对; 署名无误'],
      ['Second review', 'anybody may sign', '2 people sign', 'before “Ready”', 'not by whoever signs: First review'],
      [
        'Where signatures stand',
        'in a file beside the article: `{name}.signoff.yml`',
        'articles published before 2026-05-01 need none',
      ],
      [
        'Gate',
        'an article with errors, without a field or a signature that it needs, or under embargo is not put at “Published”',
        'no reason lets it through',
      ],
    ]);
    assert.deepEqual(rowsIn('zh')?.[1], ['二审', '谁都可以签', '须 2 人签', '进入“待发”前签', '不能与“一审”同一人']);
  });

  for (const id of Object.keys(houseTexts))
    for (const locale of ['en', 'zh'] as const) {
      it(`has every field, form and check of ${id}, each once and with where it comes from (${locale})`, () => {
        const house = builtInHouse(id);
        const sections = houseSheet(house, locale);
        const rows = (section: string) => sections.find((one) => one.id === section)?.rows ?? [];
        assert.deepEqual(
          [...rows('checks'), ...rows('off')].map(({ check }) => check).sort(),
          rules.map((rule) => rule.id),
        );
        assert.ok(rows('off').every(({ severity }) => severity === 'off'));
        assert.ok(rows('checks').every(({ severity }) => severity !== 'off'));
        assert.deepEqual(
          rows('fields').map(({ codes }) => codes[0]),
          house.fields.map(({ key }) => key),
        );
        for (const form of house.byline.forms) {
          const row = rows('byline').find(({ codes }) => codes.includes(form));
          assert.ok(row?.example && !/[{}[\]]/.test(row.example), form);
        }
        for (const { title, rows: all } of sections) {
          assert.ok(title !== '' && all.length > 0);
          for (const row of all) assert.ok(row.title.trim() !== '' && row.origins.length > 0, row.codes.join(' '));
        }
        if (locale === 'en')
          for (const { rows: all } of sections)
            for (const row of all) assert.doesNotMatch(row.title, /^\p{Script=Han}/u, row.codes.join(' '));
      });
    }
});
