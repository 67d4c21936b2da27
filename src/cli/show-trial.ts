import picocolors from 'picocolors';
import type { TriedChange } from '../engine/tried-change.ts';
import { fill, inLocale, type Localized, type Severity } from '../model/finding.ts';
import { severityNames } from './reporters/severity-names.ts';
import { visible } from './reporters/visible.ts';
import { cells } from './reporters/width.ts';
import type { Run } from './run.ts';

/** What would be said otherwise of one article. */
export interface TriedRow {
  readonly path: string;
  readonly changes: readonly PlacedChange[];
}

/** Line and column count from 1. */
interface PlacedChange extends TriedChange {
  readonly line: number;
  readonly column: number;
}

const words = {
  none: {
    en: 'Nothing would be found otherwise in {articles} articles.',
    zh: '{articles} 篇稿件的检查结果不变。',
  },
  sum: {
    en: '{comes} more, {goes} fewer{changes}, in {files} of {articles} articles. Nothing was written.',
    zh: '多 {comes} 处，少 {goes} 处{changes}；涉及 {articles} 篇中的 {files} 篇。未写入任何文件。',
  },
  changes: { en: ', {count} said or weighed otherwise', zh: '，级别或说法有变 {count} 处' },
} satisfies Record<string, Localized>;

const marks = { comes: '+', goes: '-', changes: '~' } as const;
const colors = { comes: 'yellow', goes: 'green', changes: 'cyan' } as const;

/** For people: each article with what would come and go, the text in context with the place marked, then the sum. */
export function showTrial(rows: readonly TriedRow[], articles: number, { io, locale }: Run): string {
  const paint = picocolors.createColors(io.isTTY && !io.env.NO_COLOR && io.env.TERM !== 'dumb');
  const count = { comes: 0, goes: 0, changes: 0 };
  let out = '';
  for (const { path, changes } of rows) {
    out += `${paint.underline(visible(path))}\n`;
    for (const { kind, check, title, severity, was, message, line, column, ...context } of changes) {
      count[kind]++;
      const name = (one: Severity): string => inLocale(severityNames[one], locale);
      const grave = was === undefined ? name(severity) : `${name(was)} → ${name(severity)}`;
      const [before, marked, after] = [context.before, context.marked, context.after].map(visible);
      const margin = ' '.repeat(4);
      out += `${paint[colors[kind]](marks[kind])} ${line}:${column}  ${grave}  ${visible(message)}  ${paint.dim(`${title} · ${check}`)}\n`;
      if (marked !== '')
        out += `${margin}${before}${marked}${after}\n${margin}${' '.repeat(cells(before ?? ''))}${'^'.repeat(Math.max(1, cells(marked ?? '')))}\n`;
    }
  }
  const sentence =
    rows.length === 0
      ? fill(inLocale(words.none, locale), { articles })
      : fill(inLocale(words.sum, locale), {
          ...count,
          changes: count.changes === 0 ? '' : fill(inLocale(words.changes, locale), { count: count.changes }),
          files: rows.length,
          articles,
        });
  return `${out}${sentence}\n`;
}
