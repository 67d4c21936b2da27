import type { Range } from '../range.ts';
import type { FrontMatter } from './front-matter.ts';

const ANCHOR = /(?<![^\s,[{(:-])&([^\s,[\]{}]+)/g;

/** The lines of entries with a value that has a name, by which YAML repeats it elsewhere: `&name`, `*name`. */
export function sharedIn({ kind, entries, inner }: FrontMatter, text: string): readonly Range[] {
  if (kind !== 'yaml' && kind !== 'unclosed') return [];
  const yaml = text.slice(inner.start, inner.end);
  if (!yaml.includes('&') || !yaml.includes('*')) return [];
  const lines = entries.map((entry) => entry.lines);
  return lines.filter(({ start, end }) =>
    [...text.slice(start, end).matchAll(ANCHOR)].some(([, name = '']) => yaml.includes(`*${name}`)),
  );
}
