import { readingOf } from '../reading/reading.ts';
import type { WriteFormat } from './write-format.ts';

/** The headline alone, for a list of what goes out. */
export const writeTitle: WriteFormat = (article, house) => `${readingOf(article, house).headline.text}\n`;
