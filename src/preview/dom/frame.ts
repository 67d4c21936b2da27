import type { Dress, Scheme, View } from '../messages.ts';
import { quoted } from '../webview-document.ts';

/** A document of its own in which a page is drawn: its width is the page's, and its styles are nobody else's. */
export interface PageFrame {
  readonly element: HTMLIFrameElement;
  readonly document: Document;
  readonly window: Window;
}

/** How wide a page is in a view, in CSS pixels; `undefined`: as wide as the panel. A4 is 210 mm. */
const widths: Readonly<Record<View, number | undefined>> = {
  fit: undefined,
  desktop: 1280,
  tablet: 768,
  phone: 375,
  cards: undefined,
  print: 794,
};

/**
 * Opens an empty document in a frame. It is VS Code's own empty page and not `about:blank` or `srcdoc`, because only
 * a document with an address is served the workspace's files. Nothing runs in it: the sandbox allows no script.
 */
export async function openFrame(stage: Element, title: string): Promise<PageFrame> {
  const id = new URL(document.baseURI).searchParams.get('id') ?? '';
  // Should that page go one day: a file that every webview has, and at last none. (An address that a server says it does
  // not have will do; one that is refused will not.) Without an address the workspace's pictures are not served, and the
  // text is there.
  for (const name of ['fake.html', 'service-worker.js', undefined]) {
    const opened = await openAt(name && `./${name}?id=${encodeURIComponent(id)}`, stage, title);
    if (opened) return opened;
  }
  throw new Error('the frame of the page cannot be reached');
}

/** How long an address may take to answer, in milliseconds. */
const patience = 5000;

async function openAt(address: string | undefined, stage: Element, title: string): Promise<PageFrame | undefined> {
  const element = document.createElement('iframe');
  element.setAttribute('sandbox', 'allow-same-origin');
  element.title = title;
  element.name = 'page';
  if (address !== undefined) element.src = address;
  const loaded = new Promise<void>((resolve) => {
    element.addEventListener('load', () => resolve(), { once: true });
    setTimeout(resolve, patience);
  });
  stage.append(element);
  await loaded;
  const { contentDocument, contentWindow } = element;
  // A browser shows its own page instead of one that did not come, which is nobody's to reach.
  if (!contentDocument || !contentWindow || (address !== undefined && contentDocument.URL === 'about:blank')) {
    element.remove();
    return undefined;
  }
  return { element, document: contentDocument, window: contentWindow };
}

/**
 * Writes a document with its policy and its styles into a frame, and nothing into its body. Once a frame: policies
 * add up when a document is written anew.
 */
export async function dressFrame({ document: page }: PageFrame, dress: Dress, lang: string): Promise<void> {
  const media = (value: string | undefined) => (value === undefined ? '' : ` media="${quoted(value)}"`);
  const styles = dress.styles.map((style) =>
    'href' in style
      ? `<link rel="stylesheet" crossorigin href="${quoted(style.href)}"${media(style.media)}>`
      : // A stylesheet ends at the first `</style`, whatever it thinks of it.
        `<style nonce="${quoted(dress.nonce)}"${media(style.media)}>${style.css.replace(/<\//g, '<\\/')}</style>`,
  );
  // A page of the site's own has the colours that it says; ours have what the reader chose.
  const own = dress.doctype === undefined ? '' : ' data-copydesk-own=""';
  page.open();
  page.write(
    `${dress.doctype ?? '<!doctype html>'}<html lang="${quoted(lang)}"${attributes(dress.html)}${own}><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${quoted(dress.policy)}">`,
    `<meta name="viewport" content="width=device-width">${styles.join('')}</head>`,
    `<body${attributes(dress.body)}></body></html>`,
  );
  page.close();
  // A browser may read no further than a stylesheet until that is there.
  for (let left = 500; !page.body && left > 0; left--) await new Promise((resolve) => setTimeout(resolve, 10));
}

/** Gives a frame the width of a view, made smaller where the panel is narrower; returns how much smaller. */
export function sizeFrame({ element }: PageFrame, stage: Element, view: View): number {
  const { clientWidth, clientHeight } = stage;
  const width = widths[view];
  const scale = width === undefined ? 1 : Math.min(1, clientWidth / width);
  element.style.width = width === undefined ? '100%' : `${width}px`;
  element.style.height = scale === 1 ? '100%' : `${clientHeight / scale}px`;
  element.style.transform = scale === 1 ? '' : `scale(${scale})`;
  element.style.left = width === undefined ? '0' : `${Math.max(0, Math.round((clientWidth - width * scale) / 2))}px`;
  return scale;
}

/** What a rule or stylesheet was for before it was shown as on paper. */
const written = new WeakMap<object, string>();

/** Shows a document as on paper, or as on a screen: what is said for the one is taken for the other. */
export function showOnPaper({ document: page }: PageFrame, paper: boolean): void {
  let margin = '';
  const turn = (owner: object, media: MediaList): void => {
    const own = written.get(owner) ?? media.mediaText;
    written.set(owner, own);
    const wanted = paper
      ? own.replace(/\b(?:print|screen)\b/g, (name) => (name === 'print' ? 'screen' : 'print'))
      : own;
    if (media.mediaText !== wanted) media.mediaText = wanted;
  };
  const walk = (rules: CSSRuleList): void => {
    for (const rule of rules) {
      if ('media' in rule && 'cssRules' in rule) turn(rule, rule.media as MediaList);
      if ('cssRules' in rule) walk(rule.cssRules as CSSRuleList);
      if (rule.cssText.startsWith('@page')) margin = (rule as CSSPageRule).style.margin || margin;
    }
  };
  for (const sheet of page.styleSheets) {
    try {
      if (sheet.media.length > 0) turn(sheet, sheet.media);
      walk(sheet.cssRules);
    } catch {
      // Not loaded yet; its load event comes back here.
    }
  }
  page.documentElement.style.padding = paper ? margin || '20mm 18mm' : '';
}

/** Light or dark: as the editor is, or as the reader wants. Stylesheets see it as the system's. */
export function showScheme({ element, document: page }: PageFrame, scheme: Scheme, view: View): void {
  const { classList } = document.body;
  const contrast = classList.contains('vscode-high-contrast') || classList.contains('vscode-high-contrast-light');
  const darkEditor =
    classList.contains('vscode-dark') ||
    (classList.contains('vscode-high-contrast') && !classList.contains('vscode-high-contrast-light'));
  const known = classList.contains('vscode-light') || contrast || darkEditor;
  const chosen =
    view === 'print' ? 'light' : scheme === 'auto' ? (known ? (darkEditor ? 'dark' : 'light') : '') : scheme;
  element.style.colorScheme = chosen;
  const root = page.documentElement;
  set(root, 'data-scheme', chosen);
  set(root, 'data-contrast', contrast && scheme === 'auto' && view !== 'print' ? 'more' : '');
  if (!contrast) return;
  // The colours of the editor's theme are known in our own document only.
  const theme = getComputedStyle(document.documentElement);
  for (const name of ['editor-background', 'editor-foreground', 'contrastBorder', 'textLink-foreground']) {
    root.style.setProperty(`--vscode-${name}`, theme.getPropertyValue(`--vscode-${name}`));
  }
}

function set(element: Element, name: string, value: string): void {
  if (value === '') element.removeAttribute(name);
  else element.setAttribute(name, value);
}

function attributes(words: Readonly<Record<string, string>>): string {
  return Object.entries(words)
    .filter(([name]) => /^(?:class|id|dir|lang|data-[a-z0-9-]+)$/.test(name))
    .map(([name, value]) => ` ${name}="${quoted(value)}"`)
    .join('');
}
