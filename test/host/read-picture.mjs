// Reads pictures as browsers write them. A package that reads every kind of PNG takes several times as long, and reading
// whole pages is most of what comparing them costs.
import { inflateSync } from 'node:zlib';

/**
 * By the filter of a line, what is added to its bytes; a line has `length` of them, a pixel `channels`. Each is a loop of
 * its own: one that asks at each byte takes ten times as long.
 */
const filters = [
  () => undefined,
  (bytes, from, to, channels) => {
    for (let at = from + channels; at < to; at++) bytes[at] += bytes[at - channels];
  },
  (bytes, from, to, _channels, length) => {
    for (let at = from; at < to; at++) bytes[at] += bytes[at - length];
  },
  (bytes, from, to, channels, length) => {
    for (let at = from; at < from + channels; at++) bytes[at] += bytes[at - length] >> 1;
    for (let at = from + channels; at < to; at++) bytes[at] += (bytes[at - channels] + bytes[at - length]) >> 1;
  },
  (bytes, from, to, channels, length) => {
    for (let at = from; at < from + channels; at++) bytes[at] += bytes[at - length];
    for (let at = from + channels; at < to; at++) {
      const left = bytes[at - channels];
      const above = bytes[at - length];
      const corner = bytes[at - length - channels];
      const toLeft = Math.abs(above - corner);
      const toAbove = Math.abs(left - corner);
      const toCorner = Math.abs(left + above - 2 * corner);
      if (toLeft <= toAbove && toLeft <= toCorner) bytes[at] += left;
      else bytes[at] += toAbove <= toCorner ? above : corner;
    }
  },
];

/** The bytes of all its IDAT chunks. */
function packed(bytes) {
  const parts = [];
  for (let at = 8; at + 12 <= bytes.length; at += bytes.readUInt32BE(at) + 12) {
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  }
  return Buffer.concat(parts);
}

/**
 * @param {Buffer} bytes a PNG with eight bits a channel and no palette, as a browser takes them of a page; throws for others
 * @returns {{ width: number, height: number, channels: number, data: Uint8Array }} `channels`: three, or four with alpha
 */
export function readPicture(bytes) {
  const width = bytes.readUInt32BE(16);
  const height = bytes.readUInt32BE(20);
  const [depth, kind, , , interlaced] = bytes.subarray(24);
  const channels = new Map([
    [2, 3],
    [6, 4],
  ]).get(kind);
  if (depth !== 8 || channels === undefined || interlaced !== 0) throw new Error('a PNG of another kind');
  const lines = inflateSync(packed(bytes));
  const length = width * channels;
  // Above the first line is one of noughts.
  const data = new Uint8Array(length * (height + 1));
  for (let y = 0; y < height; y++) {
    const from = y * (length + 1) + 1;
    const to = (y + 1) * length;
    data.set(lines.subarray(from, from + length), to);
    filters[lines[from - 1]](data, to, to + length, channels, length);
  }
  return { width, height, channels, data: data.subarray(length) };
}
