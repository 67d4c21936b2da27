import type { Article, Passage } from '../model/article.ts';
import type { Picture } from '../model/furniture/furniture.ts';
import { LITERAL } from '../model/prose.ts';
import type { Mark } from './inline.ts';

/** What a passage is on the page besides running text. */
export type Role = 'byline' | 'editor' | 'related' | 'further-reading' | 'credit';

/** What the furniture says about the passages of an article, by the index of their inline token. */
export interface Plan {
  readonly roles: ReadonlyMap<number, Role>;
  readonly marks: ReadonlyMap<number, readonly Mark[]>;
  /** Paragraphs that hold pictures and nothing but their captions and credits. */
  readonly pictures: ReadonlyMap<number, readonly Picture[]>;
  /** The captions and credits that stand apart from their picture: token of the caption to tokens of pictures. */
  readonly captions: ReadonlyMap<number, ReadonlySet<number>>;
}

/** Reads from the furniture, which was decided once in the model, how the page shows each passage. */
export function planPage(article: Article): Plan {
  const { furniture } = article;
  const roles = new Map<number, Role>();
  const marks = new Map<number, Mark[]>();
  const pictures = new Map<number, Picture[]>();
  const captions = new Map<number, Set<number>>();
  const mark = (passage: Passage, from: number, to: number, name: string): void => {
    if (to > from) listIn(marks, passage.token).push({ from, to, name });
  };
  for (const { position, passage, byline } of furniture.bylines) {
    if (position === 'under-title' || position === 'end') roles.set(passage.token, 'byline');
    mark(passage, byline.from, byline.to, 'byline');
  }
  for (const { kind, passage, from, to } of furniture.sections) {
    roles.set(passage.token, kind);
    if (to > from) mark(passage, 0, from, 'label');
  }
  for (const { passage, names } of furniture.editors) {
    roles.set(passage.token, 'editor');
    for (const name of names) mark(passage, name.from, name.to, 'name');
  }
  for (const { passage, credit } of furniture.looseCredits) {
    if (credit.from === 0 && credit.to >= passage.prose.text.trimEnd().length) roles.set(passage.token, 'credit');
    mark(passage, credit.from, credit.to, 'credit');
  }
  for (const picture of furniture.pictures) {
    listIn(pictures, picture.passage.token).push(picture);
    for (const part of [picture.caption, picture.credit]) {
      if (part === undefined || part.passage === picture.passage) continue;
      const owners = captions.get(part.passage.token) ?? new Set<number>();
      captions.set(part.passage.token, owners.add(picture.passage.token));
    }
    const { credit } = picture;
    if (credit !== undefined) mark(credit.passage, credit.credit.from, credit.credit.to, 'credit');
  }
  for (const [token, found] of pictures) if (!standAlone(found)) pictures.delete(token);
  for (const list of marks.values()) list.sort((a, b) => a.from - b.from);
  for (const [token, list] of marks) marks.set(token, withoutOverlaps(list));
  return { roles, marks, pictures, captions };
}

/** Whether a paragraph is its pictures, their captions and their credits, and nothing else. */
function standAlone(pictures: readonly Picture[]): boolean {
  const passage = pictures[0]?.passage;
  if (passage === undefined || passage.kind === 'heading' || passage.kind === 'table-cell') return false;
  const told: { from: number; to: number }[] = [];
  for (const { caption, credit } of pictures) {
    if (caption?.passage === passage) told.push(caption);
    if (credit?.passage === passage) told.push(credit.credit);
  }
  told.sort((a, b) => a.from - b.from);
  const { rendered } = passage.prose;
  let done = 0;
  for (const { from, to } of told) {
    if (!isBlank(rendered.slice(done, from))) return false;
    done = Math.max(done, to);
  }
  return isBlank(rendered.slice(done));
}

function isBlank(text: string): boolean {
  return text.replaceAll(LITERAL, '').trim() === '';
}

/** One credit may stand for several pictures; it is marked once. */
function withoutOverlaps(marks: readonly Mark[]): Mark[] {
  const kept: Mark[] = [];
  for (const mark of marks) if (mark.from >= (kept.at(-1)?.to ?? 0)) kept.push(mark);
  return kept;
}

function listIn<T>(map: Map<number, T[]>, key: number): T[] {
  const list = map.get(key) ?? [];
  map.set(key, list);
  return list;
}
