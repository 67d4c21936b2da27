import type { House } from '../house/house.ts';
import { isChineseHouse } from '../house/language.ts';
import type { Article } from '../model/article.ts';
import { plainText } from './plain-text.ts';
import { richCopy } from './rich-copy.ts';
import { readStory, type Story, type StoryPicture } from './story.ts';
import type { PictureUrl, WriteFormat } from './write-format.ts';

/** A news item of IPTC ninjs 3.1 (iptc.org/standards/ninjs): the part of it that articles fill. */
export interface NewsItem {
  readonly uri: string;
  readonly [property: string]: unknown;
}

/** What the host knows besides. */
export interface NinjsOptions {
  readonly picture: PictureUrl;
  /** The item's identity where the site gives one; absent: a NewsML URN (RFC 3085) of house, date and slug. */
  readonly uri?: string;
}

/** An article as IPTC ninjs 3.1, which agencies' systems take in. A function of values; never throws. */
export function ninjs(article: Article, house: House, { picture, uri }: NinjsOptions): NewsItem {
  const story = readStory(article, house);
  const name = uri ?? urnOf(story, house);
  const moment = story.published?.includes('T') ? story.published : undefined;
  const text = plainText(article, house, { title: false });
  const by = story.reporters.map(({ name: reporter }) => reporter);
  const people = [
    ...story.reporters.map(({ name: person, role }) => ({
      name: person,
      rel: 'author',
      ...(role ? { literal: role } : {}),
    })),
    ...[...story.correspondents, ...story.others].map(({ name: person }) => ({ name: person, rel: 'contributor' })),
    ...story.editors.map((person) => ({ name: person, rel: 'editor' })),
  ];
  return {
    uri: name,
    type: 'text',
    representationType: 'full',
    standard: { name: 'ninjs', version: '3.1', schema: 'https://iptc.org/std/ninjs/ninjs-schema_3.1.json' },
    pubStatus: story.draft ? 'withheld' : 'usable',
    ...(moment ? { firstCreated: moment, versionCreated: moment } : {}),
    ...(story.embargo ? { embargoed: story.embargo } : {}),
    ...(story.expires ? { expires: story.expires } : {}),
    language: house.language,
    title: story.headline,
    headlines: [
      { role: 'main', contentType: 'text/plain', value: story.headline },
      ...(story.subtitle ? [{ role: 'subtitle', contentType: 'text/plain', value: story.subtitle }] : []),
    ],
    ...(story.summary ? { descriptions: [{ role: 'summary', contentType: 'text/plain', value: story.summary }] } : {}),
    ...(by.length > 0 ? { by: by.join(isChineseHouse(house) ? ' ' : ', ') } : {}),
    ...(story.dateline ? { located: story.dateline } : {}),
    bodies: [
      {
        role: 'main',
        contentType: 'text/html',
        value: richCopy(article, house, { for: 'cms', bare: true, image: picture }).html,
      },
      { role: 'main', contentType: 'text/plain', charCount: text.length, value: text },
    ],
    ...(people.length > 0 ? { people } : {}),
    ...(story.source
      ? { infoSources: [{ name: story.source, role: story.reprint ? 'originator' : 'publisher' }] }
      : {}),
    subjects: [
      ...(story.column ? [{ name: story.column, rel: 'section' }] : []),
      ...story.keywords.map((word) => ({ name: word, rel: 'keyword' })),
    ],
    associations: story.pictures.map((each, index) => association(each, `${name}#picture-${index + 1}`, picture)),
  };
}

function association(found: StoryPicture, uri: string, picture: PictureUrl): NewsItem {
  const { src, caption, alt, credit, photographers, supplier, ai } = found;
  const said = caption || alt;
  const href = picture(src);
  return {
    name: src === '' ? uri : src,
    uri,
    rel: 'picture',
    type: 'picture',
    ...(said ? { descriptions: [{ role: 'caption', contentType: 'text/plain', value: said }] } : {}),
    ...(photographers.length > 0 ? { by: photographers.join(', ') } : {}),
    ...(credit ? { copyrightNotice: credit } : {}),
    ...(supplier ? { infoSources: [{ name: supplier, role: 'supplier' }] } : {}),
    ...(href !== undefined && isAbsolute(href) ? { renditions: [{ name: 'original', href }] } : {}),
    ...(ai
      ? {
          digitalSourceType: {
            name: 'Created using Generative AI',
            uri: 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia',
          },
        }
      : {}),
  };
}

function isAbsolute(url: string): boolean {
  return /^(?:https?|file):\/\/[!-~]+$/i.test(url);
}

function urnOf(story: Story, house: House): string {
  const day = story.published?.slice(0, 10).replaceAll('-', '') ?? 'undated';
  const part = (text: string): string =>
    encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD')).replace(
      /[!'()*]/g,
      (mark) => `%${mark.charCodeAt(0).toString(16)}`,
    );
  return `urn:newsml:${part(house.id)}:${day}:${part(story.slug ?? story.headline) || 'untitled'}:1`;
}

/** ninjs takes absolute addresses of pictures only. */
export const writeNinjs: WriteFormat = (article, house, { absolute }) =>
  `${JSON.stringify(ninjs(article, house, { picture: absolute }), undefined, 2)}\n`;
