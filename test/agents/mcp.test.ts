import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../src/cli/report.ts';
import { article, type Newsroom, newsroom } from '../cli/newsroom.ts';
import { type Agent, agentIn } from './client.ts';

const house = 'extends: china-report\n';
const slip = article('表演艺术家阿依古丽•买买提演唱了民歌...观众起立。');

interface Checked {
  readonly files: Report['files'];
  readonly notes: readonly { readonly path: string; readonly message: string }[];
  readonly summary: Readonly<Record<string, number>>;
}

describe('agents over MCP', () => {
  let room: Newsroom;
  let agent: Agent;
  afterEach(async () => {
    await agent?.stop();
    room?.remove();
  });
  const open = async (
    files: Record<string, string | Uint8Array>,
    options: readonly string[] = [],
    locale: 'en' | 'zh' = 'en',
  ) => {
    room = newsroom({ 'copydesk.yml': house, ...files });
    agent = await agentIn(room.root, options, locale);
  };

  it('are told of each tool what it takes, what it answers and whether it writes, in their language', async () => {
    await open({});
    const { tools } = await agent.client.listTools();
    assert.deepEqual(
      tools.map(({ name, annotations }) => [name, annotations?.readOnlyHint]),
      [
        ['check', true],
        ['fix', false],
        ['explain', true],
        ['render', true],
        ['new', false],
        ['people', true],
      ],
    );
    for (const { title, description, outputSchema, annotations } of tools) {
      assert.ok(title && description && outputSchema);
      assert.deepEqual([annotations?.destructiveHint, annotations?.openWorldHint], [false, false]);
    }
    const chinese = await agentIn(room.root, [], 'zh');
    const said = (await chinese.client.listTools()).tools;
    assert.equal(said[0]?.title, '检查稿件');
    assert.doesNotMatch(JSON.stringify(said), /"(?:en|zh)":/);
    await chinese.stop();
  });

  it('get the verdict of the command line on files, folders and all', async () => {
    await open({
      'a.md': slip,
      '乡村/b.md': article(),
      'README.md': '# no article',
      'staff.yml': 'staf: []\n',
      'old/c.md': 'x...',
    });
    const { out } = await room.run(['check', '--format', 'json']);
    const told: Report = JSON.parse(out);
    const { data } = await agent.call<Checked>('check', { limit: 1000 });
    assert.deepEqual(data.files, told.files);
    assert.ok(data.files.some(({ path, findings }) => path === 'staff.yml' && findings.length > 0));
    for (const key of ['files', 'error', 'warning', 'info', 'characters', 'mistakes', 'errorRate'])
      assert.equal(data.summary[key], told.summary[key as 'files'], key);
    const one = await agent.call<Checked>('check', { paths: ['a.md'] });
    assert.deepEqual(
      one.data.files.filter(({ path }) => path === 'a.md'),
      told.files.filter(({ path }) => path === 'a.md'),
    );
    assert.match(one.text, /^a\.md:\d+:\d+ error wrong-interpunct /m);
  });

  it('get the same of a text as of a file, at its place', async () => {
    await open({ 'a.md': slip, 'sub/copydesk.yml': 'extends: ../copydesk.yml\nchecks: {wrong-ellipsis: off}\n' });
    const file = await agent.call<Checked>('check', { paths: ['a.md'] });
    const text = await agent.call<Checked>('check', { text: slip, path: 'a.md' });
    assert.deepEqual(text.data, { ...file.data });
    const below = await agent.call<Checked>('check', { text: slip, path: 'sub/new.md' });
    assert.deepEqual(
      below.data.files[0]?.findings.map(({ check }) => check),
      ['wrong-interpunct'],
    );
  });

  it('ask for some checks, some severities, so many findings', async () => {
    await open({ 'a.md': slip });
    const some = await agent.call<Checked>('check', { checks: ['wrong-ellipsis'] });
    assert.deepEqual(
      some.data.files.flatMap(({ findings }) => findings.map(({ check }) => check)),
      ['wrong-ellipsis'],
    );
    const none = await agent.call<Checked>('check', { limit: 0 });
    assert.equal(none.data.summary.notListed, 2);
    assert.match(none.text, /Not listed: 2 more/);
    const wrong = await agent.call('check', { checks: ['wrong-elipsis'] });
    assert.ok(wrong.isError);
    assert.match(wrong.text, /There is no check `wrong-elipsis`\. Did you mean `wrong-ellipsis`\?/);
  });

  it('mend as a diff, and write nothing unless the newsroom lets them', async () => {
    await open({ 'a.md': slip });
    const shown = await agent.call<{ diff: string; applied: number; written: boolean }>('fix', { path: 'a.md' });
    assert.deepEqual([shown.data.applied, shown.data.written], [2, false]);
    assert.match(shown.data.diff, /^\+.*阿依古丽·买买提演唱了民歌……/m);
    const refused = await agent.call('fix', { path: 'a.md', write: true });
    assert.ok(refused.isError);
    assert.match(refused.text, /does not let agents write.*agents: \{write: fixes\}/);
    assert.equal(room.read('a.md'), slip);
    const begun = await agent.call('new', { template: 'news', title: '晚橙上市', write: true });
    assert.ok(begun.isError);
    assert.deepEqual(readdirSync(room.root).sort(), ['a.md', 'copydesk.yml']);
  });

  it('write what copydesk.yml lets them: fixes, or new articles too', async () => {
    await open({ 'a.md': slip, 'copydesk.yml': `${house}agents: {write: fixes}\n` });
    const { data } = await agent.call('fix', { path: 'a.md', write: true });
    assert.equal(data.written, true);
    assert.ok(room.read('a.md').includes('民歌……观众'));
    assert.ok((await agent.call('new', { template: 'news', write: true })).isError);
    room.write('copydesk.yml', `${house}agents: {write: all}\n`);
    const first = await agent.call('new', { template: 'news', title: '晚橙上市', column: '乡村', write: true });
    const second = await agent.call('new', { template: 'news', title: '晚橙上市', column: '乡村', write: true });
    assert.ok(room.read(String(first.data.path)).includes('title: 晚橙上市'));
    assert.notEqual(second.data.path, first.data.path);
    assert.ok(existsSync(join(room.root, String(second.data.path))));
  });

  it('write with --write, in the file’s own encoding', async () => {
    const gb = Buffer.concat([
      Buffer.from('---\ntitle: '),
      Buffer.from([0xb6, 0xc9, 0xbf, 0xda]),
      Buffer.from('\n---\n\n'),
      // 河湾镇的渡口在昨日停航了...船到了。
      Buffer.from('bad3cde5d5f2b5c4b6c9bfdad4dad7f2c8d5cda3babdc1cb2e2e2eb4acb5bdc1cba1a3', 'hex'),
      Buffer.from('\n'),
    ]);
    await open({ 'a.md': gb, 'copydesk.yml': 'extends: plain\n' }, ['--write']);
    const { data, text } = await agent.call('fix', { path: 'a.md', write: true });
    assert.equal(data.written, true, text);
    assert.ok(room.bytes('a.md').includes(Buffer.from('a1ada1ad', 'hex')));
    assert.ok(room.bytes('a.md').includes(Buffer.from([0xb6, 0xc9, 0xbf, 0xda])));
  });

  it('reach nothing outside of the folder, by no way', async () => {
    await open({ 'desk/copydesk.yml': house, 'desk/a.md': slip, 'secret.md': slip, 'beside/b.md': slip }, []);
    await agent.stop();
    const root = join(room.root, 'desk');
    symlinkSync(join(room.root, 'secret.md'), join(root, 'linked.md'));
    symlinkSync(join(room.root, 'beside'), join(root, 'folder'));
    symlinkSync(join(room.root, 'nowhere'), join(root, '时政要闻'));
    agent = await agentIn(root, ['--write']);
    const outside = [
      '../secret.md',
      'x/../../secret.md',
      `${room.root}/secret.md`,
      `file://${room.root}/secret.md`,
      `file://${root}/../secret.md`,
      `file://${root}/%2e%2e/secret.md`,
      `file://${root}/..%2fsecret.md`,
      'linked.md',
      'folder/b.md',
      'folder',
      '..',
      '/etc/passwd',
      '..\\secret.md',
      'a.md/../../secret.md',
      'https://desk.example/a.md',
    ];
    for (const path of outside) {
      for (const [tool, input] of [
        ['check', { paths: [path] }],
        ['fix', { path, write: true }],
        ['render', { path }],
        ['people', { path }],
        ['new', { folder: path, template: 'news', write: true }],
      ] as const) {
        const { isError, text } = await agent.call(tool, input);
        assert.ok(isError, `${tool} ${path}: ${text}`);
        assert.doesNotMatch(text, /阿依古丽/, `${tool} ${path}`);
      }
      const asText = await agent.call('check', { text: slip, path });
      if (!['linked.md', 'folder/b.md', 'folder'].includes(path)) assert.ok(asText.isError, path);
    }
    assert.equal(room.read('secret.md'), slip);
    assert.equal(room.read('beside/b.md'), slip);
    // A folder of the house's path pattern that leads out.
    const led = await agent.call('new', { template: 'news', title: 'x', column: '时政要闻', write: true });
    assert.ok(led.isError, led.text);
    assert.ok(!existsSync(join(room.root, 'nowhere')));
    const all = await agent.call<Checked>('check', {});
    assert.deepEqual(
      all.data.files.map(({ path }) => path),
      ['a.md'],
    );
  });

  it('name an article by any absolute path that leads into the folder, whichever name the folder was opened under', async () => {
    await open({ 'desk/copydesk.yml': house, 'desk/乡村/a.md': slip, 'secret.md': slip }, []);
    await agent.stop();
    const [real, link] = [join(room.root, 'desk'), join(room.root, 'link')];
    symlinkSync(real, link);
    for (const opened of [real, link]) {
      agent = await agentIn(opened, ['--write']);
      for (const named of [real, link]) {
        const { data, isError, text } = await agent.call<Checked>('check', { paths: [`${named}/乡村/a.md`] });
        assert.ok(!isError, `${opened} ${named}: ${text}`);
        assert.ok(data.files.some(({ path, findings }) => path === '乡村/a.md' && findings.length > 0));
        for (const out of [`${named}/../secret.md`, `${named}/乡村/../../secret.md`, `${room.root}/secret.md`])
          assert.ok((await agent.call('fix', { path: out, write: true })).isError, out);
      }
      await agent.stop();
    }
    assert.equal(room.read('secret.md'), slip);
    agent = await agentIn(link, ['--write']);
    assert.equal((await agent.call('fix', { path: `${real}/乡村/a.md`, write: true })).data.written, true);
    assert.ok(room.read('desk/乡村/a.md').includes('·'));
  });

  it('read articles alone, and are told why one cannot be read', async () => {
    await open({
      '.env': 'SECRET=1\n',
      'notes.txt': 'x',
      'big.md': `---\ntitle: x\n---\n${'长'.repeat(4_000_000)}`,
      'noise.md': new Uint8Array([0x2d, 0x00, 0xff, 0xfe, 0x00]),
      'latin.md': Buffer.from('Caf\xe9 au lait', 'latin1'),
    });
    mkdirSync(join(room.root, 'folder.md'));
    const said: readonly (readonly [string, RegExp])[] = [
      ['.env', /no article/],
      ['notes.txt', /no article/],
      ['none.md', /There is no file/],
      ['big.md', /longer than 10 MB/],
      ['noise.md', /no text/],
      ['latin.md', /no text|encoding/],
    ];
    for (const [path, why] of said) {
      const { isError, text } = await agent.call('render', { path });
      assert.ok(isError, path);
      assert.match(text, why);
      assert.doesNotMatch(text, /SECRET/);
    }
    assert.ok((await agent.call('render', { path: 'folder.md' })).isError);
    // Of many, one that cannot be read is a note.
    const { data } = await agent.call<Checked>('check', {});
    assert.deepEqual(data.notes.map(({ path }) => path).sort(), ['big.md', 'latin.md', 'noise.md']);
  });

  it('check a text of five megabytes, and go on', async () => {
    await open({ 'copydesk.yml': 'extends: plain\n' });
    const text = `---\ntitle: 渡口\n---\n\n${'渡口昨日停航，乘客改乘汽车。\n\n'.repeat(120_000)}`;
    assert.ok(Buffer.byteLength(text) > 5_000_000);
    const { data, isError, text: said } = await agent.call<Checked>('check', { text });
    assert.ok(!isError, said.slice(0, 500));
    assert.ok((data.summary.characters ?? 0) > 1_000_000);
    assert.ok(!(await agent.call('explain', { check: 'wrong-dash' })).isError);
  });

  it('are given no answer that is too long for them: an edit each of marks that are wrong throughout, files without findings', async () => {
    await open({
      'a.md': `---\ntitle: 渡口\n---\n\n${'渡口昨日停航,乘客改乘汽车.\n\n'.repeat(3000)}`,
      'copydesk.yml': 'extends: plain\n',
      'b.md': article('阿依古丽•买买提演唱了民歌。'),
      ...Object.fromEntries(Array.from({ length: 250 }, (_, at) => [`clean/${at}.md`, `---\ntitle: 第${at}号\n---\n`])),
    });
    const { data, text } = await agent.call<Checked>('check');
    assert.deepEqual([data.summary.files, data.files.map(({ path }) => path)], [252, ['a.md', 'b.md']]);
    const [wrong, dot] = data.files.map(({ findings }) => findings[0]);
    assert.deepEqual([wrong?.check, wrong?.fixes], ['half-width-punctuation', []]);
    assert.equal(dot?.fixes.length, 1, text);
    assert.ok(JSON.stringify(data).length < 5000);
    const mended = await agent.call('fix', { path: 'a.md' });
    assert.ok(Number(mended.data.applied) > 0);
  });

  it('refuse what does not fit, in a sentence', async () => {
    await open({ 'a.md': slip });
    for (const [tool, input] of [
      ['check', { paths: 'a.md' }],
      ['check', { pathes: ['a.md'] }],
      ['check', { severity: 'fatal' }],
      ['fix', { path: 7 }],
      ['fix', {}],
      ['render', { path: 'a.md', format: 'pdf' }],
      ['new', { template: '../../secret' }],
      ['explain', { check: '../wrong-dash' }],
      ['no-tool', {}],
      ['fix', { text: slip, path: 'a.md', write: true }],
    ] as const) {
      const { isError, text } = await agent.call(tool, input);
      assert.doesNotMatch(text, /boolean schema|#\//);
      assert.ok(isError, `${tool} ${JSON.stringify(input)}`);
      assert.ok(text.length > 10 && !text.includes('Copydesk itself failed'), text);
    }
  });

  it('are told what a tool takes where they ask with another word', async () => {
    await open({});
    const { text } = await agent.call('check', { pathes: ['a.md'] });
    assert.equal(text, '`check` takes no `pathes`, but these: `paths`, `text`, `path`, `checks`, `severity`, `limit`.');
    assert.match((await agent.call('check', { severity: 'fatal' })).text, /does not fit: `severity`: .*"error"/);
    assert.match((await agent.call('check', 7 as never)).text, /./);
  });

  it('stop a check that they cancel', async () => {
    await open(Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`${at}.md`, slip])));
    const stop = new AbortController();
    const asked = agent.call('check', {}, stop.signal);
    setTimeout(() => stop.abort(), 20);
    await assert.rejects(asked, /abort/i);
    const started = Date.now();
    assert.ok(!(await agent.call('explain', { check: 'wrong-dash' })).isError);
    assert.ok(Date.now() - started < 2000, 'the check went on');
  });

  it('explain, draw, begin and name', async () => {
    await open({
      'a.md': slip,
      'staff.yml': 'staff:\n  - {name: 沈若舟, role: 记者, email: shen@desk.example, pen-name: 若水}\n',
    });
    const page = await agent.call('explain', { check: 'wrong-dash' });
    assert.match(page.text, /^# .* · wrong-dash/);
    const all = await agent.call<{ checks: unknown[] }>('explain');
    assert.ok(all.data.checks.length > 60);
    const drawn = await agent.call('render', { path: 'a.md' });
    assert.match(drawn.text, /^<!doctype html>/);
    for (const format of ['rich', 'wechat', 'text', 'jsonld', 'ninjs'])
      assert.match(
        String((await agent.call('render', { path: 'a.md', format })).data.content),
        /首批高山番茄上市|民歌/,
      );
    const templates = await agent.call<{ templates: { id: string }[] }>('new');
    assert.ok(templates.data.templates.some(({ id }) => id === 'news'));
    const begun = await agent.call('new', { template: '消息', title: '晚橙上市', reporters: ['沈若舟'] });
    assert.match(String(begun.data.text), /title: 晚橙上市[\s\S]*沈若舟/);
    assert.equal(begun.data.written, false);
    const who = await agent.call<{ staff: object[]; signed: { name: string; line: number }[] }>('people', {
      path: 'a.md',
    });
    assert.deepEqual(who.data.staff, [{ name: '沈若舟', roles: ['记者'], penNames: ['若水'] }]);
    assert.ok(who.data.signed.some(({ name, line }) => name === '沈若舟' && line === 10));
    assert.doesNotMatch(JSON.stringify(who.data), /shen@/);
  });

  it('read the house style and the pages of checks as resources', async () => {
    await open({});
    const { resources } = await agent.client.listResources();
    assert.ok(resources.some(({ uri }) => uri === 'copydesk://checks/wrong-dash'));
    const text = async (uri: string) => {
      const [content] = (await agent.client.readResource({ uri })).contents;
      return content && 'text' in content ? content.text : '';
    };
    assert.match(await text('copydesk://house'), /byline:/);
    assert.match(await text('copydesk://checks/wrong-dash'), /wrong-dash/);
    await assert.rejects(text('copydesk://checks/../house'), /no resource/);
    await assert.rejects(text('file:///etc/passwd'), /no resource/);
    const { resourceTemplates } = await agent.client.listResourceTemplates();
    assert.equal(resourceTemplates[0]?.uriTemplate, 'copydesk://checks/{check}');
  });

  it('see each file as it is now', async () => {
    await open({ 'a.md': slip });
    assert.equal((await agent.call<Checked>('check')).data.summary.error, 1);
    room.write('copydesk.yml', `${house}checks: {wrong-interpunct: off}\n`);
    assert.equal((await agent.call<Checked>('check')).data.summary.error, 0);
    room.write('a.md', article());
    assert.equal((await agent.call<Checked>('check')).data.summary.warning, 0);
  });
});
