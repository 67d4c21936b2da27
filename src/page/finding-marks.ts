import type { Article, Passage } from '../model/article.ts';
import { type Finding, inLocale, type Locale, severities } from '../model/finding.ts';
import type { Prose } from '../model/prose.ts';
import { escapeHtml } from './escape.ts';

/** A stretch of a text with findings on it; offsets are UTF-16 units into `prose.rendered`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly findings: readonly Finding[];
}

/** Where on the page the findings of an article belong. */
export interface PlacedFindings {
  /** By index of the inline token; in order, not overlapping. */
  readonly body: ReadonlyMap<number, readonly Stretch[]>;
  /** By key of the front-matter field. */
  readonly fields: ReadonlyMap<string, readonly Finding[]>;
}

/** Nothing was found, or marks are off. */
export const noFindings: PlacedFindings = { body: new Map(), fields: new Map() };

/** Finds for each finding the passage or the field that it stands in. What has neither is in neither map. */
export function placeFindings(article: Article, findings: readonly Finding[]): PlacedFindings {
  if (findings.length === 0) return noFindings;
  const { passages, frontMatter } = article;
  const byProse = new Map<Prose, Passage>(passages.map((passage) => [passage.prose, passage]));
  const inBody = new Map<number, Stretch[]>();
  const fields = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { at } = finding;
    const own = at.prose && byProse.get(at.prose);
    const passage = own ?? (at.start < frontMatter.bodyStart ? undefined : passageAt(passages, at.start));
    if (passage !== undefined) {
      const stretch = own ? { from: at.from, to: at.to } : { from: 0, to: passage.prose.rendered.length };
      listIn(inBody, passage.token).push({ ...widened(stretch, passage.prose.rendered.length), findings: [finding] });
      continue;
    }
    const entry = frontMatter.entries.find(({ lines }) => lines.start <= at.start && at.start < lines.end);
    if (entry !== undefined) listIn(fields, entry.key).push(finding);
  }
  const body = new Map([...inBody].map(([token, stretches]) => [token, disjoint(stretches)]));
  return { body, fields };
}

/** The findings of a field's value as stretches of `text`, the value as it is printed. */
export function stretchesOf(text: string, findings: readonly Finding[]): readonly Stretch[] {
  const stretches = findings.map((finding): Stretch => {
    const { prose, from, to } = finding.at;
    if (prose === undefined || prose.rendered.trim() !== text.trim()) {
      return { from: 0, to: text.length, findings: [finding] };
    }
    const shift = leading(text) - leading(prose.rendered);
    return { ...widened({ from: from + shift, to: to + shift }, text.length), findings: [finding] };
  });
  return disjoint(stretches.filter(({ from, to }) => to > from));
}

/** The part of some stretches that lies in `[from, to)`, counted from `from`. */
export function sliceStretches(stretches: readonly Stretch[], from: number, to: number): readonly Stretch[] {
  return stretches
    .filter((stretch) => stretch.to > from && stretch.from < to)
    .map((stretch) => ({
      ...stretch,
      from: Math.max(stretch.from, from) - from,
      to: Math.min(stretch.to, to) - from,
    }));
}

/** Draws findings into a part of the page and remembers, in order of their numbers, which ones. */
export interface FindingPen {
  readonly drawn: readonly Finding[];
  /** The same findings will be drawn again, in a place of which only one is shown: the keyboard stops there too. */
  anew(): void;
  /** The attributes of an element that bears findings; the first with a finding is where the keyboard stops. */
  attributes(findings: readonly Finding[]): string;
  /** HTML with findings on it. */
  around(html: string, findings: readonly Finding[]): string;
  /** Text as HTML, its stretches marked. */
  text(text: string, stretches: readonly Stretch[]): string;
}

/**
 * A pen whose numbers begin at 0. `data-findings` holds the numbers; the host knows what they stand for. The element
 * is one of no known name, so that no rule of a stylesheet means it.
 */
export function findingPen(locale: Locale): FindingPen {
  const numbers = new Map<Finding, number>();
  const drawn: Finding[] = [];
  const stopped = new Set<Finding>();
  const pen: FindingPen = {
    drawn,
    anew: () => stopped.clear(),
    attributes(findings) {
      const fresh = findings.filter((finding) => !stopped.has(finding));
      for (const finding of fresh) {
        stopped.add(finding);
        if (!numbers.has(finding)) numbers.set(finding, drawn.push(finding) - 1);
      }
      const marked = ` data-findings="${findings.map((finding) => numbers.get(finding)).join(' ')}" data-severity="${worst(findings)}"`;
      if (fresh.length === 0) return marked;
      const said = fresh.map(({ message }) => inLocale(message, locale)).join(' ');
      return `${marked} role="button" tabindex="0" aria-haspopup="dialog" aria-description="${escapeHtml(said)}"`;
    },
    around: (html, findings) =>
      findings.length === 0 ? html : `<copydesk-finding${pen.attributes(findings)}>${html}</copydesk-finding>`,
    text(text, stretches) {
      let out = '';
      let done = 0;
      for (const { from, to, findings } of stretches) {
        out += escapeHtml(text.slice(done, from)) + pen.around(escapeHtml(text.slice(from, to)), findings);
        done = to;
      }
      return out + escapeHtml(text.slice(done));
    },
  };
  return pen;
}

function worst(findings: readonly Finding[]): string {
  return severities.find((severity) => findings.some((finding) => finding.severity === severity)) ?? 'info';
}

/** A point has no ink: it takes the character after it, or the one before it at the end. */
function widened({ from, to }: { from: number; to: number }, length: number): { from: number; to: number } {
  if (to > from) return { from: Math.max(0, from), to: Math.min(to, length) };
  return from < length ? { from, to: from + 1 } : { from: Math.max(0, length - 1), to: length };
}

/** The same findings on stretches that do not overlap. */
function disjoint(stretches: readonly Stretch[]): readonly Stretch[] {
  const waiting = [...stretches].sort((a, b) => a.from - b.from);
  const points = [...new Set(waiting.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  const out: Stretch[] = [];
  let open: Stretch[] = [];
  let next = 0;
  for (const [index, from] of points.entries()) {
    const to = points[index + 1];
    if (to === undefined) break;
    for (let one = waiting[next]; one !== undefined && one.from <= from; one = waiting[++next]) open.push(one);
    open = open.filter((stretch) => stretch.to > from);
    if (open.length > 0) out.push({ from, to, findings: open.flatMap(({ findings }) => findings) });
  }
  return out;
}

/** The passage whose block holds an offset; passages are in order. */
function passageAt(passages: readonly Passage[], offset: number): Passage | undefined {
  let low = 0;
  let high = passages.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((passages[middle]?.block.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  // A note stands inside of another passage or after it.
  for (let index = low; index >= 0; index--) {
    const found = passages[index];
    if (found && found.block.start <= offset && offset < found.block.end) return found;
    if (found?.kind !== 'note' && passages[index - 1]?.kind !== 'note') return undefined;
  }
  return undefined;
}

function leading(text: string): number {
  return text.length - text.trimStart().length;
}

function listIn<K, T>(map: Map<K, T[]>, key: K): T[] {
  const list = map.get(key) ?? [];
  map.set(key, list);
  return list;
}
