import { isListed, itemType, typesOfField } from '../house/field-types.ts';
import { joined } from '../house/forms-write.ts';
import type { Field, House } from '../house/house.ts';
import { expand } from './expand.ts';
import { oneLine, yamlItem, yamlList, yamlScalar } from './front-matter-text.ts';
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
  const close = lines[0]?.trimEnd() === '---' ? lines.findIndex((line, at) => at > 0 && line.trimEnd() === '---') : -1;
  const written = new Set(lines.slice(0, Math.max(close, 0)).map((line) => /^([^\s:#-][^:]*):/.exec(line)?.[1]));
  const out: (readonly Part[])[] = [];
  let afterDropped = false;
  lines.forEach((line, at) => {
    // A line left out between two blank lines takes one of them along.
    if (afterDropped && line.trim() === '' && isBlank(out.at(-1))) {
      afterDropped = false;
      return;
    }
    afterDropped = false;
    const nodes = parseSlots(line);
    const only = nodes.length === 1 ? nodes[0] : undefined;
    if (at < close && only?.kind === 'slot' && only.name === FIELDS) {
      for (const field of house.fields) {
        if (field.required !== undefined && !written.has(field.key)) out.push(fieldLine(field, filling));
      }
    } else if (nodes.some((node) => isDropped(node, filling))) afterDropped = true;
    else out.push(at < close ? frontMatterLine(nodes, filling) : bodyLine(nodes, filling));
  });
  const parts: Part[] = [];
  out.forEach((line, at) => {
    if (at > 0) parts.push(text('\n'));
    parts.push(...line);
  });
  return parts;
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
function frontMatterLine(nodes: readonly Node[], filling: Filling): readonly Part[] {
  const [head, ...rest] = nodes;
  // A line that begins with a slot has no key to read, so it is filled in as it stands.
  if (head === undefined || head.kind !== 'text' || rest.length === 0) return bodyLine(nodes, filling);
  const key = /^(?:\s*- )?([^\s:#[{"'-][^:]*):\s+/.exec(head.text);
  const lead = key?.[0] ?? /^\s*- +/.exec(head.text)?.[0];
  if (lead === undefined) return bodyLine(nodes, filling);
  const start = head.text.slice(lead.length);
  const value: readonly Node[] = start === '' ? rest : [{ kind: 'text', text: start }, ...rest];
  return [text(lead), ...yamlValue(value, fieldOf(filling.house, key?.[1] ?? ''), filling)];
}

function yamlValue(nodes: readonly Node[], field: Field | undefined, filling: Filling): readonly Part[] {
  const only = nodes.length === 1 ? nodes[0] : undefined;
  if (only?.kind === 'slot') return wholeValue(only, field, filling);
  const first = nodes[0];
  const mark = first?.kind === 'text' ? first.text.charAt(0) : '';
  if (mark === '[') return nodes.map((node) => inside(node, filling, yamlItem));
  if (mark === '"')
    return nodes.map((node) => inside(node, filling, (text) => JSON.stringify(oneLine(text)).slice(1, -1)));
  if (mark === "'") return nodes.map((node) => inside(node, filling, (text) => oneLine(text).replaceAll("'", "''")));
  const plain = nodes.map((node) => inside(node, filling, oneLine));
  const whole = plain.map((part) => part.text).join('');
  if (yamlScalar(whole) === whole.trim()) return plain;
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
function wholeValue(slot: Slot, field: Field | undefined, filling: Filling): readonly Part[] {
  const value = lookUp(filling, slot.name);
  const list = field !== undefined && (isListed(field) || typesOfField[field.type].shape === 'links');
  const isAlone = list && field.alone === 'text';
  const isText = field === undefined || typesOfField[itemType(field)].scalar === 'text';
  if (!('known' in value)) {
    if (isAlone) return [stop(slot.name, value.choices.map(yamlScalar))];
    if (!list) return [stop(slot.name, value.choices.map(yamlScalar))];
    // The brackets stay outside the stop, so that its mirrors in the text hold the name alone.
    return [text('['), stop(slot.name, value.choices.map(yamlItem)), text(']')];
  }
  const { known } = value;
  const items = typeof known === 'string' ? [known] : known;
  if (list && !(isAlone && items.length === 1)) return [text(yamlList(items))];
  // `draft: true` is a truth, not the word.
  if (typeof known === 'string') return [text(isText ? yamlScalar(known) : oneLine(known))];
  return [text(known.length > 1 ? yamlList(known) : yamlScalar(known[0] ?? ''))];
}

function fieldLine(field: Field, filling: Filling): readonly Part[] {
  const slot: Slot = { kind: 'slot', name: field.role ?? field.key, optional: false, choices: [] };
  return [text(`${field.key}: `), ...wholeValue(slot, field, filling)];
}
