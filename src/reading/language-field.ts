import { fieldOfRole } from '../house/field-keys.ts';
import type { House } from '../house/house.ts';
import { languageSaid } from '../house/language-names.ts';
import type { Article } from '../model/article.ts';
import { fieldText } from './field-text.ts';

const variants = new WeakMap<House, Map<string, House>>();

/**
 * The house as it speaks in an article that says its language in a field: `lang: en`, `语言: 英文`. The same object for
 * the same house and language; the house itself where the article says nothing that is a language.
 */
export function houseInField(article: Pick<Article, 'frontMatter' | 'lines'>, house: House): House {
  const field = fieldOfRole(house, 'language');
  if (field === undefined) return house;
  const said = fieldText(article, field)?.texts[0];
  if (said === undefined) return house;
  const { language: own, languages = [] } = house;
  const language = languageSaid(said, [...languages, own]);
  if (language === undefined || language === own) return house;
  const known = variants.get(house) ?? new Map<string, House>();
  variants.set(house, known);
  const origins = new Map(house.origins).set('language', house.origins?.get(`fields.${field.key}.role`) ?? '');
  const made = known.get(language) ?? { ...house, language, origins };
  known.set(language, made);
  return made;
}
