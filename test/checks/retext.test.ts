import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Nodes, Root } from 'nlcst';
import { toString as textOf } from 'nlcst-to-string';
import retextIndefiniteArticle from 'retext-indefinite-article';
import retextRepeatedWords from 'retext-repeated-words';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { nlcstOf, retextOf } from '../../src/checks/copy/retext.ts';
import { parseArticle } from '../../src/model/parse.ts';
import type { Prose } from '../../src/model/prose.ts';

/** What stands between two words in the source: plain blanks, entities, escapes, markup, code, line ends. */
const gaps = [' ', ', ', ' &amp; ', ' \\* ', ' **', '** ', ' `code` ', ' &mdash; ', '\n', '  \n', ' <b>', '. '];
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

const name = (index: number): string => `word${'abcdefghijklm'[index]}`;

function sampleOf() {
  return fc
    .tuple(
      fc.array(fc.constantFrom(...gaps), { minLength: 1, maxLength: 12 }),
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

/** The tree of each passage, with the prose whose places it has. */
function trees(source: string): readonly { readonly prose: Prose; readonly tree: Root }[] {
  const retext = retextOf([]);
  return parseArticle(source).passages.map(({ prose }) => ({ prose, tree: nlcstOf(prose, retext) }));
}

describe('retext', () => {
  it('gives words their place in the source', () => {
    fc.assert(
      fc.property(sampleOf(), ({ source, words }) => {
        const places = new Map<string, number>();
        for (const { prose, tree } of trees(source)) {
          visit(tree, 'WordNode', (node) => {
            const from = node.position?.start.offset;
            for (const { value } of words) {
              const inside = textOf(node).indexOf(value);
              if (inside === -1 || from === undefined) continue;
              places.set(value, prose.at(from + inside, from + inside + value.length).start);
            }
          });
        }
        assert.deepEqual([...places].sort(), words.map(({ value, start }) => [value, start]).sort());
      }),
      { numRuns: 300 },
    );
  });

  it('covers prose without gaps, and keeps parents around their children', () => {
    fc.assert(
      fc.property(sampleOf(), ({ source }) => {
        for (const { prose, tree } of trees(source)) {
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

  it('gives code and images as source, not as language', () => {
    const [first] = trees('Run `the the code` now.\n');
    const sources: string[] = [];
    visit(first?.tree ?? { type: 'RootNode', children: [] }, 'SourceNode', (node) => void sources.push(node.value));
    assert.deepEqual(sources, ['the the code']);
  });

  it('runs plugins as they are published, with true places after entities and on continuation lines', () => {
    const source = '> Fish &amp; chips \\* cost a\n> euro, and they they had a apple.\n';
    const retext = retextOf([retextRepeatedWords, retextIndefiniteArticle]);
    const said: (readonly [number, string])[] = [];
    for (const { prose } of parseArticle(source).passages) {
      const file = new VFile(prose.text);
      retext.runSync(nlcstOf(prose, retext), file);
      for (const { place } of file.messages) {
        if (place === undefined || !('start' in place)) continue;
        const { start, end } = prose.at(place.start.offset ?? 0, place.end.offset ?? 0);
        said.push([start, source.slice(start, end)]);
      }
    }
    assert.deepEqual(said, [
      [source.indexOf('they they'), 'they they'],
      [source.indexOf('a apple'), 'a'],
    ]);
  });
});
