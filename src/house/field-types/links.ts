import { defineFieldType, noFaults } from './field-type.ts';

export const linksType = defineFieldType({
  words: { en: 'list of links, each with title and url', zh: '链接列表，每项有 title 和 url' },
  about: {
    en: 'Related stories: a list of `title` and `url`, where the url may be the path of another article; or a list of addresses alone.',
    zh: '相关报道：列表，每项写 `title` 和 `url`，url 可以是另一篇稿件的路径；也可以只列地址。',
  },
  shape: 'links',
  scalar: 'text',
  example: '[{title: 一粒种子的旅程, url: seed.md}]',
  refused: ['12'],
  settings: [],
  schema: {
    anyOf: [
      { type: 'string' },
      { type: 'object', required: ['url'], properties: { title: { type: 'string' }, url: { type: 'string' } } },
    ],
  },
  suggests: ['articles'],
  ...noFaults,
});
