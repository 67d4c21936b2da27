import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { article, type Newsroom, newsroom } from './newsroom.ts';

/** How each format begins. */
const starts = {
  pretty: /^a\.md\n/,
  json: /^\{\n {2}"version": "1",/,
  github: /^::/,
  unix: /^a\.md:\d+:\d+: \w+: .* \[wrong-interpunct\]$/m,
  sarif: /"version": "2\.1\.0"/,
  junit: /<testsuites /,
  checkstyle: /<checkstyle /,
  gitlab: /^\[\n {2}\{\n {4}"description"/,
  rdjson: /^\{\n {2}"source"/,
  tap: /^TAP version 14\n/,
  html: /^<!doctype html>/,
  csv: /^\uFEFFFile,/,
} as const;

type Format = keyof typeof starts;

describe('where reports go', () => {
  let room: Newsroom;
  beforeEach(() => {
    room = newsroom({ 'copydesk.yml': 'extends: china-report\n', 'a.md': article('阿依古丽•买买提演唱了民歌。') });
  });
  afterEach(() => room.remove());

  /** Arguments, what is printed, and what each file holds. */
  const cases: readonly (readonly [string, Format, Readonly<Record<string, Format>>])[] = [
    ['--format unix --output report.txt --format github', 'github', { 'report.txt': 'unix' }],
    ['--output report.sarif', 'pretty', { 'report.sarif': 'sarif' }],
    ['--format github --output report.sarif', 'github', { 'report.sarif': 'sarif' }],
    ['--format sarif --output out', 'pretty', { out: 'sarif' }],
    ['--format sarif --output out.json', 'pretty', { 'out.json': 'sarif' }],
    ['--format json --output report.html', 'json', { 'report.html': 'html' }],
    ['--output a.json --format json', 'json', { 'a.json': 'json' }],
    [
      '--output a.xml --output checkstyle-result.xml',
      'pretty',
      { 'a.xml': 'junit', 'checkstyle-result.xml': 'checkstyle' },
    ],
    ['--format checkstyle -o a.xml -o b.xml', 'pretty', { 'a.xml': 'checkstyle', 'b.xml': 'junit' }],
    ['--output gitlab:deep/down/q.json', 'pretty', { 'deep/down/q.json': 'gitlab' }],
    ['--output gl-code-quality-report.json', 'pretty', { 'gl-code-quality-report.json': 'gitlab' }],
    ['--format tap -o x.rdjson -o x.csv', 'tap', { 'x.rdjson': 'rdjson', 'x.csv': 'csv' }],
    ['-f github -f gitlab -o q -o r.tap', 'github', { q: 'gitlab', 'r.tap': 'tap' }],
  ];

  for (const [options, printed, files] of cases) {
    it(`${options}`, async () => {
      for (const time of ['first', 'again']) {
        const { out, code, err } = await room.run(['check', ...options.split(' ')]);
        assert.equal(code, 1, `${time}: ${err}`);
        assert.match(out, starts[printed]);
        for (const [file, format] of Object.entries(files)) assert.match(room.read(file), starts[format], file);
      }
    });
  }

  it('takes a misspelt format before a name for no part of the name', async () => {
    for (const [value, meant] of [
      ['giltab:quality.json', 'gitlab:quality.json'],
      ['SARIF:out.json', 'sarif:out.json'],
      ['checkstlye:out/x.xml', 'checkstyle:out/x.xml'],
    ] as const) {
      const { code, err } = await room.run(['check', '--format', 'json', '--output', value]);
      assert.equal(code, 2);
      assert.ok(err.includes(`\`--output ${meant}\``), err);
      assert.ok(!existsSync(join(room.root, value)));
    }
    room.write('copydesk.yml', 'extends: china-report\nci: {outputs: ["giltab:quality.json"]}\n');
    assert.match((await room.run(['check'])).out, /`giltab:quality\.json` says no format/);
    room.write('copydesk.yml', 'extends: china-report\n');
    const dated = await room.run(['check', '--output', '2026-06-18:第一版.json', '--output', 'C:out.json']);
    assert.equal(dated.code, 1, dated.err);
    assert.ok(existsSync(join(room.root, '2026-06-18:第一版.json')));
  });

  it('writes over no file that is no report', async () => {
    room.write('package.json', '{\n  "name": "x"\n}\n');
    room.write('style.html', '<p>x</p>');
    for (const file of ['package.json', 'style.html', 'sarif:a.md', 'json:copydesk.yml', 'json:staff.yml']) {
      const { code, err } = await room.run(['check', '--output', file]);
      assert.equal(code, 2, file);
      assert.match(err, /is no report/);
    }
    assert.match(room.read('package.json'), /"name"/);
    assert.ok(!existsSync(join(room.root, 'staff.yml')));
  });

  it('takes reports for no articles', async () => {
    await room.run(['check', '--output', 'report.html', '--output', 'report.csv']);
    const { out } = await room.run(['check', '--format', 'json']);
    assert.equal(JSON.parse(out).files.length, 1);
  });

  it('writes what remains after fixing', async () => {
    assert.equal((await room.run(['fix', '--output', 'left.json'])).code, 0);
    assert.equal(JSON.parse(room.read('left.json')).files[0].findings.length, 0);
  });
});
