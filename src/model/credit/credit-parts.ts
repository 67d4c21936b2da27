import type { Person, Piece, Problem } from '../byline/byline.ts';
import { kin, pictureAgencies, unnamed } from '../byline/lexicon/words.ts';
import type { CreditKind } from './credit.ts';

/** What has been read of a credit so far. */
export interface CreditParts {
  kind: CreditKind | undefined;
  outlet: Piece | undefined;
  agency: Piece | undefined;
  date: Piece | undefined;
  people: Person[];
  archive: boolean;
  ai: boolean;
  problems: Problem[];
}

/** Nothing read yet. */
export const blankCredit = (): CreditParts => ({
  kind: undefined,
  outlet: undefined,
  agency: undefined,
  date: undefined,
  people: [],
  archive: false,
  ai: false,
  problems: [],
});

/** Picture agencies, folded. */
export const agencyNames = new Set(pictureAgencies);

/** Words for those who are not named, folded. */
export const unnamedSources = new Set(unnamed);

/** Where `s[from, to)` ends without the spaces at its end. */
export function trimmed(s: string, from: number, to: number): number {
  while (to > from && s.charCodeAt(to - 1) === 32) to--;
  return to;
}

/** Whether somebody is spoken of without a name: 受访者, 活动主办方. */
export function isUnnamed(name: string): boolean {
  return (
    unnamedSources.has(name) ||
    kin.some((word) => name.length > word.length && name.endsWith(word)) ||
    /^(?:受访|被访|采访|受采|活动|主办|当事|相关|该|其).{0,6}(?:者|方|本人|单位|对象|人|家属|企业|学校|部门|机构|医院)$/.test(
      name,
    ) ||
    /^(?:.{0,3})(?:受访者|当事人|网友|读者)(?:本人|家属)?$/.test(name)
  );
}
