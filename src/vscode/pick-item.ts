import type { QuickPickItem } from 'vscode';
import type { Choice } from '../server/protocol.ts';

/** A template or block as the picker shows it; a desk may know it by its name in the house's language. */
export function pickItem({ label, ownLabel, help }: Choice): QuickPickItem {
  return { label, ...(ownLabel === undefined ? {} : { description: ownLabel }), detail: help };
}
