import type { House } from '../house/house.ts';
import type { Article } from '../model/article.ts';
import { fillAll, type Localized } from '../model/finding.ts';
import { yamlPlace } from '../model/front-matter/read-yaml.ts';
import type { Place } from '../model/prose.ts';
import type { SignedPart } from '../reading/signed-text.ts';
import { signoffsOf, staleSignature } from '../reading/signoffs.ts';
import { isGated, letThrough, stageAsked, stepsBefore } from '../reading/steps-wanted.ts';
import { defineCheck } from './check.ts';

export const changedAfterSigning = defineCheck({
  id: 'changed-after-signing',
  title: { en: 'Changed after signing', zh: '签字后有改动' },
  summary: {
    en: 'What was signed last is what the article says: a word that was changed since is read and signed again.',
    zh: '最后一次签字之后，稿件文字不应再有改动；改动之处须重新审读签字。',
  },
  scope: 'article',
  severity: 'error',
  serves: ['signoff.steps'],
  messages: {
    changed: {
      en: '{part} has changed since {name} signed “{step}”: read it and sign again',
      zh: '{name}签“{step}”之后，{part}改动过，请审读后重新签字',
    },
    added: {
      en: '{part} was added after {name} signed “{step}”: read it and sign again',
      zh: '{part}是{name}签“{step}”之后加上的，请审读后重新签字',
    },
    gone: {
      en: '{part} was taken out after {name} signed “{step}”: read the text and sign again',
      zh: '{name}签“{step}”之后，删去了{part}，请审读后重新签字',
    },
    moved: {
      en: 'The text has changed since {name} signed “{step}”: its parts stand in another order, or what was signed is not on record. Read it and sign again',
      zh: '{name}签“{step}”之后，稿件改动过（段落次序有变，或记录中没有所签各部分），请审读后重新签字',
    },
  },
  *run(article, { house, facts, reading }) {
    const stale = staleSignature(article, house, signoffsOf(article, house, facts.record ?? undefined));
    if (stale === undefined) return;
    const { signature, changes } = stale;
    const { name } = signature;
    const step = 'stage' in signature ? letThrough : (signature.step?.label ?? signature.stepSaid);
    const said = { name, step };
    // On its way an article is changed by whoever has it next; what has to be signed by now is another matter.
    const stage = stageAsked(reading, facts.asked);
    const isDue = stepsBefore(house, stage).length > 0 || isGated(house, stage);
    const severity = isDue ? ('error' as const) : ('warning' as const);
    const record = signature.at ?? top(article);
    const { fields, goneFields, passages, gone } = changes;
    for (const part of fields)
      yield { message: 'changed', severity, data: { ...said, part: fieldWords(part) }, at: part.at };
    for (const part of passages) {
      const data = { ...said, part: passageWords(article, part) };
      yield { message: part.isNew ? 'added' : 'changed', severity, data, at: part.at };
    }
    for (const key of goneFields)
      yield { message: 'gone', severity, data: { ...said, part: fieldNamed(house, key) }, at: record };
    if (gone > 0) {
      const part = fillAll(
        {
          en: gone === 1 ? 'A paragraph' : 'Of the text, {gone} paragraphs: what stood there',
          zh: '{gone} 段文字',
        },
        { gone },
      );
      yield { message: 'gone', severity, data: { ...said, part }, at: record };
    }
    if (fields.length + goneFields.length + passages.length + gone === 0)
      yield { message: 'moved', severity, data: said, at: record };
  },
});

/** Where what has no place of its own in the article is said: at its top. */
const top = ({ frontMatter: { range } }: Article): Place =>
  yamlPlace(range.start, Math.min(range.end, range.start + 3));

function fieldWords({ field, entry }: SignedPart): Localized {
  const key = entry?.key ?? field?.key ?? '';
  return fillAll({ en: '`{key}`', zh: '“{label}”' }, { key, label: field?.label ?? key });
}

function fieldNamed({ fields }: House, key: string): Localized {
  return fillAll(
    { en: '`{key}`', zh: '“{label}”' },
    { key, label: fields.find((field) => field.key === key)?.label ?? key },
  );
}

/** What a reader calls a part of the body. */
function passageWords({ furniture }: Article, { passage }: SignedPart): Localized {
  if (passage === undefined) return { en: 'This block of code', zh: '这一段代码' };
  const isOf = (part: { readonly passage: unknown } | undefined): boolean => part?.passage === passage;
  for (const picture of furniture.pictures) {
    if (picture.passage === passage) return { en: 'This picture', zh: '这幅图片' };
    if (isOf(picture.caption)) return { en: 'This caption', zh: '这条图片说明' };
    if (isOf(picture.credit)) return { en: 'This credit', zh: '这条图片署名' };
  }
  switch (passage.kind) {
    case 'heading':
      return { en: 'This heading', zh: '这个小标题' };
    case 'table-cell':
      return { en: 'This cell', zh: '这一格' };
    case 'list-item':
      return { en: 'This item', zh: '这一项' };
    case 'note':
      return { en: 'This note', zh: '这条注释' };
    default:
      return { en: 'This paragraph', zh: '这一段' };
  }
}
