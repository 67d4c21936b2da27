import assert from 'node:assert/strict';
import fc from 'fast-check';
import yaml from 'js-yaml';
import { parseDocument } from 'yaml';
import { rules } from '../../src/checks/index.ts';
import type { House } from '../../src/house/house.ts';
import { resolveHouse } from '../../src/house/load.ts';
import { parseArticle } from '../../src/model/parse.ts';
import { applyEdits } from '../../src/model/range.ts';
import { changeEntry } from '../../src/writing/change-entry.ts';
import { changeStage, valuesIn, writeField } from '../../src/writing/field-form.ts';

const lines = [
  'extends: none',
  'language: zh-Hans',
  'time-zone: Asia/Shanghai',
  'fields:',
  '  title: {type: text, role: title}',
  '  desk: {type: text}',
  '  draft: {type: boolean, role: stage}',
  '  date: {type: datetime, role: published}',
  '  author: {type: people, role: reporters}',
  '  tags: {type: list}',
  '  links: {type: links}',
];
const { house, faults } = resolveHouse({ text: `${lines.join('\n')}\n` }, rules);

function fieldOf(key: string): { readonly house: House; readonly field: House['fields'][number] } {
  const field = house?.fields.find((one) => one.key === key);
  assert.ok(house && field, key);
  return { house, field };
}

/** The front matter after a field was set, `same` where nothing was written. */
function set(inner: string, key: string, values: readonly string[]): string {
  const own = fieldOf(key);
  const text = `---\n${inner}---\n\n正文。\n`;
  const edits = writeField(parseArticle(text), own.house, own.field, values);
  const after = applyEdits(text, edits);
  assert.ok(after.endsWith('---\n\n正文。\n'));
  return edits.length === 0 ? 'same' : after.slice(4, -'---\n\n正文。\n'.length);
}

