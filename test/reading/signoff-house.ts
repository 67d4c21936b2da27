import assert from 'node:assert/strict';
import { checks } from '../../src/checks/index.ts';
import type { House, SignStep } from '../../src/house/house.ts';
import { resolveHouse } from '../../src/house/load.ts';
import { readStaff } from '../../src/house/staff.ts';
import { parseArticle } from '../../src/model/parse.ts';
import { applyEdits } from '../../src/model/range.ts';
import { stepNamed } from '../../src/reading/signoffs.ts';
import { signOff } from '../../src/writing/sign-off.ts';

/** Two reviews and a proof, no two by one person. */
export const signoffYaml = `extends: china-report
signoff:
  free: [reviewers]
  steps:
    一审:
      label: {zh: 一审, en: First review}
      who: [编辑]
      confirms: [事实已核对]
    二审:
      label: {zh: 二审, en: Second review}
      who: [部门主任]
      distinct: [一审]
    一校:
      label: {zh: 一校, en: First proof}
      who: [校对, 高远]
      distinct: [一审, 二审]
`;

const staffYaml = `staff:
  - {name: 周砚, role: 编辑}
  - {name: 许青禾, role: [编辑, 部门主任]}
  - {name: 沈砚秋, role: 部门主任, pen-names: [砚秋]}
  - {name: 贺竹, role: 校对}
  - {name: 高远, role: 通讯员}
`;

/** A house by its file; faults fail. */
export function houseOf(text: string = signoffYaml, staff: string | null = staffYaml): House {
  const { house, faults } = resolveHouse({ text }, checks);
  assert.ok(house, JSON.stringify(faults));
  return staff === null ? house : { ...house, staff: readStaff(staff).people };
}

export function stepOf(house: House, word: string): SignStep {
  const step = stepNamed(house, word);
  assert.ok(step, word);
  return step;
}

/** A moment of the day of these tests. */
export const at = (clock: string): number => Date.parse(`2026-06-01T${clock}:00+08:00`);

/** The text after signing steps one after the other. */
export function signed(text: string, house: House, ...by: readonly (readonly [step: string, who: string])[]): string {
  return by.reduce((now, [step, who], index) => {
    const edit = signOff(parseArticle(now), house, who, stepOf(house, step), at(`1${index}:00`));
    assert.ok(edit?.of === 'article', `${step} ${who}`);
    return applyEdits(now, edit.edits);
  }, text);
}
