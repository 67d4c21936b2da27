import { withoutInvisible } from '../model/foreign/invisible.ts';
import { furtherReadingLabels, relatedLabels } from '../model/furniture/furniture-words.ts';
import { buttons, footerMarks, footerOpenings, navigationWords, staffLabels } from './page-words.ts';

/** No line of furniture is longer (UTF-16 units); a longer line is text, and is not looked into. */
export const LONGEST_LINE = 300;

/**
 * The line as furniture is looked for in it: full-width ASCII as ASCII, every kind of space as a space, every kind
 * of upright bar as `|`. Same length as the line, so that offsets hold for both.
 */
export function fold(line: string): string {
  return line
    .replace(/[\uFF01-\uFF5E]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
    .replace(/[\u4E28\uFE31\u2502]/g, '|')
    .replace(/[^\S\n]/g, ' ');
}

/** The text of a page in lines that hold something, in order; what nobody sees and white space at the ends gone. */
export function pageLines(text: string): readonly string[] {
  return text
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
    .map((line) => withoutInvisible(line).trim())
    .filter((line) => line !== '');
}

/** A paragraph of running text, by its length and marks. */
export function isRunningText(line: string): boolean {
  return line.length >= 60 && /[。，；！？,;!?]|\. /.test(line);
}

/** Navigation: short links between bars or spaces, two of which at least are such as every site has. */
export function isNavigation(folded: string): boolean {
  if (folded.length > LONGEST_LINE) return false;
  const items = folded
    .split(/[|·]|\s{2,}/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
  const words = items.length > 1 ? items : folded.split(' ').filter((item) => item !== '');
  const known = words.filter((word) => navigationWords.has(word)).length;
  return known >= 2 && known * 2 >= words.length;
}

/** Small print under the page: licences, copyright, disclaimers. */
export function isFooter(folded: string): boolean {
  if (footerOpenings.test(folded.slice(0, 60))) return true;
  return folded.length <= LONGEST_LINE && footerMarks.test(folded) && !/。.*。/.test(folded);
}

/** Buttons and counters. */
export function isButton(folded: string): boolean {
  return folded.length <= 60 && buttons.test(folded);
}

/** `相关链接：…`, `延伸阅读：…`: a subhead inside an article. */
export function isSectionLine(line: string): boolean {
  if (line.length > 100) return false;
  const label = [...relatedLabels, ...furtherReadingLabels].find((word) => line.startsWith(word));
  return label !== undefined && /^\s*(?:[:：]|$)/.test(line.slice(label.length));
}

const STAFF = new RegExp(
  `(?:^|[\\s\\[(【/|]|(?<=[\\p{Script=Han}\\w]))(${Object.keys(staffLabels)
    .sort((a, b) => b.length - a.length)
    .join('|')})(?: ?[:|/] ?| +|$)`,
  'gu',
);

/**
 * The editors named in a line such as `责任编辑：X`, `【编辑:X】`, `(责编：A、B)`, `编辑 X 校对 Y`, without desk
 * numbers; `undefined` for a line that is no such line. Empty when the label stands alone.
 */
export function readStaffLine(line: string): readonly string[] | undefined {
  if (line.length > 120) return undefined;
  const folded = fold(line).replace(/^[【[(]纠错[】\])]\s*/, '');
  const open = /^[\s【[("]*/.exec(folded)?.[0].length ?? 0;
  const labels = [...folded.matchAll(STAFF)];
  const first = labels[0];
  if (first === undefined || first.index > open) return undefined;
  const names: string[] = [];
  for (const [index, label] of labels.entries()) {
    const value = folded.slice(label.index + label[0].length, labels[index + 1]?.index ?? folded.length);
    // A sentence that happens to begin with the word is no signature.
    if (value.length > 60 || /[。;!?:“]/.test(value)) return undefined;
    if (staffLabels[label[1] ?? ''] === true && names.length === 0) names.push(...readNames(value));
  }
  return names;
}

/** Names in a list, without brackets and without the desk's numbers (`_NT6056`, `PN054`, `[12]`). */
export function readNames(written: string): readonly string[] {
  const clean = written
    .replace(/[【】[\]()（）"“”]/g, ' ')
    .trimEnd()
    .replace(/[_\s]*(?:[A-Z]{2}\d{2,}| \d+)$/, '');
  const latin = /[A-Za-z]{2}/.test(clean);
  return clean
    .split(latin ? /[、,&|/]| and / : /[、,&|/\s]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
