import { rules } from '../checks/index.ts';
import type { House } from '../house/house.ts';
import { suggestion } from './arguments.ts';
import { type Say, UsageError } from './messages.ts';

/** Throws {@link UsageError} for an id that no check has. */
export function requireChecks(wanted: readonly string[], say: Say): void {
  const ids = rules.map((check) => check.id);
  for (const check of wanted) {
    if (!ids.includes(check)) {
      throw new UsageError(say('unknown-check', { check, suggestion: suggestion(check, ids, say) }));
    }
  }
}

/** The same house with every check off but those that are wanted; all of them when none is named. */
export function onlyChecks(house: House, wanted: readonly string[] | undefined): House {
  if (wanted === undefined) return house;
  const settings: Record<string, House['checks'][string]> = { ...house.checks };
  for (const { id } of rules) if (!wanted.includes(id)) settings[id] = { ...settings[id], severity: 'off' };
  return { ...house, checks: settings };
}
