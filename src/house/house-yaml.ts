import { readYamlBlock, type YamlBlock } from '../model/front-matter/read-yaml-block.ts';
import { guardYaml, houseLimits } from '../model/front-matter/yaml-guard.ts';
import { parseYaml } from '../model/front-matter/yaml-scalar.ts';
import { type HouseFault, houseFault } from './house-fault.ts';

/** A house or staff file as YAML. */
type HouseYaml = Omit<YamlBlock, 'faults'> & { readonly faults: readonly HouseFault[] };

/**
 * Reads the text of a house or staff file as a YAML map. Never throws. A text that was decoded wrongly has that one
 * fault: whatever else seems to be wrong follows from it.
 */
export function readHouseYaml(text: string): HouseYaml {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const read = readYamlBlock(text, { start, end: text.length }, houseLimits);
  const garbled = text.indexOf('\uFFFD');
  if (garbled >= 0) return { entries: [], faults: [houseFault('garbled', place(garbled, 1))], refused: true };
  const second = secondDocument(text);
  return second === undefined
    ? read
    : { ...read, faults: [...read.faults, houseFault('second-document', place(second, 3))] };
}

/** A house file as the parser has it; `undefined` while it cannot be read as YAML, or is too much to be tried. */
export function houseDocument(text: string): ReturnType<typeof parseYaml> {
  if (guardYaml(text, 0, text.length, houseLimits) !== undefined) return undefined;
  const document = parseYaml(text);
  return document === undefined || document.errors.length > 0 ? undefined : document;
}

const place = (start: number, length: number) => ({ start, end: start + length, from: 0, to: 0 });

/** Where a second document begins, of which the parser would say nothing; `undefined` where there is one alone. */
function secondDocument(text: string): number | undefined {
  let says = false;
  let mark: number | undefined;
  for (const { 0: line, 1: fence, index } of text.matchAll(/^(---(?=\s|$)|\.\.\.(?=\s|$))?.*$/gm)) {
    if (fence !== undefined) {
      if (says) mark ??= index;
    } else if (/^[^\S\n]*[^\s#%\uFEFF]/.test(line)) {
      if (mark !== undefined) return mark;
      says = true;
    }
  }
  return undefined;
}
