import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { fieldSettings } from '../../src/house/field-settings.ts';
import { type FieldType, fieldTypes, typesOfField } from '../../src/house/field-types.ts';
import { eventually } from '../host/driver.ts';
import { accept, article, hoverAt, lines, mend, suggestions, typeAt } from './fields.ts';
import { codeOf, newsroom, openFile, rangeOf, tidy } from './window.ts';

/** A folder with a house of its own, which has a field of every type. */
const folder = '类型社';

interface TypeCase {
  /** Settings of the field besides its type, as YAML between braces. */
  readonly settings?: string;
  /** What is typed behind the colon, and the check that finds it wrong, with the text that it is about. */
  readonly wrong: string;
  readonly check: string;
  readonly at?: string;
  /** The quick fix, and the value after it. */
  readonly fix?: readonly [title: RegExp, value: string];
  /** What stands behind the colon (`|`: the cursor), the row that is taken, and the value after it. */
  readonly complete?: readonly [value: string, row: string | RegExp, wanted: string | RegExp];
}

/** A case for every type: a type that is added to the table must be added here. */
const cases: Readonly<Record<FieldType, TypeCase>> = {
  text: { wrong: '2024', check: 'wrong-type', fix: [/quotation marks/, '"2024"'] },
  date: {
    wrong: '2024年6月1日',
    check: 'bad-date',
    fix: [/2024-06-01/, '2024-06-01'],
    complete: ['|', /^[-\d]{10}$/, /^\d{4}-\d{2}-\d{2}$/],
  },
  datetime: {
    wrong: '2024/6/1 10:53:16',
    check: 'bad-date',
    fix: [/2024-06-01 10:53:16/, '2024-06-01 10:53:16'],
    complete: ['|', /^[-\d]{10}$/, /^\d{4}-\d{2}-\d{2}( \d{2}:\d{2})?$/],
  },
  choice: {
    settings: 'values: [{value: 乡村, label: Country}, 时政]',
    wrong: '香存',
    check: 'bad-value',
    fix: [/乡村/, '乡村'],
    complete: ['|', '乡村', '乡村'],
  },
  person: {
    wrong: '林晓木',
    check: 'unknown-person',
    fix: [/林晓禾/, '林晓禾'],
    complete: ['|', '林晓禾', '林晓禾'],
  },
  people: {
    wrong: '林晓禾、周砚',
    check: 'wrong-type',
    fix: [/\[林晓禾, 周砚\]/, '[林晓禾, 周砚]'],
    complete: ['[林晓禾, |]', '周砚', '[林晓禾, 周砚]'],
  },
  image: {
    wrong: '../图片/稻田收割.txt',
    check: 'bad-value',
    complete: ['|', '../图片/稻田收割.jpg', '../图片/稻田收割.jpg'],
  },
  url: { wrong: 'www.example.com/a', check: 'bad-value', fix: [/https/, 'https://www.example.com/a'] },
  path: {
    settings: 'formats: [pdf]',
    wrong: '../附件/没有.pdf',
    check: 'bad-value',
    complete: ['|', '附件/名单.pdf', '附件/名单.pdf'],
  },
  boolean: { wrong: '是', check: 'wrong-type', fix: [/true/, 'true'], complete: ['|', 'false', 'false'] },
  number: { wrong: '１２', check: 'wrong-type', fix: [/number/, '12'] },
  list: {
    wrong: '春耕、育秧',
    check: 'wrong-type',
    fix: [/\[春耕, 育秧\]/, '[春耕, 育秧]'],
    complete: ['[春耕, |]', '插秧', '[春耕, 插秧]'],
  },
  map: {
    settings: 'of: boolean',
    wrong: '{东: 是}',
    check: 'wrong-type',
    at: '是',
    fix: [/true/, '{东: true}'],
    complete: ['{东: true, 西: |}', 'false', '{东: true, 西: false}'],
  },
  links: {
    wrong: '12',
    check: 'wrong-type',
    complete: ['\n  - title: 标签\n    url: 稿|', '稿件.md', '\n  - title: 标签\n    url: 稿件.md'],
  },
};

const keyOf = (kind: FieldType): string => `x_${kind}`;

