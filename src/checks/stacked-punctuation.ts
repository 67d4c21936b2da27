import { matchesOf } from '../model/matches.ts';
import { defineCheck, type FixDraft } from './check.ts';
import { chineseRules } from './copy/chinese-rules.ts';
import { englishStacks } from './copy/english-stacks.ts';
import { isShown } from './copy/shown.ts';
import { strayMarksIn } from './copy/stray-marks.ts';

const RUNS = /[，。、；：！？]{2,}|[。！？]”[，。；]/g;

type Message = 'doubled' | 'mixed' | 'outside' | 'many' | 'order' | 'replace' | 'keepFirst' | 'keepLast' | 'remove';

/** What is wrong with a run, and with what it may be replaced. */
interface Fault {
  readonly message: Message;
  readonly expected: readonly string[];
  readonly safe: boolean;
}

export const stackedPunctuation = defineCheck({
  id: 'stacked-punctuation',
  title: { en: 'Stacked punctuation', zh: '标点叠用' },
  summary: {
    en: 'One mark ends a clause or a sentence; only ！ and ？ may be repeated, at most three times.',
    zh: '点号不叠用；叹号、问号叠用不超过三个。',
  },
  source: 'GB/T 15834—2011 4.3, 5.1',
  scope: 'passage',
  severity: 'error',
  mistake: 'mark',
  triggers: '，。、；：！？/,.;:?!',
  messages: {
    doubled: { en: 'One `{expected}` is enough here, not `{actual}`', zh: '“{actual}”叠用，用一个“{expected}”即可' },
    mixed: {
      en: 'Two marks in a row, `{actual}`: keep one, {choices}',
      zh: '“{actual}”两个标点连用，留一个即可：{choices}',
    },
    outside: {
      en: 'The quotation has ended the sentence already: no `{extra}` after `{quoted}`',
      zh: '引文末尾已有句末点号，“{quoted}”后不再用“{extra}”',
    },
    many: {
      en: 'Three marks in a row at most: `{expected}`, not `{actual}`',
      zh: '叹号、问号最多连用三个：“{actual}”应为“{expected}”',
    },
    order: {
      en: 'The question mark comes first: `{expected}`, not `{actual}`',
      zh: '先问号后叹号：“{actual}”应为“{expected}”',
    },
    head: { en: 'No line begins with `{actual}`', zh: '行首不用“{actual}”' },
    inside: { en: '`{actual}` stands where nothing pauses', zh: '“{actual}”用得多余，此处没有停顿' },
    both: {
      en: '`{actual}` has a mark on both sides of the quotation mark: one will do',
      zh: '“{actual}”引号内外都有点号，留一个即可',
    },
    slash: { en: 'A slash needs no mark beside it', zh: '分隔号前后不用点号' },
    colon: {
      en: 'Nothing pauses before a quotation that is a part of the sentence: no colon',
      zh: '引文只是句子的一部分，前面没有停顿，不用冒号',
    },
    within: {
      en: 'A quotation that is a sentence of its own has its stop inside: `{expected}`',
      zh: '独立成句的引文，句末点号放在引号内：“{expected}”',
    },
    bracketed: {
      en: 'A note inside a sentence has no stop of its own',
      zh: '句内括注末尾不用句号',
    },
    replace: { en: 'Write `{expected}`', zh: '改为“{expected}”' },
    write: { en: 'Write `{instead}`', zh: '改为“{instead}”' },
    drop: { en: 'Remove `{actual}`', zh: '删去“{actual}”' },
    keepFirst: { en: 'Keep `{first}`', zh: '保留“{first}”' },
    keepLast: { en: 'Keep `{last}`', zh: '保留“{last}”' },
    remove: { en: 'Remove `{extra}`', zh: '删去“{extra}”' },
  },
  *run({ prose }) {
    const { text } = prose;
    yield* englishStacks(prose);
    const holds = chineseRules(text);
    yield* strayMarksIn(prose);
    for (const match of matchesOf(text, RUNS)) {
      const from = match.index;
      const actual = match[0];
      const to = from + actual.length;
      const fault = actual.includes('”') ? afterQuotation(text, from, to) : stacked(text, from, actual);
      if (fault === undefined || !holds(from) || isShown(text, from, to)) continue;
      const { message, expected, safe } = fault;
      const fixes = expected.map((mark, index): FixDraft<Message> => {
        const several = index === 0 ? 'keepFirst' : 'keepLast';
        const one = message === 'outside' ? 'remove' : 'replace';
        return { title: expected.length > 1 ? several : one, safe, prose: [{ from, to, text: mark }] };
      });
      yield {
        message,
        data: {
          actual,
          expected: expected[0] ?? '',
          choices: expected.map((mark) => `\`${mark}\``).join(' / '),
          quoted: actual.slice(0, 2),
          extra: actual.slice(2),
          first: expected[0] ?? '',
          last: expected.at(-1) ?? '',
        },
        at: prose.at(from, to),
        // Nothing that an editor must decide about is called an error.
        ...(safe ? {} : { severity: 'warning' as const }),
        fixes,
      };
    }
  },
});

function stacked(text: string, from: number, run: string): Fault | undefined {
  const first = run.charAt(0);
  const same = run === first.repeat(run.length);
  const emphatic = /^[！？]+$/.test(run);
  if (emphatic) {
    if (run.length > 3) return { message: 'many', expected: [limited(run)], safe: same };
    return run === '！？' ? { message: 'order', expected: ['？！'], safe: true } : undefined;
  }
  if (same) {
    // Three full stops and more are an ellipsis, and `wrong-ellipsis` says so.
    if (first === '。' && run.length > 2) return undefined;
    return { message: 'doubled', expected: [first], safe: run.length === 2 };
  }
  // `？。`: the stop that ends the sentence is already there.
  if (/^[！？]。$/.test(run)) return { message: 'doubled', expected: [first], safe: true };
  // At the end of a paragraph a comma cannot be meant.
  if (run === '，。' && from + 2 === text.length) return { message: 'doubled', expected: ['。'], safe: true };
  return { message: 'mixed', expected: [first, run.charAt(run.length - 1)], safe: false };
}

function limited(run: string): string {
  const asks = run.includes('？');
  const shouts = run.includes('！');
  return asks && shouts ? '？！' : run.slice(0, 3);
}

/** `。”。`: certain after a full stop; after ！ or ？ only when the quotation is a sentence of its own. */
function afterQuotation(text: string, from: number, to: number): Fault | undefined {
  const run = text.slice(from, to);
  const fault: Fault = { message: 'outside', expected: [run.slice(0, 2)], safe: run === '。”。' };
  if (run.startsWith('。')) return fault;
  if (!run.endsWith('。')) return undefined;
  const before = text.slice(Math.max(0, from - 302), from);
  if (/：“([^“”]{0,300})$/.test(before)) return { ...fault, safe: true };
  // “等潮退了再说吧！”。 All of the sentence is said.
  return /(?:^|[\n。！？…]|[。！？…]”)“([^“”]{2,300})$/.test(before) ? fault : undefined;
}
