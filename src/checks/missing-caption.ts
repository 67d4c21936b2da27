import type { Article } from '../model/article.ts';
import { type RoleKind, rolesOf } from '../model/byline/roles.ts';
import type { Credit } from '../model/credit/credit.ts';
import type { Picture } from '../model/furniture/furniture.ts';
import { defineCheck } from './check.ts';
import { isForAll } from './people/article-credits.ts';

export const missingCaption = defineCheck({
  id: 'missing-caption',
  title: { en: 'Picture without caption', zh: '缺图说' },
  summary: {
    en: 'Every picture has a caption that says what it shows.',
    zh: '每张图片都要有说明文字。',
  },
  scope: 'article',
  severity: 'warning',
  serves: ['credit.caption', 'credit.forms'],
  messages: {
    picture: {
      en: 'This picture has no caption: say in a sentence who, where and what it shows',
      zh: '图片没有说明，请写明时间、地点、人物和事件',
    },
    credit: {
      en: '`{credit}` has no caption before it: say first what the picture shows',
      zh: '“{credit}”前面没有图片说明，请先写画面内容',
    },
  },
  *run(article, { house }) {
    if (!house.credit.caption) return;
    const { pictures, looseCredits } = article.furniture;
    for (const picture of pictures) {
      const { caption, credit, at } = picture;
      if (
        caption ||
        picture.title.trim() !== '' ||
        isSaidBefore(article, picture) ||
        (credit && saysItself(credit.credit))
      )
        continue;
      if (credit) {
        const { prose } = credit.passage;
        const { from, to } = credit.credit;
        yield { message: 'credit', data: { credit: prose.text.slice(from, to) }, at: prose.at(from, to) };
      } else {
        yield { message: 'picture', data: { credit: '' }, at };
      }
    }
    for (const loose of looseCredits) {
      const { passage, credit } = loose;
      // What stands for all pictures, or says at the foot where they are from, belongs under none.
      if (saysItself(credit) || isForAll(loose)) continue;
      const { from, to } = credit;
      yield { message: 'credit', data: { credit: passage.prose.text.slice(from, to) }, at: passage.prose.at(from, to) };
    }
  },
});

const drawn: ReadonlySet<RoleKind> = new Set<RoleKind>(['artist', 'designer', 'video']);

/** A cartoon, a graphic or a screenshot of a page says itself what it shows. */
function saysItself({ kind, people }: Credit): boolean {
  const [first] = people;
  return (
    kind === 'screenshot' ||
    (first !== undefined && people.every(({ role }) => rolesOf(role).some((role) => drawn.has(role.kind))))
  );
}

/** Whether the paragraph above a picture says what it shows: 图为…, 下图：, or a sentence that ends in a colon. */
function isSaidBefore({ passages }: Article, { passage }: Picture): boolean {
  const before = passages[passages.indexOf(passage) - 1];
  if (!before || before.kind !== passage.kind) return false;
  const text = before.prose.text.trim();
  return (
    /^(?:[▼↓▽]|下图|左图|右图|图为|图片为|圖為|如图|如下图|上图|▲|△)/.test(text) ||
    /(?:[:：]|(?:如|见)下?图(?:所示)?[。.]?)$/.test(text)
  );
}
