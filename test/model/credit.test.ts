import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readCredit } from '../../src/model/credit/read-credit.ts';
import { parseLine } from '../../src/model/parse-line.ts';
import { assertGrowsEvenly } from '../work.ts';
import { credits, notCredits } from './credit-strings.ts';
import { reading } from './reading.ts';

describe('model/credit', () => {
  for (const expected of credits) {
    it(`reads ${expected[0]}`, () => assert.deepEqual(reading(expected[0], 'credit'), expected));
  }

  for (const text of notCredits) {
    it(`finds no credit in ${text}`, () => assert.equal(parseLine(text, 'credit').kind, null));
  }

  it('tells the caption from the credit', () => {
    for (const [caption, credit] of [
      ['水渠通水现场。', '通讯员供图'],
      ['图为水渠通水。', '（柳青禾摄）'],
      ['图为水渠通水（无人机照片）。', '清河社记者 柳青禾 摄'],
      ['水渠通水。 ', '新华社发（柳青禾 摄）'],
      ['资料图：水渠通水。', '柳青禾 摄'],
      ['The canal on its first day. ', '(Photo: Anna Field/Harbour Press)'],
      ['', '（资料图）'],
    ] as const) {
      const text = caption + credit;
      const found = readCredit(text);
      assert.equal(found && text.slice(found.from, found.to), credit);
    }
  });

  it('reads back every credit that it can be given', () => {
    const name = fc.constantFrom('柳青禾', '施月', '訾禾', '欧阳清川', '阿依古丽·买买提', '程慎', '马克·蒂尔');
    const names = fc.uniqueArray(name, { minLength: 1, maxLength: 3 });
    const given = fc.record({
      caption: fc.constantFrom('', '水渠通水。', '图为水渠通水现场。', '6月17日，村民在渠边取水。'),
      who: fc.constantFrom('', '记者 ', '通讯员', '海州日报记者 ', '新华社记者'),
      names,
      nameGap: fc.constantFrom(' ', '、'),
      verbGap: fc.constantFrom('', ' ', '\u3000', '/'),
      verb: fc.constantFrom('摄', '供图', '摄影', '翻摄'),
      brackets: fc.constantFrom('', '（）', '()'),
    });
    fc.assert(
      fc.property(given, ({ caption, who, names: named, nameGap, verbGap, verb, brackets }) => {
        const credit = `${brackets.charAt(0)}${who}${named.join(nameGap)}${verbGap}${verb}${brackets.charAt(1)}`;
        const text = caption + credit;
        const found = readCredit(text);
        assert.deepEqual(
          found?.people.map((person) => `${person.role} ${person.name}`),
          named.map((each) => `${verb} ${each}`),
          text,
        );
        assert.equal(text.slice(found?.from, found?.to), credit, text);
      }),
      { numRuns: 1500 },
    );
  });

  it('costs no more for longer hostile text', () => {
    for (const piece of [
      '摄',
      '记者 摄 ',
      '（',
      '（摄',
      '图片来源：',
      '王 ',
      '供图',
      '/',
      '资料图',
      '本版图片',
      '。摄',
      'AI',
      'Photo: ',
    ]) {
      assertGrowsEvenly('a credit', piece, 200_000, (text) => readCredit(text));
    }
  });
});
