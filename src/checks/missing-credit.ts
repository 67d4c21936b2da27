import { sampleOf, writeCredit } from '../house/forms-write.ts';
import type { Article } from '../model/article.ts';
import type { Picture } from '../model/furniture/furniture.ts';
import { defineCheck, type FixDraft } from './check.ts';
import { isForAll } from './people/article-credits.ts';

export const missingCredit = defineCheck({
  id: 'missing-credit',
  title: { en: 'Whose picture', zh: '缺图片署名' },
  summary: {
    en: 'Every picture says whose it is.',
    zh: '每张图片都要注明作者或来源。',
  },
  scope: 'article',
  severity: 'warning',
  serves: ['credit.required', 'credit.forms'],
  messages: {
    missing: {
      en: 'This picture does not say whose it is: add a credit below it, such as `{expected}`',
      zh: '图片没有署名，请在图下注明，如“{expected}”',
    },
    add: { en: 'Add `{expected}`', zh: '加上“{expected}”' },
  },
  *run(article, { house, reading }) {
    if (!house.credit.required) return;
    // 本版图片均由…, 图片来源：… at the foot: said once for all.
    if (article.furniture.looseCredits.some(isForAll)) return;
    const photographers = reading.names('photographers');
    const written =
      photographers.length > 0 ? writeCredit(house.credit, { photographers }, house.byline.nameSeparator) : undefined;
    for (const picture of article.furniture.pictures) {
      if (picture.credit) continue;
      const fix = written === undefined ? undefined : insertion(article, picture, written);
      yield {
        message: 'missing',
        data: { expected: written ?? sampleOf(house.credit.forms, house.language) },
        at: picture.at,
        fixes: fix ? [{ title: 'add', safe: false, ...fix }] : [],
      };
    }
  },
});

/** After the caption when there is one, else on the next line. */
function insertion(
  article: Article,
  picture: Picture,
  written: string,
): Pick<FixDraft, 'prose' | 'source'> | undefined {
  const { caption } = picture;
  if (caption) {
    const end = caption.passage.prose.at(caption.to, caption.to).end;
    return {
      source: [
        {
          start: end,
          end,
          text: /[A-Za-z.]$/.test(caption.passage.prose.text.slice(0, caption.to)) ? ` ${written}` : written,
        },
      ],
    };
  }
  const { end } = picture.at;
  const rest = article.text.slice(
    end,
    article.text.indexOf('\n', end) < 0 ? undefined : article.text.indexOf('\n', end),
  );
  if (rest.trim() !== '') return undefined;
  return { source: [{ start: end, end, text: `${article.text.includes('\r\n') ? '\r\n' : '\n'}${written}` }] };
}
