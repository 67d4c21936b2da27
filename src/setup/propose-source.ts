import type { Localized } from '../model/finding.ts';
import { ofArticles, type Piece } from './decision.ts';
import type { SeenField } from './field-seen.ts';
import type { SeenSource } from './see-sources.ts';

/** That a field says ids of a data file or of the files of a folder. @param at the path of a setting of the field */
export function sourcePieces(
  { path, isOpen, listed, total }: SeenSource,
  at: (name: string) => readonly string[],
): readonly Piece[] {
  const comment: Localized = { en: `${listed} of ${total} values`, zh: `${total} 个值中 ${listed} 个` };
  return [{ path: at('values-from'), value: path, comment }, ...(isOpen ? [{ path: at('open'), value: true }] : [])];
}

/** How often a field says an id, with a few of whom they stand for. */
export function sourceEvidence({ count, values }: SeenField, total: number, source: SeenSource): Localized {
  const often = ofArticles(count, total);
  const known = values.flatMap(({ value, count: times }) => {
    const label = source.labels.get(value);
    return label === undefined ? [] : [{ value, label, times }];
  });
  const shown = known.slice(0, 4);
  const more = known.length > shown.length;
  return {
    en: `${often.en}; ${source.listed} of ${source.total} values are among its ${source.size}: ${shown.map(({ value, label, times }) => `${value} (${label}) ${times}`).join(', ')}${more ? ', …' : ''}`,
    zh: `${often.zh}；${source.total} 个值中有 ${source.listed} 个在其所列 ${source.size} 个之中：${shown.map(({ value, label, times }) => `${value}（${label}）${times}`).join('、')}${more ? '……' : ''}`,
  };
}
