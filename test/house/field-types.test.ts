import assert from 'node:assert/strict';
import { review } from '../../src/engine/review.ts';
import { defineFieldType, noFaults, type TypeOfField } from '../../src/house/field-types/field-type.ts';
import { type FieldType, fieldTypes, typesOfField } from '../../src/house/field-types.ts';
import type { Field, House } from '../../src/house/house.ts';
import { shippedHouse } from '../../src/house/load.ts';
import { parseArticle } from '../../src/model/parse.ts';

const same = (text: string) => ({ en: text, zh: text });

/** A house whose articles have one field of a type, and nothing else to say about front matter. */
function houseWith(type: FieldType): House {
  const field: Field = { key: 'field', type, label: same('field'), help: same('') };
  return { ...shippedHouse('wire'), fields: [field] };
}

/** The checks that find something in a value, written behind the colon. */
function found(type: FieldType, value: string): readonly string[] {
  const text = `---\nfield: ${value}\n---\n`;
  const article = parseArticle(text);
  const { findings } = review(article, houseWith(type), { files: new Map(), now: Date.UTC(2026, 4, 4) });
  return findings.filter(({ at }) => at.start < article.frontMatter.bodyStart).map(({ check }) => check);
}

/** What a type says of itself that is not so: its example is refused, or what it should refuse is not. */
function untrue(type: FieldType): readonly string[] {
  const { example, refused } = typesOfField[type];
  const wronged = found(type, example).map((check) => `${check} finds fault with the example ${example}`);
  const accepted = refused.filter((value) => found(type, value).length === 0);
  return [...wronged, ...accepted.map((value) => `${value} is accepted`)];
}

/** Runs something while the table has one type more. */
function planted<T>(type: TypeOfField, run: (name: FieldType) => T): T {
  const table = typesOfField as Record<string, TypeOfField>;
  table.planted = type;
  try {
    return run('planted' as FieldType);
  } finally {
    delete table.planted;
  }
}

/** A type that somebody began and never said what it accepts. */
const anything = {
  words: same('anything'),
  about: same('Anything.'),
  shape: 'one',
  scalar: 'any',
  example: 'anything',
  settings: [],
  schema: {},
  suggests: [],
} as const;

describe('the types of fields', () => {
  for (const type of fieldTypes) {
    it(`${type} accepts its example and refuses what it says it refuses`, () => assert.deepEqual(untrue(type), []));
  }

  it('catch a type that accepts anything', () => {
    const type = defineFieldType({ ...anything, refused: ['nothing'], ...noFaults });
    assert.deepEqual(planted(type, untrue), ['nothing is accepted']);
    assert.ok(!fieldTypes.some((name) => typesOfField[name] === type));
  });

  it('catch a type that refuses its own example', () => {
    const type = defineFieldType({ ...anything, example: '[a, b]', refused: ['[a]'], ...noFaults });
    assert.deepEqual(planted(type, untrue), ['wrong-type finds fault with the example [a, b]']);
  });

  it('do not compile without saying what they accept', () => {
    // @ts-expect-error: what it refuses is missing.
    defineFieldType({ ...anything, ...noFaults });
    // @ts-expect-error: it refuses nothing.
    defineFieldType({ ...anything, refused: [], ...noFaults });
    // @ts-expect-error: what is wrong with its values is missing.
    defineFieldType({ ...anything, refused: ['nothing'], messages: {} });
    defineFieldType({
      ...anything,
      refused: ['nothing'],
      messages: { odd: same('odd') },
      // @ts-expect-error: a message that it does not have.
      faults: () => [{ message: 'od' }],
    });
  });

  it('say the same where they share a message', () => {
    const told = new Map<string, unknown>();
    for (const type of fieldTypes) {
      for (const [id, message] of Object.entries(typesOfField[type].messages)) {
        assert.equal(told.get(id) ?? message, message, `${type} says ${id} in words of its own`);
        told.set(id, message);
      }
    }
  });
});
