import { didYouMean } from '../model/did-you-mean.ts';
import type { Entry, Value } from '../model/front-matter/front-matter.ts';
import { textOf } from '../model/front-matter/values.ts';
import { writeScalar } from '../model/front-matter/yaml-scalar.ts';
import { type HouseFault, houseFault, passedOver, unknownWord } from './house-fault.ts';
import { parts, type Tree, under } from './tree.ts';

/**
 * What is wrong between the steps of a sign-off and what it names: other steps, fields.
 *
 * @param entries the house file's own
 * @param tree the house as it is with them
 */
export function* signoffFaults(entries: readonly Entry[], tree: Tree): Iterable<HouseFault> {
  const signoff = entries.find(({ key }) => key === 'signoff')?.value;
  if (signoff?.kind !== 'map') return;
  const known = parts(under(under(tree, 'signoff'), 'steps')).map(([id]) => id);
  for (const { key, value } of signoff.entries) {
    if (key === 'free') yield* unknownFields(value, tree);
    for (const step of key === 'steps' && value.kind === 'map' ? value.entries : []) {
      const distinct = step.value.kind === 'map' ? step.value.entries.find((one) => one.key === 'distinct') : undefined;
      const others = known.filter((id) => id !== step.key);
      for (const [word, item] of words(distinct?.value))
        if (!others.includes(word)) yield unknownWord('unknown-step', item.at, word, others);
    }
  }
}

function* unknownFields(free: Value, tree: Tree): Iterable<HouseFault> {
  const known = parts(under(tree, 'fields')).map(([key]) => key);
  for (const [word, { at }] of words(free)) {
    if (known.includes(word)) continue;
    const near = didYouMean(word, known);
    // What is not free is signed: nothing gets through for it.
    if (near === undefined)
      yield passedOver(houseFault('unknown-field-named', at, { actual: word, key: 'free' }), 'warning');
    else {
      const edits = [{ start: at.start, end: at.end, text: writeScalar(near, 'flow') }];
      const data = { actual: word, key: 'free', near };
      yield passedOver(houseFault('unknown-field-named-near', at, data, edits), 'warning');
    }
  }
}

function* words(list: Value | undefined): Iterable<readonly [string, Value]> {
  for (const item of list?.kind === 'list' ? list.items : []) {
    const text = textOf(item);
    if (text !== undefined) yield [text, item];
  }
}
