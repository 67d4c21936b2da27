import type { CompletionItem } from 'vscode-languageserver';
import type { House } from '../house/house.ts';
import type { Article } from '../model/article.ts';
import type { Locale } from '../model/finding.ts';
import type { Range } from '../model/range.ts';

export function fieldHover(_article: Article, _house: House, _offset: number, _locale: Locale): { readonly markdown: string; readonly range: Range } | undefined {
  return undefined;
}

export function complete(_article: Article, _house: House, _offset: number, _locale: Locale, _now: number): CompletionItem[] {
  return [];
}
