import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Facts } from '../../src/checks/check.ts';
import { checks } from '../../src/checks/index.ts';
import { fixAll } from '../../src/engine/fix.ts';
import type { CheckSetting, House } from '../../src/house/house.ts';
import { shippedHouse } from '../../src/house/load.ts';
import { parseArticle } from '../../src/model/parse.ts';

/** The checks of copy: their fixes change punctuation and the blanks beside it, and nothing else. */
const copy = new Set([
  'half-width-punctuation',
  'straight-quotes',
  'unpaired-marks',
  'wrong-interpunct',
  'wrong-ellipsis',
  'wrong-dash',
  'stacked-punctuation',
  'missing-image',
  'repeated-word',
  'check-failed',
]);

const settings: Record<string, CheckSetting> = Object.fromEntries(
  checks.filter(({ id }) => !copy.has(id)).map(({ id }) => [id, { severity: 'off' }]),
);
const house: House = { ...shippedHouse('china-report'), checks: settings };
/** Almost every article gets its punctuation mended as a whole. */
const eager: House = { ...house, checks: { ...settings, 'half-width-punctuation': { options: { collapse: 2 } } } };
const facts: Facts = { files: new Map(), now: 0 };

/** Words, names, numbers and Markdown that a fix must leave as they are. */
const solids = [
  '云溪镇',
  '周远山',
  '卡尔·温德姆',
  '卡尔•温德姆',
  '老周说',
  '启明—5号',
  '2024年6月1日',
  '1,000万元',
  '10:30',
  '3:1',
  '5.5%',
  'GDP',
  'R&D',
  'Wi-Fi',
  'New York',
  '[云溪](https://example.com/a,b?c=d:e "题, 注")',
  '<https://example.com/新闻,1>',
  'https://example.com/x?a=1,2',
  'https://example.com/新闻--1,2...3•图',
  'zhou@example.com',
  '`a--b, "c" ...`',
  '![渡口,远景](images/a,b.jpg)',
  '**要点**',
  '**“引语”**',
  '*强调*',
  '&amp;',
  '\\*',
  '\\"',
  '&quot;',
  '<b>粗</b>',
  '~~删~~',
  '\u{20BB7}',
  '😀',
  '[^1]',
  '[^注,2]',
  '^[见“附录”第5页]',
];
const solid = fc.constantFrom(...solids);
/** Those of them in which not even a mark may change, wherever they stand. */
const atoms = solids.filter((text) => /[0-9@&`<]|\]\(|\[\^/.test(text) && text !== '&quot;');

/** Marks, right and wrong, and blanks. */
const marks = fc.constantFrom(
  ',',
  ', ',
  ';',
  ': ',
  ':',
  '?',
  '!',
  '(',
  ')',
  '"',
  "'",
  '“',
  '”',
  '‘',
  '’',
  '，',
  '。',
  '、',
  '；',
  '：',
  '？',
  '！',
  '（',
  '）',
  '，，',
  '。。',
  '。”。',
  '，。',
  '！！！！',
  '！？',
  '...',
  '。。。',
  '…',
  '……',
  '---',
  '--',
  ' -- ',
  '——',
  '———',
  '—',
  '•',
  '・',
  '·',
  ' ',
  '\n',
  '.',
  '《',
  '》',
  '的的',
);

const paragraph = fc
  .array(fc.oneof({ weight: 3, arbitrary: solid }, { weight: 3, arbitrary: marks }), { minLength: 1, maxLength: 24 })
  .map((parts) => `云溪${parts.join('')}`);

/** The same where it is written as HTML. */
const htmlParagraph = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...['云溪镇', '老周说', '10:30', '&amp;', '&quot;', '<b>粗</b>', '<img src="images/a,b.jpg" alt="渡口,远景">'],
        ...[
          '<a href="https://example.com/a,b?c=d:e" title="题, 注">云溪</a>',
          '<!-- 注, 释 -->',
          '</p><p>',
          '<br>',
          '<td>',
        ],
      ),
      marks,
    ),
    { minLength: 1, maxLength: 24 },
  )
  .map((parts) => `<div><p title="别动, 谢谢">云溪${parts.join('')}`);

const article = fc
  .record({
    title: fc.option(fc.array(fc.oneof(fc.constantFrom('云溪', '签约', '10:30', 'GDP'), marks), { maxLength: 8 }), {
      nil: undefined,
    }),
    quote: fc.constantFrom<'plain' | 'single' | 'double'>('plain', 'single', 'double'),
    paragraphs: fc.array(
      fc.oneof(
        { weight: 3, arbitrary: fc.tuple(fc.constantFrom('', '', '> ', '- ', '# ', '[^1]: ', '[^注,2]: '), paragraph) },
        { weight: 1, arbitrary: fc.tuple(fc.constant(''), htmlParagraph) },
      ),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(({ title, quote, paragraphs }) => {
    const body = paragraphs.map(
      ([open, text]) => open + text.replace(/\n/g, open === '# ' ? ' ' : `\n${open === '> ' ? '> ' : ''}`),
    );
    const front = title ? frontMatter(`云溪${title.join('').replace(/\n/g, ' ')}`, quote) : '';
    return `${front}${body.join('\n\n')}\n\n[^注,2]: 云溪,注\n`;
  });

function frontMatter(title: string, quote: 'plain' | 'single' | 'double'): string {
  const value =
    quote === 'plain' ? title : quote === 'single' ? `'${title.replace(/'/g, "''")}'` : JSON.stringify(title);
  return `---\n# 备注: 别动, 谢谢\ntitle: ${value} # 注, 释\npublished: 2024-06-01T10:30:00+08:00\nsource: '云溪报, 社'\n---\n\n`;
}

