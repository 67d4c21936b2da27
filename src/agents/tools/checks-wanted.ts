import { rules } from '../../checks/index.ts';
import { didYouMean } from '../../model/did-you-mean.ts';
import type { Locale } from '../../model/finding.ts';
import { say, ToolError } from '../words.ts';

/** The checks of these ids. Throws a {@link ToolError} for one that there is not. */
export function knownChecks(ids: readonly string[], locale: Locale): ReadonlySet<string> {
  const known = rules.map(({ id }) => id);
  for (const check of ids) {
    if (known.includes(check)) continue;
    const name = didYouMean(check, known);
    const near = name === undefined ? '' : say(locale, 'did-you-mean', { name });
    throw new ToolError(say(locale, 'unknown-check', { check, near }));
  }
  return new Set(ids);
}
