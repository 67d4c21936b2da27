import assert from 'node:assert/strict';
import { article } from '../cli/newsroom.ts';
import { bothFaces, type Newsroom, newsroom } from './faces.ts';

const pictures = (...paths: readonly string[]) =>
  article(`晚橙开园了。\n\n${paths.map((path) => `![晚橙](${path})\n`).join('\n')}`);

/** Which pictures are missing, by both faces, who must agree. */
async function missing(room: Newsroom, path: string, folder = ''): Promise<number> {
  const { server, cli } = await bothFaces(room, folder, path);
  assert.deepEqual(server, cli);
  return cli.filter((check) => check === 'missing-image').length;
}

describe('pictures from the root of a site', () => {
  let room: Newsroom;
  afterEach(() => room.remove());

  it('are looked for in the folders that the house says the site serves', async () => {
    room = newsroom({
      'copydesk.yml': 'static: [static, site/public]\n',
      'static/images/a.jpg': 'x',
      'site/public/b.jpg': 'x',
      'c.jpg': 'x',
      'posts/one.md': pictures('/images/a.jpg', '/b.jpg', '/c.jpg', '/images/a.jpg?v=2', '/images/%61.jpg'),
      'posts/two.md': pictures('/images/b.jpg', '/static/../../secret.jpg', '/../copydesk.yml'),
    });
    assert.equal(await missing(room, 'posts/one.md'), 0);
    assert.equal(await missing(room, 'posts/two.md'), 3);
  });

  it('may lie anywhere where no house says so', async () => {
    for (const house of ['name: 晚橙园\n', 'extends: china-report\n']) {
      room = newsroom({ 'copydesk.yml': house, 'posts/one.md': pictures('/images/a.jpg', 'b.jpg') });
      assert.equal(await missing(room, 'posts/one.md'), 1, house);
      room.remove();
    }
  });

  it('are looked for where the house says so that states it', async () => {
    room = newsroom({
      'copydesk.yml': 'static: [public]\n',
      'public/a.jpg': 'x',
      'en/copydesk.yml': 'extends: ../copydesk.yml\n',
      'en/public/b.jpg': 'x',
      'en/one.md': pictures('/a.jpg'),
      'en/two.md': pictures('/b.jpg'),
    });
    assert.equal(await missing(room, 'en/one.md'), 0);
    assert.equal(await missing(room, 'en/two.md'), 1);
  });
});

describe('the language of an article', () => {
  let room: Newsroom;
  afterEach(() => room.remove());

  it('is read from its name by every face', async () => {
    room = newsroom({
      'copydesk.yml': 'languages: [zh, en]\nchecks: {title-punctuation: warning}\n',
      'a.md': '---\ntitle: 晚橙开园了。\n---\n\n晚橙开园了。\n',
      'a.en.md': '---\ntitle: 晚橙开园了。\n---\n\n晚橙开园了。\n',
      'en/b.md': '---\ntitle: 晚橙开园了。\n---\n\n晚橙开园了。\n',
    });
    for (const [path, expected] of Object.entries({ 'a.md': ['title-punctuation'], 'a.en.md': [], 'en/b.md': [] })) {
      const { server, cli } = await bothFaces(room, '', path);
      assert.deepEqual({ path, server, cli }, { path, server: expected, cli: expected });
    }
  });
});
