import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import { addItem, setSetting } from '../../src/house/house-edit.ts';
import { applyEdits, type TextEdit } from '../../src/model/range.ts';

const done = (text: string, edit: TextEdit | undefined): string | undefined => edit && applyEdits(text, [edit]);
const set = (text: string, path: string, value: Parameters<typeof setSetting>[2]) =>
  done(text, setSetting(text, path.split('.'), value));
const add = (text: string, path: string, item: string, before: readonly string[] = []) =>
  done(text, addItem(text, path.split('.'), item, before));

describe('an edit of a house file', () => {
  it('gives a setting a value where it stands or belongs', () => {
    const cases: readonly (readonly [text: string, path: string, value: string, result: string])[] = [
      ['', 'checks.wrong-dash', 'off', 'checks:\n  wrong-dash: off\n'],
      ['# 本社规范\n', 'checks.wrong-dash', 'off', '# 本社规范\nchecks:\n  wrong-dash: off\n'],
      ['name: 青禾', 'checks.wrong-dash', 'off', 'name: 青禾\nchecks:\n  wrong-dash: off'],
      [
        'name: 青禾\n\nchecks:\n  # 标题\n  long-title: off # 不管\n\npage:\n  home: 青禾\n',
        'checks.wrong-dash',
        'info',
        'name: 青禾\n\nchecks:\n  # 标题\n  long-title: off # 不管\n  wrong-dash: info\n\npage:\n  home: 青禾\n',
      ],
      ['checks:\n  wrong-dash: error # 曾经\n', 'checks.wrong-dash', 'off', 'checks:\n  wrong-dash: off # 曾经\n'],
      [
        'checks: {wrong-dash: error, long-title: {max: 9}}\n',
        'checks.wrong-dash',
        'off',
        'checks: {wrong-dash: off, long-title: {max: 9}}\n',
      ],
      [
        'checks: {long-title: {max: 9}}\n',
        'checks.wrong-dash',
        'off',
        'checks: {long-title: {max: 9}, wrong-dash: off}\n',
      ],
      [
        'checks: {long-title: {max: 9}}\n',
        'checks.long-title.severity',
        'off',
        'checks: {long-title: {max: 9, severity: off}}\n',
      ],
      ['checks: {}\n', 'checks.wrong-dash', 'off', 'checks: {wrong-dash: off}\n'],
      ['checks:\nname: 青禾\n', 'checks.wrong-dash', 'off', 'checks:\n  wrong-dash: off\nname: 青禾\n'],
      [
        'checks:\n  long-title:\n    max: 9\nname: 青禾\n',
        'checks.wrong-dash',
        'off',
        'checks:\n  long-title:\n    max: 9\n  wrong-dash: off\nname: 青禾\n',
      ],
      ['{name: 青禾}\n', 'checks.wrong-dash', 'off', '{name: 青禾, checks: {wrong-dash: off}}\n'],
      ['name: 青禾\r\nchecks:\r\n  a: off\r\n', 'checks.b', 'off', 'name: 青禾\r\nchecks:\r\n  a: off\r\n  b: off\r\n'],
      ['about: |\n  一行\n  两行\n', 'name', '青禾', 'about: |\n  一行\n  两行\nname: 青禾\n'],
    ];
    for (const [text, path, value, result] of cases) assert.equal(set(text, path, value), result, text);
    assert.equal(
      set('fields:\n    title: {type: text}\n', 'fields.weather', { type: 'text' }),
      'fields:\n    title: {type: text}\n    weather:\n      type: text\n',
    );
  });

  it('adds an item to a list in the style of the list', () => {
    const cases: readonly (readonly [text: string, path: string, before: readonly string[], result: string])[] = [
      [
        'fields:\n  column:\n    values: [乡村, 人物] # 栏目\n',
        'fields.column.values',
        [],
        'fields:\n  column:\n    values: [乡村, 人物, 通联部] # 栏目\n',
      ],
      [
        'fields:\n  column:\n    values: [乡村, 人物,]\n',
        'fields.column.values',
        [],
        'fields:\n  column:\n    values: [乡村, 人物, 通联部,]\n',
      ],
      [
        'fields:\n  column:\n    values:\n      - 乡村 # 旧\n      # 人\n      - {value: 人物}\n  x: {type: text}\n',
        'fields.column.values',
        [],
        'fields:\n  column:\n    values:\n      - 乡村 # 旧\n      # 人\n      - {value: 人物}\n      - 通联部\n  x: {type: text}\n',
      ],
      [
        'staff:\n- 陆晓晴\n- name: 高远\n  role: 记者\n',
        'staff',
        [],
        'staff:\n- 陆晓晴\n- name: 高远\n  role: 记者\n- 通联部\n',
      ],
      ['fields: {column: {values: []}}\n', 'fields.column.values', ['乡村'], 'fields: {column: {values: [通联部]}}\n'],
      [
        'fields:\n  column: {type: choice}\n',
        'fields.column.values',
        ['乡村'],
        'fields:\n  column: {type: choice, values: [乡村, 通联部]}\n',
      ],
      [
        'extends: chinese\n',
        'fields.column.values',
        ['乡村'],
        'extends: chinese\nfields:\n  column:\n    values: [乡村, 通联部]\n',
      ],
      [
        'fields:\n  column:\n    values:\n',
        'fields.column.values',
        ['乡村'],
        'fields:\n  column:\n    values: [乡村, 通联部]\n',
      ],
    ];
    for (const [text, path, before, result] of cases) assert.equal(add(text, path, '通联部', before), result, text);
    assert.equal(
      add('byline:\n  forms:\n    - 甲讯\n', 'byline.forms', '（记者{reporters}）'),
      'byline:\n  forms:\n    - 甲讯\n    - （记者{reporters}）\n',
    );
  });

  it('leaves a file alone that leaves no sure place', () => {
    for (const text of [
      'checks: [\n',
      'checks: off\n',
      'a: &a {x: 1}\nchecks: *a\n',
      'checks: &a\n  x: off\n',
      '- 甲\n',
    ])
      assert.equal(set(text, 'checks.wrong-dash', 'off'), undefined, text);
    assert.equal(add('staff: 陆晓晴\n', 'staff', '高远'), undefined);
  });

  it('says what it says and leaves all the rest as it was', () => {
    const key = fc.constantFrom('name', 'checks', 'fields', 'a', 'b');
    const value = fc.letrec<{ any: unknown }>((tie) => ({
      any: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom('甲', 'off', 3, null, ''),
        fc.array(fc.constantFrom('乙', '丙'), { maxLength: 3 }),
        fc.dictionary(key, tie('any'), { maxKeys: 3 }),
      ),
    })).any;
    fc.assert(
      fc.property(fc.dictionary(key, value, { maxKeys: 4 }), fc.boolean(), (tree, flow) => {
        const document = parseDocument('{}');
        document.contents = document.createNode(tree, { flow }) as never;
        const text = String(document);
        const edit = setSetting(text, ['checks', 'wrong-dash'], 'off');
        if (edit === undefined) return;
        const was = parseDocument(text).toJS() as Record<string, unknown>;
        const now = parseDocument(applyEdits(text, [edit])).toJS() as Record<string, unknown>;
        const checks = (was.checks ?? {}) as Record<string, unknown>;
        assert.deepEqual(now, { ...was, checks: { ...checks, 'wrong-dash': 'off' } });
      }),
    );
  });
});
