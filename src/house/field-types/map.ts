import { anyText, defineFieldType, noFaults, textSettings } from './field-type.ts';

export const mapType = defineFieldType({
  words: { en: 'names with values, such as {east: 1, west: 2}', zh: '名称和值，如 {东: 1, 西: 2}' },
  about: {
    en: 'Values under names of the author’s choosing, each of the type that `of` names (text when absent).',
    zh: '作者自定名称的若干值，每个值的类型由 `of` 指定（不写则为文字）。',
  },
  shape: 'map',
  scalar: 'text',
  example: '{抖音: 云岭融媒, 微博: 云岭发布}',
  refused: ['抖音', '[抖音, 微博]'],
  settings: ['of', 'fields', ...textSettings, 'formats', 'least', 'most', 'form'],
  schema: anyText,
  suggests: [],
  ...noFaults,
});
