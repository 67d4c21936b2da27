import { isChineseProse, keptByText } from '../../model/kept.ts';
import type { Match } from '../../model/word-heads.ts';
import { acrossLines } from './across-lines.ts';
import { walk, walkedOf } from './walk.ts';
import { type Row, rowOf, type WrongWord, wrongWordList } from './wrong-word-list.ts';

/** A wrong word where it stands. Offsets are UTF-16 units. */
export interface WrongWordAt extends WrongWord {
  readonly from: number;
  readonly to: number;
}

/**
 * The wrong words of a text, in order, that no reader could take for two words that meet (补偿|试点) nor for what the
 * list knows to be right (按装|机). Of words within one another the longest; nothing in a text that is not Chinese.
 */
export const wrongWordsIn = keptByText((text, prose): readonly WrongWordAt[] => {
  if (text.length < 2 || !isChineseProse(prose)) return nothing;
  if (!text.includes('\n')) return wrongWordsOf(text, walkedOf(prose).wrong);
  return acrossLines(text, (joined) => wrongWordsOf(joined, walk(joined).wrong));
});

const nothing: readonly never[] = [];

function wrongWordsOf(text: string, words: readonly Match[]): readonly WrongWordAt[] {
  if (words.length === 0) return nothing;
  const known = wrongWordList();
  const found: WrongWordAt[] = [];
  for (const { from, to, word } of words) {
    const last = found.at(-1);
    if (last && last.to > from && (last.from < from || last.to > to)) continue;
    const row = rowOf(known, word);
    if (isRightHere(row, text, from, to)) continue;
    if (last?.from === from) found.pop();
    found.push({ ...row, from, to });
  }
  return found;
}

function isRightHere({ legitimate, meeting, family }: Row, text: string, from: number, to: number): boolean {
  const before = text.charAt(from - 1);
  const after = text.charAt(to);
  const holds = (side: string | undefined, character: string): boolean =>
    side === undefined || (character !== '' && side.includes(character));
  return (
    legitimate.some(({ whole, at }) => from >= at && text.startsWith(whole, from - at)) ||
    meeting.some((pair) => holds(pair.before, before) && holds(pair.after, after)) ||
    (family && mayBeGivenName(after))
  );
}

/** Whether a family name before `character` may go on with it: a Han character that no clause goes on with. */
function mayBeGivenName(character: string): boolean {
  return (
    /[\u3400-\u9fff]/.test(character) &&
    !'的了着过我你您他她它们这那就都也还又很更最不没在是有会要能可和与及上下去来一两几多人大家'.includes(character)
  );
}
