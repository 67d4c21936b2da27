import assert from 'node:assert/strict';
import { daily } from '../setup/archives.ts';
import { article, type Newsroom, newsroom, type RunOptions } from './newsroom.ts';

describe('how far a run is', () => {
  let room: Newsroom;
  before(() => {
    room = newsroom({ 'copydesk.yml': 'extends: china-report\n' });
    for (let index = 0; index < 30; index++)
      room.write(`${index}.md`, article(`河湾镇第${index}村通了水渠。`, `第${index}村通水`));
  });
  after(() => room.remove());

  const told = async (argv: readonly string[], options: RunOptions) => {
    const { err } = await room.run(argv, { isErrorTTY: true, pace: 60, ...options });
    return err;
  };

  it('is said on a terminal, in one line, and nothing of it stays', async () => {
    for (const command of ['check', 'fix']) {
      const err = await told([command], {});
      const lines = err.split('\r').slice(1);
      assert.ok(lines.length > 3, JSON.stringify(err));
      assert.match(lines[0] ?? '', /^Checked \d+ of 30 \(\d+ %\)\u001b\[K$/);
      const taken = lines.findIndex((line) => line.startsWith('\u001b[K'));
      assert.ok(taken > 0);
      assert.ok(!lines.slice(taken + 1).some((line) => line.includes('Checked')));
    }
    assert.match(await told(['check', '--locale', 'zh'], {}), /\r已检查 \d+\/30（\d+%）/);
  });

  it('is said while an archive is read and its house is tried', async () => {
    const archive = newsroom(daily(40));
    try {
      const { err } = await archive.run(['init', '--dry-run'], { isErrorTTY: true, pace: 60 });
      assert.match(err, /\rTrying the house style: \d+ of 40 articles\u001b\[K/);
      const { err: quiet } = await archive.run(['init', '--dry-run'], { isTTY: true, isErrorTTY: false, pace: 60 });
      assert.doesNotMatch(quiet, /\r|Trying/);
    } finally {
      archive.remove();
    }
  });

  it('is not said to files and pipes, to CI, to simple terminals, nor of what is done soon', async () => {
    assert.doesNotMatch(await told(['check'], { isErrorTTY: false }), /\r/);
    assert.doesNotMatch(await told(['check'], { env: { CI: '1' } }), /\r/);
    assert.doesNotMatch(await told(['check'], { env: { TERM: 'dumb' } }), /\r/);
    assert.doesNotMatch(await told(['check'], { pace: 1 }), /\r/);
    // A line that is broken over two cannot be taken back.
    assert.doesNotMatch(await told(['check'], { columns: 20 }), /Checked/);
  });
});
