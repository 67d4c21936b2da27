import assert from 'node:assert/strict';
import { type Schema, Validator } from '@cfworker/json-schema';
import fc from 'fast-check';
import { houseFindings } from '../../src/checks/house-file.ts';
import { colleagueNamed, readStaff } from '../../src/house/staff.ts';
import { staffSchema } from '../../src/house/staff-schema.ts';
import { lineStarts, positionAt } from '../../src/model/range.ts';
import { anyText } from '../any-text.ts';

const list = `# 本社人员
staff:
  - 苏禾
  - name: 尚林溪
    roles: [记者, 责任编辑]
    pen-names: 溪山
    email: lin@example.org
    active: {from: 2019-03, to: 2024}
    desk: 乡村
  - {姓名: '马克·温德姆', 身份: 特约记者, 起: 2021}
`;

/** Faults as `line:column code`, both from 1. */
function faultsOf(text: string): readonly string[] {
  return readStaff(text).faults.map(({ code, at }) => {
    const { line, column } = positionAt(lineStarts(text), at.start);
    return `${line + 1}:${column + 1} ${code}`;
  });
}

describe('staff file', () => {
  it('reads names and maps, keys in both languages', () => {
    const { people, faults } = readStaff(list);
    assert.deepEqual(faults, []);
    assert.deepEqual(
      people.map(({ at: _, ...person }) => person),
      [
        { name: '苏禾', roles: [], penNames: [], details: [] },
        {
          name: '尚林溪',
          roles: ['记者', '责任编辑'],
          penNames: ['溪山'],
          details: [['desk', '乡村']],
          email: 'lin@example.org',
          from: '2019-03',
          to: '2024',
        },
        { name: '马克·温德姆', roles: ['特约记者'], penNames: [], details: [], from: '2021' },
      ],
    );
    assert.deepEqual(
      people.map(({ at }) => list.slice(at.start, at.end)),
      ['苏禾', '尚林溪', "'马克·温德姆'"],
    );
  });

  it('finds people by name and by pen-name', () => {
    const { people } = readStaff(list);
    assert.equal(colleagueNamed(people, '溪山')?.name, '尚林溪');
    assert.equal(colleagueNamed(people, '苏和'), undefined);
  });

  it('says what is wrong, where', () => {
    assert.deepEqual(faultsOf('staff:\n  - {role: 记者}\n  - 苏禾\n  - 苏禾\n'), [
      '2:5 nameless-colleague',
      '4:5 duplicate-setting',
    ]);
    assert.deepEqual(faultsOf('stuff: []\nstaff: 苏禾\n'), ['1:1 unknown-setting', '2:8 expected-list']);
    assert.deepEqual(faultsOf('staff:\n  - {name: 苏禾, from: 去年, active: {to: 2024-13}}\n'), [
      '2:22 bad-bound',
      '2:39 bad-bound',
    ]);
  });

  it('says it in both languages, and never in the words for a syntax error', () => {
    const { faults } = readStaff('stuff: []\nstaff:\n  - {role: 记者}\n  - {name: 苏禾, to: 去年}\n  - 苏禾\n');
    const messages = houseFindings(faults).map(({ message }) => message);
    assert.deepEqual(
      messages.map(({ zh }) => zh),
      [
        '没有“stuff”这项设置，可用：staff',
        '这一项没有姓名，请写上“name:”和姓名',
        '“to”不能是“去年”，应写年、年月或年月日，如“2019-03”',
        '“苏禾”写了两遍',
      ],
    );
    for (const { en } of messages) assert.doesNotMatch(en, /cannot be read|field: value/);
  });

  it('keeps whom it can read of a file that is half typed', () => {
    const { people, faults } = readStaff('staff:\n  - 苏禾\nstuff: "\n');
    assert.deepEqual(
      people.map(({ name }) => name),
      ['苏禾'],
    );
    assert.notEqual(faults.length, 0);
  });

  it('reads any text', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const { people } = readStaff(`staff:\n  - ${text}\n`);
        for (const { name } of people) assert.notEqual(name, '');
      }),
    );
  });

  it('is described by a schema that knows every key', () => {
    const schema = new Validator(staffSchema() as Schema, '7', false);
    const valid = (value: unknown): boolean => schema.validate(value).valid;
    assert.ok(
      valid({
        staff: ['苏禾', { name: '尚林溪', roles: ['记者'], active: { from: '2019-03', to: 2024 }, desk: '乡村' }],
      }),
    );
    assert.ok(
      valid({ 人员: [{ 姓名: '苏禾', 身份: '记者', 笔名: ['禾'], 邮箱: 'a@b', 在职: { 起: '2019', 止: '2020' } }] }),
    );
    assert.ok(!valid({ staff: [{ role: '记者' }] }));
    assert.ok(!valid({ stuff: [] }));
    assert.ok(!valid({ staff: [{ name: '苏禾', from: '去年' }] }));
  });
});
