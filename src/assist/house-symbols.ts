import { shapeAt } from '../house/shape.ts';
import type { Localized } from '../model/finding.ts';
import { yamlKeys } from '../model/front-matter/yaml-cursor.ts';
import type { Range } from '../model/range.ts';
import { wholeShape } from './house-place.ts';

/** A setting of a house file with those below it. */
export interface HouseSymbol {
  readonly name: string;
  readonly about: Localized;
  readonly key: Range;
  /** From the key to the end of what belongs to it. */
  readonly range: Range;
  readonly children: readonly HouseSymbol[];
}

/** The settings of a house file in its order, of one that is not finished, too. Items of lists are not told apart. */
export function houseSymbols(text: string): readonly HouseSymbol[] {
  const top: Open[] = [];
  const open: Open[] = [];
  const keys = yamlKeys(text).filter(({ path }) => path.every((step) => typeof step === 'string'));
  for (const { path, range } of keys) {
    const name = String(path.at(-1));
    const shape = shapeAt(wholeShape(), path);
    for (const one of open.splice(path.length - 1)) one.range.end = endBefore(text, range.start);
    const about = shape?.about ?? { en: '', zh: '' };
    const symbol: Open = { name, about, key: range, range: { start: range.start, end: range.end }, children: [] };
    (open.at(-1)?.children ?? top).push(symbol);
    open.push(symbol);
  }
  for (const one of open) one.range.end = endBefore(text, text.length);
  return top;
}

interface Open extends HouseSymbol {
  readonly range: { start: number; end: number };
  readonly children: Open[];
}

/** The end of the last line before an offset that says anything; comments above the next key are not its own. */
function endBefore(text: string, offset: number): number {
  let end = offset;
  for (;;) {
    const line = text.lastIndexOf('\n', end - 1) + 1;
    const rest = text.slice(line, end);
    if (line === 0 || !/^\s*(?:#.*)?$/.test(rest)) return line + rest.trimEnd().length;
    end = line - 1;
  }
}
