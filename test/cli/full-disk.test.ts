import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Newsroom, newsroom } from './newsroom.ts';

/**
 * No file may grow beyond so many bytes: writing more fails half way, as on a full disk. A shell counts in blocks of
 * 512 bytes or of 1,024.
 */
const blocks = 4;
const house = 'extends: plain\n';
const long = `---\ntitle: 晚橙\n---\n\n${'清泉·河口，水渠通水。\n\n'.repeat(400)}清泉•河口。\n`;
const short = '---\ntitle: 晚橙\n---\n\n清泉•河口。\n';

function run(room: Newsroom, command: string): { readonly code: number | null; readonly said: string } {
  const cli = resolve('dist/cli.js');
  const { status, stdout, stderr } = spawnSync(
    'sh',
    ['-c', `trap '' XFSZ; ulimit -f ${blocks}; "${process.execPath}" "${cli}" ${command}`],
    { cwd: room.root, encoding: 'utf8' },
  );
  return { code: status, said: stdout + stderr };
}

describe('a disk without room', () => {
  let room: Newsroom;
  beforeEach(() => {
    room = newsroom({ 'copydesk.yml': house, '长.md': long, '短.md': short });
  });
  afterEach(() => room.remove());

  it('leaves the article that could not be written as it was, says so, and mends the others', function () {
    if (process.platform === 'win32') return this.skip();
    const { code, said } = run(room, 'fix');
    assert.equal(code, 2, said);
    assert.match(said, /长\.md/);
    assert.match(said, /EFBIG|ENOSPC|too large|no space/i);
    assert.equal(room.read('长.md'), long);
    assert.equal(room.read('短.md'), short.replace('•', '·'));
    assert.deepEqual(readdirSync(room.root).sort(), ['copydesk.yml', '短.md', '长.md'].sort());
  }).timeout(20_000);

  it('does not pass for clean, nor for findings, where its output was lost', function () {
    if (!existsSync('/dev/full')) return this.skip();
    for (const command of ['check', 'check --format json', 'render 短.md', 'fix --stdin < 短.md', '--help', 'desk']) {
      const { code, said } = run(room, `${command} > /dev/full`);
      assert.equal(code, 2, `${command}: ${said}`);
      assert.match(said, /^copydesk: Not all of the output could be written: there is no room for it \(ENOSPC\)/m);
      assert.doesNotMatch(said, / at |Error:/);
    }
    assert.match(run(room, 'check --locale zh > /dev/full').said, /输出没有写完：空间不够（ENOSPC）/);
  }).timeout(40_000);

  it('leaves no half of a page that was to be written', function () {
    if (process.platform === 'win32') return this.skip();
    const { code, said } = run(room, 'render 长.md -o page.html');
    assert.equal(code, 2, said);
    assert.match(said, /page\.html/);
    assert.deepEqual(readdirSync(room.root).sort(), ['copydesk.yml', '短.md', '长.md'].sort());
    assert.equal(room.read('长.md'), long);
  }).timeout(20_000);
});
