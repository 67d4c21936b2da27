import { peopleRoles } from '../house/house.ts';
import { fillAll, type Localized } from '../model/finding.ts';
import { counted, type Decision, ofArticles, outliers, type Piece } from './decision.ts';
import type { Observation } from './observe.ts';
import type { SeenForms } from './see-signatures.ts';
import { nearlyAll, share } from './tally.ts';

/** Archives in which fewer articles are signed have no byline: what looks like one is a line of text. */
const leastSigned = 0.2;

/** Who signs how: bylines, credits of pictures, the people. */
export function proposeSignatures(seen: Observation): readonly Decision[] {
  return [...bylines(seen), ...bylineRequired(seen), ...credits(seen), ...people(seen)];
}

/** Whether the archive signs its articles in their text. */
function isSigned({ signed, articles, bylines: found }: Observation): boolean {
  return (
    signed >= 3 &&
    share(signed, articles.length) >= leastSigned &&
    found.forms.length > 0 &&
    share(found.read, found.total) >= 0.6
  );
}

const positionWords = {
  head: { en: 'at the head of the text', zh: '段首' },
  'under-title': { en: 'under the title', zh: '题下' },
  end: { en: 'at the end', zh: '文末' },
} as const;

function positionOf({ positions }: Observation): keyof typeof positionWords {
  const first = positions[0]?.value;
  return first === 'head' || first === 'under-title' ? first : 'end';
}

function bylines(seen: Observation): readonly Decision[] {
  if (!isSigned(seen)) return [];
  const { bylines: found } = seen;
  const position = positionOf(seen);
  return [
    {
      id: 'bylines',
      question: 'who',
      title: { en: 'Bylines', zh: '署名' },
      proposed: formsShown(found),
      evidence: fillAll(
        {
          en: '{articles} are signed, most {position}; these forms read {read} of {total} bylines',
          zh: '{articles}有署名，多在{position}；这些写法能读 {total} 处署名中的 {read} 处',
        },
        {
          articles: ofArticles(seen.signed, seen.articles.length),
          position: positionWords[position],
          read: found.read,
          total: found.total,
        },
      ),
      ...outliers(
        (count) =>
          fillAll(
            { en: '{count} are written otherwise: {otherwise}', zh: '{count} 处写法不同：{otherwise}' },
            { count, otherwise: counted(found.otherwise, 3) },
          ),
        found.total - found.read,
        found.otherwise.flatMap(({ files }) => files),
      ),
      pieces: stylePieces('byline', found, position),
    },
  ];
}

function formsShown({ forms }: SeenForms): Localized {
  return counted(forms, 6);
}

function stylePieces(key: 'byline' | 'credit', found: SeenForms, position: string | undefined): readonly Piece[] {
  const at = (name: string): readonly string[] => [key, name];
  const pieces: Piece[] = [];
  if (position !== undefined) pieces.push({ path: at('position'), value: position });
  pieces.push({
    path: at('forms'),
    value: found.forms.map(({ value, count }) => ({
      text: value,
      comment: fillAll({ en: '{count}', zh: '{count}' }, { count }),
    })),
  });
  const brackets = found.halfBrackets > found.fullBrackets ? 'half' : 'full';
  if (found.halfBrackets + found.fullBrackets > 0) pieces.push({ path: at('brackets'), value: brackets });
  if (key === 'credit') return pieces;
  const [separator, ...others] = found.separators.filter(({ value }) => value.length <= 5);
  if (separator !== undefined) pieces.push({ path: at('name-separator'), value: separator.value });
  const often = others.filter(({ count }) => count >= 2);
  if (often.length > 0)
    pieces.push({ path: at('other-separators'), value: often.map(({ value }) => ({ text: value })) });
  const [space] = found.roleSpaces;
  if (space !== undefined) pieces.push({ path: at('role-space'), value: space.value });
  if (found.outlets.length > 0)
    pieces.push({ path: at('outlets'), value: found.outlets.map(({ value }) => ({ text: value })) });
  if (found.spacedNames > found.plainNames) pieces.push({ path: at('two-character-name'), value: 'spaced' });
  return pieces;
}

function bylineRequired(seen: Observation): readonly Decision[] {
  const total = seen.articles.length;
  const isRule = total >= 5 && share(seen.signed, total) >= nearlyAll;
  if (!isSigned(seen)) return [];
  return [
    {
      id: 'byline-required',
      question: 'demands',
      title: { en: 'A byline in the text', zh: '正文署名' },
      proposed: isRule ? { en: 'in every article', zh: '每篇稿件' } : { en: 'not demanded', zh: '不要求' },
      evidence: ofArticles(seen.signed, total),
      ...outliers(
        (count) => fillAll({ en: '{count} have none', zh: '{count} 篇没有' }, { count }),
        isRule ? total - seen.signed : 0,
        seen.unsigned,
      ),
      pieces: [{ path: ['byline', 'required'], value: isRule }],
    },
  ];
}

