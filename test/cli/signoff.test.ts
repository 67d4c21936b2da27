import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { article, type Newsroom, newsroom } from './newsroom.ts';

const steps = `extends: china-report
signoff:
  free: [reviewers]
  steps:
    一审: {label: {zh: 一审, en: First review}, who: [编辑], confirms: [事实已核对, 署名无误]}
    二审: {label: {zh: 二审, en: Second review}, who: [部门主任], distinct: [一审]}
    三审: {label: {zh: 三审, en: Third review}, who: [总编辑], distinct: [一审, 二审]}
    一校: {label: {zh: 一校, en: First proof}, who: [校对]}
    二校: {label: {zh: 二校, en: Second proof}, who: [校对], distinct: [一校]}
    三校: {label: {zh: 三校, en: Third proof}, who: [校对], distinct: [一校, 二校]}
`;
const staff = `staff:
  - {name: 沈若舟, role: 记者}
  - {name: 苗景行, role: 编辑, email: miao@example.org}
  - {name: 沈砚秋, role: 部门主任}
  - {name: 周砚, role: 总编辑}
  - {name: 贺竹, role: 校对}
  - {name: 高远, role: 校对}
  - {name: 陆晓晴, role: 校对}
`;
const file = '乡村/a.md';

describe('copydesk signoff', () => {
  let room: Newsroom;
  beforeEach(() => {
    room = newsroom({ 'copydesk.yml': steps, 'staff.yml': staff, [file]: article() });
  });
  afterEach(() => room.remove());

  const sign = (name: string, ...more: string[]) => room.run(['signoff', file, '--as', name, ...more]);
  const verify = () => room.run(['signoff', '--verify']);
  const publish = () => room.write(file, room.read(file).replace('column:', 'stage: published\ncolumn:'));
  const change = (from: string, to: string) => room.write(file, room.read(file).replace(from, to));

  it('goes through three reviews and three proofs, finds what was altered after the second, and lets it be signed again', async () => {
    assert.deepEqual(await sign('苗景行'), {
      code: 0,
      out: `${file}: 苗景行 has signed “First review”\n  事实已核对\n  署名无误\nNext: “Second review”, by 沈砚秋\n`,
      err: '',
    });
    assert.equal((await sign('沈砚秋')).code, 0);
    assert.equal((await verify()).code, 0);
    change('云脚村', '云头村');
    const altered = await verify();
    assert.equal(altered.code, 1);
    assert.match(altered.out, /This paragraph has changed since 沈砚秋 signed “Second review”/);
    assert.match((await sign('沈砚秋')).out, /沈砚秋 has signed “Second review”\nNext: “Third review”, by 周砚\n/);
    assert.equal((await verify()).code, 0);
    publish();
    const early = await verify();
    assert.equal(early.code, 1);
    assert.match(early.out, /“Third review”, “First proof”, “Second proof”, “Third proof” must be signed before/);
    for (const name of ['周砚', '贺竹', '高远', '陆晓晴']) assert.equal((await sign(name)).code, 0, name);
    const done = await verify();
    assert.deepEqual([done.code, done.err], [0, '']);
    assert.match((await sign('陆晓晴')).err, /Everything is signed, and nothing has changed since/);
  });

  it('a re-wrap, another stage and a field that may change are no change; a title is', async () => {
    await sign('苗景行');
    change('冷链车驶出', '冷链车\n驶出');
    change('column: 乡村', 'column: 乡村\nreviewers: [贺竹]\nstage: ready');
    assert.equal((await verify()).code, 0);
    change('title: 首批', 'title: 第一批');
    assert.equal((await verify()).code, 1);
  });

  for (const [name, more, said] of [
    ['贺竹', [], /贺竹 may not sign “First review”: it is for 编辑/],
    ['陌生人', [], /陌生人 may not sign “First review”/],
    ['沈砚秋', ['--step', '二审'], /“First review” comes before “Second review”/],
    ['苗景行', ['--step', '四审'], /There is no step `四审`, but these: 一审, 二审/],
  ] as const)
    it(`refuses ${name} ${more.join(' ')}, and writes nothing`, async () => {
      const before = room.read(file);
      const { code, err } = await sign(name, ...more);
      assert.equal(code, 2);
      assert.match(err, said);
      assert.equal(room.read(file), before);
    });

  it('names the step by its id or by what the desk calls it, in the language of the reader', async () => {
    const { out } = await sign('苗景行', '--step', 'First review', '--locale', 'zh');
    assert.match(out, /苗景行已签“一审”\n {2}事实已核对\n {2}署名无误\n下一步：“二审”，由沈砚秋签\n/);
  });

  it('keeps the record in a file beside the article where the house says so', async () => {
    room.write('copydesk.yml', `${steps}  record: file\n  file: 签审/{name}.yml\n`);
    const before = room.read(file);
    assert.equal((await sign('苗景行')).code, 0);
    assert.equal(room.read(file), before);
    assert.match(room.read('乡村/签审/a.yml'), /^signoff:\n {2}- step: 一审\n {4}name: 苗景行\n/);
    assert.equal((await sign('沈砚秋')).code, 0);
    change('云脚村', '云头村');
    assert.match((await verify()).out, /This paragraph has changed since 沈砚秋/);
    publish();
    assert.match((await verify()).out, /“Third review”, .* must be signed/);
  });

  it('tells what in a record beside the article is no signature, with its line, and adds nothing to what it cannot read', async () => {
    room.write('copydesk.yml', `${steps}  record: file\n`);
    const record = '乡村/a.signoff.yml';
    const line = async (): Promise<string | undefined> => /Line (\d+) of the record/.exec((await verify()).out)?.[1];
    for (const [text, at] of [
      ['signoff:\n  - step: 一审\n    name: [苗景行\n', '3'],
      ['signoff: 一审\n', '1'],
      ['# 签审\nsignoff:\n  step: 一审\n', '3'],
    ] as const) {
      room.write(record, text);
      assert.equal(await line(), at, text);
      const refused = await sign('苗景行');
      assert.equal(refused.code, 2, text);
      assert.match(refused.err, /the record beside it/);
      assert.equal(room.read(record), text);
    }
    for (const [text, at] of [
      ['signoff:\n  - 苗景行\n', '2'],
      ['signoff:\r\n  - {step: 一审, name: 苗景行, text: x}\r\n  - {step: 二审}\r\n', '3'],
    ] as const) {
      room.write(record, text);
      assert.equal(await line(), at, text);
    }
    for (const text of ['', 'signoff:\n', 'signoff: []\n', 'note: 另有说明\n']) {
      room.write(record, text);
      assert.equal((await verify()).code, 0, text);
    }
  });

  it('holds a step to the names that it lists where no list of staff is kept', async () => {
    const named = (who: string) =>
      room.write('copydesk.yml', `extends: china-report\nsignoff: {steps: {一审: {who: [${who}]}}}\n`);
    room.write('staff.yml', 'staff: []\n');
    const text = room.read(file);
    for (const [who, code] of [
      ['林晓禾', 2],
      ['林晓禾, 周砚', 2],
      ['苗景行, 林晓禾', 0],
      // Each of these may be a duty that nobody knows who has.
      ['编辑', 0],
      ['林晓禾, 编辑', 0],
      ['时政部', 0],
      ['文艺', 0],
      ['党委', 0],
      ['安全员', 0],
      ['Chief Editor', 0],
      ['News Desk, Night Copy', 0],
      // Surnames of one in a hundred thousand, of two characters, of other peoples, of other scripts.
      ['亓晓玲', 2],
      ['诸葛思远, 欧阳询之', 2],
      ['阿依古丽·买买提', 2],
      ['Ann Lee', 2],
      ['Ann Lee, Léa van den Berg', 2],
      ['王刚', 2],
      ['苗景行, 亓晓玲', 0],
      // Two characters that a desk, too, is called by.
      ['周末', 0],
      ['时政', 0],
      ['林业', 0],
    ] as const) {
      named(who);
      room.write(file, text);
      assert.equal((await sign('苗景行')).code, code, who);
    }
  });

  it('says at the house file that anybody may sign a step for which it cannot be known who is meant', async () => {
    const told = async (steps: string): Promise<readonly string[]> => {
      room.write('copydesk.yml', `extends: china-report\nsignoff: {steps: {${steps}}}\n`);
      const { out } = await room.run(['check', '--only', 'house-file', '--format', 'ndjson', '--severity', 'warning']);
      return out.split('\n').flatMap((line): string[] => (line === '' ? [] : [JSON.parse(line).message]));
    };
    room.write('staff.yml', 'staff: []\n');
    for (const who of ['编辑', '周砚', '时政部', '苗景行, 编辑', 'Chief Editor'])
      assert.match(
        (await told(`一审: {who: [${who}]}`)).join(),
        /^Anybody may sign this step: without `staff.yml`/,
        who,
      );
    assert.match((await told('一审: {who: [苗景行, 编辑]}')).join(), /whether `编辑` is a person/);
    // A house that names people in one step does so in the others.
    assert.deepEqual(await told('一审: {who: [周砚]}, 二审: {who: [苗景行]}'), []);
    assert.equal((await told('一审: {who: [时政部]}, 二审: {who: [苗景行]}')).length, 1);
    for (const who of ['苗景行', '苗景行, 王刚', 'Ann Lee', ''])
      assert.deepEqual(await told(`一审: {who: [${who}]}`), [], who);
    room.write('staff.yml', 'staff: [{name: 周砚, role: 编辑}]\n');
    assert.deepEqual(await told('一审: {who: [编辑]}'), []);
    // Nothing is known of a list that cannot be read.
    room.write('staff.yml', 'staff: [{name: "周砚}]\n');
    assert.doesNotMatch((await told('一审: {who: [编辑]}')).join(), /Anybody/);
  });

  it('a kept finding goes when the record beside the article changes', async () => {
    room.write('copydesk.yml', `${steps.replace(/ {4}二审.*/s, '')}  record: file\n`);
    publish();
    const check = () => room.run(['check', '--cache', '--cache-location', 'kept.json', '--check', 'missing-signature']);
    assert.equal((await check()).code, 1);
    assert.equal((await check()).code, 1);
    assert.equal((await sign('苗景行')).code, 0);
    assert.equal((await check()).code, 0);
  });

  it('keeps the article’s encoding and refuses what cannot be read', async () => {
    room.write(file, `\ufeff${article().replaceAll('\n', '\r\n')}`);
    assert.equal((await sign('苗景行')).code, 0);
    assert.ok(room.read(file).startsWith('\ufeff---\r\ntitle'));
    assert.ok(!/[^\r]\n/.test(room.read(file)));
    assert.equal((await room.run(['signoff', 'no.md', '--as', '苗景行'])).code, 2);
    assert.equal((await room.run(['signoff', file, file, '--as', '苗景行'])).code, 2);
    change('title: ', 'title: "');
    assert.equal((await sign('沈砚秋')).code, 2);
  });

  it('lets nobody sign who has left or is not there yet, and asks them no more', async () => {
    const bounds = (name: string, active: string): void => {
      room.write('staff.yml', staff.replace(`name: ${name}, role: 编辑`, `name: ${name}, role: 编辑, ${active}`));
    };
    bounds('苗景行', 'active: {from: 2019-03, to: 2026-05}');
    const left = await sign('苗景行');
    assert.equal(left.code, 2);
    assert.match(left.err, /苗景行 may not sign “First review” today: the staff list has them for 2019-03–2026-05/);
    assert.match(
      (await sign('苗景行', '--locale', 'zh')).err,
      /苗景行今天不能签“一审”：人员名单中的起止时间是2019-03至2026-05/,
    );
    bounds('苗景行', 'from: 2026-07');
    assert.match((await sign('苗景行')).err, /for 2026-07–…/);
    assert.equal(room.read(file), article());
    // The month, and the year, in which somebody leaves are theirs.
    for (const active of ['to: 2026-06', 'to: "2026"', 'from: 2026-06-18', 'to: 2026-06-18']) {
      bounds('苗景行', active);
      assert.equal((await sign('苗景行')).code, 0, active);
      room.write(file, article());
    }
    room.write('staff.yml', staff.replace('role: 部门主任', 'role: 部门主任, to: 2026-06-17'));
    assert.match((await sign('苗景行')).out, /Next: “Second review”, by 部门主任\n$/);
  });

  it('doubts a signature of a day on which its person was not on the staff, and none of another day', async () => {
    assert.equal((await sign('苗景行')).code, 0);
    room.write('staff.yml', staff.replace('role: 编辑', 'role: 编辑, to: 2026-06-18'));
    assert.equal((await verify()).code, 0);
    room.write('staff.yml', staff.replace('role: 编辑', 'role: 编辑, to: 2026-06-17'));
    assert.match((await verify()).out, /苗景行 signed “First review”, and is on the staff list for …–2026-06-17 alone/);
    change('time: 2026-06-18', 'time: 2026-06-17');
    assert.equal((await verify()).code, 0);
  });

  it('is shown with its steps and the gate by `copydesk house`', async () => {
    room.write('copydesk.yml', `${steps}gate: {from: ready, override: false}\n`);
    const { out } = await room.run(['house']);
    for (const what of [/\n {4}三校:\n/, /distinct: \[一校, 二校\]/, /\ngate:\n {2}from: ready/, /override: false/])
      assert.match(out, what);
    assert.deepEqual(JSON.parse((await room.run(['house', '--format', 'json'])).out).signoff.steps.length, 6);
  });

  it('says so where the house signs nothing', async () => {
    room.write('copydesk.yml', 'extends: china-report\n');
    assert.match((await sign('苗景行')).err, /This house signs nothing/);
    const verified = await verify();
    assert.deepEqual([verified.code, verified.out], [2, '']);
    assert.match(verified.err, /This house signs nothing/);
    assert.ok(!existsSync(join(room.root, 'a.signoff.yml')));
  });
});
