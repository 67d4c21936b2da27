import assert from 'node:assert/strict';
import { article, type Newsroom, newsroom } from './newsroom.ts';

const faulty = article('表演艺术家阿依古丽•买买提演唱了民歌,全场起立。');
const house = 'extends: china-report\nchecks:\n  wrong-interpunct: error\n  half-width-punctuation: warning\n';

interface Line {
  readonly path: string;
  readonly check: string;
  readonly severity: string;
}

describe('which findings `check` and `fix` are about', () => {
  let room: Newsroom;
  before(() => {
    room = newsroom({
      'copydesk.yml': house,
      'a.md': faulty,
      'draft.md': faulty.replace('column:', 'stage: draft\ncolumn:'),
      'out.md': faulty.replace('column:', 'stage: published\ncolumn:').replaceAll('沈若舟', '周砚'),
    });
  });
  after(() => room.remove());

  const found = async (...more: string[]): Promise<readonly Line[]> =>
    (await room.run(['check', '--format', 'ndjson', ...more])).out
      .split('\n')
      .flatMap((line): Line[] => (line === '' ? [] : [JSON.parse(line)]));
  const checksIn = (lines: readonly Line[]) => [...new Set(lines.map(({ check }) => check))].sort();
  const filesIn = (lines: readonly Line[]) => [...new Set(lines.map(({ path }) => path))];

  it('takes one check, several, and all but some', async () => {
    assert.deepEqual(checksIn(await found('--only', 'wrong-interpunct')), ['wrong-interpunct']);
    const both = ['half-width-punctuation', 'wrong-interpunct'];
    for (const list of ['wrong-interpunct,half-width-punctuation', 'wrong-interpunct， half-width-punctuation'])
      assert.deepEqual(checksIn(await found('--only', list)), both);
    assert.deepEqual(checksIn(await found('--only', both[0] ?? '', '--check', both[1] ?? '')), both);
    const rest = checksIn(await found('--except', both.join(',')));
    assert.ok(rest.every((check) => !both.includes(check)));
    assert.deepEqual(checksIn(await found('--only', both.join(','), '--except', both[0] ?? '')), [both[1]]);
  });

  it('shows and counts nothing below a severity', async () => {
    const only = ['--only', 'wrong-interpunct,half-width-punctuation'];
    assert.deepEqual(
      [...new Set((await found(...only, '--severity', 'error')).map(({ severity }) => severity))],
      ['error'],
    );
    const { out } = await room.run(['check', '--severity', 'error', '--format', 'json', ...only]);
    const { summary } = JSON.parse(out);
    assert.deepEqual([summary.error, summary.warning], [3, 0]);
    const quiet = ['check', '--only', 'half-width-punctuation'];
    assert.equal((await room.run([...quiet])).code, 1);
    assert.equal((await room.run([...quiet, '--severity', 'error'])).code, 0);
  });

  it('lets a number of warnings pass, and no error', async () => {
    const run = (...more: string[]) => room.run(['check', ...more]);
    const warnings = ['--only', 'half-width-punctuation'];
    assert.equal((await run(...warnings, '--max-warnings', '3')).code, 0);
    const more = await run(...warnings, '--max-warnings', '2');
    assert.equal(more.code, 1);
    assert.match(more.err, /3 warnings, more than the 2/);
    assert.equal((await run('--only', 'wrong-interpunct', '--max-warnings', '9')).code, 1);
    assert.equal((await run(...warnings, '--max-warnings', '9', '--threshold', 'info')).code, 0);
  });

  it('takes the articles of a stage and of a person', async () => {
    assert.deepEqual(filesIn(await found('--stage', 'published')), ['out.md']);
    assert.deepEqual(filesIn(await found('--stage', 'draft')), ['a.md', 'draft.md']);
    assert.deepEqual(filesIn(await found('--by', '周砚')), ['out.md']);
    assert.deepEqual(filesIn(await found('--by', '沈若舟,周砚', '--stage', 'published')), ['out.md']);
    const none = await room.run(['check', '--by', '沈若州']);
    assert.equal(none.code, 2);
    assert.match(none.err, /names `沈若州`\. Did you mean `沈若舟`/);
  });

  it('takes stages in the words in which a house shows them', async () => {
    const shown = newsroom({
      'copydesk.yml': `extends: china-report
checks: {wrong-interpunct: error}
fields:
  stage:
    values:
      - {value: draft, label: 草稿}
      - {value: 二审中}
      - {value: 三审毕, label: 待发, aliases: [ready, 可发]}
      - {value: published, label: 已发, aliases: [OUT]}
`,
      'draft.md': faulty.replace('column:', 'stage: 草稿\ncolumn:'),
      'second.md': faulty.replace('column:', 'stage: 二审中\ncolumn:'),
      'third.md': faulty.replace('column:', 'stage: 可发\ncolumn:'),
      'out.md': faulty.replace('column:', 'stage: published\ncolumn:'),
      'english/copydesk.yml':
        'extends: ../copydesk.yml\nfields:\n  stage: {values: [{value: draft}, {value: published, label: Aired}]}\n',
      'english/aired.md': faulty.replace('column:', 'stage: published\ncolumn:'),
    });
    try {
      const at = async (...words: string[]) => {
        const only = ['--only', 'wrong-interpunct', '--stage', words.join(',')];
        const { out } = await shown.run(['check', '--format', 'ndjson', ...only]);
        return filesIn(out.split('\n').flatMap((line): Line[] => (line === '' ? [] : [JSON.parse(line)])));
      };
      assert.deepEqual(await at('已发'), ['english/aired.md', 'out.md']);
      assert.deepEqual(await at('out'), ['out.md']);
      assert.deepEqual(await at('待发'), ['third.md']);
      assert.deepEqual(await at('三审毕'), ['third.md']);
      assert.deepEqual(await at('二审中'), ['second.md']);
      assert.deepEqual(await at('ａｉｒｅｄ'), ['english/aired.md']);
      assert.deepEqual(await at('草稿', 'Ready'), ['draft.md', 'second.md', 'third.md']);
      for (const command of ['check', 'fix']) {
        const none = await shown.run([command, '--stage', '己发', '--locale', 'zh']);
        assert.equal(none.code, 2);
        assert.match(none.err, /“己发”，可选：草稿、二审中、待发、已发、draft、ready、published、Aired。/);
      }
    } finally {
      shown.remove();
    }
  });

  it('mends only what was chosen', async () => {
    const diff = async (...more: string[]) => (await room.run(['fix', '--dry-run', ...more])).out;
    assert.doesNotMatch(await diff('--by', '周砚'), /draft\.md/);
    assert.match(await diff('--by', '周砚'), /out\.md/);
    assert.doesNotMatch(await diff('--except', 'wrong-interpunct'), /^\+.*·/m);
    assert.match(await diff('--only', 'wrong-interpunct'), /^\+.*·.*,/m);
  });
});
