import { isMap } from 'yaml';
import type { Entry, FrontMatter, YamlFault } from './front-matter.ts';
import { findFences, lineFrom, lookOf } from './front-matter-fences.ts';
import { linesOf, type Origin, readEntries, yamlPlace } from './read-yaml.ts';
import { mend } from './yaml-faults.ts';
import { guardYaml } from './yaml-guard.ts';
import { parseYaml } from './yaml-scalar.ts';

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
  const faults: YamlFault[] = [];
  if (kind === 'unclosed') faults.push(unclosedFault(text, frame));
  const tooMuch = guardYaml(text, inner.start, inner.end);
  if (tooMuch) {
    const at = tooMuch.code === 'too-long' ? fence : yamlPlace(tooMuch.offset, Math.min(tooMuch.offset + 1, inner.end));
    return { ...frame, entries: [], faults: [...faults, { code: tooMuch.code, data: tooMuch.data, at }] };
  }
  const slice = text.slice(inner.start, inner.end);
  // The parser knows LF and CR LF; a lone CR is a line end too, for YAML as for us.
  const origin: Origin = {
    text,
    base: inner.start,
    yaml: /\r(?!\n)/.test(slice) ? slice.replace(/\r(?!\n)/g, '\n') : slice,
  };
  const whole = readMap(origin);
  if (whole) return { ...frame, entries: whole.entries, faults: [...faults, ...whole.faults] };
  const entries: Entry[] = [];
  for (const part of split(origin)) {
    const read = part.loose ? undefined : readMap(part.origin);
    if (read) {
      entries.push(...read.entries);
      faults.push(...read.faults);
      continue;
    }
    const mended = mend(part.origin, faults.length < 40);
    faults.push(...mended.faults);
    if (mended.entry) entries.push(mended.entry);
  }
  if (faults.length === 0) faults.push({ code: 'syntax', data: {}, at: firstLine(origin) });
  return { ...frame, entries, faults };
}

/** The entries when the YAML is a map without a fault; `undefined` when it is anything else. */
function readMap(origin: Origin): { entries: readonly Entry[]; faults: readonly YamlFault[] } | undefined {
  const document = parseYaml(origin.yaml);
  if (!document || document.errors.length > 0) return undefined;
  if (document.contents === null) return { entries: [], faults: [] };
  if (!isMap(document.contents)) return undefined;
  const { entries, badKeys } = readEntries(document.contents, origin, 'block');
  return { entries, faults: badKeys.map((at) => ({ code: 'bad-key', data: {}, at })) };
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

function firstLine(origin: Origin) {
  const { start, end } = linesOf(origin, 0, 0);
  return yamlPlace(start, end);
}

/** A stretch of broken YAML: one key with what belongs to it. `loose`: lines that hold no key. */
interface Part {
  readonly origin: Origin;
  readonly loose: boolean;
}

/**
 * Cuts broken YAML before each line at column 0 that begins something, so that a fault stays where it is.
 * Consecutive lines without a key are one part; lines that an open bracket still waits for stay with it.
 */
function split(origin: Origin): readonly Part[] {
  const { yaml, base } = origin;
  const parts: Part[] = [];
  let start = -1;
  let end = 0;
  let loose = false;
  let open = 0;
  const close = (): void => {
    if (start >= 0)
      parts.push({ origin: { text: origin.text, base: base + start, yaml: yaml.slice(start, end) }, loose });
    start = -1;
  };
  for (let at = 0; at < yaml.length; ) {
    const line = lineFrom(yaml, at);
    const source = yaml.slice(line.start, line.end);
    const look = lookOf(source);
    const begins = look === 'key' || look === 'word' || look === 'other';
    const waiting = start >= 0 && !loose && open > 0 && look !== 'key';
    if (look !== 'blank' && look !== 'comment') {
      const isLoose = (look === 'word' || look === 'other') && !/:(?:\s|$)|^[?{]/.test(source);
      if (start < 0 || (begins && !waiting && !(loose && isLoose))) {
        close();
        start = line.start;
        loose = isLoose;
        open = 0;
      }
      end = line.next;
      open += count(source, /[[{]/g) - count(source, /[\]}]/g);
    }
    at = line.next;
  }
  close();
  return parts;
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
