import assert from 'node:assert/strict';
import { article, type Newsroom, newsroom } from './newsroom.ts';

/** No picture that anybody could read as a text. */
const pixels = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x80, 0xfe);

/** Pictures, a text that may name them, and those that nobody names. */
interface Case {
  readonly about: string;
  readonly pictures: readonly string[];
  readonly texts: Readonly<Record<string, string>>;
  readonly unused?: readonly string[];
}

const cases: readonly Case[] = [
  {
    about: 'paths from the article, from the site’s root, encoded and escaped',
    pictures: ['图/a.jpg', '图/b.jpg', '图/水 渠.jpg', '图/c_d.jpg', '图/e.JPG', '图/没人用.jpg'],
    texts: {
      '乡村/1.md': article(
        '![](../图/a.jpg) ![](/图/b.jpg "题") ![](../%E5%9B%BE/%E6%B0%B4%20%E6%B8%A0.jpg) ![](../图/c\\_d.jpg) ![](<../图/e.jpg>)',
      ),
    },
    unused: ['图/没人用.jpg'],
  },
  {
    about: 'references by name, wiki links, HTML and srcset',
    pictures: ['a.png', 'b.png', 'c-1.png', 'c-2.png', 'd.webp', 'e.svg', 'my photo.jpg', 'photo.jpg', 'rest.gif'],
    texts: {
      '1.md': `${article('![甲][a] ![[my photo.jpg]]')}\n<img src=b.png srcset="c-1.png 1x,c-2.png 2x">\n<picture><source srcset='d.webp'></picture>\n<video poster="e.svg"></video>\n\n[a]: a.png\n`,
    },
    unused: ['photo.jpg', 'rest.gif'],
  },
  {
    about: 'front matter of any kind: values, lists, names without an ending',
    pictures: ['img/a.jpg', 'img/b.jpg', 'img/c.jpg', 'img/d.jpg', 'img/e.jpg', 'img/rest.jpg'],
    texts: {
      '1.md': '---\ntitle: 渠\ncover: /img/a.jpg\ngallery: [b.jpg, "c"]\nparts:\n  - image: img/d\n---\n\n正文。\n',
      '2.md': '+++\ntitle = "渠"\nimage = "e.jpg"\n+++\n\n正文。\n',
    },
    unused: ['img/rest.jpg'],
  },
  {
    about: 'shortcodes and templates, with and without an ending',
    pictures: ['s/a.jpg', 's/b.jpg', 's/c.jpg', 's/d.jpg', 'album/1.jpg', 'album/2.jpg', 's/rest.jpg'],
    texts: {
      '1.md': article('{{< figure src="s/a.jpg" >}} {% picture b %} {{< photo "c" >}} {{< pictures dir="album" >}}'),
      'layouts/x.html': '<img src="{{ "s/d.jpg" | relURL }}">',
    },
    unused: ['s/rest.jpg'],
  },
  {
    about: 'stylesheets, data, programs, the house file',
    pictures: ['x/a.png', 'x/b.png', 'x/c.png', 'x/d.png', 'x/e.png', 'x/f.png', 'x/rest.png'],
    texts: {
      'site.css': '.a { background: url(x/a.png) }',
      'data/staff.json': '{"photo": "x\\/b.png", "id": "c"}',
      'site.mjs': 'import d from "./x/d.png"; const e = `/${folder}/e.png`;',
      'docs/.vitepress/config.ts': 'export default { logo: "/x/f.png" };',
    },
    unused: ['x/rest.png'],
  },
  {
    about: 'addresses of the site, whatever stands before them',
    pictures: ['static/img/a.jpg', 'static/img/b.jpg', 'static/img/rest.jpg'],
    texts: { '1.md': article('![](https://haizhou.example/blog/img/a.jpg?w=800) ![]({{ site.baseurl }}/img/b.jpg#x)') },
    unused: ['static/img/rest.jpg'],
  },
  {
    about: 'other sizes and formats of a picture that is named, and what it was made of',
    pictures: ['a.jpg', 'a-800x600.jpg', 'a@2x.jpg', 'a.webp', 'b.jpg', 'c.png', 'd-2.jpg', 'd.jpg'],
    texts: { '1.md': article('![](a.jpg) ![](b-480w.webp) ![](c.avif) ![](d.jpg)') },
    unused: ['d-2.jpg'],
  },
  {
    about: 'what lies beside an article and is called as it, or as themes have it; what sites look for',
    pictures: ['渠/cover.jpg', '渠/1.jpg', '渠/渠.png', '2026-05-02-canal.jpg', 'favicon.svg', 'cover.jpg'],
    texts: { '渠/index.md': article(), '2026-05-02-canal.md': article(undefined, '渠') },
    unused: ['cover.jpg', '渠/1.jpg'],
  },
  {
    about: 'the picture of an article’s own folder, of two with one name',
    pictures: ['甲/1.jpg', '乙/1.jpg', '丙/1.jpg'],
    texts: { '甲/a.md': article('![](1.jpg)'), 'x.md': article('![](乙/1.jpg)', '渠') },
    unused: ['丙/1.jpg'],
  },
  {
    about: 'folders of which names are made',
    pictures: ['maps/a.png', 'icons/b.svg', 'rest/c.png'],
    texts: { 'a.html': '<img src="/maps/{{ page.map }}.png">', 'b.js': 'const path = "icons/" + name;' },
    unused: ['rest/c.png'],
  },
  {
    about: 'what is no part of a longer name',
    pictures: ['old.jpg', 'threshold.jpg', 'x/very-old.jpg'],
    texts: { '1.md': article('![](threshold.jpg) ![](x/very-old.jpg)', 'The old canal') },
    unused: ['old.jpg'],
  },
  {
    about: 'a drawing that names itself',
    pictures: [],
    texts: {
      'a.svg': '<svg docname="a.svg"/>',
      'b.svg': '<svg><image href="c.png"/></svg>',
      '1.md': article('![](b.svg)'),
    },
    unused: ['a.svg'],
  },
  {
    about: 'nothing of what git and the house leave out, and of others’ themes',
    pictures: ['_site/a.jpg', 'drafts/b.jpg', 'themes/t/c.jpg', '.cache/d.jpg'],
    texts: { '.gitignore': '_site/\n', '1.md': article() },
  },
];

