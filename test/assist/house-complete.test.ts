import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import { completeHouse, type HouseCompletion } from '../../src/assist/house-complete.ts';
import { hoverHouse } from '../../src/assist/house-hover.ts';
import { type HouseAround, placeInHouse } from '../../src/assist/house-place.ts';
import { houseSymbols } from '../../src/assist/house-symbols.ts';
import { rules } from '../../src/checks/index.ts';
import { houseIds, resolveHouse } from '../../src/house/load.ts';
import { houseSchema, type JsonSchema } from '../../src/house/schema.ts';
import { readStaff } from '../../src/house/staff.ts';
import { applyEdits } from '../../src/model/range.ts';

const files = [
  '../copydesk.yml',
  'site/article.html',
  'schemas/article.json',
  '图片/稻田.jpg',
  '附件/名单.pdf',
  '旧稿/一.md',
];
const page = '<body><div id="column">乡村</div><h1 class="title big">题</h1><div class="article">文</div></body>';

/** What is known around a house file of this text. */
function around(text: string, more: Partial<HouseAround> = {}): HouseAround {
  const { salvaged, tree, inherited } = resolveHouse({ text, without: 'china-report' }, rules);
  const staff = readStaff('staff: [{name: 林晓禾, role: 记者}, {name: 沈砚秋, role: [责任编辑, 审校]}]').people;
  return {
    house: { ...salvaged, staff },
    tree,
    inherited,
    files,
    page,
    templates: ['农事提醒'],
    used: (names) => (names.includes('column') ? ['渡口'] : []),
    ...more,
  };
}

/** Completes at `|`, which is not part of the text. */
function complete(marked: string, known?: HouseAround): { text: string; list: readonly HouseCompletion[] } {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const place = placeInHouse(text, offset);
  return { text, list: place ? completeHouse(text, offset, place, known ?? around(text)) : [] };
}

const labels = (marked: string, known?: HouseAround): string[] =>
  complete(marked, known).list.map(({ label }) => label);

function find(marked: string, label: string, known?: HouseAround): { text: string; found: HouseCompletion } {
  const { text, list } = complete(marked, known);
  const found = list.find((one) => one.label === label);
  assert.ok(found, `${label} at ${marked}: ${list.map((one) => one.label).join(' ')}`);
  return { text, found };
}

/** The text after a completion is accepted. */
function accept(marked: string, label: string, known?: HouseAround): string {
  const { text, found } = find(marked, label, known);
  return applyEdits(text, [{ ...found.range, text: found.text }]);
}

