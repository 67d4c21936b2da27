import { isMap } from 'yaml';
import type { Place } from '../prose.ts';
import type { TextEdit } from '../range.ts';
import { applyEdits } from '../range.ts';
import type { Entry, Value, YamlFault, YamlFaultCode } from './front-matter.ts';
import { lineFrom } from './line-look.ts';
import { dashEdits } from './list-marks.ts';
import { linesOf, type Origin, scalarValue, templated, yamlPlace } from './read-yaml.ts';
import { parseYaml, quoteScalar } from './yaml-scalar.ts';

/** What could be made of a stretch of broken YAML. */
interface Mended {
  readonly faults: readonly YamlFault[];
  /** The entry it was meant to be, when its key can be told. */
  readonly entry?: Entry;
}

/** `key:`, `key：`, `"key":` at the head of a line; the colon and the blanks behind it apart. */
const KEYED = /^([ \t]*)("[^"]{0,80}"|'[^']{0,80}'|[^\s:：#"'[\]{}&*!|>%@`,][^:：]{0,80}?)([ \t]*)([:：])([ \t]*)/;

/** A broken stretch while it is looked at; offsets are relative to `origin.base`. */
interface Broken {
  readonly origin: Origin;
  /** Whether mends are tried out before they are offered; off when there are too many faults for that. */
  readonly verify: boolean;
  /** The first line without its line end. */
  readonly line: string;
  /** Whether anything but blanks and comments stands below the first line. */
  readonly alone: boolean;
  readonly key:
    | {
        readonly name: string;
        readonly start: number;
        readonly end: number;
        readonly colon: number;
        readonly value: number;
      }
    | undefined;
  /** The value on the first line without a trailing comment. */
  readonly value: string;
}

/**
 * Says in plain words what is wrong with a stretch of YAML that the parser refused, and reads it as it was meant.
 * An edit is offered only when it makes the stretch parse.
 */
export function mend(origin: Origin, verify: boolean): Mended {
  const broken = look(origin, verify);
  for (const diagnose of diagnoses) {
    const fault = diagnose(broken);
    if (fault) return { faults: [fault], ...entryOf(broken, fault) };
  }
  const fault = generic(broken);
  return { faults: [fault], ...entryOf(broken, fault) };
}

