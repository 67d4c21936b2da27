import { sampleOf } from '../house/forms-write.ts';
import type { House } from '../house/house.ts';
import { fold } from '../model/byline/lexicon/fold.ts';
import type { FoundByline } from '../model/furniture/furniture.ts';
import type { ProseEdit } from '../model/prose.ts';
import { defineCheck, type FixDraft } from './check.ts';
import { isHalfWidthThroughout } from './copy/half-width-throughout.ts';
import type { Defect } from './people/byline-defects.ts';
import { inHouseWords, keepsNames, keepsPeople, mendByline } from './people/mend-byline.ts';

export const malformedByline = defineCheck({
  id: 'malformed-byline',
  title: { en: 'Form of the byline', zh: '署名格式' },
  summary: {
    en: 'A byline is written as the house writes it, and reads as the people whom it names.',
    zh: '署名要合本媒体的写法，人名、身份不粘连、不遗漏。',
  },
  scope: 'article',
  severity: 'warning',
  serves: ['byline.forms'],
  messages: {
    unclosed: {
      en: 'Unexpected end of the byline, expected the bracket to close with `{expected}`',
      zh: '署名的括号没有闭合，缺“{expected}”',
    },
    mixed: {
      en: 'Unexpected brackets of two widths, expected `{expected}`',
      zh: '署名的括号一全一半，应为“{expected}”',
    },
    width: {
      en: 'Unexpected `{actual}` in the byline, expected the house’s `{expected}`',
      zh: '署名的括号“{actual}”宽度不合，应为“{expected}”',
    },
    'glued-groups': {
      en: 'Unexpected `{actual}`, two people run together, expected a space before the role of the second',
      zh: '“{actual}”粘连，第二人的身份前应有间隔',
    },
    'glued-names': {
      en: 'Unexpected `{actual}`, expected `{expected}`: two names seem to be run together',
      zh: '“{actual}”疑为两个姓名粘连，应为“{expected}”',
    },
    'glued-head': {
      en: 'Unexpected name right after the head, expected a role such as 记者 or 通讯员 before it',
      zh: '“讯”“电”后直接写姓名，姓名前应有身份，如“记者”“通讯员”',
    },
    'doubled-role': { en: 'Unexpected second `{expected}`, expected it once', zh: '身份“{expected}”重复' },
    'role-after-name': {
      en: 'Unexpected `{actual}`, expected `{expected}`: the role comes first',
      zh: '身份写在姓名后，“{actual}”应为“{expected}”',
    },
    'missing-role': {
      en: 'Unexpected `{actual}` without a role, expected one before the name: is this a reporter or a correspondent?',
      zh: '“{actual}”没有写明身份，是记者还是通讯员？',
    },
    'missing-name': { en: 'Unexpected `{actual}` without a name, expected one after it', zh: '“{actual}”后没有姓名' },
    'spaced-name': {
      en: 'Unexpected spaces in `{actual}`, expected `{expected}`: it reads as several people',
      zh: '三字姓名“{actual}”不应加空，应为“{expected}”',
    },
    spacing: { en: 'Unexpected {was} in the byline, expected {wanted}', zh: '署名此处的间隔不合本媒体写法' },
    name: { en: 'Unexpected `{actual}`, expected `{expected}`', zh: '姓名“{actual}”应写作“{expected}”' },
    separator: {
      en: 'Unexpected {was} between the people of a byline, expected {wanted}',
      zh: '署名各人之间的间隔不合本媒体写法',
    },
    outlet: {
      en: 'Unexpected outlet `{actual}`, expected one of the house’s own, such as `{expected}`, or that outlet as the source',
      zh: '“{actual}”不是本媒体（如“{expected}”）；如系转载，来源应写明',
    },
    role: {
      en: 'Unexpected role `{actual}`, expected one of {expected}',
      zh: '本媒体不用“{actual}”这一身份，可用：{expected}',
    },
    form: {
      en: 'Unexpected form of byline, expected one such as `{expected}`',
      zh: '署名不合本媒体写法，如“{expected}”',
    },
    close: { en: 'Close the bracket', zh: '补上括号' },
    closeAfter: { en: 'Close the bracket after {name}', zh: '在“{name}”后补上括号' },
    widen: { en: 'Write `{expected}`', zh: '改为“{expected}”' },
    part: { en: 'Put a space between the two people', zh: '两人之间加间隔' },
    split: { en: 'Read it as `{expected}`, several people', zh: '拆作“{expected}”' },
    once: { en: 'Keep one `{expected}`', zh: '只留一个“{expected}”' },
    turn: { en: 'Put the role first: `{expected}`', zh: '身份写在前：“{expected}”' },
    join: { en: 'Write the name without spaces: `{expected}`', zh: '去掉姓名中的空格：“{expected}”' },
    space: { en: 'Write it as the house does', zh: '按本媒体写法改' },
    rewrite: { en: 'Write `{expected}`', zh: '改写为“{expected}”' },
  },
  *run(article, { house, reading }) {
    const sources = reading.names('source');
    const throughout = isHalfWidthThroughout(article, house);
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
        if (defect.code === 'width' && throughout) continue;
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
        const data = { actual: shown(actual), was: named(actual), wanted: wanted(defect.expected) };
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
function named(text: string): string {
  if (text === '') return 'missing space';
  if (/^[\s\u00a0\u3000]+$/.test(text)) {
    if (text.length > 1) return `${text.length} spaces`;
    return text === '\u3000' ? 'ideographic space' : text === '\u00a0' ? 'no-break space' : 'space';
  }
  return `\`${text}\``;
}

function wanted(text: string): string {
  if (text === '') return 'none';
  return text === ' ' ? 'a space' : text === '\u3000' ? 'an ideographic space' : `\`${text}\``;
}
