import { rules } from '../checks/index.ts';
import type { House } from '../house/house.ts';
import { suggestion } from './arguments.ts';
import { type Say, UsageError } from './messages.ts';
import type { Run } from './run.ts';

/** Throws {@link UsageError} for an id that no check has. */
export function requireChecks(wanted: readonly string[], say: Say): void {
  const ids = rules.map((check) => check.id);
  for (const check of wanted) {
    if (!ids.includes(check)) {
      throw new UsageError(say('unknown-check', { check, suggestion: suggestion(check, ids, say) }));
    }
  }
}

/** Throws {@link UsageError} where `--check`, `--only` or `--except` names what is no check. */
export function requireWanted({ values, say }: Run): void {
  requireChecks([...(values.check ?? []), ...(values.only ?? []), ...(values.except ?? [])], say);
}

/** Switches off what a run does not ask for; of each house it makes one value, and the engine sees that one. */
export function houseChooser({ check, only, except = [] }: Run['values']): (house: House) => House {
  const wanted = check === undefined && only === undefined ? undefined : [...(check ?? []), ...(only ?? [])];
  const off = rules.filter(({ id }) => except.includes(id) || (wanted !== undefined && !wanted.includes(id)));
  if (off.length === 0) return (house) => house;
  const known = new Map<House, House>();
  return (house) => {
    const narrowed = known.get(house) ?? without(house, off);
    known.set(house, narrowed);
    return narrowed;
  };
}

function without(house: House, off: readonly { readonly id: string }[]): House {
  const settings: Record<string, House['checks'][string]> = { ...house.checks };
  for (const { id } of off) settings[id] = { ...settings[id], severity: 'off' };
  return { ...house, checks: settings };
}
