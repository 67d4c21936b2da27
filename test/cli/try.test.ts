import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { article, type Newsroom, newsroom } from './newsroom.ts';

describe('copydesk try', () => {
  let room: Newsroom;
  beforeEach(() => {
    room = newsroom({
      'copydesk.yml': 'extends: china-report\nchecks: {wrong-interpunct: warning}\n',
      'a.md': article('表演艺术家阿依古丽•买买提到河湾乡演出。'),
      '乡村/b.md': article('河湾乡的早晨，河湾乡的傍晚。'),
      'c.md': article(),
    });
  });
  afterEach(() => room.remove());

  const run = (...argv: string[]) => room.run(['try', ...argv]);

  it('shows what a term would find, in context, and writes nothing', async () => {
    const { code, out, err } = await run('--term', '河湾镇 not 河湾乡');
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, /^a\.md\n\+ 10:\d+ {2}warning {2}.*\n {4}.*河湾乡演出.*\n +\^{6}\n/m);
    assert.match(out, /^3 more, 0 fewer, in 2 of 3 articles\. Nothing was written\.$/m);
    assert.equal(room.read('copydesk.yml'), 'extends: china-report\nchecks: {wrong-interpunct: warning}\n');
    const chinese = await run('--term', '写 河湾镇 不写 河湾乡', '--locale', 'zh');
    assert.match(chinese.out, /^多 3 处，少 0 处；涉及 3 篇中的 2 篇。未写入任何文件。$/m);
    assert.match((await run('--term', 'not 河湾乡、傍晚')).out, /^4 more, 0 fewer/m);
  });

  it('tries a term beside those of the list that is there', async () => {
    room.write('terms.yml', 'terms:\n  - {use: 早上, not: 早晨}\n');
    assert.match((await run('--term', '河湾镇 not 河湾乡')).out, /^3 more, 0 fewer/m);
  });

  it('shows what a severity or any other setting would change', async () => {
    assert.match(
      (await run('--set', 'checks.wrong-interpunct=error')).out,
      /^~ .* warning → error [\s\S]*0 more, 0 fewer, 1 said or weighed otherwise, in 1 of 3/m,
    );
    assert.match((await run('--set', 'checks.wrong-interpunct=off')).out, /^- [\s\S]*0 more, 1 fewer, in 1 of 3/m);
    assert.match((await run('--set', 'fields.desk.type=text', '--set', 'fields.desk.required=draft')).out, /^3 more/m);
    assert.match(
      (await run('--set', 'checks.wrong-interpunct=warning')).out,
      /^Nothing would be found otherwise in 3 articles\.$/m,
    );
    room.write('copydesk.yml', 'extends: china-report\nchecks:\n  wrong-interpunct:\n    severity: warning\n');
    assert.match((await run('--set', 'checks.wrong-interpunct=error')).out, /1 said or weighed otherwise/);
  });

  it('tries another house file against the one in force, on what is named', async () => {
    room.write(
      'drafts/draft.yml',
      'extends: china-report\nchecks: {wrong-interpunct: off}\nterms: [{use: 河湾镇, not: 河湾乡}]\n',
    );
    assert.match((await run('--house', 'drafts/draft.yml')).out, /^3 more, 1 fewer, in 2 of 3/m);
    assert.match((await run('--house', 'drafts/draft.yml', '乡村')).out, /^2 more, 0 fewer, in 1 of 1/m);
    room.write('drafts/draft.yml', 'extends: china-report\nnmae: x\n');
    const { err, code } = await run('--house', 'drafts/draft.yml');
    assert.equal(code, 0);
    assert.match(err, /copydesk\.yml would have faults with it.*:\n {2}There is no setting `nmae` here/);
    assert.match(
      (await run('--set', 'checks.wrong-dash=eror')).err,
      /:\n {2}`severity` cannot be `eror`: did you mean/,
    );
    assert.match(
      (await run('--set', 'checks.wrong-dsh=off', '--locale', 'zh')).err,
      /只试了能读懂的部分：\n {2}.*wrong-dsh.*wrong-dash/,
    );
  });

  it('prints JSON for programs', async () => {
    const { out } = await run('--term', '河湾镇 not 河湾乡', '--format', 'json');
    const { articles, files } = JSON.parse(out);
    assert.equal(articles, 3);
    assert.deepEqual(
      files.map(({ path, changes }: { path: string; changes: readonly object[] }) => [path, changes.length]),
      [
        ['a.md', 1],
        ['乡村/b.md', 2],
      ],
    );
    const [{ kind, check, line, marked }] = files[0].changes;
    assert.deepEqual([kind, check, line, marked], ['comes', 'house-term', 10, '河湾乡']);
  });

  it('says what is missing or cannot be read', async () => {
    const refused = async (pattern: RegExp, ...argv: string[]) => {
      const { code, out, err } = await run(...argv);
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, pattern);
    };
    await refused(/Say what to try/);
    await refused(/is no term/, '--term', '河湾镇');
    await refused(/is no term/, '--term', 'a not b not c');
    await refused(/is no setting/, '--set', 'checks.wrong-interpunct');
    await refused(/is no setting/, '--set', '=off');
    await refused(/There is no file or folder `none`/, '--term', 'not 河', 'none');
    await refused(/There is no file or folder/, '--house', 'none.yml');
    await refused(/cannot be put into copydesk\.yml/, '--set', 'extends.of.it=x');
  });

  for (const [file, locale] of [
    ['README.md', 'en'],
    ['README.zh-CN.md', 'zh'],
  ] as const)
    it(`does what ${file} shows`, async () => {
      const [, term = '', shown = ''] =
        /^\$ copydesk try --term '([^']+)'\n([\s\S]*?)^```$/m.exec(readFileSync(file, 'utf8')) ?? [];
      assert.notEqual(shown, '');
      const told = newsroom({
        'copydesk.yml': 'extends: chinese\n',
        '乡村/水渠.md': '---\ntitle: 通水\n---\n\n6月18日，河湾乡的水渠通了水。\n',
      });
      try {
        assert.equal((await told.run(['try', '--term', term, '--locale', locale])).out, shown);
      } finally {
        told.remove();
      }
    });

  it('tries where there is no house file yet', async () => {
    const bare = newsroom({ 'a.md': '---\ntitle: 河湾\n---\n\n河湾乡的早晨。\n' });
    try {
      const { out, err } = await bare.run(['try', '--term', '河湾镇 not 河湾乡']);
      assert.match(out, /1 more/, err);
    } finally {
      bare.remove();
    }
  });
});