const house = [
  'extends: china-report',
  'fields:',
  ...Object.entries(cases).map(
    ([kind, { settings }]) => `  x_${kind}: {type: ${kind}${settings === undefined ? '' : `, ${settings}`}}`,
  ),
  '  m_with: {type: text, required-with: [x_boolean=true]}',
  '  m_excludes: {type: text, excludes: [x_url]}',
  '  m_unique: {type: text, unique: true}',
  '  m_open: {type: choice, values: [甲, 乙], open: true}',
  '  m_long: {type: text, max-length: 4}',
  '  m_short: {type: text, min-length: 4}',
  '  m_marks: {type: text, forbidden: "＊★"}',
  '  m_formats: {type: image, formats: [png, webp]}',
  '  m_size: {type: image, least-size: 2000x1000}',
  '  m_numbers: {type: list, of: number, least: 1, most: 9}',
  '  m_default: {type: text, required: draft, default: 平常}',
  '  m_prose: {type: text, prose: true}',
  '  m_form: {type: datetime, form: 2024-06-01T10:53:16+08:00}',
  '  m_from: {type: text, values-from: 数据/作者.yml}',
  '  m_alone: {type: list, alone: text}',
  '  m_flag: {type: boolean, when-true: ready, when-false: draft}',
  '  m_inner: {type: list, fields: {stars: {type: number}}}',
  '  m_words: {type: text, aliases: [说明], label: {zh: 说明, en: A label}, help: {zh: 一句话, en: One sentence}}',
  '  editor: {required: ready}',
  '',
].join('\n');

/** The findings of a check whose range is exactly a text of the article. */
function findingsAt({ document }: vscode.TextEditor, check: string, text: string): readonly vscode.Diagnostic[] {
  const all = vscode.languages.getDiagnostics(document.uri);
  return all.filter((one) => codeOf(one) === check && document.getText(one.range) === text);
}

