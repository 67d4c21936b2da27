import { isListOf, isRecord, isText, isWords } from './shapes.ts';

/**
 * What the extension and the page that sets a newsroom up say to each other. Both sides check what they are told: a
 * message that is not one of these is dropped.
 */
export type FromSetUp =
  /** By the id of a decision what is answered; the files are wanted as they will be. */
  | { readonly type: 'answers'; readonly answers: Readonly<Record<string, string>> }
  | { readonly type: 'write'; readonly answers: Readonly<Record<string, string>> }
  /** An article is to be shown, by its path from the folder. */
  | { readonly type: 'open'; readonly path: string }
  | { readonly type: 'copyRecipe' }
  | { readonly type: 'close' };

/** The files as they will be. */
export interface ToSetUp {
  readonly type: 'files';
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

export function isFromSetUp(message: unknown): message is FromSetUp {
  if (!isRecord(message)) return false;
  switch (message.type) {
    case 'answers':
    case 'write':
      return isWords(message.answers);
    case 'open':
      return isText(message.path);
    case 'copyRecipe':
    case 'close':
      return true;
    default:
      return false;
  }
}

export function isToSetUp(message: unknown): message is ToSetUp {
  const isFile = (file: unknown): file is ToSetUp['files'][number] =>
    isRecord(file) && isText(file.path) && isText(file.text);
  return isRecord(message) && message.type === 'files' && isListOf(message.files, isFile);
}
