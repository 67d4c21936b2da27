import assert from 'node:assert/strict';
import { Validator } from '@cfworker/json-schema';
import { checks } from '../../src/checks/index.ts';
import { fieldTypes, typesOfField } from '../../src/house/field-types.ts';
import { fieldsSchema } from '../../src/house/fields-schema.ts';
import { readFrontMatterSchema } from '../../src/house/front-matter-schema.ts';
import { houseIds, resolveHouse, shippedHouse } from '../../src/house/load.ts';
import { isTame, longestMatched } from '../../src/house/tame-pattern.ts';
import { withSchema } from '../../src/house/with-schema.ts';
import { assertEnded } from '../work.ts';

describe('a JSON Schema for the front matter', () => {
  it('says what is wrong, and where', () => {
    const { schema, faults } = readFrontMatterSchema(
      JSON.stringify({
        $defs: {
          link: {
            type: 'object',
            required: ['url', 'title'],
            additionalProperties: false,
            properties: { url: { format: 'uri' }, title: {} },
          },
        },
        required: ['title'],
        properties: { tags: { type: 'array', items: { enum: ['a'] } }, links: { items: { $ref: '#/$defs/link' } } },
        anyOf: [{ required: ['x'] }, { required: ['y'] }],
      }),
    );
    assert.deepEqual(faults, []);
    const errors = schema?.check({ tags: ['a', 'b'], links: [{ url: 'nowhere at all', other: 1 }] }) ?? [];
    assert.deepEqual(errors.map(({ keyword, path }) => `${keyword} ${path.join('/')}`).sort(), [
      'additionalProperties links/0/other',
      'anyOf ',
      'enum tags/1',
      'format links/0/url',
      'required ',
      'required links/0',
    ]);
    assert.deepEqual(errors.find(({ keyword }) => keyword === 'enum')?.wanted, ['a']);
    assert.deepEqual(errors.find(({ path }) => path.join('/') === 'links/0')?.wanted, ['url', 'title']);
  });

  it('matches short texts whatever else the front matter holds, and long ones not at all', () => {
    const found = (schema: object, value: object): readonly string[] =>
      (readFrontMatterSchema(JSON.stringify(schema)).schema?.check(value) ?? []).map(
        ({ keyword, path, wanted }) => `${keyword} ${path.join('/')} ${typeof wanted === 'string' ? wanted : ''}`,
      );
    const long = '甲'.repeat(longestMatched + 1);
    const slug = { properties: { slug: { pattern: '^[a-z]+$' }, web: { format: 'url' }, note: { maxLength: 3 } } };
    for (const draft of ['http://json-schema.org/draft-04/schema#', 'https://json-schema.org/draft/2020-12/schema']) {
      const schema = { $schema: draft, ...slug };
      assert.deepEqual(found(schema, { slug: 'A', web: '甲', summary: long, note: long }), [
        'pattern slug ^[a-z]+$',
        'format web uri',
        'maxLength note ',
      ]);
      assert.deepEqual(found(schema, { slug: long, web: long }), []);
    }
    // Where a match is what is wrong, a text that was not matched is not wrong.
    assert.deepEqual(found({ properties: { a: { not: { pattern: 'b' } } } }, { a: long }), []);
    assert.deepEqual(found({ properties: { a: { not: { pattern: 'b' } } } }, { a: 'b', c: long }), ['not a ']);
    assert.deepEqual(found({ properties: { a: { oneOf: [{ pattern: 'b' }, { pattern: 'c' }] } } }, { a: long }), []);
    const either = JSON.parse(
      '{"if": {"properties": {"a": {"pattern": "b"}}}, "then": {"required": ["t"]}, "else": {"required": ["e"]}}',
    );
    assert.deepEqual(found(either, { a: long }), []);
    assert.deepEqual(found(either, { a: 'x' }), ['required  ']);
    assert.deepEqual(found({ oneOf: [{ required: ['a'] }, { required: ['b'] }] }, { c: long }), ['oneOf  ']);
    assert.deepEqual(found({ patternProperties: { '^a+$': { type: 'number' } } }, { aa: 'x', c: long }), [
      'type aa number',
    ]);
    const named = { patternProperties: { '^a+$': {} }, additionalProperties: false };
    assert.deepEqual(found(named, { ['a'.repeat(longestMatched + 1)]: 1 }), []);
  });

  it('is refused when it leads elsewhere, and told when it is none', () => {
    const codes = (text: string): readonly string[] => readFrontMatterSchema(text).faults.map(({ code }) => code);
    assert.deepEqual(codes('{"$ref": "https://example.com/a.json"}'), ['schema-remote']);
    assert.deepEqual(codes('{"properties": {"a": {"$ref": "other.json#/a"}}}'), ['schema-remote']);
    assert.deepEqual(codes('{"properties": {"a": {"pattern": "^(a+)+$"}}}'), ['schema-pattern']);
    assert.deepEqual(codes('{"patternProperties": {"(x|xx)*y": {}}}'), ['schema-pattern']);
    for (const text of ['', 'nonsense', '[]', '"a"', '{', 'null'])
      assert.deepEqual(codes(text), ['schema-no-json'], text);
    assert.deepEqual(codes(`{"description": "${'x'.repeat(200_000)}"}`), ['schema-long']);
    assert.deepEqual(codes('{"$ref": "#/nowhere"}').length <= 1, true);
    assert.doesNotThrow(() => readFrontMatterSchema('{"$ref": "#/nowhere"}').schema?.check({}));
    assert.deepEqual(readFrontMatterSchema('{"__proto__": {"required": ["a"]}}').schema?.check({}), []);
  });

  it('is not used when holding anything against it would never end', () => {
    const chain = (part: (next: string) => object, wrap: (defs: object) => object): string => {
      const defs = Object.fromEntries(
        Array.from({ length: 40 }, (_, index) => [`d${index}`, index === 39 ? {} : part(`#/$defs/d${index + 1}`)]),
      );
      return JSON.stringify(wrap(defs));
    };
    const at = (place: object) => (defs: object) => ({ ...place, $defs: defs });
    const twice = ($ref: string) => [{ $ref }, { $ref }];
    const parts: readonly ((next: string) => object)[] = [
      (next) => ({ allOf: twice(next) }),
      (next) => ({ anyOf: [...twice(next), { not: {} }] }),
      (next) => ({ not: { anyOf: twice(next) } }),
      (next) => Object.fromEntries(['if', 'then', 'else'].map((key) => [key, { $ref: next }])),
      (next) => ({ oneOf: twice(next) }),
      (next) => ({ dependentSchemas: { title: { $ref: next } }, allOf: twice(next) }),
      (next) => ({ properties: { title: { allOf: twice(next) } }, allOf: twice(next) }),
    ];
    const places = [{ $ref: '#/$defs/d0' }, { properties: { title: { $ref: '#/$defs/d0' } } }];
    for (const part of parts) {
      for (const place of places) {
        const before = process.cpuUsage();
        const { schema, faults } = readFrontMatterSchema(chain(part, at(place)));
        schema?.check({ title: 'a', tags: ['a'] });
        assertEnded(JSON.stringify(part('next')), before);
        if (place === places[0] || schema === undefined)
          assert.deepEqual(
            faults.map(({ code }) => code),
            schema === undefined ? ['schema-work'] : [],
          );
      }
    }
    const hard = readFrontMatterSchema(chain((next) => ({ allOf: twice(next) }), at({ $ref: '#/$defs/d0' })));
    assert.equal(hard.schema, undefined);
    // What refers to itself through a property is as deep as the article is.
    const tree =
      '{"$ref": "#/$defs/n", "$defs": {"n": {"type": "object", "properties": {"n": {"$ref": "#/$defs/n"}}}}}';
    const read = readFrontMatterSchema(tree);
    assert.deepEqual(read.faults, []);
    assert.equal(read.schema?.check({ n: { n: 1 } }).length, 1);
  });

  it('has its faults at the house file’s own line', () => {
    const text = 'extends: wire\nfront-matter-schema: schemas/a.json\n';
    const { salvaged } = resolveHouse({ text }, checks);
    assert.equal(salvaged.frontMatterSchema, 'schemas/a.json');
    const { faults } = withSchema(salvaged, text, undefined);
    assert.deepEqual(
      faults.map(({ code, at }) => [code, text.slice(at.start, at.end)]),
      [['schema-missing', 'schemas/a.json']],
    );
    assert.ok(withSchema(salvaged, text, '{}').house.schema);
  });

  it('runs no pattern that could hang', () => {
    for (const tame of [
      '^[a-z0-9]+(?:-[a-z0-9]+)*$',
      '^\\d{4}-\\d{2}-\\d{2}$',
      '^https?://',
      '^[^\\s]+$',
      '^(draft|ready)$',
      'a.*b',
    ])
      assert.ok(isTame(tame), tame);
    const wild = [
      '^(a+)+$',
      '(a|aa)+',
      '(?:[a-z-]+-)*x',
      '(?:-[a-z-]+)*$',
      '(?:_\\w+)*$',
      '(x+x+)+y',
      '^(?=a)',
      '(a)\\1',
      '.*.*.*=',
      '([a-z]+)*',
      '((a+))*',
      '(',
      '(?:-a*)*',
    ];
    for (const pattern of wild) assert.ok(!isTame(pattern), pattern);
    for (const tame of ['^[a-z0-9]+(?:-[a-z0-9]+)*$', 'a.*b.*c']) {
      const before = process.cpuUsage();
      for (const bad of [
        'a'.repeat(longestMatched),
        'a-'.repeat(longestMatched / 2),
        `${'ab'.repeat(longestMatched / 2)}!`,
      ])
        new RegExp(tame, 'u').test(bad);
      assertEnded(tame, before);
    }
  });
});

