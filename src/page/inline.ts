import type { Finding } from '../model/finding.ts';
import { brokenIn } from '../model/markdown/broken-target.ts';
import { FOREIGN, FOREIGN_HIDDEN } from '../model/markdown/foreign-tokens.ts';
import type { Token } from '../model/markdown/token.ts';
import { type ChangedHere, type ChangePen, isAdded, markedText } from './change-marks.ts';
import { attribute, escapeHtml } from './escape.ts';
import { type FindingPen, type Stretch, sliceStretches } from './finding-marks.ts';
import { safeLink } from './links.ts';

/** A stretch of a passage that the page shows as something: offsets are UTF-16 units into `prose.rendered`. */
export interface Mark {
  readonly from: number;
  readonly to: number;
  /** Class of the element drawn around it, one of ours. */
  readonly name: string;
}

/** How a picture is drawn; it is the host that knows where pictures are. `attributes` go into its tag. */
export type DrawPicture = (token: Token, attributes?: string) => string;

/** Draws a reference to a note; '' for one that has none. */
export type DrawNote = (reference: Token, inLink: boolean) => string;

/** What was found in a passage, and what draws it. Stretches are in order and do not overlap. */
export interface FindingsHere {
  readonly stretches: readonly Stretch[];
  readonly pen: FindingPen;
}

/** What changed in a passage, and what draws it. */
export interface ChangesHere {
  readonly changed: ChangedHere;
  readonly pen: ChangePen;
}

/** Inline tokens that become an element of the same name, with nothing of the article's in the tag. */
const elements: Readonly<Record<string, string>> = {
  em_open: '<em>',
  em_close: '</em>',
  strong_open: '<strong>',
  strong_close: '</strong>',
  s_open: '<s>',
  s_close: '</s>',
};

/** How many characters of `prose.rendered` a token stands for. */
export function renderedLength(token: Token): number {
  switch (token.type) {
    case 'text':
    case 'text_special':
    case 'code_inline':
    case FOREIGN:
      return token.content.length;
    case 'html_inline':
      return token.content.startsWith('<!--') ? 0 : token.content.length;
    case 'softbreak':
    case 'hardbreak':
    case 'html_break':
    case 'image':
      return 1;
    default:
      return 0;
  }
}

/**
 * Inline tokens as HTML. Nothing of the article reaches the page but text and the destinations of links that a
 * reader may follow; raw HTML is shown as it is written, its comments left out.
 *
 * @param marks in order, not overlapping
 * @param offset the offset in `prose.rendered` of the first token
 * @param found findings to mark inside the marks
 * @param drawNote absent: references to notes are left out
 * @param changes to mark around the findings
 */
