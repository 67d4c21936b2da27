import { defineNotice } from './check.ts';

/** Said of a newsroom's files, by whoever looks at a whole folder: no article has it. */
export const unusedPicture = defineNotice({
  id: 'unused-picture',
  title: { en: 'Unused picture', zh: '图片没有用到' },
  summary: {
    en: 'Every picture of the newsroom is named by an article, a page or a template.',
    zh: '稿件库里的图片，都有稿件、页面或模板用到。',
  },
  severity: 'off',
  messages: {
    unused: {
      en: 'Nothing in the newsroom names this picture: is it still needed?',
      zh: '没有稿件、页面或模板用到这张图片，还要留着吗？',
    },
  },
});
