import assert from 'node:assert/strict';
import { rules } from '../../src/checks/index.ts';
import type { Report } from '../../src/cli/report.ts';
import { newsroom } from '../cli/newsroom.ts';
import { everyFault, neverShown } from './every-fault.ts';

describe('a newsroom with every fault', () => {
  it('has each kind of finding at least once', async () => {
    const room = newsroom();
    try {
      for (const [path, text] of await everyFault()) room.write(path, text);
      const { out, err } = await room.run(['check', '--format', 'json', '--threshold', 'info', '.']);
      assert.equal(err, '');
      const { files }: Report = JSON.parse(out);
      const found = new Set(files.flatMap(({ findings }) => findings.map(({ check }) => check)));
      assert.deepEqual(
        rules.map(({ id }) => id).filter((id) => !found.has(id) && !neverShown.has(id)),
        [],
        'give the check a place in test/faces/every-fault.ts',
      );
    } finally {
      room.remove();
    }
  });
});
