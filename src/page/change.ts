import type { Finding, Severity } from '../model/finding.ts';
import type { Block, Page } from './index.ts';

/** A finding as a preview shows it. What its number is, the page says: `data-findings="0"` is the first of its part. */
export interface ShownFinding {
  readonly severity: Severity;
  /** In the reader's language, with what it rests on. */
  readonly message: string;
  /** Titles of its fixes, in order. */
  readonly fixes: readonly string[];
  /** Where it stands in the source: line and UTF-16 column, both from 0. */
  readonly line: number;
  readonly column: number;
}

/**
 * What turns one page into another: the blocks that differ and nothing more. Body blocks `[start, start + removed)`
 * of page `base` are replaced by `blocks`. Page 0 is empty and has no blocks.
 */
export interface PageChange {
  /** Greater than that of every page before; never 0. */
  readonly number: number;
  readonly base: number;
  readonly title: string;
  readonly lang: string;
  readonly theme: string;
  /** How the newsroom's own page is dressed; absent where a theme is drawn, and where it did not change. */
  readonly own?: Page['own'];
  /** The page around the body, absent when it did not change. */
  readonly around?: { readonly before: string; readonly after: string; readonly findings: readonly ShownFinding[] };
  readonly start: number;
  readonly removed: number;
  readonly blocks: readonly { readonly html: string; readonly findings: readonly ShownFinding[] }[];
  /** First source line of every block, changed or not. */
  readonly starts: readonly number[];
  /** How many lines the source has. */
  readonly lines: number;
}

/**
 * @param shown what the preview shows; `undefined` for one that shows nothing yet or has lost count
 * @param number of the new page, greater than `shown.number`
 * @param say how the preview shows a finding
 */
export function pageChange(
  shown: { readonly page: Page; readonly number: number } | undefined,
  page: Page,
  number: number,
  say: (finding: Finding) => ShownFinding,
): PageChange {
  const before = shown?.page.blocks ?? [];
  const after = page.blocks;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && sameBlock(before[start], after[start])) start++;
  let same = 0;
  while (same < shorter - start && sameBlock(before[before.length - 1 - same], after[after.length - 1 - same])) same++;
  const old = shown?.page;
  const sameAround =
    old !== undefined &&
    old.around.before === page.around.before &&
    old.around.after === page.around.after &&
    sameFindings(old.findings, page.findings);
  return {
    number,
    base: shown?.number ?? 0,
    title: page.title,
    lang: page.lang,
    theme: page.theme,
    ...(page.own && (old?.own === undefined || !sameDress(old.own, page.own)) ? { own: page.own } : {}),
    ...(sameAround ? {} : { around: { ...page.around, findings: page.findings.map(say) } }),
    start,
    removed: before.length - same - start,
    blocks: after
      .slice(start, after.length - same)
      .map(({ html, findings }) => ({ html, findings: findings.map(say) })),
    starts: after.map(({ line }) => line),
    lines: page.lines,
  };
}

function sameBlock(one: Block | undefined, other: Block | undefined): boolean {
  return one?.html === other?.html && sameFindings(one?.findings ?? [], other?.findings ?? []);
}

/** Whether a reader is told the same; lines are told anew with the block, and a fix is looked up when it is wanted. */
function sameFindings(some: readonly Finding[], others: readonly Finding[]): boolean {
  return (
    some.length === others.length &&
    some.every((finding, index) => {
      const other = others[index];
      return (
        other !== undefined &&
        finding.check === other.check &&
        finding.severity === other.severity &&
        finding.message.en === other.message.en &&
        finding.fixes.length === other.fixes.length &&
        finding.fixes.every(({ title }, at) => title.en === other.fixes[at]?.title.en)
      );
    })
  );
}

function sameDress(one: NonNullable<Page['own']>, other: NonNullable<Page['own']>): boolean {
  return one.styles === other.styles && one.html === other.html && one.body === other.body;
}
