import { findDate } from '../model/printed-date.ts';
import { fold, LONGEST_LINE, readNames } from './page-lines.ts';
import { timeLabels } from './page-words.ts';

/** What a time and source line says. */
export interface TimeLine {
  /** `2024-06-01` */
  readonly date?: string;
  /** `10:53` or `10:53:16` */
  readonly time?: string;
  readonly source?: string;
  readonly authors: readonly string[];
  readonly editors: readonly string[];
  readonly photographers: readonly string[];
  /** The line ends with a label whose value stands on the next line. */
  readonly open?: 'time' | 'source';
}

const LABEL = new RegExp(
  `(${Object.keys(timeLabels)
    .sort((a, b) => b.length - a.length)
    .join('|')}) ?: ?`,
  'g',
);

const two = (digits: string) => digits.padStart(2, '0');

interface Clock {
  readonly from: number;
  readonly to: number;
  readonly date: string;
  readonly time: string | undefined;
}

/** The first date of a line, with its time. */
function readClock(folded: string): Clock | undefined {
  const found = findDate(folded);
  if (found === undefined) return undefined;
  const { from, to, year, month, day, hour, minute = '00', second } = found;
  const seconds = second === undefined ? '' : `:${second}`;
  const time = hour === undefined ? undefined : `${two(hour)}:${minute}${seconds}`;
  return { from, to, date: `${year}-${two(String(month))}-${two(String(day))}`, time };
}

/** The line with its date blanked; offsets stay. */
function without(line: string, clock: Clock | undefined): string {
  if (clock === undefined) return line;
  return line.slice(0, clock.from) + ' '.repeat(clock.to - clock.from) + line.slice(clock.to);
}

/** A value without the bars and brackets around it; a bracket that belongs to it stays. */
function trimmed(text: string): string {
  const start = text.replace(/^[\s|｜丨︱/\][【】()（）]+/, '').replace(/[\s|｜丨︱/[【(（]+$/, '');
  return /[[【(（]/.test(start) ? start : start.replace(/[\s\])）】|｜丨︱/]+$/, '');
}

/** An outlet's name, and not a page number or a date in short. */
function isOutlet(loose: string): boolean {
  return /\p{L}{2}/u.test(loose) && !/[\s:]/.test(loose);
}

/**
 * Reads `发布时间：2024-06-01 10:53:16 来源：中国报道` and its kin: labels in any order, dates with `-`, `/`, `.` or
 * 年月日, parts apart by spaces, bars or brackets. `undefined` for a line that says anything besides.
 */
export function readTimeLine(line: string): TimeLine | undefined {
  if (line.length > LONGEST_LINE) return undefined;
  const folded = fold(line);
  const clock = readClock(folded);
  // 新华社首尔10月13日电: a dateline.
  if (clock !== undefined && /^[电電讯訊]/.test(folded.slice(clock.to))) return undefined;
  // The date is blanked, lest its colons and words be taken for labels.
  const rest = without(folded, clock);
  const written = without(line, clock);
  const labels = [...rest.matchAll(LABEL)];
  const said = { source: '', author: '', editor: '', photographer: '', time: '', other: '' };
  let loose = trimmed(rest.slice(0, labels[0]?.index ?? rest.length));
  for (const [index, label] of labels.entries()) {
    const kind = timeLabels[label[1] ?? ''] ?? 'other';
    const from = label.index + label[0].length;
    said[kind] ||= trimmed(written.slice(from, labels[index + 1]?.index ?? written.length));
  }
  if (said.time !== '') loose = trimmed(`${loose} ${said.time}`);
  const kinds = new Set(labels.map((label) => timeLabels[label[1] ?? '']));
  if (clock === undefined && !kinds.has('time') && !kinds.has('source')) return undefined;
  // Without a date a lone label may open a paragraph: it must stand first, and say no more than a name.
  const everything = Object.values(said).join('');
  if (/[。,;!?，；！？]/.test(loose + everything) || loose.length > 24 || everything.length > 120) return undefined;
  if (clock === undefined && (labels[0]?.index !== 0 || everything.length > 40)) return undefined;
  const last = labels.at(-1);
  const lastKind = last === undefined ? undefined : timeLabels[last[1] ?? ''];
  const open = last !== undefined && trimmed(folded.slice(last.index + last[0].length)) === '' ? lastKind : undefined;
  // 新浪 and 和讯 write the outlet after the time without a label.
  const source = said.source || (!kinds.has('source') && isOutlet(loose) ? loose : '');
  return {
    ...(clock === undefined ? {} : { date: clock.date }),
    ...(clock?.time === undefined ? {} : { time: clock.time }),
    ...(source === '' ? {} : { source }),
    authors: readNames(said.author),
    editors: readNames(said.editor),
    photographers: readNames(said.photographer),
    ...(open === 'time' || open === 'source' ? { open } : {}),
  };
}

const PLACE = /^(?:您|你)?(?:的|所在|现在|当前|目前)*的?(?:位置)(?:是|为)? ?:? ?/;
const ITEM_BREAK = / ?(?:>>|>|»|›|→) ?| [-/] /;

/**
 * The items of a breadcrumb such as `位置:当前位置:首页 >> 乡村` or `人民网>>文化`, outermost first; `undefined` for
 * a line that is none.
 */
export function readBreadcrumb(line: string): readonly string[] | undefined {
  if (line.length > 120) return undefined;
  let rest = fold(line).trim();
  let labelled = false;
  for (let match = PLACE.exec(rest); match !== null && rest !== ''; match = PLACE.exec(rest)) {
    labelled = true;
    rest = rest.slice(match[0].length);
  }
  const items = rest
    .split(ITEM_BREAK)
    .map((item) => item.trim())
    .filter((item) => item !== '' && !item.endsWith(':'));
  if (items.some((item) => item.length > 20 || /[。,;!?]/.test(item))) return undefined;
  if (labelled) return items;
  const home = /首页|首頁|网$|網$|^Home$/.test(items[0] ?? '');
  return items.length >= 2 && home ? items : undefined;
}

/** The columns that a breadcrumb may mean, innermost first. */
export function columnsOf(items: readonly string[]): readonly string[] {
  const inner = items.length > 1 ? items.slice(1) : items.filter((item) => !/首页|首頁|^Home$/.test(item));
  return inner.filter((item) => !/^(?:正文|详情|内容|文章|Article$)/.test(item)).reverse();
}
