import picocolors from 'picocolors';
import { inLocale, type Locale, type Localized } from '../model/finding.ts';
import type { VersionNames } from '../page/changes-page.ts';
import type { Comparison, Fate } from '../reading/compare-articles.ts';
import type { Piece } from '../reading/compare-words.ts';
import { visible } from './reporters/visible.ts';

const fates: Readonly<Record<Fate, Localized>> = {
  same: { en: 'same', zh: '未变' },
  changed: { en: 'changed', zh: '修改' },
  added: { en: 'added', zh: '新增' },
  removed: { en: 'removed', zh: '删去' },
  moved: { en: 'moved here', zh: '移到这里' },
  left: { en: 'moved away', zh: '移走' },
};

const words = {
  same: {
    en: 'Nothing that a reader sees is different between {before} and {after}.',
    zh: '{before} 与 {after} 在读者看来没有差别。',
  },
  line: { en: 'line {line}', zh: '第 {line} 行' },
  'line-before': { en: 'line {line} before', zh: '原第 {line} 行' },
} as const satisfies Readonly<Record<string, Localized>>;

/** What changed, for a terminal: words in colour, or between `[-…-]` and `{+…+}` where there is none. */
export function printChanges(comparison: Comparison, names: VersionNames, locale: Locale, isColored: boolean): string {
  const colors = picocolors.createColors(isColored);
  const draw = (pieces: readonly Piece[]): string =>
    pieces
      .map(({ kind, text }) => {
        const shown = visible(text);
        if (kind === 'same') return shown;
        if (!isColored) return kind === 'added' ? `{+${shown}+}` : `[-${shown}-]`;
        return kind === 'added' ? colors.green(colors.underline(shown)) : colors.red(colors.strikethrough(shown));
      })
      .join('');
  const fill = (text: Localized, values: Readonly<Record<string, string | number>>): string =>
    inLocale(text, locale).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
  if (comparison.isSame) return `${fill(words.same, { ...names })}\n`;
  const lines = [`--- ${visible(names.before)}`, `+++ ${visible(names.after)}`, ''];
  for (const { key, fate, pieces } of comparison.fields) {
    if (fate === 'same') continue;
    lines.push(`${colors.bold(visible(key))}  ${colors.dim(inLocale(fates[fate], locale))}`, `  ${draw(pieces)}`, '');
  }
  for (const { fate, pieces, before, after } of comparison.blocks) {
    if (fate === 'same') continue;
    // What is gone stands in the earlier version alone, whose lines are others.
    const place = fill(words[after === undefined ? 'line-before' : 'line'], { line: (after ?? before ?? 0) + 1 });
    lines.push(`${colors.bold(place)}  ${colors.dim(inLocale(fates[fate], locale))}`, `  ${draw(pieces)}`, '');
  }
  return `${lines.join('\n').trimEnd()}\n`;
}