function look(origin: Origin, verify: boolean): Broken {
  const { end, next } = lineFrom(origin.yaml, 0);
  const line = origin.yaml.slice(0, end);
  const alone = !/^[ \t]*[^\s#]/m.test(origin.yaml.slice(next));
  const found = KEYED.exec(line);
  if (!found) return { origin, verify, line, alone, key: undefined, value: '' };
  const [whole, indent = '', name = '', blanks = ''] = found;
  const key = {
    name: /^["']/.test(name) ? name.slice(1, -1) : name,
    start: indent.length,
    end: indent.length + name.length,
    colon: indent.length + name.length + blanks.length,
    value: whole.length,
  };
  return { origin, verify, line, alone, key, value: withoutComment(line.slice(whole.length)).trimEnd() };
}

/** A value without the comment behind it: ` #` outside quotation marks. */
function withoutComment(value: string): string {
  if (value.startsWith('#')) return '';
  const mark = value[0] === '"' || value[0] === "'" ? value[0] : undefined;
  const from = mark ? Math.max(0, value.indexOf(mark, 1)) : 0;
  const comment = value.slice(from).search(/[ \t]#/);
  return comment < 0 ? value : value.slice(0, from + comment);
}

const shortened = (text: string): string => (text.length > 20 ? `${text.slice(0, 20)}…` : text);

type Diagnose = (broken: Broken) => YamlFault | undefined;

/** A fault at `[from, to)` of the stretch; its edits stay only when they mend it. */
function fault(
  broken: Broken,
  code: YamlFaultCode,
  from: number,
  to: number,
  data: YamlFault['data'] = {},
  edits?: readonly TextEdit[],
): YamlFault {
  const { base, yaml } = broken.origin;
  const at = yamlPlace(base + from, base + Math.min(to, yaml.length));
  if (!edits || edits.length === 0 || !mends(broken, edits)) return { code, data, at };
  return { code, data, at, edits: edits.map((edit) => ({ ...edit, start: base + edit.start, end: base + edit.end })) };
}

/** Whether the stretch is a faultless map of one key with these edits. */
function mends(broken: Broken, edits: readonly TextEdit[]): boolean {
  if (!broken.verify) return false;
  const document = parseYaml(applyEdits(broken.origin.yaml, edits));
  return document !== undefined && document.errors.length === 0 && isMap(document.contents);
}

const diagnoses: readonly Diagnose[] = [
  function tabIndentation(broken) {
    const { yaml } = broken.origin;
    const found = /(?:^|\n)( *)(\t[ \t]*)(?=[^\s])/.exec(yaml);
    if (!found) return undefined;
    const from = found.index + found[0].length - (found[2]?.length ?? 0);
    const edits: TextEdit[] = [];
    for (const line of yaml.matchAll(/^[ \t]*\t[ \t]*/gm)) {
      edits.push({ start: line.index, end: line.index + line[0].length, text: line[0].replaceAll('\t', '  ') });
    }
    return fault(broken, 'tab-indentation', from, from + (found[2]?.length ?? 0), {}, edits);
  },
  function fullWidthColon(broken) {
    const { key, line } = broken;
    if (!key || line[key.colon] !== '：') return undefined;
    const space = key.value > key.colon + 1 || key.value >= line.length ? '' : ' ';
    const edit = { start: key.colon, end: key.colon + 1, text: `:${space}` };
    return fault(broken, 'full-width-colon', key.colon, key.colon + 1, { key: key.name }, [edit]);
  },
  function nestedFullWidthColon(broken) {
    const { yaml } = broken.origin;
    if (broken.alone || !yaml.includes('：')) return undefined;
    const edits: TextEdit[] = [];
    for (const line of yaml.matchAll(/\n[ \t]+(?:- +)?[^\s:：#"'-][^:：\n]{0,80}：(?=([ \t]?))/g)) {
      const end = line.index + line[0].length;
      edits.push({ start: end - 1, end, text: line[1] ? ':' : ': ' });
    }
    const [first] = edits;
    if (!first || !mends(broken, edits)) return undefined;
    const key = yaml.slice(yaml.lastIndexOf('\n', first.start) + 1, first.start).replace(/^[ \t]*(?:- +)?/, '');
    return fault(broken, 'full-width-colon', first.start, first.end, { key }, edits);
  },
  function missingColon(broken) {
    if (broken.key) return undefined;
    const text = broken.line.trim();
    const from = broken.line.length - broken.line.trimStart().length;
    if (/^[[{]/.test(text) || /^[-?](?:\s|$)/.test(text)) return undefined;
    // Several lines of prose are one fault, from the first to the last.
    const to = broken.alone ? from + text.length : broken.origin.yaml.trimEnd().length;
    return fault(broken, 'missing-colon', from, to, { text: shortened(text) });
  },
  function missingSpace(broken) {
    const { key, line } = broken;
    if (!key || key.value !== key.colon + 1 || key.value >= line.length) return undefined;
    // A sentence with a time or an address is no field.
    const after = line.slice(key.value);
    if (/\s/.test(key.name) || after.startsWith('//') || (/\d$/.test(key.name) && /^\d/.test(after)))
      return fault(broken, 'missing-colon', 0, line.trimEnd().length, { text: shortened(line.trim()) });
    return fault(broken, 'missing-space', key.colon, key.colon + 1, { key: key.name }, [
      { start: key.value, end: key.value, text: ' ' },
    ]);
  },
  function quotes(broken) {
    const { key, value } = broken;
    const mark = value[0];
    if (!key || (mark !== '"' && mark !== "'")) return undefined;
    const close = closingQuote(value, mark);
    if (close === undefined) {
      return broken.alone || !broken.origin.yaml.slice(broken.line.length).includes(mark)
        ? fault(broken, 'unclosed-quote', key.value, key.value + value.length, { quote: mark })
        : undefined;
    }
    if (close + 1 === value.length) return undefined;
    const after = key.value + close + 1;
    const found = fault(broken, 'text-after-quote', after, key.value + value.length, { quote: mark }, requote(broken));
    // `"甲", "乙"` may be a list, and `"甲"#乙` a comment that some readers take for one.
    return /^[ \t]*[、，,；;#]/.test(value.slice(close + 1)) ? { ...found, doubtful: true } : found;
  },
  function fullWidthQuotes(broken) {
    const { key, value } = broken;
    const close = { '“': '”', '＂': '＂', '‘': '’' }[value[0] ?? ''];
    if (!key || close === undefined || value.length < 2 || !value.endsWith(close)) return undefined;
    if (value.indexOf(close, 1) !== value.length - 1 || /["\\]/.test(value)) return undefined;
    const last = key.value + value.length - 1;
    return fault(broken, 'full-width-quotes', key.value, key.value + 1, { open: value[0] ?? '', close }, [
      { start: key.value, end: key.value + 1, text: '"' },
      { start: last, end: last + 1, text: '"' },
    ]);
  },
  function reservedStart(broken) {
    const { key, value } = broken;
    if (!key || !broken.alone || !/^[@`%,&*!|>[{\]}?-]/.test(value)) return undefined;
    const open = /^[[{]/.exec(value)?.[0];
    if (open && !value.includes(open === '[' ? ']' : '}')) {
      return fault(broken, 'unclosed-bracket', key.value, key.value + value.length, { bracket: open });
    }
    // Brackets from end to end are brackets: what is wrong is inside of them.
    if (open && value.endsWith(open === '[' ? ']' : '}')) return undefined;
    const edits = requote(broken);
    return edits && fault(broken, 'reserved-start', key.value, key.value + 1, { character: value[0] ?? '' }, edits);
  },
  function unquotedColon(broken) {
    const { key, value } = broken;
    const colon = value.search(/:(?:[ \t]|$)/);
    if (!key || !broken.alone || colon < 0) return undefined;
    return fault(broken, 'unquoted-colon', key.value + colon, key.value + colon + 1, {}, requote(broken));
  },
  reservedItem,
  badEscape,
  dashes,
  function badIndentation(broken) {
    const { yaml } = broken.origin;
    const { next } = lineFrom(yaml, 0);
    const below = /^[ \t]*(?:#[^\n]*)?\n?/.exec(yaml.slice(next));
    const from = next + (below?.[0].includes('#') ? below[0].length : 0);
    const line = yaml.slice(from, lineFrom(yaml, from).end);
    const indent = /^ +/.exec(line)?.[0].length ?? 0;
    if (!broken.key || broken.value === '' || indent === 0 || !KEYED.test(line)) return undefined;
    return fault(broken, 'bad-indentation', from, from + indent, {}, [{ start: from, end: from + indent, text: '' }]);
  },
  function unclosedBracket(broken) {
    const { key, value } = broken;
    const open = /^[[{]/.exec(value)?.[0];
    if (!key || !open || broken.origin.yaml.includes(open === '[' ? ']' : '}')) return undefined;
    return fault(broken, 'unclosed-bracket', key.value, key.value + 1, { bracket: open });
  },
];

/** `@` and its like at the start of an item, on a line of its own or between brackets. */
function reservedItem(broken: Broken): YamlFault | undefined {
  const { yaml } = broken.origin;
  const start = errorAt(yaml, 'BAD_SCALAR_START');
  const character = start === undefined ? '' : (yaml[start] ?? '');
  if (start === undefined || !/^[@`%]$/.test(character)) return undefined;
  const line = yaml.lastIndexOf('\n', start - 1) + 1;
  const lead = yaml.slice(line, start);
  const rest = yaml.slice(start, lineFrom(yaml, start).end);
  const item = /^[ \t]*-[ \t]+$/.test(lead)
    ? withoutComment(rest).trimEnd()
    : /[[,][ \t]*$/.test(lead)
      ? (/^[^,[\]{}"']+/.exec(rest)?.[0].trimEnd() ?? '')
      : '';
  if (item === '') return undefined;
  const edit = { start, end: start + item.length, text: quoteScalar(item) };
  const found = fault(broken, 'reserved-start', start, start + 1, { character }, [edit]);
  // Between brackets the mark may stand for a person or a topic, not for itself.
  return /[[,][ \t]*$/.test(lead) ? { ...found, doubtful: true } : found;
}

/** A backslash between `"` that begins no escape. */
function badEscape(broken: Broken): YamlFault | undefined {
  const { yaml } = broken.origin;
  const start = errorAt(yaml, 'BAD_DQ_ESCAPE');
  if (start === undefined || yaml[start] !== '\\') return undefined;
  const found = fault(broken, 'bad-escape', start, start + 2, { escape: yaml.slice(start, start + 2) }, [
    { start, end: start, text: '\\' },
  ]);
  // `D:\\new` has one more of them, which reads as a line end.
  return { ...found, doubtful: true };
}

/** Dashes that no blank follows, and marks that look like dashes, under a key that has no value. */
function dashes(broken: Broken): YamlFault | undefined {
  const { key, value } = broken;
  const { yaml } = broken.origin;
  if (!key || value !== '' || broken.alone) return undefined;
  const edits = dashEdits(yaml.slice(broken.line.length), broken.line.length);
  const [first] = edits;
  if (!first || !mends(broken, edits)) return undefined;
  const mark = yaml.slice(first.start, first.end).trim();
  return fault(broken, 'dash', first.start, first.start + mark.length, { mark: mark === '' ? '-' : mark }, edits);
}

/** Where the parser found a fault of a kind first. */
function errorAt(yaml: string, code: string): number | undefined {
  return parseYaml(yaml)?.errors.find((error) => error.code === code)?.pos[0];
}

/** The index of the quotation mark that closes `value`, which opens with `mark`. */
function closingQuote(value: string, mark: string): number | undefined {
  for (let i = 1; i < value.length; i++) {
    if (mark === '"' && value[i] === '\\') i++;
    else if (value[i] === mark) {
      if (mark === "'" && value[i + 1] === mark) i++;
      else return i;
    }
  }
  return undefined;
}

/** Puts the value of the first line between quotation marks: one mark at each end when nothing needs an escape. */
function requote(broken: Broken): readonly TextEdit[] | undefined {
  const { key, value } = broken;
  if (!key || !broken.alone) return undefined;
  const start = key.value;
  const end = start + value.length;
  const mark = !/["\\]/.test(value) ? '"' : !value.includes("'") ? "'" : undefined;
  if (mark === undefined) return [{ start, end, text: quoteScalar(value) }];
  return [
    { start, end: start, text: mark },
    { start: end, end, text: mark },
  ];
}

/** What the parser said, at its place, where none of the usual slips explains it. */
function generic(broken: Broken): YamlFault {
  const { yaml } = broken.origin;
  const document = parseYaml(yaml);
  const error = document?.errors[0];
  const trimmed = yaml.trimEnd().length;
  const [from, to] = error?.pos ?? [0, trimmed];
  const start = Math.max(0, Math.min(from, trimmed - 1));
  const line = yaml.slice(start, lineFrom(yaml, start).end);
  const code =
    error?.code === 'BAD_INDENT'
      ? 'bad-indentation'
      : error?.code === 'TAB_AS_INDENT'
        ? 'tab-indentation'
        : !error
          ? 'not-a-map'
          : 'syntax';
  return fault(broken, code, start, Math.max(start + Math.min(1, line.length), Math.min(to, trimmed)));
}

/** The entry as it was meant: a value on one line is read as the text it is. */
function entryOf(broken: Broken, found: YamlFault): { entry?: Entry } {
  const { key, origin } = broken;
  if (!key || key.name === '') return {};
  const { base, text, yaml } = origin;
  const keyAt: Place = yamlPlace(base + key.start, base + key.end);
  const lines = linesOf(origin, key.start, Math.max(key.value, yaml.trimEnd().length));
  const value = meant(broken, found, text, base);
  return { entry: { key: key.name, keyAt, value, lines, ...templated(origin, lines) } };
}

function meant(broken: Broken, found: YamlFault, text: string, base: number): Value {
  const { key, value } = broken;
  const from = key?.value ?? 0;
  const start = base + from;
  const end = start + value.length;
  if (value === '' && broken.alone) return { kind: 'null', at: yamlPlace(start, start) };
  const single = broken.alone || found.code === 'bad-indentation';
  if (!single || /^[[{&*!|>]/.test(value)) return { kind: 'other', at: yamlPlace(start, Math.max(end, start)) };
  const quoted = /^["'“‘＂]/.test(value) && found.code !== 'text-after-quote';
  const closed = quoted && value.length > 1 && /["'”’＂]$/.test(value);
  const inner = { start: quoted ? start + 1 : start, end: closed ? end - 1 : end };
  const said = text.slice(inner.start, inner.end);
  return scalarValue({ text, ...inner, style: 'plain', context: 'block', value: said, string: true }, said);
}
