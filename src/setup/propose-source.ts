import { fillAll, type Localized } from '../model/finding.ts';
import { ofArticles, type Piece } from './decision.ts';
import type { SeenField } from './field-seen.ts';
import type { SeenSource } from './see-sources.ts';

/** That a field says ids of a data file or of the files of a folder. @param at the path of a setting of the field */
export function sourcePieces(
  { path, isOpen, listed, total }: SeenSource,
  at: (name: string) => readonly string[],
): readonly Piece[] {
  const comment: Localized = fillAll(
    { en: '{listed} of {total} values', zh: '{total} 个值中 {listed} 个' },
    { listed, total },
  );
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
  const more = known.length > shown.length ? { en: ', …', zh: '……' } : '';
  const people: Localized = {
    en: shown.map(({ value, label, times }) => `${value} (${label}) ${times}`).join(', '),
    zh: shown.map(({ value, label, times }) => `${value}（${label}）${times}`).join('、'),
  };
  return fillAll(
    {
      en: '{often}; {listed} of {all} values are among its {size}: {people}{more}',
      zh: '{often}；{all} 个值中有 {listed} 个在其所列 {size} 个之中：{people}{more}',
    },
    { often, listed: source.listed, all: source.total, size: source.size, people, more },
  );
}
