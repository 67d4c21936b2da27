import assert from 'node:assert/strict';
import { folder, type Session, startSession } from './session.ts';

const article = '---\ntitle: 题\ncolumn: 乡村\n---\n\n中国报道讯（苏禾报道）正文。\n';
const page = '<link rel="stylesheet" href="a_files/s.css"><h1>旧题</h1><div class="b">旧文</div><p>页脚</p>';

describe('language server: the newsroom’s own page', () => {
  let session: Session;

  beforeEach(async () => {
    session = await startSession({
      files: {
        'copydesk.yml': 'page:\n  html: 网页/a.html\n  slots: {title: h1, body: .b}\n',
        '网页/a.html': page,
        '网页/a_files/s.css': 'p{color:red}',
      },
    });
  });
  afterEach(() => session.stop());

  const draw = async (uri: string, base: number) => {
    const answer = await session.desk('copydesk/pageChange', {
      uri,
      preview: 'p',
      base,
      images: { root: folder, base: 'https://at' },
      trusted: true,
      remote: false,
      findings: false,
      cards: false,
    });
    assert.ok(answer && !answer.same, 'the page changed');
    return answer;
  };

  it('is read anew when it or a stylesheet of it changes, and nothing else is', async () => {
    const uri = session.open('乡村/a.md', article);
    await session.diagnostics(uri);
    const first = await draw(uri, 0);
    assert.match(first.around?.after ?? '', /页脚/);
    assert.deepEqual(first.own?.styles, [{ css: 'p{color:red}' }]);
    for (const [path, text, seen] of [
      ['网页/a.html', page.replace('页脚', '新页脚'), /新页脚/],
      ['网页/a_files/s.css', 'p{color:blue}', /blue/],
    ] as const) {
      const place = [...session.files.keys()].find((file) => decodeURIComponent(file).endsWith(path)) ?? '';
      session.files.set(place, text);
      session.watched(place, 2);
      const again = await draw(uri, first.number);
      assert.match(JSON.stringify([again.around, again.own]), seen);
    }
  });

  it('is found wanting in copydesk.yml while a file of it is not there', async () => {
    const house = session.open('copydesk.yml', session.files.get(`${folder}/copydesk.yml`) ?? '', 'yaml');
    await session.diagnostics(house, (all) => all.length === 0);
    const place = [...session.files.keys()].find((file) => file.endsWith('s.css')) ?? '';
    const text = session.files.get(place) ?? '';
    session.files.delete(place);
    session.watched(place, 3);
    const [found] = await session.diagnostics(house, (all) => all.length === 1);
    assert.match(String(found?.message), /a_files\/s\.css/);
    assert.equal(found?.range.start.line, 1);
    session.files.set(place, text);
    session.watched(place, 1);
    await session.diagnostics(house, (all) => all.length === 0);
  });
});
