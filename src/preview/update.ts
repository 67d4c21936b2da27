import type { Page } from '../page/index.ts';
import type { Update } from './messages.ts';

/** The page that a preview shows: what it was last sent, and under which number. */
export interface ShownPage {
  readonly page: Page;
  readonly version: number;
}

/**
 * The update that turns the page that a preview shows into another: the blocks that differ and nothing more. Blocks
 * that only moved down or up cost a line number each.
 *
 * @param shown what the preview shows; `undefined` for one that shows nothing yet or has lost count
 * @param resource the article's URI
 * @param version greater than `shown.version`
 */
export function pageUpdate(shown: ShownPage | undefined, page: Page, resource: string, version: number): Update {
  const before = shown?.page.blocks ?? [];
  const after = page.blocks;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start]?.html === after[start]?.html) start++;
  let same = 0;
  while (same < shorter - start && before[before.length - 1 - same]?.html === after[after.length - 1 - same]?.html)
    same++;
  const frame = shown?.page.frame;
  const frameChanged = frame?.before !== page.frame.before || frame?.after !== page.frame.after;
  return {
    type: 'update',
    version,
    base: shown?.version ?? 0,
    resource,
    title: page.title,
    lang: page.lang,
    theme: page.theme,
    ...(frameChanged ? { frame: page.frame } : {}),
    start,
    removed: before.length - same - start,
    blocks: after.slice(start, after.length - same).map(({ html }) => html),
    starts: after.map(({ line }) => line),
    lines: page.lines,
  };
}
