import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Page } from '../../src/page/index.ts';
import { isFromPreview, isToPreview, readPreviewState } from '../../src/preview/messages.ts';
import { updateTo } from './update-to.ts';

function pageWith(blocks: readonly string[], before = '<main>'): Page {
  return {
    title: 't',
    lang: 'zh-Hans',
    theme: 'china-report',
    around: { before, after: '</main>' },
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
        const update = updateTo({ page: pageWith(before), number: 7 }, pageWith(after), 8);
        assert.ok(isToPreview(JSON.parse(JSON.stringify(update))));
        const patched = [
          ...before.slice(0, update.start),
          ...update.blocks.map(({ html }) => html),
          ...before.slice(update.start + update.removed),
        ];
        assert.deepEqual(patched, after);
        assert.equal(update.base, 7);
        assert.equal(update.starts.length, after.length);
      }),
    );
  });

  it('sends one block for a change in one block, and what is around them only when it changed', () => {
    const shown = { page: pageWith(['a', 'b', 'c']), number: 1 };
    const update = updateTo(shown, pageWith(['a', 'x', 'c']), 2);
    assert.deepEqual(
      [update.start, update.removed, update.blocks, update.around],
      [1, 1, [{ html: 'x', findings: [] }], undefined],
    );
    assert.deepEqual(updateTo(shown, pageWith(['a'], '<main class="x">'), 2).around, {
      before: '<main class="x">',
      after: '</main>',
      findings: [],
    });
    const first = updateTo(undefined, pageWith(['a']), 1);
    assert.deepEqual([first.base, first.start, first.removed, first.blocks.length, first.starts], [0, 0, 0, 1, [0]]);
    assert.ok(first.dress);
  });

  it('sends a block again when another thing was found in it', () => {
    const at = { from: 0, to: 0, start: 0, end: 0 };
    const found = { check: 'x', severity: 'error', message: { en: 'x', zh: 'x' }, at, fixes: [] } as const;
    const page = pageWith(['a', 'b']);
    const marked = {
      ...page,
      blocks: page.blocks.map((block, i) => (i === 1 ? { ...block, findings: [found] } : block)),
    };
    const update = updateTo({ page, number: 1 }, marked, 2);
    assert.deepEqual([update.start, update.removed], [1, 1]);
    assert.equal(update.blocks[0]?.findings[0]?.message, 'x');
    const same = updateTo({ page: marked, number: 1 }, marked, 2);
    assert.deepEqual([same.blocks.length, same.removed, same.around], [0, 0, undefined]);
  });
});

describe('messages', () => {
  const update = updateTo(undefined, pageWith(['a']), 1);

  it('that are well formed are accepted', () => {
    for (const message of [
      update,
      { type: 'same', textVersion: 3 },
      { type: 'typed', version: 2, line: 9, before: '清泉镇', after: '', removed: 0, text: '的' },
      { type: 'scroll', line: 2.5 },
      { type: 'cursor', line: 2, scroll: true },
      { type: 'panel', locked: false, remote: 'hidden', click: 'off' },
    ]) {
      assert.ok(isToPreview(message));
    }
    for (const message of [
      { type: 'ready', version: 0, findings: true, cards: false },
      { type: 'wants', findings: false, cards: true },
      { type: 'patched', version: 1, milliseconds: 0.4 },
      { type: 'scrolled', line: 0 },
      { type: 'source', line: 12, go: true },
      { type: 'fix', version: 1, block: -1, finding: 0, fix: 0 },
      { type: 'lock', locked: true },
      { type: 'remote' },
      { type: 'open', href: '../b.md' },
    ]) {
      assert.ok(isFromPreview(message));
    }
    const state = { resource: 'file:///a.md', line: 3.5, locked: true, findings: false, view: 'phone', scheme: 'dark' };
    assert.deepEqual(readPreviewState(state), state);
    const marked = { ...state, since: { name: '3f2a90c1', text: '---\ntitle: 渡口\n---\n' } };
    assert.deepEqual(readPreviewState(marked), marked);
    for (const since of [null, 'x', { name: 'x' }, { name: 1, text: '' }])
      assert.deepEqual(readPreviewState({ ...state, since }), state, 'what is no version is not marked');
    const old = { locked: false, findings: true, view: 'fit', scheme: 'auto' };
    assert.deepEqual(readPreviewState({ resource: 'a', line: 'x', view: 'huge' }), { resource: 'a', line: 0, ...old });
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
        { ...update, textVersion: undefined },
        { type: 'same', textVersion: -1 },
        { type: 'typed', version: 2, line: 9, before: '清泉镇', after: '', removed: -1, text: '的' },
        { type: 'typed', version: 2, line: 9, before: '清泉镇', removed: 0, text: '的' },
        { type: 'scroll', line: '1' },
        { ...update, number: 0 },
        { ...update, blocks: ['a'] },
        { ...update, blocks: [{ html: 'a', findings: [{}] }] },
        { ...update, dress: { ...update.dress, styles: [{}] } },
        { ...update, remote: -1 },
        { type: 'cursor', line: 1.5, scroll: true },
        { type: 'panel', locked: 1, remote: 'hidden', click: 'off' },
        { type: 'panel', locked: true, remote: 'all', click: 'off' },
      ],
      ...[
        { ...update, blocks: 'a' },
        { ...update, around: { before: 1, after: '' } },
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
        { type: 'source', line: 1.5, go: true },
        { type: 'source', line: 1 },
        { type: 'fix', version: 1, block: -2, finding: 0, fix: 0 },
        { type: 'lock' },
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
    for (const state of [undefined, {}, [], { resource: 1, line: 0 }]) assert.equal(readPreviewState(state), undefined);
  });
});
