import assert from 'node:assert/strict';
import type { StatusBarItem } from 'vscode';
import { shownIn } from '../../src/vscode/shown-in.ts';

describe('what stands in the status bar', () => {
  it('is told to VS Code where it is something else, and only there', () => {
    const told: string[] = [];
    const item = {
      set text(text: string) {
        told.push(text);
      },
      show: () => void told.push('shown'),
      hide: () => void told.push('hidden'),
    } as StatusBarItem;
    const show = shownIn(item);
    const eight = { text: '8 字', words: '八字' };
    for (const each of [undefined, undefined, eight, { ...eight }, { ...eight, words: '八个字' }, undefined, eight])
      show(each);
    assert.deepEqual(told, ['hidden', '8 字', 'shown', '8 字', 'shown', 'hidden', '8 字', 'shown']);
    assert.equal(item.tooltip, '八字');
  });
});
