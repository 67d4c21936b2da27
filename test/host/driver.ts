// For suites that run inside VS Code, in Node and in a web worker alike: real keys, clicks, pictures, and a look into
// the window and its webviews. The other end is control.mjs, in the process that started VS Code.
import * as vscode from 'vscode';

interface Connection {
  readonly url: string;
  readonly token: string;
  readonly mode: string;
  readonly suites: readonly string[];
}

/** A setting and not an environment variable, because a web worker has no environment. */
function connection(): Connection {
  const found = vscode.workspace.getConfiguration('copydesk-test').get<Connection>('driver');
  if (found === undefined) throw new Error('the suites of test/vscode are started by `npm run test:vscode`');
  return found;
}

/** Sends one request; throws what went wrong at the other end. */
export async function ask(action: string, request: object = {}): Promise<unknown> {
  const { url, token } = connection();
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ action, ...request }),
  });
  const answer = (await response.json()) as { readonly value?: unknown; readonly error?: string };
  if (answer.error !== undefined) throw new Error(`${action}: ${answer.error}`);
  return answer.value;
}

/** The name of the way this run goes, as in `modes.mjs`: `node`, `web`, `serverless`, `chinese`, `restricted`. */
export function mode(): string {
  return connection().mode;
}

/** The names of the suites that this window runs, in their order. */
export function wantedSuites(): readonly string[] {
  return connection().suites;
}

/** Saves a picture of the window as `dist/screenshots/<mode>-<name>.png`; returns the file's path. */
export async function screenshot(name: string): Promise<string> {
  return String(await ask('screenshot', { name }));
}

/**
 * Keys take another way than what the API of VS Code is told, a selection for one: that has arrived when a command has
 * come back that was sent behind it.
 */
async function arrived(): Promise<void> {
  await vscode.commands.executeCommand('setContext', 'copydesk-test.arrived', true);
}

/** Presses keys as Playwright names them, `Control+Shift+P`; several chords with a space between: `Control+K V`. */
export async function press(keys: string): Promise<void> {
  await arrived();
  await ask('press', { keys });
}

/** Types text into whatever has the focus, key by key. `delay`: milliseconds between keys. */
export async function type(text: string, delay = 0): Promise<void> {
  await arrived();
  await ask('type', { text, delay });
}

/** Puts text, and HTML where given, on the real clipboard and pastes it into whatever has the focus. */
export async function paste(contents: { readonly text: string; readonly html?: string }): Promise<void> {
  await arrived();
  await ask('paste', contents);
}

/** How long is waited for anything: against hangs, not a measure. Milliseconds. */
const patience = 45_000;

export interface ClickOptions {
  readonly button?: 'left' | 'right' | 'middle';
  /** 2 is a double click. */
  readonly count?: number;
  readonly modifiers?: readonly ('Alt' | 'Control' | 'Meta' | 'Shift')[];
}

/** One of the two places a test can look into. `webview` is the one that is open and visible: the preview. */
export interface Surface {
  /** Waits for the first element that the CSS selector (or Playwright's own syntax) finds, and clicks it. */
  click(selector: string, options?: ClickOptions): Promise<void>;
  /** Turns the wheel over that element, `by` pixels down; VS Code's own editor takes any number for one notch. */
  wheel(selector: string, by: number): Promise<void>;
  /**
   * Waits until the element is visible, or gone when `state` is `hidden`. `milliseconds`: for how long; less than the
   * usual where it is asked for again by `eventually`, which otherwise tries but once.
   */
  waitFor(selector: string, state?: 'visible' | 'hidden' | 'attached', milliseconds?: number): Promise<void>;
  /**
   * Runs the function there and returns its result; arguments and result must be JSON. The function is sent as its
   * source, so it sees its arguments and the page, nothing around it.
   */
  evaluate<A extends readonly unknown[], R>(run: (...args: A) => R | Promise<R>, ...args: A): Promise<R>;
}

function surface(where: 'window' | 'webview' | 'panel'): Surface {
  return {
    async click(selector, options = {}) {
      await ask('click', { where, selector, ...options });
    },
    async wheel(selector, by) {
      await ask('wheel', { where, selector, by });
    },
    async waitFor(selector, state = 'visible', milliseconds = patience) {
      await ask('waitFor', { where, selector, state, milliseconds });
    },
    async evaluate<A extends readonly unknown[], R>(run: (...args: A) => R | Promise<R>, ...args: A) {
      return (await ask('evaluate', { where, source: run.toString(), args })) as R;
    },
  };
}

/** VS Code's own window: menus, the palette, the status bar. */
export const inWindow = surface('window');

/** The page inside the visible webview. */
export const inPreview = surface('webview');

/** The visible webview itself: what stands around the page. */
export const inPanel = surface('panel');

/** Makes the window this large, in CSS pixels; it is 1440 × 900 at first. Not in a desktop VS Code. */
export async function resize(width: number, height: number): Promise<void> {
  await ask('resize', { width, height });
}

/** How a page in the preview compares with the same page as a plain HTML file, in a tab of the same size. */
export interface Likeness {
  readonly width: number;
  readonly height: number;
  /** Pixels that differ. */
  readonly different: number;
  /** Pixels of the file that are not paper: a blank page is like any other blank page. */
  readonly ink: number;
}

/** Compares what the preview shows with a complete HTML file. */
export async function compareWithFile(request: {
  readonly name: string;
  readonly html: string;
  readonly scheme: 'light' | 'dark';
  readonly media: 'screen' | 'print';
}): Promise<Likeness> {
  return (await ask('compareWithFile', request)) as Likeness;
}

