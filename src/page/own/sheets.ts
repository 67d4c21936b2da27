import { type CSSToken, TokenType, tokenize } from '@csstools/css-tokenizer';
import { isRemote } from '../links.ts';
import { decodePage } from './charset.ts';
import { localCss, resolveAsset } from './local-css.ts';
import type { OwnStyle, PageFiles } from './own-page.ts';
import { folderOf, placeOf, under } from './references.ts';

/** The most that is read of stylesheets: how many, how long together in UTF-16 units, and how deep in one another. */
const MOST = 100;
const LONGEST = 4_000_000;
const DEEPEST = 8;

/** Reads the stylesheets of one page. */
interface Sheets {
  /** A stylesheet that the page links to, after those that it imports; nothing for one that is not there. */
  linked(reference: string): Promise<readonly OwnStyle[]>;
  /** A stylesheet that stands in the page. */
  inPage(css: string): Promise<readonly OwnStyle[]>;
  /** References that led to no file. */
  readonly missing: ReadonlySet<string>;
}

/**
 * @param base the folder that references of the page are relative to
 * @param encoding the page's, for stylesheets that say nothing of theirs
 */
export function sheetsOf(files: PageFiles, base: string, encoding: string): Sheets {
  const missing = new Set<string>();
  let count = 0;
  let length = 0;

  async function read(reference: string, above: readonly string[]): Promise<readonly OwnStyle[]> {
    const place = placeOf(reference);
    if (isRemote(reference) || place === '' || above.includes(place) || above.length >= DEEPEST) return [];
    if (++count > MOST) return [];
    const bytes = await files.read(reference);
    if (bytes === undefined) missing.add(reference);
    return bytes ? dressed(decodePage(bytes, encoding).text, folderOf(reference), [...above, place]) : [];
  }

  async function dressed(css: string, folder: string, above: readonly string[]): Promise<readonly OwnStyle[]> {
    length += css.length;
    if (length > LONGEST) return [];
    const styles: OwnStyle[] = [];
    for (const { reference, media } of importsOf(css)) {
      for (const style of await read(under(folder, reference), above)) {
        styles.push(media === '' ? style : { css: `@media ${media} {\n${style.css}\n}` });
      }
    }
    const own = localCss(css, (reference) => files.url(under(folder, reference)));
    return own.trim() === '' ? styles : [...styles, { css: own }];
  }

  return {
    missing,
    linked: (reference) => read(under(base, reference), []),
    inPage: (css) => dressed(css, base, []),
  };
}

interface Import {
  readonly reference: string;
  /** '' for all. */
  readonly media: string;
}

/** The stylesheets that one imports: `@import` counts only before all other rules. */
function importsOf(css: string): readonly Import[] {
  if (!/@/.test(css)) return [];
  const tokens = tokenize({ css });
  const found: Import[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const [type] = tokens[i] ?? [];
    if (type === TokenType.Whitespace || type === TokenType.Comment || type === TokenType.CDO || type === TokenType.CDC)
      continue;
    const token = tokens[i];
    const name = token?.[0] === TokenType.AtKeyword ? token[4].value.toLowerCase() : '';
    if (!['import', 'charset', 'layer'].includes(name)) break;
    let end = i + 1;
    while (end < tokens.length && tokens[end]?.[0] !== TokenType.Semicolon && tokens[end]?.[0] !== TokenType.OpenCurly)
      end++;
    if (tokens[end]?.[0] === TokenType.OpenCurly) break;
    const one = name === 'import' ? readImport(tokens.slice(i + 1, end)) : undefined;
    if (one) found.push(one);
    i = end;
  }
  return found;
}

function readImport(all: readonly CSSToken[]): Import | undefined {
  const tokens = all.filter(([type]) => type !== TokenType.Comment && type !== TokenType.EOF);
  const at = tokens.findIndex(([type]) => type !== TokenType.Whitespace);
  const start = tokens[at];
  const after = tokens.slice(at + 1);
  if (start?.[0] === TokenType.String || start?.[0] === TokenType.URL)
    return { reference: start[4].value, media: words(after) };
  if (start?.[0] !== TokenType.Function || start[4].value.toLowerCase() !== 'url') return undefined;
  const inside = after.find(([type]) => type === TokenType.String);
  const close = after.findIndex(([type]) => type === TokenType.CloseParen);
  return inside?.[0] === TokenType.String && close >= 0
    ? { reference: inside[4].value, media: words(after.slice(close + 1)) }
    : undefined;
}

/** The media query that ends an import. Layers and conditions on what a browser can do are taken as met. */
function words(tokens: readonly CSSToken[]): string {
  return tokens
    .map(([, raw]) => raw)
    .join('')
    .replace(/\b(?:layer\([^()]*\)|layer|supports\([^()]*\))/gi, '')
    .replace(/[{}<]/g, '')
    .trim();
}

/** Whether the page would show a file of the newsroom there. */
export function isLocal(reference: string): boolean {
  return resolveAsset(reference, () => '') === '' && !/^data:/i.test(reference.trim());
}
