import { imagePath } from '../model/image-path.ts';
import { defineCheck } from './check.ts';
import type { SaidCredit } from './elsewhere.ts';
import { saidCredit } from './people/said-credit.ts';

export const creditDiffers = defineCheck({
  id: 'credit-differs',
  title: { en: 'Credited two ways', zh: '同图不同署名' },
  summary: {
    en: 'A picture is credited to the same people in every article that shows it.',
    zh: '同一张图片在不同稿件里的署名应当一致。',
  },
  scope: 'article',
  severity: 'warning',
  messages: {
    differs: {
      en: 'This picture is credited `{actual}` here and `{other}` in `{path}`: one of them is wrong',
      zh: '这张图片这里署“{actual}”，{path} 里署“{other}”，请核对哪个是对的',
    },
  },
  *run(article, { facts: { elsewhere } }) {
    if (elsewhere === undefined || elsewhere.credits.size === 0) return;
    for (const { src, credit: found } of article.furniture.pictures) {
      const others = elsewhere.credits.get(imagePath(src));
      if (found === undefined || others === undefined) continue;
      const { passage, credit } = found;
      const own = saidCredit(passage.prose.rendered, credit);
      const other = others.find((one) => contradicts(own, one.credit));
      if (other === undefined) continue;
      const data = { actual: own.text, other: other.credit.text, path: other.path };
      yield { message: 'differs', data, at: passage.prose.at(credit.from, credit.to) };
    }
  },
});

/** Whether two credits cannot both be right: they name others. One that names an agency alone may be short for the other. */
function contradicts(one: SaidCredit, other: SaidCredit): boolean {
  if (one.people.length > 0 && other.people.length > 0) return isApart(one.people, other.people);
  if (one.people.length > 0 || other.people.length > 0) return false;
  return one.bodies.length > 0 && other.bodies.length > 0 && isApart(one.bodies, other.bodies);
}

/** Whether no name of one list is, or holds, one of the other. */
function isApart(some: readonly string[], others: readonly string[]): boolean {
  const plain = (name: string): string => name.replace(/\s+/g, '').toLowerCase();
  return some.every((one) =>
    others.every((other) => !plain(one).includes(plain(other)) && !plain(other).includes(plain(one))),
  );
}
