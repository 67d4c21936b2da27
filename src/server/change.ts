import { FileChangeType, type FileEvent } from 'vscode-languageserver';
import { mayBeFolder } from '../newsroom/files.ts';
import type { ChangesNews } from './compare-protocol.ts';
import type { DocumentChange } from './left-documents.ts';

/** Whatever can make something known stale. */
export type Change =
  | DocumentChange
  | { readonly kind: 'folders'; readonly added: readonly string[]; readonly removed: readonly string[] }
  /** The editor shows findings on changed lines alone, or no longer does. */
  | { readonly kind: 'changes'; readonly news: ChangesNews }
  /** Somebody wants a look with new eyes: no workspace tells of everything that other programs do. */
  | { readonly kind: 'doubted' }
  /** The user trusts the opened folders now. */
  | { readonly kind: 'trusted' }
  /** `pushed`: settings that the client sent along. */
  | { readonly kind: 'settings'; readonly pushed: unknown };

/** A folder that was put in place of another one is told as changed: that one went, and this one came. */
export function cameAndWent(event: FileEvent): FileEvent[] {
  const { uri, type } = event;
  if (type !== FileChangeType.Changed || !mayBeFolder(uri)) return [event];
  return [
    { uri, type: FileChangeType.Deleted },
    { uri, type: FileChangeType.Created },
  ];
}
