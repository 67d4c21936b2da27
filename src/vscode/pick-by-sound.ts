import * as vscode from 'vscode';
import { soundsLike } from '../preview/sounds-like.ts';
import { asked } from './ask.ts';

/** A row that is found by what it sounds like, too: pinyin in full or initials. */
interface SoundingItem extends vscode.QuickPickItem {
  readonly sounds: readonly (readonly string[])[];
}

/** How long the rows for the letters just typed may be on their way to the window. Milliseconds. */
const underway = 300;

/**
 * A list to pick from in which Latin letters find Han characters by their sound, beside what VS Code finds by itself.
 * @param most how many rows are shown at once, which keeps a list of thousands quick
 */
export function pickBySound<T extends SoundingItem>(
  items: readonly T[],
  words: { readonly title: string; readonly placeHolder: string },
  most = 500,
): Promise<T | undefined> {
  const pick = vscode.window.createQuickPick<T>();
  pick.title = words.title;
  pick.placeholder = words.placeHolder;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  const show = (typed: string): void => {
    const wanted = typed.toLowerCase().replace(/[\s']+/g, '');
    const sounding = /^[a-z0-9]+$/.test(wanted) ? items.filter(({ sounds }) => soundsLike(sounds, wanted)) : [];
    const found = new Set(sounding);
    const literal = items.filter((item) => !found.has(item) && holds(item, typed));
    // What sounds so holds none of the letters, and would be left out again.
    pick.items = [...sounding.map((item) => ({ ...item, alwaysShow: true })), ...literal].slice(0, most);
  };
  show('');
  return asked<T>(pick, {}, (answer) => {
    let typed = 0;
    pick.onDidChangeValue((value) => {
      typed = Date.now();
      show(value);
    });
    pick.onDidAccept(() => {
      const left = typed + underway - Date.now();
      const take = (chosen: T | undefined): void => {
        if (chosen) answer(chosen);
        else pick.hide();
      };
      // Who types and presses Enter at once means what the letters find, not the row of the list before them.
      if (left > 0) setTimeout(() => take(pick.activeItems[0]), left);
      else take(pick.selectedItems[0] ?? pick.activeItems[0]);
    });
  });
}

/** Whether a row holds every word that was typed. */
function holds({ label, description = '', detail = '' }: vscode.QuickPickItem, typed: string): boolean {
  const text = `${label} ${description} ${detail}`.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
