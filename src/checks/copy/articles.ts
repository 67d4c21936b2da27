import { matchesOf } from '../../model/matches.ts';

/** An indefinite article that is not the one that is heard. Offsets are UTF-16 units. */
interface WrongArticle {
  readonly from: number;
  readonly to: number;
  readonly actual: string;
  readonly expected: string;
}

/** Read letter by letter, and the first begins with a vowel though it is a consonant on paper. */
const AN = new Set(
  (
    'FBI FCC FDA FTP FX HBO HDMI HGV HIV HMRC HMS HPV HR HSBC HTML HTTP LCD LED LGBT LGBTQ LLC LLM LNG LPG LSD LSE MBA MDF ' +
    'MEP MIT MLA MLB MMA MMR MOT MP MRI MSNBC MSP MVP NBA NBC NDA NFL NFT NGO NHL NHS NPR NRA NSA NYPD NYU RAF RBI RNA RSPB ' +
    'RSPCA RSVP RV SMS SNP SOS SPF SSD STD SUV XML'
  ).split(' '),
);

/** Read as letters or as words, both begin alike: an AI model, an ISO norm; a BBC film, a TV. Not a AA battery, a II. */
const VOWEL_CAPITALS = /^(?!E[UW]|ON[CE]|AA|[IVX]+$)[AEIO]/;
const CONSONANT_CAPITALS = /^(?![IVX]+$)[BCDGJKPQTVWYZ]/;

/** Read letter by letter or as words, and the first sound is that of `you`. */
const A = new Set('EU UAE UEFA UFO UHF UK UN UNESCO UNICEF URL US USB USDA USSR UV'.split(' '));

const beforeFigureOrLetters =
  /(?<=^|[\s“‘"(—])(an?|An?) ([“‘"]?[$£€]?)(?:(\d[\d,]*)|([A-Z]{2,6})(?![A-Z\d]|[’'.][A-Za-z])|([A-Z])-[a-z\d])/g;

/**
 * Names and words with a capital that nobody would hear otherwise: a Ibrahim, an German; not an Mbappé, an Hermès, a
 * Eugene, and not the article of Irish, as in an Garda Síochána.
 */
const beforeCapital =
  /(?<=^|[a-z,;:(—–“‘"] )(?:(an) (?=(?:[BCDFGJKLMNPQRSTVWZ](?:[aeiouy]|(?<=[BCDFGKPST])[lr]|(?<=[CPSTW])h|(?<=S)[ckmnpqtw]|(?<=[DT])w|(?<=Q)u)[a-z]{2,}|H(?:igh|ong|arvard|ampshire|ollywood|ouse|ome|ealth|amburg|olland|alloween|ull|ouston|indu|amas|ezbollah|aitian|onda|arry|arley|oly|olocaust|arlem)\b)(?![A-Z\d]))|(a) (?=(?:[AEIO](?!wen\b)[a-z]{2,}|O[’'][A-Z][a-z])(?![A-Z\d])))/g;
const NOT_HEARD_AS_WRITTEN =
  /^(?:E[uw]|One|Once|Ou[ai]|Oax|Ojib|I[aeou]|Garda|Post\b|Bord\b|T[aá][ions]|Coim|Coms|Phob|Cuma|D[aá]il|Roinn|Choi|Lár|Gael)/;

/** At the head of a sentence `An Post` and `An Bord Pleanála` are Irish: what is surely English alone. */
const sentenceHead =
  /(?<=^|[.!?][”’"]? [“‘"]?|[“‘"])(?:(An) (?=(?:High|British|French|German|Chinese|Japanese|Russian|Spanish|Scottish|Welsh|Greek|Dutch|Turkish|Swiss|Swedish|Norwegian|Danish|Polish|Portuguese|Brazilian|Canadian|Mexican|Korean|Syrian|Saudi|Catholic|Christian|Jewish|Muslim|Buddhist|Hindu|Protestant|Supreme|Crown|County|City|House|Senate|Home|Foreign|Labour|Conservative|Democratic|Republican|Liberal|Christmas|Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|January|February|March|June|July|September|December)\b)|(A) (?=(?:American|Australian|Austrian|African|Asian|Arab|Argentin\w+|Afghan|Algerian|Albanian|Armenian|Irish|Italian|Indian|Indonesian|Iranian|Iraqi|Israeli|Icelandic|Islamic|English|Egyptian|Ethiopian|Estonian|Ecuadorean|Olympic|Oscar|Oxford|Ofsted|Anglican|April|August|October|Easter|Amazon|Apple|Asda|Airbus|Amsterdam|Edinburgh|Essex|Ohio|Oregon|Ontario|Iowa|Illinois|Alabama|Alaska|Arizona)\b))/g;

/** Most paragraphs have none: a cheap look. */
const mayStand = /\b[Aa]n? [A-Z]/;

/** Articles before words with a capital that are not the one that is heard. */
function* beforeCapitals(text: string): Iterable<WrongArticle> {
  if (!mayStand.test(text)) return;
  for (const pattern of [beforeCapital, sentenceHead])
    for (const { 0: found, index: from } of matchesOf(text, pattern)) {
      const actual = found.trim();
      if (NOT_HEARD_AS_WRITTEN.test(text.slice(from + found.length, from + found.length + 6))) continue;
      const expected = actual.charAt(0) + (actual.length > 1 ? '' : 'n');
      yield { from, to: from + actual.length, actual, expected };
    }
}

/** Articles before figures (an 18-year-old) and letters that are read one by one (an MRI, an X-ray) and names (an Irish crew) that nobody would say so. */
export function* articlesIn(text: string): Iterable<WrongArticle> {
  for (const { 1: actual = '', 3: figure, 4: letters, 5: letter, index: from } of matchesOf(
    text,
    beforeFigureOrLetters,
  )) {
    // Group A 8-2: a letter, unless it begins a sentence.
    if (actual.startsWith('A') && !/^$|[.!?][”’"]?\s+[“‘"]?$/.test(text.slice(Math.max(0, from - 4), from))) continue;
    const isAn = letter
      ? 'AEFHILMNORSX'.includes(letter)
      : figure
        ? saidOfFigure(figure)
        : saidOfLetters(letters ?? '');
    if (isAn === undefined || isAn === actual.length > 1) continue;
    yield { from, to: from + actual.length, actual, expected: actual.charAt(0) + (isAn ? 'n' : '') };
  }
  yield* beforeCapitals(text);
}

function saidOfLetters(letters: string): boolean | undefined {
  if (AN.has(letters) || VOWEL_CAPITALS.test(letters)) return true;
  return A.has(letters) || CONSONANT_CAPITALS.test(letters) ? false : undefined;
}

/** Whether a figure begins with a vowel when it is read; `undefined` where it is read in two ways (1800, 0.5). */
function saidOfFigure(figure: string): boolean | undefined {
  const digits = figure.replaceAll(',', '');
  if (digits.startsWith('0') || /^1[18]\d\d$/.test(figure)) return undefined;
  return digits.startsWith('8') || (digits.length % 3 === 2 && /^1[18]/.test(digits));
}
