/** Greatest length of a file name in UTF-8 bytes, extension included: most file systems allow 255. */
export const MAX_BYTES = 200;

// Windows keeps these names whatever extension follows (Microsoft, "Naming Files, Paths, and Namespaces").
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])$/i;

// Not allowed in Windows file names, or not wanted in any: controls, bidirectional and zero-width marks (the
// joiner that holds emoji together stays), private use, unassigned, lone surrogates, brackets of series tags.
const DROPPED = /[\\/:*?"<>|【\p{Cc}\p{Cs}\p{Co}\p{Cn}]|(?!\u200D)\p{Cf}/gu;

function bytes(text: string): number {
  let count = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    count += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return count;
}

/** The longest start of `text` that fits, cut between characters as a reader sees them. */
function cut(text: string, limit: number): string {
  // A name that fits in UTF-16 units times three bytes fits for certain.
  if (text.length * 3 <= limit || bytes(text) <= limit) return text;
  const start = text.slice(0, limit);
  let out = '';
  let used = 0;
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(start)) {
    used += bytes(segment);
    if (used > limit) break;
    out += segment;
  }
  return out;
}

function trim(text: string): string {
  let from = 0;
  let to = text.length;
  // No hidden files, no name that looks like an option, no trailing dot (Windows drops it).
  while (from < to && '.-~ '.includes(text.charAt(from))) from++;
  while (to > from && '.- '.includes(text.charAt(to - 1))) to--;
  return text.slice(from, to);
}

/**
 * A safe file name from a title, without extension: Han and other letters stay, spaces become `-`, what some file
 * system refuses goes. It is NFC, never empty, never `.` or `..`, holds no separator, and is at most `limit` bytes
 * of UTF-8 long, cut between whole characters.
 *
 * @param fallback what stands for a title of which nothing is left
 * @param limit in bytes of UTF-8
 */
export function fileName(title: string, fallback = 'untitled', limit = MAX_BYTES): string {
  // Four times the limit is more than can be kept; it bounds the work on a title of megabytes.
  const start = title.slice(0, limit * 4).normalize('NFC');
  const clean = start.replace(/】/g, '-').replace(/\s+/gu, '-').replace(DROPPED, '').replace(/-{2,}/g, '-');
  // Cutting may leave a dot or a hyphen at the end.
  const name = trim(cut(trim(clean), limit));
  if (name === '') return fallback === '' ? 'untitled' : fallback;
  const dot = name.indexOf('.');
  const stem = dot < 0 ? name : name.slice(0, dot);
  if (!RESERVED.test(stem.trim())) return name;
  return `${stem}_${dot < 0 ? '' : name.slice(dot)}`;
}

/** The same for languages that write with spaces: lower case, words joined by hyphens, punctuation gone. */
export function wordSlug(title: string, fallback = 'untitled', limit = MAX_BYTES): string {
  const words = title
    .slice(0, limit * 4)
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-');
  return fileName(words, fallback, limit);
}
