import type { FrontMatter, YamlFault } from './front-matter.ts';
import { findFences, lineFrom } from './front-matter-fences.ts';
import { yamlPlace } from './read-yaml.ts';
import { readYamlBlock } from './read-yaml-block.ts';

/**
 * Reads the front matter at the head of an article. Never throws; what is wrong with it is in `faults`, each at
 * its own place inside the block, and a fault on one line leaves the entries on the others readable.
 */
export function readFrontMatter(text: string): FrontMatter {
  const { kind, range, inner, bodyStart } = findFences(text);
  const frame = { kind, range, inner, bodyStart } as const;
  if (kind === 'none') return { ...frame, entries: [], faults: [] };
  const fence = yamlPlace(range.start, lineFrom(text, range.start, range.end).end);
  if (kind === 'toml' || kind === 'json')
    return { ...frame, entries: [], faults: [{ code: kind, data: {}, at: fence }] };
  const { entries, faults } = readYamlBlock(text, inner);
  if (kind === 'yaml') return { ...frame, entries, faults };
  return { ...frame, entries, faults: [unclosedFault(text, frame), ...faults] };
}

function unclosedFault(text: string, frame: Pick<FrontMatter, 'range' | 'inner'>): YamlFault {
  const { range, inner } = frame;
  const first = lineFrom(text, range.start, range.end);
  const lineEnd = text.slice(first.end, first.next) || '\n';
  const closed = inner.end > inner.start && /[\r\n]/.test(text.charAt(inner.end - 1));
  return {
    code: 'unclosed',
    data: {},
    at: yamlPlace(range.start, first.end),
    edits: [{ start: inner.end, end: inner.end, text: `${closed ? '' : lineEnd}---${lineEnd}` }],
  };
}