describe('completion in a house file', () => {
  it('offers what CI may be told: severities, formats, checks and reports', () => {
    assert.deepEqual(labels('ci:\n  |\n').slice(0, 3), ['threshold', 'max-warnings', 'severity']);
    assert.deepEqual(labels('ci:\n  severity: |\n'), ['error', 'warning', 'info']);
    assert.ok(labels('ci:\n  format: |\n').includes('github'));
    assert.ok(labels('ci:\n  except: [|]\n').includes('wrong-dash'));
    assert.ok(labels('ci:\n  outputs:\n    - |\n').includes('report.sarif'));
  });

  it('offers the settings that are not there yet, at any depth', () => {
    assert.deepEqual(labels('|').slice(0, 4), ['extends', 'id', 'name', 'about']);
    assert.ok(!labels('name: 甲\n|\n').includes('name'));
    assert.ok(!labels('|\nname: 甲\n').includes('name'));
    assert.deepEqual(labels('byline:\n  position: head\n  |\n  brackets: half\n').slice(0, 2), ['required', 'forms']);
    assert.deepEqual(labels('checks:\n  long-title: {max: 3, |}\n'), ['severity', 'letters', 'series']);
    assert.deepEqual(labels('fields:\n  column:\n    values:\n      - value: 乡村\n        |\n'), [
      'label',
      'aliases',
      'folder',
    ]);
    assert.deepEqual(labels('fields:\n  title:\n    label: {|}\n'), ['zh', 'en']);
    assert.deepEqual(labels('fields:\n  title:\n    label:\n      zh: 题\n      |\n'), ['en']);
    assert.deepEqual(labels('page:\n  slots:\n    title: h1\n    body|: .a\n').slice(0, 2), ['series', 'subtitle']);
    assert.deepEqual(labels('cases:\n  - byline: 甲\n    |\n'), ['finds', 'fixed']);
  });

  it('offers no setting that means nothing for the type of the field', () => {
    const settings = labels('fields:\n  cover:\n    |\n');
    assert.ok(settings.includes('least-size') && settings.includes('help'));
    assert.ok(!settings.includes('max-length') && !settings.includes('least'));
    assert.ok(labels('fields:\n  desk:\n    |\n').includes('max-length'));
  });

  it('offers what is inherited, by name, and what the newsroom has as files', () => {
    const fields = labels('fields:\n  editor: {required: ready}\n  |\n');
    assert.ok(fields.includes('title') && fields.includes('column') && !fields.includes('editor'));
    assert.ok(labels('templates:\n  |\n').includes('农事提醒'));
    assert.ok(labels('blocks:\n  |\n').includes('further-reading'));
    assert.ok(labels('checks:\n  |\n').length === rules.length);
    assert.deepEqual(labels('fields:\n  series: |\n'), ['off']);
  });

  it('offers values: choices, truths, houses, checks, severities, types, stages', () => {
    assert.deepEqual(labels('extends: |\n'), ['../copydesk.yml', ...files.slice(1), ...houseIds, 'none']);
    assert.deepEqual(labels('byline:\n  position: |\n'), ['head', 'under-title', 'end']);
    assert.deepEqual(labels('byline: {required: |}\n'), ['true', 'false']);
    assert.deepEqual(labels('checks:\n  wrong-dash: |\n'), ['error', 'warning', 'info', 'off', '{…}']);
    assert.deepEqual(labels('checks: {long-title: {severity: |'), ['error', 'warning', 'info', 'off']);
    assert.ok(labels('fields:\n  desk:\n    type: |\n').includes('datetime'));
    assert.deepEqual(labels('fields:\n  title:\n    required: |\n'), ['draft', 'ready', 'published', 'never']);
    assert.match(find('fields:\n  title:\n    required: |\n', 'ready').found.detail.zh, /待发/);
    assert.deepEqual(labels('language: |\n').slice(0, 2), ['zh-Hans', 'zh-Hant']);
    assert.equal(labels('time-zone: |\n')[0], 'Asia/Shanghai');
    assert.ok(labels('time-zone: |\n').includes('Europe/Lisbon'));
    assert.deepEqual(labels('page:\n  theme: |\n'), ['china-report', 'plain', 'wire']);
    assert.ok(labels('cases:\n  - byline: 甲\n    finds: [|]\n').includes('glued-groups'));
  });

  it('offers what the file itself and the newsroom know', () => {
    const text = 'fields:\n  desk: {type: text}\n  title:\n';
    assert.ok(labels(`${text}    excludes: [|]\n`).includes('desk'));
    assert.ok(labels(`${text}    required-with:\n      - |\n`).includes('column=乡村'));
    assert.ok(!labels(`${text}    excludes: [|]\n`).includes('title'));
    const column = 'fields:\n  column:\n    values:\n      - 乡村\n      - |\n';
    assert.equal(labels(column)[0], '渡口');
    assert.ok(labels(column).includes('经济') && !labels(column).includes('乡村'));
    assert.ok(labels('fields:\n  column:\n    default: |\n').includes('乡村'));
    assert.deepEqual(labels('fields:\n  editor:\n    default: |\n').slice(0, 2), ['林晓禾', '沈砚秋']);
    assert.ok(labels('fields:\n  cover:\n    default: |\n').includes('图片/稻田.jpg'));
    assert.ok(labels('fields:\n  cover:\n    formats: [|]\n').includes('webp'));
    assert.ok(labels('page:\n  html: |\n').includes('site/article.html'));
    assert.ok(labels('front-matter-schema: |\n').includes('schemas/article.json'));
    assert.ok(labels('ignore: [|]\n').includes('旧稿/'));
    assert.ok(labels('page:\n  nav: [|]\n').includes('乡村'));
    assert.ok(labels('byline:\n  roles:\n    - |\n').includes('责任编辑'));
    assert.ok(labels('name: 青禾\nbyline:\n  outlets: [|]\n').includes('青禾'));
    assert.deepEqual(labels('page:\n  slots:\n    title: |\n').slice(0, 4), ['#column', '.title', 'h1', '.article']);
    assert.equal(labels('editor-label: |\n')[0], '责任编辑');
    assert.ok(labels('byline:\n  forms:\n    - |\n').includes('中国报道讯（{reporters}）'));
  });

  it('offers the slots of paths and forms between braces', () => {
    assert.equal(accept('path: "{col|}/{slug}.md"\n', 'column'), 'path: "{column}/{slug}.md"\n');
    assert.equal(accept("path: '{|'\n", 'date'), "path: '{date}'\n");
    assert.equal(
      accept('byline:\n  forms:\n    - 中国报道讯（{|）\n', 'reporters'),
      'byline:\n  forms:\n    - 中国报道讯（{reporters}）\n',
    );
    assert.ok(labels('credit:\n  forms: ["（{|}摄）"]\n').includes('photographers'));
  });

  it('writes a key with the shape of its value', () => {
    assert.equal(accept('by|', 'byline'), 'byline:\n  ');
    assert.equal(find('by|', 'byline').found.snippet, 'byline:\n  ${1}');
    assert.equal(accept('page:\n    home: x\n    sl|\n', 'slots'), 'page:\n    home: x\n    slots:\n        \n');
    assert.equal(accept('byline:\r\n  fo|\r\n', 'forms'), 'byline:\r\n  forms:\r\n    - \r\n');
    assert.equal(accept('page:\n  n|', 'nav'), 'page:\n  nav: []');
    assert.equal(accept('na|', 'name'), 'name: ');
    assert.equal(accept('ab|', 'about'), 'about: {zh: , en: }');
    assert.equal(accept('page: {n|}', 'nav'), 'page: {nav: []}');
    assert.equal(accept('page: {sl|}', 'slots'), 'page: {slots: {}}');
    assert.equal(accept('na|me: 甲 # 注\n', 'id'), 'id: 甲 # 注\n');
    assert.equal(accept('"na|me": 甲\n', 'id'), '"id": 甲\n');
    assert.equal(
      accept('fields:\n  column:\n    values:\n      - |\n', 'value'),
      'fields:\n  column:\n    values:\n      - value: \n',
    );
    assert.equal(
      accept('fields:\n  column:\n    values:\n      |\n', '渡口'),
      'fields:\n  column:\n    values:\n      - 渡口\n',
    );
    assert.equal(accept('cases:\n  |\n', 'byline'), 'cases:\n  - byline: \n');
    assert.equal(accept('fields:\n  标|\n', 'title'), 'fields:\n  title:\n    \n');
  });

  it('replaces the word that is there, and no more', () => {
    assert.equal(accept('extends: ch|ina # 注\n', 'wire'), 'extends: wire # 注\n');
    assert.equal(accept('extends:|\n', 'wire'), 'extends: wire\n');
    assert.equal(accept('extends：|\n', 'wire'), 'extends: wire\n');
    assert.equal(accept('extends："|"\n', 'wire'), 'extends: "wire"\n');
    assert.equal(accept("extends: 'ch|\nname: x\n", 'wire'), "extends: 'wire'\nname: x\n");
    assert.equal(
      accept('fields:\n  column:\n    values: [乡|村, 经济]\n', '渡口'),
      'fields:\n  column:\n    values: [渡口, 经济]\n',
    );
    assert.equal(accept('page:\n  slots:\n    column: |\n', '#column'), 'page:\n  slots:\n    column: "#column"\n');
    assert.equal(accept('page:\r\n  theme: w|ire\r\n', 'china-report'), 'page:\r\n  theme: china-report\r\n');
  });

  it('speaks where lines around it are half typed', () => {
    assert.ok(labels('fields:\n  title:\n    ty\n    |\n').includes('required'));
    assert.ok(labels('byline:\n  outlets: [甲, 乙\n  |\n').includes('forms'));
    assert.ok(labels('name: "青禾\nextends: |\n').includes('wire'));
    assert.ok(labels('name：青禾\nbyline：\n  |\n').includes('forms'));
    assert.ok(labels('checks:\n  long-title: {max\n  wr|\n').includes('wrong-dash'));
    assert.ok(labels('extnds: x\n\tname: y\npage:\n  |').includes('nav'));
  });

  it('is silent in comments, in texts, and where nothing is known', () => {
    for (const marked of ['# na|', 'name: x # e|', 'about: >\n  te|\n', 'nonsense:\n  |\n', 'name:\n  zh|: x\n'])
      assert.deepEqual(labels(marked), [], marked);
  });
});

