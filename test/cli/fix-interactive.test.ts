import assert from 'node:assert/strict';
import { article, type Newsroom, newsroom } from './newsroom.ts';

/** Two that a person must choose (a credit without a name, a byline that the fields contradict), and one that is certain. */
const asked = `---
title: 首批高山番茄上市
column: 乡村
published: 2026-06-02 08:45:10
source: 中国报道
reporters: [苗景行]
editor: 苗景行
---

中国报道讯（沈若舟报道）6月1日清晨，青禾镇的冷链车驶出云脚村。

歌手阿依古丽•买买提也来了。（他只唱了一首。

责任编辑：苗景行
`;

const certain = asked.replace('•', '·');
const names = '改稿件信息|Change the front matter';

describe('copydesk fix --interactive', () => {
  let room: Newsroom;
  afterEach(() => room.remove());
  const house = { 'copydesk.yml': 'extends: china-report\n' };
  const run = (answers: readonly string[], ...more: readonly string[]) =>
    room.run(['fix', '-i', ...more], { stdin: answers.map((answer) => `${answer}\n`).join('') });

  it('makes what is certain, and of the rest what is chosen', async () => {
    room = newsroom({ ...house, 'a.md': asked });
    const { err } = await run(['1', '', '']);
    assert.match(err, new RegExp(names));
    assert.equal(room.read('a.md'), certain.replace('reporters: [苗景行]', 'reporters: [沈若舟]'));
  });

  it('makes the fix of that number', async () => {
    room = newsroom({ ...house, 'a.md': asked });
    await run(['2', '', '']);
    assert.equal(room.read('a.md'), certain.replace('沈若舟报道', '苗景行报道'));
  });

  it('leaves what is left, asks again where it does not understand, and changes nothing more after q', async () => {
    room = newsroom({ ...house, 'a.md': asked, 'b.md': asked });
    const { err } = await run(['7', 'what', 'q']);
    assert.equal(room.read('a.md'), certain);
    assert.equal(room.read('b.md'), asked);
    assert.equal(err.match(/Which\?/g)?.length, 3);
  });

  it('asks no more of a check after c, and no more of a file after f', async () => {
    room = newsroom({ ...house, 'a.md': asked, 'b.md': asked });
    const { err } = await run(['f', 'c', '', '']);
    assert.equal(err.match(/a\.md:/g)?.length, 1);
    assert.equal(err.match(/byline-mismatch/g)?.length, 2);
  });

  it('stops where nobody answers, and keeps what was chosen', async () => {
    room = newsroom({ ...house, 'a.md': asked });
    await run(['1']);
    assert.match(room.read('a.md'), /reporters: \[沈若舟\]/);
  });

  it('shows and writes nothing with --dry-run, and takes no article from where answers come from', async () => {
    room = newsroom({ ...house, 'a.md': asked });
    const { out } = await run(['1', '', ''], '--dry-run');
    assert.match(out, /^\+reporters: \[沈若舟\]$/m);
    assert.equal(room.read('a.md'), asked);
    assert.equal((await room.run(['fix', '-i', '--stdin'], { stdin: article() })).code, 2);
  });
});