/**
 * Compares what the preview shows with a page that a browser saved, opened in Chromium among its files.
 * `folder` is a path on the disk, `file` the page's from there.
 */
export async function compareWithSaved(request: {
  readonly name: string;
  readonly folder: string;
  readonly file: string;
  readonly scheme: 'light' | 'dark';
}): Promise<Likeness> {
  return (await ask('compareWithSaved', request)) as Likeness;
}

/**
 * Pastes what is on the real clipboard into an editor in another tab (`test/host/editors`), and runs the function
 * there, as {@link Surface.evaluate} does. Saves a picture as `dist/screenshots/<mode>-<name>.png`.
 */
export async function pasteInto<A extends readonly unknown[], R>(
  editor: 'plain' | 'wechat',
  name: string,
  run: (...args: A) => R,
  ...args: A
): Promise<R> {
  return (await ask('pasteInto', { editor, name, source: run.toString(), args })) as R;
}

/** How what the preview shows compares with its picture in `test/pictured`. */
export interface PictureLikeness {
  /** What is wrong, in words that say where to look; empty when the preview is as its picture. */
  readonly fault: string;
  /** Only the grounds were compared: this browser draws the faces of the pictures otherwise, or they could not be had. */
  readonly grounds: boolean;
}

/** Compares what the preview shows with a picture in the repository, or takes that anew where UPDATE=1 is set. */
export async function compareWithPicture(request: {
  /** `<name>.png` in `test/pictured`. */
  readonly name: string;
  /** The picture is the page made smaller by this, a whole number. */
  readonly smaller: number;
}): Promise<PictureLikeness> {
  return (await ask('compareWithPicture', request)) as PictureLikeness;
}

/** Says something to whoever runs the suites. */
export async function tell(text: string): Promise<void> {
  await ask('print', { text });
}

/** What axe-core finds in the visible webview and on its page, one line each, beginning with the impact. */
export async function checkAccess(): Promise<{ readonly panel: readonly string[]; readonly page: readonly string[] }> {
  return (await ask('checkAccess')) as { panel: string[]; page: string[] };
}

/** What a preview shows. */
export interface PreviewLook {
  readonly heading: string;
  /** Of the page, CSS pixels. */
  readonly width: number;
  readonly view: string;
  readonly locked: string;
  /** How many places are marked as changed, in the page's words; empty where none are. */
  readonly marks: readonly string[];
  /** The labels of the window's tabs. */
  readonly tabs: readonly string[];
}

/**
 * Opens the newsroom in a second window, previews `file` there in a view, locks the preview, reloads that window.
 * `undefined` in a desktop VS Code, which has no second window by address.
 */
export async function reloadSecondWindow(request: {
  readonly file: string;
  /** The title of the article that it is compared with. */
  readonly other: string;
  readonly view: string;
  /** Of the page in that view, CSS pixels; waited for. */
  readonly width: number;
}): Promise<{ readonly before: PreviewLook; readonly after: PreviewLook } | undefined> {
  return ((await ask('reloadSecondWindow', request)) ?? undefined) as
    | { before: PreviewLook; after: PreviewLook }
    | undefined;
}

/**
 * What another program does to files, behind VS Code's back. Paths are from the newsroom's folder; `../` leads out of
 * it. Without a server, a window sees a file as it was when it first looked.
 */
export const onDisk = {
  async write(file: string, text: string): Promise<void> {
    await ask('disk', { what: 'write', file, text });
  },
  async remove(file: string): Promise<void> {
    await ask('disk', { what: 'remove', file });
  },
  async rename(file: string, to: string): Promise<void> {
    await ask('disk', { what: 'rename', file, to });
  },
  /** Makes a symbolic link; `to` is absolute, or from the link's folder. */
  async link(file: string, to: string): Promise<void> {
    await ask('disk', { what: 'link', file, to });
  },
  /** Runs git in the newsroom's folder; returns what it prints. */
  async git(...args: readonly string[]): Promise<string> {
    return String(await ask('disk', { what: 'git', args }));
  },
};

/** Has the window's requests noted from now on, until this suite ends: each costs something, so by itself nobody does. */
export async function watchRequests(): Promise<void> {
  await ask('watchRequests');
}

/** The addresses outside this machine that the window has asked for since {@link watchRequests}; throws without that. */
export async function outsideRequests(): Promise<readonly string[]> {
  return (await ask('outsideRequests')) as readonly string[];
}

/** What the window shows when something never came, for whoever reads the failure. */
const pictureOf = (what: string): Promise<string> =>
  screenshot(`waited-for-${what.replace(/[^\w]+/g, '-').slice(0, 40)}`).catch(String);

/**
 * Calls `probe` until it returns something other than `undefined` or `false`, and returns that. What `probe` throws
 * counts as not yet. `what` says in the failure what was waited for.
 */
export async function eventually<T>(
  what: string,
  probe: () => T | undefined | false | Promise<T | undefined | false>,
  milliseconds = patience,
): Promise<T> {
  const began = Date.now();
  const until = began + milliseconds;
  for (;;) {
    let last: unknown;
    try {
      const found = await probe();
      if (found !== undefined && found !== false) return found;
    } catch (error) {
      last = error;
    }
    if (Date.now() > until) {
      const said = `waited ${milliseconds} ms for ${what}${last ? `: ${String(last)}` : ''}`;
      throw new Error(milliseconds < patience ? said : `${said}\n${await pictureOf(what)}`);
    }
    // The longer it takes, the less often: to look costs whoever is waited for.
    const pause = Math.min(200, Math.max(25, (Date.now() - began) / 4));
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
