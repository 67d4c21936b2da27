import type { BylineStyle } from '../../house/house.ts';
import type { Byline, Problem } from '../../model/byline/byline.ts';
import { fold } from '../../model/byline/lexicon/fold.ts';
import { isWork } from '../../model/byline/roles.ts';
import { nameKey } from '../../model/name-key.ts';
import type { ProseEdit } from '../../model/prose.ts';
import {
  habitsOf,
  inHouseForm,
  inHouseFrame,
  leavesFirstUnlabelled,
  plainSpaces,
  separatorsOf,
} from './byline-habits.ts';
import type { Measure } from './byline-measure.ts';

/** Something about a byline that is not as the house has it. Offsets are those of the text that was read. */
export interface Defect {
  readonly code: DefectCode;
  readonly from: number;
  readonly to: number;
  readonly expected: string;
  readonly edits: readonly ProseEdit[];
  /** Every way to mend it, where there are several and nothing says which. */
  readonly choices?: readonly (readonly ProseEdit[])[];
  /** The edits are certain. */
  readonly safe: boolean;
}

type DefectCode =
  | 'unclosed'
  | 'mixed'
  | 'width'
  | 'glued-groups'
  | 'glued-names'
  | 'glued-head'
  | 'doubled-role'
  | 'doubled-name'
  | 'role-after-name'
  | 'missing-role'
  | 'missing-name'
  | 'spaced-name'
  | 'spacing'
  | 'separator'
  | 'outlet'
  | 'role'
  | 'form';

function edit(from: number, to: number, text: string): ProseEdit {
  return { from, to, text };
}

/** Faults in any newsroom; others depend on how the house writes. */
const marks: ReadonlySet<DefectCode> = new Set<DefectCode>([
  'unclosed',
  'mixed',
  'glued-groups',
  'glued-names',
  'doubled-role',
  'doubled-name',
  'spaced-name',
]);

/** Every defect of a byline that stands in `text`, as far as the house measures it. In written order, none twice. */
export function bylineDefects(text: string, byline: Byline, style: BylineStyle, measure: Measure): readonly Defect[] {
  const found: Defect[] = byline.problems.flatMap((problem) => defectOf(text, byline, problem, style));
  found.push(...namedTwice(byline));
  if (measure === 'marks') return inOrder(found.filter(({ code }) => marks.has(code)));
  if (measure === 'outlet') {
    const { outlet } = byline;
    const question: readonly Defect[] = outlet
      ? [{ code: 'outlet', from: outlet.from, to: outlet.to, expected: style.outlets[0] ?? '', edits: [], safe: false }]
      : [];
    return inOrder([...found.filter(({ code }) => marks.has(code)), ...question]);
  }
  const whole = text.slice(byline.from, byline.to);
  if (leavesFirstUnlabelled(byline, style))
    found.splice(0, found.length, ...found.filter(({ code }) => code !== 'missing-role'));
  if (inHouseForm(whole, byline, style)) return found.filter(({ code }) => code !== 'missing-role');
  if (/\p{Script=Han}/u.test(whole))
    found.push(...widthDefects(text, byline, style, found), ...spaceDefects(text, byline, style, found));
  for (const role of byline.roles) {
    if (style.roles.length === 0 || style.roles.some((known) => known === role.text || role.text.endsWith(known)))
      continue;
    // Works (摄影, 文/图) say what was done; the house's list is of titles.
    if (isWork(role.text)) continue;
    found.push({
      code: 'role',
      from: role.from,
      to: role.to,
      expected: style.roles.join(/\p{Script=Han}/u.test(style.roles.join('')) ? '、' : ', '),
      edits: [],
      safe: false,
    });
  }
  if (
    measure === 'form' &&
    found.every(({ code }) => code === 'missing-role' || code === 'role') &&
    !inHouseFrame(text, byline, style)
  ) {
    found.push({
      code: 'form',
      from: byline.from,
      to: byline.to,
      expected: '',
      edits: [],
      safe: false,
    });
  }
  return inOrder(found);
}

/** 记者 高远 高远: the same name twice in a row, with no role between that could make it another person. */
function* namedTwice({ people, roles }: Byline): Iterable<Defect> {
  for (const [index, { name, to: end, role }] of people.entries()) {
    const next = people[index + 1];
    if (next === undefined || name === '' || role !== next.role || nameKey(name) !== nameKey(next.name)) continue;
    if (roles.some(({ from }) => from >= end && from < next.from)) continue;
    const { from, to } = next;
    yield { code: 'doubled-name', from, to, expected: name, edits: [edit(end, to, '')], safe: false };
  }
}

function inOrder(found: readonly Defect[]): readonly Defect[] {
  return [...found].sort((a, b) => a.from - b.from || a.to - b.to);
}

