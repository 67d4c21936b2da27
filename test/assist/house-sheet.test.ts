import assert from 'node:assert/strict';
import { houseSheet } from '../../src/assist/house-sheet.ts';
import { rules } from '../../src/checks/index.ts';
import { houseTexts } from '../../src/house/shipped-trees.ts';
import { builtInHouse } from '../../src/newsroom/load-house.ts';

describe('a house as people read it', () => {
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
