import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Nodes, Root } from 'nlcst';
import { toString as textOf } from 'nlcst-to-string';
import retextIndefiniteArticle from 'retext-indefinite-article';
import retextRepeatedWords from 'retext-repeated-words';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { parseChinese } from '../../src/checks/copy/chinese-nlcst.ts';
import { type Language, nlcstOf, retextFor } from '../../src/checks/copy/retext.ts';
import { parseArticle } from '../../src/model/parse.ts';

/** What stands between two words in the source: plain blanks, entities, escapes, markup, code, line ends. */
const gaps = [' ', ', ', ' &amp; ', ' \\* ', ' **', '** ', ' `code` ', ' &mdash; ', '\n', '  \n', ' <b>', '. '];
const chineseGaps = ['，', '。', '&amp;', '\\*', '，**', '**，', '`code`', '&mdash;', '\n', '——', '！', ' '];
/** What the lines of a paragraph begin with, the first and the others. */
const blocks: readonly (readonly [string, string])[] = [
  ['', ''],
  ['> ', '> '],
  ['> ', '>'],
  ['- ', '  '],
  ['1. > ', '   > '],
  ['# ', '# '],
];

interface Sample {
  readonly source: string;
  /** Words with the offset where each stands in the source. */
  readonly words: readonly { readonly value: string; readonly start: number }[];
}

function sampleOf(chosen: readonly string[], name: (index: number) => string) {
  return fc
    .tuple(
      fc.array(fc.constantFrom(...chosen), { minLength: 1, maxLength: 12 }),
      fc.constantFrom(...blocks),
      fc.boolean(),
    )
    .map(([between, [first, rest], crlf]): Sample => {
      const end = crlf ? '\r\n' : '\n';
      let source = `Intro &lt; text${end}${end}${first}`;
      const words: { value: string; start: number }[] = [];
      for (const [index, gap] of ['', ...between].entries()) {
        source += gap.replace('\n', end + rest);
        words.push({ value: name(index), start: source.length });
        source += name(index);
      }
      return { source: source + end, words };
    });
}

function trees(source: string, language: Language): readonly Root[] {
  const article = parseArticle(source);
  const retext = retextFor(language, []);
  return article.passages.map(({ prose }) => nlcstOf(prose, retext, article.lines));
}

describe('retext', () => {
  for (const [language, chosen, name] of [
    ['english', gaps, (index: number) => `word${'abcdefghijklm'[index]}`],
    ['chinese', chineseGaps, (index: number) => '甲乙丙丁戊己庚辛壬癸子丑寅'.charAt(index)],
  ] as const) {
    it(`gives ${language} words their place in the source`, () => {
      fc.assert(
        fc.property(sampleOf(chosen, name), ({ source, words }) => {
          const places = new Map<string, { offset: number; line: number; column: number }>();
          for (const tree of trees(source, language)) {
            visit(tree, 'WordNode', (node) => {
              const start = node.position?.start;
              for (const { value } of words) {
                const inside = textOf(node).indexOf(value);
                if (inside === -1 || start?.offset === undefined) continue;
                places.set(value, { offset: start.offset + inside, line: start.line, column: start.column + inside });
              }
            });
          }
          for (const { value, start } of words) {
            const place = places.get(value);
            assert.ok(place, `${value} was not found`);
            assert.equal(place.offset, start);
            const before = source.slice(0, start).split(/\r\n|\n/);
            assert.deepEqual([place.line, place.column], [before.length, (before.at(-1)?.length ?? 0) + 1]);
          }
        }),
        { numRuns: 300 },
      );
    });

    it(`covers ${language} prose without gaps, and keeps parents around their children`, () => {
      fc.assert(
        fc.property(sampleOf(chosen, name), ({ source }) => {
          const article = parseArticle(source);
          const retext = retextFor(language, []);
          for (const { prose } of article.passages) {
            const tree = nlcstOf(prose, retext);
            assert.equal(textOf(tree), prose.rendered);
            visit(tree, (node: Nodes) => {
              const from = node.position?.start.offset ?? -1;
              const to = node.position?.end.offset ?? -1;
              assert.equal(textOf(node), prose.rendered.slice(from, to));
            });
          }
        }),
        { numRuns: 200 },
      );
    });
  }

  it('gives code and images as source, not as language', () => {
    const [tree] = trees('Run `the the code` now.\n', 'english');
    const sources: string[] = [];
    visit(tree ?? { type: 'RootNode', children: [] }, 'SourceNode', (node) => void sources.push(node.value));
    assert.deepEqual(sources, ['the the code']);
  });

  it('runs plugins as they are published, with true places after entities and on continuation lines', () => {
    const source = '> Fish &amp; chips \\* cost a\n> euro, and they they had a apple.\n';
    const article = parseArticle(source);
    const retext = retextFor('english', [retextRepeatedWords, retextIndefiniteArticle]);
    const file = new VFile(source);
    for (const { prose } of article.passages) retext.runSync(nlcstOf(prose, retext, article.lines), file);
    const said = file.messages.map(({ line, column, place }) => {
      const start = place && 'start' in place ? (place.start.offset ?? 0) : 0;
      const end = place && 'end' in place ? (place.end.offset ?? 0) : 0;
      return [line, column, source.slice(start, end)];
    });
    assert.deepEqual(said, [
      [2, 13, 'they they'],
      [2, 27, 'a'],
    ]);
  });

  it('cuts Chinese into sentences with their closing quotes, and words within them', () => {
    const text = '老周说：“路通了。”大家去看电影！走吧';
    const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
    const sentences: string[] = [];
    const words: string[] = [];
    const tree = parseChinese(text, segmenter);
    visit(tree, 'SentenceNode', (node) => void sentences.push(textOf(node)));
    visit(tree, 'WordNode', (node) => void words.push(textOf(node)));
    assert.deepEqual(sentences, ['老周说：“路通了。”', '大家去看电影！', '走吧']);
    assert.ok(words.includes('电影'), words.join(' '));
  });

  it('parses any text into leaves that cover it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        assert.equal(textOf(parseChinese(text)), text);
        assert.equal(textOf(parseChinese(text, new Intl.Segmenter('zh', { granularity: 'word' }))), text);
      }),
      { numRuns: 200 },
    );
  });
});
