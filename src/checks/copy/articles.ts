import { matchesOf } from '../../model/matches.ts';

/** An indefinite article that is not the one that is heard. Offsets are UTF-16 units. */
interface WrongArticle {
  readonly from: number;
  readonly to: number;
  readonly actual: string;
  readonly expected: string;
}

/** Read letter by letter, and the first begins with a vowel. */
const AN = new Set(
  (
    'AI ATM ECG EEG FBI FCC FDA HBO HGV HIV HR IBM ICU IMF IOC IPO IRS ISP IT LED LGBT LGBTQ MBA MEP MLB MP MRI MSP MVP ' +
    'NBA NFL NGO NHL NHS NYPD OECD RAF RSPCA RSVP SMS SNP SOS SUV'
  ).split(' '),
);

/** Read letter by letter or as words, and the first sound is that of `you`. */
const A = new Set('EU UAE UEFA UFO UHF UK UN UNESCO UNICEF URL US USB USDA USSR UV'.split(' '));

const beforeFigureOrLetters =
  /(?<=^|[\s“‘"(—])(an?|An?) ([“‘"]?[$£€]?)(?:(\d[\d,]*)|([A-Z]{2,6})(?![A-Z\d]|[’'.][A-Za-z])|([A-Z])-[a-z\d])/g;

/** Articles before figures (an 18-year-old) and letters that are read one by one (an MRI, an X-ray) that nobody would say so. */
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
}

function saidOfLetters(letters: string): boolean | undefined {
  return AN.has(letters) ? true : A.has(letters) ? false : undefined;
}

/** Whether a figure begins with a vowel when it is read; `undefined` where it is read in two ways (1800, 0.5). */
function saidOfFigure(figure: string): boolean | undefined {
  const digits = figure.replaceAll(',', '');
  if (digits.startsWith('0') || /^1[18]\d\d$/.test(figure)) return undefined;
  return digits.startsWith('8') || (digits.length % 3 === 2 && /^1[18]/.test(digits));
}
