import assert from 'node:assert/strict';
import { mostCompared } from '../../src/newsroom/newsroom-index.ts';
import { newsroom } from './newsroom.ts';

describe('articles that are compared with each other', () => {
  it('are told to be some where there are too many, without failing the run', async () => {
    const files = Array.from({ length: mostCompared + 1 }, (_, index): [string, string] => [`${index}.md`, '水渠']);
    const room = newsroom(Object.fromEntries(files));
    try {
      const many = await room.run(['check', '-f', 'json', '--locale', 'zh']);
      assert.match(many.out, /只到前 20000 篇/);
      assert.equal(many.code, 0);
      const few = await room.run(['check', '-f', 'json', '--locale', 'zh', '0.md']);
      assert.doesNotMatch(few.out, /20000/);
    } finally {
      room.remove();
    }
  });
});
