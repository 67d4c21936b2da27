// How Simplified sentences of ours become Traditional ones: the same code when the package is built and when it runs.

/** A stage as a map, with the greatest length of what it replaces. The first entry of a word counts. */
export function readStage(text) {
  const words = new Map();
  let longest = 1;
  for (const entry of text.split('|')) {
    const space = entry.indexOf(' ');
    const from = entry.slice(0, space);
    if (space < 1 || words.has(from)) continue;
    words.set(from, entry.slice(space + 1));
    longest = Math.max(longest, from.length);
  }
  return { words, longest };
}

/** One stage by longest match; `used` hears of every entry that was taken. */
function convertStage({ words, longest }, text, used) {
  let out = '';
  for (let at = 0; at < text.length; ) {
    let length = Math.min(longest, text.length - at);
    while (length > 0 && !words.has(text.slice(at, at + length))) length--;
    const from = text.slice(at, at + Math.max(1, length));
    const to = length > 0 ? words.get(from) : from;
    if (length > 0) used?.(from, to);
    out += to;
    at += from.length;
  }
  return out;
}

/**
 * A sentence through all stages. What stands between backticks or in the braces of a placeholder stays: it is what files
 * say. Quotation marks become 「」 where something stands in them.
 */
export function convertText(readStages, text, used) {
  const parts = text.split(/(`[^`]*`|\{[^{}]*\}|\(command:[^)]*\))/);
  const converted = parts.map((part, index) =>
    index % 2 === 1
      ? part
      : readStages.reduce(
          (now, stage, number) => convertStage(stage, now, used && ((from, to) => used(number, from, to))),
          part,
        ),
  );
  return converted
    .join('')
    .replace(/“([^“”「」]+)”/g, '「$1」')
    .replace(/‘([^‘’]+)’/g, '『$1』');
}

/** FNV-1a of UTF-16 units, 32 bits. */
export function hash(text) {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return value;
}
