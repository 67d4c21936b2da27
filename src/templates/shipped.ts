import type { House } from '../house/house.ts';
import { isChineseHouse } from '../house/language.ts';
import chinaByline from './china-report/blocks/byline.md';
import chinaEditorLine from './china-report/blocks/editor-line.md';
import chinaEditorsNote from './china-report/blocks/editors-note.md';
import chinaFurtherReading from './china-report/blocks/further-reading.md';
import chinaPhotoBlock from './china-report/blocks/photo.md';
import chinaRelated from './china-report/blocks/related.md';
import chinaComment from './china-report/comment.md';
import chinaCorrection from './china-report/correction.md';
import chinaFeature from './china-report/feature.md';
import chinaInterview from './china-report/interview.md';
import chinaMeeting from './china-report/meeting.md';
import chinaNews from './china-report/news.md';
import chinaPhoto from './china-report/photo.md';
import plainArticleEnglish from './plain/article.en.md';
import plainArticle from './plain/article.md';
import wireByline from './wire/blocks/byline.md';
import wireEditorLine from './wire/blocks/editor-line.md';
import wireEditorsNote from './wire/blocks/editors-note.md';
import wireFurtherReading from './wire/blocks/further-reading.md';
import wirePhotoBlock from './wire/blocks/photo.md';
import wireRelated from './wire/blocks/related.md';
import wireCorrection from './wire/correction.md';
import wireFeature from './wire/feature.md';
import wireNewsBrief from './wire/news-brief.md';

type Texts = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The templates of the houses that we ship, by house and id. */
export const templates: Texts = {
  chinese: {
    news: chinaNews,
    feature: chinaFeature,
    meeting: chinaMeeting,
    photo: chinaPhoto,
    interview: chinaInterview,
    correction: chinaCorrection,
  },
  'china-report': { comment: chinaComment },
  plain: { article: plainArticle },
  wire: { 'news-brief': wireNewsBrief, feature: wireFeature, correction: wireCorrection },
};

/** Those of them that are otherwise where the house writes no Chinese. */
const inEnglish: Texts = { plain: { article: plainArticleEnglish } };

/** Their blocks, by house and id. */
export const blocks: Texts = {
  chinese: {
    byline: chinaByline,
    photo: chinaPhotoBlock,
    related: chinaRelated,
    'further-reading': chinaFurtherReading,
    'editor-line': chinaEditorLine,
    'editors-note': chinaEditorsNote,
  },
  wire: {
    byline: wireByline,
    photo: wirePhotoBlock,
    related: wireRelated,
    'further-reading': wireFurtherReading,
    'editor-line': wireEditorLine,
    'editors-note': wireEditorsNote,
  },
};

function find(texts: Texts, house: House, id: string): string | undefined {
  for (const name of [house.id, ...house.extends]) {
    const those = Object.hasOwn(texts, name) ? texts[name] : undefined;
    if (those !== undefined && Object.hasOwn(those, id)) return those[id];
  }
  return undefined;
}

/** The text of a shipped template of the house, or of the nearest house that it extends. */
export function shippedTemplate(house: House, id: string): string | undefined {
  return (isChineseHouse(house) ? undefined : find(inEnglish, house, id)) ?? find(templates, house, id);
}

/** The text of a shipped block of the house, or of the nearest house that it extends. */
export function shippedBlock(house: House, id: string): string | undefined {
  return find(blocks, house, id);
}
