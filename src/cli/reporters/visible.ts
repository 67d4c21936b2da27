/**
 * A text as a terminal may show it. Control characters would move the cursor, colour the screen or turn the line
 * round; they are shown instead (Unicode control pictures). A tab becomes a space.
 */
export function visible(text: string): string {
  return text.replace(/[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g, (unit) => {
    const code = unit.charCodeAt(0);
    if (code === 9) return ' ';
    if (code === 0xfeff) return '';
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\uFFFD';
  });
}