describe('setting a field', () => {
  it('has a house without faults', () => assert.deepEqual(faults, []));

  const cases: readonly (readonly [name: string, before: string, key: string, values: string[], wanted: string])[] = [
    [
      'an item more leaves those that are there as they are written',
      'author:\n  # 记者\n  - "杜若溪" # 实习\n  # 通讯员\n  - 温鹤年\n# 完\n',
      'author',
      ['杜若溪', '温鹤年', '麦青'],
      'author:\n  # 记者\n  - "杜若溪" # 实习\n  # 通讯员\n  - 温鹤年\n  - 麦青\n# 完\n',
    ],
    [
      'an item that goes leaves the comments on lines of their own',
      'tags:\n  # 一\n  - 水利\n  # 二\n  - "农业"\n',
      'tags',
      ['农业'],
      'tags:\n  # 一\n  # 二\n  - "农业"\n',
    ],
    [
      'an item in another one’s place',
      'tags:\n- 水利 # 旧\n- 农业\n',
      'tags',
      ['灌溉', '农业'],
      'tags:\n- 灌溉\n- 农业\n',
    ],
    ['the last item goes', 'tags: # 标签\n  # 一\n  - 水利\n', 'tags', [], 'tags: [] # 标签\n  # 一\n'],
    ['between brackets', `tags: ["水利", '农业']\n`, 'tags', ['水利', '农业', '雨'], `tags: ["水利", '农业', 雨]\n`],
    ['one less between brackets', 'tags: ["水利", 农业]\n', 'tags', ['农业'], 'tags: [农业]\n'],
    [
      'between brackets with comments',
      'tags: [\n  水利, # 一\n  农业 # 二\n]\n',
      'tags',
      ['水利', '农业', '雨'],
      'tags: [\n  水利, # 一\n  农业, 雨 # 二\n]\n',
    ],
    ['comments between brackets are not lost', 'tags: [\n  水利, # 一\n  农业\n]\n', 'tags', ['农业'], 'same'],
    ['objects are not lost', 'author:\n  - {name: 杜若溪, mail: d}\n  - 温鹤年\n', 'author', ['温鹤年'], 'same'],
    ['nor a map', 'author: {name: 杜若溪}\n', 'author', ['温鹤年'], 'same'],
    ['nor lists in a list', 'tags: [[水利], 农业]\n', 'tags', ['农业'], 'same'],
    ['nor what stands elsewhere', 'a: &a [水利]\ntags: *a\n', 'tags', ['农业'], 'same'],
    ['nor is what others repeat', 'desk: &d 水渠\nkind: *d\n', 'desk', ['新渠'], 'same'],
    ['nor an item that others repeat', 'tags:\n  - &d 水渠\nkind: *d\n', 'tags', ['新渠'], 'same'],
    ['several in a field of one', 'title: [甲渠, 乙渠]\n', 'title', ['丙渠'], 'same'],
    ['a tag that makes a text of a truth', 'draft: !!str 2024\n', 'draft', ['true'], 'same'],
    ['a name that nothing repeats stays', 'desk: &d 水渠\n', 'desk', ['新渠'], 'desk: &d 新渠\n'],
    [
      'a comment above the value',
      'draft:\n  # 发布前改\n  true\n',
      'draft',
      ['false'],
      'draft:\n  # 发布前改\n  false\n',
    ],
  ];
  for (const [name, before, key, values, wanted] of cases)
    it(name, () => assert.equal(set(before, key, values), wanted));

  it('puts a field beside one that has a name before its key', () => {
    assert.equal(set('&name title: 水渠\ntags: []\n', 'desk', ['要闻']), '&name title: 水渠\ndesk: 要闻\ntags: []\n');
  });

  it('writes a text that every reader takes for a text', () => {
    const words = [
      'yes',
      'No',
      'y',
      'on',
      'null',
      '~',
      '010',
      '0o17',
      '0x1F',
      '0b1',
      '1_000',
      '12:30',
      '190:20:30',
      '5.',
    ];
    for (const word of [
      ...words,
      '.5',
      '1e3',
      '.inf',
      '2024-06-01',
      '2024-06-01 08:30',
      '2024-6-1',
      '=',
      '<<',
      '\u2028',
    ])
      for (const before of ['desk: 水渠\n', 'desk: 2e4\n', "desk: '水渠'\n", 'desk: 水渠 # 注\n', 'title: x\n']) {
        const after = set(before, 'desk', [word]);
        for (const version of ['1.1', '1.2'] as const) {
          const read: unknown = parseDocument(after, { version }).toJS();
          assert.equal((read as { readonly desk?: unknown }).desk, word, after);
        }
        assert.equal((yaml.load(after) as { readonly desk?: unknown }).desk, word, after);
        if (before.includes('#')) assert.match(after, / # 注\n$/);
      }
  });

  it('gives a list the values that were asked for, whatever it was', () => {
    const word = fc.constantFrom('水利', '农业', '雨', '渠', 'a, b', 'x: y', '#1', 'yes', '12:30', '2024-06-01');
    const words = fc.array(word, { maxLength: 5 });
    const written = fc.constantFrom(
      (items: readonly string[]) => `tags: [${items.map((item) => JSON.stringify(item)).join(', ')}]\n`,
      (items: readonly string[]) => `tags:${items.map((item) => `\n  - ${JSON.stringify(item)} # ${item}`).join('')}\n`,
      (items: readonly string[]) => `tags:${items.map((item) => `\n# ${item}\n- '${item}'`).join('')}\n`,
    );
    fc.assert(
      fc.property(words, words, written, (had, wanted, write) => {
        const after = set(write(had), 'tags', wanted);
        if (after === 'same') assert.deepEqual(had, wanted);
        else {
          const read = yaml.load(after) as { readonly tags?: unknown };
          assert.deepEqual(read.tags ?? [], wanted, after);
          const { field } = fieldOf('tags');
          assert.deepEqual(valuesIn(parseArticle(`---\n${after}---\n`), field), wanted);
        }
      }),
    );
  });

  it('stamps no time on an article whose stage cannot be written', () => {
    const own = fieldOf('draft');
    const stage = (inner: string): number =>
      changeStage(parseArticle(`---\n${inner}---\n`), own.house, 'published', 0).length;
    assert.equal(stage('other: &held true\ndraft: *held\n'), 0);
    assert.ok(stage('draft: true\n') > 0);
  });

  it('changes no entry that YAML repeats elsewhere', () => {
    const own = fieldOf('links');
    const change = { kind: 'add', texts: { url: 'c.md' } } as const;
    const edits = (inner: string): number =>
      changeEntry(parseArticle(`---\n${inner}---\n`), own.house, own.field, change).length;
    assert.equal(edits('links: &l\n  - url: a.md\nmore: *l\n'), 0);
    assert.ok(edits('links:\n  - url: a.md\n') > 0);
  });
});
