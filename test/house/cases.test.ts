import assert from 'node:assert/strict';
import { houseFindings } from '../../src/checks/house-file.ts';
import { checks } from '../../src/checks/index.ts';
import { caseFaults, defectNames, faultsOf, tryOut } from '../../src/engine/house-cases.ts';
import { houseIds, resolveHouse, shippedHouse } from '../../src/house/load.ts';
import { houseTexts, shippedCases } from '../../src/house/shipped-trees.ts';
import { lineStarts, positionAt } from '../../src/model/range.ts';

describe('the cases of the houses that we ship', () => {
  for (const id of houseIds) {
    const house = shippedHouse(id);
    const cases = shippedCases(id, checks);

    it(`${id} reads, judges and mends its own examples as its file says`, () => {
      const faults = caseFaults(cases, house).map(({ code, data }) => `${code} ${JSON.stringify(data)}`);
      assert.deepEqual(faults, []);
    });

    it(`${id} says in both languages whose practice it is`, () => {
      assert.ok(house.about);
      assert.match(house.about.zh, /\p{Script=Han}/u);
      assert.doesNotMatch(house.about.en, /^\p{Script=Han}/u);
      // Every line of the file is read by somebody who is about to write one.
      assert.ok((houseTexts[id] ?? '').split('\n').every((line) => line.length <= 160));
    });

    // The plain house has no form of its own that a case could show.
    if (id === 'plain') continue;

    it(`${id} shows bylines, credits and running text, sound ones and faulty ones`, () => {
      for (const kind of ['byline', 'credit', 'text'] as const)
        assert.ok(cases.some((each) => each.kind === kind) || id === 'china-report', kind);
      assert.ok(cases.some(({ finds }) => finds.length === 0));
      assert.ok(cases.some(({ finds }) => finds.length > 0));
    });

    it(`${id} has an example of each form of byline that names somebody`, () => {
      const shown = cases.filter(({ kind, finds }) => kind === 'byline' && finds.length === 0);
      assert.ok(shown.length >= 2);
    });
  }
});

describe('the cases of a newsroom’s own house file', () => {
  const own = 'byline:\n  forms: ["青禾日报讯（记者{reporters}）"]\n  outlets: [青禾日报]\n';

  function findings(text: string): readonly string[] {
    const { salvaged, faults, cases } = resolveHouse({ text }, checks);
    const lines = lineStarts(text);
    return houseFindings(faultsOf({ salvaged, faults, cases })).map(({ at, message }) => {
      const { line, column } = positionAt(lines, at.start);
      return `${line + 1}:${column + 1} ${message.en}`;
    });
  }

  it('are silent where they hold', () => {
    const text = `${own}cases:
  - byline: 青禾日报讯（记者陆晓晴 高远）
  - byline: 青禾日报讯(记者 陆晓晴)
    finds: [width, spacing]
    fixed: 青禾日报讯（记者陆晓晴）
  - credit: （高远摄）
  - text: 记者从河湾镇获悉，水渠已经修好。
`;
    assert.deepEqual(findings(text), []);
  });

  it('say at their line what was found instead', () => {
    const example: readonly [string, string][] = [
      ['{byline: 青禾日报讯(记者陆晓晴)}', '5:14 `青禾日报讯(记者陆晓晴)` should be well formed, but has width'],
      [
        '{byline: 青禾日报讯（记者陆晓晴）, finds: width}',
        '5:14 `青禾日报讯（记者陆晓晴）` should have width, but nothing is wrong with it',
      ],
      [
        '{byline: 青禾日报讯(记者陆晓晴), finds: spacing}',
        '5:14 `青禾日报讯(记者陆晓晴)` should have spacing, but has width',
      ],
      [
        '{byline: 青禾日报讯(记者陆晓晴), finds: width, fixed: 青禾日报讯（记者 陆晓晴）}',
        '5:49 The fixes should write `青禾日报讯（记者 陆晓晴）`, but write `青禾日报讯（记者陆晓晴）`',
      ],
      ['{byline: 记者从河湾镇获悉。}', '5:14 `记者从河湾镇获悉。` should read as a byline, but reads as running text'],
      [
        '{text: 青禾日报讯（记者陆晓晴）}',
        '5:12 `青禾日报讯（记者陆晓晴）` should read as running text, but reads as a byline',
      ],
      ['{byline: 青禾日报讯(记者陆晓晴), finds: widht}', '5:35 There is no defect `widht`: did you mean `width`?'],
      ['{finds: width}', '5:5 A case has one of `byline`, `credit` and `text`'],
      ['{byline: x, credit: y}', '5:5 A case has one of `byline`, `credit` and `text`'],
      ['{credt: （高远摄）, text: 甲}', '5:6 There is no setting `credt` here: did you mean `credit`?'],
    ];
    for (const [item, expected] of example) assert.deepEqual(findings(`${own}cases:\n  - ${item}\n`), [expected]);
    assert.deepEqual(findings('cases: 署名\n').length, 1);
  });

  it('are not tried where the file has another fault: what it says is not known', () => {
    const text = 'byline: {brackets: wide}\ncases: [{byline: 海州日报讯(记者高远)}]\n';
    assert.deepEqual(findings(text).length, 1);
  });

  it('are not inherited from the house that it extends', () => {
    for (const id of houseIds) {
      const { cases, faults } = resolveHouse({ text: `extends: ${id}\n` }, checks);
      assert.deepEqual([cases, faults], [[], []]);
    }
  });

  it('are many at most, and each quick', () => {
    const many = `${own}cases:\n${'  - byline: 青禾日报讯（记者陆晓晴）\n'.repeat(201)}`;
    assert.deepEqual(findings(many), ['205:5 There are too many cases: the limit is 200']);
  });
});

describe('trying a byline out', () => {
  it('finds what the checks find, by names that can be listed', () => {
    const house = shippedHouse('xinhua-wire');
    assert.ok(defectNames.byline.includes('glued-groups') && defectNames.credit.includes('width'));
    assert.ok(!defectNames.byline.includes('close'));
    assert.deepEqual(tryOut('byline', '新华社海州6月17日电(记者高远)', house), {
      read: true,
      finds: ['width'],
      fixed: '新华社海州6月17日电（记者高远）',
    });
    assert.equal(tryOut('byline', '', house).read, false);
  });
});
