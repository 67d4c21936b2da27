import type { Element, Nodes } from 'hast';
import type { PageSlot } from '../../house/house.ts';
import { dateInLine } from '../../model/written-date.ts';
import { escapeHtml } from '../escape.ts';
import type { Part, SlotName } from '../layout.ts';

/** Slots whose words before a colon are the site's: `责任编辑：`. */
const labelled: readonly PageSlot[] = ['published', 'source', 'editor', 'keywords', 'column'];

/** A label: a few words and a colon, and then the value. */
const label = /^\s*[^\s：:\d][^：:\d]{0,14}[：:]\s*/;

/** The source, after its label up to the next wide gap. */
const source = /((?:来源|Source)[：:][ \u00A0\u3000]*)([^\s|丨]{1,60})/i;

/**
 * The element of a saved page that a slot fills, as a part of a layout.
 *
 * @param open its opening tag without `>`
 */
export function slotParts(slot: PageSlot, element: Element, open: string, close: string, slots: object): Part {
  const fill = (name: SlotName): Part => ({ fill: name });
  const whole = (name: SlotName): Part => ({ slot: name, open, close, children: [fill(name)] });
  if (slot === 'title') return whole('series' in slots ? 'title' : 'headline');
  if (slot === 'meta') return { slot: 'meta', open, close, children: metaParts(textOf(element)) };
  const words = labelled.includes(slot) ? label.exec(textOf(element))?.[0] : undefined;
  return words === undefined
    ? whole(slot)
    : { slot, open, close, children: [escapeHtml(words.trimStart()), fill(slot)] };
}

/** The line of time and source with both put in where they stand; the page's own line where it has neither. */
function metaParts(text: string): Part[] {
  const line = text.trim();
  const places = [
    { match: dateInLine.exec(line), slot: 'published' as const, skip: 0 },
    { match: source.exec(line), slot: 'source' as const, skip: 1 },
  ].flatMap(({ match, slot, skip }) => {
    if (match === null) return [];
    const from = match.index + (skip === 0 ? 0 : (match[1]?.length ?? 0));
    return [{ from, to: match.index + match[0].length, slot }];
  });
  if (places.length === 0) return [{ fill: 'meta' }];
  const parts: Part[] = [];
  let done = 0;
  for (const { from, to, slot } of places.sort((a, b) => a.from - b.from)) {
    if (from < done) continue;
    parts.push({ fill: slot, before: escapeHtml(line.slice(done, from)) });
    done = to;
  }
  return done < line.length ? [...parts, escapeHtml(line.slice(done))] : parts;
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
