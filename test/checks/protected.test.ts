import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fixAll, fixEdits } from '../../src/engine/fix.ts';
import { review } from '../../src/engine/review.ts';
import { houseIds, shippedHouse } from '../../src/house/load.ts';
import type { Finding } from '../../src/model/finding.ts';
import { parseArticle } from '../../src/model/parse.ts';
import { builtHouse } from '../shipped-houses.ts';

const facts = { files: new Map<string, boolean>(), now: Date.UTC(2026, 11, 31) };

/** What generators, editors and platforms read as code, each with something in it that a check would change in prose. */
const spans = [
  '{% include video.html title="大桥,通车" %}',
  '{{< figure src="a.jpg" caption="大桥,通车..." >}}',
  '{{% notice "提示,注意" %}}',
  '{{ "大桥:通车" | upcase }}',
  '{%- assign 题 = "大桥,通车" -%}',
  '<% 题("大桥,通车") %>',
  '<%= 题("大桥,通车") %>',
  '{# 大桥,通车 #}',
  '{{!-- 大桥,通车 --}}',
  '${大桥("通车")}',
  '[[柳叶渡,晚橙]]',
  '![[柳叶渡,晚橙.jpg]]',
  '$f(大,小)$',
  '$$ 中,文 $$',
  '\\\\(P(事件,条件)\\\\)',
  '\\(P(事件,条件)\\)',
  '\\[ x_大,y_小 \\]',
  '\\begin{cases}大,小\\end{cases}',
  'D:\\稿件\\水渠,通水.md',
  './稿件/水渠,通水.md',
  '/usr/share/稿件/水渠,通水.md',
  'type="天猫,店"',
  "name='晚橙,园'",
  '(3，5]',
  '[x, y)',
  '![晚橙](图片/晚橙,1 2.png)',
  '![晚橙](图片/晚橙,1.png =300x)',
  '[通桥](青石滩,通了 桥.md)',
  '![]({{ site.url }}/大,桥.png)',
  '`a,"中",b`',
  '<https://example.com/新闻,1>',
  '<my-tag :题="大桥,通车" @click="开,关">',
  '<a href="{{ url "大,桥" }}">',
  '(通桥)[青石滩,通了桥.md]',
  '！（晚橙,图）[图片/晚橙,1.png]',
  '【通桥】(青石滩,通了桥.md)',
  '［通桥］（青石滩,通了桥.md）',
  '<code>大桥,"通车"</code>',
  '<kbd>大桥,通车</kbd>',
  '<#if 题 == "大桥,通车">',
  '<@题 名="大桥,通车"/>',
  '<c:if test="大桥,通车">',
  '[embed]大桥,通车[/embed]',
  '\\text{大桥,通车}',
  '\\frac{大,桥}{通,车}',
  '"key": "大桥,通车"',
  '@Model.题("大桥,通车")',
  '/大桥,通车/g',
  ':题[大]{名="桥,通"}',
  'git@a.cn:大桥,通车.git',
  'f(大,桥)',
  'select "大桥" from 通车',
  '键key: "天猫,店"',
  "键key: '天猫,店'",
  '{@html "大桥,通车"}',
  'image::大,桥.png[大桥,300]',
  '"key": ["大,桥", 1]',
  '%HOME%\\稿件\\大桥,通车.md',
  'data:text/plain;charset=utf-8,大桥,通车',
  'weixin://dl/大桥,通车',
  'magnet:?dn=大桥,通车',
  'javascript:alert("大桥,通车")',
  '{++大桥,通车...++}',
  '{~~大桥,通~>水渠,通~~}',
  '{==大桥,通车==}{>>请核,"一"<<}',
  '++ctrl+alt+"大,桥"++',
  '[=65% "65%,大"]',
  '!!!include(大桥,通.md)!!!',
  '\\verb|大,桥|',
  '\\@ref(fig:大,桥)',
  '{大,桥}',
];

/** Blocks that are code as a whole. */
const blockSpans = [
  ':::note{标题="水渠,通水"}',
  '!!! warning "注意,订单"',
  '::: tip 水渠,通水',
  '{:title="通车,了" .big}',
  '*[渠]: 水渠,通水',
  '<<<<<<< HEAD\n晚橙,开园...\n=======\n晚橙,开园了\n>>>>>>> 周砚',
  '{% comment %}\n大桥,通车\n\n大桥,通车...\n{% endcomment %}',
  '{{< highlight go >}}\n大桥("通车")\n{{< /highlight >}}',
  '```\n大桥,"通车"\n```',
  '<img\n  src="大,桥.png"\n  alt="大桥,通车"\n>',
  '.. figure:: 大,桥.png\n   :alt: 大桥,通车',
  '(大:桥,一)=',
  '水渠。\n\n    let 大桥 = "通车,了";',
  '(@大桥)  水渠',
  '+----+----+\n| 大,桥 | 车 |\n+----+----+',
  '大,桥   通,车\n------  ------\n水,渠   一,二',
  '> <<<<<<< HEAD\n> 晚橙,开园...\n> =======\n> 晚橙,"开园"了\n> >>>>>>> 周砚',
  '@startuml\n大桥 -> 水渠: "通,车"\n@enduml',
];

const words = fc.constantFrom(
  ...[
    '水渠通水了',
    '陆晓晴说',
    '河湾镇',
    '，',
    '。',
    ',',
    '"',
    '...',
    '“',
    '”',
    ':',
    '(',
    ')',
    '!',
    ' ',
    '1.',
    '•',
    '--',
    '的的',
    '\u3000',
  ],
);
/** Paths and names begin where no word ends. */
const apart = (span: string): string => (/^(?:[\w./%]|\{@)/.test(span) ? `：${span}。` : span);

const lineOf = (code: readonly string[]): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof({ weight: 3, arbitrary: words }, { weight: 2, arbitrary: fc.constantFrom(...code.map(apart)) }), {
      minLength: 1,
      maxLength: 10,
    })

    .map((parts) => `水渠${parts.join('')}`);
