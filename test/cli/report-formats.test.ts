import assert from 'node:assert/strict';
import { article, type Newsroom, newsroom } from './newsroom.ts';

const faulty = article('表演艺术家阿依古丽•买买提演唱了民歌。');

describe('report formats', () => {
  let room: Newsroom;
  before(() => {
    room = newsroom({ 'copydesk.yml': 'extends: china-report\n', '乡,村/a:b.md': faulty, 'clean.md': article() });
  });
  after(() => room.remove());
  const run = async (format: string) =>
    (await room.run(['check', '--format', format, '--check', 'wrong-interpunct', '--locale', 'zh'])).out;

  it('ndjson: one finding a line, with its path', async () => {
    const lines = (await run('ndjson')).trimEnd().split('\n');
    assert.equal(lines.length, 1);
    const finding = JSON.parse(lines[0] ?? '');
    assert.deepEqual([finding.path, finding.check], ['乡,村/a:b.md', 'wrong-interpunct']);
  });

  it('github: an annotation with its properties escaped', async () => {
    const out = await run('github');
    assert.match(
      out,
      /^::(error|warning) file=乡%2C村\/a%3Ab\.md,line=10,endLine=10,col=\d+,endColumn=\d+,title=(Interpunct|间隔号) \(Copydesk wrong-interpunct\)::/,
    );
    assert.equal(out.trimEnd().split('\n').length, 1);
  });

  it('github, sarif, gitlab: paths are those of the checkout, whichever folder the check ran in', async () => {
    const inside = newsroom({
      'copydesk.yml': 'extends: china-report\n',
      '报/乡 村/a.md': faulty,
      '报/b.md': Buffer.from([0xd6, 0xff, 0xff]),
    });
    const told = async (format: string, env: Readonly<Record<string, string>>, cwd = '报') =>
      (await inside.run(['check', '--format', format, '--only', 'wrong-interpunct'], { cwd, env })).out;
    const workspace = { GITHUB_WORKSPACE: inside.root };
    assert.match(await told('github', workspace), /^::error file=报\/乡 村\/a\.md,.*\n::\w+ file=报\/b\.md::/);
    assert.match(await told('github', workspace, '.'), /^::error file=报\/乡 村\/a\.md,/);
    assert.match(await told('github', { GITHUB_WORKSPACE: `${inside.root}/other` }), /^::error file=乡 村\/a\.md,/);
    assert.match(await told('github', {}), /^::error file=乡 村\/a\.md,/);
    const uri = encodeURI('报/乡 村/a.md');
    assert.ok((await told('sarif', workspace)).includes(`"uri":"${uri}"`));
    const [issue] = JSON.parse(await told('gitlab', { CI_PROJECT_DIR: inside.root }));
    assert.equal(issue.location.path, '报/乡 村/a.md');
    // What programs read here is from here.
    assert.match(await told('unix', workspace), /^乡 村\/a\.md:/);
    inside.remove();
  });

  it('github: nothing in a name or a note moves a cursor or turns a line round', async () => {
    const name = 'a\u202etxt\u001b[31m.md';
    const room = newsroom({ 'copydesk.yml': 'extends: china-report\n', [name]: Buffer.from([0xd6, 0xff, 0xff]) });
    const { out } = await room.run(['check', '--format', 'github']);
    room.remove();
    assert.match(out, /^::error file=a/);
    assert.doesNotMatch(out, /[\u001b\u202e]/);
  });

  it('github: a name over several lines begins no command of its own', async () => {
    const room = newsroom({ 'copydesk.yml': 'extends: china-report\n', 'a\n::stop-commands::x\r::b.md': faulty });
    const { out } = await room.run(['check', '--format', 'github', '--check', 'wrong-interpunct']);
    room.remove();
    assert.equal(out.trimEnd().split(/[\n\r]/).length, 1, out);
    assert.match(out, /file=a%0A%3A%3Astop-commands%3A%3Ax%0D%3A%3Ab\.md,/);
  });

  it('pretty: a note shows what would move a cursor or turn a line round', async () => {
    const name = 'a\u202etxt\u001b[31m.md';
    const room = newsroom({ 'copydesk.yml': 'extends: china-report\n', [name]: Buffer.from([0xd6, 0xff, 0xff]) });
    const { err } = await room.run(['check', '--format', 'pretty']);
    room.remove();
    assert.match(err, /a\ufffdtxt\u241b\[31m\.md/);
    assert.doesNotMatch(err, /[\u001b\u202e]/);
  });

  it('pretty: each finding ends with its check and the clause that it rests on', async () => {
    assert.match(await run('pretty'), /间隔号 · wrong-interpunct · GB\/T 15834—2011 4\.14\n/);
  });

  it('sarif: results refer to rules that are there', async () => {
    const {
      runs: [only],
    } = JSON.parse(await run('sarif'));
    assert.equal(only.tool.driver.rules[only.results[0].ruleIndex].id, 'wrong-interpunct');
    assert.equal(
      only.results[0].locations[0].physicalLocation.artifactLocation.uri,
      `${encodeURIComponent('乡,村')}/a%3Ab.md`,
    );
  });

  for (const format of ['junit', 'checkstyle']) {
    it(`${format}: well-formed XML`, async () => {
      const out = await run(format);
      const tags = [...out.matchAll(/<(\/?)([a-z]+)((?:\s[^<>"]+="[^<>"]*")*)\s*(\/?)>/g)];
      const open: string[] = [];
      for (const [, close, name = '', , empty] of tags) {
        if (close === '/') assert.equal(open.pop(), name);
        else if (empty !== '/') open.push(name);
      }
      assert.deepEqual(open, []);
      assert.equal(
        out.replace(/<\?xml[^>]*\?>/, '').split('<').length - 1,
        tags.length,
        'an angle bracket that is no tag',
      );
      assert.match(out, /乡,村\/a:b\.md/);
    });
  }
});