/** Every path of the schema at which there are settings, with their names; `*` is a key or item of any kind. */
function* maps(
  schema: JsonSchema,
  path: readonly string[] = [],
): Iterable<readonly [readonly string[], readonly string[]]> {
  for (const one of [schema, ...((schema.anyOf ?? []) as readonly JsonSchema[])]) {
    const properties = one.properties as Readonly<Record<string, JsonSchema>> | undefined;
    if (properties) {
      yield [path, Object.keys(properties)];
      for (const [key, inner] of Object.entries(properties)) yield* maps(inner, [...path, key]);
    }
    if (typeof one.additionalProperties === 'object')
      yield* maps(one.additionalProperties as JsonSchema, [...path, '*']);
    if (one.items) yield* maps(one.items as JsonSchema, [...path, '-']);
  }
}

/** Every path of the schema with the values that it lists. */
function* choices(
  schema: JsonSchema,
  path: readonly string[] = [],
): Iterable<readonly [readonly string[], readonly string[]]> {
  if (Array.isArray(schema.enum))
    yield [path, schema.enum.filter((value) => typeof value === 'string' && value !== '')];
  if (schema.type === 'boolean') yield [path, ['true', 'false']];
  for (const one of (schema.anyOf ?? []) as readonly JsonSchema[]) yield* choices(one, path);
  for (const [key, inner] of Object.entries((schema.properties ?? {}) as Readonly<Record<string, JsonSchema>>))
    yield* choices(inner, [...path, key]);
  if (typeof schema.additionalProperties === 'object')
    yield* choices(schema.additionalProperties as JsonSchema, [...path, '*']);
  if (schema.items) yield* choices(schema.items as JsonSchema, [...path, '-']);
}

