import { pictureFormats } from '../../model/picture-formats.ts';
import { anyText, defineFieldType, type ValueFault } from './field-type.ts';
import { formatFaults, formatMessages, isOfFormat } from './file-formats.ts';

const noPicture: ValueFault<'image'> = {
  message: 'image',
  data: { known: pictureFormats.map((format) => `.${format}`).join(' ') },
};

export const imageType = defineFieldType({
  words: { en: 'path of a picture', zh: '图片路径' },
  about: {
    en: 'A picture beside the article. It must exist, be of one of `formats` (any picture when absent), and be as large as `least-size` says, such as `900x500`.',
    zh: '稿件旁的图片。文件应存在，格式应在 `formats` 之内（不写则各种图片都可），大小不小于 `least-size`（如 `900x500`）。',
  },
  shape: 'one',
  scalar: 'text',
  example: '../图片/稻田收割.jpg',
  refused: ['封面.pdf', '12'],
  settings: ['formats', 'least-size'],
  schema: anyText,
  names: 'picture',
  formats: pictureFormats,
  suggests: ['pictures'],
  saidBy: 'bad-value',
  messages: {
    image: {
      en: '`{actual}` in `{key}` is not a picture: name a file that ends with one of {known}',
      zh: '字段“{key}”的“{actual}”不是图片，文件名应以其中之一结尾：{known}',
    },
    ...formatMessages,
    'too-small': {
      en: 'The picture `{actual}` is too small: {width}×{height} pixels, where {size} is the least',
      zh: '图片“{actual}”为 {width}×{height} 像素，至少应为 {size}',
    },
  },
  *faults({ prose: { rendered } }, { formats, leastSize }, { sizes }) {
    if (formats !== undefined) yield* formatFaults(rendered, formats);
    else if (!isOfFormat(rendered, pictureFormats)) yield noPicture;
    const size = sizes?.get(rendered);
    const [width = 0, height = 0] = (leastSize ?? '').split(/[x×*]/).map(Number);
    if (leastSize === undefined || size === undefined || (size.width >= width && size.height >= height)) return;
    yield { message: 'too-small', data: { size: leastSize, ...size }, severity: 'warning' };
  },
});
