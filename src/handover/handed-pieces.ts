import { ANCHOR, type NoteWords } from '../page/notes.ts';
import { type Piece, voids } from './tags.ts';

const nothing: ReadonlyMap<string, string> = new Map();

/**
 * The body of a page in the elements that any editor takes: notes are paragraphs at the end that begin with their number,
 * without ways there and back; a part that folds is what is in it; the text of a table's cell is one paragraph.
 */
export function* handedPieces(pieces: Iterable<Piece>, { notes }: NoteWords, chinese: boolean): Generator<Piece> {
  /** Names of open elements; '' for one that was left out, with what stands for its end. */
  const open: { readonly name: string; readonly left: boolean; readonly end: readonly Piece[] }[] = [];
  /** How many open elements leave out what is in them. */
  let hidden = 0;
  let inNotes = 0;
  /** The number that the next text of a note begins with. */
  let number = '';
  for (const piece of pieces) {
    if (piece.kind === 'close') {
      const { name, left, end } = open.pop() ?? { name: piece.name, left: false, end: [] };
      if (name === 'back') hidden--;
      else if (name === 'notes') inNotes--;
      if (hidden > 0 || name === 'back') continue;
      if (left) yield* end;
      else yield piece;
      continue;
    }
    if (piece.kind === 'text') {
      if (hidden > 0) continue;
      if (number !== '' && piece.text.trim() !== '') {
        yield { kind: 'text', text: number };
        number = '';
      }
      yield piece;
      continue;
    }
    const { name, attributes } = piece;
    if (voids.has(name)) {
      if (hidden === 0) yield piece;
      continue;
    }
    const kind = attributes.get('class') ?? '';
    const own = (attributes.get('id') ?? '').startsWith(`${ANCHOR}-`);
    const leave = (end: readonly Piece[] = [], as = name): void => {
      open.push({ name: as, left: true, end });
    };
    if (name === 'a' && kind === 'back') {
      hidden++;
      leave([], 'back');
    } else if (name === 'a' && own) leave();
    else if (name === 'section' && kind === 'notes') {
      inNotes++;
      leave([], 'notes');
      yield* paragraph(`${notes}${chinese ? '：' : ':'}`);
    } else if (name === 'li' && own) {
      leave();
      number = `[${(attributes.get('id') ?? '').slice(ANCHOR.length + 1)}] `;
    } else if (name === 'ol' && inNotes > 0 && open.at(-1)?.name === 'notes') leave();
    else if (name === 'details') leave();
    else if (name === 'summary') {
      leave([
        { kind: 'close', name: 'strong' },
        { kind: 'close', name: 'p' },
      ]);
      yield { kind: 'open', name: 'p', attributes: nothing };
      yield { kind: 'open', name: 'strong', attributes: nothing };
    } else if (name === 'p' && open.some((each) => each.name === 'td' || each.name === 'th')) {
      leave();
      yield { kind: 'open', name: 'br', attributes: nothing };
    } else {
      open.push({ name, left: false, end: [] });
      if (hidden === 0) yield piece;
    }
  }
}

function* paragraph(text: string): Generator<Piece> {
  yield { kind: 'open', name: 'p', attributes: nothing };
  yield { kind: 'text', text };
  yield { kind: 'close', name: 'p' };
}
