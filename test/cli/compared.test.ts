import assert from 'node:assert/strict';
import { comparedSome } from '../../src/cli/articles-wanted.ts';
import { speaker } from '../../src/cli/messages.ts';

describe('articles that are compared with each other', () => {
  it('are told to be some where there are too many, without failing the run', () => {
    assert.deepEqual(comparedSome({ say: speaker('en') }, 20_000), []);
    const [note, ...others] = comparedSome({ say: speaker('zh') }, 20_001);
    assert.deepEqual(others, []);
    assert.match(note?.message ?? '', /只到前 20000 篇/);
    assert.equal(note?.failed, false);
  });
});
