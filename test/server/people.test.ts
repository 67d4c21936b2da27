import assert from 'node:assert/strict';
import type {
  CompletionItem,
  CompletionList,
  Hover,
  Location,
  Position,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { folder, rangeOf, type Session, type SessionOptions, startSession } from './session.ts';

const house = 'extends: china-report\nname: 柳河晚报\n';
const staff = `staff:
  - {name: 苏禾, role: 记者, desk: 乡村}
  - {name: 尚林溪, role: 责任编辑, pen-name: 溪山}
  - {name: 程慎, role: 通讯员}
`;
const front = '---\ntitle: 柿子红了清泉镇\nreporters: [苏禾]\neditor: 尚林溪\n---\n\n';
const first = `${front}中国报道讯（苏禾 通讯员程慎）清泉镇的柿子红了，苏禾在现场看到。\n\n责任编辑：尚林溪\n`;
const second =
  '---\ntitle: 橙子\nreporters:\n  - 苏　禾\n---\n\n中国报道讯（记者苏　禾）橙子红了。\n\n![](橙.jpg)\n\n采橙。苏禾摄\n';
const files = { 'copydesk.yml': house, 'staff.yml': staff, '乡村/一.md': first, '乡村/二.md': second };

describe('language server: people', () => {
  let session: Session;
  async function start(options: SessionOptions = {}): Promise<Session> {
    session = await startSession({ files, ...options });
    return session;
  }
  afterEach(() => session.stop());

  const labels = async (uri: string, position: Position): Promise<readonly string[]> => {
    const found = await session.request<CompletionItem[] | CompletionList>('textDocument/completion', {
      textDocument: { uri },
      position,
    });
    return (Array.isArray(found) ? found : found.items).map(({ label }) => label);
  };
  it('finds a name by its pinyin and by its initials, wherever one may stand', async () => {
    await start({
      files: { ...files, 'staff.yml': 'staff:\n  - {name: 陆晓晴, role: 记者}\n  - {name: 高远, role: 摄影}\n' },
    });
    for (const typed of ['lxq', 'luxiaoqing', 'luxiao']) {
      for (const [name, text] of Object.entries({
        byline: `${front}中国报道讯（${typed}`,
        'second name': `${front}中国报道讯（苏禾 ${typed}`,
        'after a role': `${front}中国报道讯（记者 ${typed}`,
        'front matter': `---\ntitle: 柿子红了\nreporters: [${typed}`,
        'editor line': `${front}清泉镇。\n\n责任编辑：${typed}`,
        'credit alone': `${front}清泉镇。\n\n![老屋](a.jpg)\n${typed.slice(0, 3)}`,
        credit: `${front}清泉镇。\n\n![老屋](a.jpg)\n图为老屋。（${typed}`,
      })) {
        const uri = session.open(`乡村/${name}-${typed}.md`, text);
        const found = await session.request<CompletionItem[] | CompletionList>('textDocument/completion', {
          textDocument: { uri },
          position: endOf(text),
        });
        const item = (Array.isArray(found) ? found : found.items).find(({ label }) => label === '陆晓晴');
        assert.ok(item, `${name}: ${typed}`);
        assert.match(String(item.filterText), new RegExp(`(^| )${typed.slice(0, 3)}`), name);
      }
    }
  });

  const endOf = (text: string): Position => rangeOf(`${text}\0`, '\0').start;
  const at = (uri: string, text: string, what: string) => ({
    textDocument: { uri },
    position: rangeOf(text, what).start,
  });

  /** The files by path after an edit, as a client makes it whose user ticks nothing. */
  function applied(edit: WorkspaceEdit): ReadonlyMap<string, string> {
    const texts = new Map<string, string>();
    const asks = (one: object): boolean =>
      'annotationId' in one && edit.changeAnnotations?.[String(one.annotationId)]?.needsConfirmation === true;
    for (const change of edit.documentChanges ?? []) {
      const { textDocument, edits } = change as TextDocumentEdit;
      const uri = decodeURI(textDocument.uri);
      const document = TextDocument.create(uri, '', 0, session.files.get(uri) ?? '');
      texts.set(
        uri.slice(folder.length + 1),
        TextDocument.applyEdits(
          document,
          edits.flatMap((one) => ('newText' in one && !asks(one) ? [one] : [])),
        ),
      );
    }
    return texts;
  }

  it('completes names in a byline that is being typed, those of the front matter first', async () => {
    await start();
    const text = `${front}中国报道讯（`;
    const uri = session.open('乡村/新.md', text);
    assert.deepEqual(await labels(uri, endOf(text)), ['苏禾', '尚林溪', '程慎', '溪山']);
    const more = session.open('乡村/又.md', `${front}中国报道讯（苏禾 通讯员`);
    assert.equal((await labels(more, endOf(`${front}中国报道讯（苏禾 通讯员`)))[0], '程慎');
  });

  it('completes names in the front matter, and nobody in running text or in what is no article', async () => {
    await start();
    const text = '---\ntitle: 柿子\neditor: \n---\n\n清泉镇的柿子红了，苏';
    const uri = session.open('乡村/新.md', text);
    assert.equal((await labels(uri, { line: 2, character: 8 }))[0], '尚林溪');
    assert.deepEqual(await labels(uri, endOf(text)), []);
    const readme = session.open('README.md', '中国报道讯（');
    assert.deepEqual(await labels(readme, endOf('中国报道讯（')), []);
  });

  it('learns the staff file’s people as it is typed, and keeps the last good list', async () => {
    await start();
    const text = `${front}中国报道讯（`;
    const uri = session.open('乡村/新.md', text);
    const list = session.open('staff.yml', staff, 'yaml');
    session.change(list, { start: endOf(staff), end: endOf(staff) }, '  - 郁成荫\n');
    assert.ok((await labels(uri, endOf(text))).includes('郁成荫'));
    const grown = session.text(list);
    session.change(list, { start: endOf(grown), end: endOf(grown) }, '  - "\n');
    await session.diagnostics(list, (all) => all.length > 0);
    assert.deepEqual((await labels(uri, endOf(text))).length, 5);
  });

  it('says who somebody is, in an article and in the staff file', async () => {
    await start({ locale: 'zh-cn' });
    const uri = session.open('乡村/一.md', first);
    const hover = async (params: object): Promise<string> => {
      const found = await session.request<Hover | null>('textDocument/hover', params);
      return found && 'value' in Object(found.contents) ? Object(found.contents).value : '';
    };
    assert.match(await hover(at(uri, first, '苏禾 通讯员')), /^\*\*苏禾\*\* 记者\n\n- desk：乡村$/m);
    const list = session.open('staff.yml', staff, 'yaml');
    assert.match(await hover(at(list, staff, '尚林溪')), /笔名：溪山/);
  });

  it('goes to the staff list, by name and by pen-name', async () => {
    await start();
    const uri = session.open('乡村/一.md', first);
    const definition = (params: object) => session.request<Location | null>('textDocument/definition', params);
    assert.deepEqual(await definition(at(uri, first, '苏禾 通讯员')), {
      uri: `${folder}/staff.yml`,
      range: rangeOf(staff, '苏禾'),
    });
    assert.equal(await definition(at(uri, first, '苏禾在现场')), null);
    const signed = first.replace('（苏禾', '（溪山');
    const pen = session.open('乡村/笔名.md', signed);
    assert.deepEqual((await definition(at(pen, signed, '溪山')))?.range, rangeOf(staff, '尚林溪'));
  });

  it('finds every article that names somebody', async () => {
    await start();
    const uri = session.open('乡村/一.md', first);
    const places = await session.request<Location[]>('textDocument/references', {
      ...at(uri, first, '苏禾 通讯员'),
      context: { includeDeclaration: true },
    });
    assert.deepEqual(
      places.map((place) => `${decodeURI(place.uri).slice(folder.length + 1)}:${place.range.start.line}`),
      ['staff.yml:1', '乡村/一.md:2', '乡村/一.md:6', '乡村/二.md:3', '乡村/二.md:6', '乡村/二.md:10'],
    );
  });

  it('renames somebody through the newsroom, letter-spacing kept and running text left', async () => {
    await start({ workspaceEdit: { changeAnnotationSupport: {} }, locale: 'zh' });
    const uri = session.open('乡村/一.md', first);
    const params = at(uri, first, '苏禾 通讯员');
    const prepared = await session.request<{ placeholder: string }>('textDocument/prepareRename', params);
    assert.equal(prepared.placeholder, '苏禾');
    const edit = await session.request<WorkspaceEdit>('textDocument/rename', { ...params, newName: '苏荷' });
    const texts = applied(edit);
    assert.equal(texts.get('staff.yml'), staff.replace('苏禾', '苏荷'));
    assert.equal(texts.get('乡村/一.md'), first.replace('[苏禾]', '[苏荷]').replace('（苏禾', '（苏荷'));
    assert.equal(
      texts.get('乡村/二.md'),
      second.replaceAll('苏　禾', '苏　荷').replace('- 苏　荷', '- 苏荷').replace('苏禾摄', '苏荷摄'),
    );
    const marked = (edit.documentChanges ?? []).flatMap((change) => ('edits' in change ? change.edits : []));
    assert.equal(marked.filter((one) => 'annotationId' in one && one.annotationId === 'text').length, 1);
    assert.equal(edit.changeAnnotations?.text?.label, '正文中的“苏禾”（稿件 1 篇）');
  });

  const published = (said: string) => first.replace('reporters:', `${said}\nreporters:`);
  const annotated = { workspaceEdit: { changeAnnotationSupport: {} } };
  const renamedFrom = async (path: string): Promise<WorkspaceEdit> => {
    const text = session.files.get(`${folder}/${path}`) ?? '';
    const params = at(session.open(path, text), text, '苏禾 通讯员');
    return session.request<WorkspaceEdit>('textDocument/rename', { ...params, newName: '苏荷' });
  };

  it('asks before it renames somebody where readers have read the name, and says in how many articles', async () => {
    await start({
      ...annotated,
      files: { ...files, '乡村/三.md': published('stage: published'), '乡村/四.md': published('stage: ready') },
    });
    const edit = await renamedFrom('乡村/一.md');
    const texts = applied(edit);
    assert.equal(texts.get('乡村/三.md'), published('stage: published'));
    assert.equal(
      texts.get('乡村/四.md'),
      published('stage: ready').replace('[苏禾]', '[苏荷]').replace('（苏禾', '（苏荷'),
    );
    const { articles, published: asked, staff: list, text } = edit.changeAnnotations ?? {};
    assert.equal(articles?.label, 'Rename 苏禾 to 苏荷 (articles: 3)');
    assert.equal(asked?.label, 'Rename 苏禾 to 苏荷 where it is published (articles: 1)');
    assert.deepEqual(
      [articles, list, asked, text].map((one) => one?.needsConfirmation === true),
      [false, false, true, true],
    );
  });

  it('takes an article with a date that has come for published, where it says no stage', async () => {
    await start({
      ...annotated,
      files: {
        ...files,
        '乡村/三.md': published('published: 2026-04-01 08:00:00'),
        '乡村/四.md': published('published: 2027-04-01 08:00:00'),
        '乡村/五.md': published('published: 2026-04-01 08:00:00\nstage: draft'),
      },
    });
    const texts = applied(await renamedFrom('乡村/一.md'));
    assert.deepEqual(
      ['一', '三', '四', '五'].map((name) => texts.get(`乡村/${name}.md`)?.includes('（苏荷')),
      [true, false, true, true],
    );
  });

  it('renames from the staff file', async () => {
    await start();
    const list = session.open('staff.yml', staff, 'yaml');
    const edit = await session.request<WorkspaceEdit>('textDocument/rename', {
      ...at(list, staff, '尚林溪'),
      newName: '尚琳熙',
    });
    assert.equal(edit.changeAnnotations, undefined);
    const texts = applied(edit);
    assert.deepEqual([...texts.keys()], ['staff.yml', '乡村/一.md']);
    assert.equal(texts.get('乡村/一.md'), first.replaceAll('尚林溪', '尚琳熙'));
    assert.ok(texts.get('staff.yml')?.includes('pen-name: 溪山'));
  });

  it('changes the staff file once, where the client shows annotations', async () => {
    await start({ workspaceEdit: { changeAnnotationSupport: {} } });
    const list = session.open('staff.yml', staff, 'yaml');
    const { documentChanges } = await session.request<WorkspaceEdit>('textDocument/rename', {
      ...at(list, staff, '尚林溪'),
      newName: '尚琳熙',
    });
    const uris = (documentChanges ?? []).flatMap((change) => ('edits' in change ? [change.textDocument.uri] : []));
    assert.deepEqual(uris, [`${folder}/staff.yml`, `${folder}/乡村/一.md`]);
  });

  it('refuses what is no name, a name that is taken, and a pen-name', async () => {
    await start();
    const signed = first.replace('（苏禾', '（溪山');
    const uri = session.open('乡村/一.md', signed);
    const rename = (what: string, newName: string) =>
      session.request('textDocument/rename', { ...at(uri, signed, what), newName });
    await assert.rejects(rename('尚林溪', '（苏荷）'), /one person’s name/);
    await assert.rejects(rename('尚林溪', '苏荷、程慎'), /one person’s name/);
    await assert.rejects(rename('尚林溪', '程慎'), /has “程慎” already/);
    await assert.rejects(session.request('textDocument/prepareRename', at(uri, signed, '溪山')), /pen-name of 尚林溪/);
    assert.equal(await session.request('textDocument/prepareRename', at(uri, signed, '清泉镇的')), null);
  });
});
