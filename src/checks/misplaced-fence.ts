import { type Draft, defineCheck } from './check.ts';

const messages = {
  'blank-before': {
    en: 'Unexpected blank line before the front matter, expected `---` on the first line: many programs do not see it otherwise',
    zh: '稿件信息前有空行，“---”应在第一行，否则许多程序读不到',
  },
  fence: {
    en: 'Unexpected `{written}`, expected `---` and nothing else on the line',
    zh: '应单独写一行半角“---”，而不是“{written}”',
  },
  'no-opening': {
    en: 'Unexpected field on the first line, expected `---` before it',
    zh: '稿件信息前缺少一行“---”',
  },
  'no-fences': {
    en: 'Unexpected fields without fences, expected a line of `---` before and after them',
    zh: '稿件信息前后各缺一行“---”',
  },
  'hexo-json': {
    en: 'Unexpected `;;;`: this is JSON that only Hexo reads, expected YAML between `---` and `---`',
    zh: '“;;;”是只有 Hexo 才读的 JSON，应为两行“---”之间的 YAML',
  },
  'fix-blank-before': { en: 'Remove the blank lines', zh: '删去空行' },
  'fix-fence': { en: 'Replace with `---`', zh: '改为“---”' },
  'fix-no-opening': { en: 'Insert `---`', zh: '补上“---”' },
  'fix-no-fences': { en: 'Insert `---` before and after', zh: '前后各补一行“---”' },
} as const;

type Message = keyof typeof messages;

/** Without a fence at all it is the author who knows where the fields end. */
const uncertain: ReadonlySet<string> = new Set(['no-fences']);

const isMessage = (id: string): id is Message => Object.hasOwn(messages, id);

export const misplacedFence = defineCheck({
  id: 'misplaced-fence',
  title: { en: 'Edges of front matter', zh: '稿件信息分界线' },
  summary: {
    en: 'The front matter stands between two lines of `---`, the first of which is the first line of the file.',
    zh: '稿件信息在两行“---”之间，前一行是文件的第一行。',
  },
  scope: 'article',
  severity: 'error',
  messages,
  *run({ frontMatter }): Iterable<Draft<Message>> {
    for (const { code, data, at, edits } of frontMatter.fences) {
      const title = `fix-${code}`;
      const fixes =
        edits && edits.length > 0 && isMessage(title) ? [{ title, safe: !uncertain.has(code), source: edits }] : [];
      yield { message: code, data, at, fixes };
    }
  },
});
