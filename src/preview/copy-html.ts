import { quoted } from './webview-document.ts';

/** What the extension knows when it opens the window that copies. Words are in the reader's language. */
interface CopyHtml {
  /** New and random, letters and digits. */
  readonly nonce: string;
  /** `asWebviewUri` of `dist/copying.js`. */
  readonly scriptUri: string;
  readonly lang: string;
  readonly words: { readonly title: string; readonly copy: string; readonly how: string };
}

/**
 * The window that copies: VS Code's own clipboard takes text alone, and only a page can write rich text. It shows the
 * text and a button, for hosts that ask for a click. Nothing of the article is in the document; it comes by message and
 * is shown as text.
 */
export function copyHtml({ nonce, scriptUri, lang, words }: CopyHtml): string {
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'`;
  return `<!doctype html>
<html lang="${quoted(lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${quoted(policy)}">
<title>${quoted(words.title)}</title>
<style nonce="${quoted(nonce)}">
button { padding: 6px 14px; border: 0; background: var(--vscode-button-background); color: var(--vscode-button-foreground); font: inherit; cursor: pointer; }
button:hover { background: var(--vscode-button-hoverBackground); }
button:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }
pre { font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; }
</style>
</head>
<body>
<p>${quoted(words.how)}</p>
<button id="copy" type="button">${quoted(words.copy)}</button>
<pre id="text"></pre>
<script nonce="${quoted(nonce)}" src="${quoted(scriptUri)}"></script>
</body>
</html>
`;
}
