import assert from 'node:assert/strict';
import fc from 'fast-check';
import { allIn, compileForm, type Form, matchForm, type SlotName } from '../../src/house/forms.ts';
import { writeByline, writeCredit } from '../../src/house/forms-write.ts';
import type { BylineStyle, CreditStyle } from '../../src/house/house.ts';
import { assertEnded } from '../work.ts';

function form(pattern: string): Form {
  const result = compileForm(pattern);
  assert.ok('form' in result, `${pattern} does not compile`);
  return result.form;
}

function slots(pattern: string, text: string): Record<string, string> | undefined {
  const found = matchForm(form(pattern), text);
  return found && Object.fromEntries([...found].map(([slot, { text: value }]) => [slot, value]));
}

const byline = (forms: readonly string[], nameSeparator = ' '): BylineStyle => ({
  required: true,
  position: 'head',
  forms,
  nameSeparator,
  roleSpace: '',
  brackets: 'full',
  outlets: [],
  roles: [],
});
const credit = (forms: readonly string[]): CreditStyle => ({ required: true, forms, brackets: 'full', caption: true });

describe('house/forms', () => {
  it('says what stands in the slots', () => {
    assert.deepEqual(
      slots('中国报道讯（{reporters} 通讯员{correspondents}）', '中国报道讯（柳青禾 施月 通讯员孟一）'),
      {
        reporters: '柳青禾 施月',
        correspondents: '孟一',
      },
    );
    assert.deepEqual(slots('By {names}', 'By Anna Field and Tom Brook'), { names: 'Anna Field and Tom Brook' });
    assert.deepEqual(slots('(Photo: {name}/{agency})', '(Photo: Anna Field/Harbour Press)'), {
      name: 'Anna Field',
      agency: 'Harbour Press',
    });
    assert.deepEqual(slots('{outlet}{date}电（记者{names}）', '清河社6月17日电（记者柳青禾）'), {
      outlet: '清河社',
      date: '6月17日',
      names: '柳青禾',
    });
    assert.deepEqual(slots('（通讯员供图）', '（通讯员供图）'), {});
  });

  it('tells who and where apart where they stand right behind each other', () => {
    for (const [pattern, text, reporters, place] of [
      ['（中央社记者{reporters}{place}{date}电）', '（中央社记者高远台北3日电）', '高远', '台北'],
      ['【本報記者{reporters}{place}報導】', '【本報記者高遠、周硯海州報導】', '高遠、周硯', '海州'],
      ['本报记者{reporters}{place}报道', '本报记者陆晓晴海州报道', '陆晓晴', '海州'],
    ] as const) {
      const found = slots(pattern, text);
      assert.deepEqual([found?.reporters, found?.place], [reporters, place], text);
    }
    assert.equal(slots('本报记者{reporters}{place}报道', '本报记者陆晓晴报道'), undefined);
    assert.ok('error' in compileForm('{reporters}{correspondents}'));
    assert.ok('error' in compileForm('{place}{reporters}'));
    assert.equal(
      writeByline(byline(['本报记者{reporters}{place}报道'], '、'), { reporters: ['高远', '周砚'], place: '海州' }),
      '本报记者高远、周砚海州报道',
    );
  });

  it('reads days of English datelines, and several times whoever has no slot', () => {
    for (const [day, text] of [
      ['Nov 1', 'PORT ELDER, Nov 1 (Reuters) -'],
      ['Nov. 3, 2024', 'PORT ELDER, Nov. 3, 2024 (Reuters) -'],
      ['12 June', 'PORT ELDER, 12 June (Reuters) -'],
    ] as const)
      assert.deepEqual(slots('{place}, {date} (Reuters) -', text), { place: 'PORT ELDER', date: day });
    assert.equal(slots('{place}, {date} (Reuters) -', 'PORT ELDER, someday (Reuters) -'), undefined);
    const found = matchForm(form('一审：{names} 二审：{names} 三审：{names}'), '一审：高远 二审：周砚 三审：陆晓晴');
    assert.deepEqual(found && [...found].map(([slot, filled]) => [slot, allIn(filled).map(({ text }) => text)]), [
      ['names', ['高远', '周砚', '陆晓晴']],
    ]);
    assert.ok('error' in compileForm('编辑：{editor} 编辑：{editor}'));
    assert.equal(writeByline(byline(['一审：{names} 二审：{names}']), { reporters: ['高远'] }), undefined);
  });

  it('matches with and without an optional part', () => {
    const pattern = '清河社[{place}][{date}]电（{names}）';
    assert.deepEqual(slots(pattern, '清河社海州6月17日电（柳青禾）'), {
      place: '海州',
      date: '6月17日',
      names: '柳青禾',
    });
    assert.deepEqual(slots(pattern, '清河社电（柳青禾）'), { names: '柳青禾' });
    assert.deepEqual(slots(pattern, '清河社6月17日电（柳青禾）'), { date: '6月17日', names: '柳青禾' });
  });

  it('matches the whole text and nothing like it', () => {
    assert.equal(slots('（{name}摄）', '(柳青禾摄)'), undefined);
    assert.equal(slots('（{name}摄）', '（柳青禾摄）。'), undefined);
    assert.equal(slots('（{name}摄）', '（摄）'), undefined);
  });

  for (const [pattern, column, sentence] of [
    ['（{reporters', 2, /This `\{` is never closed/],
    ['（{nams}）', 3, /There is no slot `nams`/],
    ['（{names}{reporters}）', 9, /something between them/],
    ['（{names} {names}）', 10, /stands here twice/],
    ['{names}}', 8, /This `\}` was never opened/],
    ['[{place}', 1, /This `\[` is never closed/],
    ['{place}]', 8, /This `\]` was never opened/],
    ['[a[b]]', 3, /inside/],
    ['[]', 1, /empty/],
    ['', 1, /form is empty/],
    ['{names}\\', 8, /at the end/],
    ['a\nb', 2, /one line/],
  ] as const) {
    it(`points at what is wrong with ${JSON.stringify(pattern)}`, () => {
      const result = compileForm(pattern);
      assert.ok('error' in result);
      assert.equal(result.column, column);
      assert.match(result.error.en, sentence);
      assert.notEqual(result.error.zh, '');
    });
  }

  it('takes brackets and braces literally after a backslash', () => {
    assert.deepEqual(slots('\\[{names}\\]', '[柳青禾]'), { names: '柳青禾' });
  });

  it('never throws, and stops soon, whatever the pattern and the text', () => {
    const piece = fc.constantFrom(
      '{names}',
      '{place}',
      '{date}',
      '[',
      ']',
      '记者',
      '（',
      '）',
      ' ',
      '\\',
      '{',
      '}',
      'a',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.string({ maxLength: 200 }), (pieces, text) => {
        const result = compileForm(pieces.join(''));
        if ('form' in result) matchForm(result.form, text);
        else assert.ok(result.column >= 1 && result.column <= pieces.join('').length + 1);
      }),
    );
    const hard = form('[a{names}][b{place}][c{reporters}][d{outlet}][e{agency}][f{editor}]x');
    const before = process.cpuUsage();
    for (const text of ['abcdef'.repeat(160), 'a'.repeat(100_000), 'ab'.repeat(400)]) matchForm(hard, text);
    assertEnded('a form', before);
  });

  it('reads back what it writes', () => {
    const name = fc.constantFrom('柳青禾', '施月', '孟一', '欧阳清川', '阿依古丽·买买提', '訾禾');
    const style = byline(
      [
        '清河报[{place}][{date}]讯（记者{reporters} 通讯员{correspondents}）',
        '清河报[{place}][{date}]讯（记者{reporters}）',
        '清河报[{place}][{date}]讯（通讯员{correspondents}）',
      ],
      '、',
    );
    const names = fc.uniqueArray(name, { maxLength: 4 });
    const place = fc.option(fc.constantFrom('海州', '豆沙镇'), { nil: undefined });
    const date = fc.option(fc.constantFrom('6月17日', '12月3日'), { nil: undefined });
    fc.assert(
      fc.property(names, names, place, date, (reporters, correspondents, where, when) => {
        fc.pre(reporters.length + correspondents.length > 0);
        const content = {
          reporters,
          correspondents,
          ...(where ? { place: where } : {}),
          ...(when ? { date: when } : {}),
        };
        const text = writeByline(style, content);
        assert.ok(text);
        const read = style.forms.map((pattern) => slots(pattern, text)).find((found) => found);
        const expected: Partial<Record<SlotName, string>> = {};
        if (where) expected.place = where;
        if (when) expected.date = when;
        if (reporters.length > 0) expected.reporters = reporters.join('、');
        if (correspondents.length > 0) expected.correspondents = correspondents.join('、');
        assert.deepEqual(read, expected);
      }),
    );
  });

  it('chooses the form that fits the people, or none', () => {
    const style = byline(['By {names} in {place}', 'By {names}'], ' and ');
    assert.equal(writeByline(style, { reporters: ['A Field', 'B Brook', 'C Mere'] }), 'By A Field, B Brook and C Mere');
    assert.equal(writeByline(style, { reporters: ['A Field'], place: 'Harbour' }), 'By A Field in Harbour');
    assert.equal(writeByline(style, { correspondents: ['A Field'] }), undefined);
    assert.equal(
      writeCredit(credit(['（通讯员供图）', '（{photographers}摄）', '（{agency}供图）']), {
        photographers: ['柳青禾'],
      }),
      '（柳青禾摄）',
    );
    assert.equal(
      writeCredit(credit(['（通讯员供图）', '（{photographers}摄）', '（{agency}供图）']), { agency: '清河社' }),
      '（清河社供图）',
    );
    assert.equal(writeCredit(credit(['（{name}摄）']), { photographers: ['柳青禾', '施月'] }), undefined);
  });
});
