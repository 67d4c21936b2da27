import { type DocumentLink, type DocumentSymbol, type FoldingRange, SymbolKind } from 'vscode-languageserver';
import { fieldOfKey } from '../house/field-keys.ts';
import { itemType } from '../house/field-types.ts';
import type { House } from '../house/house.ts';
import type { Article } from '../model/article.ts';
import { inLocale, type Locale } from '../model/finding.ts';
import type { Entry, Value } from '../model/front-matter/front-matter.ts';
import { lineAt } from '../model/range.ts';
import { lspRange } from './diagnostics.ts';
import { say } from './words.ts';

/** The front matter as one symbol with its fields under it; nothing where there is none. */
export function frontMatterSymbols(article: Article, house: House, locale: Locale): DocumentSymbol[] {
  const { frontMatter, lines, text } = article;
  if (frontMatter.kind !== 'yaml' || frontMatter.entries.length === 0) return [];
  const children = frontMatter.entries.map((entry): DocumentSymbol => {
    const { start, end } = entry.lines;
    const field = fieldOfKey(house, entry.key);
    const label = field && inLocale(field.label, locale);
    return {
      name: entry.key,
      detail: [label === entry.key ? undefined : label, shown(entry.value, text)].filter((part) => part).join(' · '),
      kind: SymbolKind.Field,
      range: lspRange(lines, { start, end: withoutLineEnd(text, end) }),
      selectionRange: lspRange(lines, entry.keyAt),
    };
  });
  const { start, end } = frontMatter.range;
  const range = lspRange(lines, { start, end: withoutLineEnd(text, end) });
  return [{ name: say(locale, 'frontMatter'), kind: SymbolKind.Namespace, range, selectionRange: range, children }];
}

function withoutLineEnd(text: string, end: number): number {
  return end - (/(?:\r\n|\n|\r)$/.exec(text.slice(Math.max(0, end - 2), end))?.[0].length ?? 0);
}

/** The beginning of what a field says. */
function shown(value: Value, text: string): string {
  const said = text.slice(value.at.start, value.at.end).replace(/\s+/g, ' ');
  return said.length > 40 ? `${said.slice(0, 40)}…` : said;
}

/** The block as a whole, and each field of more than one line. */
export function frontMatterFolds({ frontMatter, lines }: Article): FoldingRange[] {
  const { kind, range, entries } = frontMatter;
  if (kind === 'none' || kind === 'unclosed') return [];
  const fold = (start: number, end: number): FoldingRange[] => {
    const startLine = lineAt(lines, start);
    const endLine = lineAt(lines, Math.max(start, end - 1));
    return endLine > startLine ? [{ startLine, endLine }] : [];
  };
  return [...fold(range.start, range.end), ...entries.flatMap(({ lines: own, keyAt }) => fold(keyAt.start, own.end))];
}

/**
 * Links from paths in the front matter to the files, and from addresses.
 * @param resolve where a path leads; `undefined` where it leads out of the newsroom
 */
export function frontMatterLinks(
  { frontMatter, lines }: Article,
  house: House,
  resolve: (path: string) => string | undefined,
): DocumentLink[] {
  const links: DocumentLink[] = [];
  const add = (value: Value): void => {
    if (value.kind !== 'scalar' || typeof value.value !== 'string' || value.value === '') return;
    const target = /^https?:\/\//i.test(value.value) ? value.value : resolve(value.value);
    const range = lspRange(lines, value.prose.at(0, value.prose.rendered.length));
    if (target !== undefined) links.push({ range, target });
  };
  const each = (value: Value): readonly Value[] => (value.kind === 'list' ? value.items : [value]);
  for (const entry of frontMatter.entries) {
    const field = fieldOfKey(house, entry.key);
    if (field?.type === 'links') {
      for (const item of each(entry.value)) {
        if (item.kind === 'map') for (const inner of item.entries) if (isAddress(inner)) add(inner.value);
        if (item.kind === 'scalar' && /^[^\s]+\.[a-z]+$|^https?:/i.test(item.raw)) add(item);
      }
    } else if (field !== undefined && /^(?:image|path|url)$/.test(itemType(field))) {
      for (const item of each(entry.value)) add(item);
    }
  }
  return links;
}

const isAddress = ({ key }: Entry): boolean => key === 'url' || key === 'link' || key === 'path';
