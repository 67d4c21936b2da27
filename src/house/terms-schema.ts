import { fillAll, joinedWords, type Localized, severities } from '../model/finding.ts';
import { aboutTermLists, termLists } from './term-lists.ts';
import { type Term, type termKeys, termPlaces } from './terms.ts';

type TermKey = (typeof termKeys)[number];

/** Plain data, as JSON. */
type JsonSchema = Readonly<Record<string, unknown>>;

/** The lists that come with Copydesk, each with what it is about. */
const listsShipped: Localized = termLists
  .map((list, index) =>
    fillAll(
      { en: '{mark}`{list}` ({about})', zh: '{mark}`{list}`（{about}）' },
      { mark: index === 0 ? '' : { en: '; ', zh: '；' }, list, about: aboutTermLists[list] },
    ),
  )
  .reduce(joinedWords);

/** What each part of a term is about. */
export const aboutTerms: Readonly<Record<TermKey, Localized>> = {
  list: fillAll(
    {
      en: 'A list that comes with Copydesk, in place of a term: {lists}.',
      zh: '整张随附的用语表，单独成条：{lists}。',
    },
    { lists: listsShipped },
  ),
  use: { en: 'What is written. `{n}` stands for the figure.', zh: '应写的词；`{n}` 代表其中的数字。' },
  not: { en: 'What is not written: a word, or a list of words.', zh: '不写的词，一个或几个。' },
  except: { en: 'Longer words that hold one of those and are right.', zh: '例外：含有上述词、本身没有错的更长的词。' },
  why: { en: 'Why: shown with the finding.', zh: '理由，随提示显示。' },
  see: { en: 'What it rests on: a standard, a page, a decision of the desk.', zh: '依据：标准、网页或编辑部的决定。' },
  from: { en: 'The first day, month or year on which it holds.', zh: '从何时起：年、年月或年月日。' },
  until: { en: 'The last day, month or year on which it holds.', zh: '到何时止：年、年月或年月日。' },
  where: {
    en: 'Where it holds: title, body, credit (captions and credits); everywhere when not said.',
    zh: '在哪里查：title 标题、body 正文、credit 图片说明和署名；不写则处处都查。',
  },
  quoted: {
    en: 'Whether it holds in quotations, titles of works and the text of links, too.',
    zh: '引文、书名和链接文字里查不查。',
  },
  severity: { en: 'How grave it is; that of `house-term` when not said.', zh: '级别；不写则同 `house-term` 的级别。' },
  ask: { en: 'Fix All leaves it to a person.', zh: '“修正全部”不改，逐处由人决定。' },
  cases: {
    en: 'Sentences in which it is found; `{text: …, fixed: …}` with what becomes of them; `{silent: …}` in which it is not.',
    zh: '实例：应查出的句子；写作 {text: 句子, fixed: 改后} 可一并核对改法；不应查出的写作 {silent: 句子}。',
  },
};

/** What each part of a case is about. */
export const aboutTermCases: Readonly<Record<'text' | 'fixed' | 'silent', Localized>> = {
  text: { en: 'A sentence in which the term is found.', zh: '应查出这条用语的句子。' },
  fixed: { en: 'How it reads after the safe fixes.', zh: '自动改正后的写法。' },
  silent: { en: 'A sentence in which nothing is found.', zh: '不应查出的句子。' },
};

/** The languages of a text in both. */
const aboutLanguages: Readonly<Record<'en' | 'zh', Localized>> = {
  en: { en: 'In English.', zh: '英文。' },
  zh: { en: 'In Chinese.', zh: '中文。' },
};

/** Properties of a JSON Schema with what each is about. */
function described<K extends string>(
  about: Readonly<Record<K, Localized>>,
  properties: Readonly<Record<K, JsonSchema>>,
): JsonSchema {
  const keys = Object.keys(about) as K[];
  return Object.fromEntries(
    keys.map((key) => [key, { description: `${about[key].en}\n${about[key].zh}`, ...properties[key] }]),
  );
}

const text = { type: ['string', 'number', 'boolean'] };
const words = { anyOf: [text, { type: 'array', items: text }] };
const day = {
  anyOf: [
    { type: 'string', pattern: '^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$' },
    { type: 'integer', minimum: 1000, maximum: 9999 },
  ],
};
const oneCase = {
  anyOf: [
    text,
    {
      type: 'object',
      additionalProperties: false,
      properties: described(aboutTermCases, { text, fixed: text, silent: text }),
    },
  ],
};
const forms: Readonly<Record<TermKey, JsonSchema>> = {
  list: { enum: termLists },
  use: text,
  not: words,
  except: words,
  why: {
    anyOf: [
      text,
      { type: 'object', additionalProperties: false, properties: described(aboutLanguages, { en: text, zh: text }) },
    ],
  },
  see: text,
  from: day,
  until: day,
  where: { anyOf: [{ enum: termPlaces }, { type: 'array', items: { enum: termPlaces } }] },
  quoted: { type: 'boolean' },
  severity: { enum: severities },
  ask: { type: 'boolean' },
  cases: { anyOf: [oneCase, { type: 'array', items: oneCase }] },
};

/** The JSON Schema of a list of terms. */
export const termListSchema: JsonSchema = {
  type: 'array',
  items: {
    type: 'object',
    additionalProperties: false,
    properties: described(aboutTerms, forms),
  },
};

/** The JSON Schema of a newsroom's `terms.yml`, which `readTerms` reads. */
export function termsSchema(): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'terms.yml',
    description: 'What a newsroom calls things / 本社用语表',
    type: 'object',
    additionalProperties: false,
    properties: { terms: termListSchema },
  };
}

/** A term as a house file would have it: what is said, and no more. */
export function termAsWritten({ at: _, cases, ...term }: Term): Readonly<Record<string, unknown>> {
  const said = Object.entries(term).filter(
    ([, value]) => value !== false && !(Array.isArray(value) && value.length === 0),
  );
  const told = cases.map(({ text: sentence, silent, fixed }) =>
    silent ? { silent: sentence } : fixed ? { text: sentence, fixed: fixed.text } : sentence,
  );
  return { ...Object.fromEntries(said), ...(told.length === 0 ? {} : { cases: told }) };
}
