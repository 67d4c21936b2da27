import { fill, inLocale, type Locale, type Localized } from '../model/finding.ts';
import type { DeskRow } from './row.ts';

/** What goes out on a day, in its order. */
export interface DayList {
  /** `2026-11-29`. */
  readonly day: string;
  readonly entries: readonly DayEntry[];
}

/** An article of a day. */
export interface DayEntry {
  readonly row: DeskRow;
  /** `08:30`; '' where its date is a day alone. */
  readonly time: string;
  /** It is out already. */
  readonly isOut: boolean;
  /** What stands between it and going out, the gravest first, each in a few words. */
  readonly gaps: readonly string[];
}

const words = {
  errors: { en: 'errors: {count}', zh: '错误 {count} 处' },
  warnings: { en: 'warnings: {count}', zh: '警告 {count} 处' },
  overRate: { en: 'error rate {rate}', zh: '差错率 {rate}，超标' },
  missing: { en: 'not filled in: {fields}', zh: '未填：{fields}' },
  comma: { en: ', ', zh: '、' },
  turn: { en: 'to be signed: {step}', zh: '待签：{step}' },
  embargo: { en: 'embargo until {until}', zh: '{until} 解禁' },
  picture: { en: 'no picture', zh: '无图' },
  unchecked: { en: 'not checked', zh: '未检查' },
} as const satisfies Record<string, Localized>;

/** The articles that a day's list names: those dated so, by the clock, those without one last. */
export function dayList(rows: readonly DeskRow[], day: string, locale: Locale): DayList {
  const mine = rows.filter(({ date }) => date.slice(0, 10) === day);
  const ordered = [...mine].sort(
    (a, b) => compare(timeIn(a) || '~', timeIn(b) || '~') || compare(a.column, b.column) || compare(a.path, b.path),
  );
  return {
    day,
    entries: ordered.map((row) => ({
      row,
      time: timeIn(row),
      isOut: row.stage === 'published',
      gaps: gapsOf(row, locale),
    })),
  };
}

/** What an article lacks, in a reader's words. */
export function gapsOf({ checked, date }: DeskRow, locale: Locale): readonly string[] {
  const say = (word: keyof typeof words, data: Readonly<Record<string, string | number>> = {}): string =>
    fill(inLocale(words[word], locale), data);
  if (checked === undefined) return [say('unchecked')];
  const { errors, warnings, rate, isOverRate, missing, pictures, turn, embargo } = checked;
  return [
    ...(errors > 0 ? [say('errors', { count: errors })] : []),
    ...(missing.length > 0 ? [say('missing', { fields: missing.join(inLocale(words.comma, locale)) })] : []),
    ...(turn === '' ? [] : [say('turn', { step: turn })]),
    // What goes out after its embargo has nothing in its way.
    ...(embargo !== undefined && (date.length > 10 ? Date.parse(embargo.iso) > Date.parse(date) : embargo.iso > date)
      ? [say('embargo', { until: embargo.text })]
      : []),
    ...(isOverRate ? [say('overRate', { rate })] : []),
    ...(warnings > 0 ? [say('warnings', { count: warnings })] : []),
    ...(pictures === 0 ? [say('picture')] : []),
  ];
}

const timeIn = ({ date }: DeskRow): string => date.slice(11, 16);

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
