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
export interface Judged {
  readonly article: Article;
  readonly findings: readonly Finding[];
  /** How many findings each allowance has allowed. */
  readonly uses: ReadonlyMap<Allowance, number>;
  /** The edits that take an allowance away. */
  removal(allowance: Allowance): readonly TextEdit[];
}

/** These cannot be allowed: they speak of the checking itself. */
const neverAllowed: ReadonlySet<string> = new Set(['check-failed', 'unused-allowance']);

/** Drops the findings that the author has allowed. */
export function allowed(article: Article, house: House, found: readonly Finding[]): Judged {
  const field = allowField(house);
  const scope = { start: 0, end: article.text.length };
  const inFront = givenIn(article.frontMatter, field).map((given) => ({ ...given, scope }));
  const allowances: readonly Allowance[] = [...article.allowances, ...inFront];
  const removal = (allowance: Allowance): readonly TextEdit[] => {
    const at = allowances.indexOf(allowance) - article.allowances.length;
    return at < 0 ? [{ ...wholeLines(article, allowance), text: '' }] : removalInFront(article, field, inFront, at);
  };
  const uses = new Map<Allowance, number>(allowances.map((allowance) => [allowance, 0]));
  if (allowances.length === 0) return { article, findings: found, uses, removal };
  const findings = found.filter((finding) => {
    if (neverAllowed.has(finding.check)) return true;
    const { start } = finding.at;
    const allowance = allowances.find(
      ({ check, scope }) => check === finding.check && start >= scope.start && start <= scope.end,
    );
    if (allowance) uses.set(allowance, (uses.get(allowance) ?? 0) + 1);
    return allowance === undefined;
  });
  return { article, findings, uses, removal };
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
