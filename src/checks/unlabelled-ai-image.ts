import type { Article } from '../model/article.ts';
import { imagePath } from '../model/image-path.ts';
import { defineCheck } from './check.ts';
import { creditsOf } from './people/article-credits.ts';

/** Names that generators of images leave in the names of their files. */
const generators =
  /midjourney|dall[-_·]?e|stable[-_ ]?diffusion|comfyui|aigc|ai[-_ ]?(?:generated|image|art)|seedream|firefly|jimeng|doubao|即梦|豆包|文心一格|通义万相|可灵|AI(?:生成|绘画|作图|绘图)/i;

export const unlabelledAiImage = defineCheck({
  id: 'unlabelled-ai-image',
  summary: {
    en: 'A picture made by AI says so in words: that it is by AI, and that it was generated.',
    zh: '人工智能生成的图片要有显著的文字标识。',
  },
  source: '人工智能生成合成内容标识办法；GB 45438—2025',
  scope: 'article',
  severity: 'error',
  messages: {
    words: {
      en: 'Unexpected label `{actual}` on a picture made by AI, expected words that say both AI and generated, such as `{expected}`',
      zh: '“{actual}”标识不全，应同时写明“AI（人工智能）”与“生成（合成）”，如“{expected}”',
    },
    file: {
      en: 'Unexpected picture `{actual}` that seems made by AI without a label, expected words such as `{expected}` below it',
      zh: '图片“{actual}”疑为人工智能生成，图下没有标识，应注明“{expected}”',
    },
    replace: { en: 'Write `{expected}`', zh: '写作“{expected}”' },
  },
  *run(article, { reading }) {
    const expected = reading.chinese ? '图片由AI生成' : 'AI-generated image';
    for (const { passage, credit } of creditsOf(article)) {
      const actual = passage.prose.text.slice(credit.from, credit.to);
      if (!credit.ai || isLabel(actual)) continue;
      const made = /(?<=AI|ＡＩ|人工智能) ?(?:制图|绘图|配图|作图|绘制|制作|创作|绘画|辅助)/i.exec(actual);
      const from = credit.from + (made?.index ?? 0);
      const prose = made ? [{ from, to: from + made[0].length, text: '生成' }] : [];
      yield {
        message: 'words',
        data: { actual, expected: made ? actual.replace(made[0], '生成') : expected },
        at: passage.prose.at(credit.from, credit.to),
        fixes: made ? [{ title: 'replace', safe: false, prose }] : [],
      };
    }
    for (const picture of article.furniture.pictures) {
      const name = imagePath(picture.src.slice(picture.src.lastIndexOf('/') + 1));
      if (
        !generators.test(`${name} ${picture.alt}`) ||
        isLabel(textBelow(article, picture.passage.block.start)) ||
        picture.credit?.credit.ai
      )
        continue;
      const { caption, credit } = picture;
      const words = caption ? caption.passage.prose.text.slice(caption.from, caption.to) : '';
      if (isLabel(words) || (credit && isLabel(credit.passage.prose.text))) continue;
      yield { message: 'file', data: { actual: name, expected }, at: picture.at };
    }
  },
});

/** GB 45438—2025 asks for both: what made it (AI, 人工智能) and that it was made (生成, 合成, generated). */
function isLabel(text: string): boolean {
  return /AI|ＡＩ|人工智能|artificial intelligence/i.test(text) && /生成|合成|generated|synthes/i.test(text);
}

function textBelow(article: Article, start: number): string {
  const passage = article.passages.find(({ block }) => block.start === start);
  return passage?.prose.text ?? '';
}
