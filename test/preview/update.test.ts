import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Page } from '../../src/page/index.ts';
import { isFromPreview, isPreviewState, isToPreview } from '../../src/preview/messages.ts';
import { pageUpdate } from '../../src/preview/update.ts';

function pageWith(blocks: readonly string[], before = '<main>'): Page {
  return {
    title: 't',
    lang: 'zh-Hans',
    theme: 'china-report',
    frame: { before, after: '</main>' },
    blocks: blocks.map((html, index) => ({ html, line: index * 2, end: index * 2 + 1, findings: [] })),
    findings: [],
    lines: blocks.length * 2,
  };
}

describe('an update of the preview', () => {
  const blocks = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });

  it('turns one page into the other, and is a message that the preview accepts', () => {
    fc.assert(
      fc.property(blocks, blocks, (before, after) => {
        const update = pageUpdate({ page: pageWith(before), version: 7 }, pageWith(after), 'file:///a.md', 8);
        assert.ok(isToPreview(JSON.parse(JSON.stringify(update))));
        const patched = [
          ...before.slice(0, update.start),
          ...update.blocks,
          ...before.slice(update.start + update.removed),
        ];
        assert.deepEqual(patched, after);
        assert.equal(update.base, 7);
        assert.equal(update.starts.length, after.length);
      }),
    );
  });

  it('sends one block for a change in one block, and the frame only when it changed', () => {
    const shown = { page: pageWith(['a', 'b', 'c']), version: 1 };
    const update = pageUpdate(shown, pageWith(['a', 'x', 'c']), '', 2);
    assert.deepEqual([update.start, update.removed, update.blocks, update.frame], [1, 1, ['x'], undefined]);
    assert.deepEqual(pageUpdate(shown, pageWith(['a'], '<main class="x">'), '', 2).frame, {
      before: '<main class="x">',
      after: '</main>',
    });
    assert.deepEqual(pageUpdate(undefined, pageWith(['a']), '', 1), {
      type: 'update',
      version: 1,
      base: 0,
      resource: '',
      title: 't',
      lang: 'zh-Hans',
      theme: 'china-report',
      frame: { before: '<main>', after: '</main>' },
      start: 0,
      removed: 0,
      blocks: ['a'],
      starts: [0],
      lines: 2,
    });
  });
});

describe('messages', () => {
  const update = pageUpdate(undefined, pageWith(['a']), 'file:///a.md', 1);

  it('that are well formed are accepted', () => {
    for (const message of [update, { type: 'scroll', line: 2.5 }]) assert.ok(isToPreview(message));
    for (const message of [
      { type: 'ready', version: 0 },
      { type: 'patched', version: 1, milliseconds: 0.4 },
      { type: 'scrolled', line: 0 },
      { type: 'source', line: 12 },
      { type: 'open', href: '../b.md' },
    ]) {
      assert.ok(isFromPreview(message));
    }
    assert.ok(isPreviewState({ resource: 'file:///a.md', line: 3.5 }));
  });

  it('that are not are dropped', () => {
    for (const message of [
      ...[
        undefined,
        null,
        1,
        'update',
        [],
        {},
        { type: 'other' },
        { type: 'scroll' },
        { type: 'scroll', line: Number.NaN },
      ],
      ...[
        { type: 'scroll', line: -1 },
        { type: 'scroll', line: '1' },
        { ...update, version: 0 },
        { ...update, blocks: ['a', 1] },
      ],
      ...[
        { ...update, blocks: 'a' },
        { ...update, frame: { before: 1, after: '' } },
        { ...update, start: 0.5 },
        { ...update, starts: [-1] },
      ],
      ...[
        { ...update, lang: undefined },
        { ...update, removed: Number.POSITIVE_INFINITY },
      ],
    ]) {
      assert.ok(!isToPreview(message), JSON.stringify(message));
    }
    for (const message of [
      ...[
        undefined,
        {},
        { type: 'source', line: 1.5 },
        { type: 'source', line: -1 },
        { type: 'scrolled', line: Number.POSITIVE_INFINITY },
      ],
      ...[
        { type: 'open', href: 1 },
        { type: 'open', href: 'x'.repeat(5000) },
        { type: 'ready' },
        { type: 'patched', version: 1 },
      ],
    ]) {
      assert.ok(!isFromPreview(message), JSON.stringify(message));
    }
    for (const state of [undefined, {}, { resource: 'a' }, { resource: 1, line: 0 }]) assert.ok(!isPreviewState(state));
  });
});
