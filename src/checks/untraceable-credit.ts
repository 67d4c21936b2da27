import { defineCheck } from './check.ts';
import { creditsOf } from './people/article-credits.ts';

export const untraceableCredit = defineCheck({
  id: 'untraceable-credit',
  title: { en: 'Untraceable credit', zh: '图片来源不明' },
  summary: {
    en: 'A credit names a rights holder who can be asked.',
    zh: '图片来源要能查到权利人。',
  },
  scope: 'article',
  severity: 'warning',
  serves: ['credit.forms'],
  messages: {
    untraceable: {
      en: '`{source}` is nobody to ask for the rights: name the photographer or the agency',
      zh: '来源“{source}”查不到权利人，请写明作者或供图单位',
    },
  },
  *run(article) {
    for (const { passage, credit } of creditsOf(article)) {
      for (const { code, from, to } of credit.problems) {
        if (code !== 'untraceable') continue;
        yield {
          message: 'untraceable',
          data: { source: passage.prose.text.slice(from, to) },
          at: passage.prose.at(from, to),
        };
      }
    }
  },
});
