import { fold } from '../byline/lexicon/fold.ts';
import { looksPersonal } from '../byline/names/names.ts';
import { readByline } from '../byline/read-byline.ts';
import { rolesOf } from '../byline/roles.ts';
import type { Credit } from '../credit/credit.ts';
import { readCredit } from '../credit/read-credit.ts';
import { askedOfText } from '../kept.ts';
import type { Token } from '../markdown/token.ts';
import type { Passage } from '../passage.ts';
import type { PlacedImage } from '../passages.ts';
import { LITERAL } from '../prose.ts';
import type { Range } from '../range.ts';
import { shifted } from '../shifted.ts';
import { isCaption } from './caption-line.ts';
import type { EditorLine, Furniture, LooseCredit, Picture, Section } from './furniture.ts';
import { editorLabels, furtherReadingLabels, relatedLabels } from './furniture-words.ts';
import { readLooseSignature } from './loose-signature.ts';
import { coversAll, LONGEST_LINE, PARAGRAPHS_AT_END, readBylines } from './read-bylines.ts';

/** Credits of the last parse by the text they were read from: reading is the dear part, and few texts change. */
export interface FurnitureCache {
  credits: Map<string, Credit | undefined>;
}

/** A cache with nothing in it. */
export function furnitureCache(): FurnitureCache {
  return { credits: new Map() };
}

type CreditReader = (text: string) => Credit | undefined;

/** Reads credits through the cache, which then holds what this parse has read and nothing older. */
function keptReader(kept: FurnitureCache): CreditReader {
  const last = kept.credits;
  const now = new Map<string, Credit | undefined>();
  kept.credits = now;
  return (text) => {
    if (now.has(text)) return now.get(text);
    const credit = last.has(text) ? last.get(text) : readCredit(text);
    now.set(text, credit);
    return credit;
  };
}

/** Recognises what is not running text: byline, pictures with caption and credit, link sections, editor line. */
export function readFurniture(
  passages: readonly Passage[],
  images: readonly PlacedImage[],
  tokens: readonly Token[],
  kept: FurnitureCache = furnitureCache(),
): Furniture {
  const credits = keptReader(kept);
  const ranges: Range[] = [];
  const { pictures, taken } = readPictures(passages, images, ranges, { credits, tokens });
  const paragraphs = passages.filter((passage) => passage.kind === 'paragraph' && !taken.has(passage));
  const editors = readEditors(paragraphs);
  for (const { passage } of editors) taken.add(passage);
  const looseCredits: LooseCredit[] = [];
  for (const passage of paragraphs) {
    if (taken.has(passage)) continue;
    const credit = mayBeCredit(passage.prose) ? wholeCredit(passage, credits) : undefined;
    if (credit === undefined) continue;
    looseCredits.push({ passage, credit });
    taken.add(passage);
  }
  const rest = paragraphs.filter((passage) => !taken.has(passage) && hasInk(passage.prose));
  const bylines = readBylines(rest);
  const looseSignature = bylines.length === 0 ? readLooseSignature(rest.slice(-PARAGRAPHS_AT_END)) : undefined;
  for (const { passage } of [...editors, ...looseCredits]) ranges.push(passage.block);
  for (const { passage, position } of bylines)
    if (position === 'under-title' || position === 'end') ranges.push(passage.block);
  return {
    bylines,
    ...(looseSignature ? { looseSignature } : {}),
    pictures,
    looseCredits,
    sections: readSections(passages),
    editors,
    ranges,
  };
}

