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
  it('is nothing at all, or has its shape, where the file was cut off or written over', () => {
    const trace = (nth: number): StampedTrace => ({
      stamp: nth,
      values: packedValues(new Map([['title', [`云脚村第${nth}条水渠`]]])),
      paragraphs: [nth * 7, 2 ** 53 - 1],
      pictures: ['图/渠.jpg'],
      links: [],
      text: nth,
    });
    const whole: ReadonlyMap<string, StampedTrace> = new Map(
      Array.from({ length: 12 }, (_, nth) => [`${nth}.md`, trace(nth)] as const),
    );
    const bytes = Buffer.concat([...packTraces(whole, { program: 'p', root: 'r' })]);
    const read = (some: Buffer) => unpackTraces(some, { program: 'p', root: 'r' });
    for (let length = 0; length <= bytes.length; length++) {
      const kept = read(bytes.subarray(0, length));
      for (const [path, { stamp, paragraphs }] of kept)
        assert.deepEqual([stamp, paragraphs], [whole.get(path)?.stamp, whole.get(path)?.paragraphs]);
    }
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 }), (at, byte) => {
        const harmed = Buffer.from(bytes);
        harmed[at] = byte;
        for (const { paragraphs, pictures, links, values, text } of read(harmed).values()) {
          assert.ok(paragraphs.every((one) => typeof one === 'number') && typeof text === 'number');
          assert.ok([...pictures, ...links].every((one) => typeof one === 'string'));
          assert.ok([...values].every(([key, texts]) => typeof key === 'string' && Array.isArray(texts)));
        }
      }),
      { numRuns: 2000 },
    );
    const head = '{"program":"p","root":"r","fields":["title"]}\n';
    for (const line of ['1', 'null', '[]', '["a.md",1,[]]', '["a.md",1,[0],[],[],[],1]', '["a.md",1,[[1]],[],[],[],1]'])
      assert.equal(read(Buffer.from(`${head}${line}\n`)).size, 0, line);
    assert.equal(read(Buffer.from('{"program":"p","root":"r"}\n["a.md",1,[0,"x"],[],[],[],1]\n')).size, 0);
  });

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
