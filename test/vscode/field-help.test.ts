import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { badDate } from '../../src/checks/bad-date.ts';
import { badValue } from '../../src/checks/bad-value.ts';
import { cutValue } from '../../src/checks/cut-value.ts';
import { duplicateField } from '../../src/checks/duplicate-field.ts';
import { frontMatterSyntax } from '../../src/checks/front-matter-syntax.ts';
import { futureDate } from '../../src/checks/future-date.ts';
import { misplacedFence } from '../../src/checks/misplaced-fence.ts';
import { missingField } from '../../src/checks/missing-field.ts';
import { missingFrontMatter } from '../../src/checks/missing-front-matter.ts';
import { missingImage } from '../../src/checks/missing-image.ts';
import { mixedFieldNames } from '../../src/checks/mixed-field-names.ts';
import { titlePunctuation } from '../../src/checks/title-punctuation.ts';
import { unknownField } from '../../src/checks/unknown-field.ts';
import { unknownPerson } from '../../src/checks/unknown-person.ts';
import { unusedAllowance } from '../../src/checks/unused-allowance.ts';
import { wrongType } from '../../src/checks/wrong-type.ts';
import { titleOfFix } from '../checks/fix-titles.ts';
import { eventually, inWindow, press, screenshot, type } from '../host/driver.ts';
import { accept, article, lines, mend, patternOf, rewrite, setField } from './fields.ts';
import { codeOf, finding, newsroom, noFinding, openFile, rangeOf, tidy } from './window.ts';

/** The checks of front matter that offer fixes. */
const fixing = [
  frontMatterSyntax,
  misplacedFence,
  missingFrontMatter,
  missingField,
  unknownField,
  cutValue,
  duplicateField,
  mixedFieldNames,
  badValue,
  badDate,
  wrongType,
  futureDate,
  missingImage,
  titlePunctuation,
  unknownPerson,
  unusedAllowance,
];

const both = 'title: 柿子红了\ncolumn: 乡村\n';
const now = String.raw`\d{4}-\d\d-\d\d \d\d:\d\d`;

/**
 * For every fix that a check has (`check title`): front matter, the text that the fix is taken at, and what the front
 * matter is after it (as a pattern where it depends on the clock). A fix that is added must be added here.
 */