function defectOf(text: string, byline: Byline, problem: Problem, style: BylineStyle): readonly Defect[] {
  const { code, from, to, at } = problem;
  const closing = style.brackets === 'full' ? '）' : ')';
  const base = { from, to, expected: '', edits: [] as readonly ProseEdit[], safe: true };
  switch (code) {
    case 'unclosed-bracket': {
      const opener = text.charAt(from);
      const closer = opener === '【' ? '】' : opener === '(' && style.brackets === 'half' ? ')' : closing;
      const widened = opener === '(' && closer === '）' ? [edit(from, from + 1, '（')] : [];
      // Where the people end and the text begins nothing says: one place at a time, and never in bulk.
      const choices = (problem.choices ?? [at ?? byline.to]).map((point) => [...widened, edit(point, point, closer)]);
      return [{ ...base, code: 'unclosed', expected: closer, edits: choices[0] ?? [], choices, safe: false }];
    }
    case 'mixed-brackets': {
      const open = byline.brackets?.open ?? from;
      const [left, right] = style.brackets === 'full' ? ['（', '）'] : ['(', ')'];
      const edits = [edit(open, open + 1, left), edit(from, to, right)].filter(
        (edit) => text.slice(edit.from, edit.to) !== edit.text,
      );
      return [{ ...base, code: 'mixed', expected: `${left}${right}`, edits }];
    }
    case 'glued-groups':
      return [
        {
          ...base,
          code,
          expected: habitsOf(style).groupGaps[0],
          edits: at === undefined ? [] : [edit(at, at, habitsOf(style).groupGaps[0] || ' ')],
        },
      ];
    case 'glued-names': {
      const seams = byline.people
        .filter((person) => person.from > from && person.to <= to)
        .map((person) => person.from);
      const names = byline.people.filter((person) => person.from >= from && person.to <= to).map(({ name }) => name);
      const separator = style.nameSeparator.trim() === 'and' ? '、' : style.nameSeparator;
      return [
        {
          ...base,
          code,
          expected: names.join(separator),
          edits: seams.map((seam) => edit(seam, seam, separator)),
          safe: false,
        },
      ];
    }
    case 'glued-head':
      return [{ ...base, code, edits: [], safe: false }];
    case 'doubled-role':
      return [
        { ...base, code, expected: text.slice(from, to).replace(/^[\s：:、，,]+/, ''), edits: [edit(from, to, '')] },
      ];
    case 'role-after-name': {
      const role = byline.roles.find((each) => each.to === to);
      if (!role) return [{ ...base, code, safe: false }];
      const name = text.slice(from, role.from).trim();
      return [
        {
          ...base,
          code,
          expected: role.text + style.roleSpace + name,
          edits: [edit(from, to, role.text + style.roleSpace + name)],
        },
      ];
    }
    case 'spaced-name': {
      const name = text.slice(from, to).replace(/\s+/g, '');
      return [{ ...base, code, expected: name, edits: [edit(from, to, name)] }];
    }
    case 'stray-space':
    case 'mixed-spacing':
      return [];
    case 'missing-role':
      return [{ ...base, code, safe: false }];
    case 'missing-name':
      return [{ ...base, code, safe: false }];
    default:
      return [];
  }
}

function widthDefects(text: string, byline: Byline, style: BylineStyle, known: readonly Defect[]): readonly Defect[] {
  const { brackets } = byline;
  if (!brackets || brackets.open === brackets.close || known.some(({ code }) => code === 'mixed')) return [];
  const pair = text.charAt(brackets.open) + text.charAt(brackets.close);
  const wanted = style.brackets === 'full' ? '（）' : '()';
  if ((pair !== '()' && pair !== '（）') || pair === wanted) return [];
  return [
    {
      code: 'width',
      from: brackets.open,
      to: brackets.open + 1,
      expected: wanted,
      edits: [
        edit(brackets.open, brackets.open + 1, wanted.charAt(0)),
        edit(brackets.close, brackets.close + 1, wanted.charAt(1)),
      ],
      safe: true,
    },
  ];
}

/** Spaces and separators that are not the house's, each with the one that is. */
function spaceDefects(text: string, byline: Byline, style: BylineStyle, known: readonly Defect[]): readonly Defect[] {
  const out: Defect[] = [];
  const habits = habitsOf(style);
  const taken = (from: number, to: number) =>
    known.some((defect) => defect.edits.some((edit) => edit.from < to && edit.to > from));
  const expect = (code: 'spacing' | 'separator', from: number, to: number, wanted: readonly string[]) => {
    const actual = text.slice(from, to);
    const [first] = wanted;
    if (first === undefined || wanted.includes(plainSpaces(actual)) || taken(from, to)) return;
    out.push({ code, from, to, expected: first, edits: [edit(from, to, first)], safe: true });
  };
  const { verb, brackets, people, roles } = byline;
  if (verb && brackets && fold(text.slice(verb.to, brackets.open)).trim() === '')
    expect('spacing', verb.to, brackets.open, habits.bracketGaps);
  for (const [index, person] of people.entries()) {
    if (style.twoCharacterName !== 'spaced' && /^\p{Script=Han}\s+\p{Script=Han}$/u.test(person.text)) {
      expect('spacing', person.from, person.to, [person.name]);
    }
    if (style.twoCharacterName === 'spaced' && /^\p{Script=Han}{2}$/u.test(person.text)) {
      expect('spacing', person.from, person.to, [[...person.name].join('\u3000')]);
    }
    const role = roles.find((each) => each.to <= person.from && fold(text.slice(each.to, person.from)).trim() === '');
    if (role) expect('spacing', role.to, person.from, [style.roleSpace]);
    const next = people[index + 1];
    if (!next) continue;
    const between = roles.filter((each) => each.from >= person.to && each.to <= next.from);
    const edge = between[0]?.from ?? next.from;
    const gap = fold(text.slice(person.to, edge));
    if (gap === '' || !/^[ 、,，;&/]*$/.test(gap)) continue;
    // 李海/文: the slash is of the role that follows.
    if (between.length > 0 && gap.includes('/')) continue;
    expect('separator', person.to, edge, between.length > 0 ? habits.groupGaps : separatorsOf(style));
  }
  return out;
}
