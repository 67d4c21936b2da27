import pairs from 'copydesk:simplified';

/** A name without what is only spelling: spaces, which interpunct, Traditional or Simplified characters. */
export function nameKey(name: string): string {
  return inSimplified(
    name
      .replace(/[\s\u3000]+/g, '')
      .replace(/[•・‧･．]/g, '·')
      .toLowerCase(),
  );
}

/** By UTF-16 unit its Simplified form, 0 for all that have none of their own; made when the first name asks. */
let table: Uint16Array | undefined;

function simplifiedOf(unit: number): number {
  if (table === undefined) {
    table = new Uint16Array(0x10000);
    for (let i = 0; i + 1 < pairs.length; i += 2) table[pairs.charCodeAt(i)] = pairs.charCodeAt(i + 1);
  }
  return table[unit] ?? 0;
}

/** A text in Simplified characters, unit for unit; which of several was meant matters to nobody who compares names. */
function inSimplified(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    out += unit < 0x3400 ? text.charAt(i) : String.fromCharCode(simplifiedOf(unit) || unit);
  }
  return out;
}

/** The same names, in whatever order and however they are spelt. */
export function sameNames(a: readonly string[], b: readonly string[]): boolean {
  const key = (names: readonly string[]) => names.map(nameKey).sort().join('|');
  return key(a) === key(b);
}
