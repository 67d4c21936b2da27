import assert from 'node:assert/strict';
import { fieldOfRole } from '../../src/house/field-keys.ts';
import { type Archive, dayOf, pick } from './archives.ts';
import { setUp } from './set-up.ts';

const ids = { anna: 'Anna Field', tom: 'Tom Brook', ada: 'Ada van Holm' } as const;
const keys = Object.keys(ids);
const text =
  'The tide came back at noon, and the canals of the old harbour were full by two. Nobody walked along the quay.';

/** Thirty posts of a site. @param head the lines of the front matter; @param body what stands under it */
const site = (
  path: (index: number) => string,
  head: (index: number) => string,
  beside: Archive = {},
  body: (index: number) => string = () => text,
): Archive => ({
  ...Object.fromEntries(
    Array.from({ length: 30 }, (_, index) => [path(index), `---\n${head(index)}---\n\n${body(index)}\n`]),
  ),
  ...beside,
});
const list = (write: (id: string, name: string) => string): string =>
  Object.entries(ids)
    .map(([id, name]) => write(id, name))
    .join('');

describe('archives of generators', () => {
  it('have guests as objects beside authors by ids, and tags by ids (Docusaurus)', async () => {
    const archive = site(
      (index) => `blog/${dayOf(index)}-tide-${index}.md`,
      (index) =>
        `title: The tide, part ${index}\n${
          index % 7 === 3
            ? `authors:\n  - name: Rita Moss\n    title: Visitor\n    url: https://harbour.example\n`
            : `authors: ${index % 2 ? pick(keys, index) : `[${pick(keys, index)}, ${pick(keys, index + 1)}]`}\n`
        }tags: [${pick(['harbour', 'water'], index)}]\n`,
      {
        'blog/authors.yml': list((id, name) => `${id}:\n  name: ${name}\n  title: Writer\n`),
        'blog/tags.yml': 'harbour:\n  label: Harbour\nwater:\n  label: Water\n',
      },
    );
    const { house, proposal, files } = await setUp(archive);
    const authors = fieldOfRole(house, 'reporters');
    assert.deepEqual([authors?.key, authors?.type, authors?.valuesFrom], ['authors', 'people', 'blog/authors.yml']);
    assert.equal(fieldOfRole(house, 'keywords')?.valuesFrom, 'blog/tags.yml');
    assert.deepEqual(proposal.trial.checks, [], files.house);
  });

  it('have moments as objects beside days alone (MkDocs)', async () => {
    const archive = site(
      (index) => `docs/blog/posts/tide-${index}.md`,
      (index) =>
        `categories: [${pick(['Council', 'Water', 'Schools'], index)}]\n${index % 4 === 1 ? `date:\n  created: ${dayOf(index)}\n  updated: ${dayOf(index + 1)}` : `date: ${dayOf(index)}`}\nauthors: [${pick(keys, index)}]\n`,
      {
        'docs/blog/.authors.yml': `authors:\n${list((id, name) => `  ${id}:\n    name: ${name}\n`)}`,
        'docs/index.md': '# Harbour Notes\n\nWelcome to the harbour.\n',
      },
      (index) => `# The tide, part ${index}\n\n${text}`,
    );
    const { house, proposal, files } = await setUp(archive);
    const date = fieldOfRole(house, 'published');
    assert.deepEqual([date?.key, date?.type], ['date', 'date'], files.house);
    assert.deepEqual(
      fieldOfRole(house, 'column')?.values?.map(({ value }) => value),
      ['Council', 'Water', 'Schools'],
    );
    assert.deepEqual(proposal.trial.checks, []);
  });

  it('have code in an address and ask for the date of the file, and are articles all the same (Eleventy)', async () => {
    const archive = site(
      (index) => `src/posts/tide-${index}.md`,
      (index) =>
        `title: The tide, part ${index}\ndate: ${index % 10 === 3 ? pick(['Last Modified', 'git Created'], index) : dayOf(index)}\n${
          index % 3 === 0 ? 'permalink: "/notes/{{ page.fileSlug }}/"\n' : ''
        }author: ${pick(keys, index)}\n`,
      {
        'src/_data/authors.json': JSON.stringify(
          Object.fromEntries(Object.entries(ids).map(([id, name]) => [id, { name }])),
        ),
        'src/index.md': '---\nlayout: layouts/home.njk\n---\n\nThe newest notes from the harbour are here.\n',
      },
    );
    const { house, seen, proposal, files } = await setUp(archive);
    assert.equal(seen.articles.length, 30);
    assert.deepEqual(house.ignore, ['/src/index.md'], files.house);
    assert.equal(fieldOfRole(house, 'published')?.key, 'date');
    assert.deepEqual(proposal.trial.checks, []);
  });

  it('have an author as an object of an export, and a clock that stays in winter (WordPress in Jekyll)', async () => {
    const archive = site(
      (index) => `_posts/${dayOf(index)}-tide-${index}.md`,
      (index) =>
        `layout: post\ntitle: The tide, part ${index}\ndate: ${dayOf(index)} 10:00:00 -0500\nstatus: publish\nauthor:\n  login: anna\n  display_name: ${pick(Object.values(ids), index)}\n  first_name: Anna\n`,
    );
    const { house, seen, proposal, files } = await setUp(archive);
    assert.equal(house.timeZone, 'America/New_York', files.house);
    assert.equal(fieldOfRole(house, 'reporters')?.key, 'author');
    assert.deepEqual(seen.people.map(({ name }) => name).sort(), Object.values(ids).sort());
    assert.deepEqual(proposal.trial.checks, []);
    const summer = await setUp(
      site(
        (index) => `_posts/${index}.md`,
        (index) => `title: The tide, part ${index}\ndate: 2024-07-0${1 + (index % 9)} 10:00:00 +0200\n`,
      ),
    );
    assert.equal(summer.house.timeZone, 'Europe/Berlin');
  });

  it('have several authors in one text under another name (Pelican)', async () => {
    const archive = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [
        `content/news/tide-${index}.md`,
        `Title: The tide, part ${index}\nDate: ${dayOf(index)} 10:20\n${
          index % 5 === 0 ? 'Authors: Anna Field, Tom Brook' : `Author: ${pick(Object.values(ids), index)}`
        }\nTags: harbour, water\n\n${text}\n\n![The quay]({static}/images/quay.jpg)\n`,
      ]),
    );
    const { house, proposal, files } = await setUp({
      ...archive,
      'pelicanconf.py': "SITENAME = 'Quay Weekly'\nTIMEZONE = 'Europe/Paris'\n",
    });
    assert.deepEqual([house.name, house.timeZone], ['Quay Weekly', 'Europe/Paris']);
    assert.equal(house.checks['missing-image'], undefined, files.house);
    assert.equal(fieldOfRole(house, 'reporters')?.aliases?.includes('Authors'), true);
    assert.deepEqual(proposal.trial.checks, []);
  });

  it('link from a folder of the generator’s own (Zola)', async () => {
    const archive = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [
        `content/blog/tide-${index}.md`,
        `+++\ntitle = "The tide, part ${index}"\ndate = ${dayOf(index)}\n[taxonomies]\ntags = ["harbour"]\n+++\n\n${text} See [the first part](@/blog/${index === 7 ? 'no-such' : 'tide-0'}.md).\n`,
      ]),
    );
    const { house, proposal } = await setUp({
      ...archive,
      'config.toml': 'base_url = "https://harbour.example"\ntitle = "Canal Log"\n',
    });
    assert.equal(house.name, 'Canal Log');
    assert.deepEqual(
      proposal.trial.checks.map(({ check, files }) => [check, files]),
      [['broken-link', ['content/blog/tide-7.md']]],
    );
  });

  it('say their name where no search looks (VitePress)', async () => {
    const archive = site(
      (index) => `docs/posts/tide-${index}.md`,
      (index) => `title: The tide, part ${index}\ndate: ${dayOf(index)}\nauthor: ${pick(Object.values(ids), index)}\n`,
      {
        'package.json': '{"devDependencies": {"vitepress": "^1.0.0"}}',
        'docs/.vitepress/config.mts': "export default defineConfig({ title: 'Harbour Notes', lang: 'en' })\n",
        'docs/index.md': '---\nlayout: home\nhero: {name: Harbour Notes}\n---\n\nWelcome to the old harbour.\n',
        'docs/about/index.md': '---\nlayout: page\n---\n\nWho we are and where to find us.\n',
      },
    );
    const { house, files } = await setUp(archive);
    assert.equal(house.name, 'Harbour Notes');
    assert.deepEqual(house.ignore, ['/docs/about/index.md', '/docs/index.md'], files.house);
  });

  it('keep an article that is called as a page is, and one that lies in a folder of its own', async () => {
    const archive = site(
      (index) =>
        index === 4 ? 'posts/contact.md' : index % 2 ? `posts/tide-${index}/index.md` : `posts/tide-${index}.md`,
      (index) => `title: The tide, part ${index}\ndate: ${dayOf(index)}\nauthor: ${pick(Object.values(ids), index)}\n`,
    );
    assert.equal((await setUp(archive)).seen.articles.length, 30);
  });

  it('sign with who and where right behind each other (Hexo in Traditional Chinese)', async () => {
    const names = ['陸曉晴', '高遠', '周硯', '沈若舟'];
    const heads = [
      (name: string) => `（記者${name}／海州報導）`,
      (name: string) => `（中央社記者${name}台北3日電）`,
      (name: string) => `【本報記者${name}海州報導】`,
    ];
    const archive = site(
      (index) => `source/_posts/水渠-${index}.md`,
      (index) => `title: 河灣鎮水渠之${index}\ndate: ${dayOf(index)} 10:15:00\nauthor: ${pick(names, index)}\n`,
      { '_config.yml': 'title: 海州筆記\ntimezone: Asia/Taipei\nsource_dir: source\n' },
      (index) =>
        `${heads[index % 3]?.(pick(names, index)) ?? ''}河灣鎮今年修好了${index}條水渠，村裡的老人說，澆地再也不用等雨。`,
    );
    const { seen, house, proposal } = await setUp(archive);
    assert.equal(seen.bylines.read, 30);
    assert.deepEqual(
      [...house.byline.forms].sort(),
      [
        '【本報記者{reporters}{place}報導】',
        '（中央社記者{reporters}{place}{date}電）',
        '（記者{reporters}／{place}報導）',
      ].sort(),
    );
    assert.deepEqual(proposal.trial.checks, []);
  });

  it('have lines of three reviews under their bylines, and datelines with a day: each form is read', async () => {
    const names = ['陆晓晴', '高远', '周砚', '沈若舟'];
    const name = (index: number): string => pick(names, index);
    const county = await setUp(
      site(
        (index) => `news/shuiqu-${index}.md`,
        (index) => `title: 河湾镇水渠之${index}\ndate: ${dayOf(index)}\n`,
        {},
        (index) =>
          `海州融媒讯（记者${name(index)} 通讯员${name(index + 1)}）河湾镇今年修好了${index}条水渠，村里的老人说，浇地再也不用等雨。\n\n一审：${name(index)} 二审：${name(index + 1)} 三审：${name(index + 2)}`,
      ),
    );
    assert.equal(county.seen.bylines.read, county.seen.bylines.total);
    assert.deepEqual(county.house.byline.forms, [
      '海州融媒讯（记者{reporters} 通讯员{correspondents}）',
      '一审：{names} 二审：{names} 三审：{names}',
    ]);
    assert.deepEqual(county.proposal.trial.checks, []);
    assert.equal(county.house.checks['malformed-byline']?.severity, undefined);
    const wire = await setUp(
      site(
        (index) => `news/tide-${index}.md`,
        (index) => `title: The tide, part ${index}\ndate: ${dayOf(index)}\n`,
        {},
        (index) =>
          `By Anna Field\n\nPORT ELDER, Nov ${1 + index} (Reuters) - ${text}\n\n(Reporting by Anna Field; Editing by Joan Dell)`,
      ),
    );
    assert.equal(wire.seen.bylines.read, wire.seen.bylines.total);
    assert.ok(wire.house.byline.forms.includes('{place}, {date} (Reuters) -'), wire.files.house);
    assert.deepEqual(wire.proposal.trial.checks, []);
    assert.equal(wire.house.checks['malformed-byline']?.severity, undefined);
  });

  it('have datelines beside bylines: a new article is signed with a name, and one without is not blamed', async () => {
    const archive = site(
      (index) => `articles/council-${index}.md`,
      (index) =>
        `headline: The council, part ${index}\nauthor: [${pick(Object.values(ids), index)}]\ndate: ${dayOf(index)}\n`,
      {},
      (index) =>
        `${index % 3 === 2 ? '' : `By ${pick(Object.values(ids), index)}\n\n`}PORT ELDER, Mass. (AP) — ${text}`,
    );
    const { house, proposal } = await setUp(archive);
    assert.equal(house.byline.forms[0], 'By {reporters}');
    assert.equal(house.byline.required, false);
    assert.deepEqual(proposal.trial.checks, []);
  });
});
