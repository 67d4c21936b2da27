import assert from 'node:assert/strict';
import { join } from 'node:path';
import fc from 'fast-check';
import { packedSources } from '../../src/cli/packed-sources.ts';
import { packTraces, type StampedTrace, unpackTraces } from '../../src/cli/packed-traces.ts';
import type { Source } from '../../src/cli/read-articles.ts';
import { type ArticleValues, saysTheSame } from '../../src/engine/newsroom-values.ts';
import { packedValues } from '../../src/engine/packed-values.ts';
import { anyText } from '../any-text.ts';

describe('a long list of sources, packed', () => {
  it('is the same list, whatever lies in it', () => {
    const folders = ['乡村', '乡村/深', '', 'a\ud83db', 'a.md'].map((folder) => join('/work', folder));
    const sources = Array.from({ length: 3000 }, (_, index): Source => {
      const path = join(folders[index % folders.length] ?? '', `${'\ud83d\ude00长'.slice(0, index % 4)}${index}.md`);
      if (index % 500 === 7) return { stdin: Buffer.from('一篇稿件') };
      if (index % 400 === 3) return { path, named: false, lines: [{ from: 1, to: 2 }] };
      return { path, named: index % 300 === 1 };
    });
    const packed = packedSources(sources);
    assert.notEqual(packed, sources);
    assert.equal(packed.length, sources.length);
    assert.deepEqual([...packed], sources);
    for (const at of [2999, 7, 3, 1, 0, 1500]) assert.deepEqual(packed.at(at), sources[at]);
    assert.deepEqual([packed.at(3000), packed.at(-1)], [undefined, undefined]);
  });

  it('is left as it is where it is short', () => {
    const few: readonly Source[] = [{ path: '/a.md', named: true }];
    assert.equal(packedSources(few), few);
  });
});

describe('what articles have, packed for the next run', () => {
  const origin = { program: 'p', root: 'file:///乡村' };
  const texts = fc.array(fc.oneof(anyText(6), fc.constantFrom('', '\u007f', '\u0080', '\n')), { maxLength: 3 });
  const values = fc.array(fc.tuple(fc.oneof(fc.constantFrom('title', '标题', ''), anyText(4)), texts), {
    maxLength: 4,
  });
  const numbers = fc.array(fc.maxSafeNat(), { maxLength: 3 });

  it('is read as it was, in pieces of any length', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(values, numbers, texts, texts, fc.maxSafeNat()), { maxLength: 40 }),
        fc.constantFrom(0, 9000),
        (all, longer) => {
          const traces = new Map<string, StampedTrace>();
          for (const [nth, [said, paragraphs, pictures, links, text]] of all.entries()) {
            const long: ArticleValues = new Map([...said, ['long', ['长'.repeat(longer)]]]);
            const trace = { stamp: nth, values: packedValues(long), paragraphs, pictures, links, text };
            traces.set(`${nth}\n乡村.md`, trace);
          }
          const bytes = Buffer.concat([...packTraces(traces, origin)]);
          const read = unpackTraces(bytes, origin);
          assert.deepEqual([...read.keys()], [...traces.keys()]);
          for (const [path, { values: said, ...rest }] of traces) {
            const { values: now = new Map(), ...others } = read.get(path) ?? {};
            assert.deepEqual(others, rest);
            assert.ok(saysTheSame(now, said));
          }
          assert.equal(unpackTraces(bytes, { ...origin, program: 'q' }).size, 0);
          assert.equal(unpackTraces(bytes, { ...origin, root: 'file:///' }).size, 0);
        },
      ),
    );
  });
});
