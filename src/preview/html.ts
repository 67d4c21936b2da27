import type { Page } from '../page/index.ts';

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
  /** How the newsroom's own page is dressed: its styles go between the first of `styleUris` and the others. */
  readonly own?: Page['own'];
}

/**
 * The preview's Content-Security-Policy: our script by its nonce, styles and pictures from allowed folders, nothing
 * else. `written`: styles that a saved page had in itself are in the document's head, by the nonce too.
 */
export function contentSecurityPolicy(cspSource: string, nonce: string, written = false): string {
  return [
    "default-src 'none'",
    `img-src ${cspSource} data:`,
    `style-src ${cspSource}${written ? ` 'nonce-${nonce}'` : ''}`,
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
export function previewHtml({ cspSource, nonce, scriptUri, styleUris, lang, title, own }: PreviewHtml): string {
  const links = styleUris.map((uri) => `<link rel="stylesheet" href="${quoted(uri)}">`);
  const styles = (own?.styles ?? []).map((style) => {
    const media = style.media === undefined ? '' : ` media="${quoted(style.media)}"`;
    if ('href' in style) return `<link rel="stylesheet" href="${quoted(style.href)}"${media}>`;
    return `<style nonce="${quoted(nonce)}"${media}>${style.css}</style>`;
  });
  links.splice(1, 0, ...styles);
  return `<!doctype html>
<html lang="${quoted(lang)}"${attributes(own?.html)}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${quoted(contentSecurityPolicy(cspSource, nonce, own !== undefined))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${quoted(title)}</title>
${links.join('\n')}
</head>
<body${attributes(own?.body)}>
${own ? '' : '<div id="page"></div>\n'}<script nonce="${quoted(nonce)}" src="${quoted(scriptUri)}"></script>
</body>
</html>
`;
}

function attributes(named: Readonly<Record<string, string>> | undefined): string {
  return Object.entries(named ?? {})
    .map(([name, value]) => ` ${name}="${quoted(value)}"`)
    .join('');
}

function quoted(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
