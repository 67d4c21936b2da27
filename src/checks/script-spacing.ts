import type { Passage } from '../model/article.ts';
import { classAt, DIGIT, HAN, LETTER } from '../model/characters.ts';
import { keptByText } from '../model/kept.ts';
import { type Draft, defineCheck } from './check.ts';
import { chineseRules } from './copy/chinese-rules.ts';

type Message = 'none' | 'space' | 'mostlyNone' | 'mostlySpace' | 'insert' | 'remove';

/** Where Chinese meets a letter or a digit; offsets of prose. */
interface Joint {
  readonly at: number;
  readonly kind: 'letters' | 'digits';
  readonly spaced: boolean;
}

const jointsOf = keptByText((text): readonly Joint[] => {
  const found: Joint[] = [];
  const holds = chineseRules(text);
  for (let i = 1; i < text.length; i++) {
    const spaced = text.charAt(i) === ' ';
    const kind = kindOf(text, i - 1, spaced ? i + 1 : i);
    if (kind !== undefined && holds(i)) found.push({ at: i, kind, spaced });
  }
  return found;
});

function kindOf(text: string, left: number, right: number): Joint['kind'] | undefined {
  const [before, after] = [classAt(text, left), classAt(text, right)];
  if (((before ^ after) & HAN) === 0) return undefined;
  const other = (before & HAN) !== 0 ? after : before;
  if ((other & LETTER) !== 0) return 'letters';
  return (other & DIGIT) !== 0 ? 'digits' : undefined;
}

const values = ['any', 'none', 'space', 'consistent'];

export const scriptSpacing = defineCheck({
  id: 'script-spacing',
  title: { en: 'Space between scripts', zh: '中西文间距' },
  summary: {
    en: 'Between Chinese and letters or digits there is a space, or none, as the house says.',
    zh: '汉字与字母、数字之间留不留空格，按本社规定前后一致。',
  },
  source: 'CY/T 154—2017 8',
  scope: 'article',
  severity: 'warning',
  options: {
    letters: {
      type: 'choice',
      values,
      default: 'any',
      about: {
        en: 'Between Chinese and letters: `none`, `space`, `consistent` within an article, or `any`.',
        zh: '汉字与字母之间：none 不空，space 空一格，consistent 全文一致，any 不管。',
      },
    },
    digits: {
      type: 'choice',
      values,
      default: 'any',
      about: {
        en: 'Between Chinese and digits: `none`, `space`, `consistent` within an article, or `any`.',
        zh: '汉字与数字之间：none 不空，space 空一格，consistent 全文一致，any 不管。',
      },
    },
  },
  messages: {
    none: { en: 'This house has no space between Chinese and {what}', zh: '本社汉字与{zh}之间不留空格' },
    space: { en: 'This house has a space between Chinese and {what}', zh: '本社汉字与{zh}之间空一格' },
    mostlyNone: {
      en: 'Elsewhere in this article there is no space between Chinese and {what}',
      zh: '全文汉字与{zh}之间多不留空格，此处留了',
    },
    mostlySpace: {
      en: 'Elsewhere in this article there is a space between Chinese and {what}',
      zh: '全文汉字与{zh}之间多空一格，此处没有',
    },
    insert: { en: 'Insert a space', zh: '加空格' },
    remove: { en: 'Remove the space', zh: '删去空格' },
  },
  *run(_article, { options, reading: { passages } }) {
    for (const kind of ['letters', 'digits'] as const) {
      const wanted = options[kind];
      if (wanted === 'any') continue;
      const joints = passages.flatMap((passage) =>
        jointsOf(passage.prose)
          .filter((joint) => joint.kind === kind)
          .map((joint) => ({ passage, joint })),
      );
      const spaced = joints.filter(({ joint }) => joint.spaced).length;
      const even = spaced * 2 === joints.length;
      if (wanted === 'consistent' && even) continue;
      const space = wanted === 'consistent' ? spaced * 2 > joints.length : wanted === 'space';
      const message = wanted === 'consistent' ? (space ? 'mostlySpace' : 'mostlyNone') : space ? 'space' : 'none';
      for (const { passage, joint } of joints) if (joint.spaced !== space) yield drafted(passage, joint, message);
    }
  },
});

function drafted({ prose }: Passage, { at, kind, spaced }: Joint, message: Message): Draft<Message> {
  const [what, zh] = kind === 'letters' ? ['letters', '字母'] : ['digits', '数字'];
  const edit = { from: at, to: spaced ? at + 1 : at, text: spaced ? '' : ' ' };
  return {
    message,
    data: { what, zh },
    at: prose.at(at - 1, at + 1),
    fixes: [{ title: spaced ? 'remove' : 'insert', safe: prose.encode([edit]) !== undefined, prose: [edit] }],
  };
}
