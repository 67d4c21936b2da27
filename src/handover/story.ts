import type { FieldRole, House } from '../house/house.ts';
import { isCorrespondentIn, worksOf } from '../house/works.ts';
import type { Article } from '../model/article.ts';
import type { Person } from '../model/byline/byline.ts';
import { isWork, isWriter } from '../model/byline/roles.ts';
import type { Picture } from '../model/furniture/furniture.ts';
import { nameKey } from '../model/name-key.ts';
import { boundOf } from '../reading/embargo.ts';
import { otherHands } from '../reading/other-hands.ts';
import { readingOf } from '../reading/reading.ts';

/** Somebody who had a hand in a story. */
interface Hand {
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
  /** Those whom the byline names for other work than writing, pictures and editing: 译者, 策划. */
  readonly others: readonly Hand[];
  readonly editors: readonly string[];
  /** `PORT LINNET`, `北京5月6日电`: where and when it was filed, where the byline says so. */
  readonly dateline: string | undefined;
  readonly pictures: readonly StoryPicture[];
  /** The picture of lists, where the front matter names one. */
  readonly cover: string | undefined;
  readonly slug: string | undefined;
  /** Before when it may not be read, and until when it may stand: ISO 8601 with an offset. */
  readonly embargo: string | undefined;
  readonly expires: string | undefined;
  /** It says of itself that it is a draft. */
  readonly draft: boolean;
}

/** Reads what is known of an article. A function of values; never throws. */
export function readStory(article: Article, house: House): Story {
  const reading = readingOf(article, house);
  const { headline, text, chinese, saidStage, published } = reading;
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
  return {
    headline: headline.text,
    series: headline.series,
    subtitle: one('subtitle'),
    summary: one('summary'),
    column: one('column'),
    keywords: field('keywords'),
    published: published?.iso,
    source,
    reprint: source !== undefined && !isOwn(source, house),
    ...handsOf(
      {
        reporters: field('reporters'),
        correspondents: field('correspondents'),
        others: otherHands(reading).flatMap(({ label, names }) => names.map((name) => ({ name, role: label }))),
      },
      signed,
      house,
    ),
    editors:
      editors.length > 0 ? editors : article.furniture.editors.flatMap(({ names }) => names.map(({ name }) => name)),
    dateline: datelineOf(article),
    pictures: article.furniture.pictures.map(readPicture),
    cover: one('cover'),
    slug: one('slug'),
    embargo: boundOf(reading, 'embargo')?.iso,
    expires: boundOf(reading, 'expires')?.iso,
    draft: saidStage === 'draft',
  };
}

function isOwn(source: string, { name, byline }: House): boolean {
  return [name, ...byline.outlets].some((own) => own !== '' && (source === own || own.startsWith(source)));
}

/** A byline's word for what somebody is; what they did (报道, 采写, 文/图) is no title. */
function titleOf(role: string | undefined): string | undefined {
  return role === undefined || isWork(role) || /^by$/i.test(role) ? undefined : role;
}

/**
 * Those who had a hand in the text: whom the front matter names, with the role that the byline gives them, else those
 * of the byline. Nobody is named twice.
 */
function handsOf(
  named: {
    readonly reporters: readonly string[];
    readonly correspondents: readonly string[];
    readonly others: readonly Hand[];
  },
  signed: readonly Person[],
  { byline }: House,
): Pick<Story, 'reporters' | 'correspondents' | 'others'> {
  const roles = new Map([...signed].reverse().map(({ name, role }) => [nameKey(name), role]));
  const hand = (name: string): Hand => ({ name, role: titleOf(roles.get(nameKey(name))) });
  const seen = new Set(
    [...named.reporters, ...named.correspondents, ...named.others.map(({ name }) => name)].map(nameKey),
  );
  const anew = (wanted: (role: string | undefined) => boolean): readonly Hand[] =>
    signed.flatMap(({ name, role }) => {
      if (!wanted(role) || seen.has(nameKey(name))) return [];
      seen.add(nameKey(name));
      return [hand(name)];
    });
  const writes = (role: string | undefined): boolean => isWriter(role) || worksOf(role).has('reporters');
  const outside = (role: string | undefined): boolean => isWriter(role) && isCorrespondentIn(byline, role);
  const reporters =
    named.reporters.length > 0 ? named.reporters.map(hand) : anew((role) => writes(role) && !outside(role));
  const correspondents = named.correspondents.length > 0 ? named.correspondents.map(hand) : anew(outside);
  return {
    reporters,
    correspondents,
    others: [...named.others, ...anew((role) => !writes(role) && worksOf(role).size === 0)],
  };
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
