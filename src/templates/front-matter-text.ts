import { stringify } from 'yaml';

const FLOW = { lineWidth: 0, collectionStyle: 'flow', flowCollectionPadding: false } as const;

/** One line of text: line breaks and tabs become spaces, other controls and lone surrogates go. */
export function oneLine(text: string): string {
  return text
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
    .replace(/[\u0000-\u001F\u007F\p{Cs}]/gu, '')
    .trim();
}

/** A YAML scalar for `text` on one line: plain where YAML reads it back as the same text, quoted otherwise. */
export function yamlScalar(text: string): string {
  return stringify(oneLine(text), { lineWidth: 0 }).trimEnd();
}

/** The same inside `[…]`, where commas and brackets count too. */
export function yamlItem(text: string): string {
  return yamlList([text]).slice(1, -1);
}

/** A YAML list on one line: `[林晓禾, 周砚]`. */
export function yamlList(items: readonly string[]): string {
  return stringify(items.map(oneLine), FLOW).trimEnd();
}
