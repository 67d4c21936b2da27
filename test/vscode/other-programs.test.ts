import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { onDisk } from '../host/driver.ts';
import { finding, front, newsroom, noFinding, openFile, replace, tidy } from './window.ts';

/** Shows a file that another program has written. */
async function show(path: string): Promise<vscode.TextEditor> {
  const uri = vscode.Uri.joinPath(newsroom(), ...path.split('/'));
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}

// Not without a server: there, what another program does to a file is not told.
describe('files that other programs change', () => {
  afterEach(tidy);

  it('are read again: an article that git brings back', async () => {
    const article = (mark: string) => `${front}中国报道讯（苏禾）清泉镇${mark}河口镇签约。\n`;
    await onDisk.write('乡村/来回.md', article('•'));
    await onDisk.git('init', '-q');
    await onDisk.git('add', '-A');
    await onDisk.git('commit', '-qm', 'a');
    await onDisk.write('乡村/来回.md', article('·'));
    await onDisk.git('commit', '-qam', 'b');
    const { document } = await show('乡村/来回.md');
    await onDisk.git('checkout', '-q', 'HEAD~1');
    await finding(document.uri, 'wrong-interpunct');
    await onDisk.git('checkout', '-q', '-');
    await noFinding(document.uri, 'wrong-interpunct');
    assert.equal(document.getText(), article('·'));
  });

  it('leave alone what was not saved, and findings follow the editor', async () => {
    const editor = await openFile('乡村/未存.md', `${front}中国报道讯（苏禾）清泉镇·河口镇签约。\n`);
    await replace(editor, '·', '•');
    await finding(editor.document.uri, 'wrong-interpunct');
    const heard = new Promise<void>((resolve) => {
      const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(newsroom(), '乡村/未存.md'));
      watcher.onDidChange(() => {
        watcher.dispose();
        resolve();
      });
    });
    await onDisk.write('乡村/未存.md', `${front}中国报道讯（苏禾）全改了。\n`);
    await heard;
    assert.ok(editor.document.isDirty);
    assert.match(editor.document.getText(), /清泉镇•河口镇/);
    await finding(editor.document.uri, 'wrong-interpunct');
  });

  it('change the house of open articles, also when it was written in pieces and fifty times', async () => {
    const { document } = await openFile('乡村/规范.md', `${front}中国报道讯（苏禾）清泉镇•河口镇签约。\n`);
    await finding(document.uri, 'wrong-interpunct');
    const kept = new TextDecoder().decode(
      await vscode.workspace.fs.readFile(vscode.Uri.joinPath(newsroom(), 'copydesk.yml')),
    );
    const off = kept.replace('checks:\n', 'checks:\n  wrong-interpunct: off\n');
    await onDisk.write('copydesk.yml', off);
    await noFinding(document.uri, 'wrong-interpunct');
    for (let i = 0; i < 50; i++) await onDisk.write('copydesk.yml', i % 2 === 0 ? kept : off.slice(0, -200));
    // As editors write: a new file, put in place of the old one.
    await onDisk.write('copydesk.yml.new', kept);
    await onDisk.rename('copydesk.yml.new', 'copydesk.yml');
    await finding(document.uri, 'wrong-interpunct');
    await onDisk.write('copydesk.yml', off);
    await noFinding(document.uri, 'wrong-interpunct');
    await onDisk.remove('copydesk.yml');
    await finding(document.uri, 'wrong-interpunct');
    await onDisk.write('copydesk.yml', kept);
  });

  it('bring a picture, and take it away', async () => {
    const { document } = await openFile('乡村/图片.md', `${front}清泉镇。\n\n![图](../图片/新来的.svg)\n`);
    await finding(document.uri, 'missing-image');
    await onDisk.write('图片/新来的.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
    await noFinding(document.uri, 'missing-image');
    await onDisk.rename('图片/新来的.svg', '图片/改了名.svg');
    await finding(document.uri, 'missing-image');
  });

  it('bring a colleague, and an article that says the same where each must differ', async () => {
    const named = front.replace('[苏禾]', '[林晓末]').replace('尚林溪', '许青禾');
    const { document } = await openFile('乡村/同事.md', `${named}中国报道讯（林晓末报道）清泉镇。\n`);
    await finding(document.uri, 'unknown-person');
    const staff = vscode.Uri.joinPath(newsroom(), 'staff.yml');
    const kept = new TextDecoder().decode(await vscode.workspace.fs.readFile(staff));
    await onDisk.write('staff.yml', `${kept.trimEnd()}\n  - {name: 林晓末, role: 记者}\n`);
    await noFinding(document.uri, 'unknown-person');

    const house = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(newsroom(), 'copydesk.yml'));
    const unique = new TextDecoder().decode(house).replace('fields:\n', 'fields:\n  slug: {unique: true}\n');
    await onDisk.write('copydesk.yml', unique);
    const slug = (title: string) => front.replace('title: 柿子红了清泉镇', `title: ${title}\nslug: only-once`);
    const editor = await openFile('乡村/唯一.md', `${slug('甲')}清泉镇。\n`);
    await noFinding(editor.document.uri, 'bad-value');
    await onDisk.write('乡村/又一.md', `${slug('乙')}清泉镇。\n`);
    await finding(editor.document.uri, 'bad-value');
    await onDisk.remove('乡村/又一.md');
    await noFinding(editor.document.uri, 'bad-value');
  });
});
