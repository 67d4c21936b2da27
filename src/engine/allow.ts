import { closest } from 'fastest-levenshtein';
import { unusedAllowance } from '../checks/unused-allowance.ts';
import { allowField, entryOf, keysOf } from '../house/field-keys.ts';
import type { Field, House } from '../house/house.ts';
import type { Allowance, Article } from '../model/article.ts';
import type { Finding } from '../model/finding.ts';
import type { FrontMatter, Value } from '../model/front-matter/front-matter.ts';
import { changedAlone, type PartSpot, removePart } from '../model/front-matter/remove-part.ts';
import { lineAt, type TextEdit } from '../model/range.ts';
import { type ActiveChecks, findingOf } from './prepare.ts';

/** Findings after allowances, with what each allowance did. */
interface Judged {
  readonly article: Article;
  readonly findings: readonly Finding[];
  /** How many findings each allowance has allowed. */
  readonly uses: ReadonlyMap<Allowance, number>;
  /** The edits that take an allowance away. */
  removal(allowance: Allowance): readonly TextEdit[];
}

/** These cannot be allowed: they speak of the checking itself, or of what others have to answer for. */
const neverAllowed: ReadonlySet<string> = new Set([
  'check-failed',
  'unused-allowance',
  'missing-signature',
  'changed-after-signing',
]);

/** Drops the findings that the author has allowed. */
export function allowed(article: Article, house: House, found: readonly Finding[]): Judged {
  const field = allowField(house);
  const scope = { start: 0, end: article.text.length };
  const inFront = givenIn(article.frontMatter, field).map((given) => ({ ...given, scope }));
  const allowances: readonly Allowance[] = [...article.allowances, ...inFront];
  const places = new Map(inFront.map((allowance, at): [Allowance, number] => [allowance, at]));
  const removal = (allowance: Allowance): readonly TextEdit[] => {
    const at = places.get(allowance);
    return at === undefined
      ? [{ ...wholeLines(article, allowance), text: '' }]
      : removalInFront(article, field, inFront, at);
  };
  const uses = new Map<Allowance, number>(allowances.map((allowance) => [allowance, 0]));
  if (allowances.length === 0) return { article, findings: found, uses, removal };
  const finders = new Map([...groupBy(allowances)].map(([check, list]) => [check, finderOf(list)]));
  const findings = found.filter((finding) => {
    if (neverAllowed.has(finding.check)) return true;
    const allowance = finders.get(finding.check)?.(finding.at.start);
    if (allowance) uses.set(allowance, (uses.get(allowance) ?? 0) + 1);
    return allowance === undefined;
  });
  return { article, findings, uses, removal };
}

function groupBy(allowances: readonly Allowance[]): ReadonlyMap<string, readonly Allowance[]> {
  const groups = new Map<string, Allowance[]>();
  for (const allowance of allowances) {
    const group = groups.get(allowance.check);
    if (group) group.push(allowance);
    else groups.set(allowance.check, [allowance]);
  }
  return groups;
}

/**
 * Finds the allowance that holds at an offset of the source, of several for one block the first. A machine may have
 * written thousands, so that each offset looks only at the blocks that could hold it.
 */
