import type { Range } from '../range.ts';
import { foldedLines } from './dialect.ts';
import type { Entry, FrontMatter, Value } from './front-matter.ts';
import { lineFrom } from './line-look.ts';
import { yamlPlace } from './read-yaml.ts';
import { isTemplated } from './template-code.ts';
import { yamlProse } from './yaml-prose.ts';

/** A field, with what stands before its value. */
const FIELD = /^([A-Z][\w -]{0,60}?)[ \t]*:[ \t]*/;

/**
 * Reads `text[range)` as the lines that MultiMarkdown, Pelican and Python-Markdown have at the head of a text, without
 * fences and with names in capitals: `Title: The bridge: a "story"`. A value is what stands there, whatever YAML would
 * make of it; lines below that are indented go on with it. `undefined` where a line is none of these.
 */
export function readBareLines(text: string, { start, end }: Range): readonly Entry[] | undefined {
  const entries: Entry[] = [];
  for (let at = start; at < end; ) {
    const first = lineFrom(text, at, end);
    const source = text.slice(first.start, first.end);
    if (source.trim() === '') {
      at = first.next;
      continue;
    }
    const [lead, name = ''] = FIELD.exec(source) ?? [];
    if (lead === undefined) return undefined;
    let last = first;
    while (last.next < end) {
      const next = lineFrom(text, last.next, end);
      if (!/^[ \t]+\S/.test(text.slice(next.start, next.end))) break;
      last = next;
    }
    const lines = { start: first.start, end: last.next };
    const templated = isTemplated(text.slice(lines.start, lines.end)) ? { templated: true as const } : {};
    const keyAt = yamlPlace(first.start, first.start + name.length);
    const value = valueAt(text, first.start + lead.length, last.end);
    entries.push({ key: name, keyAt, value, lines, ...templated });
    at = last.next;
  }
  return entries;
}

function valueAt(text: string, start: number, limit: number): Value {
  const raw = text.slice(start, limit).trimEnd();
  const at = yamlPlace(start, start + raw.length);
  if (raw === '') return { kind: 'null', at };
  const said = foldedLines(raw);
  const value = said === 'true' ? true : said === 'false' ? false : /^\d{1,15}$/.test(said) ? Number(said) : said;
  const source = {
    text,
    start,
    end: start + raw.length,
    style: 'plain' as const,
    context: 'block' as const,
    value: said,
    string: typeof value === 'string',
    dialect: 'bare' as const,
  };
  return { kind: 'scalar', at, value, raw, prose: yamlProse(source) };
}

/** Whether front matter is such lines: no fault, though it has no fences. */
export function isBare({ fences, entries }: Pick<FrontMatter, 'fences' | 'entries'>): boolean {
  return fences.some(({ code }) => code === 'no-fences') && entries.every(({ key }) => /^[A-Z]/.test(key));
}
