import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { fixAll } from '../../src/engine/fix.ts';
import { review, reviewCache } from '../../src/engine/review.ts';
import { houseIds, shippedHouse } from '../../src/house/load.ts';
import { parseArticle, parseCache } from '../../src/model/parse.ts';
import { marksAlone } from './marks-alone.ts';

const corpus = resolve(fileURLToPath(import.meta.url), '../../../../test/corpus');
const articles = readdirSync(corpus, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md'))
  .sort()
  .map((path) => readFileSync(join(corpus, path), 'utf8'));
const houses = houseIds.map((id) => shippedHouse(id));
const facts = { files: new Map<string, boolean>(), now: Date.UTC(2026, 11, 31) };

/** What a hasty hand, a bad paste or a hostile file puts into an article. */
const scraps = [
  '\n',
  '\r\n',
  '\r',
  '\t',
  ' ',
  '\u00a0',
  '\u3000',
  '\ufeff',
  '\0',
  '😀',
  '\ud83d',
  '\u200b',
  '**',
  '*',
  '_',
  '`',
  '```\n',
  '> ',
  '- ',
  '1. ',
  '![](a.png)',
  '[',
  '](',
  '<',
  '>',
  '<!-- allow wrong-dash: 理由 -->\n',
  '<!--',
  '-->',
  '&amp;',
  '&#8226;',
  '\\',
  '|',
  '---\n',
  '# ',
  'http://a.b/c',
  '“',
  '”',
  '‘',
  '’',
  '"',
  "'",
  '《',
  '》',
  '（',
  '）',
  '(',
  ')',
  '，',
  ',',
  '。',
  '。。',
  '.',
  '...',
  '……',
  '--',
  '——',
  '•',
  '·',
  '！！！！',
  '?',
  '：',
  ':',
  '（张三 摄）',
  '中国报道讯（李四报道）',
  '责任编辑：',
  'title: ',
  '- a\n',
  '[^1]',
  '~~',
  '{{',
  '{%',
  '{ .x }',
];

const mutated = fc
  .record({
    article: fc.constantFrom(...articles),
    cuts: fc.array(
      fc.record({
        at: fc.nat(),
        length: fc.nat({ max: 40 }),
        put: fc.array(fc.constantFrom(...scraps), { maxLength: 4 }),
      }),
      {
        minLength: 1,
        maxLength: 8,
      },
    ),
  })
  .map(({ article, cuts }) => {
    let text = article;
    for (const { at, length, put } of cuts) {
      const from = at % (text.length + 1);
      text = text.slice(0, from) + put.join('') + text.slice(from + length);
    }
    return text;
  });

const runs = { numRuns: Number(process.env.RUNS ?? 60) };

describe('articles with things inserted and cut', () => {
  it('are read and reviewed without a throw or a failed check, every place inside the text', () => {
    fc.assert(
      fc.property(mutated, fc.constantFrom(...houses), (text, house) => {
        const { findings } = review(parseArticle(text), house, facts);
        for (const { at, check, message } of findings) {
          assert.notEqual(check, 'check-failed', message.en);
          assert.ok(0 <= at.start && at.start <= at.end && at.end <= text.length, check);
        }
      }),
      runs,
    );
  });

  it('come to an end when they are fixed, and nothing fixable is left', () => {
    fc.assert(
      fc.property(mutated, fc.constantFrom(...houses), (text, house) => {
        const once = fixAll(text, house, facts);
        const twice = fixAll(once.text, house, facts);
        assert.equal(twice.text, once.text);
      }),
      runs,
    );
  });

  it('keep their letters, digits and Han characters when their marks are fixed', () => {
    // As rendered: a mended `&#8226;` loses digits of the source and nothing that is read.
    const words = (text: string) =>
      parseArticle(text)
        .passages.map(({ prose }) => prose.rendered.replace(/[^\p{L}\p{N}]/gu, ''))
        .join('\n');
    fc.assert(
      fc.property(mutated, fc.constantFrom(...houses), (text, house) => {
        assert.equal(words(fixAll(text, house, facts, { only: marksAlone }).text), words(text));
      }),
      runs,
    );
  });

  it('are found the same with the cache of the text before as with none', () => {
    fc.assert(
      fc.property(
        mutated,
        fc.array(fc.record({ at: fc.nat(), put: fc.constantFrom(...scraps) }), { maxLength: 4 }),
        fc.constantFrom(...houses),
        (text, edits, house) => {
          const parsing = parseCache();
          const reviewing = reviewCache();
          let now = text;
          for (const edit of [undefined, ...edits]) {
            if (edit !== undefined) {
              const from = edit.at % (now.length + 1);
              now = now.slice(0, from) + edit.put + now.slice(from);
            }
            const warm = review(parseArticle(now, parsing), house, facts, reviewing);
            const cold = review(parseArticle(now), house, facts);
            const plain = ({ findings }: typeof warm) =>
              findings.map(({ check, at, message }) => `${check} ${at.start} ${at.end} ${message.en}`);
            assert.deepEqual(plain(warm), plain(cold));
            assert.equal(warm.characters, cold.characters);
          }
        },
      ),
      runs,
    );
  });
});
