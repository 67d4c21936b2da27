import type { Element, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { sanitize } from 'hast-util-sanitize';
import { select } from 'hast-util-select';
import { toHtml } from 'hast-util-to-html';
import type { PageSlot } from '../../house/house.ts';
import type { Layout, Part } from '../layout.ts';
import { allowed } from './allowed.ts';
import { decodePage } from './charset.ts';
import { dress } from './dress.ts';
import { emptyBox } from './hints.ts';
import { LONGEST_PAGE, noPage, type OwnPage, type PageFault, type PageFiles } from './own-page.ts';
import { folderOf } from './references.ts';
import { slotParts } from './slot-parts.ts';

type Slots = Readonly<Partial<Record<PageSlot, string>>>;

/**
 * Reads a page that a browser saved. Never rejects but for a fault of ours or of the host. Load this module only where
 * a house has such a page: it brings an HTML parser.
 *
 * @param bytes the page's file
 * @param slots CSS selectors as the house file has them
 * @param file what the page is called in messages
 */
export async function readOwnPage(bytes: Uint8Array, slots: Slots, file: string, files: PageFiles): Promise<OwnPage> {
  const { text, encoding } = decodePage(bytes);
  const tooBig = noPage({ code: 'page-too-big', data: { actual: file, limit: LONGEST_PAGE } });
  if (text.length > LONGEST_PAGE || isTooDeep(text)) return tooBig;
  try {
    return await readPage(text, encoding, slots, file, files);
  } catch (error) {
    // Elements nested many thousands deep.
    if (!(error instanceof RangeError)) throw error;
    return tooBig;
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

async function readPage(
  html: string,
  encoding: string,
  slots: Slots,
  file: string,
  files: PageFiles,
): Promise<OwnPage> {
  const raw = fromHtml(html);
  const base = baseOf(raw);
  prepare(raw);
  const faults = markSlots(raw, slots, file);
  const page = sanitize(raw, allowed);
  if (page.type !== 'root') throw new TypeError('a page is a root');
  const { styles, missing } = await dress(page, { files, base, encoding });
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
  const [first] = missing;
  if (first !== undefined)
    faults.push({ code: 'page-incomplete', data: { file, actual: shortened(first), count: missing.length } });
  return {
    layout: found.has('body') ? joined(parts) : undefined,
    styles,
    doctype: doctypeOf(html) ?? (raw.data?.quirksMode === true ? '' : '<!doctype html>'),
    html: attributesOf(root),
    body: attributesOf(body),
    faults,
  };
}

/** The folder that references are relative to, as `<base>` says; '' where it names another site or nothing. */
function baseOf(tree: Root): string {
  const href = select('base[href]', tree)?.properties.href;
  const said = typeof href === 'string' ? href.trim() : '';
  return /^(?:[a-z][a-z0-9+.-]*:|[\\/])/i.test(said) ? '' : folderOf(said);
}

/** The document type as saved, where it is of a form that can be written again. */
function doctypeOf(html: string): string | undefined {
  const found = /<!doctype[^<>]{0,300}>/i.exec(html.slice(0, 5000))?.[0] ?? '';
  return /^<!doctype html(?:\s+(?:public\s+"[\w/ .+:-]*"|system)(?:\s+"[\w/ .+:-]*")?)?\s*>$/i.test(found)
    ? found
    : undefined;
}

/** A reference that a sentence can name. */
function shortened(reference: string): string {
  let name = reference;
  try {
    name = decodeURIComponent(reference);
  } catch {
    // As it is written.
  }
  return name.length > 100 ? `${name.slice(0, 100)}…` : name;
}

/** Leaves of a page no marks of ours, and of what is removed later an empty box where it had one. */
function prepare(tree: Root): void {
  forgetMarks(tree);
  walk(tree, (element) => {
    const box = emptyBox(element);
    if (box !== '') element.properties.dataCopydeskBox = box;
  });
}

/** What our own scripts and styles go by: a saved page says nothing to them. */
const ourNames = [MARK, 'dataLine', 'dataBlocks', 'dataCopydeskBox', 'dataFindings', 'dataSeverity', 'dataCursor'];

function forgetMarks(tree: Nodes): void {
  walk(tree, (element) => {
    for (const name of ourNames) delete element.properties[name];
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

function childNamed(parent: Root | Element, name: string): Element | undefined {
  for (const child of parent.children) if (child.type === 'element' && child.tagName === name) return child;
  return undefined;
}

function attributesOf(element: Element | undefined): Readonly<Record<string, string>> {
  const { className, id, dir, lang, ...rest } = element?.properties ?? {};
  const kept: [string, unknown][] = [
    ['class', Array.isArray(className) ? className.join(' ') : undefined],
    ['id', id],
    ['dir', dir],
    ['lang', lang],
    // Sites say so which of their colours a page has.
    ...Object.entries(rest).flatMap(([name, value]): [string, unknown][] =>
      /^data[A-Z][A-Za-z0-9]*$/.test(name) && !/^data(?:Scheme|Contrast|View)$/.test(name)
        ? [[name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), value]]
        : [],
    ),
  ];
  return Object.fromEntries(
    kept.flatMap(([name, value]) => (typeof value === 'string' && value !== '' ? [[name, value]] : [])),
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
