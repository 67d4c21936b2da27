import type { DeskRow } from '../../desk/row.ts';
import type { DeskWords } from '../desk-html.ts';
import { namesShown } from '../desk-list.ts';

/** A sentence with its numbers. */
export function filled(sentence: string, ...values: readonly (string | number)[]): string {
  return sentence.replace(/\{(\d)\}/g, (_, at: string) => String(values[Number(at)] ?? ''));
}

/** An element with a class and a text. */
function piece(name: 'span' | 'div', kind: string, text: string): HTMLElement {
  const made = document.createElement(name);
  made.className = kind;
  made.textContent = text;
  return made;
}

/**
 * An article of the list, what presses first: all that a row shows is text, so that it is read out as it stands.
 *
 * @param isStaged whether it stands under the heading of its stage
 */
export function rowElement(row: DeskRow, words: DeskWords, today: string, isStaged: boolean): HTMLElement {
  const option = document.createElement('div');
  option.setAttribute('role', 'option');
  option.className = 'row';
  option.dataset.uri = row.uri;
  const { title, file } = namesShown(row, words.untitled);
  const facts = piece('div', 'facts', '');
  const add = (kind: string, text: string): void => {
    if (text !== '') facts.append(piece('span', kind, text));
  };
  const { checked } = row;
  // First what must not be cut off where the view is narrow.
  if (checked !== undefined && checked.errors > 0) add('errors', filled(words.errors, checked.errors));
  if (checked !== undefined && checked.warnings > 0) add('warnings', filled(words.warnings, checked.warnings));
  if (!isStaged) add(`stage ${row.stage}`, row.stageWord);
  add('date', dateShown(row.date, words, today));
  if (checked === undefined) add('unchecked', words.unchecked);
  else {
    if (checked.turn !== '') add('turn', filled(words.turn, checked.turn));
    if (checked.embargo !== undefined && Date.parse(checked.embargo.iso) > Date.now())
      add('embargo', filled(words.embargo, checked.embargo.text));
    if (checked.isOverRate) add('rate', filled(words.rate, checked.rate));
    if (checked.errors + checked.warnings + checked.questions === 0) add('clean', words.clean);
  }
  add('file', file);
  add('column', row.column);
  add('people', row.people.join(words.names));
  if (checked !== undefined) {
    add(
      'characters',
      filled(checked.inWords ? words.words : words.characters, checked.characters.toLocaleString('en')),
    );
    if (checked.questions > 0) add('questions', filled(words.questions, checked.questions));
    if (checked.missing.length > 0) add('missing', filled(words.missing, checked.missing.join(words.names)));
  }
  // What is cut off all the same is told to whoever points at it.
  option.title = [row.path, [...facts.children].map(({ textContent }) => textContent ?? '').join(' · ')].join('\n');
  option.append(piece('div', row.title === '' ? 'title none' : 'title', title), facts);
  return option;
}

/** A date as short as it may be. */
function dateShown(date: string, words: DeskWords, today: string): string {
  const day = date.slice(0, 10);
  const time = date.slice(11, 16);
  const named = dayShown(day, words, today);
  return time === '' ? named : `${named} ${time}`;
}

/** A day, with its word for today and tomorrow. */
export function dayShown(day: string, words: DeskWords, today: string): string {
  if (day === today) return words.today;
  const next = new Date(`${today}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return day === next.toISOString().slice(0, 10) ? words.tomorrow : day;
}