describe('the fields of a house as JSON Schema', () => {
  for (const id of houseIds) {
    it(`is a schema that sound front matter of ${id} meets`, () => {
      const schema = JSON.parse(JSON.stringify(fieldsSchema(shippedHouse(id))));
      const validator = new Validator(schema, '7', false);
      const { fields, checks: severities } = shippedHouse(id);
      const column = fields.find(({ role }) => role === 'column')?.values?.[0]?.value;
      const sound = {
        title: 'a',
        ...(column === undefined ? {} : { column, related: [{ title: 'a', url: 'b' }] }),
        ...(id === 'plain'
          ? { author: ['a'], date: '2024-06-01 10:53' }
          : { reporters: ['a'], published: '2024-06-01 10:53' }),
      };
      assert.deepEqual(validator.validate(sound).errors, []);
      assert.ok(!validator.validate({ ...sound, column: '?' }).valid || column === undefined);
      const takesOthers = severities['unknown-field']?.severity === 'off';
      assert.equal(validator.validate({ title: 'a', weather: 1 }).valid, takesOthers);
      assert.ok(!validator.validate({ ...sound, [id === 'plain' ? 'date' : 'published']: 'tomorrow' }).valid);
    });
  }

  it('has examples that are of their type', () => {
    for (const type of fieldTypes) {
      const { house, faults } = resolveHouse(
        { text: `extends: none\nfields:\n  a: {type: ${type}${type === 'choice' ? ', values: [乡村]' : ''}}\n` },
        checks,
      );
      assert.deepEqual(faults, []);
      assert.ok(house && typesOfField[type].example !== '');
    }
  });
});
