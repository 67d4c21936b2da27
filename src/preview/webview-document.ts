/** A text as HTML, in attributes too. */
export const quoted = (text: string): string => text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);

/** A text with what stands between backticks as code. */
export const withCode = (text: string): string => quoted(text).replace(/`([^`]+)`/g, '<code>$1</code>');

/** A value that the page’s own script reads: nothing in it can end the element. */
export const jsonElement = (id: string, value: unknown): string =>
  `<script type="application/json" id="${id}">${JSON.stringify(value).replace(/</g, '\\u003c')}</script>`;

/** The script of a page of ours: none other runs there. */
interface WebviewScript {
  /** `asWebviewUri` of a file in `dist`. */
  readonly uri: string;
  /** New and random for each page, letters and digits only. */
  readonly nonce: string;
}

/** What makes a page of ours in VS Code. */
interface WebviewDocument {
  /** `webview.cspSource`. */
  readonly cspSource: string;
  /** BCP 47, of the reader. */
  readonly lang: string;
  readonly title: string;
  /** `asWebviewUri` of a file in `media`. */
  readonly styleUri: string;
  /** Absent: nothing runs in the page. */
  readonly script?: WebviewScript;
  /** It shows another document in a frame. */
  readonly hasFrame?: true;
  /** Attributes of `body`, quoted. */
  readonly attributes?: string;
  /** HTML: whatever is not ours in it is quoted. */
  readonly body: string;
}

/**
 * The document of a webview. Its policy lets in our style sheet and, by its nonce, our script; nothing else is loaded,
 * run or sent.
 */
export function webviewDocument(page: WebviewDocument): string {
  const { cspSource, lang, title, styleUri, script, hasFrame, attributes, body } = page;
  const policy = [
    "default-src 'none'",
    `style-src ${cspSource}`,
    ...(script ? [`script-src 'nonce-${script.nonce}'`] : []),
    ...(hasFrame ? ["frame-src 'self'"] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="${quoted(lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${quoted(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${quoted(title)}</title>
<link rel="stylesheet" href="${quoted(styleUri)}">
</head>
<body${attributes === undefined ? '' : ` ${attributes}`}>
${body}
${script ? `<script nonce="${quoted(script.nonce)}" src="${quoted(script.uri)}"></script>\n` : ''}</body>
</html>
`;
}
