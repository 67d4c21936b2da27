import assert from 'node:assert/strict';
import { folder, rangeOf, type Session, startSession } from './session.ts';

const front = '---\ntitle: 河湾镇通水\npublished: 2026-05-02\n---\n\n';
const slip = '清泉镇•河口镇签约。';

describe('language server: only what changed', () => {
  let session: Session;
  const uri = (path: string): string => `${folder}/${path}`;
  const lines = (all: readonly { code?: number | string; range: { start: { line: number } } }[]): readonly number[] =>
    all.filter(({ code }) => code === 'wrong-interpunct').map(({ range }) => range.start.line);
  const shown = (path: string, ...wanted: readonly number[]) =>
    session.diagnostics(uri(path), (all) => JSON.stringify(lines(all)) === JSON.stringify(wanted));
  const text = `${front}第一段，${slip}\n\n第二段。\n`;

  before(async () => {
    session = await startSession({ files: { 'copydesk.yml': 'extends: china-report\n', 'a.md': text, 'b.md': text } });
    session.open('a.md', text);
    await shown('a.md', 5);
    await session.desk('copydesk/checkNewsroom', {});
    await shown('b.md', 5);
  });
  after(() => session.stop());

  it('is shown while the editor says so, as it is typed, of open and closed files, and counted', async () => {
    session.notify('copydesk/changes', { roots: [folder], files: [{ uri: uri('a.md'), before: text }] });
    await shown('a.md');
    await shown('b.md');
    session.change(uri('a.md'), rangeOf(session.text(uri('a.md')), '第二段。'), `第二段，${slip}`);
    await shown('a.md', 7);
    const { counts } = await session.desk('copydesk/checkNewsroom', {});
    assert.equal(counts.error + counts.warning + counts.info, session.shown.get(uri('a.md'))?.diagnostics.length);
  });

  it('is a new file as a whole, and leaves out none of another folder', async () => {
    session.notify('copydesk/changes', { roots: [folder], files: [{ uri: uri('b.md'), before: '' }] });
    await shown('b.md', 5);
    session.notify('copydesk/changes', { roots: ['newsroom:/elsewhere'], files: [] });
    await shown('a.md', 5, 7);
  });

  it('is listed for whoever asks for it once, with all findings of those files shown as before', async () => {
    session.notify('copydesk/changes', { roots: [], files: [] });
    await shown('b.md', 5);
    const changes = { roots: [folder], files: [{ uri: uri('a.md'), before: text }] };
    const listed = async (params: object) =>
      (await session.desk('copydesk/checkNewsroom', { listed: true, ...params })).found
        ?.filter(({ check }) => check === 'wrong-interpunct')
        .map((one) => `${one.uri.slice(folder.length + 1)}:${one.line}`);
    assert.deepEqual(await listed({ changes }), ['a.md:8']);
    assert.deepEqual(await listed({ changes, uri: uri('elsewhere') }), []);
    assert.deepEqual(await listed({}), ['a.md:6', 'a.md:8', 'b.md:6']);
    await shown('a.md', 5, 7);
    assert.equal((await session.desk('copydesk/checkNewsroom', {})).found, undefined);
  });

  it('is everything again when the editor says so', async () => {
    session.notify('copydesk/changes', { roots: [], files: [] });
    await shown('a.md', 5, 7);
    await shown('b.md', 5);
  });
});

describe('language server: two versions of an article', () => {
  it('are marked on the page of a preview that asks for it, and no longer when it asks for nothing', async () => {
    const text = `${front}第一段说的是新来的渠水。\n`;
    const session = await startSession({ files: { 'copydesk.yml': 'extends: china-report\n', 'a.md': text } });
    try {
      const uri = session.open('a.md', text);
      const since = { name: 'abc', text: `${front}第一段说的是渠水。\n` };
      const wanted = { uri, preview: 'p', trusted: true, remote: false, findings: false, cards: false };
      const page = async (base: number, more: object = {}) => {
        const answer = await session.desk('copydesk/pageChange', { ...wanted, base, ...more });
        assert.ok(answer && !answer.same);
        return answer;
      };
      const plain = await page(0);
      assert.doesNotMatch(JSON.stringify(plain), /copydesk-added/);
      const marked = await page(plain.number, { since });
      assert.match(marked.blocks.map(({ html }) => html).join(''), /<ins class="copydesk-added"[^>]*>新来的<\/ins>/);
      assert.match(marked.around?.before ?? '', /Changes since abc: 1/);
      const same = await session.desk('copydesk/pageChange', { ...wanted, base: marked.number, since });
      assert.equal(same?.same, true);
      const again = await page(marked.number);
      assert.deepEqual(
        again.blocks.map(({ html }) => html),
        plain.blocks.map(({ html }) => html),
      );
    } finally {
      await session.stop();
    }
  });

  it('are compared as a page, the published one alone where that is asked for', async () => {
    const files = { 'copydesk.yml': 'extends: china-report\n', 'a.md': `${front}第二段。\n` };
    const session = await startSession({ files });
    try {
      const names = { before: 'abc', after: 'a.md' };
      const ask = { uri: `${folder}/a.md`, names };
      const made = await session.desk('copydesk/compare', { ...ask, before: `${front}第一段。\n` });
      assert.equal(made?.title, 'Changes: abc → a.md');
      assert.match(made?.html ?? '', /<del>.*第一/);
      assert.equal((await session.desk('copydesk/compare', { ...ask, before: files['a.md'] }))?.isSame, true);
      const only = { ...ask, onlyPublished: true };
      assert.equal(await session.desk('copydesk/compare', { ...only, before: front }), null);
      const published = front.replace('---\n\n', 'stage: published\n---\n\n');
      assert.ok(await session.desk('copydesk/compare', { ...only, before: published }));
    } finally {
      await session.stop();
    }
  });
});