/** The lines that lead to a path, in block or between brackets, with `tail` in its place. */
function written(path: readonly string[], tail: string, flow: boolean): string {
  if (flow) {
    const open = path.map((step) => (step === '-' ? '[' : `{${step === '*' ? '新' : step}: `)).join('');
    const close = [...path]
      .reverse()
      .map((step) => (step === '-' ? ']' : '}'))
      .join('');
    return `${open}${tail}${close}`;
  }
  let text = '';
  let indent = '';
  let inline = false;
  for (const step of path) {
    if (step === '-') {
      text += `${inline ? '' : indent}- `;
      inline = true;
    } else {
      text += `${inline ? '' : indent}${step === '*' ? '新' : step}:\n`;
      inline = false;
    }
    indent += '  ';
  }
  return `${text}${inline ? '' : indent}${tail}\n`;
}

describe('completion in a house file, by its schema', () => {
  const schema = houseSchema(rules);
  const known = around('');

  it('offers every setting where the schema has it, on lines and between brackets', () => {
    let count = 0;
    for (const [path, keys] of maps(schema)) {
      for (const flow of [false, true]) {
        const inner = flow ? '{|}' : '|';
        const marked = written(path, inner, flow);
        const offered = new Set(labels(marked, known));
        for (const key of keys) assert.ok(offered.has(key), `${key} at\n${marked}`);
        count += keys.length;
        for (const key of keys) {
          const typed = written(path, flow ? `{${key.slice(0, 2)}|}` : `${key.slice(0, 2)}|`, flow);
          const after = parseDocument(accept(typed, key, known));
          const steps = path.map((step) => (step === '-' ? 0 : step === '*' ? '新' : step));
          assert.ok(after.hasIn([...steps, key]), `${key} in\n${String(after)}`);
        }
      }
    }
    assert.ok(count > 300, `${count} settings`);
  });

  it('offers every value that the schema lists, before a word and in its place', () => {
    let count = 0;
    for (const [path, values] of choices(schema)) {
      for (const flow of [false, true]) {
        for (const tail of flow ? ['|', 'x|', '"|"'] : [' |', ' x|', '|', " '|'"]) {
          const up = path.slice(0, -1);
          const last = path.at(-1) === '*' ? '新' : (path.at(-1) ?? '');
          const item = last === '-';
          const space = flow ? ' ' : '';
          const marked = item
            ? written(path, tail.trimStart(), flow)
            : written(up, flow ? `{${last}:${space}${tail}}` : `${last}:${tail}`, flow);
          const offered = new Set(labels(marked, known));
          for (const value of values) assert.ok(offered.has(value), `${value} at\n${marked}`);
          count += values.length;
        }
      }
    }
    assert.ok(count > 1000, `${count} values`);
  });

  it('says in both languages what every setting is', () => {
    for (const [path, keys] of maps(schema)) {
      for (const key of keys) {
        const marked = written(path, `${key}: `, false);
        const hover = hoverHouse(marked, marked.lastIndexOf(`${key}:`) + 1, known);
        assert.ok(hover, marked);
        assert.match(hover.text.en, /Type: /);
        assert.match(hover.text.zh, /类型：/);
        assert.match(hover.text.zh, /\p{Script=Han}{2}/u);
      }
    }
  });
});

