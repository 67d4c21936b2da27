import type { House } from '../house/house.ts';
import { isChineseHouse } from '../house/language.ts';
import type { Article } from '../model/article.ts';
import { readStory, type StoryPicture } from './story.ts';
import type { PictureUrl, WriteFormat } from './write-format.ts';

interface Person {
  readonly '@type': 'Person';
  readonly name: string;
  readonly jobTitle?: string;
}

interface Organization {
  readonly '@type': 'Organization';
  readonly name: string;
}

interface ImageObject {
  readonly '@type': 'ImageObject';
  readonly contentUrl: string;
  readonly caption?: string;
  readonly creditText?: string;
  readonly creator?: readonly (Person | Organization)[];
  readonly copyrightNotice?: string;
  readonly sourceOrganization?: Organization;
  /** Of IPTC's vocabulary, as schema.org has it. */
  readonly digitalSourceType?: 'https://schema.org/TrainedAlgorithmicMediaDigitalSource';
}

/** A news article in the words of schema.org, for search engines; names are names alone, without roles. */
export interface NewsArticleLd {
  readonly '@context': 'https://schema.org';
  readonly '@type': 'NewsArticle';
  readonly headline: string;
  readonly alternativeHeadline?: string;
  readonly description?: string;
  readonly inLanguage: string;
  readonly datePublished?: string;
  readonly expires?: string;
  readonly dateline?: string;
  readonly articleSection?: string;
  readonly isPartOf?: { readonly '@type': 'CreativeWorkSeries'; readonly name: string };
  readonly author?: readonly (Person | Organization)[];
  readonly contributor?: readonly Person[];
  readonly editor?: readonly Person[];
  readonly publisher?: Organization;
  readonly sourceOrganization?: Organization;
  readonly isBasedOn?: { readonly '@type': 'NewsArticle'; readonly publisher: Organization };
  readonly keywords?: readonly string[];
  /** Absent once it is no draft. */
  readonly creativeWorkStatus?: 'Draft';
  readonly image?: readonly ImageObject[];
}

/** An article as a schema.org NewsArticle. A function of values; never throws. */
export function newsArticle(article: Article, house: House, picture: PictureUrl): NewsArticleLd {
  const story = readStory(article, house);
  const chinese = isChineseHouse(house);
  const person = (name: string, jobTitle?: string): Person => ({
    '@type': 'Person',
    name,
    ...(jobTitle ? { jobTitle } : {}),
  });
  const organization = (name: string): Organization => ({ '@type': 'Organization', name });
  const reporters = story.reporters.map(({ name, role }) => person(name, role ?? (chinese ? '记者' : undefined)));
  const contributors = [
    ...story.correspondents.map(({ name, role }) => person(name, role ?? (chinese ? '通讯员' : undefined))),
    ...story.others.map(({ name, role }) => person(name, role)),
  ];
  // A piece that nobody signed is its outlet's.
  const authors = reporters.length > 0 ? reporters : story.source ? [organization(story.source)] : [];
  const covers = story.cover !== undefined && !story.pictures.some(({ src }) => src === story.cover);
  const images = [
    ...(covers ? [imageObject({ src: story.cover ?? '' }, picture)] : []),
    ...story.pictures.map((each) => imageObject(each, picture)),
  ].filter((image) => image !== undefined);
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: story.headline,
    ...(story.subtitle ? { alternativeHeadline: story.subtitle } : {}),
    ...(story.summary ? { description: story.summary } : {}),
    inLanguage: house.language,
    ...(story.published ? { datePublished: story.published } : {}),
    ...(story.expires ? { expires: story.expires } : {}),
    ...(story.dateline ? { dateline: story.dateline } : {}),
    ...(story.column ? { articleSection: story.column } : {}),
    ...(story.series ? { isPartOf: { '@type': 'CreativeWorkSeries', name: story.series } } : {}),
    ...(authors.length > 0 ? { author: authors } : {}),
    ...(contributors.length > 0 ? { contributor: contributors } : {}),
    ...(story.editors.length > 0 ? { editor: story.editors.map((name) => person(name, house.editorLabel)) } : {}),
    ...(house.page.name || house.name ? { publisher: organization(house.page.name || house.name) } : {}),
    ...(story.source ? { sourceOrganization: organization(story.source) } : {}),
    ...(story.reprint && story.source
      ? { isBasedOn: { '@type': 'NewsArticle', publisher: organization(story.source) } }
      : {}),
    ...(story.keywords.length > 0 ? { keywords: story.keywords } : {}),
    ...(story.draft ? { creativeWorkStatus: 'Draft' } : {}),
    ...(images.length > 0 ? { image: images } : {}),
  };
}

function imageObject(
  found: Partial<StoryPicture> & { readonly src: string },
  picture: PictureUrl,
): ImageObject | undefined {
  const contentUrl = picture(found.src);
  if (contentUrl === undefined) return undefined;
  const people = (found.photographers ?? []).map((name) => ({ '@type': 'Person', name }) as const);
  const makers =
    people.length > 0 || !found.agency ? people : [{ '@type': 'Organization', name: found.agency } as const];
  const caption = found.caption || found.alt;
  return {
    '@type': 'ImageObject',
    contentUrl,
    ...(caption ? { caption } : {}),
    ...(found.credit ? { creditText: found.credit } : {}),
    ...(makers.length > 0 ? { creator: makers } : {}),
    ...(found.agency ? { copyrightNotice: found.agency } : {}),
    ...(found.supplier ? { sourceOrganization: { '@type': 'Organization', name: found.supplier } } : {}),
    ...(found.ai ? { digitalSourceType: 'https://schema.org/TrainedAlgorithmicMediaDigitalSource' } : {}),
  };
}

/** As it is put into a page: nothing in it may end the script element that holds it. */
export const writeJsonLd: WriteFormat = (article, house, { beside }) =>
  `${JSON.stringify(newsArticle(article, house, beside), undefined, 2).replaceAll('<', '\\u003c')}\n`;
