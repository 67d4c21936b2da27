import { type Finding, severities } from '../model/finding.ts';
import type { TextEdit } from '../model/range.ts';
import { fixEdits } from './fix-edits.ts';

interface Claim {
  readonly finding: Finding;
  readonly edit: TextEdit;
}

/**
 * Findings without those that would change a place which another check changes too: whoever changes more of it has seen
 * more, and of two that change the same the more severe speaks. What is left is found when that is mended. Changes of
 * several passages, which are many findings in one, are nobody's rival.
 */
export function withoutRivals(findings: readonly Finding[]): readonly Finding[] {
  const claims = findings.flatMap((finding) => claimsOf(finding));
  claims.sort((a, b) => a.edit.start - b.edit.start || b.edit.end - a.edit.end);
  const lost = new Set<Finding>();
  let last: Claim | undefined;
  for (const claim of claims) {
    if (lost.has(claim.finding)) continue;
    if (last === undefined || lost.has(last.finding) || !overlap(last.edit, claim.edit)) {
      last = claim;
      continue;
    }
    if (last.finding.check === claim.finding.check) {
      if (claim.edit.end > last.edit.end) last = claim;
      continue;
    }
    const loser = wins(last, claim) ? claim : last;
    lost.add(loser.finding);
    if (loser === last) last = claim;
  }
  return lost.size === 0 ? findings : findings.filter((finding) => !lost.has(finding));
}

function claimsOf(finding: Finding): readonly Claim[] {
  const fix = finding.fixes.find(({ safe }) => safe);
  if (fix === undefined || fix.passages !== undefined) return [];
  return (fixEdits(finding, fix) ?? []).map((edit) => ({ finding, edit }));
}

/** Whether `b`, which does not start before `a`, changes a character that `a` changes, or inserts at the same place. */
function overlap(a: TextEdit, b: TextEdit): boolean {
  return b.start < a.end || (a.start === b.start && a.end === b.end);
}

/** Whoever has read a byline or a credit as a whole knows more of it than a check of its characters. */
const readers: ReadonlySet<string> = new Set(['malformed-byline', 'malformed-credit']);

function wins(a: Claim, b: Claim): boolean {
  const [one, other] = [readers.has(a.finding.check), readers.has(b.finding.check)];
  if (one !== other) return one;
  const size = a.edit.end - a.edit.start - (b.edit.end - b.edit.start);
  if (size !== 0) return size > 0;
  return severities.indexOf(a.finding.severity) <= severities.indexOf(b.finding.severity);
}