const fixes: Readonly<Record<string, readonly [before: string, at: string, after: string | RegExp]>> = {
  'front-matter-syntax fix-full-width-colon': [
    'title：柿子红了 # 题\ncolumn: 乡村\n',
    '：',
    'title: 柿子红了 # 题\ncolumn: 乡村\n',
  ],
  'front-matter-syntax fix-missing-space': ['title:柿子红了\ncolumn: 乡村\n', 'title', both],
  'front-matter-syntax fix-full-width-quotes': [
    'title: “甲: 乙”\ncolumn: 乡村\n',
    '“',
    'title: "甲: 乙"\ncolumn: 乡村\n',
  ],
  'front-matter-syntax fix-text-after-quote': [
    'title: "甲"乙\ncolumn: 乡村\n',
    '乙',
    'title: \'"甲"乙\'\ncolumn: 乡村\n',
  ],
  'front-matter-syntax fix-unquoted-colon': [
    'title: 甲: 乙 # 题\ncolumn: 乡村\n',
    ': 乙',
    'title: "甲: 乙" # 题\ncolumn: 乡村\n',
  ],
  'front-matter-syntax fix-reserved-start': ['title: @甲\ncolumn: 乡村\n', '@', 'title: "@甲"\ncolumn: 乡村\n'],
  'front-matter-syntax fix-tab-indentation': [`${both}keywords:\n\t- 甲\n`, '\t', `${both}keywords:\n  - 甲\n`],
  'front-matter-syntax fix-bad-indentation': ['title: 柿子红了\n  column: 乡村\n', '  column', both],
  'front-matter-syntax fix-bad-escape': [
    'title: "甲\\d乙"\ncolumn: 乡村\n',
    '\\d',
    'title: "甲\\\\d乙"\ncolumn: 乡村\n',
  ],
  'front-matter-syntax fix-dash': [`${both}keywords:\n-甲\n`, '-甲', `${both}keywords:\n- 甲\n`],
  'front-matter-syntax fix-list': [`${both}keywords: "甲", "乙" # 词\n`, ', "乙"', `${both}keywords: [甲, 乙] # 词\n`],
  'front-matter-syntax fix-unclosed': ['', '---', both],
  'misplaced-fence fix-blank-before': ['', '---', both],
  'misplaced-fence fix-fence': ['', '----', both],
  'misplaced-fence fix-no-opening': ['', 'title', both],
  'misplaced-fence fix-no-fences': ['', 'title', both],
  'missing-front-matter insert': ['', '清泉镇', /^title:\ncolumn:\n$/],
  'missing-field add': [
    '# 待补\ntitle: 柿子红了\neditor: 许青禾 # 定稿\n',
    '---',
    '# 待补\ntitle: 柿子红了\ncolumn:\neditor: 许青禾 # 定稿\n',
  ],
  'missing-field fill': [
    `${both}stage: published\npublished: # 待定\neditor: 许青禾\nsource: 中国报道\n`,
    'published:',
    new RegExp(`\\npublished: ${now} # 待定\\n`),
  ],
  'unknown-field rename': ['titel: 柿子红了 # 题\ncolumn: 乡村\n', 'titel', 'title: 柿子红了 # 题\ncolumn: 乡村\n'],
  'duplicate-field remove': [`${both}# 上\nsource: 甲\nsource: 乙\n`, 'source: 乙', `${both}# 上\nsource: 甲\n`],
  'duplicate-field remove-first': [`${both}source: 甲\nsource: 乙 # 下\n`, 'source: 乙', `${both}source: 乙 # 下\n`],
  'duplicate-field join': [
    `${both}keywords: [柿子] # 一\nkeywords: [清泉]\n`,
    'keywords: [清泉]',
    `${both}keywords: [柿子, 清泉] # 一\n`,
  ],
  'mixed-field-names rename': [
    '标题: 柿子红了\ncolumn: 乡村\n来源: 中国报道\n',
    'column',
    '标题: 柿子红了\n栏目: 乡村\n来源: 中国报道\n',
  ],
  'mixed-field-names others': [
    '标题: 柿子红了\ncolumn: 乡村\n来源: 中国报道\n',
    'column',
    'title: 柿子红了\ncolumn: 乡村\nsource: 中国报道\n',
  ],
  'cut-value quote': ['title: 柳叶渡 #晚橙\ncolumn: 乡村\n', '#晚橙', 'title: "柳叶渡 #晚橙"\ncolumn: 乡村\n'],
  'bad-value replace': ['title: 柿子红了\ncolumn: "三农" # 栏\n', '三农', 'title: 柿子红了\ncolumn: "乡村" # 栏\n'],
  'bad-date normalise': [`${both}published: 2026年3月9日 # 定\n`, '2026年', `${both}published: 2026-03-09 # 定\n`],
  'wrong-type quote': ['title: 2024 # 题\ncolumn: 乡村\n', '2024', 'title: "2024" # 题\ncolumn: 乡村\n'],
  'wrong-type unquote': [`${both}f_number: "12" # 数\n`, '"12"', `${both}f_number: 12 # 数\n`],
  'wrong-type dashes': [`${both}keywords:\n  • 甲\n  • 乙\n`, '• 甲', `${both}keywords:\n  - 甲\n  - 乙\n`],
  'wrong-type replace': [
    `${both}reporters: 林晓禾、周砚 # 二人\n`,
    '林晓禾、周砚',
    `${both}reporters: [林晓禾, 周砚] # 二人\n`,
  ],
  'future-date now': [
    `${both}stage: published\npublished: 2099-01-01 08:00 # 定\n`,
    '2099',
    new RegExp(`\\npublished: ${now} # 定\\n`),
  ],
  'missing-image replace': [
    `${both}cover: 图片/稻田收割.JPG # 图\n`,
    '图片/稻田收割.JPG',
    `${both}cover: ../图片/稻田收割.jpg # 图\n`,
  ],
  'title-punctuation remove': ['title: 柿子红了。\ncolumn: 乡村\n', '。', both],
  'unknown-person replace': [`${both}reporters: [林晓木]\n`, '林晓木', `${both}reporters: [林晓禾]\n`],
  'unused-allowance remove': [
    `${both}allow:\n  - wrong-dash: 引文\n  - future-date: 预告\n`,
    'wrong-dash',
    /^title: 柿子红了\ncolumn: 乡村\nallow:\n {2}- future-date: 预告\n$/,
  ],
};

