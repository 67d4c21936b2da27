import type { Picture } from '../model/furniture/furniture.ts';
import { defineCheck, type FixDraft } from './check.ts';

/** What stands in the place of a description and describes nothing: 图片, image1, IMG_0123.JPG. */
const EMPTY_WORDS =
  /^(?:图|图片|配图|插图|照片|图像|截图|示意图|image|img|picture|photo|alt|alt text|screenshot|在这里插入图片描述|请输入图片描述)[\s_-]{0,2}\d{0,4}$/i;
/** The name of a file, or what a camera or a chat calls one. */
const FILE_NAME = /^[\w.-]{1,80}\.[a-z]{3,4}$|^(?:IMG|DSCN?|P|mmexport|微信图片|WX)[_-]?\d{3,20}$/i;

export const missingAlt = defineCheck({
  id: 'missing-alt',
  title: { en: 'Picture without description', zh: '图片缺替代文字' },
  summary: {
    en: 'Every picture has a description, in the brackets of `![…]`, for readers who cannot see it.',
    zh: '每张图片在“![…]”里写明画面内容，供看不见图片的读者使用。',
  },
  source: 'WCAG 2.2 1.1.1',
  scope: 'article',
  severity: 'info',
  messages: {
    missing: {
      en: 'This picture has no description: readers who cannot see it learn nothing',
      zh: '图片没有替代文字，看不见图片的读者无从得知画面内容',
    },
    empty: {
      en: '`{alt}` does not describe the picture: say what it shows',
      zh: '“{alt}”没有说明画面内容，请写明图片上是什么',
    },
    caption: { en: 'Use the caption', zh: '用图片说明作替代文字' },
  },
  *run(article) {
    for (const picture of article.furniture.pictures) {
      const alt = picture.alt.trim();
      if (alt !== '' && !EMPTY_WORDS.test(alt) && !FILE_NAME.test(alt)) continue;
      const fix = withCaption(article.text, picture);
      yield { message: alt === '' ? 'missing' : 'empty', data: { alt }, at: picture.at, fixes: fix ? [fix] : [] };
    }
  },
});

/** Writes the caption between the brackets of the picture; `undefined` where the picture is HTML or has no caption. */
function withCaption(text: string, { at, caption }: Picture): FixDraft<'caption'> | undefined {
  if (caption === undefined) return undefined;
  const said = caption.passage.prose.text.slice(caption.from, caption.to).trim();
  const open = /^!\[([^[\]\n]{0,200})\]\(/.exec(text.slice(at.start, at.end));
  if (open === null || said === '' || /[[\]\\\n\uFFFC]/.test(said)) return undefined;
  const start = at.start + 2;
  return {
    title: 'caption',
    safe: false,
    source: [{ start, end: start + (open[1] ?? '').length, text: said.replace(/。$/, '') }],
  };
}
