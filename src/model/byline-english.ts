import type { Byline } from './read-byline.ts';
export function readEnglishByline(_text: string, _s: string, _from: number, _to: number, _where: 'head' | 'line'): Byline | undefined {
  return undefined;
}
