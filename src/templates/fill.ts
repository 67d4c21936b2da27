import { isListed, itemType, typesOfField } from '../house/field-types.ts';
import { joined } from '../house/forms-write.ts';
import type { Field, House } from '../house/house.ts';
import { bareKey, type Dialect, dialectOf, opens } from './dialects.ts';
import { expand } from './expand.ts';
import { oneLine, yamlScalar } from './front-matter-text.ts';
import { CURSOR, type Part, type Stop, type Text, toText } from './parts.ts';
import { type Node, parseSlots, type Slot } from './slots.ts';
import { type Filling, fieldOf, fillingOf, lookUp, type TemplateValues } from './values.ts';

/** The slot that stands for the required fields that the template does not write itself. */
const FIELDS = 'fields';

/** Fills in a template. Never fails: a slot without a value shows its default. */
export function fillTemplate(template: string, house: House, values: TemplateValues): readonly Part[] {
  const source = template.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const filling = fillingOf(house, values, source);
  const lines = source.split('\n');
  const dialect = dialectOf(lines[0]);
  const close = opens(lines[0], dialect)
    ? lines.findIndex((line, at) => at > 0 && line.trimEnd() === dialect.close)
    : -1;
  const written = new Set(lines.slice(0, Math.max(close, 0)).map((line) => keyOf(line, dialect)));
  const out: (readonly Part[])[] = [];
  let afterDropped = false;
  lines.forEach((line, at) => {
    // A line left out between two blank lines takes one of them along.
    if (afterDropped && line.trim() === '' && isBlank(out.at(-1))) {
      afterDropped = false;
      return;
    }
    afterDropped = false;
    if (at === close && dialect.kind === 'json') withoutComma(out);
    const nodes = parseSlots(line);
    const only = nodes.length === 1 ? nodes[0] : undefined;
    if (at < close && only?.kind === 'slot' && only.name === FIELDS) {
      for (const field of house.fields) {
        if (field.required !== undefined && !written.has(field.key)) out.push(fieldLine(field, filling, dialect));
      }
    } else if (nodes.some((node) => isDropped(node, filling))) afterDropped = true;
    else out.push(at < close ? frontMatterLine(nodes, filling, dialect) : bodyLine(nodes, filling));
  });
  const parts: Part[] = [];
  out.forEach((line, at) => {
    if (at > 0) parts.push(text('\n'));
    parts.push(...line);
  });
  return parts;
}

