import assert from 'node:assert/strict';
import { daily, weekly } from '../setup/archives.ts';
import { type Session, startSession } from './session.ts';

const uri = 'newsroom:/desk';

describe('language server: setting a newsroom up', () => {
  let session: Session;
  afterEach(() => session.stop());

  it('proposes a house in the reader’s language, with evidence, and its files as the answers make them', async () => {
    session = await startSession({ files: daily(30), locale: 'zh-cn' });
    const proposed = await session.desk('copydesk/setUp', { uri });
    assert.ok(proposed);
    assert.deepEqual([proposed.articles, proposed.isNew], [30, true]);
    const bylines = proposed.decisions.find(({ id }) => id === 'bylines');
    assert.equal(bylines?.title, '署名');
    assert.match(bylines?.proposed ?? '', /本报讯（记者\{reporters\}） \d+/);
    assert.deepEqual(
      proposed.files.map(({ path }) => path),
      ['copydesk.yml', 'staff.yml', 'templates/article.md'],
    );
    const answers = { language: 'en', bylines: 'leave', people: 'leave' };
    const changed = await session.desk('copydesk/setUpFiles', { id: proposed.id, answers });
    const house = changed?.files.find(({ path }) => path === 'copydesk.yml')?.text ?? '';
    assert.match(house, /^language: en$/m);
    assert.doesNotMatch(house, /forms:/);
    assert.ok(!changed?.files.some(({ path }) => path === 'staff.yml'));
    assert.equal(await session.desk('copydesk/setUpFiles', { id: proposed.id + 1, answers }), null);
  });

  it('proposes to a newsroom that has a house what it does not know yet, as the file will be', async () => {
    const house =
      'extends: plain\nfields:\n  标题: {type: text, role: title}\n  栏目: {type: choice, role: column, values: [乡村, 经济, 文化]} # ours\n';
    session = await startSession({ files: { ...weekly(), 'copydesk.yml': house } });
    const proposed = await session.desk('copydesk/setUp', { uri });
    assert.equal(proposed?.isNew, false);
    assert.ok(proposed?.decisions.some(({ id, proposed: said }) => id === 'values:栏目' && said === '教育'));
    const [file] = proposed?.files ?? [];
    assert.equal(file?.before, house);
    assert.match(file?.text ?? '', /values: \[乡村, 经济, 文化, 教育\]\} # ours/);
  });

  it('says so where there are no articles', async () => {
    session = await startSession({ files: { 'README.md': '# 说明\n' } });
    assert.equal(await session.desk('copydesk/setUp', { uri }), null);
  });
});
