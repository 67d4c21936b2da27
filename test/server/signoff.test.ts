import assert from 'node:assert/strict';
import type { LineEdit } from '../../src/server/protocol.ts';
import { folder, type Session, startSession } from './session.ts';

const house = `extends: china-report
signoff:
  steps:
    一审: {label: {zh: 一审, en: First review}, who: [编辑], confirms: [事实已核对]}
    二审: {label: {zh: 二审, en: Second review}, who: [部门主任], distinct: [一审]}
gate: {from: published}
`;
const staff =
  'staff:\n  - {name: 周砚, role: 编辑, email: zhou@example.org}\n  - {name: 沈砚秋, role: 部门主任}\n  - {name: 高远, role: 记者}\n';
const article = `---
title: 柳叶渡晚橙开园
column: 乡村
published: 2026-05-04 09:30
source: 中国报道
reporters: [高远]
editor: 周砚
stage: ready
---

中国报道讯（高远报道）柳叶渡的晚橙昨天开园,第一天就来了三百多人。
`;

/** A text after edits by lines. */
function edited(text: string, edits: readonly LineEdit[]): string {
  const lines = text.split('\n');
  const offset = ({ line, character }: LineEdit['range']['start']): number =>
    lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character;
  return [...edits]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce(
      (now, { range, newText }) => now.slice(0, offset(range.start)) + newText + now.slice(offset(range.end)),
      text,
    );
}