const shippedTexts = houseIds.map((id) => readFileSync(`src/house/${id}.yml`, 'utf8'));

describe('completion in any house file', () => {
  it('never throws where a file is cut, and what is accepted leaves what parsed', () => {
    const text = fc.constantFrom(...shippedTexts);
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), fc.boolean(), fc.boolean(), (whole, cut, pick, keepRest, windows) => {
        const source = windows ? whole.replaceAll('\n', '\r\n') : whole;
        // A cursor cannot be inside a line end.
        const raw = cut % (source.length + 1);
        const offset = source[raw - 1] === '\r' ? raw - 1 : raw;
        // The cursor goes to the end of what is there, or into the middle of it.
        const after = keepRest ? source.slice(offset) : '';
        const before = source.slice(0, offset) + after;
        const place = placeInHouse(before, offset);
        if (place === undefined) return;
        const list = completeHouse(before, offset, place, around(before));
        hoverHouse(before, offset, around(before));
        houseSymbols(before);
        const one = list[pick % Math.max(1, list.length)];
        if (one === undefined) return;
        assert.ok(one.range.start <= offset && offset <= one.range.end);
        assert.doesNotMatch(before.slice(one.range.start, one.range.end), /[\r\n]/);
        const faulty = parseDocument(before, { uniqueKeys: false }).errors.length > 0;
        const accepted = applyEdits(before, [{ ...one.range, text: one.text }]);
        const { errors } = parseDocument(accepted, { uniqueKeys: false });
        if (!faulty) assert.deepEqual(errors.map(String), [], `${one.label} at ${offset} of\n${accepted}`);
        // Where nothing is written yet, nothing says how lines end.
        if (before.includes('\r\n')) assert.doesNotMatch(accepted, /[^\r]\n/);
      }),
      { numRuns: 150 },
    );
  });
});

describe('hover in a house file', () => {
  const hover = (marked: string, language: 'en' | 'zh'): string => {
    const offset = marked.indexOf('|');
    const text = marked.replace('|', '');
    return hoverHouse(text, offset, around(text))?.text[language] ?? '';
  };

  it('says what a setting means, its type, its default, and whose value is in force', () => {
    const marked = 'extends: wire\nbyline:\n  posi|tion: end\n';
    assert.equal(
      hover(marked, 'en'),
      '**byline.position**\n\nWhere the byline stands.\n\nType: one of `head`, `under-title`, `end`.\n\nDefault: `head`.\n\n' +
        'In force: `end` (copydesk.yml). Inherited: `under-title` (wire).',
    );
    assert.match(
      hover(marked, 'zh'),
      /类型：可选 `head`、`under-title`、`end`。[\s\S]*当前生效：`end`（copydesk\.yml）。/,
    );
    assert.match(hover('checks: {long-title: {m|ax: 3}}\n', 'en'), /In force: `3` \(copydesk\.yml\)/);
    assert.equal(hover('# na|me: x\n', 'en'), '');
    assert.equal(hover('nonsense|: x\n', 'en'), '');
  });

  it('says what one of our words means', () => {
    assert.match(hover('fields:\n  desk:\n    type: date|time\n', 'en'), /date and time/);
    assert.match(hover('extends: wi|re\n', 'zh'), /英文通讯社/);
    assert.equal(hover('name: 青|禾\n', 'zh'), '');
  });
});
