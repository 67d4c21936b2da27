import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rules } from '../../src/checks/index.ts';
import { fixAll } from '../../src/engine/fix.ts';
import { judge } from '../../src/engine/review.ts';
import type { CheckSetting, House } from '../../src/house/house.ts';
import { shippedHouse } from '../../src/house/load.ts';
import type { Finding } from '../../src/model/finding.ts';
import { parseArticle } from '../../src/model/parse.ts';

/** Rules of the standards on marks and numerals, with sentences that break them and such that do not. */
interface StandardRule {
  readonly row: string;
  readonly clause: string;
  /** Who finds it; `-`: nobody, by decision. */
  readonly check: string;
  readonly setting: string;
  readonly wrong: readonly string[];
  readonly right: readonly string[];
  readonly silentBecause: string;
}

const file = resolve(fileURLToPath(import.meta.url), '../../../../test/checks/standard-rules.tsv');
const sentences = (cell: string): readonly string[] =>
  cell === '' ? [] : cell.split(' ¶ ').map((sentence) => sentence.replaceAll('\\n', '\n'));

const table = readFileSync(file, 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line): StandardRule => {
    const [row = '', clause = '', check = '', setting = '', wrong = '', right = '', silentBecause = ''] =
      line.split('\t');
    return { row, clause, check, setting, wrong: sentences(wrong), right: sentences(right), silentBecause };
  });

/** The checks that the table names: nobody else speaks of what is right. */
const named = new Set(table.map(({ check }) => check).filter((check) => check !== '-'));
const facts = { files: new Map([['a.png', true]]), now: Date.UTC(2026, 11, 31) };

function houseWith(check: string, setting: string): House {
  const house = shippedHouse('china-report');
  const settings: Record<string, CheckSetting> = {};
  for (const rule of rules) {
    const severity = rule.severity === 'off' ? 'info' : rule.severity;
    settings[rule.id] = named.has(rule.id) ? { severity } : { severity: 'off' };
  }
  const [name = '', value = ''] = setting.split('=');
  if (name !== '') settings[check] = { ...settings[check], options: { [name]: value === 'true' ? true : value } };
  return { ...house, checks: settings };
}

function findingsIn(sentence: string, house: House): readonly Finding[] {
  return judge(parseArticle(`${sentence}\n`), house, facts).findings;
}

describe('the rules of the standards', () => {
  it('are all in the table, each with a check or with why nobody speaks of it', () => {
    assert.deepEqual(
      table.map(({ row }) => Number(row)),
      Array.from({ length: 96 }, (_, index) => index + 1),
    );
    for (const { row, check, wrong, right, silentBecause } of table) {
      assert.ok(wrong.length > 0, row);
      if (check === '-') assert.notEqual(silentBecause, '', row);
      else assert.ok(right.length > 0 && rules.some(({ id }) => id === check), row);
    }
  });

  for (const { row, clause, check, setting, wrong, right } of table) {
    it(`${row}: ${clause}, ${check === '-' ? 'silent' : check}`, () => {
      const house = houseWith(check, setting);
      for (const sentence of wrong) {
        const found = findingsIn(sentence, house).map((finding) => finding.check);
        if (check === '-') assert.deepEqual(found, [], sentence);
        else assert.ok(found.includes(check), `${sentence}: ${found.join(', ') || 'nothing'}`);
        const once = fixAll(`${sentence}\n`, house, facts).text;
        assert.equal(fixAll(once, house, facts).text, once, `a second fix of ${sentence}`);
      }
      for (const sentence of right) {
        const found = findingsIn(sentence, house);
        assert.deepEqual(
          found.map((finding) => `${finding.check}: ${finding.message.zh}`),
          [],
          sentence,
        );
      }
    });
  }
});
