import { type Copied, type Copy, type FromCopying, isCopy } from '../copy-messages.ts';

/** What VS Code gives a webview. */
declare function acquireVsCodeApi(): { postMessage(message: unknown): void };

run();

/** Copies what it is told to, by itself where the browser lets it, else when the button is pressed. */
function run(): void {
  const editor = acquireVsCodeApi();
  const say = (message: FromCopying): void => editor.postMessage(message);
  const button = document.getElementById('copy');
  const shown = document.getElementById('text');
  let wanted: Copy | undefined;

  const copy = async (by: Copied['by']): Promise<void> => {
    if (wanted) say({ type: 'copied', done: (await write(wanted)) || (by === 'button' && writeByEvent(wanted)), by });
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
