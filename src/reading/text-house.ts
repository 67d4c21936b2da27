import type { House } from '../house/house.ts';
import { isChineseHouse } from '../house/language.ts';
import type { Article } from '../model/article.ts';
import { houseInField } from './language-field.ts';

const variants = new WeakMap<House, Map<string, House>>();

/**
 * The house as it speaks on the page of an article: in the language that a field of it names; where no newsroom has said
 * which language it writes, in that of the text. The same object for the same house and language.
 */
export function houseForText(article: Article, given: House): House {
  const house = houseInField(article, given);
  if ((house.origins?.get('language') ?? house.id) !== 'plain') return house;
  const language = languageOf(article);
  if (language === undefined || language === house.language) return house;
  const known = variants.get(house) ?? new Map<string, House>();
  variants.set(house, known);
  const made = known.get(language) ?? speaking(house, language);
  known.set(language, made);
  return made;
}

function speaking(house: House, language: string): House {
  const own = (house.origins?.get('editor-label') ?? house.id) !== 'plain';
  const editorLabel = own || isChineseHouse({ language }) ? house.editorLabel : 'Editor';
  const { timeZone, ...rest } = house;
  // Nobody has said that these clocks are Beijing's: a moment keeps the offset that it is written with.
  const keeps = isChineseHouse({ language }) || (house.origins?.get('time-zone') ?? house.id) !== 'plain';
  return { ...rest, ...(keeps && timeZone !== undefined ? { timeZone } : {}), language, editorLabel };
}

/** Characters that one of the two ways of writing Chinese has and the other has not, all of them common. */
const traditional = /[這們國為說時會來個學對發過還進開關點裡麼業東車長門問間頭實經現與]/g;
const simplified = /[这们国为说时会来个学对发过还进开关点里么业东车长门问间头实经现与]/g;

/** So much of a text is looked at. UTF-16 units. */
const sample = 4000;

/** The language of a text (BCP 47) by its script; `undefined` where it has no words. */
function languageOf({ text, frontMatter }: Article): string | undefined {
  const body = text.slice(frontMatter.bodyStart, frontMatter.bodyStart + sample);
  const words = `${titleIn(text.slice(0, frontMatter.bodyStart))}\n${body}`;
  const count = (of: RegExp): number => words.match(of)?.length ?? 0;
  const han = count(/\p{Script=Han}/gu);
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const hangul = count(/\p{Script=Hangul}/gu);
  const latin = count(/\p{Script=Latin}+/gu);
  if (kana > 4 && kana * 5 > han) return 'ja';
  if (hangul > han && hangul > latin) return 'ko';
  // A word of Latin letters says as much as two Han characters, and addresses of links are many.
  if (han > 0 && han * 2 >= latin) return count(traditional) > count(simplified) ? 'zh-Hant' : 'zh-Hans';
  return latin > 0 ? 'en' : undefined;
}

const titleIn = (front: string): string => /^(?:title|标题|標題)[ \t]*[:=](.*)$/m.exec(front)?.[1] ?? '';
