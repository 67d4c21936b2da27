import { colleagueNamed } from '../house/staff.ts';
import type { Prose } from '../model/prose.ts';
import { type Draft, defineCheck } from './check.ts';
import { type DottedName, hasDottedNames, signedNames, withSureBeginnings, writtenNames } from './copy/dotted-names.ts';
import { wrongInterpunct } from './wrong-interpunct.ts';

type Message = 'mark' | 'character' | 'replace';

const MOST_KIN = 40;

export const nameVariants = defineCheck({
  id: 'name-variants',
  title: { en: 'Two spellings', zh: '译名不一致' },
  summary: {
    en: 'A foreign name is spelt the same way throughout an article.',
    zh: '同一个外国人名，全文译法和间隔号应一致。',
  },
  scope: 'article',
  severity: 'warning',
  mistake: 'name',
  serves: ['byline.forms'],
  messages: {
    mark: {
      en: 'Two interpuncts in one name: `{actual}` here, `{expected}` elsewhere',
      zh: '同一个人名的间隔号不一致：此处“{actual}”，别处“{expected}”',
    },
    character: {
      en: 'Two spellings of one name? `{actual}` here, `{expected}` elsewhere',
      zh: '此处“{actual}”，别处“{expected}”，只差一字，是同一个人吗？',
    },
    replace: { en: 'Write `{expected}`', zh: '改为“{expected}”' },
  },
  *run(article, { house, reading: { passages, people } }) {
    if (!hasDottedNames(article.text)) return;
    const signed = signedNames(people);
    const names = withSureBeginnings([...signed, ...writtenNames(passages, signed)]);
    const spellings = new Map<string, DottedName[]>();
    for (const name of names) {
      const spelling = name.parts.join('·');
      const same = spellings.get(spelling);
      if (same) same.push(name);
      else spellings.set(spelling, [name]);
    }
    // Where wrong-interpunct looks, it says what is wrong with a mark.
    const setting = house.checks[wrongInterpunct.id];
    const accepted = setting?.options?.accept;
    let covered: ReadonlySet<Prose> | undefined;
    const isLookedAt = (prose: Prose): boolean => {
      covered ??= new Set(passages.map((passage) => passage.prose));
      return setting?.severity !== 'off' && covered.has(prose);
    };
    const isCovered = ({ prose, marks }: DottedName): boolean =>
      isLookedAt(prose) && !(Array.isArray(accepted) && marks.some((mark) => accepted.includes(mark)));
    for (const same of spellings.values()) {
      for (const draft of marksOf(same)) if (!isCovered(draft.name)) yield draft.finding;
    }
    const isListed = (spelling: string): boolean => colleagueNamed(house.staff ?? [], spelling) !== undefined;
    yield* charactersOf(spellings, isListed);
  },
});

interface Marked {
  readonly name: DottedName;
  readonly finding: Draft<Message>;
}

/** Of one name with several interpuncts: those who have another than `·`, or than most where none has it. */
function* marksOf(names: readonly DottedName[]): Iterable<Marked> {
  const counts = new Map<string, number>();
  for (const { marks } of names) for (const mark of marks) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  if (counts.size < 2) return;
  const [usual = '·'] = [...counts].sort((a, b) => b[1] - a[1]).map(([mark]) => mark);
  const wanted = counts.has('·') ? '·' : usual;
  for (const name of names) {
    if (name.marks.every((mark) => mark === wanted)) continue;
    const edits = marksAt(name).flatMap(({ at, mark }) =>
      mark === wanted ? [] : [{ from: at, to: at + 1, text: wanted }],
    );
    const data = { actual: written(name), expected: name.parts.join(wanted) };
    const fixes = [{ title: 'replace' as const, safe: true, prose: edits }];
    yield { name, finding: { message: 'mark', data, at: name.prose.at(name.from, name.to), fixes } };
  }
}

/** Of two names that differ in one character the rarer, unless the article tells them apart. */
function* charactersOf(
  spellings: ReadonlyMap<string, readonly DottedName[]>,
  isListed: (spelling: string) => boolean,
): Iterable<Draft<Message>> {
  const all = [...spellings].map(([spelling, names]) => ({
    spelling,
    names,
    start: names.reduce((least, name) => Math.min(least, startOf(name)), Number.POSITIVE_INFINITY),
  }));
  // Who comes first is the rule where both are as frequent.
  const ranked = all.sort(
    (a, b) =>
      Number(isListed(b.spelling)) - Number(isListed(a.spelling)) ||
      b.names.length - a.names.length ||
      a.start - b.start,
  );
  // Only names of one length with the same first part can be variants of each other.
  const before = new Map<string, typeof ranked>();
  for (const rare of ranked) {
    const kin = `${rare.spelling.length} ${rare.spelling.slice(0, rare.spelling.indexOf('·'))}`;
    const others = before.get(kin) ?? [];
    // So many of a kin are a list of something, and no article.
    if (others.length < MOST_KIN) before.set(kin, [...others, rare]);
    const usual = others.find(({ spelling, names }) => {
      if (isListed(rare.spelling) || differing(spelling, rare.spelling) === undefined) return false;
      const clear = isListed(spelling) || rare.names.length <= Math.max(1, Math.floor(names.length / 2));
      return clear && !areTold(names, rare.names);
    });
    const at = usual && differing(usual.spelling, rare.spelling);
    if (usual === undefined || at === undefined) continue;
    for (const name of rare.names) {
      const from = name.from + at;
      const fixes = [
        { title: 'replace' as const, safe: false, prose: [{ from, to: from + 1, text: usual.spelling.charAt(at) }] },
      ];
      const data = { actual: written(name), expected: usual.spelling };
      yield { message: 'character', severity: 'info', data, at: name.prose.at(name.from, name.to), fixes };
    }
  }
}

/**
 * Where two spellings of the same number of parts differ in one character, which is not in the first part: people
 * who share a family name (安娜·温德姆, 安妮·温德姆) are two people. `undefined`: they do not, or a part is too short.
 */
function differing(a: string, b: string): number | undefined {
  if (a.length !== b.length) return undefined;
  let found: number | undefined;
  for (let at = 0; at < a.length; at++) {
    if (a[at] === b[at]) continue;
    if (found !== undefined || a[at] === '·' || b[at] === '·') return undefined;
    found = at;
  }
  if (found === undefined || found < a.indexOf('·')) return undefined;
  const before = a.lastIndexOf('·', found);
  const after = a.indexOf('·', found);
  return (after < 0 ? a.length : after) - before > 2 ? found : undefined;
}

/** Whether the article has both in one sentence or in one list of people: then it means two people. */
function areTold(some: readonly DottedName[], others: readonly DottedName[]): boolean {
  return some.some((one) =>
    others.some((other) => {
      if (
        one.person &&
        other.person &&
        one.person.where === other.person.where &&
        one.person.role === other.person.role
      )
        return true;
      if (one.prose !== other.prose) return false;
      const [first, second] = one.from < other.from ? [one, other] : [other, one];
      return !/[。！？!?\n]/.test(one.prose.text.slice(first.to, second.from));
    }),
  );
}

function startOf({ prose, from, to }: DottedName): number {
  return prose.at(from, to).start;
}

function written({ prose, from, to }: DottedName): string {
  return prose.text.slice(from, to);
}

/** The interpuncts of a name with their offsets in its prose. */
function marksAt({ from, parts, marks }: DottedName): readonly { readonly at: number; readonly mark: string }[] {
  let at = from;
  return marks.map((mark, index) => {
    at += (parts[index]?.length ?? 0) + (index === 0 ? 0 : 1);
    return { at, mark };
  });
}
