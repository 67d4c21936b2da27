import { listed } from '../../model/finding.ts';
import type { ValueFault } from './field-type.ts';

export const formatMessages = {
  format: {
    en: '`{actual}` in `{key}` is not one of the formats {known}',
    zh: '字段“{key}”的“{actual}”格式不对，可用格式：{known}',
  },
} as const;

/** A path that ends as none of the formats does. */
export function* formatFaults(path: string, formats: readonly string[]): Iterable<ValueFault<'format'>> {
  if (!isOfFormat(path, formats)) yield { message: 'format', data: { known: listed(formats) } };
}

/** Whether a path, the query of an address aside, ends so; `jpg` and `jpeg` are one. */
export function isOfFormat(path: string, formats: readonly string[]): boolean {
  const ending = /\.([^./\\?#]+)(?:[?#].*)?$/s.exec(path)?.[1]?.toLowerCase();
  const plain = (format: string): string =>
    format
      .toLowerCase()
      .replace(/^\./, '')
      .replace(/^jpeg$/, 'jpg');
  return ending !== undefined && formats.some((format) => plain(format) === plain(ending));
}
