import { readBareLines } from './bare-lines.ts';
import type { FrontMatter, YamlFault } from './front-matter.ts';
import { findFences } from './front-matter-fences.ts';
import { lineFrom } from './line-look.ts';
import { readToml } from './read-toml.ts';
import { yamlPlace } from './read-yaml.ts';
import { readJson, readYamlBlock } from './read-yaml-block.ts';

/**
 * Reads the front matter at the head of an article. Never throws; what is wrong with it is in `faults`, each at
 * its own place inside the block, and a fault on one line leaves the entries on the others readable.
 */
export function readFrontMatter(text: string): FrontMatter {
  const { kind, range, inner, bodyStart, faults: loose = [] } = findFences(text);
  const fences = loose.map(({ code, start, end, edits, written }) => ({
    code,
    data: { written },
    at: yamlPlace(start, end),
    edits,
  }));
  const block = { kind, range, inner, bodyStart, fences } as const;
  if (kind === 'none' || kind === 'code') return { ...block, entries: [], faults: [] };
  if (kind === 'toml') return { ...block, ...readToml(text, inner) };
  if (kind === 'json') {
    const { entries, faults } = readJson(text, inner);
    return { ...block, entries, faults };
  }
  const bare = loose.some(({ code }) => code === 'no-fences') ? readBareLines(text, inner) : undefined;
  if (bare !== undefined) return { ...block, entries: bare, faults: [] };
  const { entries, faults } = readYamlBlock(text, inner);
  if (kind === 'yaml') return { ...block, entries, faults };
  return { ...block, entries, faults: [unclosedFault(text, block), ...faults] };
}

function unclosedFault(text: string, block: Pick<FrontMatter, 'range' | 'inner'>): YamlFault {
  const { range, inner } = block;
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
