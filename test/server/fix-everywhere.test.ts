import assert from 'node:assert/strict';
import type { CodeAction, TextDocumentEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { folder, type Session, startSession } from './session.ts';

const capable = { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: true } };
const front = '---\ntitle: 柿子熟了\n---\n\n';
const title = 'Fix all of this kind in the newsroom, with a preview (Interpunct)';

describe('fixing all of a kind in the newsroom', () => {
  let session: Session;
  afterEach(() => session.stop());

  async function actionsAt(files: Readonly<Record<string, string>>, text: string, workspaceEdit: object = capable) {
    session = await startSession({ files, workspaceEdit });
    const uri = session.open('乡村/a.md', text);
    const found = await session.diagnostics(uri, (all) => all.some(({ code }) => code === 'wrong-interpunct'));
    const at = found.find(({ code }) => code === 'wrong-interpunct');
    assert.ok(at);
    return session.actions(uri, at.range);
  }

  it('is one change of the articles that have it, shown before it is made', async () => {
    const files = {
      'copydesk.yml': 'extends: plain\nlanguage: zh-Hans\n',
      '乡村/a.md': `${front}清泉•河口，水渠,通水。\n`,
      '乡村/b.md': `${front}清泉•河口，水渠,通水。\n`,
      '乡村/c.md': `${front}清泉·河口。\n`,
      '乡村/d.md': `${front}清泉•河口、清泉•河湾。\n`,
      'README.md': '# 清泉•河口\n',
    };
    const open = `${front}清泉•河口，水渠,通水。\n`;
    const action = (await actionsAt(files, open)).find((one) => one.title === title);
    assert.ok(action && action.edit === undefined);
    const { edit } = await session.request<CodeAction>('codeAction/resolve', action);
    const changes = (edit?.documentChanges ?? []).filter((one): one is TextDocumentEdit => 'textDocument' in one);
    const after = Object.fromEntries(
      changes.map(({ textDocument, edits }) => {
        const path = decodeURI(textDocument.uri).slice(folder.length + 1);
        const before = path === '乡村/a.md' ? open : (session.files.get(`${folder}/${path}`) ?? '');
        const texts = edits.filter((one) => 'newText' in one);
        return [path, TextDocument.applyEdits(TextDocument.create('', '', 0, before), texts).slice(front.length)];
      }),
    );
    assert.deepEqual(after, {
      '乡村/a.md': '清泉·河口，水渠,通水。\n',
      '乡村/b.md': '清泉·河口，水渠,通水。\n',
      '乡村/d.md': '清泉·河口、清泉·河湾。\n',
    });
    const annotations = Object.values(edit?.changeAnnotations ?? {});
    assert.deepEqual(annotations, [{ label: 'Interpunct: 3 articles', needsConfirmation: true }]);
    assert.ok(changes.every(({ edits }) => edits.every((one) => 'annotationId' in one)));
  });

  it('is not offered where the client could not show it first', async () => {
    const actions = await actionsAt({}, `${front}清泉•河口。\n`, {});
    assert.ok(!actions.some((one) => one.title === title));
  });
});
