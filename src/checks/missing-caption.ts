import { defineCheck } from './check.ts';

export const missingCaption = defineCheck({
  id: 'missing-caption',
  summary: {
    en: 'Every picture has a caption that says what it shows.',
    zh: '每张图片都要有说明文字。',
  },
  scope: 'article',
  severity: 'warning',
  messages: {
    picture: {
      en: 'Unexpected picture without a caption, expected a sentence that says who, where and what',
      zh: '图片没有说明，应写明时间、地点、人物和事件',
    },
    credit: {
      en: 'Unexpected credit `{credit}` without a caption, expected a sentence before it that says what the picture shows',
      zh: '“{credit}”前没有图片说明，应先写明画面内容',
    },
  },
  *run(article, { house }) {
    if (!house.credit.caption) return;
    const { pictures, looseCredits } = article.furniture;
    for (const { caption, credit, at } of pictures) {
      if (caption) continue;
      if (credit) {
        const { prose } = credit.passage;
        const { from, to } = credit.credit;
        yield { message: 'credit', data: { credit: prose.text.slice(from, to) }, at: prose.at(from, to) };
      } else {
        yield { message: 'picture', data: { credit: '' }, at };
      }
    }
    for (const { passage, credit } of looseCredits) {
      const { from, to } = credit;
      yield { message: 'credit', data: { credit: passage.prose.text.slice(from, to) }, at: passage.prose.at(from, to) };
    }
  },
});
