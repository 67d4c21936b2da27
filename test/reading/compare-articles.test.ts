import assert from 'node:assert/strict';
import fc from 'fast-check';
import { shippedHouse } from '../../src/house/load.ts';
import { parseArticle } from '../../src/model/parse.ts';
import { type Comparison, compareArticles } from '../../src/reading/compare-articles.ts';
import { anyText } from '../any-text.ts';

const house = shippedHouse('china-report');
const compare = (before: string, after: string): Comparison =>
  compareArticles(parseArticle(before), parseArticle(after), house);

const marks = { same: ['', ''], added: ['{+', '+}'], removed: ['[-', '-]'] } as const;
const drawn = (pieces: Comparison['fields'][number]['pieces']): string =>
  pieces.map(({ kind, text }) => marks[kind].join(text === '' ? '' : text)).join('');

/** What differs, a line a part. */
function said({ fields, blocks }: Comparison): readonly string[] {
  const lines = [
    ...fields.map(({ key, fate, pieces }) => [fate, `${key}: ${drawn(pieces)}`] as const),
    ...blocks.map(({ fate, pieces }) => [fate, drawn(pieces)] as const),
  ];
  return lines.filter(([fate]) => fate !== 'same').map(([fate, text]) => `${fate} ${text}`);
}

const one = '入夏以来，河湾镇新修的水渠全线通水。';
const two = '沿渠三个村的八百亩稻田都能自流灌溉。';
const three = '镇里把管护责任落到每一段，由各村轮流巡渠。';
const body = (...paragraphs: readonly string[]): string => `---\ntitle: 通水\n---\n\n${paragraphs.join('\n\n')}\n`;

describe('two versions of an article', () => {
  it('differ by words, Chinese ones too', () => {
    assert.deepEqual(said(compare(body(one, two), body(one.replace('全线', '昨天全线'), two))), [
      'changed 入夏以来，河湾镇新修的水渠{+昨天+}全线通水。',
    ]);
    assert.deepEqual(said(compare(body('The canal was opened on Saturday.'), body('The canal opened on Sunday.'))), [
      'changed The canal [-was -]opened on [-Saturday-]{+Sunday+}.',
    ]);
  });

  it('are the same however they are wrapped, marked and quoted', () => {
    for (const [before, after] of [
      [body(one), body(one.replace('，', '，\n'))],
      [body('The canal was opened on Saturday.'), body('The canal\nwas  opened\non Saturday.'.replace('  ', ' '))],
      [body(one), body(one).replaceAll('\n', '\r\n')],
      [body(one), body(one.replace('水渠', '**水渠**'))],
      [body(one), body(one).replace('title: 通水', 'title: "通水"')],
      ['---\ntitle: 甲\ncolumn: 乡村\n---\n\n正文。\n', '---\ncolumn: 乡村\ntitle: 甲\n---\n\n正文。\n'],
      ['---\ntitle: 甲\n---\n\n正文。\n', '---\n标题: 甲\n---\n\n正文。\n'],
      ['* 甲\n* 乙\n', '- 甲\n- 乙\n'],
    ] as const)
      assert.ok(compare(before, after).isSame, after);
  });

  it('say which fields came, went and changed', () => {
    const before = '---\ntitle: 河湾镇通水\neditor: 高远\nkeywords: [水渠, 稻田]\n---\n\n正文。\n';
    const after = '---\ntitle: 河湾镇水渠通水\ncolumn: 乡村\nkeywords: [水渠]\n---\n\n正文。\n';
    assert.deepEqual(said(compare(before, after)), [
      'changed title: 河湾镇{+水渠+}通水',
      'added column: {+乡村+}',
      'changed keywords: 水渠[-; 稻田-]',
      'removed editor: [-高远-]',
    ]);
  });

  it('say that a paragraph moved, with what was changed beside it', () => {
    assert.deepEqual(said(compare(body(one, two, three), body(three, one, two))), [
      `moved ${three}`,
      `left [-${three}-]`,
    ]);
    assert.deepEqual(said(compare(body(one, two, three), body(three, one.replace('全线', ''), two))), [
      `left [-${one}-]`,
      `left [-${two}-]`,
      'moved 入夏以来，河湾镇新修的水渠[-全线-]通水。',
      `moved ${two}`,
    ]);
  });

  it('say what came and went, and pair a paragraph with what was made of it', () => {
    assert.deepEqual(said(compare(body(one, two), body(one, three, two.replace('八百亩', '九百亩')))), [
      `added {+${three}+}`,
      'changed 沿渠三个村的[-八百-]{+九百+}亩稻田都能自流灌溉。',
    ]);
    assert.deepEqual(said(compare(body(one, two, three), body(one, three))), [`removed [-${two}-]`]);
  });

  it('see pictures, headings, lists, tables, notes and code', () => {
    assert.equal(said(compare('![渠](a.jpg)\n', '![渠](b.jpg)\n')).length, 1);
    assert.equal(said(compare('## 渠\n', '### 渠\n')).length, 1);
    assert.deepEqual(said(compare('- 甲村通水\n- 乙村通水\n', '- 甲村通水\n- 丙村通水\n')), [
      'changed [-乙-]{+丙+}村通水',
    ]);
    for (const [before, after] of [
      ['```\na\n```\n', '```\nb\n```\n'],
      ['渠[^1]\n\n[^1]: 甲\n', '渠[^1]\n\n[^1]: 乙\n'],
      ['| 甲 |\n|---|\n| 一 |\n', '| 甲 |\n|---|\n| 二 |\n'],
    ] as const)
      assert.ok(said(compare(before, after)).length > 0, after);
  });

  it('can be put together again from what is said', () => {
    const texts = fc.array(fc.constantFrom(one, two, three, '甲。', '乙丙丁。', `${one}${two}`), { maxLength: 7 });
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const { blocks } = compare(body(...before), body(...after));
        const of = (kind: 'added' | 'removed') =>
          blocks.map(({ pieces }) => pieces.filter((piece) => piece.kind === 'same' || piece.kind === kind));
        const text = (all: ReturnType<typeof of>) => all.map((pieces) => pieces.map((one) => one.text).join(''));
        const now = blocks.flatMap(({ fate }, at) =>
          fate === 'left' || fate === 'removed' ? [] : [text(of('added'))[at]],
        );
        assert.deepEqual(now, after);
        const old = blocks.flatMap(({ fate }, at) =>
          fate === 'moved' || fate === 'added' ? [] : [text(of('removed'))[at]],
        );
        assert.deepEqual([...old].sort(), [...before].sort());
      }),
    );
  });

  it('never fail, and take time that grows with the text', () => {
    fc.assert(fc.property(anyText(), anyText(), (a, b) => compare(a, b).isSame === (a === b) || true));
    const many = Array.from({ length: 2000 }, (_, at) => `第${at}段，${one}`);
    const begun = process.cpuUsage();
    compare(body(...many), body(...many.map((text, at) => (at % 3 === 0 ? text.replace('全线', '') : text)).reverse()));
    const { user, system } = process.cpuUsage(begun);
    assert.ok(user + system < 20_000_000, `${(user + system) / 1000} ms`);
  });
});
