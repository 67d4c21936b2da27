import type { House } from '../house/house.ts';
import { imagePath } from '../model/image-path.ts';
import { defineCheck } from './check.ts';

/** Names that generators of images leave in the names of their files, as whole words: mosaic-art and firefly are none. */
const generators =
  /(?<![a-z])(?:midjourney|dall[-_·]?e|stable[-_ ]?diffusion|comfyui|aigc|ai[-_ ]?generated|seedream)(?![a-z])|(?<![A-Za-z])AI(?:生成|绘画|作图|绘图|制图)|文心一格|通义万相/i;

export const unlabelledAiImage = defineCheck({
  id: 'unlabelled-ai-image',
  title: { en: 'AI picture unlabelled', zh: 'AI 图片标识' },
  summary: {
    en: 'A picture made by AI says so in words: that it is by AI, and that it was generated.',
    zh: '人工智能生成的图片要有显著的文字标识。',
  },
  source: '人工智能生成合成内容标识办法；GB 45438—2025',
  scope: 'article',
  severity: 'error',
  serves: ['credit.forms'],
  messages: {
    words: {
      en: '`{actual}` is not enough for a picture made by AI: say both AI and generated, such as `{expected}`',
      zh: '“{actual}”标识不全，应写明“AI（人工智能）”和“生成（合成）”，如“{expected}”',
    },
    file: {
      en: '`{actual}` seems to be made by AI, and nothing says so: add a label below it, such as `{expected}`',
      zh: '“{actual}”像是人工智能生成的图片，请在图下注明，如“{expected}”',
    },
    replace: { en: 'Write `{expected}`', zh: '写作“{expected}”' },
  },
  *run(article, { house, reading }) {
    if (!isUnderTheRules(house, reading.chinese)) return;
    const expected = reading.chinese ? '图片由AI生成' : 'AI-generated image';
    for (const picture of article.furniture.pictures) {
      const { caption, credit: placed, passage, src, at } = picture;
      const words = caption ? caption.passage.prose.text.slice(caption.from, caption.to) : '';
      if (placed?.credit.ai) {
        const { prose } = placed.passage;
        const { from: start, to } = placed.credit;
        const actual = prose.text.slice(start, to);
        if (isLabel(actual) || isLabel(words)) continue;
        const made = /(?<=AI|ＡＩ|人工智能) ?(?:制图|绘图|配图|作图|绘制|制作|创作|绘画|辅助)/i.exec(actual);
        const from = start + (made?.index ?? 0);
        const edits = made ? [{ from, to: from + made[0].length, text: '生成' }] : [];
        yield {
          message: 'words',
          data: { actual, expected: made ? actual.replace(made[0], '生成') : expected },
          at: prose.at(start, to),
          fixes: made ? [{ title: 'replace', safe: false, prose: edits }] : [],
        };
        continue;
      }
      const name = imagePath(src.slice(src.lastIndexOf('/') + 1));
      if (!generators.test(name) || isLabel(words) || isLabel(passage.prose.text)) continue;
      if (placed && isLabel(placed.passage.prose.text)) continue;
      // A name of a file may be what the article is about: a question.
      yield { message: 'file', data: { actual: name, expected }, at, severity: 'info' };
    }
  },
});

/** The rules are the mainland's: a house that writes traditional characters, or English elsewhere, is not under them. */
function isUnderTheRules({ language, timeZone }: House, chinese: boolean): boolean {
  if (/^(?:zh|cmn|yue)-(?:Hant|TW|HK|MO)/i.test(language)) return false;
  return chinese || /^(?:Asia\/(?:Shanghai|Urumqi|Chongqing|Harbin)|PRC)$/.test(timeZone ?? '');
}

/** GB 45438—2025 asks for both: what made it (AI, 人工智能) and that it was made (生成, 合成, generated). */
function isLabel(text: string): boolean {
  return /AI|ＡＩ|人工智能|artificial intelligence/i.test(text) && /生成|合成|generated|synthes/i.test(text);
}
