import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Check, defineCheck } from '../../src/checks/check.ts';
import { fixAll } from '../../src/engine/fix.ts';
import { review, reviewCache } from '../../src/engine/review.ts';
import { houseIds, shippedHouse } from '../../src/house/load.ts';
import type { Finding } from '../../src/model/finding.ts';
import { parseArticle, parseCache } from '../../src/model/parse.ts';
import { anyText } from '../any-text.ts';
import { builtHouse } from '../shipped-houses.ts';

const house = shippedHouse('china-report');
const facts = { files: new Map<string, boolean>(), now: Date.UTC(2025, 9, 1) };

const flat = ({ check, at, message, severity, fixes }: Finding): unknown => [
  check,
  severity,
  message.en,
  at.start,
  at.end,
  fixes.map(({ title, safe }) => [title.en, safe]),
];

const head =
  '---\ntitle: 河湾镇修好了渠\ncolumn: 乡村\npublished: 2025-09-30 09:00\nsource: 中国报道\neditor: 温故\n---\n\n';
const bits = [
  '河湾镇',
  '修好了渠',
  '，',
  ',',
  '。',
  '。。',
  '“',
  '”',
  '"',
  '--',
  '...',
  '•',
  '（',
  '）',
  '(',
  ')',
  '马克',
  ' ',
  '\n',
  '\n\n',
  '**',
  '`a,b`',
  '&lt;',
  '[链接](http://a.b/c,d)',
  '![图](a.jpg)',
  '（高远摄）',
  '- ',
  '> ',
  '中国报道讯（陆晓晴 通讯员高远）',
  '3,000',
  '10:53',
  '<!-- allow wrong-dash: 原文如此 -->\n',
  '责任编辑：温故',
];
const body = fc.array(fc.constantFrom(...bits), { maxLength: 40 }).map((parts) => head + parts.join(''));

