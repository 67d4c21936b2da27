import type * as vscode from 'vscode';

/**
 * Calls `show` with a value where that is another one than it was called with last: VS Code draws its status bar anew
 * for whatever it is told, and articles are checked at each key.
 * @param show is given what can be written as JSON, or `undefined`
 */
export function whenChanged<T>(show: (value: T) => void): (value: T) => void {
  let last: string | undefined;
  return (value) => {
    const now = JSON.stringify(value) ?? '';
    if (now === last) return;
    last = now;
    show(value);
  };
}

interface Shown {
  readonly text: string;
  /** The tooltip, which is also what screen readers say. */
  readonly words: string;
}

/** Shows something in the status bar, or hides its item. */
export function shownIn(item: vscode.StatusBarItem): (shown: Shown | undefined) => void {
  return whenChanged<Shown | undefined>((shown) => {
    if (!shown) {
      item.hide();
      return;
    }
    item.text = shown.text;
    item.tooltip = shown.words;
    item.accessibilityInformation = { label: shown.words, role: 'button' };
    item.show();
  });
}
