import type { Schema } from '@cfworker/json-schema';

/** How often the parts of a schema may be looked at for one value: a hundred times what a large one needs. */
const budget = 100_000;

/** Names that are tried out when a schema is read, so that what lies under a property is reached. */
const triedNames = 40;

/** Thrown out of the validator when a schema asks for more work than anybody can wait for. */
export class TooMuchWork extends Error {}

/**
 * Makes a schema count how often its parts are looked at. Parts that refer to one another double with each level, and
 * the validator has no end of its own: 1.8 KB can take longer than the age of the earth. Changes the schema.
 *
 * @returns starts the count anew; once it is used up, the validator is left by {@link TooMuchWork}
 */
export function limitWork(schema: Schema): () => void {
  let left = budget;
  const spend = (): undefined => {
    if (left-- <= 0) throw new TooMuchWork();
    return undefined;
  };
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const inner of Object.values(node)) visit(inner);
    // A name that the validator asks of every part, and that no part has.
    if (!Array.isArray(node))
      Object.defineProperty(node, '__absolute_recursive_ref__', { get: spend, configurable: true });
  };
  visit(schema);
  return () => {
    left = budget;
  };
}

/** Values in which each property that a schema names is there, as a map, a list and a text. */
export function* trialValues(schema: Schema): Iterable<unknown> {
  const names = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null || names.size >= triedNames) return;
    for (const [key, inner] of Object.entries(node)) {
      if (key === 'properties' && typeof inner === 'object' && inner !== null)
        for (const name of Object.keys(inner)) names.add(name);
      visit(inner);
    }
  };
  visit(schema);
  const all = (value: unknown): unknown => Object.fromEntries([...names].map((name) => [name, value]));
  yield {};
  yield all(all('a'));
  yield all([all('a'), 'a']);
}
