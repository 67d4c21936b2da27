import { matchesOf } from '../../model/matches.ts';
import { cluesOf, mayHold } from './clues.ts';

const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
/** What is typed for a branch that looks like it. */
const ALIKE: Readonly<Record<string, string>> = { 已: '巳', 戍: '戌' };

/** A year of the sixty that a text names wrongly; offsets are UTF-16 units. */
interface WrongCycle {
  readonly from: number;
  readonly to: number;
  readonly actual: string;
  /** What it is likely to be; absent where nothing tells. */
  readonly expected?: string;
  /** The year in figures that stands beside it, where it is the name of another one. */
  readonly year?: number;
}

/** A stem of even place has branches of even place alone: of 120 pairs sixty are no year, and two branches are mistyped. */
const pairs: readonly string[] = [...STEMS].flatMap((stem, at) =>
  [...BRANCHES, ...Object.keys(ALIKE)].flatMap((branch) => (isYearName(at, branch) ? [] : [stem + branch])),
);
const clues = cluesOf(pairs);
const besides = cluesOf(
  [...STEMS].flatMap((stem) => [`#（${stem}`, `#(${stem}`, `年（${stem}`, `年(${stem}`, `年（#`, `年(#`]),
);

function isYearName(stem: number, branch: string): boolean {
  const at = BRANCHES.indexOf(branch);
  return at >= 0 && at % 2 === stem % 2;
}

/** 甲未年满十八岁: somebody who is called 甲. */
const YEAR = '年(?![满近过逾届检老迈审轻幼薪级少终初底末仅纪龄])';
const named = new RegExp(
  `(?<![${STEMS}A-Za-z])(?:(?<=岁[次在])|(?=..(?:${YEAR}|[孟仲季][春夏秋冬]|变法|政变)))([${STEMS}])([${BRANCHES}已戍])`,
  'g',
);
const beside = new RegExp(
  `(?<![\\d前])(?:(1\\d\\d\\d|20\\d\\d)年?[（(](?:农历|夏历|阴历|岁次)?([${STEMS}][${BRANCHES}])年?[）)]|(?<![${STEMS}])([${STEMS}][${BRANCHES}])年[（(](1\\d\\d\\d|20\\d\\d)年?[）)])`,
  'g',
);

/** The names of years that no year has, and those of another year than the one beside them. */
export function* wrongCycles(text: string): Iterable<WrongCycle> {
  if (mayHold(text, clues))
    for (const { 0: actual, 1: stem = '', 2: branch = '', index: from } of matchesOf(text, named)) {
      if (isYearName(STEMS.indexOf(stem), branch)) continue;
      const alike = ALIKE[branch];
      // 甲已 is no slip for 甲巳, which is no year either.
      const meant = alike !== undefined && isYearName(STEMS.indexOf(stem), alike) ? stem + alike : undefined;
      if (alike !== undefined && meant === undefined) continue;
      yield { from, to: from + 2, actual, ...(meant !== undefined && { expected: meant }) };
    }
  if (mayHold(text, besides))
    for (const { 0: whole, 1: before, 2: inside, 3: ahead, 4: behind, index } of matchesOf(text, beside)) {
      const actual = inside ?? ahead ?? '';
      const year = Number(before ?? behind);
      const expected = cycleOf(year);
      // Until the new year of the moon a year has the name of the last one.
      if (actual === expected || actual === cycleOf(year - 1)) continue;
      const from = index + whole.indexOf(actual);
      yield { from, to: from + 2, actual, expected, year };
    }
}

function cycleOf(year: number): string {
  return STEMS.charAt((year + 6) % 10) + BRANCHES.charAt((year + 8) % 12);
}
