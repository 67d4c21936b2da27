import { UsageError } from './messages.ts';
import type { Shard } from './report.ts';
import type { Run } from './run.ts';

/** The shard that `--shard 2/4` asks for. Throws {@link UsageError}. */
export function shardOf({ values, say }: Run): Shard | undefined {
  const asked = values.shard;
  if (asked === undefined) return undefined;
  const [, first = '', second = ''] = /^(\d{1,6})\/(\d{1,6})$/.exec(asked) ?? [];
  const [index, count] = [Number(first), Number(second)];
  if (index < 1 || count < index) throw new UsageError(say('bad-shard', { value: asked }));
  // That nobody of a name signed is not known from a part of the articles.
  if (values.by !== undefined) throw new UsageError(say('shard-by'));
  return { index, count };
}

/**
 * Whether an article is a shard's: its path alone decides, so that no article changes its shard when others come or go,
 * and every machine says the same.
 *
 * @param path as reports show it, with `/`
 */
export function isInShard(path: string, { index, count }: Shard): boolean {
  // File systems spell an accent in one character or in two.
  const text = path.normalize('NFC');
  let value = 0;
  // After the rounds of MurmurHash3, so that names that differ in a digit scatter.
  for (let at = 0; at < text.length; at++) value = scattered(Math.imul(value, 31) + text.charCodeAt(at));
  return value % count === index - 1;
}

function scattered(bits: number): number {
  let value = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
