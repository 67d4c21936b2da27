import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import type { Field } from '../../src/house/house.ts';
import type { Value } from '../../src/model/front-matter/front-matter.ts';
import { readFrontMatter } from '../../src/model/front-matter/read-front-matter.ts';
import { oneLine } from '../../src/templates/front-matter-text.ts';
import { block, newArticle, type TemplateValues } from '../../src/templates/index.ts';
import { parseSlots } from '../../src/templates/slots.ts';
import { anyText } from '../any-text.ts';
import { readSnippet } from './read-snippet.ts';
import { sampleHouse } from './sample-house.ts';

const now = Date.UTC(2026, 10, 23, 16, 30);

function fill(text: string, values: Partial<TemplateValues> = {}) {
  return newArticle(sampleHouse, 'own', { now, houseTemplates: [{ id: 'own', text }], ...values });
}

function frontMatter(text: string): Record<string, unknown> {
  return parse(text.split('---\n')[1] ?? '') as Record<string, unknown>;
}

/** What another dialect's front matter says. */
function read(text: string): { readonly kind: string; readonly values: Record<string, unknown> } {
  const { kind, entries, faults } = readFrontMatter(text);
  assert.deepEqual(faults, [], text);
  const plain = (value: Value): unknown =>
    value.kind === 'list' ? value.items.map(plain) : value.kind === 'scalar' ? value.value : undefined;
  return { kind, values: Object.fromEntries(entries.map(({ key, value }) => [key, plain(value)])) };
}

describe('slots', () => {
  it('are read with defaults, choices and the optional mark', () => {
    assert.deepEqual(parseSlots('a {{ b }} {{c?}}{{导语：写在这里}}{{d: x | y\\|z }}'), [
      { kind: 'text', text: 'a ' },
      { kind: 'slot', name: 'b', optional: false, choices: [] },
      { kind: 'text', text: ' ' },
      { kind: 'slot', name: 'c', optional: true, choices: [] },
      { kind: 'slot', name: '导语', optional: false, choices: ['写在这里'] },
      { kind: 'slot', name: 'd', optional: false, choices: ['x', 'y|z'] },
    ]);
  });

  it('leave everything else as it is', () => {
    for (const text of ['{{}}', '{{ }}', '{{a b}}', '{{a', 'a}}', '{ {a} }', '{{-}}', '{{a\n}}']) {
      assert.deepEqual(parseSlots(text), [{ kind: 'text', text }]);
    }
    assert.deepEqual(parseSlots('\\{{a}}'), [{ kind: 'text', text: '{{a}}' }]);
  });

  it('are read in linear time', () => {
    for (const piece of ['{', '{{', '{{a', '{{a:', '}}', '\\{{', ' ']) {
      assert.ok(parseSlots(piece.repeat(300_000)).length > 0);
      assert.ok(parseSlots(`{{a${piece.repeat(300_000)}b}}`).length > 0);
    }
  });
});

describe('filling in another dialect', () => {
  const toml =
    '+++\ntitle = {{title}}\ndate = {{date}}\nreporters = {{reporters}}\n"说明" = "记者{{reporters}}"\n+++\n\n{{cursor}}\n';
  const json =
    '{\n  "title": {{title}},\n  "date": {{date}},\n  "reporters": {{reporters}},\n  "说明": "记者{{reporters}}"\n}\n\n{{cursor}}\n';

  for (const [kind, template] of Object.entries({ toml, json })) {
    it(`writes ${kind} that says what was given, whatever that is`, () => {
      fc.assert(
        fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (title) => {
          const given = oneLine(title);
          const { text } = fill(template, { title, reporters: ['林晓禾', '周砚'] });
          const said = read(text);
          assert.equal(said.kind, kind);
          if (given !== '') assert.equal(said.values.title, given);
          assert.equal(said.values.date, '2026-11-24');
          assert.deepEqual(said.values.reporters, ['林晓禾', '周砚']);
          assert.equal(said.values.说明, '记者林晓禾, 周砚');
        }),
      );
    });

    it(`leaves stops in ${kind} between its quotation marks`, () => {
      const { snippet, text } = fill(template);
      assert.match(snippet, /title"? ?[=:] "\$\{1:/);
      read(text);
    });
  }

  it('leaves no comma behind where the last line of JSON is left out', () => {
    const { text } = fill('{\n  "title": {{title}},\n  "series": {{series?}}\n}\n', { title: '新桥' });
    assert.deepEqual(read(text).values, { title: '新桥' });
  });

  it('writes the id of somebody where a field says ids', () => {
    const byline: Field = {
      key: 'author',
      type: 'person',
      role: 'reporters',
      label: { en: 'Author', zh: '作者' },
      help: { en: '', zh: '' },
      values: [{ value: 'lxh', label: '林晓禾' }],
      valuesFrom: '_data/authors.yml',
    };
    const house = { ...sampleHouse, fields: [byline] };
    const made = (reporters: readonly string[]) =>
      newArticle(house, 'own', {
        now,
        reporters,
        houseTemplates: [{ id: 'own', text: '---\nauthor: {{reporters}}\n---\n' }],
      }).text;
    assert.match(made(['林晓禾']), /^author: lxh$/m);
    assert.match(made(['周砚']), /^author: 周砚$/m);
  });
});

