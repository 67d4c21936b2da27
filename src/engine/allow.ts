import { closest } from 'fastest-levenshtein';
import { unusedAllowance } from '../checks/unused-allowance.ts';
import { entryOf } from '../house/field-keys.ts';
import type { House } from '../house/house.ts';
import type { Allowance, Article } from '../model/article.ts';
import type { Finding } from '../model/finding.ts';
import type { Entry, Value } from '../model/front-matter/front-matter.ts';
import { lineAt, type TextEdit } from '../model/range.ts';
import { allowField, changeEntry } from './change-entry.ts';
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
  const inFront = frontMatterAllowances(article, house);
  const allowances = [...article.allowances, ...inFront];
  const removal = (allowance: Allowance): readonly TextEdit[] => {
    const at = inFront.indexOf(allowance);
    if (at < 0) return [{ ...wholeLines(article, allowance), text: '' }];
    return changeEntry(article, house, allowField(house), { kind: 'remove', at });
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

/** `allow:` in the front matter: `id: reason` pairs, a list of them, or a list of ids; they hold for the whole article. */
function frontMatterAllowances(article: Article, house: House): readonly Allowance[] {
  const entry = entryOf(article.frontMatter, allowField(house));
  if (entry === undefined) return [];
  const scope = { start: 0, end: article.text.length };
  return readValue(entry.value, entry).map((item) => ({ ...item, scope }));
}

function readValue(value: Value, entry: Entry): readonly Omit<Allowance, 'scope'>[] {
  switch (value.kind) {
    case 'list':
      return value.items.flatMap((item) => readValue(item, entry));
    case 'map':
      return value.entries.map(({ key, keyAt, value: reason }) => ({
        check: key,
        reason: reason.kind === 'scalar' ? String(reason.value) : '',
        at: keyAt,
      }));
    case 'scalar': {
      const [check = '', reason = ''] = String(value.value).split(/[:：](.*)/s);
      return [{ check: check.trim(), reason: reason.trim(), at: value.at }];
    }
    default:
      return [];
  }
}
