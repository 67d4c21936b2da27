import { defineCheck } from './check.ts';

export const conflictMarker = defineCheck({
  id: 'conflict-marker',
  title: { en: 'Git conflict', zh: '合并冲突' },
  summary: {
    en: 'No article keeps the marks of a Git conflict.',
    zh: '稿件里不能留有 Git 的冲突标记。',
  },
  scope: 'article',
  severity: 'error',
  messages: {
    conflict: {
      en: 'Git could not join two versions here: keep one and delete the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`. Nothing between them is checked or changed',
      zh: '这里两个版本有冲突：请保留一个，并删去以“<<<<<<<”“=======”“>>>>>>>”开头的行。冲突解决之前，其中的文字不检查、也不改动',
    },
  },
  *run({ conflicts }) {
    for (const { start, end } of conflicts) yield { message: 'conflict', at: { from: 0, to: 0, start, end } };
  },
});
