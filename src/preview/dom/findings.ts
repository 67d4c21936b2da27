import type { ShownFinding } from '../../page/change.ts';
import type { ShownBlocks } from './patch.ts';

/** A finding of the page with its numbers: those by which the extension knows it. */
export interface Found {
  readonly finding: ShownFinding;
  /** -1: around the body, or not on the page at all. */
  readonly block: number;
  readonly index: number;
}

/** Everything that was found, in the order in which a reader meets it: the head of the page, then the text. */
export function allFound(shown: ShownBlocks): readonly Found[] {
  return [shown.around, ...shown.found].flatMap((findings, part) =>
    findings.map((finding, index) => ({ finding, block: part - 1, index })),
  );
}

/** How many there are, by severity. */
export function countFound(shown: ShownBlocks): Readonly<Record<ShownFinding['severity'], number>> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const findings of [shown.around, ...shown.found]) for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** The mark of a finding where the keyboard stops; `undefined`: the page does not print what it is about. */
export function markOf({ container, elements }: ShownBlocks, { block, index }: Found): HTMLElement | undefined {
  const mark = `[data-findings~="${index}"]`;
  if (block >= 0) {
    const element = elements[block];
    if (element?.matches(mark)) return element as HTMLElement;
    return (
      element?.querySelector<HTMLElement>(`${mark}[tabindex]`) ?? element?.querySelector<HTMLElement>(mark) ?? undefined
    );
  }
  const around = container.ownerDocument.querySelectorAll<HTMLElement>(mark);
  return [...around].find((element) => !container.contains(element));
}

/** What a mark stands for. */
export function foundAt(shown: ShownBlocks, mark: Element): readonly Found[] {
  const block = shown.elements.findIndex((element) => element.contains(mark));
  const findings = block < 0 ? shown.around : (shown.found[block] ?? []);
  return (mark.getAttribute('data-findings') ?? '').split(' ').flatMap((number) => {
    const finding = findings[Number(number)];
    return finding ? [{ finding, block, index: Number(number) }] : [];
  });
}

/** Whether two are the same finding of one page. */
export function sameFound(one: Found | undefined, other: Found | undefined): boolean {
  return one?.block === other?.block && one?.index === other?.index;
}
