import { type Copied, type Copy, type FromCopying, isCopy } from '../copy-messages.ts';

/** What VS Code gives a webview. */
declare function acquireVsCodeApi(): { postMessage(message: unknown): void };

/**
 * A write is said to be done when it has been sent, and is lost when its window goes before it has arrived (seen in
 * Chromium). Milliseconds; far more than it takes.
 */
const arriving = 250;

run();

/** Copies what it is told to, by itself where the browser lets it, else when the button is pressed. */
function run(): void {
  const editor = acquireVsCodeApi();
  const say = (message: FromCopying): void => editor.postMessage(message);
  const button = document.getElementById('copy');
  const shown = document.getElementById('text');
  /** What is still to be copied. */
  let wanted: Copy | undefined;
  let writing = false;
  /** The focus came while it was being tried without. */
  let again = false;

  // One at a time, and never once more: the window goes when it is done, and a write that is cut off by that leaves
  // the plain form alone on the clipboard.
  const copy = async (by: Copied['by']): Promise<void> => {
    again = writing;
    if (wanted === undefined || writing) return;
    writing = true;
    let done = false;
    do {
      again = false;
      done = (await write(wanted)) || (by === 'button' && writeByEvent(wanted));
    } while (!done && again);
    writing = false;
    if (done) {
      wanted = undefined;
      await new Promise((arrived) => setTimeout(arrived, arriving));
    }
    say({ type: 'copied', done, by });
  };

  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!isCopy(data)) return;
    wanted = data;
    if (shown) shown.textContent = data.text;
    button?.focus();
    void copy('itself');
  });
  button?.addEventListener('click', () => void copy('button'));
  // The focus was elsewhere at first: a notification, another window.
  window.addEventListener('focus', () => void copy('itself'));
  say({ type: 'ready' });
}

/** Writes both forms; false where the browser does not allow it, as when the window has not the focus. */
async function write({ html, text }: Copy): Promise<boolean> {
  try {
    const forms = {
      'text/html': new Blob([html], { type: 'text/html' }),
      'text/plain': new Blob([text], { type: 'text/plain' }),
    };
    await navigator.clipboard.write([new ClipboardItem(forms)]);
    return true;
  } catch {
    return false;
  }
}

/** The older way, which asks for no permission but for a click. */
function writeByEvent({ html, text }: Copy): boolean {
  const fill = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.clipboardData?.setData('text/html', html);
    event.clipboardData?.setData('text/plain', text);
  };
  document.addEventListener('copy', fill);
  try {
    return document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', fill);
  }
}
