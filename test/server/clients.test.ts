import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import {
  CancellationTokenSource,
  type CodeAction,
  createConnection,
  createProtocolConnection,
  ErrorCodes,
  LSPErrorCodes,
  ProposedFeatures,
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
  type SymbolInformation,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { NewsroomCount } from '../../src/server/newsroom-protocol.ts';
import { serve } from '../../src/server/server.ts';
import { folder, rangeOf, type Session, type SessionOptions, startSession } from './session.ts';

const house = 'extends: china-report\n';
const staff = 'staff: [沈若舟]\n';
const text =
  '---\nreporters: [沈若舟]\ntitle: 清泉镇的橙子\n---\n\n中国报道讯（沈若舟）清泉镇•河口镇签约，橙子•柿子上市。\n';

describe('language server: clients that can do less', () => {
  let session: Session;
  const start = async (options: SessionOptions = {}): Promise<Session> => {
    session = await startSession({ files: { 'copydesk.yml': house, 'staff.yml': staff, 'b.md': text }, ...options });
    return session;
  };
  afterEach(() => session.stop());

  const plainEdits = { workspaceEdit: { documentChanges: false } };
  const at = (uri: string, whole: string, what: string) => ({
    textDocument: { uri },
    position: rangeOf(whole, what).start,
  });

  it('get plain changes where they know no edits of versions: quick fixes, fields in order, allowances', async () => {
    await start({ ...plainEdits, can: {} });
    const uri = session.open('a.md', text);
    await session.diagnostics(uri, (all) => all.length > 0);
    const offered = [
      ...(await session.actions(uri, rangeOf(text, '•'))),
      ...(await session.actions(uri, rangeOf(text, '•'), 'source.fixAll')),
      ...(await session.actions(uri, rangeOf(text, 'title'), 'source.organizeFrontMatter')),
    ];
    const resolved = await Promise.all(offered.map((one) => session.request<CodeAction>('codeAction/resolve', one)));
    assert.ok(resolved.length >= 4);
    for (const { title, edit } of resolved) {
      assert.deepEqual(Object.keys(edit ?? {}), ['changes'], title);
      const changed = /newsroom/.test(title) ? `${folder}/copydesk.yml` : uri;
      assert.deepEqual(Object.keys(edit?.changes ?? {}), [changed], title);
    }
  });

  it('are told what the house says now at the next save, where they tell of no file', async () => {
    await start({});
    const uri = session.open('a.md', text);
    await session.diagnostics(uri, (all) => all.some(({ code }) => code === 'wrong-interpunct'));
    session.files.set(`${folder}/copydesk.yml`, `${house}checks: {wrong-interpunct: off}\n`);
    session.save(uri);
    await session.diagnostics(uri, (all) => all.every(({ code }) => code !== 'wrong-interpunct'));
    session.files.set(`${folder}/staff.yml`, 'staff: [何青竹]\n');
    session.save(uri);
    await session.diagnostics(uri, (all) => all.some(({ code }) => code === 'unknown-person'));
  });

  it('are refused in words where they ask before they introduce themselves, or introduce themselves twice', async () => {
    await start({});
    await assert.rejects(session.request('initialize', { processId: null, rootUri: null, capabilities: {} }), {
      code: ErrorCodes.InvalidRequest,
    });
    const uri = session.open('a.md', text);
    await session.diagnostics(uri, (all) => all.length > 0);
    const [up, down] = [new PassThrough(), new PassThrough()];
    const server = createConnection(ProposedFeatures.all, new StreamMessageReader(up), new StreamMessageWriter(down));
    serve(server, { now: () => 0 });
    const client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    client.listen();
    await assert.rejects(client.sendRequest('textDocument/hover', at('file:///a.md', text, '•')), {
      code: ErrorCodes.ServerNotInitialized,
    });
    // One whose language is no text is served in the usual one.
    const introduced = { processId: null, rootUri: null, capabilities: {}, locale: 7 };
    const begun = await client.sendRequest<{ capabilities: object }>('initialize', introduced);
    assert.ok('hoverProvider' in begun.capabilities);
    client.dispose();
    server.dispose();
  });

  it('get an outline without levels', async () => {
    await start({ can: { documentSymbol: {} } });
    const uri = session.open('a.md', text);
    await session.diagnostics(uri, (all) => all.length > 0);
    const request = { textDocument: { uri } };
    const symbols = await session.request<SymbolInformation[]>('textDocument/documentSymbol', request);
    assert.ok(symbols.length > 2);
    for (const symbol of symbols) assert.equal(symbol.location.uri, uri);
    const title = symbols.find(({ name }) => name === 'title');
    assert.equal(typeof title?.containerName, 'string');
    assert.equal(title?.location.range.start.line, 2);
  });

  it('get plain changes of house files', async () => {
    await start(plainEdits);
    const wrong = 'extends: china-report\nfeilds: {}\n';
    const uri = session.open('copydesk.yml', wrong, 'yaml');
    await session.diagnostics(uri, (all) => all.length > 0);
    const [action] = await session.actions(uri, rangeOf(wrong, 'feilds'));
    assert.deepEqual(Object.keys(action?.edit?.changes ?? {}), [uri]);
    assert.equal(action?.edit?.documentChanges, undefined);
  });

  it('rename through several files with plain changes, and leave running text', async () => {
    await start({ workspaceEdit: { documentChanges: false, changeAnnotationSupport: {} } });
    const uri = session.open('a.md', text);
    const edit = await session.request<WorkspaceEdit>('textDocument/rename', {
      ...at(uri, text, '沈若舟）'),
      newName: '沈若洲',
    });
    assert.deepEqual(Object.keys(edit), ['changes']);
    assert.deepEqual(Object.keys(edit.changes ?? {}).sort(), [uri, `${folder}/b.md`, `${folder}/staff.yml`].sort());
  });

  it('get the edits of every action at once where they cannot ask for them later', async () => {
    await start({ can: { codeAction: {} } });
    const uri = session.open('a.md', text);
    await session.diagnostics(uri, (all) => all.length > 0);
    const actions = await session.actions(uri, rangeOf(text, '•'));
    assert.ok(actions.some(({ title }) => /^Fix all/.test(title)));
    for (const { title, edit } of actions) assert.ok(edit?.documentChanges?.length, title);
  });

  describe('what nobody waits for', () => {
    const isCancelled = (error: unknown): boolean =>
      error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled;

    it('is answered as cancelled at once, whatever was asked', async () => {
      let letGo = (): void => {};
      const held = new Promise<void>((resolve) => {
        letGo = resolve;
      });
      await start({ hold: (uri) => (uri.endsWith('copydesk.yml') ? held : undefined) });
      const uri = session.open('a.md', text);
      const here = at(uri, text, '沈若舟');
      const wanted: readonly (readonly [string, object])[] = [
        ['textDocument/hover', here],
        ['textDocument/completion', here],
        ['textDocument/references', { ...here, context: { includeDeclaration: true } }],
        ['textDocument/rename', { ...here, newName: '沈若洲' }],
        ['textDocument/documentSymbol', { textDocument: { uri } }],
        ['copydesk/fields', { uri }],
        ['copydesk/house', { uri }],
      ];
      for (const [method, params] of wanted) {
        const source = new CancellationTokenSource();
        const answer = session.request(method, params, source.token);
        setTimeout(() => source.cancel(), 5);
        await assert.rejects(answer, isCancelled, method);
      }
      letGo();
    });

    it('stops: files that were to be read for it are not read', async () => {
      const many = Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`乡村/${i}.md`, text]));
      const source = new CancellationTokenSource();
      let read = 0;
      await start({
        files: {
          'copydesk.yml': `${house}checks: {duplicate-article: off, credit-differs: off}\n`,
          'staff.yml': staff,
          ...many,
        },
        hold(uri) {
          if (!uri.includes('乡村')) return undefined;
          read++;
          if (read === 20) source.cancel();
          return new Promise((resolve) => setTimeout(resolve, 1));
        },
      });
      const uri = session.open('a.md', '---\ntitle: 橙子\n---\n\n中国报道讯（沈若舟）橙子红了。\n');
      const whole = session.text(uri);
      const params = { ...at(uri, whole, '沈若舟'), context: { includeDeclaration: true } };
      await assert.rejects(session.request('textDocument/references', params, source.token), isCancelled);
      await session.desk('copydesk/explain', { id: 'wrong-dash' });
      await new Promise((resolve) => setTimeout(resolve, 50));
      assert.ok(read < 100, `${read} files were read`);
    });

    it('says how far a check of the newsroom came', async () => {
      const many = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`乡村/${i}.md`, text]));
      const source = new CancellationTokenSource();
      let read = 0;
      await start({
        files: { 'copydesk.yml': house, ...many },
        hold(uri) {
          if (uri.includes('乡村') && ++read === 40) source.cancel();
          return undefined;
        },
      });
      const told = await session.request('copydesk/checkNewsroom', { uri: `${folder}/乡村` }, source.token).then(
        () => undefined,
        (error: unknown) => (error instanceof ResponseError ? error : undefined),
      );
      assert.ok(told);
      assert.equal(told.code, LSPErrorCodes.RequestCancelled);
      const { files, cancelled } = told.data as NewsroomCount;
      assert.ok(cancelled && files > 0 && files < 200, `${files} articles`);
    });
  });

  it('are not sent more findings than anybody reads, the gravest first, and are told how many more there are', async () => {
    await start();
    // Each says something else, or it would be said once.
    const slips = `${text}${Array.from({ length: 2500 }, (_, nth) => `\n清泉镇的橙子[^橙${nth}]和柿子。\n`).join('')}`;
    const uri = session.open('a.md', slips.replace('橙子\n---', '橙子\nstage: published\n---'));
    const shown = await session.diagnostics(uri, (all) => all.length > 0);
    assert.equal(shown.length, 1000);
    const last = shown.at(-1);
    assert.equal(last?.code, 'too-many-findings');
    const left = Number(/\d+/.exec(String(last?.message))?.[0]);
    const { counts } = (await session.desk('copydesk/check', { uri })) ?? { counts: { error: 0, warning: 0, info: 0 } };
    assert.equal(left, counts.error + counts.warning + counts.info - 999);
    // Errors are all among them, whatever came before.
    assert.equal(shown.filter(({ severity }) => severity === 1).length, Math.min(counts.error, 999));
  });

  describe('texts that are worked on', () => {
    const codesOf = async (uri: string): Promise<readonly unknown[]> => {
      session.open(uri, text);
      return (await session.diagnostics(uri)).map(({ code }) => code);
    };

    it('are files, new texts and what lies in the workspace', async () => {
      await start();
      for (const uri of ['file:///desk/a.md', 'untitled:Untitled-1', `${folder}/乡村/a.md`])
        assert.ok((await codesOf(uri)).includes('wrong-interpunct'), uri);
    });

    it('are no other versions, no views, no cells of a notebook', async () => {
      await start();
      const copies = [
        'git:/desk/a.md?%7B%22ref%22%3A%22HEAD%22%7D',
        'gitlens://73/desk/a.md?%7B%22ref%22%3A%22abc%22%7D',
        'vscode-local-history:/desk/a.md?1',
        'merge-conflict.conflict-diff:/desk/a.md?a',
        'svn:/desk/a.md?BASE',
        'hg:/desk/a.md?tip',
        'vscode-notebook-cell:/desk/a.ipynb#W0sZmlsZQ%3D%3D',
        'vscode-chat-code-block:/a.md',
        'fugitive:///desk/.git//0/a.md',
        'perforce:/desk/a.md#head',
        'output:Copydesk.md',
        'vscode-scm:git/scm0/input.md',
        'newsroom-history:/desk/a.md',
      ];
      for (const uri of copies) assert.deepEqual(await codesOf(uri), [], uri);
    });
  });
});
