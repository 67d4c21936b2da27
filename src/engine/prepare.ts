import type {
  ArticleCheck,
  Check,
  Context,
  Draft,
  Facts,
  Options,
  OptionValues,
  PassageCheck,
  Rule,
} from '../checks/check.ts';
import { checkFailed } from '../checks/check-failed.ts';
import type { House } from '../house/house.ts';
import type { Passage } from '../model/article.ts';
import { type Finding, type Fix, fillAll, type Localized, type Severity, severities } from '../model/finding.ts';
import type { Place } from '../model/prose.ts';
import type { Reading } from '../reading/reading.ts';
import { type Triggers, triggersOf, wokenBy } from './triggers.ts';

/** What a house wants to hear of, with how grave it is there. */
interface ActiveRule<R extends Rule = Rule> {
  readonly rule: R;
  readonly severity: Severity;
}

/** A check as one house runs it. */
interface ActiveCheck<C extends Check = Check> extends ActiveRule<C> {
  readonly context: Context;
}

/** The checks that a house runs, ready to run. */
export interface ActiveChecks {
  readonly house: House;
  readonly all: ReadonlyMap<string, ActiveRule>;
  /** Every shipped id, off or on. */
  readonly known: ReadonlySet<string>;
  readonly passage: readonly ActiveCheck<PassageCheck>[];
  readonly article: readonly ActiveCheck<ArticleCheck>[];
  readonly triggers: Triggers;
}

const prepared = new WeakMap<House, { rules: readonly Rule[]; active: ActiveChecks }>();

/** Works out once a house which checks run and which characters wake them. */
export function prepare(house: House, rules: readonly Rule[]): ActiveChecks {
  const known = prepared.get(house);
  if (known?.rules === rules) return known.active;
  const active = activate(house, rules);
  prepared.set(house, { rules, active });
  return active;
}

function activate(house: House, rules: readonly Rule[]): ActiveChecks {
  const all = new Map<string, ActiveRule>();
  const passage: ActiveCheck<PassageCheck>[] = [];
  const article: ActiveCheck<ArticleCheck>[] = [];
  for (const rule of rules) {
    const setting = house.checks[rule.id];
    const severity = setting?.severity ?? rule.severity;
    if (severity === 'off') continue;
    all.set(rule.id, { rule, severity });
    if (!('scope' in rule)) continue;
    const context = { house, options: optionValues(rule.options ?? {}, setting?.options ?? {}) };
    if (rule.scope === 'passage') passage.push({ rule, severity, context });
    else article.push({ rule, severity, context });
  }
  const triggers = triggersOf(passage.map(({ rule }) => rule.triggers));
  return { house, all, known: new Set(rules.map(({ id }) => id)), passage, article, triggers };
}

function optionValues(options: Options, set: Readonly<Record<string, unknown>>): OptionValues<Options> {
  return Object.fromEntries(
    Object.entries(options).map(([name, option]) => [name, set[name] ?? option.default]),
  ) as OptionValues<Options>;
}

/** Lets checks work out what they will ask of passages. What one throws it will throw again when it runs, and is said then. */
export function prepareFor({ passage: checks }: ActiveChecks, passages: readonly Passage[]): void {
  for (const { rule } of checks) {
    if (rule.beforehand === undefined) continue;
    try {
      for (const passage of passages) rule.beforehand(passage);
    } catch {}
  }
}

const nothing: readonly Finding[] = [];

/** Runs the passage checks that the passage's characters wake. */
export function activePassage(active: ActiveChecks, passage: Passage): readonly Finding[] {
  const { text } = passage.prose;
  let findings: Finding[] | undefined;
  for (const index of wokenBy(active.triggers, text)) {
    const running = active.passage[index];
    if (running === undefined) continue;
    findings ??= [];
    try {
      report(running, running.rule.run(passage, running.context), findings);
    } catch (error) {
      findings.push(failed(running, error, passage.prose.at(0, text.length)));
    }
  }
  return findings ?? nothing;
}

/** Runs the article checks. */
export function activeArticle(active: ActiveChecks, reading: Reading, facts: Facts, found: Finding[]): void {
  const { article, house } = reading;
  for (const running of active.article) {
    const { options } = running.context;
    try {
      report(running, running.rule.run(article, { options, house, facts, reading }), found);
    } catch (error) {
      found.push(failed(running, error, { from: 0, to: 0, start: 0, end: 0 }));
    }
  }
}

/** Turns what a check yields into findings. Throws what the check throws; what came before is kept. */
function report(running: ActiveCheck, drafts: Iterable<Draft>, found: Finding[]): void {
  // What most checks have to say of most paragraphs.
  if (Array.isArray(drafts) && drafts.length === 0) return;
  for (const draft of drafts) found.push(findingOf(running, draft));
}

/** What is said of a check that threw. */
function failed({ rule }: ActiveCheck, error: unknown, at: Place): Finding {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    check: checkFailed.id,
    severity: 'error',
    message: fillAll(checkFailed.messages.failed as Localized, { check: rule.id, reason }),
    at,
    fixes: [],
  };
}

/** Says a draft in every language and gives it the severity that holds here. */
export function findingOf({ rule, severity }: ActiveRule, draft: Draft): Finding {
  const values = draft.data ?? {};
  const message = rule.messages[draft.message];
  if (message === undefined) throw new Error(`${rule.id} has no message ${draft.message}`);
  const fixes: Fix[] = (draft.fixes ?? []).map(({ title, data, safe, prose, passages, source }) => ({
    title: fillAll(rule.messages[title] ?? message, data ? { ...values, ...data } : values),
    safe,
    ...(prose ? { prose } : {}),
    ...(passages ? { passages } : {}),
    ...(source ? { source } : {}),
  }));
  return {
    check: rule.id,
    severity: milder(severity, draft.severity),
    message: fillAll(message, values),
    ...(rule.source === undefined ? {} : { source: rule.source }),
    at: draft.at,
    fixes,
  };
}

function milder(set: Severity, wanted: Severity | undefined): Severity {
  if (wanted === undefined) return set;
  return severities[Math.max(severities.indexOf(set), severities.indexOf(wanted))] ?? set;
}