describe('the types of fields', () => {
  before(async () => {
    const write = (path: string, text: string) =>
      vscode.workspace.fs.writeFile(vscode.Uri.joinPath(newsroom(), folder, path), new TextEncoder().encode(text));
    const staff = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(newsroom(), 'staff.yml'));
    await write('staff.yml', new TextDecoder().decode(staff));
    await write('附件/名单.pdf', '%PDF');
    await write('数据/作者.yml', 'lxq: 陆晓晴\n');
    await write('稿件.md', '---\ntitle: 另一篇\ncolumn: 乡村\nm_unique: 独一份\nx_list: [插秧]\n---\n\n正文。\n');
    const picture = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(newsroom(), '图片/稻田收割.jpg'));
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(newsroom(), folder, '图/小.jpg'), picture);
    await write('copydesk.yml', house);
    await openFile(`${folder}/copydesk.yml`, house);
    await tidy();
  });
  after(tidy);

  const others = 'title: 柿子红了\ncolumn: 乡村\nm_default: 平常\n';

  for (const kind of fieldTypes) {
    it(kind, async () => {
      const own = cases[kind];
      assert.ok(own, `the type ${kind} has no case here`);
      const key = keyOf(kind);
      const wrong = own.at ?? own.wrong;
      const editor = await article(`${others}${key}: |\n`, folder);
      await typeAt(editor, own.wrong);
      await eventually(`${own.check} at ${wrong}`, () => findingsAt(editor, own.check, wrong)[0]);
      assert.ok((await hoverAt(editor, key)).includes(typesOfField[kind].words.en));
      const isRight = () =>
        vscode.languages
          .getDiagnostics(editor.document.uri)
          .every((one) => editor.document.lineAt(one.range.start.line).text.startsWith(key) === false);
      if (own.fix) {
        const [title, value] = own.fix;
        await mend(editor, own.check, wrong, title);
        assert.equal(lines(editor), `${others}${key}: ${value}\n`);
        await eventually('no finding', isRight);
      }
      if (own.complete) {
        const [marked, row, wanted] = own.complete;
        const text = editor.document.getText();
        const start = text.indexOf(`${key}:`) + key.length + 1;
        const end = text.indexOf('\n', start);
        const value = marked.startsWith('\n') ? marked : ` ${marked}`;
        const range = new vscode.Range(editor.document.positionAt(start), editor.document.positionAt(end));
        assert.ok(await editor.edit((edit) => edit.replace(range, value.replace('|', ''))));
        const place = editor.document.positionAt(start + value.indexOf('|'));
        editor.selection = new vscode.Selection(place, place);
        await accept(editor, row);
        const after = () =>
          lines(editor)
            .slice(others.length + key.length + 1)
            .trimEnd();
        await eventually(`${wanted}`, () =>
          typeof wanted === 'string' ? after().replace(/^ /, '') === wanted : wanted.test(after().trim()),
        );
        await eventually('no finding', isRight);
      }
      assert.ok(own.fix ?? own.complete, 'a type must be helped with by a fix or a completion');
      await tidy();
    });
  }

  describe('their settings', () => {
    const text = [
      'title: 柿子红了',
      'column: 乡村',
      'stage: ready',
      'slug: a b',
      'published: 2026-05-04 09:30',
      'x_boolean: true',
      'x_url: https://example.com/a',
      'm_excludes: 甲',
      'm_unique: 独一份',
      'm_open: 丙',
      'm_long: 一二三四五',
      'm_short: 一二',
      'm_marks: 甲★乙',
      'm_formats: 图/小.jpg',
      'm_size: 图/小.jpg',
      'm_numbers: [0, 5, 12, 三]',
      'm_prose: 他说"好"',
      'm_form: 2026-05-05 10:00',
      'm_from: 没有',
      'm_alone: 甲',
      'm_flag: true',
      'm_inner: [{stars: 五}]',
      '说明: 有说明',
      '',
    ].join('\n');
    const dateline = '\n本报北京6月20日讯（记者周砚）清泉镇签约。\n';
    let editor: vscode.TextEditor;
    before(async () => {
      editor = await article(text, folder, dateline);
    });

    const found = (check: string, at: string, message: RegExp) =>
      eventually(`${check} at ${at}`, () => findingsAt(editor, check, at).find((one) => message.test(one.message)));

    /** A proof for every setting: a setting that is added to the table must be added here. */
    const proofs: Readonly<Record<string, () => Promise<unknown>>> = {
      type: () => found('wrong-type', '三', /number/),
      of: () => found('wrong-type', '三', /number/),
      aliases: async () => {
        assert.match(await hoverAt(editor, '说明'), /A label/);
        assert.deepEqual(findingsAt(editor, 'unknown-field', '说明'), []);
      },
      role: () => found('bad-value', ' ', /address/),
      label: async () => assert.match(await hoverAt(editor, '说明'), /A label/),
      help: async () => assert.match(await hoverAt(editor, '说明'), /One sentence/),
      required: () => found('missing-field', '---', /editor/),
      'required-with': () => found('missing-field', '---', /m_with.*x_boolean=true/),
      excludes: () => found('duplicate-field', 'm_excludes', /x_url/),
      unique: () => found('bad-value', '独一份', /稿件\.md/),
      values: async () => {
        const { end } = rangeOf(editor.document, 'm_open: ');
        editor.selection = new vscode.Selection(end, end);
        await eventually('values', async () => (await suggestions(editor)).slice(0, 2).join() === '甲,乙');
      },
      'values-from': () => found('bad-value', '没有', /./),
      open: async () => {
        await found('missing-field', '---', /editor/);
        assert.deepEqual(findingsAt(editor, 'bad-value', '丙'), []);
      },
      alone: async () => assert.match(await hoverAt(editor, 'm_alone'), /one alone as a text/),
      'when-true': async () => assert.match(await hoverAt(editor, 'm_flag'), /`true` is `ready`/),
      'when-false': async () => assert.match(await hoverAt(editor, 'm_flag'), /`false` is `draft`/),
      fields: () => found('wrong-type', '五', /number/),
      'max-length': () => found('bad-value', '一二三四五', /the limit is 4/),
      'min-length': () => found('bad-value', '一二', /it needs 4/),
      forbidden: () => found('bad-value', '★', /takes no `★`/),
      formats: () => found('bad-value', '图/小.jpg', /png, webp/),
      'least-size': () => found('bad-value', '图/小.jpg', /2000x1000/),
      form: () => found('bad-date', '2026-05-05 10:00', /has no offset.*\+08:00/),
      least: () => found('bad-value', '0', /at least 1/),
      most: () => found('bad-value', '12', /at most 9/),
      default: async () => {
        await found('missing-field', '---', /m_default/);
        assert.match(await mend(editor, 'missing-field', '---', /Add .*m_default/), /\nm_default: 平常\n/);
      },
      prose: () => found('straight-quotes', '"', /./),
    };

    // That of `default` changes the text, so it comes last.
    for (const setting of Object.keys(fieldSettings).sort((a, b) => +(a === 'default') - +(b === 'default'))) {
      it(setting, async () => {
        const proof = proofs[setting];
        assert.ok(proof, `the setting ${setting} has no proof here`);
        await proof();
      });
    }

    it('knows a time of publication earlier than the dateline, and one that has not come', async () => {
      await found('bad-date', '2026-05-04 09:30', /6月20日/);
      const late = await article('title: 柿子红了\ncolumn: 乡村\nstage: published\npublished: 2099-01-01\n', folder);
      await eventually('future-date', () => findingsAt(late, 'future-date', '2099-01-01')[0]);
    });
  });
});
