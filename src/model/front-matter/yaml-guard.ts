import type { LocalizedData } from '../finding.ts';

/** What a stretch of YAML may hold at most. */
export interface YamlLimits {
  /** UTF-16 units. */
  readonly length: number;
  /** Brackets, list marks and indentations inside one another. */
  readonly depth: number;
  /** `key:` anywhere, at every level. */
  readonly keys: number;
  readonly lines: number;
  /** Brackets, commas and quotation marks. */
  readonly marks: number;
}

/** How many closing brackets may close nothing: the parser makes an error of each, with the stack it was made in. */
const MOST_UNOPENED = 200;

/** What the front matter may hold at most. Above it the YAML is not parsed: the parser could hang or abort. */
export const yamlLimits: YamlLimits = {
  // 64 KB.
  length: 65_536,
  depth: 64,
  keys: 500,
  lines: 2_000,
  marks: 2_000,
};

/** The same for house and staff files: a newsroom of two thousand people takes the parser 70 ms. */
export const houseLimits: YamlLimits = { length: 524_288, depth: 64, keys: 12_000, lines: 20_000, marks: 60_000 };

/** Why the YAML is not parsed. */
interface TooMuch {
  readonly code: 'too-long' | 'too-deep' | 'too-many-keys' | 'too-complex';
  readonly data: LocalizedData;
  /** Where the limit was passed: a UTF-16 offset into `text`. */
  readonly offset: number;
}

/**
 * Looks at `text[start, end)` before the YAML parser does: `yaml` 2.9.1 can abort the whole process on a few
 * kilobytes of nested brackets and takes seconds for thousands of keys. One pass, no allocation to speak of; it
 * errs on the strict side, far above anything a newsroom writes. `undefined`: safe to parse.
 */
export function guardYaml(text: string, start: number, end: number, limits = yamlLimits): TooMuch | undefined {
  const { length, depth: maxDepth, keys: maxKeys, lines: maxLines, marks: maxMarks } = limits;
  if (end - start > length) return { code: 'too-long', data: { limit: length / 1024 }, offset: start };
  let brackets = 0;
  let unopened = 0;
  let keys = 0;
  let lines = 0;
  let marks = 0;
  /** Indicators `- `, `? `, `: ` in a row on this line. */
  let chain = 0;
  let indent = -1;
  let lineStart = start;
  const indents: number[] = [];
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (indent < 0 && unit !== 32 && unit !== 9 && unit !== 10 && unit !== 13) {
      indent = i - lineStart;
      while (indents.length > 0 && (indents[indents.length - 1] ?? 0) > indent) indents.pop();
      if ((indents[indents.length - 1] ?? -1) < indent) indents.push(indent);
      if (indents.length > maxDepth) return { code: 'too-deep', data: { limit: maxDepth }, offset: i };
    }
    switch (unit) {
      case 10: // line feed
      case 13: // carriage return
        lines++;
        chain = 0;
        indent = -1;
        lineStart = i + 1;
        if (lines > maxLines) return { code: 'too-complex', data: {}, offset: i };
        break;
      case 91: // [
      case 123: // {
        marks++;
        if (++brackets + indents.length > maxDepth) return { code: 'too-deep', data: { limit: maxDepth }, offset: i };
        break;
      case 93: // ]
      case 125: // }
        marks++;
        if (brackets > 0) brackets--;
        else if (++unopened > MOST_UNOPENED) return { code: 'too-complex', data: {}, offset: i };
        break;
      case 34: // "
      case 39: // '
      case 44: // ,
        marks++;
        break;
      case 45: // -
      case 58: // :
      case 63: {
        // ?
        const next = i + 1 < end ? text.charCodeAt(i + 1) : 10;
        if (next !== 32 && next !== 9 && next !== 10 && next !== 13) break;
        if (unit === 58 && ++keys > maxKeys) return { code: 'too-many-keys', data: { limit: maxKeys }, offset: i };
        if (++chain + indents.length > maxDepth) return { code: 'too-deep', data: { limit: maxDepth }, offset: i };
        break;
      }
      default:
    }
    if (marks > maxMarks) return { code: 'too-complex', data: {}, offset: i };
  }
  return undefined;
}
