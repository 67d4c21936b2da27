import type { Facts, Rule } from '../checks/check.ts';
import type { House } from '../house/house.ts';
import type { Article } from '../model/article.ts';
import type { Finding, Fix } from '../model/finding.ts';
import { parseArticle, parseCache } from '../model/parse.ts';
import type { Prose, ProseEdit } from '../model/prose.ts';
import { applyEdits, type TextEdit } from '../model/range.ts';
import { collapsed } from './collapse.ts';
import { fixEdits, passageEdits } from './fix-edits.ts';
import { judge, reviewCache } from './review.ts';

export { fixEdits } from './fix-edits.ts';

/** What bulk fixing did to a text. */
interface Fixed {
  readonly text: string;
  /** How many findings were mended. */
  readonly applied: number;
  /** What is left, found in the fixed text. */
  readonly findings: readonly Finding[];
}

/** What may be fixed in bulk. */
interface FixOptions {
  /** Only findings of these checks; absent: all. */
  readonly only?: ReadonlySet<string>;
  /** Only findings of which this is so, in the article as it is by then; absent: all. */
  readonly where?: (finding: Finding, article: Article) => boolean;
  /** For tests of one check; otherwise all that we ship. */
  readonly rules?: readonly Rule[];
}

/** Fixes lead to fixes (a mended quotation mark shows a doubled stop), but never this often. */
const MOST_PASSES = 10;

/**
 * Applies the safe fixes until nothing moves. A fix that would change more of the article than it says is left
 * out, and its finding stays.
 */
export function fixAll(text: string, house: House, facts: Facts, options: FixOptions = {}): Fixed {
  const parsing = parseCache();
  const reviewing = reviewCache();
  let article = parseArticle(text, parsing);
  let { findings } = judge(article, house, facts, reviewing, options.rules);
  let applied = 0;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const now = article;
    const isWanted = (one: Finding): boolean =>
      (options.only?.has(one.check) ?? true) && (options.where?.(one, now) ?? true);
    const wanted = findings.filter(isWanted).flatMap(safeFix);
    const step = applyFixes(article, wanted);
    if (step.applied === 0 || step.text === article.text) break;
    applied += step.applied;
    article = parseArticle(step.text, parsing);
    findings = judge(article, house, facts, reviewing, options.rules).findings;
  }
  return { text: article.text, applied, findings: collapsed(findings) };
}

/** A fix with the finding it mends. */
export interface Wanted {
  readonly finding: Finding;
  readonly fix: Fix;
}

function safeFix(finding: Finding): readonly Wanted[] {
  const fix = finding.fixes.find(({ safe }) => safe);
  return fix ? [{ finding, fix }] : [];
}

/**
 * Applies fixes together; if the article would not read as they say, applies them one by one and drops the guilty.
 * Fixes of prose go first: those that move whole lines wait for the next call, so that each kind can be verified.
 */
export function applyFixes(article: Article, wanted: readonly Wanted[]): { text: string; applied: number } {
  const inProse = disjoint(
    article,
    wanted.filter(({ fix }) => fix.source === undefined),
  );
  const done = tryAll(article, inProse);
  if (done.applied > 0) return done;
  return tryAll(
    article,
    disjoint(
      article,
      wanted.filter(({ fix }) => fix.source !== undefined),
    ),
  );
}

function tryAll(article: Article, chosen: readonly Chosen[]): { text: string; applied: number } {
  const nothing = { text: article.text, applied: 0 };
  if (chosen.length === 0) return nothing;
  const together = attempt(article, chosen);
  if (together !== undefined) return { text: together, applied: chosen.length };
  if (chosen.length === 1) return nothing;
  // Halves first: the guilty one is found in few tries even among thousands.
  const middle = chosen.length >> 1;
  const first = tryAll(article, chosen.slice(0, middle));
  return first.applied > 0 ? first : tryAll(article, chosen.slice(middle));
}

interface Chosen extends Wanted {
  readonly edits: readonly TextEdit[];
}

/** Fixes whose edits can be written and do not overlap; where two do, the first in the text wins. */
function disjoint(article: Article, wanted: readonly Wanted[]): readonly Chosen[] {
  const writable: Chosen[] = [];
  for (const one of wanted) {
    const edits = fixEdits(one.finding, one.fix);
    if (edits !== undefined && edits.length > 0 && !inConflict(article, edits)) writable.push({ ...one, edits });
  }
  const all = writable.flatMap((one) => one.edits.map((edit) => ({ edit, one })));
  all.sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end);
  const dropped = new Set<Chosen>();
  let last: { edit: TextEdit; one: Chosen } | undefined;
  for (const current of all) {
    if (dropped.has(current.one)) continue;
    if (last && !dropped.has(last.one) && last.one !== current.one && touches(last.edit, current.edit)) {
      dropped.add(current.one);
    } else if (last === undefined || current.edit.end >= last.edit.end || dropped.has(last.one)) {
      last = current;
    }
  }
  return writable.filter((one) => !dropped.has(one));
}

/** Whether edits would change what stands in a conflict of versions, or front matter that has one. */
function inConflict({ conflicts, frontMatter }: Article, edits: readonly TextEdit[]): boolean {
  return conflicts.some(({ start, last }) => {
    const [from, to] = start < frontMatter.bodyStart ? [0, frontMatter.bodyStart] : [start, last];
    return edits.some((edit) => edit.start <= to && edit.end >= from);
  });
}

/** Whether `b`, which does not start before `a`, overlaps it; two insertions at one place do, as their order is unclear. */
function touches(a: TextEdit, b: TextEdit): boolean {
  return b.start < a.end || b.start === a.start;
}

/** The text after the fixes, or `undefined` when the article would then read otherwise than the fixes say. */
function attempt(article: Article, chosen: readonly Chosen[]): string | undefined {
  const text = applyEdits(
    article.text,
    chosen.flatMap(({ edits }) => edits),
  );
  const after = parseArticle(text);
  if (after.frontMatter.faults.length > article.frontMatter.faults.length) return undefined;
  // A front matter that was not there, or not closed, may be one afterwards.
  const { kind } = article.frontMatter;
  if (after.frontMatter.kind !== kind && kind !== 'none' && kind !== 'unclosed') return undefined;
  const edits = new Map<Prose, ProseEdit[]>();
  for (const { finding, fix } of chosen) {
    if (fix.source?.some(({ end }) => end > article.frontMatter.bodyStart)) return text;
    for (const { prose, edits: own } of passageEdits(finding, fix)) {
      edits.set(prose, [...(edits.get(prose) ?? []), ...own]);
    }
  }
  const expected = article.passages.map(({ prose }) => edited(prose, edits.get(prose) ?? []));
  const same =
    after.passages.length === expected.length &&
    after.passages.every(({ prose }, index) => prose.rendered === expected[index]);
  return same ? text : undefined;
}

function edited(prose: Prose, edits: readonly ProseEdit[]): string {
  return edits.length === 0
    ? prose.rendered
    : applyEdits(
        prose.rendered,
        edits.map(({ from, to, text }) => ({ start: from, end: to, text })),
      );
}
