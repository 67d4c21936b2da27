import { isBare } from '../model/front-matter/bare-lines.ts';
import { type Draft, defineCheck } from './check.ts';

const messages = {
  'blank-before': {
    en: 'Blank lines stand before the front matter: many programs do not see it unless `---` is the first line',
    zh: '稿件信息前有空行，“---”应在第一行，否则许多程序读不到',
  },
  fence: {
    en: 'This line should be `---` and nothing else, not `{written}`',
    zh: '这一行应为半角“---”，而不是“{written}”',
  },
  'no-opening': {
    en: 'The line of `---` before these fields is missing',
    zh: '这些字段前面缺一行“---”',
  },
  'no-fences': {
    en: 'The lines of `---` before and after these fields are missing',
    zh: '这些字段前后各缺一行“---”',
  },
  'hexo-json': {
    en: 'Only Hexo reads JSON with `;;;`: write YAML between two lines of `---`',
    zh: '“;;;”格式的 JSON 只有 Hexo 能读，应改为两行“---”之间的 YAML',
  },
  'fix-blank-before': { en: 'Remove the blank lines', zh: '删去空行' },
  'fix-fence': { en: 'Write `---`', zh: '改为“---”' },
  'fix-no-opening': { en: 'Insert `---`', zh: '补上“---”' },
  'fix-no-fences': { en: 'Insert `---` before and after', zh: '前后各补一行“---”' },
} as const;

type Message = keyof typeof messages;

/** Without a fence at all it is the author who knows where the fields end. */
const uncertain: ReadonlySet<string> = new Set(['no-fences']);

const isMessage = (id: string): id is Message => Object.hasOwn(messages, id);

export const misplacedFence = defineCheck({
  id: 'misplaced-fence',
  title: { en: 'Front matter fences', zh: '稿件信息分界线' },
  summary: {
    en: 'The front matter stands between two lines of `---`, the first of which is the first line of the file.',
    zh: '稿件信息在两行“---”之间，前一行是文件的第一行。',
  },
  scope: 'article',
  severity: 'error',
  messages,
  *run({ frontMatter }): Iterable<Draft<Message>> {
    for (const { code, data, at, edits } of frontMatter.fences) {
      // `Title: …`, `Date: …`: Pelican, MultiMarkdown and Nikola have no fences, and names in capitals.
      if (code === 'no-fences' && isBare(frontMatter)) continue;
      const title = `fix-${code}`;
      const fixes =
        edits && edits.length > 0 && isMessage(title) ? [{ title, safe: !uncertain.has(code), source: edits }] : [];
      yield { message: code, data, at, fixes };
    }
  },
});