const line = lineOf(spans);
/** Addresses in angles are text in HTML. */
const htmlLine = lineOf(spans.filter((span) => !/^<http/.test(span)));
const block = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom('', '', '> ', '- ', '## ', '    ', '　　', '1. '), line)
      .map((pair) => pair.join('')),
  },
  { weight: 1, arbitrary: line.map((text) => `| 甲,乙 | 丙 |\n|---|---|\n| ${text.replaceAll('|', '')} | 好,的 |`) },
  { weight: 1, arbitrary: htmlLine.map((text) => `<div>\n${text}\n</div>`) },
  { weight: 2, arbitrary: fc.constantFrom(...blockSpans) },
);
const article = fc.array(block, { minLength: 1, maxLength: 5 }).map((blocks) => `${blocks.join('\n\n')}\n`);

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

describe('what is code to others', () => {
  it('is byte for byte the same after bulk fix, which changes nothing the second time', () => {
    fc.assert(
      fc.property(article, fc.constantFrom(...houseIds), (text, id) => {
        const house = builtHouse(id);
        const fixed = fixAll(text, house, facts);
        for (const span of [...spans, ...blockSpans]) {
          assert.equal(count(fixed.text, span), count(text, span), `${span} was changed`);
        }
        assert.equal(fixAll(fixed.text, house, facts).text, fixed.text, 'a second run changes more');
      }),
      { numRuns: Number(process.env.RUNS ?? 500) },
    );
  }).timeout(240_000);
});

/** What a safe fix of one place changes. */
function changes(finding: Finding): readonly { check: string; start: number; end: number; text: string }[] {
  const fix = finding.fixes.find(({ safe, passages }) => safe && passages === undefined);
  return fix ? (fixEdits(finding, fix) ?? []).map((edit) => ({ check: finding.check, ...edit })) : [];
}

describe('two checks', () => {
  it('never want different things of one place', () => {
    const slips = fc
      .array(
        fc.constantFrom(
          ...[
            '未完待续',
            '水渠',
            '陆晓晴',
            '...',
            '。。',
            '。',
            '..',
            '…',
            '，，',
            ',',
            '"',
            '”',
            '“',
            '--',
            '—',
            '•',
            '．',
            ':',
            '?',
            '？',
            '！',
            '!',
            '(',
            '）',
            '3',
            ' ',
            '%',
            '-',
            '～',
            '9～16亿',
            '15-30%',
            '年',
            '月',
            '0。5',
            '，000元',
            '千',
            '等',
            '、',
            '《',
            '》',
            '一、',
            '（一）',
            '第一',
            '：',
            '/',
            '约',
            '左右',
            '晚会',
          ],
        ),
        { minLength: 1, maxLength: 12 },
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        fc.tuple(fc.constantFrom('', '# ', '##### ', '- ', '> '), slips),
        fc.constantFrom(...houseIds),
        ([open, text], id) => {
          const house = builtHouse(id);
          const { findings } = review(parseArticle(`${open}${text}\n`), house, facts);
          const edits = findings.flatMap(changes).sort((a, b) => a.start - b.start || a.end - b.end);
          for (const [index, edit] of edits.entries()) {
            const before = edits
              .slice(0, index)
              .find(
                ({ end, start, check }) =>
                  check !== edit.check && (end > edit.start || (start === edit.start && end === edit.end)),
              );
            assert.ok(before === undefined, `${before?.check} and ${edit.check} at ${edit.start}`);
          }
        },
      ),
      { numRuns: Number(process.env.RUNS ?? 3000) },
    );
  }).timeout(240_000);

  it('leave dots at the end of a subhead to the ellipsis', () => {
    const article = parseArticle('##### 未完待续...\n');
    const { findings } = review(article, shippedHouse('china-report'), facts);
    assert.deepEqual(
      findings.filter(({ at }) => at.end > 0).map(({ check }) => check),
      ['wrong-ellipsis'],
    );
    assert.equal(fixAll(article.text, shippedHouse('china-report'), facts).text, '##### 未完待续……\n');
  });
});

describe('a check that says the same of everything', () => {
  it('says it once, with one fix and the count', () => {
    const text = '周砚•高远说，水渠通水了。\n\n'.repeat(30);
    const { findings } = review(parseArticle(text), shippedHouse('china-report'), facts);
    const said = findings.filter(({ check }) => check === 'wrong-interpunct');
    assert.deepEqual(
      said.map(({ message, fixes }) => [message.en, message.zh, fixes.map(({ title }) => title.en)]),
      [
        [
          'The interpunct is `·`, not `•` (30 times in this article)',
          '间隔号误作“•”，应为“·”（全文共 30 处）',
          ['Mend all 30'],
        ],
      ],
    );
    const [first] = said;
    assert.ok(first?.fixes[0]);
    assert.equal(fixEdits(first, first.fixes[0])?.length, 30);
    assert.ok(!fixAll(text, shippedHouse('china-report'), facts).text.includes('•'));
  });

  it('says each by itself while they are few, or differ', () => {
    const text = '周砚•高远说，水渠通水了。\n\n'.repeat(19);
    const { findings } = review(parseArticle(text), shippedHouse('china-report'), facts);
    assert.equal(findings.filter(({ check }) => check === 'wrong-interpunct').length, 19);
  });
});
