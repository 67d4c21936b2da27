import { isMap } from 'yaml';
import type { Range } from '../range.ts';
import type { Entry, YamlFault, YamlFaultCode } from './front-matter.ts';
import { joinLines } from './joined-lines.ts';
import { lineFrom, lookOf } from './line-look.ts';
import { isLooseItem } from './list-marks.ts';
import { readPlainYaml } from './read-plain-yaml.ts';
import { linesOf, type Origin, readEntries, yamlPlace } from './read-yaml.ts';
import { mend } from './yaml-faults.ts';
import { guardYaml, type YamlLimits, yamlLimits } from './yaml-guard.ts';
import { parseYaml } from './yaml-scalar.ts';

/** What a stretch of YAML holds. */
export interface YamlBlock {
  /** Top-level entries in written order, duplicates included. */
  readonly entries: readonly Entry[];
  readonly faults: readonly YamlFault[];
  /** Too much to be parsed: nothing is known of the entries. */
  readonly refused: boolean;
}

/**
 * Reads `text[range)` as a YAML map. Never throws. What the parser refuses is read again key by key, so that a
 * fault on one line leaves the entries on the others readable.
 */
export function readYamlBlock(text: string, range: Range, limits: YamlLimits = yamlLimits): YamlBlock {
  const tooMuch = guardYaml(text, range.start, range.end, limits);
  if (tooMuch) {
    const { end } = lineFrom(text, range.start, range.end);
    const tooLong = tooMuch.code === 'too-long';
    const at = tooLong
      ? yamlPlace(range.start, end)
      : yamlPlace(tooMuch.offset, Math.min(tooMuch.offset + 1, range.end));
    return { entries: [], faults: [{ code: tooMuch.code, data: tooMuch.data, at }], refused: true };
  }
  const slice = text.slice(range.start, range.end);
  // The parser knows LF and CR LF; a lone CR is a line end too, for YAML as for us.
  const yaml = /\r(?!\n)/.test(slice) ? slice.replace(/\r(?!\n)/g, '\n') : slice;
  const origin: Origin = { text, base: range.start, yaml };
  const plain = readPlainYaml(origin);
  if (plain) return { entries: plain, faults: [], refused: false };
  const whole = readMap(origin) ?? readJoined(origin);
  if (whole) return { ...whole, refused: false };
  const entries: Entry[] = [];
  const faults: YamlFault[] = [];
  const joined = joinLines(origin.yaml);
  for (const part of split(joined === undefined ? origin : { ...origin, yaml: joined, joined: true })) {
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
  // Behind what nobody closed a line may be part of it, whatever it looks like.
  const open = faults.findIndex(({ code }) => code === 'unclosed-quote' || code === 'unclosed-bracket');
  if (open >= 0)
    for (const [index, one] of faults.entries()) if (index > open) faults[index] = { ...one, doubtful: true };
  if (faults.length === 0) faults.push({ code: 'syntax', data: {}, at: firstLine(origin) });
  return { entries, faults, refused: false };
}

/**
 * Reads JSON: an object, or the inside of one without its braces (Hexo). YAML has the same words for the same things,
 * so that its parser reads it, with places; whether it is JSON is JSON's to say.
 */
export function readJson(text: string, range: Range): YamlBlock {
  const slice = text.slice(range.start, range.end);
  const bare = !/^\s*\{/.test(slice);
  const tooMuch = guardYaml(text, range.start, range.end, yamlLimits);
  const { end } = lineFrom(text, range.start, range.end);
  const fault = (code: YamlFaultCode, data: YamlFault['data'] = {}, at = yamlPlace(range.start, end)): YamlBlock => ({
    entries: [],
    faults: [{ code, data, at }],
    refused: true,
  });
  if (tooMuch) return fault(tooMuch.code, tooMuch.data);
  const json = (bare ? `{${slice}}` : slice).replace(/\r(?!\n)/g, '\n');
  const origin: Origin = { text, base: range.start - (bare ? 1 : 0), yaml: json, dialect: 'json' };
  const whole = readMap(origin);
  const refused = jsonFault(json);
  if (whole === undefined || refused !== undefined) {
    const wrong = refused ?? -1;
    if (wrong < 0) return { ...fault('json-syntax'), entries: whole?.entries ?? [] };
    const at = Math.max(range.start, Math.min(origin.base + wrong, range.end - 1));
    const found = fault('json-syntax', {}, yamlPlace(at, Math.max(at + 1, lineFrom(text, at, range.end).end)));
    return { ...found, entries: whole?.entries ?? [] };
  }
  return { ...whole, refused: false };
}

/** Where JSON is not JSON, -1 where the platform does not say it; `undefined` when it is. */
function jsonFault(text: string): number | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (fault) {
    const said = fault instanceof Error ? /position (\d{1,6})/.exec(fault.message)?.[1] : undefined;
    return said === undefined ? -1 : Number(said);
  }
}

/** The entries when the YAML is a map for those who let quoted text and brackets go on at any column. */
function readJoined(origin: Origin): ReturnType<typeof readMap> {
  const yaml = joinLines(origin.yaml);
  return yaml === undefined ? undefined : readMap({ ...origin, yaml, joined: true });
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
  /** The key of this part has no value on its line: a list may follow. */
  let listed = false;
  const close = (): void => {
    if (start >= 0) parts.push({ origin: { ...origin, base: base + start, yaml: yaml.slice(start, end) }, loose });
    start = -1;
  };
  for (let at = 0; at < yaml.length; ) {
    const line = lineFrom(yaml, at);
    const source = yaml.slice(line.start, line.end);
    const look = lookOf(source);
    const begins = look === 'key' || look === 'word' || look === 'other';
    const waiting = start >= 0 && !loose && ((open > 0 && look !== 'key') || (listed && isLooseItem(source)));
    if (look !== 'blank' && look !== 'comment') {
      const isLoose = (look === 'word' || look === 'other') && !/:(?:\s|$)|^[?{]/.test(source);
      if (start < 0 || (begins && !waiting && !(loose && isLoose))) {
        close();
        start = line.start;
        loose = isLoose;
        listed = look === 'key' && /[:：][ \t]*(?:#.*)?$/.test(source);
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
