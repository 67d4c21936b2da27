// Pictures small enough to stand in the repository: made smaller by a whole number, with few colours, as PNG.
import { deflateSync } from 'node:zlib';

/** How many colours a picture keeps. */
const COLOURS = 48;

/**
 * @typedef {object} Picture
 * @property {number} width
 * @property {number} height
 * @property {Uint8Array} data RGBA, opaque
 */

/**
 * The mean of every `by` × `by` pixels; what is left at the right and at the bottom goes.
 * @param {{ width: number, height: number, channels: number, data: Uint8Array }} picture its alpha counts for nothing
 * @param {number} by
 * @returns {Picture}
 */
export function shrink({ width, height, channels, data }, by) {
  const to = { width: Math.floor(width / by), height: Math.floor(height / by) };
  const small = new Uint8Array(to.width * to.height * 4).fill(255);
  const sums = new Uint32Array(to.width * 3);
  for (let y = 0; y < to.height; y++) {
    sums.fill(0);
    for (let dy = 0; dy < by; dy++) {
      let at = (y * by + dy) * width * channels;
      for (let x = 0; x < sums.length; x += 3) {
        for (let dx = 0; dx < by; dx++, at += channels) {
          sums[x] += data[at];
          sums[x + 1] += data[at + 1];
          sums[x + 2] += data[at + 2];
        }
      }
    }
    for (let x = 0, into = y * to.width * 4; x < sums.length; x += 3, into += 4) {
      small[into] = Math.round(sums[x] / (by * by));
      small[into + 1] = Math.round(sums[x + 1] / (by * by));
      small[into + 2] = Math.round(sums[x + 2] / (by * by));
    }
  }
  return { ...to, data: small };
}

/** Colours that are alike, as one number: five bits a channel. */
const bucket = (data, at) => ((data[at] >> 3) << 10) | ((data[at + 1] >> 3) << 5) | (data[at + 2] >> 3);

const distance = (one, other) => one.reduce((sum, value, channel) => sum + (value - other[channel]) ** 2, 0);

/** The colours to keep: each time the one that the kept ones serve worst, by its distance and by how often it is there. */
function paletteOf({ data }) {
  const sums = new Map();
  for (let at = 0; at < data.length; at += 4) {
    const key = bucket(data, at);
    const sum = sums.get(key) ?? { count: 0, colour: [0, 0, 0] };
    sum.count++;
    for (const channel of [0, 1, 2]) sum.colour[channel] += data[at + channel];
    sums.set(key, sum);
  }
  const found = [...sums].map(([key, { count, colour }]) => ({
    key,
    weight: Math.sqrt(count),
    colour: colour.map((sum) => Math.round(sum / count)),
    nearest: 0,
    far: Number.POSITIVE_INFINITY,
  }));
  const palette = [];
  let worst = found.reduce((most, one) => (one.weight > most.weight ? one : most));
  while (palette.length < COLOURS && worst.far > 0) {
    palette.push(worst.colour);
    for (const one of found) {
      const far = distance(one.colour, worst.colour);
      if (far < one.far) Object.assign(one, { far, nearest: palette.length - 1 });
    }
    worst = found.reduce((most, one) => (one.far * one.weight > most.far * most.weight ? one : most));
  }
  return { palette, index: new Map(found.map(({ key, nearest }) => [key, nearest])) };
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function chunk(type, content) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  let crc = 0xffffffff;
  for (const byte of body) crc = crcTable[(crc ^ byte) & 0xff] ^ (crc >>> 8);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(content.length, 0);
  ends.writeUInt32BE((crc ^ 0xffffffff) >>> 0, 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

/**
 * The picture as a PNG with a palette: a tenth of what its pixels in full colour take. pngjs reads such a file and does
 * not write one.
 * @param {Picture} picture
 * @returns {Buffer}
 */
export function encode(picture) {
  const { width, height, data } = picture;
  const { palette, index } = paletteOf(picture);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits, a palette.
  header.set([8, 3, 0, 0, 0], 8);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) rows[y * (width + 1) + x + 1] = index.get(bucket(data, (y * width + x) * 4));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
