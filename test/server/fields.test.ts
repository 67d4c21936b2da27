import assert from 'node:assert/strict';
import type {
  CodeAction,
  CompletionItem,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
} from 'vscode-languageserver/node';
import { soundsLike } from '../../src/preview/sounds-like.ts';
import type { EntryChange } from '../../src/server/protocol.ts';
import { folder, rangeOf, type Session, type SessionOptions, startSession } from './session.ts';

const house = [
  'extends: china-report',
  'fields:',
  '  slug: {unique: true}',
  '  cover: {excludes: [video]}',
  '  video: {type: url}',
  '',
].join('\n');
const other = '---\ntitle: 另一篇\ncolumn: 乡村\nslug: taken\nkeywords: [柿子节, 清泉]\n---\n\n正文。\n';

describe('language server: fields', () => {
  let session: Session;
  async function start(files: Readonly<Record<string, string>> = {}, options: SessionOptions = {}): Promise<Session> {
    session = await startSession({
      files: { 'copydesk.yml': house, '乡村/other.md': other, '图片/a.jpg': 'x', ...files },
      ...options,
    });
    return session;
  }
  afterEach(() => session.stop());

  const labels = async (uri: string, line: number, character: number): Promise<readonly string[]> => {
    const params = { textDocument: { uri }, position: { line, character } };
    const found = await session.request<CompletionItem[] | { items: CompletionItem[] }>(
      'textDocument/completion',
      params,
    );
    return (Array.isArray(found) ? found : found.items).map(({ label }) => label);
  };

  it('knows what other articles say: values that are taken, tags, articles to link', async () => {
    await start();
    const uri = session.open(
      '乡村/a.md',
      '---\ntitle: 甲\nslug: taken\nkeywords: []\ncover: \nrelated:\n  - url: \n---\n',
    );
    const [found] = await session.diagnostics(uri, (all) => all.some(({ code }) => code === 'bad-value'));
    assert.ok(found);
    assert.ok(
      session.shown.get(uri)?.diagnostics.some(({ message }) => JSON.stringify(message).includes('乡村/other.md')),
    );
    assert.deepEqual(await labels(uri, 3, 11), ['柿子节', '清泉']);
    assert.deepEqual(await labels(uri, 4, 7), ['../图片/a.jpg']);
    assert.deepEqual(await labels(uri, 6, 9), ['other.md']);
  });

  it('does not take an article for another one', async () => {
    await start();
    const uri = session.open('乡村/other.md', other);
    await session.diagnostics(uri);
    assert.ok(!session.shown.get(uri)?.diagnostics.some(({ code }) => code === 'bad-value'));
  });

  const slugged = (slug: string): string => `---\ntitle: 甲\ncolumn: 乡村\nslug: ${slug}\n---\n\n正文。\n`;
  const isTaken = (all: readonly { readonly code?: unknown }[]): boolean =>
    all.some(({ code }) => code === 'bad-value');

  it('compares articles of one house alone: not a house below, not templates, not what is no article', async () => {
    await start({
      'copydesk.yml': `${house}ignore: [旧稿/]\n`,
      'english/copydesk.yml': 'extends: wire\nfields:\n  slug: {type: text, role: slug, unique: true}\n',
      'english/a.md': slugged('below'),
      'templates/a.md': slugged('template'),
      '旧稿/a.md': slugged('ignored'),
    });
    for (const slug of ['below', 'template', 'ignored']) {
      const uri = session.open(`乡村/${slug}.md`, slugged(slug));
      await session.diagnostics(uri);
      assert.ok(!isTaken(session.shown.get(uri)?.diagnostics ?? []), slug);
    }
    const below = session.open('english/b.md', slugged('below'));
    const found = await session.diagnostics(below, isTaken);
    assert.match(JSON.stringify(found), /: a\.md has it/);
  });

  it('reviews an open article again when another one comes to say the same, and when it does no more', async () => {
    await start({ '乡村/b.md': slugged('b') });
    const a = session.open('乡村/a.md', slugged('a'));
    const b = session.open('乡村/b.md', slugged('b'));
    await session.diagnostics(a);
    await session.diagnostics(b);
    session.change(b, rangeOf(session.text(b), 'slug: b'), 'slug: a');
    await session.diagnostics(a, isTaken);
    await session.diagnostics(b, isTaken);
    // Closed without being saved: the file still says b.
    session.close(b);
    await session.diagnostics(a, (all) => !isTaken(all));
    // Another program writes the file.
    session.files.set(b, slugged('a'));
    session.watched(b, 2);
    await session.diagnostics(a, isTaken);
    session.files.delete(b);
    session.watched(b, 3);
    await session.diagnostics(a, (all) => !isTaken(all));
  });

  it('checks an article that is shown but not open again, too', async () => {
    await start({ '乡村/b.md': slugged('b') });
    await session.desk('copydesk/checkNewsroom', {});
    const b = `${folder}/乡村/b.md`;
    const a = session.open('乡村/a.md', slugged('a'));
    await session.diagnostics(a);
    session.change(a, rangeOf(session.text(a), 'slug: a'), 'slug: b');
    await session.diagnostics(b, isTaken);
    session.change(a, rangeOf(session.text(a), 'slug: b'), 'slug: c');
    await session.diagnostics(b, (all) => !isTaken(all));
  });

  it('offers the picture that was meant', async () => {
    await start();
    const uri = session.open('乡村/a.md', '---\ntitle: 甲\ncolumn: 乡村\ncover: 图片/A.jpg\n---\n\n正文。\n');
    await session.diagnostics(uri, (all) => all.some(({ code }) => code === 'missing-image'));
    const actions = await session.actions(uri, rangeOf(session.text(uri), '图片/A.jpg'), 'quickfix');
    const fix = actions.find(({ title }) => title.includes('../图片/a.jpg'));
    assert.ok(fix?.edit);
    session.apply(uri, fix.edit);
    assert.match(session.text(uri), /\ncover: \.\.\/图片\/a\.jpg\n/);
  });

  it('calls the stages as the reader’s language does, whatever the house’s is', async () => {
    const text = '---\ntitle: 甲\ncolumn: 乡村\nstage: ready\n---\n\n正文。\n';
    const labels = async (locale: string, own: string): Promise<readonly string[]> => {
      await start({ 'copydesk.yml': own }, { locale });
      const uri = session.open('a.md', text);
      const form = await session.desk('copydesk/stages', { uri });
      await session.stop();
      return form?.stages.map(({ label }) => label) ?? [];
    };
    assert.deepEqual(await labels('en', house), ['Draft', 'Ready', 'Published']);
    assert.deepEqual(await labels('zh-cn', house), ['草稿', '待发', '已发']);
    assert.deepEqual(await labels('zh-cn', 'extends: wire\n'), ['草稿', '待发', '已发']);
    const own = 'extends: china-report\nfields: {stage: {values: [{value: draft, label: 初稿}, ready, published]}}\n';
    assert.deepEqual(await labels('zh-cn', own), ['初稿', '待发', '已发']);
    assert.deepEqual(await labels('en', own), ['Draft', 'Ready', 'Published']);
    await start();
  });

  it('lists the newsroom’s articles with what may be typed for their titles', async () => {
    await start({
      '时政/2026-01-05-b.md': '---\ntitle: 河湾镇通了 5G\n---\n',
      '时政/c.md': '---\ncolumn: 乡村\n---\n',
      'README.md': '# 这个文件夹里放什么\n',
    });
    const uri = session.open('乡村/a.md', '---\ntitle: 甲\n---\n\n正文。\n');
    const found = await session.desk('copydesk/articles', { uri });
    assert.deepEqual(
      found.map(({ path, title }) => [path, title]),
      [
        ['../时政/2026-01-05-b.md', '河湾镇通了 5G'],
        ['../时政/c.md', ''],
        ['other.md', '另一篇'],
      ],
    );
    for (const typed of ['hewanzhen', 'hwz', 'tongliao5g', 'hewz', 'tl5', 'wanzhent'])
      assert.ok(soundsLike(found[0]?.sounds ?? [], typed), typed);
    for (const typed of ['hwt', 'zhenhe', '6g']) assert.ok(!soundsLike(found[0]?.sounds ?? [], typed), typed);
    const all = await session.desk('copydesk/articles', { uri: folder });
    assert.ok(all.some(({ path }) => path === '乡村/a.md'));
  });

  it('completes the newsroom’s pictures inside `![](…)`, by name, pinyin and initials, and nothing elsewhere', async () => {
    await start({ '图片/渡口 清晨.jpg': 'x', '图片/老屋.png': 'x', '乡村/近.jpg': 'x' });
    const front = '---\ntitle: 甲\n---\n\n';
    const items = async (body: string): Promise<readonly CompletionItem[]> => {
      const uri = session.open('乡村/a.md', `${front}${body.replace('|', '')}`);
      const at = rangeOf(`${front}${body}`, '|').start;
      const found = await session.request<{ items: CompletionItem[] } | CompletionItem[]>('textDocument/completion', {
        textDocument: { uri },
        position: at,
      });
      session.close(uri);
      return Array.isArray(found) ? found : found.items;
    };
    const all = await items('正文。\n\n![画面](|)\n');
    assert.deepEqual(
      all.map(({ label }) => label),
      ['近.jpg', '../图片/a.jpg', '../图片/渡口 清晨.jpg', '../图片/老屋.png'],
    );
    const ferry = all.find(({ label }) => label.includes('老屋'));
    assert.match(String(ferry?.filterText), / laowu lw$/);
    assert.match(JSON.stringify(all), /渡口%20清晨\.jpg/);
    for (const body of ['![](../图|', '![a](|', '文字![](lw|)后面', '> ![](|)'])
      assert.equal((await items(body)).length, 4, body);
    for (const body of ['[链接](|)', '![](a.jpg)|', '![](a b|)', '（|）', '![](<|>)'])
      assert.ok(!(await items(body)).some(({ label }) => label.includes('老屋')), body);
  });

  it('fills a block in with what was picked, as Markdown that reads so', async () => {
    await start();
    const uri = session.open('乡村/a.md', '---\ntitle: 甲\n---\n\n正文。\n');
    const { snippet } = await session.desk('copydesk/block', {
      uri,
      id: 'photo',
      values: { image: '../图片/渡口 (1).jpg', caption: '渡口*清晨*\n二', photographers: '高远' },
    });
    assert.match(snippet, /\]\(\.\.\/图片\/渡口%20%281%29\.jpg\)\n/);
    assert.match(snippet, /\n渡口\\\\\*清晨\\\\\* 二/);
    assert.match(snippet, /高远摄/);
    const link = await session.desk('copydesk/block', {
      uri,
      id: 'related',
      values: { 'link-title': '一[二]三', link: 'b c.md' },
    });
    assert.match(link.snippet, /- \[一\\\\\[二\\\\\]三\]\(b%20c\.md\)/);
  });

  it('tells the stages and what they ask for, and changes the stage', async () => {
    await start();
    const uri = session.open('a.md', '---\ntitle: 甲\ncolumn: 乡村\nstage: draft # 初稿\n---\n\n正文。\n');
    const form = await session.desk('copydesk/stages', { uri });
    assert.deepEqual(
      form?.stages.map(({ stage, missing }) => [stage, missing.length]),
      [
        ['draft', 0],
        ['ready', 1],
        ['published', 2],
      ],
    );
    const answer = await session.desk('copydesk/changeStage', { uri, stage: 'published' });
    assert.equal(answer?.edits.length, 2);
    session.apply(uri, {
      documentChanges: [{ textDocument: { uri, version: answer.version }, edits: [...answer.edits] }],
    });
    assert.match(session.text(uri), /\npublished: \d{4}-\d\d-\d\d \d\d:\d\d\nstage: published # 初稿\n/);
    assert.equal((await session.desk('copydesk/changeStage', { uri, stage: 'published' }))?.edits.length, 0);
    assert.equal((await session.desk('copydesk/changeStage', { uri, stage: 'nonsense' }))?.edits.length, 0);
  });

  it('sets fields in the style in which they are written', async () => {
    await start();
    const uri = session.open('a.md', '---\ntitle: "甲" # 题\nkeywords:\n  - 柿子\n---\n\n正文。\n');
    const set = async (key: string, values: readonly string[]): Promise<void> => {
      const answer = await session.desk('copydesk/setField', { uri, key, values });
      assert.ok(answer);
      session.apply(uri, {
        documentChanges: [{ textDocument: { uri, version: answer.version }, edits: [...answer.edits] }],
      });
    };
    await set('title', ['乙: 丙']);
    await set('keywords', ['柿子', '清泉, 河口']);
    await set('column', ['乡村']);
    await set('reporters', ['苏禾', '周砚']);
    assert.equal(
      session.text(uri),
      '---\ntitle: "乙: 丙" # 题\ncolumn: 乡村\nreporters: [苏禾, 周砚]\nkeywords:\n  - 柿子\n  - 清泉, 河口\n---\n\n正文。\n',
    );
    await assert.rejects(session.desk('copydesk/setField', { uri, key: 'weather', values: ['晴'] }), /weather/);
    const broken = session.open('b.md', '---\ntitle: "甲\n---\n\n正文。\n');
    assert.equal(await session.desk('copydesk/fields', { uri: broken }), null);
  });

  it('changes links, maps and allowances entry by entry', async () => {
    await start({ 'copydesk.yml': `${house}  scores: {type: map, of: number}\n` });
    const uri = session.open(
      '乡村/a.md',
      '---\n标题: 甲\n栏目: 乡村\n相关链接:\n  - title: "旧" # 注\n    url: a.md\nscores: {东: 1}\n---\n\n正文。\n',
    );
    const form = await session.desk('copydesk/fields', { uri });
    const field = (key: string) => form?.fields.find((one) => one.key === key);
    assert.deepEqual(field('related')?.entries, [{ title: '旧', url: 'a.md' }]);
    assert.deepEqual(field('related')?.values, ['旧']);
    assert.deepEqual(field('related')?.parts?.[0]?.choices, [{ value: 'other.md', label: '另一篇' }]);
    assert.equal(field('allow')?.parts?.[0]?.choices[0]?.value, 'missing-byline');
    assert.equal(field('title')?.parts, undefined);
    const change = async (key: string, wish: EntryChange): Promise<void> => {
      const answer = await session.desk('copydesk/changeEntry', { uri, key, change: wish });
      assert.ok(answer && answer.edits.length > 0);
      session.apply(uri, {
        documentChanges: [{ textDocument: { uri, version: answer.version }, edits: [...answer.edits] }],
      });
    };
    await change('related', { kind: 'set', at: 0, part: 'title', text: '新' });
    await change('related', { kind: 'add', texts: { title: '另一篇', url: 'other.md' } });
    await change('scores', { kind: 'set', at: 0, part: 'value', text: '2' });
    await change('allow', { kind: 'add', texts: { check: 'missing-byline', reason: '图片稿' } });
    assert.equal(
      session.text(uri),
      '---\n标题: 甲\n栏目: 乡村\n相关链接:\n  - title: "新" # 注\n    url: a.md\n  - title: 另一篇\n    url: other.md\n允许:\n  - missing-byline: 图片稿\nscores: {东: 2}\n---\n\n正文。\n',
    );
    await session.diagnostics(uri, (all) => !all.some(({ code }) => code === 'missing-byline'));
  });

  it('allows a check by the name and in the style in which the article gives the field', async () => {
    await start({ 'copydesk.yml': `${house}  allow: {aliases: [豁免]}\n` });
    for (const [field, wanted] of [
      ['豁免: [wrong-dash：引文]\n', '豁免: [wrong-dash：引文, {unknown-field: reason}]\n'],
      ['豁免:\n- wrong-dash: 引文 # 注\n', '豁免:\n- wrong-dash: 引文 # 注\n- unknown-field: reason\n'],
      ['', '豁免:\n  - unknown-field: reason\n'],
    ]) {
      const uri = session.open(`a${field?.length}.md`, `---\n标题: 甲\n栏目: 乡村\n天气: 晴\n${field}---\n\n正文。\n`);
      await session.diagnostics(uri, (all) => all.some(({ code }) => code === 'unknown-field'));
      const actions = await session.actions(uri, rangeOf(session.text(uri), '天气'), 'quickfix');
      const allow = actions.find(({ title }) => title.startsWith('Allow'));
      assert.ok(allow?.edit, field);
      session.apply(uri, allow.edit);
      assert.ok(session.text(uri).includes(wanted ?? ''), session.text(uri));
      await session.diagnostics(uri, (all) => !all.some(({ code }) => code === 'unknown-field'));
    }
  });

  it('shows symbols, folds and links', async () => {
    await start();
    const uri = session.open(
      '乡村/a.md',
      '---\n标题: 甲\ncover: ../图片/a.jpg\nrelated:\n  - title: 乙\n    url: other.md\nvideo: https://example.com/a\n---\n\n正文。\n',
    );
    const textDocument = { uri };
    const [block] = await session.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
    assert.deepEqual(
      block?.children?.map(({ name, detail }) => [name, detail]),
      [
        ['标题', 'Title · 甲'],
        ['cover', 'Cover · ../图片/a.jpg'],
        ['related', 'Related · - title: 乙 url: other.md'],
        ['video', 'https://example.com/a'],
      ],
    );
    const folds = await session.request<FoldingRange[]>('textDocument/foldingRange', { textDocument });
    assert.deepEqual(
      folds.map(({ startLine, endLine }) => [startLine, endLine]),
      [
        [0, 7],
        [3, 5],
      ],
    );
    const links = await session.request<DocumentLink[]>('textDocument/documentLink', { textDocument });
    assert.deepEqual(
      links.map(({ target }) => decodeURIComponent(target ?? '')),
      [`${folder}/图片/a.jpg`, `${folder}/乡村/other.md`, 'https://example.com/a'],
    );
  });

  it('puts fields in order and lists in shape by actions', async () => {
    await start();
    const uri = session.open('a.md', '---\ncolumn: 乡村\ntitle: 甲\nkeywords: [柿子, 清泉]\n---\n\n正文。\n');
    const range = { start: { line: 3, character: 0 }, end: { line: 3, character: 0 } };
    const apply = async (action: CodeAction | undefined): Promise<void> => {
      assert.ok(action?.edit);
      session.apply(uri, action.edit);
    };
    await apply((await session.actions(uri, range, 'source.organizeFrontMatter'))[0]);
    await apply((await session.actions(uri, range, 'refactor'))[0]);
    assert.equal(session.text(uri), '---\ntitle: 甲\ncolumn: 乡村\nkeywords:\n  - 柿子\n  - 清泉\n---\n\n正文。\n');
    assert.deepEqual(await session.actions(uri, range, 'source.organizeFrontMatter'), []);
  });

  it('completes and explains the house file', async () => {
    await start();
    const uri = session.open(
      'copydesk.yml',
      'extends: \nfields:\n  title:\n    \n    type: te\nchecks:\n  long-title:\n    ma\n',
      'yaml',
    );
    assert.ok((await labels(uri, 0, 9)).includes('wire'));
    const settings = await labels(uri, 3, 4);
    assert.ok(settings.includes('aliases') && settings.includes('max-length') && !settings.includes('type'));
    assert.ok((await labels(uri, 4, 12)).includes('datetime'));
    assert.deepEqual(await labels(uri, 7, 6), ['severity', 'max', 'letters', 'series']);
    const hover = await session.request<{ contents: { value: string } } | null>('textDocument/hover', {
      textDocument: { uri },
      position: { line: 4, character: 5 },
    });
    assert.match(hover?.contents.value ?? '', /What the field may hold/);
  });

  it('holds articles against the newsroom’s JSON Schema', async () => {
    await start({ 'copydesk.yml': `${house}front-matter-schema: s.json\n`, 's.json': '{"required": ["lang"]}' });
    const uri = session.open('a.md', '---\ntitle: 甲\ncolumn: 乡村\n---\n\n正文。\n');
    await session.diagnostics(uri, (all) => all.some(({ code }) => code === 'schema-mismatch'));
  });
});
