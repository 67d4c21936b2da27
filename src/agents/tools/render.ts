import { type HandedName, handedFormats, handedNames } from '../../handover/formats.ts';
import { headTags } from '../../handover/head.ts';
import { houseForText, renderDocument, renderPage } from '../../page/index.ts';
import { articleGiven } from '../desk.ts';
import { defineTool, mapOf, text } from '../tool.ts';

interface Input {
  readonly path?: string;
  readonly text?: string;
  readonly format?: 'html' | HandedName;
}

interface Output {
  readonly path: string;
  readonly format: string;
  readonly content: string;
}

/** An article as readers will see it, or as the next desk takes it. */
export const render = defineTool<Input, Output>({
  name: 'render',
  title: { en: 'Draw an article', zh: '生成稿件页面' },
  about: {
    en: 'The news page of an article as one HTML file, or the article as other desks take it: `rich` and `wechat` HTML with styles, `text`, `jsonld` (schema.org), `ninjs` (IPTC). Pictures keep the addresses that the article gives them.',
    zh: '稿件的新闻页面（一个 HTML 文件），或下一环节要的格式：带样式的 `rich`、`wechat`，纯文本 `text`，`jsonld`（schema.org），`ninjs`（IPTC）。图片保留稿件中的地址。',
  },
  input: mapOf({
    path: text({ en: 'The article, relative to the newsroom’s folder.', zh: '稿件路径，从编辑部文件夹写起。' }),
    text: text({ en: 'An article’s text instead of a file.', zh: '直接给出稿件全文。' }),
    format: {
      enum: ['html', ...handedNames],
      description: { en: 'What to make (html).', zh: '生成什么（默认 html）。' },
    },
  }),
  output: mapOf({ path: { type: 'string' }, format: { type: 'string' }, content: { type: 'string' } }, [
    'path',
    'format',
    'content',
  ]),
  async run(desk, input) {
    const { shown, article, house, facts } = await articleGiven(desk, input);
    const { format = 'html' } = input;
    await desk.turn();
    const forText = houseForText(article, house);
    const image = (src: string): string | undefined => (facts.files.get(src) === false ? undefined : src);
    if (format !== 'html') {
      const write = await handedFormats[format].load();
      return { path: shown, format, content: write(article, forText, { beside: image, absolute: image }) };
    }
    const page = renderPage(article, forText, { locale: desk.locale, image });
    return { path: shown, format, content: renderDocument(page, headTags(article, forText, image)) };
  },
  words: ({ content }) => content,
});
