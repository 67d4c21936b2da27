import { allIn, formsOf, matchForm, peopleSlots } from '../house/forms.ts';
import type { House } from '../house/house.ts';
import { isChineseHouse } from '../house/language.ts';
import type { Article } from '../model/article.ts';
import { fold } from '../model/byline/lexicon/fold.ts';
import { looksPersonal } from '../model/byline/names/names.ts';
import { writerTitles } from '../model/byline/roles.ts';
import type { Credit } from '../model/credit/credit.ts';
import { readCredit } from '../model/credit/read-credit.ts';
import type { Localized } from '../model/finding.ts';
import { nameKey } from '../model/name-key.ts';
import type { ProseEdit } from '../model/prose.ts';
import { applyEdits } from '../model/range.ts';
import { namesWithin } from '../reading/names.ts';
import { defineCheck } from './check.ts';
import { isHalfWidthThroughout } from './copy/half-width-throughout.ts';
import { creditsOf, type PlacedCredit } from './people/article-credits.ts';

const faults = {
  unclosed: {
    en: 'This bracket of the credit is never closed: `{expected}` is missing',
    zh: '图片署名的括号没有合上，缺“{expected}”',
  },
  mixed: {
    en: 'One bracket is full-width and the other half-width: they should be `{expected}`',
    zh: '图片署名的括号一全一半，应为“{expected}”',
  },
  width: {
    en: 'The house writes this credit’s brackets differently: `{expected}`',
    zh: '图片署名的括号应为“{expected}”',
  },
  form: {
    en: 'The house writes this credit as `{expected}`, not `{actual}`',
    zh: '图片署名“{actual}”应写作“{expected}”',
  },
  glued: { en: 'Two people run together in `{actual}`: part them', zh: '“{actual}”把两个人连在一起了，中间应隔开' },
  spaced: {
    en: 'Spaces make several people of `{actual}`: write `{expected}`',
    zh: '姓名“{actual}”中间不空格，应为“{expected}”',
  },
  twice: { en: '`{actual}` is here twice: once is enough', zh: '“{actual}”写了两遍，留一个即可' },
  doubled: {
    en: '`{actual}` says in two ways whose the picture is: one is enough',
    zh: '“{actual}”两次说明来源，留一种写法即可',
  },
} as const satisfies Readonly<Record<string, Localized>>;

/** What may be wrong with a credit: the names that cases of a house file give it. */
export const creditFaults: readonly string[] = Object.keys(faults);

export const malformedCredit = defineCheck({
  id: 'malformed-credit',
  title: { en: 'Form of the credit', zh: '图片署名格式' },
  summary: {
    en: 'A picture credit is written as the house writes it.',
    zh: '图片署名要合本社的写法。',
  },
  scope: 'article',
  severity: 'warning',
  serves: ['credit.forms'],
  messages: {
    ...faults,
    close: { en: 'Close the bracket', zh: '补上括号' },
    replace: { en: 'Write `{expected}`', zh: '改为“{expected}”' },
    part: { en: 'Part the two people', zh: '分开两人' },
  },
  *run(article, { house }) {
    for (const placed of creditsOf(article)) yield* defectsOf(article, placed, house);
  },
});

type Message = keyof typeof faults;

function* defectsOf(article: Article, { passage, credit }: PlacedCredit, house: House) {
  const { text } = passage.prose;
  const style = house.credit;
  const actual = text.slice(credit.from, credit.to);
  const closing = style.brackets === 'full' ? '）' : ')';
  const draft = (
    message: Message,
    from: number,
    to: number,
    expected: string,
    edits: readonly ProseEdit[],
    certain = true,
  ) => ({
    message,
    data: { actual: text.slice(from, to), expected },
    at: passage.prose.at(from, to),
    fixes:
      edits.length > 0 && keepsPeople(text, credit, edits)
        ? [
            {
              title:
                message === 'unclosed'
                  ? ('close' as const)
                  : message === 'glued'
                    ? ('part' as const)
                    : ('replace' as const),
              safe: certain,
              prose: edits,
            },
          ]
        : [],
  });
  let broken = false;
  for (const { code, from, to, at } of credit.problems) {
    if (code === 'untraceable') continue;
    broken = true;
    if (code === 'unclosed-bracket') {
      const open = text.charAt(from);
      const edits = [{ from: at ?? credit.to, to: at ?? credit.to, text: closing }];
      if (open === '(' && closing === '）') edits.unshift({ from, to: from + 1, text: '（' });
      yield draft('unclosed', from, to, closing, edits);
    } else if (code === 'mixed-brackets') {
      const open = fold(text).lastIndexOf('(', from);
      const [left, right] = style.brackets === 'full' ? ['（', '）'] : ['(', ')'];
      const edits = [
        { from: open, to: open + 1, text: left },
        { from, to, text: right },
      ].filter((edit) => open >= 0 && text.slice(edit.from, edit.to) !== edit.text);
      yield draft('mixed', from, to, `${left}${right}`, edits);
    } else if (code === 'glued-groups' && at !== undefined) {
      yield draft('glued', from, to, '', [{ from: at, to: at, text: ' ' }]);
    } else if (code === 'glued-names') {
      const seams = credit.people
        .filter((person) => person.from > from && person.to <= to)
        .map((person) => person.from);
      yield draft(
        'glued',
        from,
        to,
        '',
        seams.map((seam) => ({ from: seam, to: seam, text: '、' })),
        false,
      );
    } else if (code === 'spaced-name') {
      const name = text.slice(from, to).replace(/\s+/g, '');
      yield draft('spaced', from, to, name, [{ from, to, text: name }]);
    } else if (code === 'doubled-role') {
      yield draft('twice', from, to, '', [{ from, to, text: '' }]);
    } else if (code === 'doubled-formula') {
      yield draft('doubled', credit.from, credit.to, '', []);
    } else {
      broken = false;
    }
  }
  if (broken || credit.ai || inHouseForm(actual, credit, house) || isOthers(credit, house)) return;
  const normal = normalised(actual, style.brackets);
  const close = withoutSpaces(normal);
  const plain = close.replace(/[/／](?=(?:摄|供图)[）)]?$)/, '');
  const candidates = [normal, close, bracketed(close, style.brackets), plain, bracketed(plain, style.brackets)];
  const expected = candidates.find((candidate) => candidate !== actual && inHouseForm(candidate, credit, house));
  if (expected === undefined) return;
  const onlyWidth = expected === normal;
  if (onlyWidth && isHalfWidthThroughout(article, house)) return;
  const edits = [{ from: credit.from, to: credit.to, text: expected }];
  yield draft(onlyWidth ? 'width' : 'form', credit.from, credit.to, expected, edits, isApart(text, credit));
}