/** Everything that a fix of punctuation must leave alone. */
function solidParts(text: string): unknown {
  const { passages, tokens, frontMatter: front } = parseArticle(text);
  const bare = (value: string): string => value.replace(/[\p{P}\p{S}\s]/gu, '');
  const kept: string[] = [];
  for (const token of tokens) {
    kept.push(token.type.replace(/inline/, ''));
    for (const child of token.children ?? []) {
      if (/^(?:code_inline|html_inline|html_break|tag_open|tag_close)$/.test(child.type)) kept.push(child.content);
      for (const name of ['href', 'src', 'title', 'alt']) {
        const value = child.attrGet(name);
        if (value !== null) kept.push(`${name}=${value}`);
      }
      if (/^(strong|em|s|link)_/.test(child.type)) kept.push(child.type);
    }
  }
  const fields = front.entries.map(({ key, value }) =>
    key === 'title' && value.kind === 'scalar' ? bare(String(value.value)) : text.slice(value.at.start, value.at.end),
  );
  const comments = text.slice(0, front.bodyStart).match(/#.*/g);
  return {
    prose: passages.map(({ prose }) => bare(prose.rendered)),
    kept,
    fields,
    comments,
    faults: front.faults.length,
  };
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

describe('fixes of copy', () => {
  it('change punctuation and nothing else, and leave nothing that they would change again', () => {
    fc.assert(
      fc.property(article, fc.boolean(), (text, atOnce) => {
        const chosen = atOnce ? eager : house;
        fc.pre(parseArticle(text).frontMatter.faults.length === 0);
        const fixed = fixAll(text, chosen, facts);
        assert.deepEqual(solidParts(fixed.text), solidParts(text));
        assert.deepEqual(
          fixed.findings.filter(({ check }) => check === 'check-failed'),
          [],
        );
        for (const atom of atoms) assert.ok(count(fixed.text, atom) >= count(text, atom), `${atom} was changed`);
        const again = fixAll(fixed.text, chosen, facts);
        assert.equal(again.text, fixed.text, 'a second run changes more');
      }),
      { numRuns: 800 },
    );
  }).timeout(120_000);
});
