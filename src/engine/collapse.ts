import { type Finding, type Fix, fillAll, joinedWords, type PassageEdits } from '../model/finding.ts';
import type { Prose, ProseEdit } from '../model/prose.ts';
import { fixEdits, passageEdits } from './fix-edits.ts';

const times = { en: ' ({count} times in this article)', zh: '（全文共 {count} 处）' };
const mendAll = { en: 'Mend all {count}', zh: '全部改正（{count} 处）' };

/** From so many findings on that say the same of an article, it is said once. */
const SAID_ONCE = 20;

/**
 * What a check says again and again of one article, in the same words, as one finding at the first place: with the count,
 * and with one fix for all that can be mended. An editor who reads a thousand times the same reads nothing else.
 */
export function collapsed(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length < SAID_ONCE) return findings;
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.check}\n${finding.severity}\n${finding.message.en}`;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  const instead = new Map<Finding, Finding | undefined>();
  for (const group of groups.values()) {
    const [first] = group;
    if (first === undefined || group.length < SAID_ONCE) continue;
    for (const finding of group) instead.set(finding, undefined);
    instead.set(first, joined(first, group));
  }
  if (instead.size === 0) return findings;
  return findings.flatMap((finding) => (instead.has(finding) ? (instead.get(finding) ?? []) : [finding]));
}

function joined(first: Finding, group: readonly Finding[]): Finding {
  const count = group.length;
  const fix = fixOfAll(group);
  return {
    ...first,
    message: joinedWords(first.message, fillAll(times, { count })),
    fixes: fix ? [fix] : [],
  };
}

/** One fix for all: the safe ones if there are any, else those that each have but one. */
function fixOfAll(group: readonly Finding[]): Fix | undefined {
  const pairs = group.flatMap((finding) => {
    const fix = finding.fixes.find(({ safe }) => safe);
    return fix ? [{ finding, fix }] : [];
  });
  const chosen =
    pairs.length > 0
      ? pairs
      : group.flatMap((finding) => {
          const [fix] = finding.fixes;
          return fix && finding.fixes.length === 1 ? [{ finding, fix }] : [];
        });
  const one = chosen[0];
  if (one === undefined || chosen.length < 2) return undefined;
  const title = fillAll(mendAll, { count: chosen.length });
  const safe = pairs.length > 0;
  if (chosen.every(({ fix }) => fix.source === undefined)) return { title, safe, passages: inPassages(chosen) };
  const source = chosen.flatMap(({ finding, fix }) => fixEdits(finding, fix) ?? []);
  source.sort((a, b) => a.start - b.start || a.end - b.end);
  return { title, safe, source: source.filter((edit, index) => edit.start >= (source[index - 1]?.end ?? 0)) };
}

function inPassages(chosen: readonly { readonly finding: Finding; readonly fix: Fix }[]): readonly PassageEdits[] {
  const byProse = new Map<Prose, ProseEdit[]>();
  for (const { finding, fix } of chosen) {
    if (fixEdits(finding, fix) === undefined) continue;
    for (const { prose, edits } of passageEdits(finding, fix)) {
      const all = byProse.get(prose) ?? [];
      // Where two reach for one place the first has it.
      if (edits.every(({ from }) => from >= (all.at(-1)?.to ?? 0))) all.push(...edits);
      byProse.set(prose, all);
    }
  }
  return [...byProse].map(([prose, edits]) => ({ prose, edits }));
}
