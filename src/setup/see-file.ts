import { countCharacters } from '../engine/characters.ts';
import type { Article } from '../model/article.ts';
import { isBare } from '../model/front-matter/bare-lines.ts';
import type { Entry, FrontMatterKind, Value } from '../model/front-matter/front-matter.ts';
import { isBroken, isRead } from '../model/front-matter/values.ts';
import type { BylinePosition } from '../model/furniture/furniture.ts';
import { imagePath } from '../model/image-path.ts';
import { parseArticle } from '../model/parse.ts';
import { type SeenMarks, seeMarks } from './see-marks.ts';
import { type SeenSignature, seeByline, seeCredit } from './see-signature.ts';

/** What one value of the front matter is, as far as the type of its field goes. */
export type SeenValue =
  | { readonly kind: 'none' }
  | { readonly kind: 'text' | 'number' | 'boolean'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly SeenValue[] }
  | { readonly kind: 'map'; readonly fields: ReadonlyMap<string, SeenValue> };

/** How the fields of a file are written. `bare`: lines at its head without fences, as Pelican and MultiMarkdown have them. */
type SeenKind = FrontMatterKind | 'bare';

/** One file of an archive: what it takes to propose a house, and nothing of its text. */
export interface SeenFile {
  /** From the archive's folder, decoded, with `/`. */
  readonly path: string;
  readonly kind: SeenKind;
  /** What is between the fences could be read. */
  readonly isRead: boolean;
  /** Top-level fields in written order; what holds a generator's code is left out. */
  readonly fields: ReadonlyMap<string, SeenValue>;
  /** Names of fields that hold a generator's code: `{{ replace .Name }}`. */
  readonly templated: readonly string[];
  /** Of the body, as editors count. */
  readonly characters: number;
  readonly han: number;
  readonly latin: number;
  /** Letters that only Japanese has, and those of Korean. */
  readonly kana: number;
  readonly hangul: number;
  /** Words that are common in English alone. */
  readonly english: number;
  /** Characters that only one of the two ways of writing Chinese has. */
  readonly traditional: number;
  readonly simplified: number;
  readonly bylines: readonly { readonly position: BylinePosition; readonly signature: SeenSignature }[];
  readonly pictures: readonly { readonly src: string; readonly caption: boolean; readonly credited: boolean }[];
  readonly credits: readonly SeenSignature[];
  readonly editors: readonly string[];
  readonly marks: SeenMarks;
  /** Paragraphs of prose. */
  readonly paragraphs: number;
}

/** Longer values say nothing more about their field. UTF-16 units. */
const longest = 400;

/** Looks at one file of an archive. Never throws. */
export function seeFile(path: string, text: string): SeenFile {
  const article = parseArticle(text);
  const { frontMatter, furniture, passages } = article;
  const fields = new Map<string, SeenValue>();
  const templated: string[] = [];
  for (const entry of frontMatter.entries) {
    if (entry.templated) templated.push(entry.key);
    else if (!fields.has(entry.key) && !isBroken(frontMatter, entry)) fields.set(entry.key, seeValue(entry.value));
  }
  let [characters, han, latin, kana, hangul, english, traditional, simplified] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (const { prose } of passages) {
    characters += countCharacters(prose.rendered);
    han += prose.text.match(/\p{Script=Han}/gu)?.length ?? 0;
    latin += prose.text.match(/\p{Script=Latin}/gu)?.length ?? 0;
    kana += prose.text.match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
    hangul += prose.text.match(/\p{Script=Hangul}/gu)?.length ?? 0;
    english += prose.text.match(/\b(?:the|and|to|that|with)\b/gi)?.length ?? 0;
    traditional +=
      prose.text.match(/[這個們來時說會對國過還後發開關門問間書長東車馬見話語讓請為從學實現]/gu)?.length ?? 0;
    simplified +=
      prose.text.match(/[这个们来时说会对国过还后发开关门问间书长东车马见话语让请为从学实现]/gu)?.length ?? 0;
  }
  return {
    path,
    kind: isBare(frontMatter) ? 'bare' : frontMatter.kind,
    isRead: isRead(frontMatter),
    fields,
    templated,
    characters,
    han,
    latin,
    kana,
    hangul,
    english,
    traditional,
    simplified,
    bylines: furniture.bylines.map(({ position, passage, byline }) => ({
      position,
      signature: seeByline(passage.prose.text, byline),
    })),
    pictures: furniture.pictures.map(({ src, caption, credit }) => ({
      src: imagePath(src),
      caption: caption !== undefined,
      credited: credit !== undefined,
    })),
    credits: creditsOf(article),
    marks: seeMarks(passages),
    editors: furniture.editors.flatMap(({ names }) => names.map(({ name }) => name)),
    paragraphs: passages.filter(({ kind, prose }) => kind === 'paragraph' && prose.text.trim() !== '').length,
  };
}

function creditsOf({ furniture }: Article): readonly SeenSignature[] {
  const placed = furniture.pictures.flatMap(({ credit }) => (credit ? [credit] : []));
  return [...placed, ...furniture.looseCredits].map(({ passage, credit }) => seeCredit(passage.prose.text, credit));
}

function seeValue(value: Value): SeenValue {
  switch (value.kind) {
    case 'scalar': {
      const text = typeof value.value === 'string' ? value.value : value.raw;
      if (text.trim() === '') return { kind: 'none' };
      const kind = typeof value.value === 'number' ? 'number' : typeof value.value === 'boolean' ? 'boolean' : 'text';
      return { kind, text: text.slice(0, longest) };
    }
    case 'list':
      return value.items.length === 0 ? { kind: 'none' } : { kind: 'list', items: value.items.map(seeValue) };
    case 'map':
      return { kind: 'map', fields: new Map(value.entries.flatMap(innerField)) };
    default:
      return { kind: 'none' };
  }
}

/** A field of an object; what YAML takes over from another one (`<<`) is none. */
const innerField = ({ key, value }: Entry): readonly (readonly [string, SeenValue])[] =>
  key === '<<' ? [] : [[key, seeValue(value)]];

/** The single values of a field, those of lists included. */
export function scalarTexts(value: SeenValue | undefined): readonly string[] {
  if (value === undefined || value.kind === 'none' || value.kind === 'map') return [];
  return value.kind === 'list' ? value.items.flatMap(scalarTexts) : [value.text];
}