/** A credit on a line of its own is short, and says what it credits or who issued it. */
const LONGEST_CREDIT = 100;
const creditWords =
  /[摄攝图圖]|供稿|[来來]源|照片|[发發]\s*[（(]|漫[画畫]|AI|[Pp]hoto|[Cc]ourtesy|[Ii]mage|[Pp]icture|[Ii]llustration|[Gg]raphic/;

/** Who did the pictures and the text too signs the article: 文/图, 摄影报道, 采写：某某 制图：某某. */
const bylineWords =
  /报[道导]|文\s*[/／｜|丨、:：]|[/／、]\s*文|[圖图]文|文[圖图]|采写|撰文|撰稿|执笔|文字|出镜|记者\s*[:：]/;

const mayBeCredit = askedOfText(
  (text) => text.length <= LONGEST_CREDIT && !text.includes(LITERAL) && creditWords.test(text),
);

const hasInk = askedOfText((text) => text.trim() !== '');

function wholeCredit(passage: Passage, credits: CreditReader): Credit | undefined {
  const { text } = passage.prose;
  if (!mayBeCredit(passage.prose)) return undefined;
  if (bylineWords.test(text) && readByline(text, 'line')?.people.length) return undefined;
  // 3、iPhone 专业拍摄: an item of a list.
  if (/^\s*(?:[（(]?\d{1,3}[）)、.．]|[-•·*])/.test(text)) return undefined;
  const credit = credits(text);
  if (!credit || !coversAll(text, credit)) return undefined;
  // 来源：海州日报 at the foot is where the text is from; what AI made is a picture, and there is none.
  return credit.kind === 'source-line' || credit.kind === 'ai' || !isCertain(text, credit) ? undefined : credit;
}

/** Whether a line without a picture is a credit for certain: 专业拍摄 may be a heading. */
function isCertain(text: string, { kind, people, outlet, agency, from }: Credit): boolean {
  // 图片编辑：周砚 answers for the pictures and took none.
  if (people.length > 0 && people.every(({ role }) => rolesOf(role)[0]?.kind === 'editor')) return false;
  if (kind !== 'signed' || outlet || agency || /^[（(【［[]/.test(text.slice(from))) return true;
  return people.every(({ name, text: written, to }) => {
    const touches = to < text.length && !/^[\s/／|｜丨、，,]/.test(text.slice(to));
    return !touches || looksPersonal(fold(name)) || /^[攝摄]/.test(text.slice(to)) || written !== name;
  });
}

/** Pairs images with what is written below them: the rest of their paragraph, or the paragraph that follows. */
function readPictures(
  passages: readonly Passage[],
  images: readonly PlacedImage[],
  ranges: Range[],
  { credits, tokens }: { readonly credits: CreditReader; readonly tokens: readonly Token[] },
): { pictures: readonly Picture[]; taken: Set<Passage> } {
  const pictures: Picture[] = [];
  const taken = new Set<Passage>();
  const withImages = new Set(images.map(({ passage }) => passage));
  const indexes = new Map(passages.map((passage, index) => [passage, index]));
  let passageNow: Passage | undefined;
  let firstText = 0;
  for (const [index, placed] of images.entries()) {
    const { passage, image } = placed;
    const { text } = passage.prose;
    if (passage !== passageNow) {
      passageNow = passage;
      firstText = text.search(notImage);
    }
    const next = images[index + 1];
    const last = next?.passage !== passage;
    const from = image.from + 1;
    const to = last ? text.length : next.image.from;
    const onlyImages = firstText === -1;
    let below = tailBelow(passage, from, to, credits);
    if (onlyImages && last) {
      const follower = passages[(indexes.get(passage) ?? -2) + 1];
      if (follower && follower.kind === passage.kind && !withImages.has(follower)) {
        below = wholeBelow(follower, tokens, credits);
        if (below.caption ?? below.credit) taken.add(follower);
        const after = passages[(indexes.get(follower) ?? -2) + 1];
        // A credit on a line of its own under the caption.
        const credit =
          below.caption && !below.credit && after?.kind === passage.kind && !withImages.has(after)
            ? wholeCredit(after, credits)
            : undefined;
        if (after && credit) {
          below = { ...below, credit: { passage: after, credit } };
          taken.add(after);
          ranges.push(follower.block);
        }
      }
    }
    const startsParagraph = onlyImages || firstText > image.from;
    if (startsParagraph && (onlyImages || below.credit || below.caption) && !taken.has(passage)) {
      taken.add(passage);
      ranges.push(passage.block);
    }
    const follower = below.credit?.passage ?? below.caption?.passage;
    if (startsParagraph && follower && follower !== passage) ranges.push(follower.block);
    pictures.push({
      at: { from: image.from, to: from, prose: passage.prose, start: placed.range.start, end: placed.range.end },
      src: image.src,
      alt: image.alt,
      title: image.title,
      passage,
      ...below,
    });
  }
  return { pictures, taken };
}

/** Anything that is neither a literal run (an image, code) nor a blank. */
const notImage = /[^\s\uFFFC]/;

type Below = Pick<Picture, 'caption' | 'credit'>;

/** What follows an image on the next line of its own paragraph. */
function tailBelow(passage: Passage, from: number, to: number, credits: CreditReader): Below {
  const tail = passage.prose.text.slice(from, to);
  if (tail.trim() === '' || !/^[ \t]*\n/.test(tail)) return {};
  return captioned(passage, from, to, credits(tail));
}

/** What the paragraph after an image says of it; nothing when it is running text. */
function wholeBelow(passage: Passage, tokens: readonly Token[], credits: CreditReader): Below {
  const { text } = passage.prose;
  if (text.length > LONGEST_LINE) return {};
  const credit = credits(text);
  if (credit && text.slice(credit.to).trim() === '') return captioned(passage, 0, text.length, credit);
  if (readEditorLine(passage) || openingLabel(text, [...relatedLabels, ...furtherReadingLabels])) return {};
  return isCaption(passage, tokens) ? captioned(passage, 0, text.length, undefined) : {};
}

function captioned(passage: Passage, from: number, to: number, credit: Credit | undefined): Below {
  const placed = credit && shifted(credit, from);
  const { text } = passage.prose;
  const end = placed ? placed.from : to;
  const lead = text.slice(from, end);
  const start = from + (lead.length - lead.trimStart().length);
  const caption = { passage, from: start, to: start + lead.trim().length };
  return {
    ...(caption.to > caption.from ? { caption } : {}),
    ...(placed ? { credit: { passage, credit: placed } } : {}),
  };
}

function readSections(passages: readonly Passage[]): readonly Section[] {
  const sections: Section[] = [];
  for (const passage of passages) {
    if (!opensSection(passage.prose) || (passage.kind !== 'paragraph' && passage.kind !== 'heading')) continue;
    const { text } = passage.prose;
    const label = openingLabel(text, relatedLabels) ?? openingLabel(text, furtherReadingLabels);
    if (label === undefined) continue;
    const after = /^\s*(?:[：:]\s*|$)/.exec(text.slice(label.length));
    if (after === null) continue;
    const kind = relatedLabels.includes(label) ? 'related' : 'further-reading';
    sections.push({ kind, passage, from: label.length + after[0].length, to: text.trimEnd().length });
  }
  return sections;
}

const opensSection = askedOfText(
  (text) =>
    text.length <= LONGEST_LINE &&
    (openingLabel(text, relatedLabels) ?? openingLabel(text, furtherReadingLabels)) !== undefined,
);

function openingLabel(text: string, labels: readonly string[]): string | undefined {
  return labels.find((label) => text.startsWith(label));
}

function readEditors(paragraphs: readonly Passage[]): readonly EditorLine[] {
  const editors: EditorLine[] = [];
  for (const passage of paragraphs.slice(-PARAGRAPHS_AT_END)) {
    const line = readEditorLine(passage);
    if (line) editors.push(line);
  }
  return editors;
}

const editorLine = new RegExp(
  `^\\s*[（(【[]?\\s*(?:${editorLabels.join('|')})\\s?([：:|丨/／]\\s*|\\s+)([^（）()【】\\[\\]：:]*)[）)】\\]]?\\s*$`,
);

function readEditorLine(passage: Passage): EditorLine | undefined {
  const { text } = passage.prose;
  if (text.length > LONGEST_LINE) return undefined;
  const match = editorLine.exec(text);
  const written = match?.[2];
  if (written === undefined) return undefined;
  const start = text.lastIndexOf(written);
  const names: { name: string; from: number; to: number }[] = [];
  const separator = /[A-Za-z]/.test(written) ? /[^,、&]+/g : /[^\s、，,；;/&]+/g;
  for (const found of written.matchAll(separator)) {
    const name = found[0].trim();
    if (name === '') continue;
    const from = start + found.index + found[0].indexOf(name);
    names.push({ name, from, to: from + name.length });
  }
  return { passage, names };
}
