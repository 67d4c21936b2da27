import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readByline } from '../../src/model/byline/read-byline.ts';
import { parseLine } from '../../src/model/parse-line.ts';
import { assertGrowsEvenly } from '../work.ts';
import { bylines } from './byline-strings.ts';
import { englishBylines } from './byline-strings-english.ts';
import { notBylines } from './not-byline-strings.ts';
import { reading } from './reading.ts';

describe('model/byline', () => {
  for (const expected of [...bylines, ...englishBylines]) {
    it(`reads ${expected[0]}`, () => assert.deepEqual(reading(expected[0], 'byline'), expected));
  }

  for (const text of notBylines) {
    it(`takes ${text} for what it is`, () => assert.equal(parseLine(text, 'byline').kind, null));
  }

  it('says where the byline ends and the text begins', () => {
    for (const [head, rest] of [
      ['清河报讯（柳青禾 通讯员施月）', '自去年以来，水渠通了水。'],
      ['清河社海州6月17日电　（记者柳青禾）', '水渠通了水。'],
      ['清河报讯 记者柳青禾、施月报道：', '水渠通了水。'],
      ['（记者 柳青禾）', '水渠通了水。'],
      ['清河社海州6月17日电', ' 水渠通了水。'],
      ['本报讯', '昨日，水渠通了水。'],
      ['LONDON, June 1 (Reuters) -', ' The canal carries water.'],
    ] as const) {
      const found = readByline(head + rest, 'head');
      assert.equal(found && (head + rest).slice(found.from, found.to), head);
    }
  });

  it('gives each piece the place where it stands', () => {
    const text = '　□ 清河报北京６月１７日讯（记者　柳　月、阿依古丽·买买提）';
    const found = readByline(text, 'line');
    assert.ok(found);
    for (const piece of [found.outlet, found.place, found.date, found.verb, ...found.people, ...found.roles]) {
      assert.equal(piece && text.slice(piece.from, piece.to), piece?.text);
    }
    assert.deepEqual(
      found.people.map(({ name }) => name),
      ['柳月', '阿依古丽·买买提'],
    );
    assert.deepEqual([found.outlet?.text, found.place?.text, found.date?.text], ['清河报', '北京', '６月１７日']);
  });

  const names = fc.oneof(
    // Rare surnames and characters of every kind: no list of surnames decides what a name is.
    fc
      .tuple(
        fc.constantFrom(...'柳施孟程訾禤贠四丑丰莽亓乜仉佴粟户骆萧'),
        fc.array(fc.constantFrom(...'青禾月一慎然桐渡晚舟霁芸峤樾泊珞砚恺'), { minLength: 1, maxLength: 2 }),
      )
      .map(([surname, given]) => surname + given.join('')),
    fc.constantFrom('欧阳清川', '上官禾', '阿依古丽·买买提', '马克·蒂尔', '扎西次仁', '巴特尔', '陳潔'),
  );
  const titles = fc.constantFrom(
    '记者',
    '特约记者',
    '首席记者',
    '见习记者',
    '通讯员',
    '实习生',
    '全媒体记者',
    '評論員',
  );
  const group = fc.record({ title: titles, names: fc.uniqueArray(names, { minLength: 1, maxLength: 4 }) });
  const structure = fc.record({
    outlet: fc.constantFrom(
      '清河报',
      '海州日报',
      '北岭网',
      '清河电视台',
      '渡口新闻客户端',
      '本报',
      '海州晚报/渡口客户端',
    ),
    place: fc.option(fc.constantFrom('北京', '杭州', '墨西哥城', '“清河”号', '豆沙县'), { nil: undefined }),
    date: fc.option(fc.constantFrom('6月17日', '１２月３日', '十二月三日', '2026年1月9日'), { nil: undefined }),
    verb: fc.constantFrom('讯', '电', '消息'),
    gap: fc.constantFrom('', ' '),
    brackets: fc.constantFrom('（）', '()'),
    roleGap: fc.constantFrom('', ' ', '\u3000', '：'),
    nameGap: fc.constantFrom(' ', '、', '\u3000', '\u00a0', '，', ','),
    groupGap: fc.constantFrom(' ', '、', '；', '\u3000', '，'),
    tail: fc.constantFrom('', '', ' 摄影报道', ' 文/图', ' 综合报道', '报道'),
    groups: fc.array(group, { minLength: 1, maxLength: 3 }),
  });

  it('reads back every byline that it can be given', () => {
    fc.assert(
      fc.property(structure, (given) => {
        const { outlet, place = '', date = '', verb, gap, brackets, roleGap, nameGap, groupGap, tail, groups } = given;
        const people = groups.map(({ title, names: named }) => title + roleGap + named.join(nameGap)).join(groupGap);
        const text = `${outlet}${place}${date}${verb}${gap}${brackets[0]}${people}${tail}${brackets[1]}`;
        const found = readByline(text, 'line');
        assert.ok(found, text);
        assert.deepEqual(
          found.people.map(({ name, role }) => `${role} ${name}`),
          groups.flatMap(({ title, names: named }) => named.map((name) => `${title} ${name}`)),
          text,
        );
        assert.equal(found.outlet?.text, outlet, text);
        assert.equal(found.place?.text ?? '', place, text);
        assert.equal(found.date?.text ?? '', date, text);
        assert.equal(found.ok, true, `${text} ${JSON.stringify(found.problems)}`);
      }),
      { numRuns: 1500 },
    );
  });

  it('finds the same people in a role line, in brackets and at the head of text', () => {
    fc.assert(
      fc.property(structure, (given) => {
        const { roleGap, nameGap, groups, outlet } = given;
        const people = groups.map(({ title, names: named }) => title + roleGap + named.join(nameGap)).join(' ');
        const expected = groups.flatMap(({ names: named }) => named);
        for (const text of [people, `（${people}）`, `【${people}】`, `■ ${outlet}${people}`]) {
          assert.deepEqual(
            readByline(text, 'line')?.people.map(({ name }) => name),
            expected,
            text,
          );
        }
        const head = `（${people}）水渠通了水，村民们都说好。`;
        assert.deepEqual(
          readByline(head, 'head')?.people.map(({ name }) => name),
          expected,
          head,
        );
      }),
      { numRuns: 500 },
    );
  });

  it('never throws, and points inside the text, whatever the text', () => {
    const pieces = fc.constantFrom(
      '记者',
      '通讯员',
      '本报',
      '讯',
      '电',
      '（',
      '）',
      '(',
      ')',
      '【',
      '】',
      ' ',
      '\u3000',
      '、',
      '：',
      '/',
      '文',
      '图',
      '摄',
      '王',
      '李海',
      '6月1日',
      '作者',
      '系',
      '据',
      'By ',
      'Anna',
      '\n',
      '\ud842',
      '·',
    );
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 40 }),
        fc.constantFrom('head' as const, 'line' as const),
        (parts, where) => {
          const text = parts.join('');
          const found = readByline(text, where);
          if (!found) return;
          assert.ok(found.from >= 0 && found.to <= text.length && found.from <= found.to);
          for (const piece of [found.outlet, found.place, found.date, found.verb, ...found.people, ...found.roles]) {
            if (piece)
              assert.equal(text.slice(piece.from, piece.to).replace(/\s+/g, ''), piece.text.replace(/\s+/g, ''));
          }
          for (const { from, to } of found.problems) assert.ok(from >= 0 && from <= to && to <= text.length);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('costs no more for longer hostile text', () => {
    for (const piece of [
      '记者',
      '记者 ',
      '（',
      '记者（',
      '王 ',
      '特约',
      '本报讯（记者 王',
      '据',
      '文/',
      '6月',
      '作者：',
      '驻美国、',
      '通讯员王李',
      'By A, ',
    ]) {
      assertGrowsEvenly('a byline', piece, 200_000, (text) => {
        readByline(text, 'head');
        readByline(text, 'line');
      });
    }
  });
});
