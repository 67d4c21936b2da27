import { isUtf8 } from 'node:buffer';
import { guessEncoding, readsAsChinese } from './guess-encoding.ts';

/** How a file's text is written as bytes. A byte-order mark is part of the text, as U+FEFF at its start. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/**
 * A file read as text; or why it could not be: `binary` holds NUL bytes, `damaged` is UTF-8 with bytes that are not
 * (`line`, from 1, is the first such), `foreign` is most likely in an encoding that we do not read, `unknown` is in
 * none that we know. `isCertain` is false for a text whose encoding is no more than likely: it may be read, and is not
 * to be written back.
 */
type Decoded =
  | { readonly kind: 'text'; readonly text: string; readonly encoding: Encoding; readonly isCertain: boolean }
  | { readonly kind: 'foreign'; readonly encoding: string }
  | { readonly kind: 'binary' }
  | { readonly kind: 'damaged'; readonly line: number }
  | { readonly kind: 'unknown' };

/**
 * Reads bytes as text without losing any: UTF-8 with or without a byte-order mark, UTF-16 with one, otherwise
 * GB18030 (and with it GBK and GB2312), which nothing marks, so that the caller had better say so.
 */
export function decode(bytes: Uint8Array): Decoded {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (utf32Marks.some((mark) => buffer.subarray(0, 4).equals(mark))) return { kind: 'foreign', encoding: 'utf-32' };
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return decodeMarked(buffer, 'utf-16le');
  if (buffer[0] === 0xfe && buffer[1] === 0xff) return decodeMarked(buffer, 'utf-16be');
  if (buffer.includes(0)) return { kind: 'binary' };
  if (isIso2022(buffer)) return { kind: 'foreign', encoding: 'iso-2022-jp' };
  if (isUtf8(buffer)) return { kind: 'text', text: buffer.toString('utf8'), encoding: 'utf-8', isCertain: true };
  return damagedUtf8(buffer) ?? decodeUnmarked(buffer);
}

const utf32Marks: readonly Buffer[] = [Buffer.of(0xff, 0xfe, 0, 0), Buffer.of(0, 0, 0xfe, 0xff)];

/** With fewer bytes behind a mark nothing tells whether it speaks the truth. */
const TELLING = 24;

/**
 * UTF-16 by its mark, unless the bytes belie it: half of every letter, blank and line end is a NUL there. Where there
 * is none, and the bytes are lines of another encoding, somebody put the mark before text that it does not belong to.
 */
function decodeMarked(bytes: Buffer, encoding: 'utf-16le' | 'utf-16be'): Decoded {
  const rest = bytes.subarray(2);
  const read = decodeAs(bytes, encoding);
  if (rest.length >= TELLING && !rest.includes(0) && !(read.kind === 'text' && readsAsChinese(read.text))) {
    if (isUtf8(rest)) return { kind: 'damaged', line: 1 };
    const unmarked = decodeUnmarked(rest);
    if (unmarked.kind === 'foreign' || (unmarked.kind === 'text' && unmarked.isCertain)) return { kind: 'unknown' };
  }
  return read.kind === 'text' && read.text.includes('\0') ? { kind: 'binary' } : read;
}

/**
 * A UTF-8 file with a few bad bytes would read as GB18030 without complaint, and as rubbish. Bytes of GB18030 are
 * hardly ever good UTF-8, so the majority tells.
 */
function damagedUtf8(bytes: Uint8Array): Decoded | undefined {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const bad = text.split('\uFFFD').length - 1;
  const good = text.replace(/[\0-\x7f\uFFFD]/g, '').length;
  if (good <= bad) return undefined;
  return { kind: 'damaged', line: text.slice(0, text.indexOf('\uFFFD')).split('\n').length };
}

