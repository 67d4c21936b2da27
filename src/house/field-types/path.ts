import { anyText, defineFieldType } from './field-type.ts';
import { formatFaults, formatMessages } from './file-formats.ts';

export const pathType = defineFieldType({
  words: { en: 'path of a file', zh: '文件路径' },
  about: {
    en: 'A file beside the article, such as a recording or a document; it must exist and be of one of `formats`.',
    zh: '稿件旁的文件，如录音、文件；应存在，格式应在 `formats` 之内。',
  },
  shape: 'one',
  scalar: 'text',
  example: '../附件/名单.pdf',
  refused: ['[甲.pdf, 乙.pdf]', '12'],
  settings: ['formats', 'unique'],
  schema: anyText,
  names: 'file',
  formats: ['pdf', 'docx', 'xlsx', 'mp3', 'm4a', 'mp4', 'zip'],
  suggests: ['files'],
  saidBy: 'bad-value',
  messages: {
    ...formatMessages,
    'no-file': {
      en: 'There is no file `{actual}`, which `{key}` names',
      zh: '找不到字段“{key}”所写的文件“{actual}”',
    },
  },
  *faults({ prose: { rendered } }, { formats }, { files }) {
    if (formats !== undefined) yield* formatFaults(rendered, formats);
    if (files.get(rendered) === false) yield { message: 'no-file' };
  },
});
