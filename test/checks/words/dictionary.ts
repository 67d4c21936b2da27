import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Words of Chinese and how often each was met in the texts that the dictionary was counted in. */
export type Dictionary = ReadonlyMap<string, { readonly count: number; readonly kind: string }>;

let read: Dictionary | undefined;

/** jieba's dictionary (MIT), as its package brings it. */
export function dictionary(): Dictionary {
  if (read) return read;
  const file = createRequire(import.meta.url).resolve('@node-rs/jieba/dict.txt');
  const words = new Map<string, { count: number; kind: string }>();
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [word, count, kind = ''] = line.split(' ');
    if (word && count) words.set(word, { count: Number(count), kind });
  }
  read = words;
  return words;
}
