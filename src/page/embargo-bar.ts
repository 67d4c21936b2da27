import { fillAll, inLocale, type Locale, type Localized } from '../model/finding.ts';
import { embargoAt } from '../reading/embargo.ts';
import type { Reading } from '../reading/reading.ts';
import { escapeHtml } from './escape.ts';

const words: Localized = { en: 'Embargoed until {until}: not for publication', zh: '{until} 解禁，在此之前不得发布' };

/** What stands above the page of an article that is under embargo at a moment; empty for all others. */
export function embargoBar(reading: Reading, now: number | undefined, locale: Locale): string {
  const embargo = now === undefined ? undefined : embargoAt(reading, now);
  if (embargo === undefined) return '';
  return `<p class="embargo-bar" role="note">${escapeHtml(inLocale(fillAll(words, { until: embargo.text }), locale))}</p>`;
}