const body = '清泉镇签约。\n';

/** Where the fences are what is wrong: the whole text before the fix. */
const texts: Readonly<Record<string, string>> = {
  'front-matter-syntax fix-unclosed': `---\n${both}\n${body}`,
  'misplaced-fence fix-blank-before': `\n\n---\n${both}---\n\n${body}`,
  'misplaced-fence fix-fence': `----\n${both}---\n\n${body}`,
  'misplaced-fence fix-no-opening': `${both}---\n\n${body}`,
  'misplaced-fence fix-no-fences': `${both}\n${body}`,
  'missing-front-matter insert': body,
};

const minute = new RegExp(`\\npublished: ${now}\\n`);

/** Every kind of completion: front matter with the cursor, the row that is taken, the front matter after it. */
const completions: readonly (readonly [name: string, before: string, row: string | RegExp, after: string | RegExp])[] =
  [
    ['a field with the shape of its value', `${both}|\n`, 'keywords', `${both}keywords: []\n`],
    ['a field before its colon', 'title: 柿子红了\ncol|: 乡村\n', 'column', both],
    ['a field in Chinese', '标题: 柿子红了\n栏|\n', '栏目', /^标题: 柿子红了\n栏目: \S+\n$/],
    ['a value right behind the colon', 'title: 柿子红了\ncolumn:|\n', '乡村', both],
    ['a value before a comment', 'title: 柿子红了\ncolumn: | # 栏\n', '乡村', 'title: 柿子红了\ncolumn: 乡村 # 栏\n'],
    ['a choice by its label', `${both}stage: 草|\n`, 'draft', `${both}stage: draft\n`],
    ['a truth', `${both}f_truth: |\n`, 'true', `${both}f_truth: true\n`],
    ['today', `${both}published: |\n`, /^[-\d]{10}$/, /\npublished: \d{4}-\d\d-\d\d\n/],
    ['a person in a list on one line', `${both}reporters: [|]\n`, '林晓禾', `${both}reporters: [林晓禾]\n`],
    ['a person on a line of its own', `${both}reporters:\n  - |\n`, '周砚', `${both}reporters:\n  - 周砚\n`],
    ['a picture', `${both}cover: |\n`, '../图片/稻田收割.jpg', `${both}cover: ../图片/稻田收割.jpg\n`],
    ['a tag on one line', `${both}keywords: [清泉, |]\n`, '柿子节', `${both}keywords: [清泉, 柿子节]\n`],
    ['a tag on a line of its own', `${both}keywords:\n  - |\n`, '柿子节', `${both}keywords:\n  - 柿子节\n`],
    ['a link', `${both}related:\n  - |\n`, 'title', `${both}related:\n  - title: \n    url: \n`],
    [
      'a part of a link',
      `${both}related:\n  - title: 甲\n    |\n`,
      'url',
      `${both}related:\n  - title: 甲\n    url: \n`,
    ],
    ['the address of a link', `${both}related: [{url: 标|}]\n`, '标签.md', `${both}related: [{url: 标签.md}]\n`],
    ['a name of a map', `${both}f_map: {|}\n`, '抖音', `${both}f_map: {抖音: }\n`],
    ['a value of a map', `${both}f_map:\n  抖音: |\n`, 'false', `${both}f_map:\n  抖音: false\n`],
    ['a check to be allowed', `${both}allow:\n  - wrong-d|\n`, 'wrong-dash', `${both}allow:\n  - wrong-dash\n`],
    ['now', `${both}published: |\n`, /^[-\d]{10} [:\d]{5}$/, minute],
  ];

