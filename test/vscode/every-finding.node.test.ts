import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { rules } from '../../src/checks/index.ts';
import { everyFault, neverShown } from '../faces/every-fault.ts';
import { eventually } from '../host/driver.ts';
import { finding, newsroom, openFile, shown, tidy } from './window.ts';

/** Where the newsroom with every fault is laid: a folder of the one that the window has open. */
const folder = '各种问题';

describe('findings of every kind', () => {
  afterEach(tidy);

  it('are each published by the editor', async () => {
    const files = await everyFault();
    for (const [path, text] of files) {
      const uri = vscode.Uri.joinPath(newsroom(), folder, path);
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    }
    const uris = [...files.keys()]
      .filter((path) => /\.(?:md|yml)$/.test(path))
      .map((path) => vscode.Uri.joinPath(newsroom(), folder, path));
    // What is open is published as it is typed; what no article holds, a picture that nobody uses, when all are checked.
    for (const uri of uris) await vscode.workspace.openTextDocument(uri);
    const wanted = rules.map(({ id }) => id).filter((id) => !neverShown.has(id) && id !== 'unused-picture');
    const missing = (): readonly string[] => {
      const found = new Set(uris.flatMap(shown));
      return wanted.filter((id) => !found.has(id));
    };
    await eventually('a finding of every kind', () => missing().length === 0).catch(() => {
      assert.deepEqual(missing(), [], 'give the check a place in test/faces/every-fault.ts');
    });
    await vscode.commands.executeCommand('copydesk.checkNewsroom');
    await finding(vscode.Uri.joinPath(newsroom(), folder, '图片/没人用.png'), 'unused-picture');
  });

  it('are each said in words, at a place, with a link to the page of their check', async () => {
    const files = await everyFault();
    const { document } = await openFile(`${folder}/passages.md`, files.get('passages.md') ?? '');
    await finding(document.uri, 'wrong-word');
    for (const one of vscode.languages.getDiagnostics(document.uri)) {
      assert.equal(one.source, 'Copydesk');
      assert.notEqual(one.message.trim(), '');
      assert.ok(document.validateRange(one.range).isEqual(one.range));
      assert.ok(typeof one.code === 'object' && one.code.target instanceof vscode.Uri, JSON.stringify(one.code));
    }
  });
});
