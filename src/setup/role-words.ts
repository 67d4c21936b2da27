import { type FieldType, typesOfField } from '../house/field-types.ts';
import type { FieldRole } from '../house/house.ts';
import { altered, type Localized } from '../model/finding.ts';

/** What a field means, as a proposal says it. */
export const roleWords: Readonly<Record<FieldRole, Localized>> = {
  title: { en: 'the headline', zh: '标题' },
  subtitle: { en: 'the second headline', zh: '副题' },
  series: { en: 'the series', zh: '专题' },
  summary: { en: 'the summary', zh: '摘要' },
  column: { en: 'the column', zh: '栏目' },
  published: { en: 'when it was published', zh: '发布时间' },
  source: { en: 'the source', zh: '来源' },
  reporters: { en: 'who wrote it', zh: '作者' },
  correspondents: { en: 'who contributed', zh: '通讯员' },
  photographers: { en: 'who took the pictures', zh: '摄影' },
  translators: { en: 'who translated it', zh: '翻译' },
  proofreaders: { en: 'who read the proofs', zh: '校对' },
  commissioners: { en: 'who commissioned it', zh: '策划' },
  producers: { en: 'who produced it', zh: '监制' },
  editor: { en: 'the editor', zh: '编辑' },
  keywords: { en: 'keywords', zh: '关键词' },
  cover: { en: 'the picture in lists', zh: '封面图' },
  stage: { en: 'how far it has come', zh: '阶段' },
  slug: { en: 'the last part of the address', zh: '网址名' },
  related: { en: 'related stories', zh: '相关链接' },
  allow: { en: 'checks that do not apply', zh: '不适用的检查' },
  signoff: { en: 'who has signed it', zh: '审签记录' },
  embargo: { en: 'not before when it may go out', zh: '解禁时间' },
  expires: { en: 'until when it may stand', zh: '下线时间' },
  language: { en: 'the language', zh: '语言' },
};

/** The words for a type without their example. */
export const typeWords = (type: FieldType): Localized =>
  altered(typesOfField[type].words, (said) => said.replace(/[,，].*$/s, ''));
