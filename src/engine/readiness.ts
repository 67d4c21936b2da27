import type { Facts } from '../checks/check.ts';
import { entryOf } from '../house/field-keys.ts';
import { type House, type Stage, stages } from '../house/house.ts';
import { stagesOf } from '../house/stage-words.ts';
import type { Article } from '../model/article.ts';
import { type Finding, fillAll, type Localized } from '../model/finding.ts';
import { isEmpty } from '../model/front-matter/values.ts';
import type { Range } from '../model/range.ts';
import { clockIn } from '../model/written-date.ts';
import { embargoAt } from '../reading/embargo.ts';
import { type Reading, readingOf } from '../reading/reading.ts';
import { signersOfStep, signoffsOf, staleSignature } from '../reading/signoffs.ts';
import { throughTo, unsignedSteps } from '../reading/steps-wanted.ts';
import { type Review, review } from './review.ts';

/** What kind of thing stands between an article and its next stage, first things first. */
export type OpenKind = 'error' | 'field' | 'signature' | 'embargo' | 'warning';

/** One thing that stands between an article and its next stage. */
export interface OpenItem {
  readonly kind: OpenKind;
  readonly text: Localized;
  /** Whether the gate stays shut for it; what does not is worth a look. */
  readonly blocks: boolean;
  /** Where it is mended, in offsets of the article's text. */
  readonly at: Range;
  /** The finding that says it, with its fixes; absent for what no check says yet. */
  readonly finding?: Finding;
  /** Of a field: its key. Of a signature: the id of its step. */
  readonly id?: string;
}

/** Whether an article may go on, and what is in the way. */
export interface Readiness {
  /** Where it stands, and where it would go; the same where it is published already. */
  readonly stage: Stage;
  readonly next: Stage;
  readonly items: readonly OpenItem[];
  /** Nothing is in the way. */
  readonly isReady: boolean;
  /** The reason for which it was let through to that stage, where it was. */
  readonly through: { readonly name: string; readonly reason: string } | undefined;
}

/** Findings that are told by what is asked for, and not twice. */
const ofSigning: ReadonlySet<string> = new Set(['missing-signature', 'changed-after-signing']);
const told: ReadonlySet<string> = new Set(['missing-field', 'broken-embargo', ...ofSigning]);

/** What a reader is told of what no check says yet. */
const words = {
  field: { en: '`{key}` is missing', zh: '缺少“{label}”' },
  signature: { en: '“{step}” is not signed', zh: '还没有签“{step}”' },
  more: { en: '“{step}” is signed by {have} of {count}', zh: '“{step}”已签 {have} 人，需 {count} 人' },
  embargo: { en: 'Embargoed until {until} (now is {now})', zh: '{until} 才解禁（现在是 {now}）' },
} as const satisfies Record<string, Localized>;

/**
 * Everything between an article and its next stage, first things first: what is wrong, fields that are not filled in,
 * signatures, the embargo, then what is worth a look. A function of values; never throws.
 *
 * @param to the stage that is asked about; the one after the article's own when absent
 * @param reviewed the review of this article with these facts, where there is one
 */
export function readiness(
  article: Article,
  house: House,
  facts: Facts,
  to?: Stage,
  reviewed: Review = review(article, house, facts),
): Readiness {
  const reading = readingOf(article, house);
  const { stage } = reading;
  const next = to ?? stageAfter(reading);
  const { range } = article.frontMatter;
  const top = { start: range.start, end: Math.min(range.end, range.start + 3) };
  const signoffs = signoffsOf(article, house, facts.record ?? undefined);
  const find = (wanted: Finding['severity']) =>
    reviewed.findings.filter(({ severity, check }) => severity === wanted && !told.has(check));
  const ofFinding =
    (kind: OpenKind, blocks: boolean) =>
    (finding: Finding): OpenItem => ({
      kind,
      text: finding.message,
      blocks,
      at: finding.at,
      finding,
    });
  const fields = reading.required(next).flatMap(({ field }): readonly OpenItem[] => {
    const entry = entryOf(article.frontMatter, field);
    if (entry && !isEmpty(entry.value)) return [];
    const text = fillAll(words.field, { key: field.key, label: field.label.zh });
    return [{ kind: 'field', text, blocks: true, at: entry?.keyAt ?? top, id: field.key }];
  });
  const signing = reviewed.findings.filter(({ check, severity }) => ofSigning.has(check) && severity !== 'info');
  const through = throughTo(house, signoffs, next);
  // What the stage that it is at asks for already, the check has said, unless somebody let it through.
  const known = new Set(through ? [] : unsignedSteps(reading, signoffs, stage).map(({ id }) => id));
  const unsigned = unsignedSteps(reading, signoffs, next)
    .filter(({ id }) => !known.has(id))
    .map((step): OpenItem => {
      const have = signersOfStep(house, signoffs, step).length;
      const text = fillAll(have === 0 ? words.signature : words.more, { step: step.label, have, count: step.count });
      return { kind: 'signature', text, blocks: true, at: top, id: step.id };
    });
  const items = [
    ...find('error').map(ofFinding('error', true)),
    ...fields,
    ...signing.map((finding) =>
      ofFinding('signature', finding.severity === 'error' || finding.check === 'changed-after-signing')(finding),
    ),
    ...unsigned,
    ...embargoed(),
    ...find('warning').map(ofFinding('warning', false)),
  ];
  return {
    stage,
    next,
    items,
    isReady: !items.some(({ blocks }) => blocks),
    // Another text than that which was let through waits at the gate like any other.
    through:
      through && staleSignature(article, house, signoffs) === undefined
        ? { name: through.name, reason: through.reason }
        : undefined,
  };

  function embargoed(): readonly OpenItem[] {
    const dates = reviewed.findings.filter(({ check }) => check === 'broken-embargo');
    const until = embargoAt(reading, facts.now);
    const early = until && next === 'published' && stage !== 'published';
    const now = clockIn(facts.now, house.timeZone).slice(0, 16);
    return [
      ...(early
        ? [
            {
              kind: 'embargo' as const,
              text: fillAll(words.embargo, { until: until.text, now }),
              blocks: true,
              at: until.at,
            },
          ]
        : []),
      ...dates.map((finding) => ofFinding('embargo', finding.severity === 'error')(finding)),
    ];
  }
}

/** The stage that comes after an article's own, as far as its house can say it. */
function stageAfter({ field, stage }: Reading): Stage {
  const own = field('stage');
  const known = own ? stagesOf(own) : stages;
  return known.find((one) => stages.indexOf(one) > stages.indexOf(stage)) ?? stage;
}
