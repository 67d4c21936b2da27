import assert from 'node:assert/strict';
import { CancellationTokenSource, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import type { RuleTrial } from '../../src/server/protocol.ts';
import { folder, rangeOf, type Session, type SessionOptions, startSession } from './session.ts';

const front = '---\ntitle: 柿子红了\n---\n\n';
const house = 'extends: chinese\nchecks:\n  wrong-interpunct: warning\n';
const terms = 'terms:\n  - {use: 河湾镇, not: 河湾乡}\n  - {use: 海州, not: 海洲}\n';
const files = {
  'copydesk.yml': house,
  'terms.yml': terms,
  '乡村/a.md': `${front}河湾乡的柿子红了，清泉•河口。\n`,
  '乡村/b.md': `${front}河湾镇和海洲。\n`,
  'c.md': `${front}没有什么。\n`,
};

describe('language server: a rule tried on the archive', () => {
  let session: Session;
  async function start(options: SessionOptions = {}): Promise<void> {
    session = await startSession({ files, ...options });
  }
  afterEach(() => session.stop());

  const at = (text: string, mark: string): number => text.indexOf(mark) + mark.length;
  /** How much comes, goes and changes, and where. */
  const told = ({ comes, goes, changes, articles, files: found }: RuleTrial) => [
    [comes, goes, changes, articles],
    found.flatMap(({ path, places }) =>
      places.map(({ kind, before, marked, after }) => `${path} ${kind} ${before}[${marked}]${after}`),
    ),
  ];

  it('says what is typed against what is saved, articles that are typed in included', async () => {
    await start();
    const uri = session.open('terms.yml', terms, 'yaml');
    session.change(uri, rangeOf(session.text(uri), '河湾乡'), '河湾公社');
    const article = session.open('c.md', `${front}没有什么。\n`);
    session.change(article, rangeOf(session.text(article), '没有什么'), '河湾公社没有什么');
    const trial = await session.desk('copydesk/tryRule', { uri, offset: 0 });
    assert.deepEqual([trial.against, trial.rule, trial.faulty, trial.cancelled], ['saved', 'terms.yml', false, false]);
    assert.deepEqual(told(trial), [
      [1, 1, 0, 3],
      ['c.md comes [河湾公社]没有什么。', '乡村/a.md goes [河湾乡]的柿子红了，清泉•河口。'],
    ]);
    const [found] = trial.files.flatMap(({ places }) => places);
    assert.deepEqual(found?.range, { start: { line: 4, character: 0 }, end: { line: 4, character: 4 } });
  });

  it('says what the rule at the cursor finds where nothing is unsaved', async () => {
    await start();
    const uri = session.open('terms.yml', terms, 'yaml');
    const trial = await session.desk('copydesk/tryRule', { uri, offset: at(terms, '海洲') });
    assert.deepEqual([trial.against, trial.rule], ['without', '{use: 海州, not: 海洲}']);
    assert.deepEqual(told(trial), [[1, 0, 0, 3], ['乡村/b.md comes 河湾镇和[海洲]。']]);
    const inHouse = session.open('copydesk.yml', house, 'yaml');
    session.change(inHouse, rangeOf(house, 'warning'), 'error');
    const graver = await session.desk('copydesk/tryRule', { uri: inHouse, offset: 0 });
    assert.deepEqual(told(graver), [[0, 0, 1, 3], ['乡村/a.md changes 河湾乡的柿子红了，清泉[•]河口。']]);
    const [place] = graver.files.flatMap(({ places }) => places);
    assert.deepEqual([place?.was, place?.severity], ['warning', 'error']);
  });

  it('speaks the language of the user', async () => {
    await start({ locale: 'zh-cn' });
    const uri = session.open('terms.yml', terms, 'yaml');
    const { files: found } = await session.desk('copydesk/tryRule', { uri, offset: at(terms, '海洲') });
    assert.match(found[0]?.places[0]?.message ?? '', /海州/);
    assert.match(found[0]?.places[0]?.title ?? '', /[\u4e00-\u9fff]/);
  });

  it('says that there is nothing to try, and that what is typed has faults', async () => {
    await start();
    const article = session.open('乡村/a.md', files['乡村/a.md']);
    assert.equal((await session.desk('copydesk/tryRule', { uri: article, offset: 3 })).against, 'nothing');
    const uri = session.open('copydesk.yml', house, 'yaml');
    session.change(uri, rangeOf(house, 'wrong-interpunct: warning'), 'wrong-interpunct: off\nnmae: 河湾报');
    const trial = await session.desk('copydesk/tryRule', { uri, offset: 0 });
    assert.equal(trial.faulty, true);
    assert.deepEqual(told(trial)[0], [0, 1, 0, 3]);
  });

  it('lists no more than anybody reads, and counts the others', async () => {
    await start({ files: { ...files, 'c.md': `${front}${'河湾乡和河湾乡。\n\n'.repeat(400)}` } });
    const uri = session.open('terms.yml', terms, 'yaml');
    const trial = await session.desk('copydesk/tryRule', { uri, offset: at(terms, '河湾乡') });
    assert.equal(trial.comes, 801);
    assert.equal(trial.files.flatMap(({ places }) => places).length, 500);
    assert.equal(trial.unlisted, 301);
  });

  it('stops when it is told to, and says how far it came', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 200 }, (_, index) => [`many/${index}.md`, `${front}河湾乡。\n`]),
    );
    const source = new CancellationTokenSource();
    let read = 0;
    await start({
      files: { ...files, ...many },
      hold(uri) {
        if (uri.includes('many') && ++read === 40) source.cancel();
        return undefined;
      },
    });
    session.open('terms.yml', terms, 'yaml');
    const uri = `${folder}/terms.yml`;
    const error = await session.request('copydesk/tryRule', { uri, offset: at(terms, '河湾乡') }, source.token).then(
      () => undefined,
      (reason: unknown) => (reason instanceof ResponseError ? reason : undefined),
    );
    assert.ok(error);
    assert.equal(error.code, LSPErrorCodes.RequestCancelled);
    const { articles, cancelled }: RuleTrial = error.data;
    assert.ok(cancelled && articles > 0 && articles < 200, `${articles} articles`);
  });
});
