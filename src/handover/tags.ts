/** A tag or a stretch of text of a page that we drew; entities in text and attributes are resolved. */
export type Piece =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

const piece = /<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"<>]*")*)>|([^<]+)/g;

/**
 * Reads the HTML of blocks that `renderPage` drew, and nothing else: its tags are strict (lower case, quoted attributes,
 * every `<` a tag), as a test holds for any article. Linear.
 */
export function* piecesOf(html: string): Iterable<Piece> {
  for (const [, slash, name, attributes = '', text] of html.matchAll(piece)) {
    if (text !== undefined) yield { kind: 'text', text: resolve(text) };
    else if (name !== undefined && slash === '/') yield { kind: 'close', name };
    else if (name !== undefined) {
      const read = new Map<string, string>();
      for (const [, key = '', value = ''] of attributes.matchAll(/ ([a-z-]+)="([^"]*)"/g))
        read.set(key, resolve(value));
      yield { kind: 'open', name, attributes: read };
    }
  }
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

function resolve(text: string): string {
  return text.includes('&') ? text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity) : text;
}

/** Elements without content. */
export const voids: ReadonlySet<string> = new Set(['br', 'hr', 'img']);