export function renderInline(
  tokens: readonly Token[],
  drawPicture: DrawPicture,
  marks: readonly Mark[] = [],
  offset = 0,
  found?: FindingsHere,
  drawNote?: DrawNote,
  changes?: ChangesHere,
): string {
  const only = tokens[0];
  const unmarked = marks.length === 0 && found === undefined && changes === undefined;
  if (tokens.length === 1 && unmarked && only?.type === 'text') return escapeHtml(only.content);
  let out = '';
  let at = offset;
  let inLink = false;
  /** The mark that is open; text of one mark is one element as long as no markup comes between. */
  let open: Mark | undefined;
  const shut = (): void => {
    if (open) out += '</span>';
    open = undefined;
  };
  const drawn = (content: string, here: number): string =>
    found === undefined
      ? escapeHtml(content)
      : found.pen.text(content, sliceStretches(found.stretches, here, here + content.length));
  const piece = (content: string, here: number): string =>
    changes === undefined ? drawn(content, here) : markedText(content, here, changes.changed, changes.pen, drawn);
  /** What stood before something that cannot be divided. */
  const goneBefore = (length: number): string =>
    (changes?.changed.removed ?? [])
      .filter((one) => one.at >= at && one.at < at + length)
      .map((one) => changes?.pen.removed(one.text))
      .join('');
  const changedWhole = (html: string, length: number): string =>
    goneBefore(length) + (changes && isAdded(changes.changed.added, at) ? changes.pen.added(html) : html);
  /** Something indivisible, with whatever was found in it. */
  const whole = (html: string, length: number): string =>
    changedWhole(found === undefined ? html : found.pen.around(html, findingsIn(found, at, at + length)), length);
  const text = (content: string): void => {
    let from = 0;
    while (from < content.length) {
      const here = at + from;
      const mark = marks.find((candidate) => candidate.to > here);
      const inside = mark !== undefined && mark.from <= here;
      const to = mark === undefined ? content.length : (inside ? mark.to : mark.from) - at;
      if (open !== (inside ? mark : undefined)) {
        shut();
        if (inside) {
          out += `<span class="${mark.name}">`;
          open = mark;
        }
      }
      out += piece(content.slice(from, to), here);
      from = Math.min(to, content.length);
    }
  };
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined) continue;
    if (open && open.to <= at) shut();
    switch (token.type) {
      case FOREIGN_HIDDEN:
        break;
      case FOREIGN:
      case 'text':
      case 'text_special':
        if (marks.length > 0) text(token.content);
        else out += piece(token.content, at);
        break;
      case 'softbreak':
        out += goneBefore(1);
        if (!joinsHan(tokens, i)) out += '\n';
        break;
      case 'tag_open':
      case 'tag_close':
        shut();
        // Of what the article wrote nothing but the element's name, one of ours.
        if (token.tag !== '') out += token.nesting === 1 ? `<${token.tag}>` : `</${token.tag}>`;
        break;
      case 'html_break':
      case 'hardbreak':
        out += `${goneBefore(1)}<br>\n`;
        break;
      case 'code_inline':
        shut();
        out += whole(`<code>${escapeHtml(token.content)}</code>`, token.content.length);
        break;
      case 'html_inline':
        if (!token.content.startsWith('<!--')) out += whole(escapeHtml(token.content), token.content.length);
        break;
      case 'image':
        shut();
        out += brokenIn(token)
          ? whole(escapeHtml(brokenIn(token)?.written ?? ''), 1)
          : changedWhole(drawPicture(token, found && attributesAt(found, at)), 1);
        break;
      case 'link_open':
        shut();
        out += openLink(token);
        inLink = true;
        break;
      case 'link_close':
        shut();
        out += '</a>';
        inLink = false;
        break;
      case 'footnote_ref':
        shut();
        out += drawNote?.(token, inLink) ?? '';
        break;
      default:
        shut();
        // A token of no known type is drawn as its text, never as the markup that it may carry.
        out += elements[token.type] ?? escapeHtml(token.content);
    }
    at += renderedLength(token);
  }
  shut();
  // What stood at the end of a passage is said once, behind its last piece.
  return at === changes?.changed.end ? out + goneBefore(1) : out;
}

function findingsIn({ stretches }: FindingsHere, from: number, to: number): readonly Finding[] {
  return [...new Set(sliceStretches(stretches, from, to).flatMap(({ findings }) => findings))];
}

function attributesAt(found: FindingsHere, at: number): string {
  const findings = findingsIn(found, at, at + 1);
  return findings.length === 0 ? '' : found.pen.attributes(findings);
}

function openLink(token: Token): string {
  const href = String(token.attrGet('href') ?? '');
  const title = attribute('title', token.attrGet('title') ?? undefined);
  const safe = safeLink(href);
  if (safe === undefined) return `<a class="dead"${title}>`;
  // An address that is written out is its own text: print need not repeat it, and it may break anywhere.
  const bare = attribute('class', token.markup === 'autolink' || token.markup === 'linkify' ? 'bare' : undefined);
  return `<a${bare}${attribute('href', safe)}${title}>`;
}

/** Han, kana, hangul, full-width marks, and the marks that both scripts use. */
const wide =
  /^[\u2014\u2018\u2019\u201C\u201D\u2026\u2E80-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF\u{20000}-\u{323AF}]/u;
/** Of those, what is Chinese or Japanese beyond doubt. */
const han = /^[\u2E80-\u9FFF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF\u{20000}-\u{323AF}]/u;

/**
 * Whether a line break stands between two characters that are set without a space. Browsers draw every line break
 * as a space, which a reader would see in the middle of a Chinese sentence.
 */
function joinsHan(tokens: readonly Token[], index: number): boolean {
  const before = Array.from(neighbour(tokens, index, -1).slice(-2)).at(-1) ?? '';
  const after = neighbour(tokens, index, 1);
  return wide.test(before) && wide.test(after) && (han.test(before) || han.test(after));
}

/** What has a line break of its own beside it, or is no text at all. */
const walls: readonly string[] = ['image', 'html_inline', 'softbreak', 'hardbreak', 'html_break'];

/** The text that stands next to a line break, markup aside; empty beside a picture or raw HTML. */
function neighbour(tokens: readonly Token[], index: number, step: 1 | -1): string {
  for (let i = index + step; i >= 0 && i < tokens.length; i += step) {
    const token = tokens[i];
    if (
      token?.type === 'text' ||
      token?.type === 'text_special' ||
      token?.type === 'code_inline' ||
      token?.type === FOREIGN
    ) {
      if (token.content !== '') return token.content;
    } else if (token !== undefined && walls.includes(token.type)) {
      return '';
    }
  }
  return '';
}