describe('help with fields', () => {
  before(async () => {
    const uri = vscode.Uri.joinPath(newsroom(), 'copydesk.yml');
    const house = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    const fields = 'f_number: {type: number}\n  f_truth: {type: boolean}\n  f_map: {type: map, of: boolean}\n  ';
    await openFile(
      'copydesk.yml',
      house.replace('fields:\n', `fields:\n  slug: {unique: true}\n  ${fields}`).replace(/ {2}\n/, '\n'),
    );
    await openFile(
      '乡村/标签.md',
      '---\ntitle: 标签从这里来\ncolumn: 乡村\nkeywords: [柿子节, 清泉]\nf_map: {抖音: true}\n---\n\n正文。\n',
    );
    await tidy();
  });

  describe('fixes', () => {
    let editor: vscode.TextEditor;
    before(async () => {
      editor = await article(both);
    });
    after(tidy);

    for (const check of fixing) {
      for (const [id, { en }] of Object.entries<{ readonly en: string }>(check.messages)) {
        if (!titleOfFix.test(en)) continue;
        const name = `${check.id} ${id}`;
        it(name, async () => {
          const own = fixes[name];
          assert.ok(own, `the fix ${name} has no case here`);
          const [before, at, after] = own;
          await rewrite(editor, before, texts[name]);
          await mend(editor, check.id, at, patternOf(en));
          if (typeof after === 'string') assert.equal(lines(editor), after);
          else assert.match(lines(editor), after);
          assert.ok(editor.document.getText().endsWith('清泉镇签约。\n'));
        });
      }
    }
  });

  describe('completion of', () => {
    // Each in an editor of its own: a list that a completion opens would stand over the next one's.
    afterEach(tidy);

    for (const [name, before, row, after] of completions) {
      it(name, async () => {
        const editor = await article(before);
        await accept(editor, row);
        await eventually(`${after} in\n${lines(editor)}`, () =>
          typeof after === 'string' ? lines(editor) === after : after.test(lines(editor)),
        );
      });
    }
  });

  describe('Set Field…', () => {
    afterEach(tidy);

    it('adds a link, with the title of the article', async () => {
      const editor = await article(`${both}related:\n  - 旧闻.md # 注\n`);
      await setField('related', 'Add…');
      await inWindow.waitFor('.quick-input-widget >> text=Address');
      await type('标签');
      await inWindow.click('.quick-input-widget .monaco-list-row >> text=标签.md');
      await inWindow.waitFor('.quick-input-widget >> text=Title');
      await screenshot('set-field-link');
      await press('Enter');
      await eventually('the link', () =>
        lines(editor).endsWith('related:\n  - 旧闻.md # 注\n  - title: 标签从这里来\n    url: 标签.md\n'),
      );
    });

    it('changes a value of a map, and takes a name away', async () => {
      const editor = await article(`${both}f_map: {抖音: true, 微博: true} # 注\n`);
      await setField('f_map', '抖音', 'Value', 'false');
      await eventually('the value', () => lines(editor).endsWith('f_map: {抖音: false, 微博: true} # 注\n'));
      await setField('f_map', '抖音', 'Remove');
      await eventually('the rest', () => lines(editor).endsWith('f_map: {微博: true} # 注\n'));
    });
  });

  describe('beyond one article', () => {
    afterEach(tidy);

    it('leaves line ends as they are where something is mended', async () => {
      const text = `---\n${both}published: 2026年3月9日 # 定\nkeywords: [柿子]\n---\n\n清泉镇签约。\n`;
      const editor = await openFile('乡村/行尾.md', text.replaceAll('\n', '\r\n'));
      const mended = await mend(editor, 'bad-date', '2026年', /2026-03-09/);
      assert.equal(mended, text.replace('2026年3月9日', '2026-03-09').replaceAll('\n', '\r\n'));
    });

    it('tells an open article at once when another one takes its value', async () => {
      const first = await article(`${both}slug: persimmon\n`);
      const second = await article(`${both}slug: other\n`);
      await vscode.window.showTextDocument(second.document);
      const edit = new vscode.WorkspaceEdit();
      edit.replace(second.document.uri, rangeOf(second.document, 'other'), 'persimmon');
      assert.ok(await vscode.workspace.applyEdit(edit));
      const taken = await finding(first.document.uri, 'bad-value');
      assert.equal(codeOf(taken), 'bad-value');
      assert.match(taken.message, /字段\d+\.md/);
      const back = new vscode.WorkspaceEdit();
      back.replace(second.document.uri, rangeOf(second.document, 'persimmon'), 'another');
      assert.ok(await vscode.workspace.applyEdit(back));
      await noFinding(first.document.uri, 'bad-value');
    });
  });
});
