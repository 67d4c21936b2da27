import type { House, Stage } from '../house/house.ts';
import { matches } from './ignore.ts';
import { nameOf, relativePath } from './uri.ts';

/** What is in force, as far as the place of an article goes. */
interface InForce {
  readonly house: House;
  readonly root: string | undefined;
}

const variants = new WeakMap<object, Map<Stage, unknown>>();

/**
 * What is in force for an article in a newsroom whose drafts have folders of their own: what lies there and says no stage
 * is a draft, what lies elsewhere is published. The same object for the same stage.
 *
 * @param uri of the article; a folder with a slash at its end
 */
export function inPlaceOf<I extends InForce>(inForce: I, uri: string | undefined): I {
  const { house, root } = inForce;
  const { drafts = [] } = house;
  if (drafts.length === 0 || uri === undefined) return inForce;
  const path = (root === undefined ? undefined : relativePath(root, uri)) ?? nameOf(uri);
  const stage: Stage = matches(drafts, path) ? 'draft' : 'published';
  const known = variants.get(inForce) ?? new Map<Stage, unknown>();
  variants.set(inForce, known);
  const made = (known.get(stage) as I | undefined) ?? { ...inForce, house: { ...house, stageOfPlace: stage } };
  known.set(stage, made);
  return made;
}