/** ISO-2022 (Japanese mail, mostly) is ASCII that says by escapes that what follows is something else. */
function isIso2022(bytes: Buffer): boolean {
  const at = bytes.indexOf(0x1b);
  return at !== -1 && /\x1b(?:\$[@ABC(]|\([IJ])/.test(bytes.toString('latin1', at));
}

/** Nearly any bytes of the East can be read as GB18030; whether they are it, the text tells. */
function decodeUnmarked(bytes: Uint8Array): Decoded {
  const read = decodeAs(bytes, 'gb18030');
  const guess = guessEncoding(bytes, read.kind === 'text' ? read.text : '');
  if (guess !== undefined && guess !== 'gb18030') return { kind: 'foreign', encoding: guess };
  return read.kind === 'text' ? { ...read, isCertain: guess !== undefined } : read;
}

function decodeAs(bytes: Uint8Array, encoding: Encoding): Decoded {
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    return { kind: 'text', text, encoding, isCertain: true };
  } catch {
    return { kind: 'unknown' };
  }
}

/** Reads bytes as GB18030, where they are not taken for something else beforehand. */
function decodeGb18030(bytes: Buffer): Decoded {
  if (bytes.includes(0)) return { kind: 'binary' };
  return isUtf8(bytes) ? { kind: 'unknown' } : (damagedUtf8(bytes) ?? decodeAs(bytes, 'gb18030'));
}

/** The bytes of `text`, or `undefined` when they would not read back as the same text. */
export function encode(text: string, encoding: Encoding): Uint8Array | undefined {
  const bytes = encodeAs(text, encoding);
  if (bytes === undefined) return undefined;
  const back = encoding === 'gb18030' ? decodeGb18030(Buffer.from(bytes)) : decode(bytes);
  return back.kind === 'text' && back.text === text && back.encoding === encoding ? bytes : undefined;
}

function encodeAs(text: string, encoding: Encoding): Uint8Array | undefined {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text, 'utf8');
    case 'utf-16le':
      return Buffer.from(text, 'utf16le');
    case 'utf-16be':
      return Buffer.from(text, 'utf16le').swap16();
    case 'gb18030':
      return encodeGb18030(text);
  }
}

/**
 * Node reads GB18030 but does not write it. Its reader turned around is a writer that can never disagree with it:
 * every two-byte and four-byte code of the Basic Multilingual Plane is decoded once and looked up backwards.
 */
function encodeGb18030(text: string): Uint8Array | undefined {
  const codes = gb18030Codes();
  const out: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    if (point < 0x80) out.push(point);
    else if (point > 0xffff) out.push(...fourBytes(189_000 + point - 0x10000));
    else {
      const code = codes.get(point);
      if (code === undefined) return undefined;
      out.push(...code);
    }
  }
  return Uint8Array.from(out);
}

function fourBytes(pointer: number): readonly number[] {
  return [
    0x81 + Math.floor(pointer / 12_600),
    0x30 + (Math.floor(pointer / 1260) % 10),
    0x81 + (Math.floor(pointer / 10) % 126),
    0x30 + (pointer % 10),
  ];
}

let learnt: ReadonlyMap<number, readonly number[]> | undefined;

/** A constant of 63,000 entries, worked out when the first file needs it. */
function gb18030Codes(): ReadonlyMap<number, readonly number[]> {
  learnt ??= learnCodes();
  return learnt;
}

function learnCodes(): ReadonlyMap<number, readonly number[]> {
  const all: (readonly number[])[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) all.push([lead, trail]);
  }
  for (let pointer = 0; pointer < 39_420; pointer++) all.push(fourBytes(pointer));
  // One code a line, so that a code which stands for nothing cannot swallow its neighbour.
  const characters = new TextDecoder('gb18030')
    .decode(Uint8Array.from(all.flatMap((code) => [...code, 0x0a])))
    .split('\n');
  const codes = new Map<number, readonly number[]>();
  for (const [index, code] of all.entries()) {
    const character = characters[index] ?? '';
    const point = character.codePointAt(0) ?? 0xfffd;
    // Where two codes read as one character, the shorter one is the ordinary one.
    if (character.length === 1 && point !== 0xfffd && !codes.has(point)) codes.set(point, code);
  }
  return codes;
}
