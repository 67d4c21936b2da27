import type { Term, TermPlace } from '../house/terms.ts';
import { addressesIn, isInside } from '../model/addresses.ts';
import type { Article, Passage } from '../model/article.ts';
import { keptWith } from '../model/kept.ts';
import type { Place, ProseEdit } from '../model/prose.ts';
import { clockIn } from '../model/written-date.ts';
import type { Reading } from '../reading/reading.ts';
import { type Draft, defineCheck, type FixDraft } from './check.ts';
import { quotedIn } from './copy/quoted.ts';
import { isReadAsOne, joinedLines, writtenOver } from './words/across-lines.ts';
import { isMentioned } from './words/mentioned.ts';
import { knownNames, touchesName } from './words/names-at.ts';
import { chosen, finderOf, type TermAt, type TermFinder, type TermMatch } from './words/terms-in.ts';

type Message = 'instead' | 'forbidden' | 'instead-why' | 'forbidden-why' | 'replace';

export const houseTerm = defineCheck({
  id: 'house-term',
  title: { en: 'House term', zh: '社内用语' },
  summary: {
    en: 'Words that the newsroom writes in one way, or does not write at all, are as its `terms.yml` has them.',
    zh: '本社规定写法、或规定不用的词，按 `terms.yml`（用语表）来写。',
  },
  scope: 'article',
  severity: 'warning',
  mistake: 'word',
  messages: {
    instead: { en: 'This newsroom writes `{expected}`, not `{actual}`', zh: '本社不写“{actual}”，写“{expected}”' },
    'instead-why': {
      en: 'This newsroom writes `{expected}`, not `{actual}`: {why}',
      zh: '本社不写“{actual}”，写“{expected}”：{why}',
    },
    forbidden: { en: 'This newsroom does not write `{actual}`', zh: '本社不用“{actual}”' },
    'forbidden-why': { en: 'This newsroom does not write `{actual}`: {why}', zh: '本社不用“{actual}”：{why}' },
    replace: { en: 'Write `{expected}`', zh: '改为“{expected}”' },
  },
  *run(article, { house, facts, reading }) {
    const terms = house.terms;
    if (terms === undefined || terms.length === 0) return;
    const finder = finderOf(terms);
    let names: readonly string[] | undefined;
    for (const passage of reading.passages) {
      const { prose } = passage;
      const { text } = prose;
      const matches = matchesIn(prose, finder);
      if (matches.length === 0) continue;
      const place = placeOf(passage, article, reading);
      for (const found of chosen(matches, text, (term) => holds(term, place, reading, facts.now))) {
        const { term, from, to } = found;
        if (text.slice(from, to).includes('\uFFFC') || isInside(addressesIn(text), from)) continue;
        if (!isReadAsOne(prose, from, to)) continue;
        const quoted = isInside(quotedIn(prose), from) || isInLink(article.text, prose.at(from, to));
        if (quoted && (!term.quoted || isMentioned(text, from, to, found.use ?? ''))) continue;
        names ??= knownNames(house, reading);
        if (touchesName(names, text, from, to)) continue;
        yield { ...said(found, text), at: prose.at(from, to) };
      }
    }
  },
});

/** What a text holds, kept for as long as text and terms are the same. */
const matchesIn = keptWith((text: string, finder: TermFinder): readonly TermMatch[] => finder.matches(text));

/** Where a passage stands, as terms tell places apart. */
function placeOf(passage: Passage, { furniture }: Article, reading: Reading): TermPlace {
  const titles = [reading.field('title')?.key, reading.field('subtitle')?.key];
  if (passage === reading.titleHeading) return 'title';
  if (passage.field !== undefined) {
    const at = passage.prose.at(0, 0).start;
    const inTitle = (['title', 'subtitle'] as const).some((role) => {
      const value = reading.entry(role)?.value.at;
      return value !== undefined && at >= value.start && at <= value.end;
    });
    return inTitle || titles.includes(passage.field) ? 'title' : 'body';
  }
  const isCaption = furniture.pictures.some(
    (picture) => picture.caption?.passage === passage || picture.credit?.passage === passage,
  );
  return isCaption ? 'credit' : 'body';
}

/** Whether a term holds in a place, on the day of the article: the day that it bears, or today. */
function holds({ where, from, until }: Term, place: TermPlace, reading: Reading, now: number): boolean {
  if (where.length > 0 && !where.includes(place)) return false;
  if (from === undefined && until === undefined) return true;
  const day = (reading.published?.iso ?? clockIn(now, reading.house.timeZone)).slice(0, 10);
  return (
    (from === undefined || day.slice(0, from.length) >= from) &&
    (until === undefined || day.slice(0, until.length) <= until)
  );
}

/** Whether a place lies in the text of a link, which may be the name of something: `[…](`. */
function isInLink(text: string, { start, end }: Place): boolean {
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const opens = text.lastIndexOf('[', start);
  if (opens < line || text.slice(opens, start).includes(']')) return false;
  const closes = text.indexOf(']', end);
  return closes >= 0 && /^\]\(|^\]\[/.test(text.slice(closes, closes + 2));
}

function said({ term, from, to, use, unsure }: TermAt, text: string): Omit<Draft<Message>, 'at'> {
  const actual = joinedLines(text.slice(from, to)).joined;
  const message = use === undefined ? 'forbidden' : 'instead';
  const { why, severity } = term;
  return {
    message: why === undefined ? message : `${message}-why`,
    data: { actual, expected: use ?? '', ...(why === undefined ? {} : { why }) },
    ...(severity === undefined ? {} : { severity }),
    fixes: use === undefined ? [] : replacing(writtenOver(text, from, to, use), !term.ask && unsure === undefined),
  };
}

function replacing(edits: readonly ProseEdit[], safe: boolean): readonly FixDraft<Message>[] {
  return edits.length === 0 ? [] : [{ title: 'replace', safe, prose: edits }];
}
