/** Whether something is an element. The page is a document of its own, with an `Element` of its own: no `instanceof`. */
export function isElement(node: unknown): node is Element {
  return typeof node === 'object' && node !== null && (node as Node).nodeType === 1;
}

/** An element of our own furniture that must be there. */
export function byId<T extends HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the preview has no #${id}`);
  return found as T;
}

export function button(text: string, press: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  made.addEventListener('click', press);
  return made;
}

/** Hands a key that the page has no use for to VS Code, which listens in the outer document only. */
export function forwardKeys(page: Document): void {
  for (const type of ['keydown', 'keyup'] as const) {
    page.addEventListener(type, (event) => {
      if (event.defaultPrevented || event.isComposing || isClipboard(event)) return;
      const { key, code, keyCode, location, repeat, altKey, ctrlKey, metaKey, shiftKey } = event;
      const same = { key, code, keyCode, location, repeat, altKey, ctrlKey, metaKey, shiftKey };
      const copy = new KeyboardEvent(type, { ...same, bubbles: true, cancelable: true });
      if (!window.dispatchEvent(copy)) event.preventDefault();
    });
  }
}

/** The browser copies and selects in the page by itself. */
function isClipboard({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return (ctrlKey || metaKey) && ['a', 'c', 'v', 'x', 'Insert'].includes(key);
}
