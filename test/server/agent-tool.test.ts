import assert from 'node:assert/strict';
import { article } from '../cli/newsroom.ts';
import { folder, type Session, startSession } from './session.ts';

const slip = article('表演艺术家阿依古丽•买买提演唱了民歌...观众起立。');

describe('what agents of the editor’s chat ask for', () => {
  let session: Session;
  afterEach(() => session.stop());

  const ask = (name: string, input: object) => session.desk('copydesk/agentTool', { name, input });

  it('is answered from unsaved texts', async () => {
    session = await startSession({ files: { 'copydesk.yml': 'extends: china-report\n', 'local/a.md': article() } });
    assert.match((await ask('check', { paths: ['local/a.md'] })).words, /^Articles: 1\. Errors: 0, warnings: 0/m);
    session.open('local/a.md', slip);
    const { words, failed } = await ask('check', {});
    assert.equal(failed, false);
    assert.match(words, /^local\/a\.md:10:\d+ error wrong-interpunct /m);
    assert.match((await ask('explain', { check: 'wrong-dash' })).words, /wrong-dash/);
    assert.match((await ask('render', { path: 'local/a.md' })).words, /^<!doctype html>/);
    assert.match((await ask('people', { path: 'local/a.md' })).words, /沈若舟/);
    assert.match((await ask('new', { template: 'news' })).words, /^Not written/);
  });

  it('is told in the user’s language', async () => {
    session = await startSession({ files: { 'a.md': slip }, locale: 'zh-cn' });
    assert.match((await ask('fix', { path: 'none.md' })).words, /找不到文件/);
    assert.match((await ask('check', {})).words, /稿件 1 篇/);
  });

  it('writes nothing unless the house lets it, and then edits that a person sees', async () => {
    session = await startSession({ files: { 'copydesk.yml': 'extends: china-report\n', 'local/a.md': slip } });
    const refused = await ask('fix', { path: 'local/a.md', write: true });
    assert.equal(refused.failed, true);
    assert.match(refused.words, /does not let agents write/);
    assert.equal(session.edits.length, 0);
    session.open('copydesk.yml', 'extends: china-report\nagents: {write: all}\n', 'yaml');
    const uri = session.open('local/a.md', slip);
    assert.equal((await ask('fix', { path: 'local/a.md', write: true })).failed, false);
    const [edit] = session.edits;
    assert.ok(edit);
    session.apply(uri, edit);
    assert.ok(session.text(uri).includes('阿依古丽·买买提演唱了民歌……观众'));
    const begun = await ask('new', { template: 'news', title: '晚橙上市', column: '乡村', write: true });
    assert.match(begun.words, /^Written: 乡村\/.*晚橙上市\.md/);
    const made = session.edits[1]?.documentChanges?.[0];
    assert.ok(made && 'kind' in made && made.kind === 'create');
  });

  it('reaches nothing outside of the folders that are open', async () => {
    session = await startSession({ files: { '../secret.md': slip, 'a.md': slip } });
    for (const path of [
      '../secret.md',
      'newsroom:/secret.md',
      `${folder}/../secret.md`,
      `${folder}/%2e%2e/secret.md`,
      '/etc/passwd',
    ])
      for (const [tool, input] of [
        ['check', { paths: [path] }],
        ['render', { path }],
        ['fix', { path }],
        ['new', { folder: path }],
      ] as const) {
        const { words, failed } = await ask(tool, input);
        assert.ok(failed, `${tool} ${path}`);
        assert.doesNotMatch(words, /阿依古丽/);
      }
  });
});
