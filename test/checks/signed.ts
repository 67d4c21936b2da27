import { checks } from '../../src/checks/index.ts';
import { fixAll } from '../../src/engine/fix.ts';
import { review } from '../../src/engine/review.ts';
import type { House } from '../../src/house/house.ts';
import { resolveHouse, shippedHouse } from '../../src/house/load.ts';
import type { Finding } from '../../src/model/finding.ts';
import { parseArticle } from '../../src/model/parse.ts';

const facts = { files: new Map<string, boolean>(), now: Date.UTC(2026, 4, 4) };
/** The checks of who signs and whose the pictures are. */
const ours = new Set([
  'malformed-byline',
  'byline-mismatch',
  'missing-byline',
  'malformed-credit',
  'credit-mismatch',
  'missing-credit',
  'missing-caption',
  'untraceable-credit',
  'unlabelled-ai-image',
  'unknown-person',
]);

/** Newsrooms to try articles in: ours, one that has said nothing of bylines, a magazine, an English wire. */
export const houses: Readonly<Record<'ours' | 'plain' | 'paper' | 'magazine' | 'wire', House>> = {
  ours: onlySigned(shippedHouse('china-report')),
  plain: onlySigned(
    resolveHouse(
      {
        text: 'extends: none\nlanguage: zh-Hans\nfields:\n  title: {type: text, role: title}\n  reporters: {type: people, role: reporters}\nbyline: {required: false}\ncredit: {required: false, caption: false}\n',
      },
      checks,
    ).salvaged,
  ),
  paper: onlySigned(shippedHouse('chinese')),
  magazine: onlySigned(shippedHouse('magazine')),
  wire: onlySigned(shippedHouse('wire')),
};

function onlySigned(house: House): House {
  const off = checks.filter(({ id }) => !ours.has(id)).map(({ id }) => [id, { severity: 'off' as const }]);
  return { ...house, checks: { ...house.checks, ...Object.fromEntries(off) } };
}

/** What those checks find in an article. */
export function signedFindings(text: string, house: House): readonly Finding[] {
  return review(parseArticle(text), house, facts).findings;
}

/** The article after all safe fixes. */
export function mendedInBulk(text: string, house: House): string {
  return fixAll(text, house, facts).text;
}
