import assert from 'node:assert/strict';
import { article, type Newsroom, newsroom } from './newsroom.ts';

const house = `extends: china-report
signoff:
  steps:
    一审: {label: {zh: 一审, en: First review}, confirms: [事实已核对]}
    二审: {label: {zh: 二审, en: Second review}, distinct: [一审]}
`;
const file = '乡村/a.md';

describe('copydesk ready and copydesk record', () => {
  let room: Newsroom;
  beforeEach(() => {
    room = newsroom({ 'copydesk.yml': house, [file]: article().replace('column:', 'stage: ready\ncolumn:') });
  });
  afterEach(() => room.remove());

  it('ready lists what is in the way and ends with 1, and with 0 when nothing is', async () => {
    const first = await room.run(['ready', file]);
    assert.deepEqual(first, {
      code: 1,
      out: `${file}: not ready for “已发”\n  signature  “First review” is not signed\n  signature  “Second review” is not signed\n`.replace(
        '已发',
        'Published',
      ),
      err: '',
    });
    await room.run(['signoff', file, '--as', '周砚']);
    await room.run(['signoff', file, '--as', '高远']);
    assert.deepEqual(await room.run(['ready', file, '--locale', 'zh']), {
      code: 0,
      out: `${file}: 可以进入“已发”\n`,
      err: '',
    });
    room.write(file, room.read(file).replace('高山番茄上市', '高山番茄开市'));
    const changed = await room.run(['ready']);
    assert.equal(changed.code, 1);
    assert.match(changed.out, /\n {2}2:8 {2}signature {2}`title` has changed since 高远 signed “Second review”/);
  });

  it('ready honours that an article was let through, and says why', async () => {
    const unsigned = room.read(file);
    await room.run(['signoff', file, '--as', '周砚']);
    const [, hash = ''] = /text: (\w+)/.exec(room.read(file)) ?? [];
    const text = (body: string) =>
      body.replace(
        'stage: ready\n',
        `stage: published\nsignoff:\n  - {override: published, name: 周砚, reason: 汛情通报, text: ${hash}}\n`,
      );
    room.write(file, text(unsigned).replace('番茄上市', '番茄涨价'));
    assert.equal((await room.run(['ready', file])).code, 1, 'another text than that which was let through');
    room.write(file, text(unsigned));
    const { code, out } = await room.run(['ready', file]);
    assert.equal(code, 0);
    assert.match(out, /let through to “Published” by 周砚: 汛情通报/);
    const checked = await room.run(['check', file, '--check', 'missing-signature']);
    assert.equal(checked.code, 0);
    assert.match(checked.out, /Without “First review”, “Second review”, 周砚 let it through: 汛情通报/);
  });

  it('record is a page of the article, its steps and who signed them, in both languages', async () => {
    await room.run(['signoff', file, '--as', '周砚']);
    room.write(file, `${room.read(file).replace('番茄上市', '番茄<上市>')}\n责任编辑：贺竹\n`);
    const { code, out } = await room.run(['record', file, '--locale', 'zh']);
    assert.equal(code, 0);
    assert.match(out, /<h1>稿件处理单<\/h1>/);
    assert.match(out, /<th scope="row">标题<\/th><td>首批高山番茄&lt;上市&gt;<\/td>/);
    assert.match(
      out,
      /<th scope="row">一审<\/th><td><ul><li>事实已核对<\/li><\/ul><\/td><td><span class="whole">周砚<\/span><\/td><td><span class="whole">2026-06-18 10:30<\/span><\/td><td><span class="whole">签后有改动<\/span><\/td>/,
    );
    assert.doesNotMatch(/<th scope="row">作者<\/th><td>(.*?)<\/td>/.exec(out)?.[1] ?? '贺竹', /贺竹/);
    assert.match(out, /<th scope="row">二审<\/th><td><\/td><td><span class="open">未签<\/span>/);
    const written = await room.run(['record', file, '-o', 'record.html']);
    assert.deepEqual(written, { code: 0, out: 'record.html\n', err: '' });
    assert.match(room.read('record.html'), /<h1>Record of an article<\/h1>.*Second review.*not signed/s);
    assert.equal((await room.run(['record', file, '-o', file])).code, 2);
  });
});
