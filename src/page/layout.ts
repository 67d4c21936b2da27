import { attribute } from './escape.ts';

const slotNames = [
  'site-line',
  'home',
  'nav',
  'column',
  'series',
  'title',
  'headline',
  'subtitle',
  'summary',
  'meta',
  'published',
  'source',
  'author',
  'body',
  'related',
  'editor-label',
  'editor',
  'keywords',
  'footer',
] as const;

/** The places of a layout that an article and its house fill. */
export type SlotName = (typeof slotNames)[number];

/** What fills a slot: HTML that has been escaped already, and the source line (from 0) that it comes from. */
export interface Filling {
  readonly html: string;
  readonly line?: number;
}

export type Fillings = Readonly<Partial<Record<SlotName, Filling>>>;

interface Element {
  readonly slot: SlotName;
  /** The opening tag without its `>` and without `data-slot`. */
  readonly open: string;
  readonly close: string;
  readonly children: readonly Part[];
}

/** The filling of a slot and nothing else, without an element of its own. */
interface Fill {
  readonly fill: SlotName;
  /** HTML that goes before it, and goes with it. */
  readonly before?: string;
}

export type Part = string | Element | Fill;

/** A layout read once: text, and elements that stand or fall with their slot. */
export type Layout = readonly Part[];

const tag = /<!--[\s\S]*?-->|<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*(\/?)>/g;
const slotAttribute = /\s+data-slot="([^"]*)"/;
const voidTags = new Set(['br', 'hr', 'img', 'wbr']);

/**
 * Reads a theme's layout: HTML in which `data-slot="title"` names what goes into an element. An empty element takes
 * the filling as its content; one with content is kept as written. Either way the element goes when its slot has no
 * filling, so that no label stands without its value. Elements must be closed; `br`, `hr`, `img` and `wbr` are not.
 *
 * @throws {Error} when the layout is not well formed or names an unknown slot: layouts are ours, and tests read them all
 */
export function readLayout(html: string): Layout {
  const root: Part[] = [];
  const stack: { name: string; slot: SlotName | undefined; open: string; children: Part[]; into: Part[] }[] = [];
  let into = root;
  let done = 0;
  for (const match of html.matchAll(tag)) {
    into.push(html.slice(done, match.index));
    done = match.index + match[0].length;
    const [whole, closing, name = '', attributes = '', selfClosing] = match;
    if (whole.startsWith('<!--')) continue;
    if (closing === '/') {
      const element = stack.pop();
      if (element?.name !== name) throw new Error(`layout: </${name}> closes <${element?.name ?? 'nothing'}>`);
      into = element.into;
      const close = `</${name}>`;
      if (element.slot === undefined) into.push(`${element.open}>`, ...element.children, close);
      else
        into.push({
          slot: element.slot,
          open: element.open,
          close,
          children: element.children.filter((part) => part !== ''),
        });
      continue;
    }
    const slot = slotAttribute.exec(attributes)?.[1];
    if (slot !== undefined && !isSlotName(slot)) throw new Error(`layout: unknown slot ${slot}`);
    if (voidTags.has(name) || selfClosing === '/') {
      into.push(whole);
      continue;
    }
    const children: Part[] = [];
    stack.push({ name, slot, open: `<${name}${attributes.replace(slotAttribute, '')}`, children, into });
    into = children;
  }
  into.push(html.slice(done));
  const unclosed = stack.pop();
  if (unclosed) throw new Error(`layout: <${unclosed.name}> is not closed`);
  return joinText(root);
}

/**
 * The layout as HTML with its slots filled.
 *
 * @param said the source line that an element around it bears already
 */
export function fillLayout(layout: Layout, fillings: Fillings, said?: number): string {
  let out = '';
  for (const part of layout) {
    if (typeof part === 'string') {
      out += part;
      continue;
    }
    if ('fill' in part) {
      const filled = fillings[part.fill];
      if (filled) out += (part.before ?? '') + filled.html;
      continue;
    }
    const filling = fillings[part.slot];
    if (filling === undefined) continue;
    const { html, line } = filling;
    const content = part.children.length > 0 ? fillLayout(part.children, fillings, line ?? said) : html;
    out += `${part.open}${line === said ? '' : attribute('data-line', line)}>${content}${part.close}`;
  }
  return out;
}

function isSlotName(name: string): name is SlotName {
  return (slotNames as readonly string[]).includes(name);
}

function joinText(parts: readonly Part[]): Layout {
  const joined: Part[] = [];
  for (const part of parts) {
    const last = joined.length - 1;
    const before = joined[last];
    if (typeof part !== 'string') joined.push('fill' in part ? part : { ...part, children: joinText(part.children) });
    else if (typeof before === 'string') joined[last] = before + part;
    else if (part !== '') joined.push(part);
  }
  return joined;
}
