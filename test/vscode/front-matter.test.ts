import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, inWindow, press, screenshot, type } from '../host/driver.ts';
import { accept, article, mend, suggestions, take } from './fields.ts';
import { finding, noFinding, openFile, tidy } from './window.ts';

const body = '\n中国报道讯（苏禾报道）清泉镇签约。\n';

describe('front matter in the editor', () => {
  afterEach(tidy);

  describe('completion', () => {
    it('offers what is missing first, and writes a field with the shape of its value', async () => {
      const editor = await article('title: 柿子红了\n|\n');
      assert.equal(
        (await suggestions(editor)).find((label) => !/^[（(]/.test(label)),
        'column',
      );
      await accept(editor, 'keywords');
      await eventually('the field', () => editor.document.getText().includes('keywords: []'));
    });

    it('writes fields in Chinese where the article has Chinese names', async () => {
      const editor = await article('标题: 柿子红了\n栏|\n');
      await accept(editor, '栏目');
      await eventually('the field', () => /\n栏目: \S/.test(editor.document.getText()));
    });

    it('finds a column by its pinyin while it is typed', async () => {
      const editor = await article('title: 柿子红了\ncolumn: |\n');
      await eventually('columns', async () => (await suggestions(editor)).includes('乡村'));
      await vscode.window.showTextDocument(editor.document);
      await type('xiangc');
      await inWindow.waitFor('.suggest-widget .monaco-list-row.focused >> text=乡村');
      await press('Enter');
      await eventually('the column', () => editor.document.getText().includes('\ncolumn: 乡村\n'));
    });

    it('offers the present, in the house’s time zone', async () => {
      const editor = await article('title: 柿子红了\npublished: |\n');
      const [first] = await eventually('dates', async () => {
        const found = (await suggestions(editor)).filter((label) => /^\d{4}-/.test(label));
        return found.length === 2 && found;
      });
      assert.match(first ?? '', /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/);
      await accept(editor, first ?? '');
      await noFinding(editor.document.uri, 'bad-date');
    });

    it('offers pictures of the folder, tags of other articles, and other articles for links', async () => {
      await openFile('乡村/标签.md', `---\ntitle: 标签从这里来\ncolumn: 乡村\nkeywords: [柿子节, 清泉]\n---\n${body}`);
      await tidy();
      const image = await article('title: 柿子红了\ncover: |\n');
      await eventually('a picture', async () => (await suggestions(image)).includes('../图片/稻田收割.jpg'));
      await accept(image, '../图片/稻田收割.jpg');
      await eventually('the picture', () => image.document.getText().includes('cover: ../图片/稻田收割.jpg'));
      const tag = await article('title: 柿子红了\nkeywords: [清泉, |]\n');
      await eventually('a tag', async () => (await suggestions(tag)).includes('柿子节'));
      assert.ok(!(await suggestions(tag)).includes('清泉'));
      await accept(tag, '柿子节');
      await eventually('the tag', () => tag.document.getText().includes('keywords: [清泉, 柿子节]'));
      const block = await article('title: 柿子红了\nkeywords:\n  - |\n');
      await accept(block, '柿子节');
      await eventually('the item', () => block.document.getText().includes('\n  - 柿子节\n'));
      const link = await article('title: 柿子红了\nrelated:\n  - title: 标签\n    url: 标|\n');
      await eventually('an article', async () => (await suggestions(link)).includes('标签.md'));
      await accept(link, '标签.md');
      await eventually('the link', () => link.document.getText().includes('    url: 标签.md'));
    });

    it('completes the house file', async () => {
      const house = await openFile('试社/copydesk.yml', 'extends: china-report\nch\nchecks:\n  long-title: \n');
      house.selection = new vscode.Selection(3, 14, 3, 14);
      await eventually('severities', async () => (await suggestions(house)).includes('warning'));
      house.selection = new vscode.Selection(1, 2, 1, 2);
      assert.ok((await suggestions(house)).includes('fields'));
      await vscode.workspace.fs.delete(house.document.uri);
    });
  });

  describe('quick fixes', () => {
    it('add all that is missing, in the house’s order', async () => {
      const editor = await article('# 待补\ntitle: 柿子红了\neditor: 尚林溪 # 定稿\n');
      const text = await mend(editor, 'missing-field', '---', /Add/);
      assert.ok(text.startsWith('---\n# 待补\ntitle: 柿子红了\ncolumn:\neditor: 尚林溪 # 定稿\n---\n'), text);
    });

    it('correct a key, and a value by its sound', async () => {
      const editor = await article('titel: 柿子红了\ncolumn: 香存\n');
      assert.match(await mend(editor, 'unknown-field', 'titel', /title/), /---\ntitle: 柿子红了\n/);
      assert.match(await mend(editor, 'bad-value', '香存', /乡村/), /\ncolumn: 乡村\n/);
      await noFinding(editor.document.uri, 'bad-value');
    });

    it('write a date as the house does', async () => {
      const editor = await article('title: 柿子红了\ncolumn: 乡村\npublished: 2026年3月9日 # 定\n');
      assert.match(await mend(editor, 'bad-date', '2026年', /2026-03-09/), /\npublished: 2026-03-09 # 定\n/);
    });

    it('join or remove a duplicate', async () => {
      const editor = await article('title: 柿子红了\ncolumn: 乡村\nkeywords: [柿子]\nkeywords: [清泉]\n');
      const at = 'keywords: [清泉]';
      assert.match(await mend(editor, 'duplicate-field', at, /Put its values/), /\nkeywords: \[柿子, 清泉\]\n---/);
    });

    it('make a list of names in one text', async () => {
      const editor = await article('title: 柿子红了\ncolumn: 乡村\nreporters: 苏禾、周砚\n');
      assert.match(await mend(editor, 'wrong-type', '苏禾、周砚', /\[苏禾, 周砚\]/), /\nreporters: \[苏禾, 周砚\]\n/);
    });

    it('name fields in one way', async () => {
      const editor = await article('标题: 柿子红了\ncolumn: 乡村\n来源: 中国报道\n');
      assert.match(await mend(editor, 'mixed-field-names', 'column', /栏目/), /\n栏目: 乡村\n/);
    });

    it('mend a full-width colon', async () => {
      const editor = await article('title：柿子红了\ncolumn: 乡村\n');
      assert.match(await mend(editor, 'front-matter-syntax', 'title', /./), /---\ntitle: 柿子红了\n/);
    });
  });

  it('puts fields in the house’s order, and a list in another shape', async () => {
    const editor = await article('column: 乡村 # 栏\ntitle: 柿子红了\n\nreporters: [苏禾, 周砚]\n');
    const ordered = await take(editor, 'column', /order/);
    assert.ok(ordered.startsWith('---\ntitle: 柿子红了\ncolumn: 乡村 # 栏\n\nreporters: [苏禾, 周砚]\n---\n'), ordered);
    const listed = await take(editor, 'reporters', /line of its own/);
    assert.match(listed, /\nreporters:\n {2}- 苏禾\n {2}- 周砚\n---/);
  });

  it('shows the fields in the outline, folds the block, and links its paths', async () => {
    const editor = await article('title: 柿子红了\ncover: ../图片/稻田收割.jpg\nkeywords:\n  - 柿子\n');
    const { uri } = editor.document;
    const symbols = await eventually('symbols', async () => {
      const all = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        uri,
      );
      return all?.find(({ name }) => name === 'Front matter');
    });
    assert.deepEqual(
      symbols.children.map(({ name }) => name),
      ['title', 'cover', 'keywords'],
    );
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', uri);
    assert.ok(links.some(({ target }) => target?.path.endsWith('/图片/稻田收割.jpg')));
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      uri,
    );
    assert.ok(folds.some(({ start, end }) => start === 0 && end === 5));
    assert.ok(folds.some(({ start, end }) => start === 3 && end === 4));
  });

  it('stays calm while a key is being typed', async () => {
    const editor = await article('title: 柿子红了\ncolumn: 乡村\nsumm|\nsource: 中国报道\n');
    const found = await finding(editor.document.uri, 'front-matter-syntax');
    assert.equal(found.range.start.line, 3);
    const codes = vscode.languages.getDiagnostics(editor.document.uri).map(({ range }) => range.start.line);
    assert.deepEqual([...new Set(codes.filter((line) => line < 6))], [3]);
  });

  it('sets a field by its type', async () => {
    const editor = await article('title: 柿子红了\ncolumn: 经济 # 待定\n');
    void vscode.commands.executeCommand('copydesk.setField', 'column');
    await inWindow.waitFor('.quick-input-widget .monaco-list-row >> text=人物');
    await screenshot('set-field');
    await inWindow.click('.quick-input-widget .monaco-list-row >> text=人物');
    await eventually('the column', () => editor.document.getText().includes('\ncolumn: 人物 # 待定\n'));
  });

  it('changes the stage, tells what is missing, and stamps the time', async () => {
    const editor = await article('title: 柿子红了\ncolumn: 乡村\nsource: 中国报道\n');
    await inWindow.waitFor('.statusbar-item >> text=1 missing');
    void vscode.commands.executeCommand('copydesk.changeStage');
    await inWindow.waitFor('.quick-input-widget >> text=still missing');
    await screenshot('change-stage');
    await inWindow.click('.quick-input-widget .monaco-list-row >> text=Published');
    await eventually('the stage', () => editor.document.getText().includes('\nstage: published\n'));
    assert.match(editor.document.getText(), /\npublished: \d{4}-\d{2}-\d{2} \d{2}:\d{2}\n/);
    await inWindow.waitFor('.statusbar-item >> text=Published');
  });
});
