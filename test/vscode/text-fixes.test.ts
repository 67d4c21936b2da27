import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { brokenMarkup } from '../../src/checks/broken-markup.ts';
import { fullWidthCharacters } from '../../src/checks/full-width-characters.ts';
import { indentedParagraph } from '../../src/checks/indented-paragraph.ts';
import { invisibleCharacter } from '../../src/checks/invisible-character.ts';
import { eventually, screenshot } from '../host/driver.ts';
import { mend, patternOf } from './fields.ts';
import { finding, front, openFile, shown, tidy } from './window.ts';

const head = `${front}中国报道讯（苏禾）清泉镇签约。\n\n`;

/** Fixes of what readers would see as marks, or not see at all: the text, what the fix is taken at, the text after it. */
const fixes = [
  [brokenMarkup, 'replace', '##晚橙\n\n橙子红了。\n', '##', '## 晚橙\n\n橙子红了。\n'],
  [brokenMarkup, 'replace', '橙子**红了 **。\n', '**红了', '橙子**红了**。\n'],
  [brokenMarkup, 'replace', '见[晚橙](晚 橙.md)。\n', '[晚橙]', '见[晚橙](<晚 橙.md>)。\n'],
  [brokenMarkup, 'encode', '见[晚橙](晚 橙.md)。\n', '[晚橙]', '见[晚橙](晚%20橙.md)。\n', /%20/],
  [brokenMarkup, 'separate', '橙子红了。\n===\n', '===', '橙子红了。\n\n===\n'],
  [
    brokenMarkup,
    'apart',
    '橙子红了。\n![橙子](../图片/稻田收割.jpg)\n',
    '![橙子]',
    '橙子红了。\n\n![橙子](../图片/稻田收割.jpg)\n',
  ],
  [
    indentedParagraph,
    'remove',
    '    清泉镇今年修好了三条水渠，两千亩地用上了水。\n',
    '清泉镇今',
    '清泉镇今年修好了三条水渠，两千亩地用上了水。\n',
  ],
  [indentedParagraph, 'remove', '\u3000\u3000橙子红了。\n', '\u3000\u3000', '橙子红了。\n'],
  [invisibleCharacter, 'remove', '橙\u200B子红了。\n', '\u200B', '橙子红了。\n'],
  [fullWidthCharacters, 'replace', '橙子２０２６年红了。\n', '２０２６', '橙子2026年红了。\n'],
] as const;

/** Two versions that Git left; with findings in them that are not said and fixes that are not made. */
const conflict = '<<<<<<< HEAD\n清泉镇•河口镇签约。。\n=======\n清泉镇•河口镇签了约。。\n>>>>>>> 另一稿\n';

describe('fixes of the text', () => {
  afterEach(tidy);

  for (const [number, [{ id, messages }, title, before, at, after, shows]] of fixes.entries()) {
    it(`${id} ${title}, ${number + 1}`, async () => {
      const titles: Readonly<Record<string, { readonly en: string } | undefined>> = messages;
      const editor = await openFile(`乡村/正文${number}.md`, `${head}${before}`);
      const mended = await mend(editor, id, at, shows ?? patternOf(titles[title]?.en ?? ''));
      assert.equal(mended, `${head}${after}`);
      await eventually(`${id} is mended`, () => !shown(editor.document.uri).includes(id));
    });
  }

  it('leave a conflict alone, and say that it is one', async () => {
    const { document } = await openFile('乡村/冲突.md', `${head}两地•相连。\n\n${conflict}`);
    const found = await finding(document.uri, 'conflict-marker');
    assert.equal(document.getText(found.range), '<<<<<<< HEAD');
    assert.equal(found.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(shown(document.uri).filter((code) => code === 'wrong-interpunct').length, 1);
    await screenshot('conflict');
    await vscode.commands.executeCommand('copydesk.fixAll');
    await eventually('the fixed text', () => document.getText().includes('两地·相连。'));
    assert.equal(document.getText(), `${head}两地·相连。\n\n${conflict}`);
  });
});
