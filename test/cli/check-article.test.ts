import assert from 'node:assert/strict';
import { articleChecker } from '../../src/cli/check-article.ts';
import { housesOf } from '../../src/cli/houses.ts';
import { processIo } from '../../src/cli/io.ts';
import { speaker } from '../../src/cli/messages.ts';
import { article, newsroom } from './newsroom.ts';

describe('an article that cannot be checked', () => {
  it('is told by its name, and the next one is checked', async () => {
    const room = newsroom({ 'a.md': article(), 'b.md': article('表演艺术家阿依古丽•买买提演唱了民歌。') });
    try {
      const run = {
        io: { ...processIo(assert.fail), cwd: room.root },
        locale: 'en' as const,
        say: speaker('en'),
        values: {},
        given: [],
        operands: [],
      };
      const check = articleChecker({
        run,
        houses: housesOf(run),
        facts: async (_, { uri }) => {
          if (uri.endsWith('a.md')) throw new Error('the disk is on fire');
          return { files: new Map(), now: 0 };
        },
      });
      const [a, b] = [
        await check({ source: { path: `${room.root}/a.md`, named: false } }),
        await check({ source: { path: `${room.root}/b.md`, named: false } }),
      ];
      assert.deepEqual(
        a?.notes.map(({ path, code, failed }) => [path, code, failed]),
        [['a.md', 'crashed', true]],
      );
      assert.match(a?.notes[0]?.message ?? '', /the disk is on fire/);
      assert.equal(a?.report, undefined);
      assert.deepEqual(b?.notes, []);
      assert.ok(b?.report?.findings.some(({ check }) => check === 'wrong-interpunct'));
    } finally {
      room.remove();
    }
  });
});
