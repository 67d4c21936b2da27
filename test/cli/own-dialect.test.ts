import assert from 'node:assert/strict';
import type { FrontMatter } from '../../src/model/front-matter/front-matter.ts';
import { scalarsOf, textOf } from '../../src/model/front-matter/values.ts';
import { parseArticle } from '../../src/model/parse.ts';
import { newsroom } from './newsroom.ts';

const titleIn = ({ entries }: FrontMatter): string | undefined => {
  const value = entries.find(({ key }) => key === 'title')?.value;
  return value && textOf(value);
};

const page = `位置：当前位置：首页 >> 三农

新桥通车: 山里的"橙子"三小时进港

发布时间：2024-06-01 10:53:16 来源：海州日报

海州日报讯（记者陆晓晴 通讯员高远）5月30日清晨，河湾镇大桥通车。第一辆货车装着2.4吨橙子驶过桥面，桥头等候的村民笑着鼓起掌来。

“等这一天，等了三年。”施工队长说，桥通了，心也就通了，往后进山出山再不用等渡船，学生上学、老人看病都方便。

责任编辑：周砚
`;

const house = `fields:
  title: {type: text, role: title}
  date: {type: datetime, role: published}
  authors: {type: list, role: reporters}
`;

const head = {
  yaml: (title: string) => `---\ntitle: ${title}\n---\n`,
  toml: (title: string) => `+++\ntitle = "${title}"\n+++\n`,
  json: (title: string) => `{\n  "title": "${title}"\n}\n`,
};
type Kind = keyof typeof head;

/** Ten articles of one dialect and two of another, with a page about the archive that has none. */
const archive = (kind: Kind, other: Kind, more: Readonly<Record<string, string>> = {}) => ({
  'copydesk.yml': house,
  'README.md': '# 稿件库\n',
  ...Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [
      `posts/${index}.md`,
      `${head[index < 10 ? kind : other](`河湾镇水渠之${index}`)}\n水渠通了。\n`,
    ]),
  ),
  'page.txt': page,
  ...more,
});

describe('the dialect of a newsroom’s front matter', () => {
  for (const kind of ['yaml', 'toml', 'json'] as const) {
    it(`is what a pasted page and a new article are written in: ${kind}`, async () => {
      const room = newsroom(archive(kind, kind === 'yaml' ? 'toml' : 'yaml'));
      try {
        const imported = await room.run(['import', 'page.txt', '--stdout']);
        assert.equal(imported.code, 0, imported.err);
        const { frontMatter } = parseArticle(imported.out);
        assert.equal(frontMatter.kind, kind, imported.out);
        assert.deepEqual(frontMatter.faults, []);
        assert.equal(titleIn(frontMatter), '新桥通车: 山里的"橙子"三小时进港');
        const authors = frontMatter.entries.find(({ key }) => key === 'authors')?.value;
        assert.deepEqual(authors && scalarsOf(authors).map(textOf), ['陆晓晴']);
        const begun = await room.run(['new', 'article', '--title', '一条"水渠"', '--stdout']);
        assert.equal(begun.code, 0, begun.err);
        const fresh = parseArticle(begun.out).frontMatter;
        assert.equal(fresh.kind, kind, begun.out);
        assert.deepEqual(fresh.faults, [], begun.out);
        assert.equal(titleIn(fresh), '一条"水渠"');
      } finally {
        room.remove();
      }
    });
  }

  it('is that of its own templates before that of its articles', async () => {
    const room = newsroom(
      archive('yaml', 'yaml', { 'templates/brief.md': '+++\ntitle = "{{title}}"\n+++\n\n{{cursor}}\n' }),
    );
    try {
      assert.match((await room.run(['import', 'page.txt', '--stdout'])).out, /^\+\+\+\n/);
    } finally {
      room.remove();
    }
  });

  it('is not told by files that the house leaves out', async () => {
    const old = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`old/${index}.md`, head.toml(`旧闻之${index}`)]),
    );
    const files = archive('yaml', 'yaml', old);
    const room = newsroom({ ...files, 'copydesk.yml': `ignore: [old/]\n${house}` });
    try {
      assert.match((await room.run(['import', 'page.txt', '--stdout'])).out, /^---\n/);
    } finally {
      room.remove();
    }
  });
});

describe('what a generator makes new articles of', () => {
  it('is no article in an archive without a house either, though its value is broken YAML', async () => {
    const room = newsroom({
      'content/posts/a.md': '---\ntitle: 水渠\n---\n\n水渠通了。\n',
      'archetypes/default.md': '---\ntitle: "{{ replace .Name "-" " " | title }}"\ndate: {{ .Date }}\n---\n',
      'archetypes/series/index.md': '---\ntitle: "{{ replace .Name "-" " " | title }}"\n---\n',
      'site/scaffolds/post.md': '---\ntitle: {{ title }}\n---\n',
    });
    try {
      const { code, out } = await room.run(['check', '--format', 'json']);
      assert.equal(code, 0, out);
      assert.deepEqual(
        JSON.parse(out).files.map(({ path }: { readonly path: string }) => path),
        ['content/posts/a.md'],
      );
      // Whoever names one is answered.
      assert.equal((await room.run(['check', 'archetypes/default.md'])).code, 1);
    } finally {
      room.remove();
    }
  });
});
