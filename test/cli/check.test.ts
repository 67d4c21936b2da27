import assert from 'node:assert/strict';
import { Validator } from '@cfworker/json-schema';
import schema from '../../src/cli/output.schema.json';
import type { Report } from '../../src/cli/report.ts';
import { article, type Newsroom, newsroom, type Ran } from './newsroom.ts';

const validator = new Validator(schema as ConstructorParameters<typeof Validator>[0], '2020-12', false);

/** The JSON report of a run, which must keep the contract. */
function reportOf({ out }: Ran): Report {
  const parsed: Report = JSON.parse(out);
  const { valid, errors } = validator.validate(parsed);
  assert.ok(valid, JSON.stringify(errors, undefined, 2));
  return parsed;
}

const faulty = article('表演艺术家阿依古丽•买买提演唱了民歌。');

describe('copydesk check', () => {
  let room: Newsroom;
  afterEach(() => room.remove());

  it('finds nothing in a clean article', async () => {
    room = newsroom({ 'copydesk.yml': 'extends: china-report\n', '乡村/a.md': article() });
    const ran = await room.run(['check', '--format', 'json']);
    assert.deepEqual([ran.code, ran.err], [0, '']);
    const report = reportOf(ran);
    assert.deepEqual(
      report.files.map(({ path, findings }) => [path, findings]),
      [['乡村/a.md', []]],
    );
    assert.ok(report.summary.characters > 30);
  });

  it('reports places from 1 and offsets from 0, in UTF-16 units', async () => {
    const text = article('😀表演艺术家阿依古丽•买买提演唱了民歌。');
    room = newsroom({ 'copydesk.yml': 'extends: china-report\n', 'a.md': text });
    const { files } = reportOf(await room.run(['check', '--format', 'json', '--check', 'wrong-interpunct']));
    const finding = files[0]?.findings[0];
    assert.ok(finding);
    const offset = text.indexOf('•');
    const before = text.slice(0, offset).split('\n');
    assert.deepEqual(finding.range.start, { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, offset });
    assert.deepEqual(finding.fixes[0]?.edits, [{ start: offset, end: offset + 1, text: '·' }]);
  });

  it('exits by the threshold', async () => {
    room = newsroom({
      'copydesk.yml': 'extends: china-report\nchecks:\n  wrong-interpunct: warning\n',
      'a.md': faulty,
    });
    const only = ['check', '--check', 'wrong-interpunct'];
    assert.equal((await room.run(only)).code, 1);
    assert.equal((await room.run([...only, '--threshold', 'error'])).code, 0);
    assert.equal((await room.run([...only, '--threshold', 'info'])).code, 1);
  });

  it('speaks the reader’s language', async () => {
    room = newsroom({ 'copydesk.yml': 'extends: china-report\n', 'a.md': faulty });
    const zh = await room.run(['check', '--locale', 'zh']);
    assert.match(zh.out, /1 个错误|1 个警告/);
    assert.match(zh.out, /应为“·”/);
    const en = await room.run(['check']);
    assert.match(en.out, /The interpunct is `·`/);
  });

  it('shows the text that is wrong, underlined at the right cell', async () => {
    room = newsroom({ 'copydesk.yml': 'extends: china-report\n', 'a.md': faulty });
    const { out } = await room.run(['check', '--check', 'wrong-interpunct'], { columns: 200 });
    const lines = out.split('\n');
    const at = lines.findIndex((line) => /^\s*\^+$/.test(line));
    const shown = lines[at - 1] ?? '';
    const cells = [...shown.slice(0, shown.indexOf('•'))].reduce(
      (sum, mark) => sum + (/[^\0-\u2e7f]/u.test(mark) ? 2 : 1),
      0,
    );
    assert.equal(lines[at]?.indexOf('^'), cells);
  });

  it('fits long lines to the terminal around the fault', async () => {
    const long = '这一段很长，'.repeat(60);
    room = newsroom({ 'copydesk.yml': 'extends: china-report\n', 'a.md': article(`${long}阿依古丽•买买提。${long}`) });
    const { out } = await room.run(['check', '--check', 'wrong-interpunct'], { columns: 80 });
    const shown = out.split('\n').find((line) => line.includes('•') && line.includes('…'));
    assert.ok(shown, out);
    assert.ok([...shown].length <= 60, shown);
  });

  it('colours a terminal only, and minds NO_COLOR', async () => {
    room = newsroom({ 'copydesk.yml': 'extends: china-report\n', 'a.md': faulty });
    const colored = /\u001b\[/;
    assert.match((await room.run(['check'], { isTTY: true })).out, colored);
    assert.doesNotMatch((await room.run(['check'])).out, colored);
    assert.doesNotMatch((await room.run(['check'], { isTTY: true, env: { NO_COLOR: '1' } })).out, colored);
    assert.match((await room.run(['check'], { env: { FORCE_COLOR: '1' } })).out, colored);
  });

  it('does not let a text write control characters to the terminal', async () => {
    room = newsroom({
      'copydesk.yml': 'extends: china-report\n',
      'a.md': article('\u001b[2J阿依古丽•买买提。').replace('column: 乡村', 'column: "\\e[31m"'),
    });
    const { out } = await room.run(['check']);
    assert.match(out, /␛/);
    assert.doesNotMatch(out, /\u001b/);
  });

  it('skips a README and the templates folder on its way, and reads them when they are named', async () => {
    room = newsroom({
      'copydesk.yml': 'extends: china-report\n',
      'README.md': '# 说明\n',
      'templates/a.md': '{{title}}\n',
      'b.md': '# 没有表头\n',
    });
    const walked = reportOf(await room.run(['check', '--format', 'json']));
    assert.deepEqual(
      walked.files.map(({ path }) => path),
      ['b.md'],
    );
    const named = reportOf(await room.run(['check', '--format', 'json', 'README.md']));
    assert.ok(named.files[0]?.findings.some(({ check }) => check === 'missing-front-matter'));
  });

  it('takes what opens with front matter for an article where there is no copydesk.yml', async () => {
    room = newsroom({ '笔记.md': '# 随手记\n', 'a.md': article() });
    const { files } = reportOf(await room.run(['check', '--format', 'json']));
    assert.deepEqual(
      files.map(({ path }) => path),
      ['a.md'],
    );
  });

  it('says so when there is nothing to check', async () => {
    room = newsroom({ 'notes.txt': 'x' });
    const ran = await room.run(['check']);
    assert.equal(ran.code, 0);
    assert.match(ran.err, /There are no articles here/);
  });

  it('says what to do where Markdown has no front matter and no house calls it articles', async () => {
    room = newsroom({ 'a.md': '# 水渠\n\n水渠通水.大家高兴。\n' });
    for (const command of ['check', 'fix', 'ready', 'desk']) {
      const ran = await room.run([command]);
      assert.equal(ran.code, 0);
      assert.match(ran.err, /No Markdown file here begins with front matter.*copydesk init/, command);
    }
    assert.match((await room.run(['check', 'a.md'])).out, /half-width-punctuation/);
  });

  it('reads one article from standard input under the house of its name', async () => {
    room = newsroom({ '乡村/copydesk.yml': 'extends: china-report\nchecks:\n  wrong-interpunct: off\n' });
    const ran = await room.run(['check', '--stdin', '--stdin-filename', '乡村/a.md', '--format', 'json'], {
      stdin: faulty,
    });
    const report = reportOf(ran);
    assert.equal(report.files[0]?.path, '乡村/a.md');
    assert.ok(!report.files[0].findings.some(({ check }) => check === 'wrong-interpunct'));
    const outside = reportOf(await room.run(['check', '--stdin', '--format', 'json'], { stdin: faulty }));
    assert.ok(outside.files[0]?.findings.some(({ check }) => check === 'wrong-interpunct'));
  });

  it('uses the nearest house of each file, and the named one for all', async () => {
    const off = 'extends: china-report\nchecks:\n  wrong-interpunct: off\n';
    room = newsroom({
      'copydesk.yml': 'extends: china-report\n',
      'a.md': faulty,
      '乡村/copydesk.yml': off,
      '乡村/深/b.md': faulty,
    });
    const found = async (...more: string[]) =>
      reportOf(await room.run(['check', '--format', 'json', ...more])).files.flatMap(({ path, findings }) =>
        findings.some(({ check }) => check === 'wrong-interpunct') ? [path] : [],
      );
    assert.deepEqual(await found(), ['a.md']);
    assert.deepEqual(await found('--house', '乡村/copydesk.yml'), []);
  });

  it('reports a broken house file in that file and checks on', async () => {
    room = newsroom({ 'copydesk.yml': 'extends: china-report\nchecks:\n  wrong-interpunkt: off\n', 'a.md': faulty });
    const ran = await room.run(['check', '--format', 'json']);
    assert.equal(ran.code, 1);
    const { files } = reportOf(ran);
    const [finding] = files.find(({ path }) => path === 'copydesk.yml')?.findings ?? [];
    assert.equal(finding?.check, 'house-file');
    assert.equal(finding?.range.start.line, 3);
    assert.ok(files.some(({ path, findings }) => path === 'a.md' && findings.length > 0));
  });

  it('leaves out what the house ignores', async () => {
    room = newsroom({
      'copydesk.yml': 'extends: china-report\nignore:\n  - 旧稿/\n  - "*.草稿.md"\n',
      '旧稿/a.md': faulty,
      'b.草稿.md': faulty,
      'c.md': article(),
    });
    const report = reportOf(await room.run(['check', '--format', 'json']));
    assert.deepEqual(
      report.files.map(({ path }) => path),
      ['c.md'],
    );
    const named = reportOf(await room.run(['check', '--format', 'json', '旧稿/a.md']));
    assert.equal(named.files.length, 1);
  });

  it('looks pictures up on the disk, and not outside the newsroom', async () => {
    const picture = (path: string) => article(`通车了。\n\n![通车](<${path}>)\n\n9月8日，产业路通车。（沈若舟摄）`);
    room = newsroom({
      'outside.png': 'x',
      'room/copydesk.yml': 'extends: china-report\n',
      'room/图/a b.png': 'x',
      'room/乡村/there.md': picture('../图/a%20b.png'),
      'room/乡村/gone.md': picture('../图/b.png'),
      'room/乡村/out.md': picture('../../outside.png'),
      'room/乡村/root.md': picture('/图/a b.png'),
    });
    const { files } = reportOf(
      await room.run(['check', '--format', 'json', '--check', 'missing-image'], { cwd: 'room' }),
    );
    assert.deepEqual(
      files.flatMap(({ path, findings }) => (findings.length > 0 ? [path] : [])),
      ['乡村/gone.md', '乡村/out.md'],
    );
  });

  it('reads every encoding it can and says so about the others', async () => {
    const gbk = Buffer.concat([
      Buffer.from('---\ntitle: x\n---\n\n'),
      Buffer.from('d6d0b9fab1a8b5c0d1b6', 'hex'),
      Buffer.from('\n'),
    ]);
    room = newsroom({
      'copydesk.yml': 'extends: china-report\n',
      'bom.md': `\uFEFF${faulty}`,
      'utf16le.md': Buffer.from(`\uFEFF${faulty}`, 'utf16le'),
      'utf16be.md': Buffer.from(`\uFEFF${faulty}`, 'utf16le').swap16(),
      'gbk.md': gbk,
      'picture.md': Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10]),
      'broken.md': Buffer.from([0xd6, 0xff, 0xff, 0x0a]),
    });
    const ran = await room.run([
      'check',
      '--format',
      'json',
      '--threshold',
      'info',
      '.',
      'gbk.md',
      'picture.md',
      'broken.md',
    ]);
    const { files, notes } = reportOf(ran);
    assert.equal(ran.code, 2);
    assert.deepEqual(
      notes.map(({ path, code, failed }) => [path, code, failed]),
      [
        ['broken.md', 'encoding-unknown', true],
        ['gbk.md', 'encoding-gb18030', false],
        // It was asked for by its name.
        ['picture.md', 'binary', true],
      ],
    );
    const hit = (name: string) =>
      files.find(({ path }) => path === name)?.findings.filter(({ check }) => check === 'wrong-interpunct').length;
    assert.deepEqual(['bom.md', 'utf16le.md', 'utf16be.md'].map(hit), [1, 1, 1]);
  });

  it('goes on when one file cannot be read', async () => {
    room = newsroom({ 'copydesk.yml': 'extends: china-report\n', 'a.md': faulty });
    const ran = await room.run(['check', 'none.md', 'a.md', '--format', 'json']);
    assert.equal(ran.code, 2);
    const { files, notes } = reportOf(ran);
    assert.equal(files.length, 1);
    assert.equal(notes[0]?.code, 'not-found');
  });

  it('compares the articles of one house, and knows the picture that was meant', async () => {
    const slugged = (slug: string, rest = '') => `---\ntitle: 甲\nslug: ${slug}\n${rest}---\n\n正文。\n`;
    const fields = 'fields:\n  slug: {type: text, unique: true}\n  title: {type: text}\n';
    room = newsroom({
      'copydesk.yml': `extends: china-report\nignore: [旧稿/]\n${fields}`,
      'a.md': slugged('same', 'cover: 图/B.jpg\n'),
      '乡村/b.md': slugged('same'),
      '乡村/c.md': slugged('below'),
      '乡村/d.md': slugged('template'),
      '乡村/e.md': slugged('old'),
      '图片/b.jpg': '',
      'english/copydesk.yml': 'extends: wire\n',
      'english/c.md': slugged('below'),
      'templates/d.md': slugged('template'),
      '旧稿/e.md': slugged('old'),
    });
    const { files } = reportOf(
      await room.run(['check', '--format', 'json', '--check', 'bad-value', '--check', 'missing-image']),
    );
    const told = files.flatMap(({ path, findings }) => findings.map(({ message }) => `${path}: ${message}`));
    assert.deepEqual(
      told.map((line) => line.replace(/ in `slug`.*: /, ' … ')),
      [
        'a.md: `same` … 乡村/b.md has it',
        'a.md: There is no picture `图/B.jpg`: did you mean `图片/b.jpg`?',
        '乡村/b.md: `same` … a.md has it',
      ],
    );
  });

  it('survives hostile YAML, in an article and in the house file', async () => {
    const deep = '['.repeat(1000);
    const aliases = Array.from(
      { length: 30 },
      (_, index) => `a${index}: &a${index} [${`*a${index - 1},`.repeat(index === 0 ? 0 : 9)}1]`,
    );
    const hostile: Readonly<Record<string, string>> = {
      'flow.md': `title: ${deep}`,
      'block.md': `title:\n${Array.from({ length: 2000 }, (_, index) => `${' '.repeat(index)}- `).join('\n')}`,
      'map.md': `title: ${'{a: '.repeat(100_000)}`,
      'list.md': '- '.repeat(100_000),
      'alias.md': aliases.join('\n'),
      'keys.md': Array.from({ length: 20_000 }, (_, index) => `k${index}: 1`).join('\n'),
      'scalar.md': `title: ${'长'.repeat(1_000_000)}`,
      'quote.md': `title: "${'\\n'.repeat(50_000)}`,
    };
    room = newsroom({ 'copydesk.yml': `fields: ${deep}\n` });
    for (const [path, yaml] of Object.entries(hostile)) room.write(path, `---\n${yaml}\n---\n\n水渠,通了。\n`);
    for (let times = 0; times < 6; times++) {
      const ran = await room.run(['check', '--format', 'json']);
      assert.equal(ran.code, 1);
      const { files } = reportOf(ran);
      assert.equal(files.length, Object.keys(hostile).length + 1);
      for (const { findings, path } of files) {
        assert.ok(findings.length > 0, path);
        assert.ok(!findings.some(({ check }) => check === 'check-failed'), path);
      }
    }
  });

  it('says thousands of the same fault in one long line once', async () => {
    room = newsroom({ 'copydesk.yml': 'extends: china-report\n', 'a.md': article('阿依古丽•买买提说。'.repeat(5000)) });
    const { out } = await room.run(['check', '--check', 'wrong-interpunct'], { columns: 80 });
    assert.match(out, /5000 times/);
    assert.match(out, /1 error/);
    const longest = Math.max(...out.split('\n').map((line) => [...line].length));
    assert.ok(longest < 140, String(longest));
  });

  it('gets through a line of five megabytes', async () => {
    room = newsroom({ 'copydesk.yml': 'extends: china-report\n', 'a.md': article('这一句很长，'.repeat(280_000)) });
    const report = reportOf(await room.run(['check', '--format', 'json']));
    assert.ok(report.summary.characters > 1_000_000);
  });
});
