import { sampleOf } from '../house/forms-write.ts';
import type { House } from '../house/house.ts';
import { fold } from '../model/byline/lexicon/fold.ts';
import { fillAll, type Localized } from '../model/finding.ts';
import type { FoundByline } from '../model/furniture/furniture.ts';
import type { ProseEdit } from '../model/prose.ts';
import { defineCheck, type FixDraft } from './check.ts';
import { isHalfWidthThroughout } from './copy/half-width-throughout.ts';
import type { Defect } from './people/byline-defects.ts';
import { inHouseWords, keepsNames, keepsPeople, mendByline } from './people/mend-byline.ts';

const faults = {
  unclosed: {
    en: 'This bracket of the byline is never closed: `{expected}` is missing',
    zh: '署名的括号没有合上，缺“{expected}”',
  },
  mixed: {
    en: 'One bracket is full-width and the other half-width: they should be `{expected}`',
    zh: '署名的括号一全一半，应为“{expected}”',
  },
  width: {
    en: 'The house writes a byline’s brackets as `{expected}`, not `{actual}`',
    zh: '署名的括号应为“{expected}”，误作“{actual}”',
  },
  'glued-groups': {
    en: 'Two people run together in `{actual}`: put a space before the second one’s role',
    zh: '“{actual}”把两个人连在一起了，第二人的身份前应空开',
  },
  'glued-names': {
    en: '`{actual}` looks like two names run together: `{expected}`?',
    zh: '“{actual}”像是两个姓名连写，应为“{expected}”？',
  },
  'glued-head': {
    en: 'This name needs a role before it, such as 记者 or 通讯员',
    zh: '“讯”“电”后直接写了姓名，姓名前应写身份，如“记者”“通讯员”',
  },
  'doubled-role': { en: '`{expected}` is here twice: once is enough', zh: '身份“{expected}”写了两遍' },
  'doubled-name': { en: '`{expected}` is named twice in a row', zh: '姓名“{expected}”写了两遍' },
  'role-after-name': {
    en: 'The role goes before the name: `{expected}`, not `{actual}`',
    zh: '身份应写在姓名前：“{actual}”应为“{expected}”',
  },
  'missing-role': {
    en: '`{actual}` has no role: is this a reporter or a correspondent?',
    zh: '“{actual}”没有写明身份，是记者还是通讯员？',
  },
  'missing-name': { en: 'The name after `{actual}` is missing', zh: '“{actual}”后缺姓名' },
  'spaced-name': {
    en: 'Spaces make several people of `{actual}`: write `{expected}`',
    zh: '姓名“{actual}”中间不空格，应为“{expected}”',
  },
  spacing: { en: 'The house has {wanted} here instead of {was}', zh: '本社此处{wantedZh}' },
  name: { en: 'This name is written `{expected}`, not `{actual}`', zh: '姓名“{actual}”应写作“{expected}”' },
  separator: {
    en: 'The house has {wanted} between people instead of {was}',
    zh: '本社各人之间{wantedZh}',
  },
  outlet: {
    en: '`{actual}` is not one of the house’s own names, such as `{expected}`: if the article is theirs, name them as its source',
    zh: '“{actual}”不是本社（如“{expected}”）；如系转载，请写明来源',
  },
  role: {
    en: 'The house has no role `{actual}`: use {expected}',
    zh: '本社不用“{actual}”这一身份，可用：{expected}',
  },
  form: {
    en: 'The house writes its bylines differently, such as `{expected}`',
    zh: '署名与本社写法不同，应如“{expected}”',
  },
} as const satisfies Readonly<Record<string, Localized>>;

const fixes = {
  close: { en: 'Close the bracket', zh: '补上括号' },
  closeAfter: { en: 'Close the bracket after {name}', zh: '在“{name}”后补上括号' },
  widen: { en: 'Write `{expected}`', zh: '改为“{expected}”' },
  part: { en: 'Put a space between the two people', zh: '两人之间加间隔' },
  split: { en: 'Read it as `{expected}`, several people', zh: '拆作“{expected}”' },
  once: { en: 'Keep one `{expected}`', zh: '只留一个“{expected}”' },
  turn: { en: 'Put the role first: `{expected}`', zh: '身份写在前：“{expected}”' },
  join: { en: 'Write the name without spaces: `{expected}`', zh: '去掉姓名中的空格：“{expected}”' },
  space: { en: 'Write it as the house does', zh: '按本社写法改' },
  rewrite: { en: 'Write `{expected}`', zh: '改写为“{expected}”' },
} as const satisfies Readonly<Record<string, Localized>>;

/** What may be wrong with a byline: the names that cases of a house file give it. */
export const bylineFaults: readonly string[] = Object.keys(faults);

