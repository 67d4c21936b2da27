import copies from 'copydesk:themes/copies';

/** What a style is for: mostly the element that bears it. */
export type StyleName =
  | 'p'
  | 'quote'
  | 'item'
  | 'figure'
  | 'figcaption'
  | 'byline'
  | 'credit'
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
  | 'a'
  | 'hr';

export type CopyStyles = Readonly<Partial<Record<StyleName, string>>>;

const tables: Readonly<Record<string, Readonly<Record<Destination, CopyStyles>>>> = copies;

/**
 * A theme's look for pasted text, declarations by element. `media/themes/<id>/copy.json` is measured in a browser: for a
 * CMS as on a desktop, for WeChat as on a phone; `UPDATE=1 npm run test:pure -- copy-styles` measures anew.
 *
 * @param layoutOnly indents, alignment and what shapes a table; not the look of letters
 */
export function copyStyles(theme: string, destination: Destination, layoutOnly: boolean): CopyStyles {
  const table = tables[theme]?.[destination] ?? {};
  if (!layoutOnly) return table;
  return Object.fromEntries(
    Object.entries(table).map(([name, style]) => [
      name,
      style
        .split(';')
        .filter((declaration) => !letters.test(declaration))
        .join(';'),
    ]),
  );
}

/** What a CMS decides by itself. */
const letters = /^(?:font|line-height|color|background|text-decoration)/;

/** Where rich text is pasted. */
export type Destination = 'cms' | 'wechat';
