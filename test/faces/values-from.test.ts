import assert from 'node:assert/strict';
import { bothFaces, type Newsroom, newsroom } from './faces.ts';

const post = (author: string) =>
  `---\ntitle: 晚橙开园\nauthor: ${author}\n---\n\n海州日报讯（记者陆晓晴）晚橙开园了。\n`;

const house = (from: string) =>
  `byline:\n  forms: ['海州日报讯（记者{reporters}）']\nfields:\n  author: {values-from: ${from}}\n`;

describe('authors who are written as ids', () => {
  let room: Newsroom;
  afterEach(() => room.remove());

  const sources: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    '_data/authors.yml': { '_data/authors.yml': 'lxq:\n  name: 陆晓晴\n  url: /about\ngaoyuan: 高远\n' },
    'data/authors.json': { 'data/authors.json': '{"lxq": {"title": "陆晓晴"}, "gaoyuan": {"name": "高远"}}\n' },
    _authors: {
      '_authors/lxq.md': '---\nname: 陆晓晴\n---\n\n记者。\n',
      '_authors/gaoyuan/index.md': '---\ntitle: 高远\n---\n\n记者。\n',
    },
  };

  for (const [from, files] of Object.entries(sources)) {
    it(`are checked by ${from}, stand for who they are, and are shown by name`, async () => {
      room = newsroom({
        'copydesk.yml': house(from),
        ...files,
        'right.md': post('lxq'),
        'other.md': post('[gaoyuan]'),
        'nobody.md': post('lxp'),
      });
      for (const [path, expected] of Object.entries({
        'right.md': [],
        'other.md': ['byline-mismatch'],
        'nobody.md': ['bad-value', 'byline-mismatch'],
      })) {
        const { server, cli } = await bothFaces(room, '', path);
        assert.deepEqual(
          { path, server: [...server].sort(), cli: [...cli].sort() },
          { path, server: expected, cli: expected },
        );
      }
      const page = await room.run(['render', 'right.md', '--format', 'jsonld']);
      assert.match(page.out, /"name": ?"陆晓晴"/);
      assert.doesNotMatch(page.out, /lxq/);
    });
  }

  it('are anybody where there is no such file', async () => {
    room = newsroom({ 'copydesk.yml': house('_data/authors.yml'), 'a.md': post('lxp') });
    const { server, cli } = await bothFaces(room, '', 'a.md');
    assert.deepEqual([server, cli], [['byline-mismatch'], ['byline-mismatch']]);
  });
});