export const malformedByline = defineCheck({
  id: 'malformed-byline',
  title: { en: 'Form of the byline', zh: '署名格式' },
  summary: {
    en: 'A byline is written as the house writes it, and reads as the people whom it names.',
    zh: '署名要合本社的写法，人名、身份不粘连、不遗漏。',
  },
  scope: 'article',
  severity: 'warning',
  serves: ['byline.forms'],
  messages: { ...faults, ...fixes },
  *run(article, { house, reading }) {
    const sources = reading.names('source');
    const known = new Set([
      ...(house.staff ?? []).map(({ name }) => name),
      ...reading.names('reporters'),
      ...reading.names('correspondents'),
    ]);
    for (const found of article.furniture.bylines) {
      const { passage, byline } = found;
      const { text } = passage.prose;
      const { defects, certain } = mendByline(found, house.byline);
      yield* runTogether(found, defects, house, known);
      for (const defect of defects) {
        if (defect.code === 'width' && isHalfWidthThroughout(article, house)) continue;
        const actual = text.slice(defect.from, defect.to);
        if (
          defect.code === 'outlet' &&
          sources.some((source) => fold(actual).includes(source) || source.includes(fold(actual)))
        )
          continue;
        const rewritten = defect.code === 'form' ? inHouseWords(found, house.byline) : undefined;
        const sample = defect.code === 'form' ? sampleOf(house.byline.forms, house.language) : defect.expected;
        const isName =
          defect.code === 'spacing' && byline.people.some(({ from, to }) => from === defect.from && to === defect.to);
        const { en: wanted, zh: wantedZh } = named(defect.expected);
        const data = { actual: shown(actual), was: named(actual).en, wanted, wantedZh };
        yield {
          message: isName ? ('name' as const) : defect.code,
          data: { ...data, expected: rewritten ?? sample },
          at:
            defect.from === defect.to
              ? passage.prose.at(Math.max(0, defect.from - 1), defect.to + 1)
              : passage.prose.at(defect.from, defect.to),
          ...(asked.has(defect.code) ? { severity: 'info' as const } : {}),
          fixes: defect.choices
            ? closings(found, defect.choices)
            : fixesOf(found, defect, rewritten, isName ? 'join' : titles[defect.code], certain.has(defect)),
        };
      }
    }
  },
});

type Title = 'close' | 'closeAfter' | (typeof titles)[keyof typeof titles];

function fixesOf(
  found: FoundByline,
  defect: Defect,
  rewritten: string | undefined,
  title: Title,
  safe: boolean,
): readonly FixDraft<Title>[] {
  const { from, to } = found.byline;
  const edits = rewritten === undefined ? defect.edits : [{ from, to, text: rewritten }];
  // A fix that would change who is named is not offered; one that changes a role says so by showing the whole.
  const keeps =
    edits.length > 0 && (keepsPeople(found, edits) || (rewritten !== undefined && keepsNames(found, edits)));
  return keeps ? [{ title, safe, prose: edits }] : [];
}

/** Names of the staff list or the front matter that are run together where the characters alone do not tell: 訾禾高远. */
function* runTogether(
  { passage, byline }: FoundByline,
  defects: readonly Defect[],
  { byline: style }: House,
  known: ReadonlySet<string>,
) {
  for (const { name, text, from, to } of byline.people) {
    if (
      known.has(name) ||
      text !== name ||
      defects.some((each) => each.code === 'glued-names' && each.from <= from && to <= each.to)
    )
      continue;
    const seam = [2, 3, 4].find((size) => known.has(name.slice(0, size)) && known.has(name.slice(size)));
    if (seam === undefined) continue;
    const separator = style.nameSeparator.trim() === 'and' ? '、' : style.nameSeparator;
    const expected = `${name.slice(0, seam)}${separator}${name.slice(seam)}`;
    yield {
      message: 'glued-names' as const,
      data: { actual: name, expected },
      at: passage.prose.at(from, to),
      fixes: [
        { title: 'split' as const, safe: false, prose: [{ from: from + seam, to: from + seam, text: separator }] },
      ],
    };
  }
}

/** Where the bracket may close, one by one: the title says after whom. */
function closings(
  { passage, byline }: FoundByline,
  choices: readonly (readonly ProseEdit[])[],
): readonly FixDraft<Title>[] {
  return choices.map((prose) => {
    const at = prose.at(-1)?.from ?? 0;
    const from = Math.max(at - 8, ...byline.roles.map(({ to }) => to).filter((to) => to < at));
    const name = /[\p{L}·]+$/u.exec(passage.prose.text.slice(from, at))?.[0] ?? '';
    return choices.length > 1
      ? { title: 'closeAfter', data: { name }, safe: false, prose }
      : { title: 'close', safe: false, prose };
  });
}

/** Questions to the desk rather than faults. */
const asked: ReadonlySet<Defect['code']> = new Set<Defect['code']>(['missing-role', 'outlet', 'role']);

const titles = {
  unclosed: 'close',
  mixed: 'widen',
  width: 'widen',
  'glued-groups': 'part',
  'glued-names': 'split',
  'glued-head': 'space',
  'doubled-role': 'once',
  'doubled-name': 'once',
  'role-after-name': 'turn',
  'missing-role': 'rewrite',
  'missing-name': 'rewrite',
  'spaced-name': 'join',
  spacing: 'space',
  separator: 'space',
  outlet: 'rewrite',
  role: 'rewrite',
  form: 'rewrite',
} as const;

function shown(text: string): string {
  return text.replace(/[\u00a0\u3000\t]/g, ' ').trim() || text;
}

/** Spaces and separators by name, so that the message can be read. */
function named(text: string): Localized {
  if (text === '') return { en: 'nothing', zh: '不用间隔' };
  if (/^[\s\u00a0\u3000]{2,}$/.test(text))
    return fillAll({ en: '{text} spaces', zh: '用 {text} 个空格' }, { text: text.length });
  if (text === '\u3000') return { en: 'a full-width space', zh: '用全角空格' };
  if (text === '\u00a0') return { en: 'a no-break space', zh: '用不换行空格' };
  return text === ' ' ? { en: 'a space', zh: '用空格' } : fillAll({ en: '`{text}`', zh: '用“{text}”' }, { text });
}
