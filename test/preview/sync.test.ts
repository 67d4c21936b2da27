import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  type Anchors,
  atRest,
  ECHO,
  editorScrolls,
  lineAtTop,
  pageScrolls,
  scriptSets,
  topOfLine,
} from '../../src/preview/sync.ts';

function anchorsOf(points: readonly (readonly [line: number, top: number])[]): Anchors {
  return { count: points.length, line: (i) => points[i]?.[0] ?? 0, top: (i) => points[i]?.[1] ?? 0 };
}

describe('scroll sync', () => {
  const anchors = anchorsOf([
    [0, 0],
    [8, 300],
    [10, 400],
    [20, 400],
    [21, 900],
  ]);

  it('goes from line to height, and back', () => {
    for (const [line, top] of [
      [0, 0],
      [4, 150],
      [8, 300],
      [9, 350],
      [20.5, 650],
      [21, 900],
    ] as const) {
      assert.equal(topOfLine(anchors, line), top);
      assert.equal(lineAtTop(anchors, top), line);
    }
  });

  it('stays on the page', () => {
    assert.equal(topOfLine(anchors, 99), 900);
    assert.equal(lineAtTop(anchors, 5000), 21);
    assert.equal(lineAtTop(anchors, -5), 0);
    assert.equal(topOfLine(anchorsOf([]), 3), 0);
    assert.equal(lineAtTop(anchorsOf([]), 3), 0);
  });

  it('never goes back as the other side goes on, and comes home where nothing stands in the same place', () => {
    const step = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(step, step), { minLength: 1, maxLength: 30 }),
        fc.float({ min: 0, max: 1, noNaN: true }),
        (steps, part) => {
          let line = 0;
          let top = 0;
          const points: [number, number][] = [[0, 0]];
          for (const [lines, pixels] of steps) {
            line += lines;
            top += pixels;
            points.push([line, top]);
          }
          const page = anchorsOf(points);
          const at = part * line;
          assert.ok(Math.abs(lineAtTop(page, topOfLine(page, at)) - at) < 1e-6);
          assert.ok(topOfLine(page, at) <= topOfLine(page, at + 1));
        },
      ),
    );
  });

  it('asks for few heights, however long the page', () => {
    let asked = 0;
    const long: Anchors = { count: 100_000, line: (i) => i, top: (i) => i * 10 * Math.sign(++asked) };
    assert.equal(lineAtTop(long, 555_555), 55_555.5);
    assert.ok(asked < 30, `${asked} measurements`);
  });
});

describe('who leads the scrolling', () => {
  it('is the editor, until the reader scrolls', () => {
    const led = editorScrolls(atRest, 12, 1000);
    assert.equal(led?.held, 12);
    const set = scriptSets(led ?? atRest, 480);
    assert.equal(pageScrolls(set, 480.4, 1010), undefined, 'the scroll event of our own scrolling is no news');
    const reader = pageScrolls(set, 700, 1500);
    assert.equal(reader?.held, undefined);
    assert.equal(
      editorScrolls(reader ?? atRest, 18, 1500 + ECHO - 1),
      undefined,
      'the editor’s answer to the reader is an echo',
    );
    assert.equal(editorScrolls(reader ?? atRest, 18, 1500 + ECHO)?.held, 18);
  });

  it('is the reader, who may come back to where the script had put the page', () => {
    const away = pageScrolls(scriptSets(atRest, 480), 700, 1500);
    assert.ok(away && pageScrolls(away, 480, 1600));
  });
});
