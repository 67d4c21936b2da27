import { isElement } from './nodes.ts';

/** What of a block's look goes along with a selection. */
const looks = ['font-size', 'line-height', 'font-weight', 'color', 'text-align', 'margin-top', 'margin-bottom'];

/** What is not text of the article: pictures have addresses that only the preview can show. */
const left =
  'img, .no-picture, script, style, template, .copydesk-changes, .copydesk-gone-block, .copydesk-moved, del[class^="copydesk-"]';

/** Names an element while its look is read; gone before anything is drawn. */
const NUMBER = 'data-copydesk-number';

/** Puts what the reader selected on the page onto the clipboard: with its look, without marks, attributes and pictures of the preview. */
function copyFrom(page: Document, event: ClipboardEvent): void {
  const selection = page.getSelection();
  if (!selection || selection.isCollapsed || !event.clipboardData) return;
  event.preventDefault();
  event.clipboardData.setData('text/plain', selection.toString().replaceAll('\u00A0', ' '));
  event.clipboardData.setData('text/html', selectedHtml(page, selection.getRangeAt(0)));
}

/**
 * Listens for copying in a page, and in our own document: VS Code's Copy command is carried out there, where nothing is
 * selected.
 *
 * @param current the page that is shown
 */
export function copyingOf(current: () => Document | undefined): { attach(page: Document): void } {
  const chosen = (): Document | undefined => {
    const page = current();
    const own = document.getSelection();
    return own?.isCollapsed !== false && page?.getSelection()?.isCollapsed === false ? page : undefined;
  };
  // Without a selection the command is off, unless this says that there is something to copy.
  document.addEventListener('beforecopy', (event) => {
    if (chosen()) event.preventDefault();
  });
  document.addEventListener('copy', (event) => {
    const page = chosen();
    if (page) copyFrom(page, event);
  });
  return { attach: (page) => page.addEventListener('copy', (event) => copyFrom(page, event)) };
}

function selectedHtml(page: Document, range: Range): string {
  const root = isElement(range.commonAncestorContainer)
    ? range.commonAncestorContainer
    : range.commonAncestorContainer.parentElement;
  if (!root) return '';
  const numbered = [...root.querySelectorAll('*')].filter((element) => range.intersectsNode(element));
  // What is pasted stands on white paper, whatever the editor's theme.
  const scheme = page.documentElement.getAttribute('data-scheme');
  if (scheme !== null) page.documentElement.setAttribute('data-scheme', 'light');
  const styles = numbered.map((element) => blockStyle(element));
  if (scheme !== null) page.documentElement.setAttribute('data-scheme', scheme);
  for (const [index, element] of numbered.entries()) element.setAttribute(NUMBER, String(index));
  const copy = page.createElement('div');
  copy.append(range.cloneContents());
  for (const element of numbered) element.removeAttribute(NUMBER);
  for (const element of copy.querySelectorAll(left)) element.remove();
  for (const element of copy.querySelectorAll('ins.copydesk-added')) element.replaceWith(...element.childNodes);
  for (const element of copy.querySelectorAll('*')) {
    const style = styles[Number(element.getAttribute(NUMBER) ?? -1)] ?? '';
    const href = element.getAttribute('href') ?? '';
    const start = element.localName === 'ol' ? element.getAttribute('start') : null;
    for (const { name } of [...element.attributes]) element.removeAttribute(name);
    if (style !== '') element.setAttribute('style', style);
    if (/^(?:https?|mailto):/i.test(href)) element.setAttribute('href', href);
    if (start !== null) element.setAttribute('start', start);
  }
  for (const element of copy.querySelectorAll('copydesk-finding, span:not([style]), a:not([href]), time'))
    element.replaceWith(...element.childNodes);
  copy.normalize();
  return copy.innerHTML;
}

/** The look of a block as declarations; '' for what stands in a line. */
function blockStyle(element: Element): string {
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  if (!style || style.display.startsWith('inline') || style.display === 'contents') return '';
  const indent = Number.parseFloat(style.textIndent) / Number.parseFloat(style.fontSize);
  const said = looks.map((name) => `${name}:${style.getPropertyValue(name)}`);
  // In letters, so that the indent stays right when somebody makes the text larger.
  return [...said, `text-indent:${Math.round(indent * 100) / 100}em`].join(';');
}