describe('language server: signing and the gate', () => {
  let session: Session;
  async function open(text = article, files: Readonly<Record<string, string>> = {}): Promise<string> {
    session = await startSession({ files: { 'copydesk.yml': house, 'staff.yml': staff, ...files } });
    return session.open('乡村/a.md', text);
  }
  afterEach(() => session.stop());

  it('says whose turn it is, whom Git’s user is, and why somebody may not sign', async () => {
    const uri = await open();
    assert.deepEqual(await session.desk('copydesk/turns', { uri, name: 'Zhou Yan', email: 'Zhou@example.org' }), {
      signer: '周砚',
      hasSteps: true,
      turns: [{ step: '一审', label: 'First review', again: false, confirms: ['事实已核对'], who: ['周砚'] }],
    });
    const other = await session.desk('copydesk/turns', { uri, name: '高远' });
    assert.equal(other?.turns[0]?.refusal, '高远 may not sign it: it is for 编辑');
    assert.equal((await session.desk('copydesk/turns', { uri }))?.signer, '');
  });

  it('signs in the article, and refuses whoever may not', async () => {
    const uri = await open();
    assert.equal(await session.desk('copydesk/sign', { uri, step: '一审', name: '高远' }), null);
    assert.equal(await session.desk('copydesk/sign', { uri, step: '二审', name: '沈砚秋' }), null);
    const answer = await session.desk('copydesk/sign', { uri, step: '一审', name: '周砚' });
    assert.ok(answer);
    assert.match(edited(article, answer.edits), /\nstage: ready\nsignoff:\n {2}- step: 一审\n {4}name: 周砚\n/);
  });

  it('lets nobody sign who has left, says so, and does not name them', async () => {
    const left = staff.replace('role: 编辑,', 'role: 编辑, to: 2020-01,').replace('role: 记者', 'role: 编辑');
    const uri = await open(article, { 'staff.yml': left });
    const answer = await session.desk('copydesk/turns', { uri, name: '周砚' });
    assert.equal(answer?.turns[0]?.refusal, '周砚 is on the staff list for …–2020-01, and not today');
    assert.deepEqual(answer?.turns[0]?.who, ['高远']);
    assert.equal(await session.desk('copydesk/sign', { uri, step: '一审', name: '周砚' }), null);
    assert.ok(await session.desk('copydesk/sign', { uri, step: '一审', name: '高远' }));
  });

  it('signs in a file beside the article where the house keeps the record there', async () => {
    const uri = await open(article, { 'copydesk.yml': house.replace('  steps:', '  record: file\n  steps:') });
    const first = await session.desk('copydesk/sign', { uri, step: '一审', name: '周砚' });
    assert.deepEqual(
      [first?.edits, first?.record?.isNew, first?.record?.uri],
      [[], true, `${folder}/乡村/a.signoff.yml`],
    );
    const text = edited('', first?.record?.edits ?? []);
    session.files.set(`${folder}/乡村/a.signoff.yml`, text);
    session.watched(`${folder}/乡村/a.signoff.yml`, 1);
    const next = await session.desk('copydesk/turns', { uri });
    assert.equal(next?.turns[0]?.step, '二审');
  });

  it('says why nothing can be signed in a record that cannot be read, and what stands in the way then', async () => {
    const uri = await open(article, {
      'copydesk.yml': house.replace('  steps:', '  record: file\n  steps:'),
      '乡村/a.signoff.yml': 'signoff:\n  - step: [一审\n',
    });
    await session.diagnostics(uri, (all) => all.some(({ message }) => /Line 2 of the record/.test(String(message))));
    const asked = { uri, step: '一审', name: '周砚' };
    await assert.rejects(session.desk('copydesk/sign', asked), /the record beside it/);
    const sheet = await session.desk('copydesk/ready', { uri });
    assert.ok(
      sheet?.items.some(({ text, blocks }) => blocks && /Line 2 of the record/.test(text)),
      JSON.stringify(sheet),
    );
  });

  it('lists what is in the way, with fixes that hold for the version', async () => {
    const uri = await open();
    const sheet = await session.desk('copydesk/ready', { uri });
    assert.ok(sheet);
    assert.deepEqual([sheet.next, sheet.isReady, sheet.isGated, sheet.mayOverride], ['published', false, true, true]);
    assert.deepEqual(
      sheet.items.map(({ kind, blocks, id }) => [kind, blocks, id]),
      [
        ['signature', true, '一审'],
        ['signature', true, '二审'],
        ['warning', false, undefined],
      ],
    );
    const item = sheet.items.findIndex(({ fixes }) => fixes.length > 0);
    const fix = await session.desk('copydesk/readyFix', { uri, version: sheet.version, item, fix: 0 });
    assert.match(edited(article, fix?.edits ?? []), /开园，第一天/);
    assert.equal(await session.desk('copydesk/readyFix', { uri, version: sheet.version + 1, item, fix: 0 }), null);
  });

  it('keeps who let it through and why, which opens the gate', async () => {
    const uri = await open();
    const none = { uri, stage: 'published', name: '沈砚秋', reason: ' ' };
    assert.equal(await session.desk('copydesk/letThrough', none), null);
    const answer = await session.desk('copydesk/letThrough', { ...none, reason: '汛情通报' });
    const through = edited(article, answer?.edits ?? []);
    const next = session.open('乡村/b.md', through);
    assert.deepEqual((await session.desk('copydesk/ready', { uri: next }))?.through, {
      name: '沈砚秋',
      reason: '汛情通报',
    });
  });

  it('keeps nobody’s word who is not on the staff today, and says so', async () => {
    const list = `${staff}  - {name: 高远舟, roles: [值班总编], to: 2020}\n`;
    const uri = await open(article, { 'staff.yml': list });
    const asked = { uri, stage: 'published', name: '高远舟', reason: '汛情通报' };
    await assert.rejects(session.desk('copydesk/letThrough', asked), /高远舟 is on the staff list for …–2020/);
  });

  it('draws the record as a page', async () => {
    const uri = await open();
    const page = await session.desk('copydesk/record', { uri });
    assert.equal(page?.title, '柳叶渡晚橙开园');
    assert.match(page?.html ?? '', /<h1>Record of an article<\/h1>.*乡村\/a\.md.*First review.*not signed/s);
  });

  it('tells a house that signs nothing from a file that is no article', async () => {
    const uri = await open(article, { 'copydesk.yml': 'extends: china-report\n' });
    assert.deepEqual(await session.desk('copydesk/turns', { uri }), { signer: '', hasSteps: false, turns: [] });
    assert.equal(await session.desk('copydesk/turns', { uri: await session.open('README.md', '# 说明\n') }), null);
    assert.equal((await session.desk('copydesk/ready', { uri }))?.isGated, false);
  });
});
