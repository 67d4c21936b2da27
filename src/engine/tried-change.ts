import { ruleOf } from '../checks/index.ts';
import type { Article } from '../model/article.ts';
import { inLocale, type Locale, type Severity } from '../model/finding.ts';
import type { HouseChange } from './compare-houses.ts';
import { type InContext, inContext } from './in-context.ts';

/** A finding that would come, go, or be said or weighed otherwise, in the reader’s language and in its line. */
export interface TriedChange extends InContext {
  readonly kind: HouseChange['kind'];
  readonly check: string;
  readonly title: string;
  readonly severity: Severity;
  /** The severity that it had, where that is another one. */
  readonly was?: Severity;
  readonly message: string;
}

/** Says what would be otherwise. */
export function triedChange(
  { kind, finding, was }: HouseChange,
  { text, lines }: Pick<Article, 'text' | 'lines'>,
  locale: Locale,
): TriedChange {
  const title = ruleOf(finding.check)?.title;
  return {
    kind,
    check: finding.check,
    title: title ? inLocale(title, locale) : finding.check,
    severity: finding.severity,
    ...(was === undefined || was.severity === finding.severity ? {} : { was: was.severity }),
    message: inLocale(finding.message, locale),
    ...inContext(text, lines, finding.at),
  };
}
