/** A house as settings, before it is a {@link House}: each value knows which file said it. */
export type Tree = Leaf | Branch | Removed;

export interface Leaf {
  readonly kind: 'leaf';
  readonly value: unknown;
  /** The id of the house that said so, or the name of the newsroom's own file. */
  readonly origin: string;
}

export interface Branch {
  readonly kind: 'branch';
  readonly entries: ReadonlyMap<string, Tree>;
}

/** `off` for an inherited field, template or block. */
interface Removed {
  readonly kind: 'removed';
}

/**
 * Lays `over` on `base`: maps are merged key by key, inherited keys first and in their order; everything else,
 * lists included, is replaced.
 */
export function merge(base: Tree | undefined, over: Tree): Tree {
  if (base?.kind !== 'branch' || over.kind !== 'branch') return over;
  const entries = new Map(base.entries);
  for (const [key, tree] of over.entries) {
    if (tree.kind === 'removed') entries.delete(key);
    else entries.set(key, merge(entries.get(key), tree));
  }
  return { kind: 'branch', entries };
}

/** The part of a tree under a key. */
export function under(tree: Tree | undefined, key: string): Tree | undefined {
  return tree?.kind === 'branch' ? tree.entries.get(key) : undefined;
}

/** Keys and parts of a tree in order; nothing for a leaf. */
export function parts(tree: Tree | undefined): readonly (readonly [string, Tree])[] {
  return tree?.kind === 'branch' ? [...tree.entries] : [];
}

/** The value of a leaf. */
export function leaf(tree: Tree | undefined): unknown {
  return tree?.kind === 'leaf' ? tree.value : undefined;
}

/** A tree without its origins, as JSON: an object is a branch, everything else is a leaf. */
export type PlainTree = unknown;

/** A tree as JSON. */
export function toPlain(tree: Tree): PlainTree {
  if (tree.kind === 'branch') return Object.fromEntries([...tree.entries].map(([key, part]) => [key, toPlain(part)]));
  return tree.kind === 'leaf' ? tree.value : null;
}

/** A tree from JSON, all of it said by `origin`. */
export function fromPlain(plain: PlainTree, origin: string): Tree {
  if (typeof plain !== 'object' || plain === null || Array.isArray(plain))
    return { kind: 'leaf', value: plain, origin };
  return {
    kind: 'branch',
    entries: new Map(Object.entries(plain).map(([key, part]) => [key, fromPlain(part, origin)])),
  };
}
