// What a window under test is spared, because nobody looks on: several share two processors.

/** Runs in the window's pages before VS Code does. What a webview shows is as it is for everybody. */
function spare() {
  // Each webview that opens has its service worker fetched again and compared, and shows nothing before: behind
  // whatever else a busy window asks of its server. VS Code stays the same as long as its window is open.
  const worker = globalThis.ServiceWorkerRegistration?.prototype;
  if (worker) {
    worker.update = function () {
      return Promise.resolve(this);
    };
  }
  if (self !== top) return;

  // Nothing moves by itself: a processor would compose each frame of it, sixty a second.
  const still = new CSSStyleSheet();
  still.replaceSync('*, ::before, ::after { transition: none !important; animation: none !important; }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, still];

  // Of what it does before the next picture, VS Code does a twentieth of a second's at once: it lays out and draws as
  // often as that, and not sixty times a second. Nothing is done in another order.
  const least = 50;
  const draw = globalThis.requestAnimationFrame.bind(globalThis);
  let asked = new Map();
  let due = new Map();
  let isDue = false;
  let last = 0;
  let number = 0;
  const drawAll = (time) => {
    last = performance.now();
    isDue = false;
    due = asked;
    asked = new Map();
    // What one of them takes back is not called.
    for (const callback of due.values()) {
      try {
        callback(time);
      } catch (error) {
        reportError(error);
      }
    }
  };
  globalThis.requestAnimationFrame = (callback) => {
    if (!isDue) setTimeout(() => draw(drawAll), Math.max(0, least - (performance.now() - last)));
    isDue = true;
    number += 1;
    asked.set(number, callback);
    return number;
  };
  globalThis.cancelAnimationFrame = (id) => {
    asked.delete(id);
    due.delete(id);
  };

  // VS Code takes each message of its server as a blob and has it read, which goes through three processes. It is given
  // the bytes, and to its reader they have been read already.
  const read = FileReader.prototype.readAsArrayBuffer;
  FileReader.prototype.readAsArrayBuffer = function (content) {
    if (content instanceof ArrayBuffer) this.onload({ target: { result: content } });
    else read.call(this, content);
  };
  globalThis.WebSocket = class extends WebSocket {
    constructor(...args) {
      super(...args);
      this.binaryType = 'arraybuffer';
    }
  };
}

/** Spares every page of a browser's window what nobody looks at. */
export async function lighten(context) {
  await context.addInitScript(spare);
}

/**
 * Whether the browser copies to Playwright all that a page and its server say to each other: by itself it does, thousands
 * of messages that nobody here asks for, and Playwright has no switch for that. Where its inside is another one, that only
 * costs more.
 * @param {import('playwright-core').Page} page
 * @param {boolean} wanted
 */
export async function overhear(page, wanted) {
  const session = page._connection?.toImpl?.(page)?.delegate?._mainFrameSession?._client;
  await session?.send(wanted ? 'Network.enable' : 'Network.disable').catch(() => undefined);
}
