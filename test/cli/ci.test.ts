import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { article, type Newsroom, newsroom } from './newsroom.ts';

const faulty = article('阿依古丽•买买提演唱了民歌,全场起立。');

describe('`ci:` of a house file', () => {
  let room: Newsroom;
  afterEach(() => room.remove());
  const house = (ci: string) =>
    `extends: china-report\nchecks:\n  wrong-interpunct: warning\n  half-width-punctuation: warning\nci:\n${ci}`;
  const inCi = { env: { CI: 'true' } };

  it('holds where a machine runs the check, or where it is asked for', async () => {
    room = newsroom({ 'copydesk.yml': house('  max-warnings: 2\n  outputs: [reports/all.html]\n'), 'a.md': faulty });
    assert.equal((await room.run(['check'])).code, 1);
    assert.equal((await room.run(['check'], { env: { CI: 'false' } })).code, 1);
    assert.ok(!existsSync(join(room.root, 'reports')));
    assert.equal((await room.run(['check'], inCi)).code, 0);
    assert.match(room.read('reports/all.html'), /^<!doctype html>/);
    assert.equal((await room.run(['check', '--ci'])).code, 0);
  });

  it('gives way to the command line, setting by setting', async () => {
    const ci = '  max-warnings: 2\n  format: github\n  only: [wrong-interpunct]\n  outputs: [gitlab:q.json]\n';
    room = newsroom({ 'copydesk.yml': house(ci), 'a.md': faulty });
    const usual = await room.run(['check'], inCi);
    assert.match(usual.out, /^::warning [^\n]*wrong-interpunct[^\n]*\n$/);
    assert.match(room.read('q.json'), /"wrong-interpunct"/);
    const own = await room.run(
      ['check', '--max-warnings', '0', '--format', 'ndjson', '--only', 'half-width-punctuation', '-o', 'x.csv'],
      inCi,
    );
    assert.equal(own.code, 1);
    assert.match(own.out, /^\{"path":"a.md","check":"half-width-punctuation"/);
    assert.match(room.read('x.csv'), /half-width-punctuation/);
  });

  it('takes severities and checks to leave out', async () => {
    room = newsroom({
      'copydesk.yml': house('  except: [half-width-punctuation]\n  severity: error\n'),
      'a.md': faulty,
    });
    const { code, out } = await room.run(['check', '--format', 'json'], inCi);
    assert.deepEqual([code, JSON.parse(out).summary.warning], [0, 0]);
    const lower = await room.run(['check', '--format', 'ndjson', '--severity', 'warning'], inCi);
    assert.match(lower.out, /^\{[^\n]*"wrong-interpunct"[^\n]*\n$/);
  });

  it('is inherited with the house', async () => {
    room = newsroom({
      'copydesk.yml': house('  max-warnings: 2\n'),
      'desk/copydesk.yml': 'extends: ../copydesk.yml\n',
      'desk/a.md': faulty,
    });
    assert.equal((await room.run(['check', '.'], { ...inCi, cwd: 'desk' })).code, 0);
  });

  it('writes nothing outside of the folder that the command runs in', async () => {
    room = newsroom({ 'desk/copydesk.yml': house('  outputs: [../out.html, in.html]\n'), 'desk/a.md': faulty });
    await room.run(['check'], { ...inCi, cwd: 'desk' });
    assert.deepEqual(
      ['out.html', 'desk/in.html'].map((file) => existsSync(join(room.root, file))),
      [false, true],
    );
    // Whoever writes the command may.
    await room.run(['check', '--output', '../out.html'], { cwd: 'desk' });
    assert.ok(existsSync(join(room.root, 'out.html')));
  });

  /** What is wrong, and the message in both languages. */
  const faults: readonly (readonly [string, string, string])[] = [
    ['  max-warnings: -1\n', 'max-warnings', 'max-warnings'],
    ['  max-warning: 1\n', 'did you mean `max-warnings`', '是“max-warnings”吗'],
    ['  severity: eror\n', 'did you mean `error`', '是“error”吗'],
    ['  format: sarrif\n', 'did you mean `sarif`', '是“sarif”吗'],
    ['  only: [wrong-dsh]\n', 'did you mean `wrong-dash`', '是“wrong-dash”吗'],
    ['  outputs: [report]\n', '`report` says no format', '从“report”看不出格式'],
    ['  outputs: [sarrif:report.bin]\n', 'says no format', '看不出格式'],
    ['  outputs: [../out.html]\n', '`../out.html` leads out of the folder', '指向运行命令的文件夹之外'],
    ['  outputs: ["json:/tmp/out.json"]\n', 'leads out of the folder', '指向运行命令的文件夹之外'],
    ['  outputs: ["sarif:a/../../out"]\n', 'leads out of the folder', '指向运行命令的文件夹之外'],
  ];
  for (const [ci, english, chinese] of faults) {
    it(`says what is wrong with ${ci.trim()}`, async () => {
      room = newsroom({ 'copydesk.yml': house(ci) });
      for (const [locale, words] of [
        ['en', english],
        ['zh', chinese],
      ] as const) {
        const { out } = await room.run(['check', '--locale', locale]);
        assert.ok(out.includes(words), out);
      }
    });
  }
});
