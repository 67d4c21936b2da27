import assert from 'node:assert/strict';
import type { Report } from '../../src/cli/report.ts';
import { article, type Newsroom, newsroom } from './newsroom.ts';

const top = 'extends: china-report\nname: 青禾新闻网\nbyline:\n  outlets: [青禾]\ntemplates:\n  农事: {label: 农事}\n';

describe('house files and the command line', () => {
  let room: Newsroom;
  afterEach(() => room.remove());

  async function found(...argv: readonly string[]): Promise<{ code: number; err: string; list: string[] }> {
    const { code, out, err } = await room.run(['check', '--format', 'json', ...argv]);
    const report: Report = JSON.parse(out);
    const list = report.files.flatMap(({ path, findings }) =>
      findings.map(
        ({ check, range, message }) => `${path}:${range.start.line}:${range.start.column} ${check} ${message}`,
      ),
    );
    return { code, err, list };
  }

  it('are checked in a folder without articles, nested ones too, and by name', async () => {
    room = newsroom({
      'copydesk.yml': 'extends: china-report\nnmae: x\n',
      'city/copydesk.yml': 'byline:\n  position: middle\n',
      'city/staff.yml': 'staff:\n  - {role: 记者}\n',
      'node_modules/a/copydesk.yml': 'x: 1\n',
    });
    const all = await found();
    assert.equal(all.code, 1);
    assert.deepEqual(
      all.list.map((line) => line.replace(/ house-file.*/, '')),
      ['city/copydesk.yml:2:13', 'city/staff.yml:2:5', 'copydesk.yml:2:1'],
    );
    assert.match(all.err, /There are no articles here; what was checked is copydesk\.yml, city\/copydesk\.yml/);
    assert.equal((await found('city')).list.length, 2);
    assert.equal((await found('copydesk.yml')).list.length, 1);
    assert.equal((await found('city/staff.yml')).list.length, 2);
    // Not read as an article.
    const fixed = await room.run(['fix', 'copydesk.yml']);
    assert.equal(room.read('copydesk.yml'), 'extends: china-report\nnmae: x\n', fixed.err);
  });

  it('that are right are no finding, and a folder without any says so', async () => {
    room = newsroom({ 'copydesk.yml': top, 'leer/.keep': '' });
    assert.deepEqual(await found().then(({ code, list }) => [code, list]), [0, []]);
    room.remove();
    room = newsroom({ 'a.txt': '' });
    assert.match((await found()).err, /There are no articles here\. Articles end in/);
  });

  it('extend another house file: settings, people, templates, the page, the schema', async () => {
    room = newsroom({
      'copydesk.yml': `${top}front-matter-schema: schemas/a.json\npage:\n  html: site/page.html\n  slots: {body: .article}\n`,
      'schemas/a.json': '{"required": ["lang"]}',
      'site/page.html': '<div class="article"></div>',
      'staff.yml': 'staff: [沈若舟, 苗景行]\n',
      'templates/农事.md': '---\ntitle: 农事\n---\n\n正文。\n',
      'city/copydesk.yml': 'extends: ../copydesk.yml\nname: 青禾城市版\nchecks:\n  wrong-dash: off\n',
      'city/staff.yml': 'staff: [沈若洲]\n',
      'city/乡村/a.md': article(),
    });
    const { out } = await room.run(['house', '--format', 'json'], { cwd: 'city' });
    const house = JSON.parse(out);
    assert.equal(house.name, '青禾城市版');
    assert.deepEqual(house.byline.outlets, ['青禾']);
    assert.deepEqual(house.extends, ['newsroom', 'china-report', 'chinese']);
    assert.deepEqual(
      house.staff.map(({ name }: { name: string }) => name),
      ['沈若洲', '沈若舟', '苗景行'],
    );
    const told = (await room.run(['house'], { cwd: 'city' })).out;
    assert.match(told, /outlets: \[青禾\] +# \.\.\/copydesk\.yml/);
    assert.match(told, /name: 青禾城市版 +# copydesk\.yml/);
    const { list } = await found('city');
    assert.deepEqual(
      list.map((line) => line.replace(/^(\S+ \S+).*/, '$1')),
      ['city/乡村/a.md:1:1 schema-mismatch'],
      list.join('\n'),
    );
    const page = await room.run(['render', '乡村/a.md'], { cwd: 'city' });
    assert.match(page.out, /class="article"/);
    const made = await room.run(['new', '农事', '--stdout'], { cwd: 'city' });
    assert.match(made.out, /title: 农事/, made.err);
  });

  it('say what is wrong with what they extend', async () => {
    room = newsroom({
      'a/copydesk.yml': 'extends: ../b/copydesk.yml\n',
      'b/copydesk.yml': 'extends: ../a/copydesk.yml\n',
      'c/copydesk.yml': 'extends: ../../outside.yml\n',
      'd/copydesk.yml': 'extends: ./nowhere.yml\n',
      'copydesk.yml': 'extends: copydesk.yml\n',
    });
    const { list } = await found();
    assert.deepEqual(list.map((line) => line.replace(/ house-file /, ' ')).sort(), [
      'a/copydesk.yml:1:10 `../b/copydesk.yml` extends this file in its turn: two files cannot extend each other',
      'b/copydesk.yml:1:10 `../a/copydesk.yml` extends this file in its turn: two files cannot extend each other',
      'c/copydesk.yml:1:10 There is no house file `../../outside.yml` in this newsroom',
      'copydesk.yml:1:10 `copydesk.yml` extends this file in its turn: two files cannot extend each other',
      'd/copydesk.yml:1:10 There is no house file `./nowhere.yml` in this newsroom',
    ]);
  });

  it('are read in GBK with a note, and never passed over when they cannot be read', async () => {
    // 名称：青禾, in GBK.
    const gbk = Buffer.from([...Buffer.from('name: '), 0xc7, 0xe0, 0xba, 0xcc, 0xd0, 0xc2, 0xce, 0xc5, 0x0a]);
    room = newsroom({ 'copydesk.yml': gbk, 'x/copydesk.yml': Buffer.from([0x6e, 0x00, 0x01, 0x02]) });
    const { out } = await room.run(['check', '--format', 'json']);
    const report: Report = JSON.parse(out);
    assert.deepEqual(
      report.notes.map(({ path, code }) => [path, code]),
      [
        ['copydesk.yml', 'encoding-gb18030'],
        ['x/copydesk.yml', 'unreadable'],
      ],
    );
    const [unreadable] = report.files;
    assert.equal(unreadable?.path, 'x/copydesk.yml');
    assert.match(unreadable?.findings[0]?.message ?? '', /neither UTF-8/);
    assert.match((await room.run(['house'])).out, /name: 青禾新闻/);
  });
});