describe('filling in', () => {
  it('puts in what is known and leaves stops for the rest', () => {
    const { text, snippet } = fill('{{title}}\n{{byline}}{{lead: 导语。}}\n{{lead}}\n{{cursor}}', {
      title: '新桥通车',
    });
    assert.equal(text, '新桥通车\n沿河晚报讯（记者姓名）导语。\n导语。\n');
    assert.equal(snippet, '新桥通车\n沿河晚报讯（记者${1:姓名}）${2:导语。}\n${2}\n$0');
  });

  it('writes bylines after the house’s forms', () => {
    const reporters = ['林晓禾', '周砚'];
    assert.equal(fill('{{byline}}', { reporters }).text, '沿河晚报讯（记者林晓禾、周砚）\n');
    const both = fill('{{byline}}', { reporters, correspondents: ['孟实'] });
    assert.equal(both.text, '沿河晚报讯（记者林晓禾、周砚 通讯员孟实）\n');
  });

  it('writes datelines, and leaves out what may be left out', () => {
    const byline = {
      ...sampleHouse.byline,
      forms: ['沿河晚报{place}{date}电（记者{reporters}[ 通讯员{correspondents}]）'],
    };
    const house = { ...sampleHouse, byline };
    const own = [{ id: 'own', text: '{{byline}}' }];
    const one = newArticle(house, 'own', { now, reporters: ['林晓禾'], houseTemplates: own });
    assert.equal(one.text, '沿河晚报地点11月24日电（记者林晓禾）\n');
    assert.equal(one.snippet, '沿河晚报${1:地点}11月24日电（记者林晓禾）\n'.trim());
    const slots = { place: '云岫' };
    const two = newArticle(house, 'own', {
      now,
      reporters: ['林晓禾'],
      correspondents: ['孟实'],
      slots,
      houseTemplates: own,
    });
    assert.equal(two.text, '沿河晚报云岫11月24日电（记者林晓禾 通讯员孟实）\n');
  });

  it('offers the columns of the house, and takes the same one for the path', () => {
    const { text, snippet, path } = fill('---\ncolumn: {{column}}\n---\n', { title: '新桥' });
    assert.match(snippet, /^column: \$\{1\|乡村,时政要闻,文化\|\}$/m);
    assert.equal(frontMatter(text).column, '乡村');
    assert.equal(path, '乡村/2026/2026-11-24-新桥.md');
    assert.equal(fill('{{column}}', { column: '文化', title: '新桥' }).path, '文化/2026/2026-11-24-新桥.md');
  });

  it('shows dates in the house’s time zone', () => {
    assert.equal(
      fill('{{date}} {{time}} {{published}} {{month}}月{{day}}日').text,
      '2026-11-24 00:30 2026-11-24 00:30 11月24日\n',
    );
  });

  it('writes the time of publication as the house writes it', () => {
    const written = (more: Partial<Field>): string => {
      const fields = sampleHouse.fields.map((field) => (field.key === 'published' ? { ...field, ...more } : field));
      const houseTemplates = [{ id: 'own', text: '{{published}}' }];
      return newArticle({ ...sampleHouse, fields }, 'own', { now, houseTemplates }).text.trim();
    };
    assert.equal(written({ type: 'date' }), '2026-11-24');
    assert.equal(written({ type: 'text' }), '2026-11-24 00:30');
    assert.equal(written({ form: '2024-06-01T10:53:16+08:00' }), '2026-11-24T00:30:00+08:00');
    assert.equal(written({ form: '2024-06-01T02:53:16Z' }), '2026-11-23T16:30:00Z');
  });

  it('leaves out the line of an optional slot, and one blank line with it', () => {
    assert.equal(fill('a\n\n{{series?}}\n\nb').text, 'a\n\nb\n');
    assert.equal(fill('a\n{{series?}}\nb').text, 'a\nb\n');
    assert.equal(fill('a\n\n{{series?}}\n\nb', { series: '桥' }).text, 'a\n\n桥\n\nb\n');
  });

  it('adds the required fields that the template does not write', () => {
    const { text } = fill('---\ntitle: {{title}}\n{{fields}}\n---\n', { title: '新桥', slots: { desk: '乡村部' } });
    assert.deepEqual(frontMatter(text), { title: '新桥', column: '乡村', desk: '乡村部' });
  });

  it('escapes values for YAML wherever they stand', () => {
    const titles = [
      'a: b',
      'x #y',
      '"引"',
      "it's",
      '- 甲',
      '[甲',
      '2024',
      'true',
      '~',
      '甲\n乙',
      '甲\\n',
      '{{title}}',
      '*甲',
      'k: "v" #',
      '：',
      "'",
      '%',
    ];
    for (const title of titles) {
      const one = fill(
        '---\ntitle: {{title}}\nmixed: 【系列】{{title}}\ndouble: "{{title}}"\nsingle: \'{{title}}\'\n---\n',
        { title },
      );
      const expected = title.replace('\n', ' ');
      assert.deepEqual(frontMatter(one.text), {
        title: expected,
        mixed: `【系列】${expected}`,
        double: expected,
        single: expected,
      });
      const people = fill('---\nreporters: {{reporters}}\nothers: [甲, {{reporters}}]\n---\n', {
        reporters: [title, '周砚'],
      });
      assert.deepEqual(frontMatter(people.text), { reporters: [expected, '周砚'], others: ['甲', expected, '周砚'] });
    }
  });

  it('keeps front matter valid for any value', () => {
    fc.assert(
      fc.property(anyText(), fc.string({ unit: 'grapheme' }), (title, name) => {
        fc.pre(title.trim() !== '' && name.trim() !== '');
        const { text } = fill('---\ntitle: {{title}}\nreporters: {{reporters}}\nmixed: 甲{{title}}\n---\n', {
          title,
          reporters: [name],
        });
        const clean = (value: string) =>
          value
            .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
            .replace(/[\u0000-\u001f\u007f\p{Cs}]/gu, '')
            .trim();
        assert.equal(frontMatter(text).title ?? '', clean(title));
        assert.deepEqual(frontMatter(text).reporters, [clean(name)]);
      }),
    );
  });

  it('gives a snippet that shows the same text', () => {
    const word = fc.string({
      unit: fc.constantFrom('$', '}', '{', '\\', '|', ',', '桥', 'a', ':', '$1', '${2:x}', ' ', '`'),
    });
    fc.assert(
      fc.property(word, word, word, (title, name, rest) => {
        const template = `---\ntitle: {{title}}\nreporters: {{reporters}}\ncolumn: {{column}}\n---\n\n{{byline}}{{lead}} $x \\$ } ${rest.replaceAll('{', '')}\n{{rest}}{{mood: a\\|b | c,d | e\\\\f}}{{cursor: 完}}{{cursor: 又}}`;
        const { text, snippet } = fill(template, { title, reporters: [name], slots: { rest } });
        assert.equal(readSnippet(snippet).text.replace(/\n*$/, '\n'), text.replace(/\n*$/, '\n'));
      }),
    );
  });

  it('has one final stop', () => {
    assert.deepEqual(readSnippet(fill('{{cursor: 甲}}{{cursor: 乙}}').snippet), {
      text: '甲乙',
      stops: [0],
      choices: [],
    });
  });

  it('reads CRLF and byte-order marks in templates', () => {
    assert.equal(fill('\uFEFF---\r\ntitle: {{title}}\r\n---\r\n', { title: 'a: b' }).text, '---\ntitle: "a: b"\n---\n');
  });

  it('finds templates of the houses that a house extends, and names what it does not find', () => {
    assert.match(newArticle(sampleHouse, 'news', { now }).text, /沿河晚报讯/);
    assert.match(block(sampleHouse, 'editor-line', { now, editor: '孟实' }).text, /^责任编辑：孟实$/);
    assert.throws(
      () => newArticle(sampleHouse, 'constructor', { now }),
      /RangeError: no template "constructor" in house riverside/,
    );
    assert.throws(() => block(sampleHouse, 'news', { now }), RangeError);
  });

  it('survives a faulty time zone and clock', () => {
    const house = { ...sampleHouse, timeZone: 'Riverside/Nowhere' };
    assert.match(newArticle(house, 'news', { now: Number.NaN }).text, /published: 1970-01-01 00:00/);
  });
});