function inHouseForm(text: string, { people }: Credit, house: House): boolean {
  const names = new Set(people.map(({ name }) => nameKey(name)));
  return formsOf(house.credit.forms).some((form) => {
    const slots = matchForm(form, text);
    if (slots === undefined) return false;
    // A slot that holds brackets, or spaces round what it holds, or a caption before the name, holds more than a name.
    const held = [...slots].flatMap(([slot, filled]) => allIn(filled).map(({ text: said }) => [slot, said] as const));
    return held.every(
      ([slot, filled]) =>
        filled.trim() === filled &&
        (peopleSlots.has(slot) || !/\p{Script=Han}[ \u3000]+\p{Script=Han}/u.test(filled)) &&
        !/[（）()：:]|\s\/|\/\s|[/／]$/.test(filled) &&
        (!peopleSlots.has(slot) || namesWithin(filled).every(({ name }) => names.has(nameKey(name)))),
    );
  });
}

/**
 * Whether a credit is parted from the caption before it: by brackets, by the end of a sentence, or because all that it
 * names is surely people. In 开渠仪式 晚会 高远摄 nothing says that 晚会 is not somebody.
 */
function isApart(text: string, { from, people }: Credit): boolean {
  if (/^[（(【［[]/.test(text.slice(from))) return true;
  if (/(?:^|[。！？!?…”’」』；;\n])\s*$/.test(text.slice(0, from))) return true;
  return people.every(({ name }) => looksPersonal(fold(name)));
}

/** Pictures of agencies and other outlets keep the credit that those ask for. */
function isOthers({ outlet, agency }: Credit, house: House): boolean {
  if (!isChineseHouse(house)) return false;
  const name = outlet?.text ?? agency?.text;
  return (
    name !== undefined &&
    !house.byline.outlets.includes(name) &&
    /(?:社|网|报|台|视觉|图片|IC|CFP|[A-Za-z]{2,})/.test(name)
  );
}

function normalised(text: string, brackets: 'full' | 'half'): string {
  return brackets === 'full'
    ? text.replace(/\(/g, '（').replace(/\)/g, '）')
    : text.replace(/（/g, '(').replace(/）/g, ')');
}

const blankAfterTitle = new RegExp(`(${writerTitles})[\\s\\u00a0\\u3000]+(?=\\p{Script=Han})`, 'gu');

/** Without the spaces inside brackets and before a closing verb; those between names stay. */
function withoutSpaces(text: string): string {
  if (!/\p{Script=Han}/u.test(text))
    return text
      .replace(/\( +/g, '(')
      .replace(/ +\)/g, ')')
      .replace(/ *\/ */g, '/');
  return text
    .replace(/([（(])[\s\u00a0\u3000]+/g, '$1')
    .replace(/[\s\u00a0\u3000]+([）)])/g, '$1')
    .replace(/[\s\u00a0\u3000]+(?=(?:摄|供图|翻摄|摄影|图)(?:[）)]|$))/g, '')
    .replace(blankAfterTitle, '$1');
}

function bracketed(text: string, brackets: 'full' | 'half'): string {
  if (/^[（(【]/.test(text)) return text;
  return brackets === 'full' ? `（${text}）` : `(${text})`;
}

/** Whether the credit names the same people after an edit: only then is it offered. */
function keepsPeople(text: string, credit: Credit, edits: readonly ProseEdit[]): boolean {
  const after = applyEdits(
    text,
    edits.map(({ from, to, text: insert }) => ({ start: from, end: to, text: insert })),
  );
  const read = readCredit(after);
  const people = (all: typeof credit.people) => all.map(({ name, role }) => `${nameKey(name)} ${role ?? ''}`).join('|');
  return (
    read !== undefined &&
    people(read.people) === people(credit.people) &&
    (read.agency?.text ?? '') === (credit.agency?.text ?? '')
  );
}
