import type { Element, Nodes, Root } from 'hast';
import { safeLink } from '../links.ts';
import { keepInside } from './drawings.ts';
import { takeHints } from './hints.ts';
import { localDeclarations, resolveAsset } from './local-css.ts';
import type { FindAsset, OwnStyle, PageFiles } from './own-page.ts';
import { localCandidates, under } from './references.ts';
import { isLocal, sheetsOf } from './sheets.ts';

/** What dressing a page needs to know. */
interface Wardrobe {
  readonly files: PageFiles;
  /** The folder that references of the page are relative to. */
  readonly base: string;
  /** The page's encoding. */
  readonly encoding: string;
}

/** Where lazy pages keep the address of a picture until it comes into sight. */
const lazily = ['dataSrc', 'dataOriginal', 'dataLazySrc', 'dataActualsrc'] as const;

/** A picture of a few pixels that holds the place of a real one. */
const LONGEST_STAND_IN = 300;

/** How many pictures of a page are asked for at most, to say which are missing. */
const MOST_PICTURES = 200;

/**
 * Resolves what a page refers to, and takes its styles out, in their order: first what its attributes say, last what its
 * `style` attributes say. A style attribute, which the preview's policy forbids, becomes a class.
 */
export async function dress(
  page: Root,
  { files, base, encoding }: Wardrobe,
): Promise<{ readonly styles: readonly OwnStyle[]; readonly missing: readonly string[] }> {
  const sheets = sheetsOf(files, base, encoding);
  const asset: FindAsset = (reference) => files.url(under(base, reference));
  const found: (Promise<readonly OwnStyle[]> | readonly OwnStyle[])[] = [];
  const pictures = new Set<string>();
  const classes = new Map<string, string>();
  let hints = '';
  let inline = '';

  /** Gives an element a class for some declarations; returns whether the class is new. */
  function classed(element: Element, declarations: string, kind: string): string | undefined {
    const key = `${kind} ${declarations}`;
    const known = classes.get(key);
    const name = known ?? `copydesk-${kind}-${classes.size + 1}`;
    classes.set(key, name);
    const { className } = element.properties;
    element.properties.className = [...(Array.isArray(className) ? className : []), name];
    return known === undefined ? name : undefined;
  }

  function look(element: Element): void {
    const { properties } = element;
    const box = String(properties.dataCopydeskBox ?? '');
    delete properties.dataCopydeskBox;
    const hint = [takeHints(element, (reference) => resolveAsset(reference, asset)), box]
      .filter((part) => part)
      .join(';');
    if (hint !== '') {
      const name = classed(element, hint, 'hint');
      if (name !== undefined) hints += `:where(.${name}) {${hint}}\n`;
    }
    if (properties.style === undefined) return;
    const declarations = localDeclarations(String(properties.style), asset).trim();
    delete properties.style;
    if (declarations === '') return;
    const name = classed(element, declarations, 'style');
    // The weight of a style attribute: more than any selector that a stylesheet is likely to have.
    if (name !== undefined) inline += `.${name}:not(#_#_#_#_) {${declarations}}\n`;
  }

  function picture({ properties }: Element): void {
    const resolved = (reference: unknown): string | undefined => resolveAsset(String(reference ?? ''), asset);
    const candidates = properties.srcSet;
    if (candidates !== undefined) {
      const kept = localCandidates([candidates].flat().join(', '), resolved);
      if (kept.length > 0) properties.srcSet = kept.join(', ');
      else delete properties.srcSet;
    }
    const written = String(properties.src ?? '');
    const late = lazily.map((name) => properties[name]).find((reference) => typeof reference === 'string');
    const standsIn = written.startsWith('data:') && written.length < LONGEST_STAND_IN;
    const lateSrc = late !== undefined && (standsIn || resolved(written) === undefined) ? resolved(late) : undefined;
    const src = lateSrc ?? resolved(written);
    if (isLocal(written) && lateSrc === undefined) pictures.add(under(base, written));
    if (src === undefined) delete properties.src;
    else properties.src = src;
  }

  function visit(node: Nodes): boolean {
    if (node.type !== 'element') {
      if ('children' in node) node.children = node.children.filter(visit) as typeof node.children;
      return true;
    }
    const { tagName, properties } = node;
    if (tagName === 'style') {
      const css = node.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
      found.push(withMedia(sheets.inPage(css), node));
      return false;
    }
    if (tagName === 'link') {
      const rel = [properties.rel].flat().map((word) => String(word).toLowerCase());
      const sheet = rel.includes('stylesheet') && !rel.includes('alternate') && properties.disabled !== true;
      if (sheet) found.push(withMedia(sheets.linked(String(properties.href ?? '')), node));
      return false;
    }
    if (tagName === 'img' || tagName === 'source') picture(node);
    if (tagName === 'source' && properties.srcSet === undefined) return false;
    keepInside(node);
    if (properties.href !== undefined) {
      const href = safeLink(String(properties.href));
      if (href === undefined) delete properties.href;
      else properties.href = href;
    }
    look(node);
    node.children = node.children.filter(visit);
    return true;
  }
  visit(page);

  const styles = (await Promise.all(found)).flat();
  const asked = [...pictures].slice(0, MOST_PICTURES);
  const there = await files.exist(asked);
  return {
    styles: [...(hints === '' ? [] : [{ css: hints }]), ...styles, ...(inline === '' ? [] : [{ css: inline }])],
    missing: [...sheets.missing, ...asked.filter((_, index) => there[index] !== true)],
  };
}

async function withMedia(styles: Promise<readonly OwnStyle[]>, { properties }: Element): Promise<readonly OwnStyle[]> {
  const { media } = properties;
  const said = typeof media === 'string' && media.trim() !== '' ? { media } : {};
  return (await styles).map((style) => ({ ...style, ...said }));
}