describe('engine/review', () => {
  it('finds the same with caches as without, keystroke by keystroke', () => {
    fc.assert(
      fc.property(body, fc.array(fc.tuple(fc.nat(200), fc.constantFrom(...bits)), { maxLength: 6 }), (text, typed) => {
        const parsing = parseCache();
        const reviewing = reviewCache();
        let now = text;
        for (const [at, what] of [[0, ''] as const, ...typed]) {
          now = now.slice(0, at) + what + now.slice(at);
          const kept = review(parseArticle(now, parsing), house, facts, reviewing);
          const fresh = review(parseArticle(now), house, facts);
          assert.deepEqual(kept.findings.map(flat), fresh.findings.map(flat));
          assert.equal(kept.characters, fresh.characters);
        }
      }),
      { numRuns: 300 },
    );
  }).timeout(60_000);

  it('places every finding inside the text, in order, in both languages', () => {
    fc.assert(
      fc.property(fc.oneof(body, anyText(200)), fc.constantFrom(...houseIds), (text, id) => {
        let last = 0;
        for (const { at, message, fixes } of review(parseArticle(text), builtHouse(id), facts).findings) {
          assert.ok(at.start >= last && at.end >= at.start && at.end <= text.length);
          last = at.start;
          for (const said of [message, ...fixes.map(({ title }) => title)]) {
            assert.ok(said.en !== '' && said.zh !== '');
            assert.doesNotMatch(said.en + said.zh, /\{[a-z][a-zA-Z]*\}|undefined|\[object/);
          }
        }
      }),
      { numRuns: 500 },
    );
  }).timeout(60_000);

  it('drops its caches when the house changes', () => {
    const text = `${head}长征--五号升空。\n`;
    const reviewing = reviewCache();
    const strict = review(parseArticle(text), house, facts, reviewing).findings.map(({ check }) => check);
    assert.ok(strict.includes('wrong-dash'));
    const lax = { ...house, checks: { ...house.checks, 'wrong-dash': { severity: 'off' as const } } };
    const left = review(parseArticle(text), lax, facts, reviewing).findings.map(({ check }) => check);
    assert.ok(!left.includes('wrong-dash'));
  });

  it('turns a check that throws into one finding, and goes on with the others', () => {
    const failing: Check = defineCheck({
      id: 'always-throws',
      title: { en: 'x', zh: 'x' },
      summary: { en: 'x', zh: 'x' },
      scope: 'passage',
      severity: 'error',
      messages: {},
      // biome-ignore lint/correctness/useYield: it throws before it could
      *run() {
        throw new Error('deliberately');
      },
    });
    const counting: Check = defineCheck({
      id: 'finds-渠',
      title: { en: 'x', zh: 'x' },
      summary: { en: 'x', zh: 'x' },
      scope: 'passage',
      severity: 'warning',
      triggers: '渠',
      messages: { found: { en: 'found', zh: '有' } },
      *run({ prose }) {
        const at = prose.text.indexOf('渠');
        yield { message: 'found', at: prose.at(at, at + 1) };
      },
    });
    const { findings } = review(parseArticle('修好了渠。\n'), house, facts, undefined, [failing, counting]);
    assert.deepEqual(findings.map(({ check }) => check).sort(), ['check-failed', 'finds-渠']);
    assert.match(
      findings.find(({ check }) => check === 'check-failed')?.message.en ?? '',
      /always-throws.*deliberately/,
    );
  });

  it('honours allowances, and reports those that allow nothing', () => {
    const allowed = (text: string): string[] => {
      const ids = review(parseArticle(head + text), house, facts).findings.map(({ check }) => check);
      return ids.filter((id) => id === 'wrong-dash' || id === 'unused-allowance');
    };
    assert.deepEqual(allowed('长征--五号升空。\n'), ['wrong-dash']);
    assert.deepEqual(allowed('<!-- allow wrong-dash: 原文如此 -->\n长征--五号升空。\n'), []);
    assert.deepEqual(allowed('<!-- allow wrong-dash: 原文如此 -->\n长征五号。\n\n长征--五号升空。\n').sort(), [
      'unused-allowance',
      'wrong-dash',
    ]);
    assert.deepEqual(allowed('<!-- allow wrong-dush: 原文如此 -->\n长征五号。\n'), ['unused-allowance']);
    assert.deepEqual(allowed('<!-- allow wrong-dash -->\n长征--五号升空。\n'), ['unused-allowance']);
  });
});

describe('engine/fix', () => {
  it('reaches a text that it leaves alone, and keeps what is not punctuation', () => {
    // Addresses, code and numbers are bits of their own, so that a fix which damages one is seen.
    const bare = (text: string): string => text.slice(head.length).replace(/[\s，,。“”"‘’'（）()…—\-.•·：:]/g, '');
    fc.assert(
      fc.property(body, (text) => {
        const once = fixAll(text, house, facts);
        assert.equal(fixAll(once.text, house, facts).text, once.text);
        assert.equal(bare(once.text), bare(text));
        for (const whole of ['`a,b`', 'http://a.b/c,d', '3,000', '10:53', '&lt;']) {
          assert.equal(once.text.split(whole).length, text.split(whole).length, whole);
        }
      }),
      { numRuns: 400 },
    );
  }).timeout(60_000);

  it('leaves CR LF alone', () => {
    const text = `${head}长征--五号,升空...\n\n第二段,说的是"渠"。\n`.replaceAll('\n', '\r\n');
    const { text: fixed, applied } = fixAll(text, house, facts);
    assert.ok(applied >= 4);
    assert.doesNotMatch(fixed, /[^\r]\n/);
  });
});

describe('front matter with two versions in it', () => {
  it('is said to have them, and nothing else is said of it or changed in it', () => {
    const two = (mine: string, theirs: string, rest: string): string =>
      `---\n${rest}<<<<<<< HEAD\n${mine}\n=======\n${theirs}\n>>>>>>> 周砚\n---\n\n河湾镇通水,好。\n`;
    for (const text of [
      two('title: 水渠,通水', 'title: 通水,水渠', 'published: 2024/6/1\n'),
      two('keywords: 水,渠', 'keywords: [水, 渠', 'title: 水渠通水。\n'),
      two('title: 水渠', 'titel: 渠', '').replaceAll('\n', '\r\n'),
    ]) {
      const bodyStart = text.indexOf('河湾镇');
      const inFields = review(parseArticle(text), house, facts).findings.filter(({ at }) => at.start < bodyStart - 2);
      assert.deepEqual(
        inFields.map(({ check }) => check),
        ['conflict-marker'],
      );
      assert.equal(fixAll(text, house, facts).text, text.replace('通水,好', '通水，好'));
    }
  });
});

describe('what a finding rests on', () => {
  const sources = (body: string): readonly (readonly [string, string | undefined])[] =>
    review(parseArticle(`---\ntitle: 渠\n---\n\n${body}\n`), house, facts)
      .findings.filter(({ check }) => ['wrong-word', 'mixed-numerals', 'wrong-interpunct'].includes(check))
      .map(({ check, source }) => [check, source]);

  it('is no standard of Chinese text where an article is written in letters', () => {
    assert.deepEqual(sources('They commited the money. The canal at Hewan cost £500 pounds.'), [
      ['wrong-word', undefined],
      ['mixed-numerals', undefined],
    ]);
    const [found] = sources('他们在河湾镇•清泉镇签约，把资金用于沿渠三个村的灌溉。');
    assert.deepEqual(found, ['wrong-interpunct', 'GB/T 15834—2011 4.14']);
  });
});