function keyOf(line: string, { kind, lead }: Dialect): string | undefined {
  const key = (kind === 'yaml' ? /^([^\s:#-][^:]*):/ : lead).exec(line)?.[1];
  return key && bareKey(key);
}

/** Takes the comma behind the last field of JSON away, as where the one below it was left out. */
function withoutComma(lines: (readonly Part[])[]): void {
  const line = lines.at(-1) ?? [];
  const last = line.at(-1);
  if (last?.kind === 'text' && /,\s*$/.test(last.text))
    lines[lines.length - 1] = [...line.slice(0, -1), text(last.text.replace(/,\s*$/, ''))];
}

function isBlank(line: readonly Part[] | undefined): boolean {
  return line === undefined || toText(line).trim() === '';
}

function isDropped(node: Node, filling: Filling): boolean {
  return node.kind === 'slot' && node.optional && !('known' in lookUp(filling, node.name));
}

function text(written: string): Text {
  return { kind: 'text', text: written };
}

function stop(name: string, choices: readonly string[]): Stop {
  return { kind: 'stop', name, text: choices[0] ?? '', choices };
}

function bodyLine(nodes: readonly Node[], filling: Filling): readonly Part[] {
  return nodes.flatMap((node, at): readonly Part[] => {
    if (node.kind === 'text') return [node];
    if (node.name === CURSOR) return [stop(CURSOR, node.choices)];
    const parts = expand(node.name, filling);
    if (parts !== undefined) {
      // Where bylines stand on a line of their own, the text that a template joins to one goes below it.
      const joins = node.name === 'byline' && at === 0 && nodes.length > 1;
      return joins && filling.house.byline.position !== 'head' ? [...parts, text('\n\n')] : parts;
    }
    const value = lookUp(filling, node.name);
    if (!('known' in value)) return [stop(node.name, value.choices)];
    const { known } = value;
    return [text(typeof known === 'string' ? known : joined(known, filling.house.byline.nameSeparator))];
  });
}

/** `key: value`, where the value may be one slot, text with slots, or a list written `[…]`. */
function frontMatterLine(nodes: readonly Node[], filling: Filling, dialect: Dialect): readonly Part[] {
  const [head, ...rest] = nodes;
  // A line that begins with a slot has no key to read, so it is filled in as it stands.
  if (head === undefined || head.kind !== 'text' || rest.length === 0) return bodyLine(nodes, filling);
  const key = dialect.lead.exec(head.text);
  const lead = key?.[0] ?? (dialect.kind === 'yaml' ? /^\s*- +/.exec(head.text)?.[0] : undefined);
  if (lead === undefined) return bodyLine(nodes, filling);
  const start = head.text.slice(lead.length);
  const value: readonly Node[] = start === '' ? rest : [{ kind: 'text', text: start }, ...rest];
  const field = fieldOf(filling.house, bareKey(key?.[1] ?? ''));
  const last = value.at(-1);
  // The comma behind a value of JSON is none of it.
  if (dialect.kind === 'json' && last?.kind === 'text' && last.text.trim() === ',')
    return [text(lead), ...valueIn(value.slice(0, -1), field, filling, dialect), last];
  return [text(lead), ...valueIn(value, field, filling, dialect)];
}

function valueIn(
  nodes: readonly Node[],
  field: Field | undefined,
  filling: Filling,
  dialect: Dialect,
): readonly Part[] {
  const only = nodes.length === 1 ? nodes[0] : undefined;
  if (only?.kind === 'slot') return wholeValue(only, field, filling, dialect);
  const first = nodes[0];
  const mark = first?.kind === 'text' ? first.text.charAt(0) : '';
  if (mark === '[') return nodes.map((node) => inside(node, filling, dialect.item));
  if (mark === '"')
    return nodes.map((node) => inside(node, filling, (text) => JSON.stringify(oneLine(text)).slice(1, -1)));
  // A literal text of TOML has no way to say its own mark.
  if (mark === "'")
    return nodes.map((node) =>
      inside(node, filling, (text) => oneLine(text).replaceAll("'", dialect.kind === 'toml' ? '’' : "''")),
    );
  const plain = nodes.map((node) => inside(node, filling, oneLine));
  const whole = plain.map((part) => part.text).join('');
  if (dialect.kind !== 'yaml' || yamlScalar(whole) === whole.trim()) return plain;
  const quoted = nodes.map((node) => inside(node, filling, (text) => JSON.stringify(text).slice(1, -1)));
  return [text('"'), ...quoted, text('"')];
}

/** One node within a longer value; `encode` writes a text for the place. */
function inside(node: Node, filling: Filling, encode: (text: string) => string): Part {
  if (node.kind === 'text') return node;
  const value = lookUp(filling, node.name);
  if (!('known' in value)) return stop(node.name, value.choices.map(encode));
  const items = typeof value.known === 'string' ? [value.known] : value.known;
  return text(items.map(encode).join(', '));
}

/** A slot that is the whole value: a list for a field of people or other items, a scalar otherwise. */
function wholeValue(slot: Slot, field: Field | undefined, filling: Filling, dialect: Dialect): readonly Part[] {
  const { scalar, item, list, quotes } = dialect;
  const value = lookUp(filling, slot.name);
  const isList = field !== undefined && (isListed(field) || typesOfField[field.type].shape === 'links');
  const isAlone = isList && field.alone === 'text';
  const read = field === undefined ? 'text' : typesOfField[itemType(field)].scalar;
  // A moment is a text everywhere but in YAML.
  const isText = read === 'text' || (read === 'any' && dialect.kind !== 'yaml');
  if (!('known' in value)) {
    // The quotation marks and brackets stay outside the stop, so that its mirrors in the text hold the name alone.
    const bare = (encode: (text: string) => string) =>
      value.choices.map((one) => (quotes === '' ? encode(one) : JSON.stringify(oneLine(one)).slice(1, -1)));
    if (isList && !isAlone) return [text(`[${quotes}`), stop(slot.name, bare(item)), text(`${quotes}]`)];
    return isText ? round(stop(slot.name, bare(scalar)), quotes) : [stop(slot.name, value.choices.map(oneLine))];
  }
  const known = typeof value.known === 'string' ? idOf(value.known, field) : value.known.map((one) => idOf(one, field));
  const items = typeof known === 'string' ? [known] : known;
  if (isList && !(isAlone && items.length === 1)) return [text(list(items))];
  // `draft: true` is a truth, not the word.
  if (typeof known === 'string') return [text(isText ? scalar(known) : oneLine(known))];
  return [text(known.length > 1 ? list(known) : scalar(known[0] ?? ''))];
}

function round(part: Part, quotes: string): readonly Part[] {
  return quotes === '' ? [part] : [text(quotes), part, text(quotes)];
}

/** What a field that says ids writes for somebody’s name: `lxq` for 陆晓晴. */
function idOf(name: string, field: Field | undefined): string {
  if (field?.valuesFrom === undefined || field.values?.some(({ value }) => value === name)) return name;
  return field.values?.find(({ label }) => label === name)?.value ?? name;
}

function fieldLine(field: Field, filling: Filling, dialect: Dialect): readonly Part[] {
  const slot: Slot = { kind: 'slot', name: field.role ?? field.key, optional: false, choices: [] };
  const value = wholeValue(slot, field, filling, dialect);
  return [text(dialect.head(field.key)), ...value, ...(dialect.kind === 'json' ? [text(',')] : [])];
}
