import { linkedFiles } from '../model/linked-files.ts';
import { defineCheck } from './check.ts';

export const brokenLink = defineCheck({
  id: 'broken-link',
  title: { en: 'Link to nowhere', zh: '链接失效' },
  summary: {
    en: 'A link to another article of the newsroom leads to one that is there.',
    zh: '链接到本库其他稿件的，稿件应当存在。',
  },
  scope: 'article',
  severity: 'warning',
  messages: {
    missing: {
      en: 'There is no `{target}`: whoever follows this link finds nothing',
      zh: '找不到“{target}”，读者点了打不开，请核对链接',
    },
    near: {
      en: 'There is no `{target}`: did you mean `{near}`?',
      zh: '找不到“{target}”，是“{near}”吗？',
    },
  },
  *run(article, { facts: { links } }) {
    if (links === undefined || links.size === 0) return;
    for (const { kind, target, key, at } of linkedFiles(article)) {
      const fact = kind === 'web' ? undefined : links.get(key);
      if (fact === undefined || fact.isThere) continue;
      yield { message: fact.near === undefined ? 'missing' : 'near', data: { target, near: fact.near ?? '' }, at };
    }
  },
});