describe('copydesk check, pictures that nothing names', () => {
  const house = 'extends: china-report\nignore: [drafts/]\nchecks: {unused-picture: info}\n';
  const rooms: Newsroom[] = [];
  const room = (files: Readonly<Record<string, string | Uint8Array>>): Newsroom => {
    const made = newsroom(files);
    rooms.push(made);
    return made;
  };
  const roomOf = ({ pictures, texts }: Pick<Case, 'pictures' | 'texts'>, settings = house): Newsroom =>
    room({ 'copydesk.yml': settings, ...Object.fromEntries(pictures.map((path) => [path, pixels])), ...texts });
  after(() => {
    for (const one of rooms) one.remove();
  });

  const found = async (one: Newsroom, ...argv: readonly string[]): Promise<readonly string[]> => {
    const { out } = await one.run(['check', '--format', 'ndjson', ...argv]);
    const lines = out.split('\n').filter((line) => line !== '');
    return lines.flatMap((line) => {
      const { path, check } = JSON.parse(line);
      return check === 'unused-picture' ? [path] : [];
    });
  };

  for (const one of cases) {
    it(`knows ${one.about}`, async () => {
      assert.deepEqual(await found(roomOf(one)), one.unused ?? []);
    });
  }

  const simple: Case = {
    about: '',
    pictures: ['图/甲.jpg', '图/乙.jpg', '乡村/丙.jpg'],
    texts: { '乡村/a.md': article('![](../图/甲.jpg)'), 'b.md': article(undefined, '又一批番茄') },
  };

  it('says it at the beginning of the picture, as gravely as the house wants, and fails no run by it', async () => {
    const one = roomOf(simple);
    const { out, code } = await one.run(['check', '--format', 'json', '--only', 'unused-picture']);
    const { files, summary } = JSON.parse(out);
    assert.equal(code, 0);
    assert.equal(summary.info, 2);
    assert.equal(summary.files, 2);
    const [first] = files.filter(({ findings }: { readonly findings: readonly unknown[] }) => findings.length > 0);
    assert.deepEqual(first.findings[0].range, {
      start: { line: 1, column: 1, offset: 0 },
      end: { line: 1, column: 1, offset: 0 },
    });
    assert.match(first.findings[0].message, /^Nothing in the newsroom names this picture/);
    const { out: pretty } = await one.run(['check', '--locale', 'zh', '--only', 'unused-picture']);
    assert.match(pretty, /图\/乙\.jpg[\s\S]*没有稿件、页面或模板用到这张图片/);
    const strict = roomOf(simple, house.replace('info', 'warning'));
    assert.equal((await strict.run(['check', '--only', 'unused-picture'])).code, 1);
  });

  it('says nothing unless asked, and for a run over articles alone', async () => {
    assert.deepEqual(await found(roomOf(simple, 'extends: china-report\n')), []);
    const one = roomOf(simple);
    assert.deepEqual(await found(one, '乡村/a.md', 'b.md'), []);
    assert.deepEqual(await found(one, '--except', 'unused-picture'), []);
    assert.deepEqual(await found(one, '--only', 'wrong-dash'), []);
    assert.deepEqual(await found(one, '--by', '沈若舟'), []);
  });

  it('of a folder tells its own pictures, whoever in the newsroom names them', async () => {
    const one = roomOf(simple);
    assert.deepEqual(await found(one, '图'), ['图/乙.jpg']);
    assert.deepEqual(await found(one, '乡村'), ['乡村/丙.jpg']);
    assert.deepEqual(await found(one, '图', '.'), ['乡村/丙.jpg', '图/乙.jpg']);
  });

  it('goes by the house of the picture’s folder', async () => {
    const one = roomOf({ ...simple, texts: { ...simple.texts, '图/copydesk.yml': 'extends: china-report\n' } });
    assert.deepEqual(await found(one), ['乡村/丙.jpg']);
    const below = roomOf(
      { ...simple, texts: { ...simple.texts, '图/copydesk.yml': house } },
      'extends: china-report\n',
    );
    assert.deepEqual(await found(below), ['图/乙.jpg']);
  });

  it('says nothing while an article or a page cannot be read, and minds no film', async () => {
    const one = roomOf(simple);
    one.write('c.md', Uint8Array.of(0x2d, 0x2d, 0, 0xff, 0xfe, 0xff));
    assert.deepEqual(await found(one), []);
    const long = roomOf({ ...simple, texts: { ...simple.texts, 'data.json': ' '.repeat(10 * 1024 * 1024 + 1) } });
    assert.deepEqual(await found(long), []);
    const film = roomOf(simple);
    film.write('film.ts', Uint8Array.of(0x47, 0x40, 0, 0xff, 0x90, 0x80));
    assert.deepEqual(await found(film), ['乡村/丙.jpg', '图/乙.jpg']);
  });

  it('is the same in shards that are merged', async () => {
    const one = roomOf(simple);
    const shards: string[] = [];
    for (const shard of ['1/2', '2/2']) {
      const { out } = await one.run(['check', '--format', 'json', '--shard', shard]);
      const name = `${shard.replace('/', '-')}.json`;
      one.write(name, out);
      shards.push(name);
    }
    const { out } = await one.run(['merge', '--format', 'ndjson', ...shards]);
    const merged = out.split('\n').filter((line) => line.includes('unused-picture'));
    assert.deepEqual(
      merged.map((line) => JSON.parse(line).path),
      await found(one),
    );
  });

  it('reads any text in no time', async () => {
    const long = [
      'a/'.repeat(40_000),
      '"'.repeat(40_000),
      '{{'.repeat(20_000),
      '/x'.repeat(40_000),
      '.jpg'.repeat(9000),
    ];
    const texts = Object.fromEntries(long.map((text, index) => [`${index}.html`, text]));
    const one = roomOf({ pictures: simple.pictures, texts: { ...texts, '1.md': article(long.join('\n')) } });
    const before = performance.now();
    assert.deepEqual(await found(one, '图'), ['图/甲.jpg', '图/乙.jpg'].sort());
    assert.ok(performance.now() - before < 20_000);
  });
});
