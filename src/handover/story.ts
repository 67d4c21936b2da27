import type { FieldRole, House } from '../house/house.ts';
import type { Article } from '../model/article.ts';
import type { Person } from '../model/byline/byline.ts';
import type { Picture } from '../model/furniture/furniture.ts';
import { readingOf } from '../reading/reading.ts';
import { isoTime } from './iso-time.ts';

/** Somebody who had a hand in a story. */
export interface Hand {
  readonly name: string;
  /** What the byline calls them; `undefined` where it says nothing. */
  readonly role: string | undefined;
}

/** A picture of a story with what is said of it. */
export interface StoryPicture {
  /** As `Picture.src`. */
  readonly src: string;
  readonly alt: string;
  /** '' where there is none. */
  readonly caption: string;
  readonly credit: string;
  readonly photographers: readonly string[];
  /** Who gets the credit besides: an agency, an archive. */
  readonly agency: string | undefined;
  /** Who supplied it: a body that did not take it itself. */
  readonly supplier: string | undefined;
  /** The credit says that a machine made it. */
  readonly ai: boolean;
}

/** What is known of an article besides its text, as every form of metadata needs it. */
export interface Story {
  /** With its series tag, as written. */
  readonly headline: string;
  readonly series: string | undefined;
  readonly subtitle: string | undefined;
  readonly summary: string | undefined;
  readonly column: string | undefined;
  readonly keywords: readonly string[];
  /** ISO 8601 with an offset, or a date alone; `undefined` where none is given or it is no date. */
  readonly published: string | undefined;
  /** The outlet that published it first. */
  readonly source: string | undefined;
  /** The source is another outlet than the house: a reprint. */
  readonly reprint: boolean;
  readonly reporters: readonly Hand[];
  /** Those who are not staff: 通讯员. */
  readonly correspondents: readonly Hand[];
  readonly editors: readonly string[];
  /** `PORT LINNET`, `北京5月6日电`: where and when it was filed, where the byline says so. */
  readonly dateline: string | undefined;
  readonly pictures: readonly StoryPicture[];
  /** The picture of lists, where the front matter names one. */
  readonly cover: string | undefined;
  readonly slug: string | undefined;
  /** It says of itself that it is a draft. */
  readonly draft: boolean;
}

/** Reads what is known of an article. A function of values; never throws. */
export function readStory(article: Article, house: House): Story {
  const { headline, text, chinese, saidStage } = readingOf(article, house);
  const field = (role: FieldRole): readonly string[] => text(role)?.texts ?? [];
  const one = (role: FieldRole): string | undefined => {
    const said = field(role)
      .join(chinese ? '、' : ', ')
      .trim();
    return said === '' ? undefined : said;
  };
  const signed = article.furniture.bylines.flatMap(({ byline }) =>
    byline.kind === 'attribution' ? [] : byline.people,
  );
  const source = one('source');
  const editors = field('editor');
  const published = field('published')[0];
  return {
    headline: headline.text,
    series: headline.series,
    subtitle: one('subtitle'),
    summary: one('summary'),
    column: one('column'),
    keywords: field('keywords'),
    published: published === undefined ? undefined : isoTime(published, house.timeZone),
    source,
    reprint: source !== undefined && !isOwn(source, house),
    reporters: hands(field('reporters'), signed, 'reporter'),
    correspondents: hands(field('correspondents'), signed, 'correspondent'),
    editors:
      editors.length > 0 ? editors : article.furniture.editors.flatMap(({ names }) => names.map(({ name }) => name)),
    dateline: datelineOf(article),
    pictures: article.furniture.pictures.map(readPicture),
    cover: one('cover'),
    slug: one('slug'),
    draft: saidStage === 'draft',
  };
}

function isOwn(source: string, { name, byline }: House): boolean {
  return [name, ...byline.outlets].some((own) => own !== '' && (source === own || own.startsWith(source)));
}

/** Whether a role is that of a reporter, of somebody outside the newsroom, or neither. */
function kindOf(role: string | undefined): 'reporter' | 'correspondent' | 'other' {
  if (role === undefined) return 'reporter';
  if (/通讯员|供稿|特约撰稿|投稿|contribut/i.test(role)) return 'correspondent';
  return /摄|图|编|审|校|photograph|edit|produc/i.test(role) && !/记者|report|corresp/i.test(role)
    ? 'other'
    : 'reporter';
}

/** A byline's word for what somebody is; what they did (报道, 采写, 文/图) is no title. */
function titleOf(role: string | undefined): string | undefined {
  return role === undefined || /^(?:.*报[道导]|采写|撰[文稿写]|供稿|文|图|文\/图|图文|整理|综合|by)$/i.test(role)
    ? undefined
    : role;
}

/** Those whom the front matter names, with the role that the byline gives them; else those of the byline. */
function hands(named: readonly string[], signed: readonly Person[], kind: 'reporter' | 'correspondent'): Hand[] {
  const found = named.map((name) => ({ name, role: titleOf(signed.find((person) => person.name === name)?.role) }));
  if (found.length > 0) return found;
  const seen = new Set<string>();
  return signed.flatMap(({ name, role }) => {
    if (kindOf(role) !== kind || seen.has(name)) return [];
    seen.add(name);
    return [{ name, role: titleOf(role) }];
  });
}

function datelineOf({ furniture }: Article): string | undefined {
  const filed = furniture.bylines.find(({ byline }) => byline.place !== undefined);
  if (filed === undefined) return undefined;
  const { place, date } = filed.byline;
  const from = Math.min(place?.from ?? Infinity, date?.from ?? Infinity);
  const to = Math.max(place?.to ?? 0, date?.to ?? 0);
  const text = filed.passage.prose.rendered.slice(from, to).trim();
  return text === '' ? undefined : text;
}

function readPicture({ src, alt, caption, credit }: Picture): StoryPicture {
  const said = credit?.credit;
  const from = said?.agency?.text ?? said?.outlet?.text;
  return {
    src,
    alt,
    caption: caption ? caption.passage.prose.rendered.slice(caption.from, caption.to).trim() : '',
    credit:
      credit && said
        ? credit.passage.prose.rendered
            .slice(said.from, said.to)
            .trim()
            .replace(/^[（(](.*)[）)]$/s, '$1')
        : '',
    photographers: said?.people.map(({ name }) => name) ?? [],
    agency: said?.kind === 'supplied' ? undefined : from,
    supplier: said?.kind === 'supplied' ? from : undefined,
    ai: said?.ai ?? false,
  };
}
