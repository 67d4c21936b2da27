import chinaReport from '../../media/themes/china-report/copy.json';
import wire from '../../media/themes/wire/copy.json';
import type { Destination } from './rich-copy.ts';

/** What a style is for: mostly the element that bears it. */
export type StyleName =
  | 'p'
  | 'quote'
  | 'item'
  | 'figure'
  | 'figcaption'
  | 'byline'
  | 'editor'
  | 'img'
  | 'h2'
  | 'h3'
  | 'blockquote'
  | 'ul'
  | 'ol'
  | 'li'
  | 'table'
  | 'th'
  | 'td'
  | 'pre'
  | 'code'
  | 'strong'
  | 'em'
  | 'a'
  | 'hr';

export type CopyStyles = Readonly<Partial<Record<StyleName, string>>>;

const tables: Readonly<Record<string, Readonly<Record<Destination, CopyStyles>>>> = {
  'china-report': chinaReport,
  wire,
};

/** A theme's styles for pasted text: those of a CMS, which has a style of its own, and for WeChat all of them. */
export function copyStyles(theme: string, destination: Destination): CopyStyles {
  const table = tables[theme];
  return destination === 'wechat' ? { ...table?.cms, ...table?.wechat } : (table?.cms ?? {});
}
