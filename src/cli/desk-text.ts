import type { DayList } from '../desk/day-list.ts';
import { lengthSaid } from '../desk/length.ts';
import type { DeskRow } from '../desk/row.ts';
import { fill, inLocale, type Locale, type Localized } from '../model/finding.ts';
import { visible } from './reporters/visible.ts';
import { cells } from './reporters/width.ts';

const words = {
  errors: { en: 'errors {count}', zh: '{count} 处错误' },
  warnings: { en: 'warnings {count}', zh: '{count} 处警告' },
  day: { en: '{day}, articles: {count}', zh: '{day}：{count} 篇' },
  gap: { en: '; ', zh: '；' },
  nothing: { en: 'nothing missing', zh: '齐' },
} as const satisfies Record<string, Localized>;

/** The rows of the desk as lines, each column as wide as it must be. */
export function printRows(rows: readonly DeskRow[], locale: Locale): string {
  return aligned(
    rows.map((row) => {
      const { errors = 0, warnings = 0, characters = 0, inWords = false } = row.checked ?? {};
      return [
        dateShown(row),
        row.stageWord,
        row.column,
        lengthSaid(characters, inWords ? 'words' : 'characters', locale),
        say('errors', locale, { count: errors }),
        say('warnings', locale, { count: warnings }),
        row.path,
        row.title || '—',
      ];
    }),
  );
}

/** A day's list as lines: the time, the title, and what is missing. */
export function printDay({ day, entries }: DayList, locale: Locale): string {
  const heading = say('day', locale, { day, count: entries.length });
  const lines = entries.map(({ row, time, gaps }) => [
    time || '—',
    row.stageWord,
    row.title || '—',
    row.path,
    gaps.join(inLocale(words.gap, locale)) || inLocale(words.nothing, locale),
  ]);
  return `${heading}\n${aligned(lines)}`;
}

const dateShown = ({ date }: DeskRow): string => date.slice(0, 16).replace('T', ' ') || '—';

function say(word: keyof typeof words, locale: Locale, data: Readonly<Record<string, string | number>>): string {
  return fill(inLocale(words[word], locale), data);
}

/** Columns of which no row says anything are left out. */
function aligned(rows: readonly (readonly string[])[]): string {
  const shown = rows.map((row) => row.map(visible));
  const widths = (shown[0] ?? []).map((_, at) => Math.max(...shown.map((row) => cells(row[at] ?? ''))));
  return shown
    .map((row) => {
      const padded = row.flatMap((text, at) => {
        const width = widths[at] ?? 0;
        return width === 0 ? [] : [text + ' '.repeat(width - cells(text))];
      });
      return `${padded.join('  ').trimEnd()}\n`;
    })
    .join('');
}
