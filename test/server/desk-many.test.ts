import assert from 'node:assert/strict';
import type { DeskRow } from '../../src/desk/row.ts';
import { folder, rangeOf, type Session, startSession } from './session.ts';

const count = 5000;

const article = (title: string): string =>
  `---\ntitle: ${title}\ncolumn: 乡村\npublished: 2026-05-04 09:30:00\nreporters: [苏禾]\nstage: ready\n---\n\n清泉镇的柿子红了。\n`;

describe('language server: the desk of five thousand articles', () => {
  let session: Session;
  const rows = new Map<string, DeskRow>();

  before(async () => {
    const files: Record<string, string> = { 'copydesk.yml': 'extends: china-report\n' };
    for (let number = 0; number < count; number++)
      files[`栏目${number % 20}/稿件${number}.md`] = article(`第${number}篇稿件`);
    session = await startSession({
      files,
      desk(news) {
        for (const row of news.rows) rows.set(row.uri, row);
      },
    });
  });
  after(() => session.stop());

  it('has its rows before its findings; what somebody writes or adds goes before the rest', async function () {
    // What is waited for is the order of things: a busy machine may take its time.
    this.timeout(180_000);
    const { rows: first } = await session.desk('copydesk/desk', { watch: true });
    assert.equal(first.length, count);
    assert.ok(first.filter(({ checked }) => checked !== undefined).length < count / 2);
    const uri = session.open('栏目1/稿件1.md', session.files.get(`${folder}/栏目1/稿件1.md`) ?? '');
    session.change(uri, rangeOf(session.text(uri), '清泉'), '清泉•河口');
    await session.diagnostics(uri, (all) => all.some(({ code }) => code === 'wrong-interpunct'));
    const added = `${folder}/栏目0/新.md`;
    session.files.set(added, article('新稿').replace(/published: .*\n/, ''));
    session.watched(added, 1);
    while (rows.get(added)?.checked === undefined || (rows.get(uri)?.checked?.errors ?? 0) === 0)
      await new Promise((resolve) => setTimeout(resolve, 20));
    assert.ok(rows.size < count, 'the rest is still under way');
  });
});
