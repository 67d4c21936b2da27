import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Entry, Value } from '../../src/model/front-matter.ts';
import { readPlainYaml } from '../../src/model/read-plain-yaml.ts';
import { parseYamlBlock } from '../../src/model/read-yaml-block.ts';

/** Everything that a value says, prose and places too, to be compared. */
function told(value: Value): unknown {
  const at = [value.at.start, value.at.end];
  if (value.kind === 'list') return { at, items: value.items.map(told) };
  if (value.kind === 'map') return { at, entries: value.entries.map(toldEntry) };
  if (value.kind !== 'scalar') return { at, kind: value.kind };
  const { prose } = value;
  const first = prose.at(0, prose.text.length);
  return { at, value: value.value, raw: value.raw, text: prose.text, from: first.start, to: first.end };
}

const toldEntry = ({ key, keyAt, value, lines }: Entry): unknown => ({
  key,
  keyAt: [keyAt.start, keyAt.end],
  value: told(value),
  lines: [lines.start, lines.end],
});

/** Reads both ways; `undefined` when only the parser reads it. */
function both(yaml: string): { plain: unknown; parsed: unknown } | undefined {
  const text = `---\n${yaml}---\n正文`;
  const range = { start: 4, end: 4 + yaml.length };
  const plain = readPlainYaml(text, range);
  if (plain === undefined) return undefined;
  const parsed = parseYamlBlock(text, range);
  assert.deepEqual(parsed.faults, [], JSON.stringify(yaml));
  return { plain: plain.map(toldEntry), parsed: parsed.entries.map(toldEntry) };
}

describe('YAML of the simple kind', () => {
  it('is what templates write, and needs no parser', () => {
    const simple =
      'title: 【山海协作】云岭镇与望海区共建育秧中心，两地农技人员“结对”\n# 注：待核\ncolumn: 乡村\n\npublished: 2026-03-09 10:20:05\nsource: "青禾: 新闻"\nseries: \'山海\'\nreporters: [林晓禾, 周砚]\ncorrespondents:\n  - 罗一帆\n  - 沈砚秋\nkeywords:\n- 春耕\nsummary:\nurl: https://example.com/a\n';
    assert.notEqual(both(simple), undefined);
    assert.notEqual(both(simple.replaceAll('\n', '\r\n')), undefined);
    for (const other of [
      'a: 1\n',
      'a: true\n',
      'a: null\n',
      'a: ~\n',
      'a: b # c\n',
      'a: b: c\n',
      'a:b\n',
      'a: b:\n',
      'a: |\n  b\n',
      'a: b\n  c\n',
      'a: &b c\n',
      'a: {b: c}\n',
      'a:\n  b: c\n',
      'a: "b\\n"\n',
      "a: 'b''c'\n",
      'a: "b" c\n',
      'a: [b, 1]\n',
      'a: [b\n',
      'a:\n  - b\n - c\n',
      'a:\n  - b\n  c\n',
      '- a\n',
      'a: \tb\n',
      'a: b\rc: d\n',
    ]) {
      assert.equal(both(other), undefined, other);
    }
  });

  it('is read just as the parser reads it', () => {
    const scraps = fc.constantFrom(
      'title',
      'a',
      '标题',
      ':',
      ': ',
      ':  ',
      '\n',
      '\r\n',
      '- ',
      '  - ',
      ' - ',
      '-',
      '[',
      ']',
      ', ',
      ',',
      '"',
      "'",
      '甲',
      '“乙”',
      '【丙】',
      ' ',
      '  ',
      '#',
      ' # ',
      '# 注\n',
      '2024-06-01',
      ' 10:53',
      '1',
      'true',
      'null',
      'No',
      '\t',
      '\u3000',
      '\u00a0',
      '\ufeff',
      '😀',
      '\\',
      '&a',
      '*a',
      '!b',
      '|',
      '>',
      '%',
      '@',
      '?',
      '...',
      '{',
      '}',
      '\r',
      '\u2028',
      '\u0085',
      '\0',
      'https://a.b/c?d=e&f',
      '…',
    );
    const free = fc.array(scraps, { maxLength: 12 }).map((parts) => parts.join(''));
    const words = fc
      .array(
        fc.constantFrom(
          '甲',
          'b',
          ' ',
          '，',
          ':',
          '-',
          '“',
          '”',
          '[',
          ',',
          '{',
          '}',
          '?',
          '!',
          "'",
          '"',
          '1',
          '·',
          '&',
          '*',
          '%',
          '\u3000',
          '　',
          '=',
          '~',
          '.',
          '@',
          '`',
          '|',
          '>',
        ),
        { maxLength: 6 },
      )
      .map((parts) => parts.join(''));
    const line = fc.oneof(
      fc
        .tuple(
          fc.constantFrom('a', 'title', '标题', 'x-y'),
          fc.constantFrom(': ', ':', ':   '),
          words,
          fc.constantFrom('', ' ', '  '),
        )
        .map((parts) => parts.join('')),
      words.map((said) => `a: "${said}"`),
      words.map((said) => `b: '${said}'`),
      fc.tuple(words, words).map(([one, two]) => `c: [${one}, ${two}]`),
      words.map((said) => `  - ${said}`),
      words.map((said) => `- ${said}`),
      fc.constantFrom('', '# 注', 'k:', 'k: '),
      free,
    );
    const yaml = fc
      .tuple(fc.array(line, { maxLength: 6 }), fc.constantFrom('\n', '\r\n'))
      .map(([lines, end]) => lines.map((one) => one + end).join(''));
    let simple = 0;
    fc.assert(
      fc.property(yaml, (source) => {
        const read = both(source);
        if (read === undefined) return;
        simple++;
        assert.deepEqual(read.plain, read.parsed, JSON.stringify(source));
      }),
      { numRuns: 20000 },
    );
    assert.ok(simple > 500, `only ${simple} were simple`);
  });

  it('takes time in proportion to its length', () => {
    for (const pump of ['a ', '甲:', '甲 ', ', a', '"', "'", '[a, ', 'a: ']) {
      const text = `a: ${pump.repeat(5000)}\u0000\n`;
      const start = performance.now();
      readPlainYaml(text, { start: 0, end: text.length });
      assert.ok(performance.now() - start < 1000, pump);
    }
  });
});
