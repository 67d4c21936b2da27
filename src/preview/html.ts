/** What the panel knows when it opens a webview. */
export interface PreviewHtml {
  /** `webview.cspSource`. */
  readonly cspSource: string;
  /** New and random for each page, letters and digits only. */
  readonly nonce: string;
  /** `asWebviewUri` of `dist/preview.js`. */
  readonly scriptUri: string;
  /** `asWebviewUri` of `media/themes/<theme>/style.css` and, after it, of `media/preview.css`. */
  readonly styleUris: readonly string[];
  /** BCP 47, of the house. */
  readonly lang: string;
  readonly title: string;
}

/** The preview's Content-Security-Policy: our script by its nonce, styles and pictures from allowed folders, nothing else. */
export function contentSecurityPolicy(cspSource: string, nonce: string): string {
  return [
    "default-src 'none'",
    `img-src ${cspSource} data:`,
    `style-src ${cspSource}`,
    `font-src ${cspSource}`,
    `script-src 'nonce-${nonce}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/**
 * The webview's document. It holds nothing of the article: that comes by {@link Update} messages, so that the
 * document is written once and never rebuilt. (A page of another theme needs other stylesheets, hence a new document.)
 */
export function previewHtml({ cspSource, nonce, scriptUri, styleUris, lang, title }: PreviewHtml): string {
  const links = styleUris.map((uri) => `<link rel="stylesheet" href="${quoted(uri)}">`).join('\n');
  return `<!doctype html>
<html lang="${quoted(lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${quoted(contentSecurityPolicy(cspSource, nonce))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${quoted(title)}</title>
${links}
</head>
<body>
<div id="page"></div>
<script nonce="${quoted(nonce)}" src="${quoted(scriptUri)}"></script>
</body>
</html>
`;
}

function quoted(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
