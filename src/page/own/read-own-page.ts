import type { Element, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { sanitize } from 'hast-util-sanitize';
import { select } from 'hast-util-select';
import { toHtml } from 'hast-util-to-html';
import type { PageSlot } from '../../house/house.ts';
import type { Layout, Part } from '../layout.ts';
import { safeLink } from '../links.ts';
import { allowed } from './allowed.ts';
import { localCss, localDeclarations, resolveAsset } from './local-css.ts';
import { type FindAsset, LONGEST_PAGE, type OwnPage, type OwnStyle, type PageFault } from './own-page.ts';
import { slotParts } from './slot-parts.ts';

type Slots = Readonly<Partial<Record<PageSlot, string>>>;

const nothing = { layout: undefined, styles: [], html: {}, body: {} };

/**
 * Reads a page that a browser saved. A function of values; never throws. Load this module only where a house has such
 * a page: it brings an HTML parser.
 *
 * @param slots CSS selectors as the house file has them
 * @param file what the page is called in messages
 */
export function readOwnPage(html: string, slots: Slots, file: string, asset: FindAsset): OwnPage {
  if (html.length > LONGEST_PAGE || isTooDeep(html)) {
    return { ...nothing, faults: [{ code: 'page-too-big', data: { actual: file, limit: LONGEST_PAGE } }] };
  }
  try {
    return readPage(html, slots, file, asset);
  } catch (error) {
    // Elements nested many thousands deep.
    if (!(error instanceof RangeError)) throw error;
    return { ...nothing, faults: [{ code: 'page-too-big', data: { actual: file, limit: LONGEST_PAGE } }] };
  }
}

/** Elements that nest without end in no page that anybody wrote; those that close themselves are not among them. */
const nesting =
  /<(\/?)(?:div|span|section|article|table|font|center|blockquote|[abiusq]|em|strong|big|small|ul|ol|dl|form)\b/gi;
const DEEPEST = 1000;

/** Whether elements are nested so deep that parsing, which looks back through all open ones, would take minutes. */
function isTooDeep(html: string): boolean {
  let depth = 0;
  for (const [, slash] of html.matchAll(nesting)) {
    depth = Math.max(0, depth + (slash === '' ? 1 : -1));
    if (depth > DEEPEST) return true;
  }
  return false;
}

/** The property that marks an element as filled; the page's own attributes of that name are removed first. */
const MARK = 'dataCopydeskSlot';

function readPage(html: string, slots: Slots, file: string, asset: FindAsset): OwnPage {
  const raw = fromHtml(html);
  forgetMarks(raw);
  const faults = markSlots(raw, slots, file);
  const page = sanitize(raw, allowed);
  if (page.type !== 'root') throw new TypeError('a page is a root');
  const styles = dress(page, asset);
  const root = childNamed(page, 'html');
  const body = root && childNamed(root, 'body');
  const found = new Set<string>();
  const parts = body ? body.children.flatMap((node) => partsOf(node, slots, found)) : [];
  for (const slot of Object.keys(slots) as PageSlot[]) {
    // What held it was removed, a frame or a drawing.
    const unsaid = !found.has(slot) && !faults.some((fault) => fault.slot === slot);
    if (unsaid) faults.push({ code: 'unmatched-selector', slot, data: { actual: slots[slot] ?? '', file } });
  }
  if (slots.body === undefined) faults.push({ code: 'missing-body', data: {} });
  return {
    layout: found.has('body') ? joined(parts) : undefined,
    styles,
    html: attributesOf(root),
    body: attributesOf(body),
    faults,
  };
}

function forgetMarks(tree: Nodes): void {
  walk(tree, (element) => {
    for (const name of [MARK, 'dataLine', 'dataBlocks']) delete element.properties[name];
  });
}

function walk(tree: Nodes, visit: (element: Element) => void): void {
  if (tree.type === 'element') visit(tree);
  if ('children' in tree) for (const child of tree.children) walk(child, visit);
}

/** Marks what each selector matches first. */
function markSlots(tree: Root, slots: Slots, file: string): PageFault[] {
  const faults: PageFault[] = [];
  const chosen = new Map<Element, PageSlot>();
  for (const [slot, selector] of Object.entries(slots) as [PageSlot, string][]) {
    let element: Element | undefined;
    try {
      element = select(selector, tree);
    } catch {
      faults.push({ code: 'bad-selector', slot, data: { actual: selector } });
      continue;
    }
    const other = element && chosen.get(element);
    if (element === undefined) faults.push({ code: 'unmatched-selector', slot, data: { actual: selector, file } });
    else if (other !== undefined) faults.push({ code: 'nested-slot', slot, data: { actual: selector, other } });
    else if (element.tagName === 'html' || element.tagName === 'body' || element.tagName === 'head')
      faults.push({ code: 'unmatched-selector', slot, data: { actual: selector, file } });
    else chosen.set(element, slot);
  }
  for (const [element, slot] of chosen) element.properties[MARK] = slot;
  nested(tree, undefined, slots, faults);
  return faults;
}

/** Takes the mark from an element inside another that is marked: what fills the outer one would cover it. */
function nested(node: Nodes, outer: PageSlot | undefined, slots: Slots, faults: PageFault[]): void {
  let inside = outer;
  if (node.type === 'element') {
    const slot = node.properties[MARK] as PageSlot | undefined;
    if (slot !== undefined && outer !== undefined) {
      faults.push({ code: 'nested-slot', slot, data: { actual: slots[slot] ?? '', other: outer } });
      delete node.properties[MARK];
    }
    inside = outer ?? slot;
  }
  if ('children' in node) for (const child of node.children) nested(child, inside, slots, faults);
}

/** Resolves what the page refers to, and takes its styles out, in their order. */
function dress(page: Root, asset: FindAsset): OwnStyle[] {
  const styles: OwnStyle[] = [];
  const inline = new Map<string, string>();
  let rules = '';
  const visit = (node: Nodes): boolean => {
    if (node.type !== 'element') {
      if ('children' in node) node.children = node.children.filter(visit) as typeof node.children;
      return true;
    }
    const { tagName, properties } = node;
    if (tagName === 'style') {
      const css = node.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
      styles.push({ css: localCss(css, asset), ...mediaOf(node) });
      return false;
    }
    if (tagName === 'link') {
      const rel = [properties.rel].flat().map((word) => String(word).toLowerCase());
      const sheet = rel.includes('stylesheet') && !rel.includes('alternate') && properties.disabled !== true;
      const href = sheet ? resolveAsset(String(properties.href ?? ''), asset) : undefined;
      if (href !== undefined && !href.startsWith('data:')) styles.push({ href, ...mediaOf(node) });
      return false;
    }
    if (tagName === 'img') {
      const src = resolveAsset(String(properties.src ?? ''), asset);
      if (src === undefined) delete properties.src;
      else properties.src = src;
    }
    if (properties.href !== undefined) {
      const href = safeLink(String(properties.href));
      if (href === undefined) delete properties.href;
      else properties.href = href;
    }
    if (properties.style !== undefined) {
      const declarations = localDeclarations(String(properties.style), asset).trim();
      delete properties.style;
      if (declarations !== '') {
        const name = inline.get(declarations) ?? `copydesk-style-${inline.size + 1}`;
        // The weight of a style attribute: more than any selector that a stylesheet is likely to have.
        if (!inline.has(declarations)) rules += `.${name}:not(#_#_#_#_) {${declarations}}\n`;
        inline.set(declarations, name);
        properties.className = [...(Array.isArray(properties.className) ? properties.className : []), name];
      }
    }
    node.children = node.children.filter(visit);
    return true;
  };
  visit(page);
  if (rules !== '') styles.push({ css: rules });
  return styles;
}

function mediaOf(element: Element): { readonly media?: string } {
  const { media } = element.properties;
  return typeof media === 'string' && media.trim() !== '' ? { media } : {};
}

function childNamed(parent: Root | Element, name: string): Element | undefined {
  for (const child of parent.children) if (child.type === 'element' && child.tagName === name) return child;
  return undefined;
}

function attributesOf(element: Element | undefined): Readonly<Record<string, string>> {
  const { className, id, dir } = element?.properties ?? {};
  const kept = { class: Array.isArray(className) ? className.join(' ') : undefined, id, dir };
  return Object.fromEntries(
    Object.entries(kept).flatMap(([name, value]) => (typeof value === 'string' && value !== '' ? [[name, value]] : [])),
  );
}

const options = { allowDangerousHtml: false, characterReferences: { useNamedReferences: false } } as const;

/** A node as parts of a layout: HTML as text, marked elements as slots. */
function partsOf(node: Nodes, slots: Slots, found: Set<string>): Part[] {
  if (node.type !== 'element' || !holdsSlot(node)) return [toHtml(node, options)];
  const slot = node.properties[MARK] as PageSlot | undefined;
  const { [MARK]: _mark, ...properties } = node.properties;
  const whole = toHtml({ ...node, properties, children: [] }, options);
  const close = `</${node.tagName}>`;
  // Void elements hold nothing, so what is filled is closed.
  const open = whole.endsWith(close) ? whole.slice(0, -close.length) : whole;
  if (slot === undefined) return [open, ...node.children.flatMap((child) => partsOf(child, slots, found)), close];
  if (open === whole) return [whole];
  found.add(slot);
  return [slotParts(slot, node, open.slice(0, -1), close, slots)];
}

function holdsSlot(node: Nodes): boolean {
  if (node.type !== 'element') return false;
  return node.properties[MARK] !== undefined || node.children.some(holdsSlot);
}

function joined(parts: readonly Part[]): Layout {
  const out: Part[] = [];
  for (const part of parts) {
    const before = out.at(-1);
    if (typeof part === 'string' && typeof before === 'string') out[out.length - 1] = before + part;
    else out.push(part);
  }
  return out;
}
