import type { FrontMatterKind } from '../model/front-matter/front-matter.ts';
import { gitIgnore } from './git-ignore.ts';
import type { HouseInForce } from './houses.ts';
import { isLeftOut } from './ignore.ts';
import { listArticles } from './list-articles.ts';
import type { World } from './world.ts';

/** How front matter may be written. */
export type WrittenKind = Exclude<FrontMatterKind, 'none' | 'unclosed' | 'code'>;

/** So many articles are looked at, from all over the newsroom. */
const looked = 40;

/** The first line and what may stand before it. Bytes. */
const headLength = 64;

/**
 * How a newsroom writes its front matter: as its own templates do, or as most of its articles; `undefined` where neither
 * has any.
 *
 * @param templates the texts of its own templates
 * @param root the uri of the folder that new articles go to
 */
export async function ownDialect(
  world: World,
  { leftOut }: Pick<HouseInForce, 'leftOut'>,
  templates: readonly string[],
  root: string | undefined,
): Promise<WrittenKind | undefined> {
  const said = most(templates.map(kindOf));
  if (said !== undefined || root === undefined) return said;
  const { articles } = await listArticles(world, gitIgnore(world), root);
  const mine = articles.filter((uri) => !isLeftOut(leftOut, uri));
  const step = Math.max(1, mine.length / looked);
  const some = Array.from(
    { length: Math.min(looked, mine.length) },
    (_, index) => mine[Math.floor(index * step)] ?? '',
  );
  const heads = await Promise.all(some.map((uri) => world.readHead(uri, headLength)));
  return most(heads.map((bytes) => kindOf(new TextDecoder().decode(bytes))));
}

/** By how a text begins. */
function kindOf(text: string): WrittenKind | undefined {
  if (/^\uFEFF?---[ \t]*(?:[\r\n]|$)/.test(text)) return 'yaml';
  if (/^\uFEFF?\+\+\+[ \t]*(?:[\r\n]|$)/.test(text)) return 'toml';
  return /^\uFEFF?\{\s*"/.test(text) ? 'json' : undefined;
}

/** The one that more than half of those with front matter have. */
function most(kinds: readonly (WrittenKind | undefined)[]): WrittenKind | undefined {
  const all = kinds.filter((kind) => kind !== undefined);
  return all.find((kind) => all.filter((one) => one === kind).length * 2 > all.length);
}
