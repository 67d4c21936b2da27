/** What the window that copies rich text is told, and says. */

/** Puts text onto the clipboard in both forms. */
export interface Copy {
  readonly type: 'copy';
  readonly html: string;
  readonly text: string;
}

export type FromCopying = { readonly type: 'ready' } | Copied;

/** How it went. `by`: by itself, or with the button; `done` false: the host does not let a page write rich text. */
export interface Copied {
  readonly type: 'copied';
  readonly done: boolean;
  readonly by: 'itself' | 'button';
}

/** Whether the window may act on what it was told. */
export function isCopy(message: unknown): message is Copy {
  return (
    isRecord(message) && message.type === 'copy' && typeof message.html === 'string' && typeof message.text === 'string'
  );
}

/** Whether the extension may act on what the window said. */
export function isFromCopying(message: unknown): message is FromCopying {
  if (!isRecord(message)) return false;
  if (message.type === 'ready') return true;
  return (
    message.type === 'copied' &&
    typeof message.done === 'boolean' &&
    (message.by === 'itself' || message.by === 'button')
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
