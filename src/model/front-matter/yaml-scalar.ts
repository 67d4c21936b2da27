import { type Document, isMap, isScalar, isSeq, type ParsedNode, parseDocument } from 'yaml';

/** How a scalar is written. */
export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

/** Where a scalar stands: on lines of its own (`block`), or between brackets and commas (`flow`). */
export type ScalarContext = 'block' | 'flow';

/** YAML 1.2 core: no timestamps, so that dates stay as they are written; duplicates are ours to report. */
const yamlOptions = {
  version: '1.2',
  schema: 'core',
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
  strict: true,
} as const;

/** V8's own, which pages' types do not know. */
const stacks: { readonly prototype: Error; stackTraceLimit?: number | undefined } = Error;

/**
 * Parses YAML that {@link guardYaml} has let through. `undefined` when the parser gives up. Where its faults were found
 * in the parser nobody asks: a broken file has thousands, and three quarters of their cost are their stacks.
 */
export function parseYaml(text: string): Document.Parsed | undefined {
  const { stackTraceLimit } = stacks;
  stacks.stackTraceLimit = 0;
  try {
    return parseDocument(text, yamlOptions);
  } catch {
    return undefined;
  } finally {
    stacks.stackTraceLimit = stackTraceLimit;
  }
}

/**
 * Whether a quoted scalar ends with a mark that closes it. The parser takes `'it''` and `"it\"` for closed at the
 * end of its input, because they end with a quotation mark.
 */
function isClosed(raw: string): boolean {
  if (raw.startsWith("'")) return /^'(?:[^']|'')*'\s*$/.test(raw);
  if (raw.startsWith('"')) return /^"(?:[^"\\]|\\[\s\S])*"\s*$/.test(raw);
  return true;
}

/** What a scalar says when it is read where it stands; `undefined` when it is not one faultless scalar there. */
export function readScalar(
  raw: string,
  context: ScalarContext,
): { readonly value: unknown; readonly source: string } | undefined {
  if (!isClosed(raw)) return undefined;
  // Where the lines of a text begin says nothing, save to the parser.
  const aligned = /^[^|>]/.test(raw) ? raw.replace(/(\r\n|\n)[ \t]*(?=[^\s])/g, '$1 ') : raw;
  const document = parseYaml(context === 'flow' ? `[${aligned}]` : `k: ${aligned}`);
  if (!document || document.errors.length > 0) return undefined;
  const root = document.contents as ParsedNode | null;
  let node: unknown;
  if (context === 'flow') node = isSeq(root) && root.items.length === 1 ? root.items[0] : undefined;
  else node = isMap(root) && root.items.length === 1 ? root.items[0]?.value : undefined;
  if (!isScalar(node) || node.anchor !== undefined || node.tag !== undefined) return undefined;
  return { value: node.value, source: typeof node.source === 'string' ? node.source : '' };
}

/** Words with nothing that YAML could take for a mark of its own; most values are of this kind. */
const WORDS =
  /^\p{L}[\p{L}\p{N}，。、；！？“”（）《》【】·—…_/-]*(?: [\p{L}\p{N}，。、；！？“”（）《》【】·—…_/-]+)*$/u;
/** What readers of YAML 1.2, or those of 1.1 (PyYAML, Psych), take for a truth, for nothing, or for a number. */
const NO_STRING =
  /^(?:true|false|null|yes|no|on|off|y|n|~|=|<<|[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.\d*)?|[-+]?0[box][\da-f_]+|[-+]?\d[\d_]*(?:\.[\d_]*)?)$/i;
/** What readers of YAML 1.1 take for a date. */
const DATE = /^\d{4}-\d\d?-\d\d?(?:$|[Tt \t])/;

/** Whether some reader of YAML takes `text`, written plain, for something else than a string; dates aside. */
export function isNoString(text: string): boolean {
  return text.length < 200 && NO_STRING.test(text);
}

/** Whether `text` can stand as a plain scalar and still be this very string. */
export function isPlainSafe(text: string, context: ScalarContext): boolean {
  if (isNoString(text)) return false;
  if (text.length < 200 && WORDS.test(text)) return true;
  if (text === '' || !isPrintable(text) || /[\r\n\u0085\u2028\u2029]/.test(text)) return false;
  return readScalar(text, context)?.value === text;
}

/** Whether YAML lets every character stand as it is; line ends count as printable, a byte-order mark does not. */
export function isPrintable(text: string): boolean {
  return !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufeff]/.test(text);
}

/** What must be written as an escape between double quotation marks. */
function escapeUnit(unit: string): string {
  switch (unit) {
    case '"':
      return '\\"';
    case '\\':
      return '\\\\';
    case '\n':
      return '\\n';
    case '\r':
      return '\\r';
    case '\t':
      return '\\t';
    default:
      return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  }
}

/** `text` as it stands between double quotation marks. */
export function escapeDouble(text: string): string {
  return text.replace(/["\\\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/g, escapeUnit);
}

/** `text` between quotation marks, single ones when that saves escapes. */
export function quoteScalar(text: string): string {
  const double = escapeDouble(text);
  if (double !== text && double === text.replace(/["\\]/g, escapeUnit)) return `'${text.replaceAll("'", "''")}'`;
  return `"${double}"`;
}

/** `text` as a YAML string: plain where it can be, quoted where it must be. */
export function writeScalar(text: string, context: ScalarContext = 'block'): string {
  return isPlainSafe(text, context) ? text : quoteScalar(text);
}

/** `text` as a YAML string that no reader takes for a date either; see {@link writeScalar}. */
export function writeText(text: string, context: ScalarContext = 'block'): string {
  return DATE.test(text) ? quoteScalar(text) : writeScalar(text, context);
}
