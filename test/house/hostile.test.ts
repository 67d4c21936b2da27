import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { completeHouse } from '../../src/assist/house-complete.ts';
import { hoverHouse } from '../../src/assist/house-hover.ts';
import { placeInHouse } from '../../src/assist/house-place.ts';
import { houseSymbols } from '../../src/assist/house-symbols.ts';
import { houseFindings } from '../../src/checks/house-file.ts';
import { checks } from '../../src/checks/index.ts';
import { faultsOf } from '../../src/engine/house-cases.ts';
import { houseIds, resolveHouse } from '../../src/house/load.ts';
import { readStaff } from '../../src/house/staff.ts';
import { yamlLimits } from '../../src/model/front-matter/yaml-guard.ts';
import { anyText } from '../any-text.ts';
import { assertEnded, assertGrowsEvenly } from '../work.ts';

/** Reads a house file in every way that there is; its faults, checked to be findings in plain words at their place. */
function read(text: string) {
  const resolved = resolveHouse({ text }, checks);
  const faults = faultsOf(resolved);
  for (const { at, message, fixes } of houseFindings(faults)) {
    assert.ok(0 <= at.start && at.start <= at.end && at.end <= text.length, `${at.start}-${at.end} of ${text.length}`);
    for (const said of [message.en, message.zh]) {
      assert.notEqual(said, '');
      // A placeholder that nobody filled in, or a value that is none.
      assert.doesNotMatch(said.replaceAll('`{{', ''), /\{(?:actual|key|known|near|limit)\}|undefined|\[object/, said);
    }
    for (const fix of fixes) assert.ok((fix.source?.length ?? 0) > 0);
  }
  assert.equal(
    resolved.house === undefined,
    resolved.faults.some(({ passedOver }) => passedOver === undefined),
  );
  const { salvaged: house, tree, inherited } = resolved;
  const around = { house, tree, inherited };
  for (const offset of [0, text.length >> 1, text.length]) {
    const place = placeInHouse(text, offset);
    if (place) completeHouse(text, offset, place, around);
    hoverHouse(text, offset, around);
  }
  houseSymbols(text);
  return { ...resolved, faults };
}

/** Every value of a house file, as where it stands and what it is under. */
function values(text: string): readonly { readonly start: number; readonly end: number; readonly flow: boolean }[] {
  const found: { start: number; end: number; flow: boolean }[] = [];
  const into = (node: unknown, flow: boolean): void => {
    if (isScalar(node) || isMap(node) || isSeq(node)) {
      const [start, end] = node.range ?? [0, 0, 0];
      const own = flow || (!isScalar(node) && node.flow === true);
      if (isScalar(node) || own) found.push({ start, end, flow });
      if (isMap(node)) for (const { value } of node.items) into(value, own);
      if (isSeq(node)) for (const item of node.items) into(item, own);
    }
  };
  into(parseDocument(text).contents, false);
  return found;
}

const texts = houseIds.map((id) => {
  const text = readFileSync(`src/house/${id}.yml`, 'utf8');
  return { text, places: values(text) };
});

const others = [
  '',
  '~',
  'true',
  '-1',
  '1e999',
  '.nan',
  '0x1F',
  '2024-06-01',
  '""',
  "''",
  '[]',
  '{}',
  '[[]]',
  '[{}]',
  '{a: b}',
  '[1, {a: [b]}]',
  '{zh: [a]}',
  '{value: {}}',
  '[{value: []}]',
  '&a x',
  '*a',
  '!!binary aGk=',
  '!x y',
  '{<<: *a}',
  '"\\0"',
  '"\\ud800"',
  '__proto__',
  'constructor',
  '{__proto__: 1}',
  '{constructor: {name: x}}',
  '../../../etc/passwd',
  'C:\\\\x',
  'javascript:alert(1)',
  '"{{{{"',
  '"{a}{b}"',
  'x'.repeat(500),
  `"${'字'.repeat(500)}"`,
  '[a, a, a]',
  '"a\\nb"',
  'off',
  'false',
  'null',
  '"（{reporters} {reporters}）"',
  '"[[[[[[[[[["',
];

// Times are of the processor, whatever else the machine does: milliseconds.
describe('a hostile house file', () => {
  it('with any value in the place of another is a house still, with faults in plain words at their place', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.nat(), fc.constantFrom(...others), ({ text, places }, pick, other) => {
        const place = places[pick % places.length];
        assert.ok(place);
        const changed = text.slice(0, place.start) + other + text.slice(place.end);
        const { salvaged } = read(changed);
        assert.ok(salvaged.byline.forms.length >= 0 && salvaged.fields.every(({ key }) => key !== ''));
      }),
      { numRuns: 80 },
    );
  });

  it('at every setting of the wrong type says so there', () => {
    // A list where there is none to be, a map where there is none to be.
    for (const [house, { text, places }] of texts.entries()) {
      // The houses say much the same: a third of each is all of it.
      for (const { start, end } of places.filter((_place, index) => index % 3 === house % 3)) {
        const wrong = text[start] === '[' ? 'x: y' : '[[x]]';
        const quoted = wrong === 'x: y' ? '{x: y}' : wrong;
        const { faults } = resolveHouse({ text: text.slice(0, start) + quoted + text.slice(end) }, checks);
        const there = faults.some(({ at }) => at.start <= start + quoted.length && start <= at.end);
        assert.ok(there, `${quoted} for ${text.slice(start, end)}: ${faults.map(({ code }) => code).join(' ')}`);
      }
    }
  });

  it('of any text is read', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'extends: ',
        'fields:\n',
        '  title:\n',
        '    type: text\n',
        'checks:\n',
        '- ',
        '{',
        '}',
        '[',
        ']',
        ': ',
        '&a ',
        '*a',
        '!!',
        '"',
        "'",
        '#',
        '|\n',
        '>\n',
        '---\n',
        '...\n',
        '\t',
        '\r\n',
        '\r',
        '\n',
        '\0',
        '\uFFFD',
        '\uFEFF',
        '\ud800',
        '：',
        '“',
        '？',
      ),
      anyText(4),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => void read(pieces.join(''))),
      { numRuns: 80 },
    );
  });

  it('that is huge, deep or full of aliases is refused at once, in words', () => {
    const bomb = `a: &a [x, x]\n${'bcdefghij'
      .split('')
      .map((name, index) => `${name}: &${name} [${`*${'abcdefghij'[index]}, `.repeat(8)}]\n`)
      .join('')}`;
    const cases: readonly [string, string, RegExp][] = [
      ['huge', `name: ${'x'.repeat(600_000)}\n`, /too-long/],
      ['many keys', Array.from({ length: 13_000 }, (_, i) => `k${i}: x\n`).join(''), /too-many-keys/],
      ['deep brackets', `name: ${'['.repeat(20_000)}`, /too-deep/],
      ['deep lines', Array.from({ length: 200 }, (_, i) => `${' '.repeat(i)}a:\n`).join(''), /too-deep/],
      ['many lines', '- \n'.repeat(30_000), /too-complex/],
      ['brackets that close nothing', `name: [甲${']'.repeat(50_000)}\n`, /too-complex/],
      ['lists run together', `name: [甲${'[]'.repeat(8000)}]\n`, /unclosed|syntax|too-complex|unread/],
      ['braces that close nothing', `name: 甲\nstaff: ${'}'.repeat(50_000)}\n`, /too-complex/],
      ['aliases', bomb, /unknown-setting/],
      ['tags', 'name: !!js/function "x"\n', /expected-text/],
      ['merge keys', 'byline: {<<: {required: false}}\n', /unknown-setting/],
      ['two documents', 'name: x\n---\nname: y\n', /^second-document$/],
      ['what stands behind the end', '---\nname: x\n...\nname: y\n', /^second-document$/],
      ['read as another encoding', 'name: \uFFFD\uFFFD\uFFFD\nnmae: x\n', /^garbled$/],
    ];
    for (const [what, text, code] of cases) {
      const before = process.cpuUsage();
      const { faults, house } = resolveHouse({ text }, checks);
      for (const offset of [0, text.length >> 1, text.length]) placeInHouse(text, offset);
      houseSymbols(text);
      assertEnded(what, before);
      assert.equal(house, undefined, what);
      assert.match(faults.map((fault) => fault.code).join(' '), code, what);
      assert.ok(houseFindings(faults).every(({ message }) => message.zh !== ''));
    }
  });

  it('that is one long line, or one open quotation mark after another, keeps nobody waiting', () => {
    const wide = `a: [${'"x", '.repeat(12_000)}`;
    const open = Array.from({ length: 5000 }, (_, i) => `k${i}: "x\n`).join('');
    const tall = `fields:\n${Array.from({ length: 3000 }, (_, i) => `  f${i}:\n    type: text\n`).join('')}`;
    for (const text of [wide, open, tall]) {
      const before = process.cpuUsage();
      const place = placeInHouse(`${text}\n`, text.length + 1);
      assert.ok(place || text === wide, text.slice(0, 20));
      const symbols = houseSymbols(text);
      assert.ok(symbols.length > 0);
      assertEnded(text.slice(0, 20), before);
    }
  });

  it('of thousands of lines that are all wrong is told in time that grows with them', () => {
    const read = (text: string): void => void resolveHouse({ text }, checks);
    assertGrowsEvenly('lines below an open quotation mark', 'a：b\n', 30_000, (lines) => read(`name: "${lines}`));
  });

  it('may be as long as a newsroom needs it', () => {
    const people = Array.from({ length: 800 }, (_, i) => `  - {name: 林晓${i}, role: 记者, desk: 时政}\n`).join('');
    assert.ok(people.length < yamlLimits.length);
    const staff = readStaff(`staff:\n${people}`);
    assert.deepEqual([staff.people.length, staff.faults], [800, []]);
    const columns = Array.from(
      { length: 300 },
      (_, i) => `      - {value: 栏目${i}, label: 第${i}栏, aliases: [别名${i}]}\n`,
    );
    const { faults, house } = resolveHouse(
      { text: `extends: chinese\nfields:\n  column:\n    values:\n${columns.join('')}` },
      checks,
    );
    assert.deepEqual(faults, []);
    assert.equal(house?.fields.find(({ key }) => key === 'column')?.values?.length, 300);
  });
});
