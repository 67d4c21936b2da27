import { keysOf } from './field-keys.ts';
import { type Field, type Stage, stages } from './house.ts';

/** Names of a flag that is up while an article is not for readers. */
const heldBack = /^(?:is[_-]?)?(?:draft|hidden|wip|unpublished|草稿|是否草稿|未发布|隐藏)$/i;

/** Whether a field of this name says that an article is not for readers yet. */
export const isHeldBack = (name: string): boolean => heldBack.test(name);

/** What `true` and `false` say of the stage, in a field of truths whose role it is: `draft: true`, `published: false`. */
function flagStages(field: Field): { readonly true: Stage; readonly false: Stage } {
  const isHeld = keysOf(field).some(isHeldBack);
  return {
    true: field.whenTrue ?? (isHeld ? 'draft' : 'published'),
    false: field.whenFalse ?? (isHeld ? 'published' : 'draft'),
  };
}

/**
 * The stage that a value of the field of stages says, aliases and labels understood; `undefined` where it says none.
 * Where the flag of a site is not there at all, the site shows the article.
 *
 * @param said `undefined` where the article does not give the field
 */
export function stageSaid(field: Field, said: string | boolean | undefined): Stage | undefined {
  if (field.type === 'boolean') {
    if (said === undefined) return 'published';
    return typeof said === 'boolean' ? flagStages(field)[said ? 'true' : 'false'] : undefined;
  }
  const text = said === undefined ? undefined : String(said);
  const choice = field.values?.find(
    ({ value, label, aliases }) =>
      value === text || label === text || (text !== undefined && aliases?.includes(text) === true),
  );
  const names = choice ? [choice.value, ...(choice.aliases ?? [])] : [text];
  return stages.find((stage) => names.includes(stage));
}

/** How a house's articles say a stage; `undefined` where they cannot: a flag has two. */
export function stageWritten(field: Field, stage: Stage): string | undefined {
  if (field.type === 'boolean') {
    const means = flagStages(field);
    return means.true === stage ? 'true' : means.false === stage ? 'false' : undefined;
  }
  const own = field.values?.find(({ value, aliases }) => value === stage || aliases?.includes(stage))?.value;
  // Where other words may stand too, ours will do for a stage that the house has no word for.
  return own ?? (field.values === undefined || field.open === true ? stage : undefined);
}

/** The stages that a house's articles can be at, in order. */
export function stagesOf(field: Field): readonly Stage[] {
  return stages.filter((stage) => stageWritten(field, stage) !== undefined);
}