function credits(seen: Observation): readonly Decision[] {
  const pictures = seen.articles.flatMap(({ pictures: all }) => all);
  const credited = pictures.filter(({ credited: has }) => has).length;
  const captioned = pictures.filter(({ caption }) => caption).length;
  const { credits: found } = seen;
  // A few lines that look like credits are a chance of the text.
  if (credited < 5 || share(credited, pictures.length) < leastSigned || found.forms.length === 0) return [];
  const ofPictures = (count: number): Localized =>
    fillAll(
      { en: '{count} of {pictures} pictures', zh: '{pictures} 张图片中 {count} 张' },
      { count, pictures: pictures.length },
    );
  const isRule = share(credited, pictures.length) >= nearlyAll;
  const captions = share(captioned, pictures.length) >= nearlyAll;
  return [
    {
      id: 'credits',
      question: 'who',
      title: { en: 'Picture credits', zh: '图片署名' },
      proposed: formsShown(found),
      evidence: fillAll(
        {
          en: '{credited} have one; these forms read {read} of {total} credits',
          zh: '{credited}有署名；这些写法能读 {total} 处中的 {read} 处',
        },
        { credited: ofPictures(credited), read: found.read, total: found.total },
      ),
      ...outliers(
        (count) =>
          fillAll(
            { en: '{count} are written otherwise: {otherwise}', zh: '{count} 处写法不同：{otherwise}' },
            { count, otherwise: counted(found.otherwise, 3) },
          ),
        found.total - found.read,
        found.otherwise.flatMap(({ files }) => files),
      ),
      pieces: stylePieces('credit', found, undefined),
    },
    {
      id: 'credit-required',
      question: 'demands',
      title: { en: 'Credit and caption of a picture', zh: '图片署名和说明' },
      proposed: fillAll(
        { en: '{credit}, {caption}', zh: '{credit}，{caption}' },
        {
          credit: isRule
            ? { en: 'a credit is demanded', zh: '要求署名' }
            : { en: 'no credit is demanded', zh: '不要求署名' },
          caption: captions ? { en: 'a caption too', zh: '要求说明' } : { en: 'no caption', zh: '不要求说明' },
        },
      ),
      evidence: fillAll(
        { en: '{credited} have a credit, {captioned} a caption', zh: '{credited}有署名，{captioned} 张有说明' },
        { credited: ofPictures(credited), captioned },
      ),
      pieces: [
        { path: ['credit', 'required'], value: isRule },
        { path: ['credit', 'caption'], value: captions },
      ],
    },
  ];
}

function people({ people: all, articles, sources, means }: Observation): readonly Decision[] {
  // Who has an id is listed there: others are guests, and new ones come.
  const haveIds = peopleRoles.some((role) => means.get(role)?.some((key) => sources.has(key)));
  const insiders = all.filter(({ isOutsider }) => !isOutsider);
  const once = insiders.filter(({ count }) => count === 1).length;
  const named = insiders.reduce((sum, { count }) => sum + count, 0);
  // How often the next article names somebody new, as those who were named once tell.
  const isClosed = articles.length >= 20 && once <= named * 0.05 && !haveIds;
  // Where guests come and go, the list is for those who come back.
  const staff = isClosed ? insiders : insiders.filter(({ count }) => count >= 2);
  if (staff.length < (haveIds ? 5 : 2)) return [];
  return [
    {
      id: 'people',
      question: 'who',
      title: { en: 'People', zh: '人员' },
      proposed: fillAll(
        { en: '{count} people in staff.yml; {others}', zh: 'staff.yml 收 {count} 人；{others}' },
        {
          count: staff.length,
          others: isClosed
            ? { en: 'names that are not in it are told', zh: '名单之外的名字会提示' }
            : { en: 'other names are fine', zh: '名单之外的名字也可以' },
        },
      ),
      evidence: counted(
        staff.map(({ name, count, files }) => ({ value: name, count, files })),
        6,
      ),
      ...outliers(
        (count) => fillAll({ en: '{count} named once', zh: '{count} 人只出现一次' }, { count }),
        once,
        insiders.filter(({ count }) => count === 1).flatMap(({ files }) => files),
      ),
      pieces: isClosed ? [] : [{ path: ['checks', 'unknown-person'], value: 'off' }],
      others: { people: staff },
    },
  ];
}
