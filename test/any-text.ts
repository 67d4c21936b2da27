import fc from 'fast-check';

const surrogates = 0xd800;
const count = 0x800;

/** Any character of Unicode: lone surrogates are none. */
const character = fc.nat({ max: 0x10ffff - count }).map(
  (nth) => String.fromCodePoint(nth < surrogates ? nth : nth + count),
  (text) => {
    const code = typeof text === 'string' ? text.codePointAt(0) : undefined;
    if (code === undefined || String.fromCodePoint(code) !== text) throw new TypeError('not one character');
    return code < surrogates ? code : code - count;
  },
);

/**
 * Any text, the same as with fast-check's unit `binary`, which first makes a map of all million characters: a second and
 * 90 MB in each process.
 *
 * @param maxLength characters
 */
export const anyText = (maxLength?: number): fc.Arbitrary<string> =>
  fc.string({ unit: character, ...(maxLength !== undefined && { maxLength }) });