function finderOf(allowances: readonly Allowance[]): (start: number) => Allowance | undefined {
  const byScope = new Map<string, Allowance>();
  for (const allowance of allowances) {
    const key = `${allowance.scope.start} ${allowance.scope.end}`;
    if (!byScope.has(key)) byScope.set(key, allowance);
  }
  const sorted = [...byScope.values()].sort((a, b) => a.scope.start - b.scope.start);
  let furthest = -1;
  /** How far the blocks up to and with each one reach. */
  const reach = sorted.map(({ scope }) => {
    furthest = Math.max(furthest, scope.end);
    return furthest;
  });
  return (start) => {
    let low = 0;
    for (let high = sorted.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.scope.start ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    for (let at = low - 1; at >= 0 && (reach[at] ?? -1) >= start; at--) {
      const allowance = sorted[at];
      if (allowance && allowance.scope.end >= start) return allowance;
    }
    return undefined;
  };
}

/** An allowance that allows nothing is itself a finding. */
export function allowanceFindings({ uses, removal }: Judged, active: ActiveChecks): readonly Finding[] {
  const running = active.all.get(unusedAllowance.id);
  if (running === undefined) return [];
  const findings: Finding[] = [];
  for (const [allowance, count] of uses) {
    const { check, reason, at } = allowance;
    if (!active.known.has(check)) {
      const near = closest(check, [...active.known]);
      findings.push(findingOf(running, { message: 'unknown', data: { check, near }, at }));
    } else if (count === 0 && active.all.has(check)) {
      const source = removal(allowance);
      const fixes = source.length > 0 ? [{ title: 'remove', safe: false, source }] : [];
      findings.push(findingOf(running, { message: 'unused', data: { check }, at, fixes }));
    } else if (count > 0 && reason === '') {
      findings.push(findingOf(running, { message: 'no-reason', data: { check }, at }));
    }
  }
  return findings;
}

/** The allowance with its line end, when nothing else stands on its line. */
function wholeLines({ text, lines }: Article, { at }: Allowance): { start: number; end: number } {
  const lineStart = lines[lineAt(lines, at.start)] ?? at.start;
  const nextLine = lines[lineAt(lines, at.end) + 1] ?? text.length;
  const alone = text.slice(lineStart, at.start).trim() === '' && text.slice(at.end, nextLine).trim() === '';
  return alone ? { start: lineStart, end: nextLine } : { start: at.start, end: at.end };
}

/** An allowance of the front matter with where it stands in its field; `undefined` where it stands too deep. */
type GivenAllowance = Omit<Allowance, 'scope'> & { readonly spot: PartSpot | undefined };

/** `allow:` in the front matter: `id: reason` pairs, a list of them, or a list of ids; they hold for the whole article. */
function givenIn(frontMatter: FrontMatter, field: Field): readonly GivenAllowance[] {
  const value = entryOf(frontMatter, field)?.value;
  return value === undefined ? [] : readValue(value, {});
}

function readValue(value: Value, spot: PartSpot | undefined): readonly GivenAllowance[] {
  switch (value.kind) {
    case 'list':
      return value.items.flatMap((one, item) => readValue(one, spot && spot.item === undefined ? { item } : undefined));
    case 'map':
      return value.entries.map(({ key, keyAt, value: reason }, pair) => ({
        check: key,
        reason: reason.kind === 'scalar' ? String(reason.value) : '',
        at: keyAt,
        spot: spot && { ...spot, pair },
      }));
    case 'scalar': {
      const [check = '', reason = ''] = String(value.value).split(/[:：](.*)/s);
      return [{ check: check.trim(), reason: reason.trim(), at: value.at, spot }];
    }
    default:
      return [];
  }
}

/** The edits that take one allowance out of the front matter; none where that cannot be done without changing more. */
function removalInFront(
  { frontMatter, text }: Article,
  field: Field,
  given: readonly GivenAllowance[],
  at: number,
): readonly TextEdit[] {
  const entry = entryOf(frontMatter, field);
  const spots = given.flatMap(({ spot }) => spot ?? []);
  const spot = given[at]?.spot;
  if (entry === undefined || spot === undefined || frontMatter.kind !== 'yaml' || frontMatter.faults.length > 0)
    return [];
  const edits = removePart(frontMatter, text, entry, spots, spot);
  const after = edits.length > 0 ? changedAlone(frontMatter, text, edits, keysOf(field)) : undefined;
  const said = (list: readonly GivenAllowance[]): string =>
    JSON.stringify(list.map(({ check, reason }) => [check, reason]));
  return after && said(givenIn(after, field)) === said(given.filter((_, index) => index !== at)) ? edits : [];
}
