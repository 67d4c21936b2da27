import { packedFrom, packedParts } from '../engine/packed-values.ts';
import type { Trace } from '../engine/traces.ts';

/** A trace with what tells the file that it was read from, as a number. */
export interface StampedTrace extends Trace {
  readonly stamp: number;
}

/** What traces are good for: those of another program or newsroom are none. */
interface Origin {
  readonly program: string;
  readonly root: string;
}

/** What an article says: the number of its fields in the head and its texts in one, or each field with its texts. */
type PackedSaid = readonly [fields: number, said: string] | readonly (readonly string[])[];

type Packed = readonly [
  path: string,
  stamp: number,
  said: PackedSaid,
  paragraphs: readonly number[],
  pictures: readonly string[],
  links: readonly string[],
  text: number,
];

/** How much is made before it is handed on. UTF-16 units. */
const pieceLength = 16_384;

/**
 * Traces as bytes, in pieces: of an archive they are not in memory a second time. A line for each article, for who reads
 * them.
 *
 * @param traces by where the articles lie in the newsroom; gone through twice
 */
export function* packTraces(
  traces: Iterable<readonly [path: string, trace: StampedTrace]>,
  { program, root }: Origin,
): Iterable<Uint8Array> {
  // Most articles have the same fields.
  const fields = new Map<string, number>();
  for (const [, { values }] of traces) {
    const parts = packedParts(values);
    if (parts && !fields.has(parts.keys)) fields.set(parts.keys, fields.size);
  }
  let piece = `${JSON.stringify({ program, root, fields: [...fields.keys()] })}\n`;
  for (const [path, { stamp, values, paragraphs, pictures, links, text }] of traces) {
    const parts = packedParts(values);
    const said: PackedSaid = parts
      ? [fields.get(parts.keys) ?? -1, parts.said]
      : [...values].map(([key, texts]) => [key, ...texts]);
    const packed: Packed = [path, stamp, said, paragraphs, pictures, links, text];
    piece += `${JSON.stringify(packed)}\n`;
    if (piece.length < pieceLength) continue;
    yield Buffer.from(piece);
    piece = '';
  }
  yield Buffer.from(piece);
}

/** The traces that were packed for a program and a newsroom; none of what is anything else. Never throws. */
export function unpackTraces(bytes: Buffer | undefined, { program, root }: Origin): Map<string, StampedTrace> {
  const traces = new Map<string, StampedTrace>();
  try {
    const lines = linesOf(bytes ?? Buffer.alloc(0));
    const head = JSON.parse(lines.next().value ?? 'null');
    if (head?.program !== program || head.root !== root) return traces;
    const fields: readonly string[] = head.fields;
    for (const line of lines) {
      const read: unknown = JSON.parse(line);
      if (!isPacked(read)) throw new RangeError('not a trace that was packed');
      const [path, stamp, packed, paragraphs, pictures, links, text] = read;
      traces.set(path, { stamp, values: unpacked(packed, fields), paragraphs, pictures, links, text });
    }
    return traces;
  } catch {
    return new Map();
  }
}

/** Whether what was read has the shape of what is written: a disk may fail, and another program may write there. */
function isPacked(read: unknown): read is Packed {
  if (!Array.isArray(read) || read.length !== 7) return false;
  const [path, stamp, said, paragraphs, pictures, links, text]: readonly unknown[] = read;
  return (
    typeof path === 'string' &&
    typeof stamp === 'number' &&
    Array.isArray(said) &&
    (said.length > 0 && typeof said[0] === 'number' ? said.length === 2 : said.every(areTexts)) &&
    Array.isArray(paragraphs) &&
    paragraphs.every((one) => typeof one === 'number') &&
    areTexts(pictures) &&
    areTexts(links) &&
    typeof text === 'number'
  );
}

const areTexts = (list: unknown): boolean => Array.isArray(list) && list.every((one) => typeof one === 'string');

function unpacked(packed: PackedSaid, fields: readonly string[]): Trace['values'] {
  if (!hasFieldsInHead(packed)) return new Map(packed.map(([key = '', ...texts]) => [key, texts]));
  const [first, said] = packed;
  const keys = fields[first];
  if (keys === undefined || typeof said !== 'string') throw new RangeError('not a trace that was packed');
  return packedFrom({ keys, said });
}

const hasFieldsInHead = (packed: PackedSaid): packed is readonly [number, string] => typeof packed[0] === 'number';

/** The lines of a text, without what follows the last line end. */
function* linesOf(bytes: Buffer): Generator<string, undefined> {
  let from = 0;
  for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, from)) {
    yield bytes.toString('utf8', from, end);
    from = end + 1;
  }
}
