import { type Scheme, schemes, type View, views } from './messages.ts';
import { quoted, webviewDocument } from './webview-document.ts';

/** The words of the preview's own furniture, in the reader's language. */
export interface Labels {
  readonly toolbar: string;
  readonly page: string;
  readonly view: string;
  readonly views: Readonly<Record<View, string>>;
  readonly scheme: string;
  readonly schemes: Readonly<Record<Scheme, string>>;
  readonly findings: string;
  readonly hideFindings: string;
  readonly showFindings: string;
  readonly previous: string;
  readonly next: string;
  readonly lock: string;
  readonly unlock: string;
  readonly close: string;
  readonly source: string;
  readonly none: string;
  /** `{0}`: how many. */
  readonly errors: string;
  readonly warnings: string;
  readonly infos: string;
  /** `{0}` findings are left after a fix. */
  readonly left: string;
  /** `{0}` of `{1}`. */
  readonly place: string;
  /** What stands before a message, by severity. */
  readonly error: string;
  readonly warning: string;
  readonly info: string;
  /** A finding of something that the page does not print. */
  readonly elsewhere: string;
  /** `{0}` pictures of other sites are not shown. */
  readonly remote: string;
  readonly showRemote: string;
  readonly untrusted: string;
}

/** What the panel knows when it opens a webview. */
interface PreviewHtml {
  /** `webview.cspSource`. */
  readonly cspSource: string;
  /** New and random for each page, letters and digits only. */
  readonly nonce: string;
  /** `asWebviewUri` of `dist/preview.js`. */
  readonly scriptUri: string;
  /** `asWebviewUri` of `media/preview.css`. */
  readonly styleUri: string;
  /** BCP 47, of the reader. */
  readonly lang: string;
  readonly title: string;
  readonly labels: Labels;
}

/**
 * The policy of the page: styles and pictures from allowed folders, no script of any kind, nothing else.
 *
 * @param remote pictures of other sites are allowed
 */
export function pagePolicy(cspSource: string, nonce: string, remote: boolean): string {
  return [
    "default-src 'none'",
    `img-src ${cspSource} data:${remote ? ' https:' : ''}`,
    `style-src ${cspSource} 'nonce-${nonce}'`,
    `font-src ${cspSource}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** The webview's document. It holds nothing of the article: that comes by messages, so that it is never rebuilt. */
export function previewHtml({ cspSource, nonce, scriptUri, styleUri, lang, title, labels }: PreviewHtml): string {
  return webviewDocument({
    cspSource,
    lang,
    title,
    styleUri,
    script: { uri: scriptUri, nonce },
    hasFrame: true,
    attributes: `data-labels="${quoted(JSON.stringify(labels))}"`,
    body: `<div id="bar" role="toolbar" aria-label="${quoted(labels.toolbar)}">
${select('view', labels.view, views, labels.views)}
${select('scheme', labels.scheme, schemes, labels.schemes)}
<span class="space"></span>
<span id="found">
<button id="previous" type="button" title="${quoted(labels.previous)}" aria-label="${quoted(labels.previous)}">${icons.previous}</button>
<span id="count"></span>
<button id="next" type="button" title="${quoted(labels.next)}" aria-label="${quoted(labels.next)}">${icons.next}</button>
</span>
<button id="marks" type="button" aria-pressed="true">${icons.marks}</button>
<button id="lock" type="button" aria-pressed="false">${icons.lock}</button>
</div>
<div id="remote" role="status" hidden><span></span> <button type="button">${quoted(labels.showRemote)}</button></div>
<main id="stage"></main>
<div id="note" role="dialog" aria-label="${quoted(labels.findings)}" hidden></div>
<div id="said" role="status" aria-live="polite"></div>`,
  });
}

const icon = (path: string) =>
  `<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="${path}" fill="none" stroke="currentColor" stroke-width="1.3" stroke-linecap="round" stroke-linejoin="round"/></svg>`;

const icons = {
  previous: icon('M4 10l4-4 4 4'),
  next: icon('M4 6l4 4 4-4'),
  marks: icon('M3 3h10M3 6.5h6M2.5 12l1.7-1.6 1.7 1.6 1.7-1.6 1.7 1.6 1.7-1.6 1.7 1.6'),
  lock: icon('M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5'),
};

function select<K extends string>(
  id: string,
  label: string,
  values: readonly K[],
  words: Readonly<Record<K, string>>,
): string {
  const options = values.map((value) => `<option value="${value}">${quoted(words[value])}</option>`).join('');
  return `<select id="${id}" title="${quoted(label)}" aria-label="${quoted(label)}">${options}</select>`;
}
