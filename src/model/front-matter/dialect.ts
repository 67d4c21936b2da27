import { parseTOML } from 'toml-eslint-parser';

/**
 * Front matter that is no YAML. `verbatim`: text between quotation marks that hold everything as it is, TOML's `'…'`
 * and `'''…'''`.
 */
export type Dialect = 'json' | 'toml' | 'verbatim';

/** What a single value says where it stands; `undefined` when it is none. */
export function readIn(
  dialect: Dialect,
  raw: string,
): { readonly value: unknown; readonly source: string } | undefined {
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
