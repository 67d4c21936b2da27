/** Text that is settled. */
export interface Text {
  readonly kind: 'text';
  readonly text: string;
}

/** A place for the user to fill in. Stops of one name are filled in together. */
export interface Stop {
  readonly kind: 'stop';
  readonly name: string;
  /** What stands there until the user types. */
  readonly text: string;
  /** More than one: the user chooses; the first is {@link text}. */
  readonly choices: readonly string[];
}

/** A filled-in template, before it is written as text or as a snippet. */
export type Part = Text | Stop;

/** The stop at which the cursor ends up. */
export const CURSOR = 'cursor';

/** The parts as plain text, every stop showing its default. */
export function toText(parts: readonly Part[]): string {
  return parts.map((part) => part.text).join('');
}

/** The text without the line ends at its end. */
export function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 10) end--;
  return text.slice(0, end);
}

/** Escapes literal text for a VS Code snippet: `\`, `$` and `}` (the snippet grammar's three special characters). */
function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

function escapeChoice(text: string): string {
  return text.replace(/[\\,|]/g, '\\$&');
}

/**
 * The parts as a VS Code snippet. Stops are numbered from 1 as they are first met; the cursor is 0. A stop that
 * comes again is a mirror of the first.
 */
export function toSnippet(parts: readonly Part[]): string {
  const numbers = new Map<string, number>();
  let cursor = false;
  let out = '';
  for (const part of parts) {
    if (part.kind === 'text') out += escapeSnippet(part.text);
    else if (part.name === CURSOR) {
      // A snippet has one final stop; a second cursor is only its text.
      if (cursor) out += escapeSnippet(part.text);
      else out += part.text === '' ? '$0' : `\${0:${escapeSnippet(part.text)}}`;
      cursor = true;
    } else {
      const known = numbers.get(part.name);
      if (known !== undefined) {
        out += `\${${known}}`;
        continue;
      }
      const number = numbers.size + 1;
      numbers.set(part.name, number);
      if (part.choices.length > 1) out += `\${${number}|${part.choices.map(escapeChoice).join(',')}|}`;
      else out += part.text === '' ? `\${${number}}` : `\${${number}:${escapeSnippet(part.text)}}`;
    }
  }
  return out;
}
