import { parseTOML } from 'toml-eslint-parser';

/**
 * Front matter that is no YAML. `verbatim`: text between quotation marks that hold everything as it is, TOML's `'…'`
 * and `'''…'''`. `bare`: all that stands behind `Title:` in front matter without fences.
 */
export type Dialect = 'json' | 'toml' | 'verbatim' | 'bare';

/** A value of `bare` lines over several of them is one line. */
export function foldedLines(raw: string): string {
  return raw.replace(/[ \t]*(?:\r\n|\n|\r)[ \t]+/g, ' ');
}

/** What a single value says where it stands; `undefined` when it is none. */
export function readIn(
  dialect: Dialect,
  raw: string,
): { readonly value: unknown; readonly source: string } | undefined {
  if (dialect === 'bare') {
    // A line that is not indented would be a field of its own, or text.
    if (/(?:[\r\n])(?![ \t]+\S)|^\s|\s$/.test(raw)) return undefined;
    return { value: foldedLines(raw), source: raw };
  }
  if (dialect === 'verbatim') return /["'\\]/.test(raw) ? undefined : { value: raw, source: raw };
  try {
    if (dialect === 'json') return { value: JSON.parse(raw), source: raw };
    const [pair] = parseTOML(`k = ${raw}\n`, { tomlVersion: '1.0' }).body[0].body;
    if (pair?.type !== 'TOMLKeyValue' || pair.value.type !== 'TOMLValue') return undefined;
    const { kind, value } = pair.value;
    return {
      value:
        kind === 'string' || kind === 'boolean' ? value : kind === 'integer' || kind === 'float' ? Number(value) : raw,
      source: raw,
    };
  } catch {
    return undefined;
  }
}

/** A text as JSON and TOML alike write it. */
export function quoteIn(text: string): string {
  return JSON.stringify(text);
}
