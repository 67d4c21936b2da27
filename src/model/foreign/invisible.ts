import type { ForeignSpan, Recogniser } from './foreign.ts';

/** Characters that nobody sees, from and to: controls, zero-width blanks and joiners, marks of direction, fillers. */
export const invisibleRanges: readonly (readonly [number, number])[] = [
  [0x01, 0x08],
  [0x0b, 0x0b],
  [0x0e, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x180b, 0x180e],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff9, 0xfffb],
];

const escaped = (unit: number): string => `\\u${unit.toString(16).padStart(4, '0')}`;
/** Any of them; to be matched from the start of a text. */
export const marks = new RegExp(
  `[${invisibleRanges.map(([from, to]) => `${escaped(from)}-${escaped(to)}`).join('')}]`,
  'g',
);

/** Scripts that need joiners, or in which a blank without width parts words. */
const joining = /[\u0600-\u08ff\u0900-\u0fff\u1000-\u109f\u1780-\u18af\ufb50-\ufdff\ufe70-\ufefc]/;
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const emojiBefore = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|[\ufe0f\u20e3]|[\u{e0020}-\u{e007f}])$/u;
const emojiAfter = /^(?:\p{Extended_Pictographic}|[♀♂⚕])/u;
const keycap = /^\u20e3/;

/** Whether the character at `at` does what it is there for: in emoji, and in scripts that need it. */
function isNeeded(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  const before = text.slice(Math.max(0, at - 2), at);
  const after = text.slice(at + 1, at + 3);
  if (unit >= 0xfe00 && unit <= 0xfe0f) {
    // Variants of Han characters and of symbols; a digit is a key with its cap on.
    if (unit < 0xfe0e) return /[\p{Script=Han}\p{S}]$/u.test(before);
    return emojiBefore.test(before) || /[\p{So}\p{Sm}]$/u.test(before) || keycap.test(after);
  }
  if (unit === 0x200d && emojiBefore.test(before) && emojiAfter.test(after)) return true;
  if (unit >= 0x180b && unit <= 0x180e) return /[\u1800-\u18af]/.test(before);
  if (unit <= 0x200d && unit >= 0x200b) return joining.test(before) || joining.test(after);
  const turns =
    unit === 0x200e ||
    unit === 0x200f ||
    unit === 0x61c ||
    (unit >= 0x202a && unit <= 0x202e) ||
    (unit >= 0x2066 && unit <= 0x2069);
  // It is of a script that runs so itself, and alone no reason to be there.
  const around = `${text.slice(Math.max(0, at - 80), at)}${text.slice(at + 1, at + 80)}`.replaceAll('\u061c', '');
  return turns && rightToLeft.test(around);
}

/** A character that nobody sees and nothing needs. */
export const invisible: Recogniser = ({ text }, at) => spanAt(text, at);

function spanAt(text: string, at: number): ForeignSpan | undefined {
  return isNeeded(text, at) ? undefined : { kind: 'invisible', start: at, end: at + 1, hidden: true };
}

/** A text without the characters that nobody sees and nothing needs. */
export function withoutInvisible(text: string): string {
  return text.replace(marks, (mark, at: number) => (spanAt(text, at) ? '' : mark));
}

/** The same of text that is no Markdown; a byte-order mark at its start is none. */
export function findInvisible(text: string): readonly ForeignSpan[] {
  const spans: ForeignSpan[] = [];
  for (const { index } of text.matchAll(marks)) {
    const span = index === 0 && text.charCodeAt(0) === 0xfeff ? undefined : spanAt(text, index);
    if (span) spans.push(span);
  }
  return spans;
}
