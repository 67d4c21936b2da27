import { packedValues } from '../engine/packed-values.ts';
import type { Trace } from '../engine/traces.ts';

/** A trace with what the file was that it was read from. */
export interface StampedTrace {
  readonly stamp: string;
  readonly trace: Trace;
}

/** What traces are good for: those of another program or newsroom are none. */
interface Origin {
  readonly program: string;
  readonly root: string;
}

/** A trace, in which each text is the number of its place in a list: most articles name the same keys and columns. */
type Packed = readonly [
  path: string,
  stamp: string,
  values: readonly (readonly number[])[],
  paragraphs: readonly number[],
  pictures: readonly string[],
  links: readonly string[],
  text: number,
];

/** Traces as bytes. @param traces by where the articles lie in the newsroom */
export function packTraces(traces: ReadonlyMap<string, StampedTrace>, { program, root }: Origin): Uint8Array {
  const numbers = new Map<string, number>();
  const numberOf = (text: string): number => {
    const known = numbers.get(text) ?? numbers.size;
    numbers.set(text, known);
    return known;
  };
  const articles = [...traces].map(([path, { stamp, trace }]): Packed => {
    const values = [...trace.values].map(([key, texts]) => [key, ...texts].map(numberOf));
    return [path, stamp, values, trace.paragraphs, trace.pictures, trace.links, trace.text];
  });
  // A line for each: all at once they would be in memory twice when they are read.
  const head = JSON.stringify({ program, root, texts: [...numbers.keys()] });
  return Buffer.from([head, ...articles.map((article) => JSON.stringify(article)), ''].join('\n'));
}

/** The traces that were packed for a program and a newsroom; none of what is anything else. Never throws. */
export function unpackTraces(bytes: Buffer | undefined, { program, root }: Origin): Map<string, StampedTrace> {
  const traces = new Map<string, StampedTrace>();
  try {
    const lines = linesOf(bytes ?? Buffer.alloc(0));
    const head = JSON.parse(lines.next().value ?? 'null');
    if (head?.program !== program || head.root !== root) return traces;
    const texts: readonly string[] = head.texts;
    const textAt = (index: number): string => {
      const text = texts[index];
      if (text === undefined) throw new RangeError('not a trace that was packed');
      return text;
    };
    for (const line of lines) {
      const [path, stamp, packed, paragraphs, pictures, links, text]: Packed = JSON.parse(line);
      const values = packedValues(new Map(packed.map(([key = -1, ...said]) => [textAt(key), said.map(textAt)])));
      traces.set(path, { stamp, trace: { values, paragraphs, pictures, links, text } });
    }
    return traces;
  } catch {
    return new Map();
  }
}

/** The lines of a text, without what follows the last line end. */
function* linesOf(bytes: Buffer): Generator<string, undefined> {
  let from = 0;
  for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, from)) {
    yield bytes.toString('utf8', from, end);
    from = end + 1;
  }
}
