import { readYamlBlock, type YamlBlock } from '../model/read-yaml-block.ts';
import { houseLimits } from '../model/yaml-guard.ts';
import { houseFault } from './house-fault.ts';

/**
 * Reads the text of a house or staff file as a YAML map. Never throws. A text that was decoded wrongly has that one
 * fault: whatever else seems to be wrong follows from it.
 */
export function readHouseYaml(text: string): YamlBlock {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const read = readYamlBlock(text, { start, end: text.length }, houseLimits);
  const garbled = text.indexOf('\uFFFD');
  if (garbled < 0) return read;
  const at = { start: garbled, end: garbled + 1, from: 0, to: 0 };
  return { entries: [], faults: [houseFault('garbled', at)], refused: true };
}
