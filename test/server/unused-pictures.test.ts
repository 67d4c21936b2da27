import assert from 'node:assert/strict';
import { folder, type Session, startSession } from './session.ts';

const article = (body: string): string => `---\ntitle: 河湾镇的水渠\npublished: 2026-05-02\n---\n\n${body}\n`;

describe('language server: pictures that nothing names', () => {
  let session: Session;
  const uri = (path: string): string => `${folder}/${path}`;
  const pictures = ['图/渠a.jpg', '图/渠b.jpg', '图/渠c.jpg', '图/渠d.jpg'];
  const said = (): readonly string[] =>
    pictures.filter((path) => session.shown.get(uri(path))?.diagnostics.some(({ code }) => code === 'unused-picture'));

  before(async () => {
    session = await startSession({
      files: {
        'copydesk.yml': 'checks: {unused-picture: info}\n',
        'a.md': article('![渠](图/渠a.jpg)'),
        'b.md': article('渠水又到了。'),
        ...Object.fromEntries(pictures.map((path) => [path, ''])),
      },
    });
  });
  after(() => session.stop());

  it('are told by Check the Newsroom at the pictures themselves, and counted', async () => {
    const { counts, files } = await session.desk('copydesk/checkNewsroom', {});
    assert.deepEqual(said(), ['图/渠b.jpg', '图/渠c.jpg', '图/渠d.jpg']);
    assert.equal(files, 2);
    assert.ok(counts.info >= 3);
    const [first] = session.shown.get(uri('图/渠b.jpg'))?.diagnostics ?? [];
    assert.deepEqual(first?.range, { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } });
  });

  it('are told no longer once an article shows them, is changed on the disk, or they are deleted', async () => {
    session.open('b.md', article('![渠](图/渠b.jpg)'));
    await session.diagnostics(uri('图/渠b.jpg'), (all) => all.length === 0);
    assert.deepEqual(said(), ['图/渠c.jpg', '图/渠d.jpg']);
    session.files.set(uri('a.md'), article('![渠](%E5%9B%BE/%E6%B8%A0c.jpg)'));
    session.watched(uri('a.md'), 2);
    await session.diagnostics(uri('图/渠c.jpg'), (all) => all.length === 0);
    session.files.delete(uri('图/渠d.jpg'));
    session.watched(uri('图/渠d.jpg'), 3);
    await session.diagnostics(uri('图/渠d.jpg'), (all) => all.length === 0);
    assert.deepEqual(said(), []);
  });

  it('are told anew by the next check, of its folder alone', async () => {
    session.files.set(uri('图/渠e.jpg'), '');
    session.watched(uri('图/渠e.jpg'), 1);
    await session.desk('copydesk/checkNewsroom', { uri: uri('图') });
    const shown = (path: string): number => session.shown.get(uri(path))?.diagnostics.length ?? 0;
    assert.deepEqual([shown('图/渠e.jpg'), shown('图/渠a.jpg'), shown('图/渠c.jpg')], [1, 1, 0]);
  });
});
