import type { Finding, Fix, PassageEdits } from '../model/finding.ts';
import type { TextEdit } from '../model/range.ts';

/** The source edits of one fix, or `undefined` where its place cannot be edited (code, cut markup). */
export function fixEdits(finding: Finding, fix: Fix): readonly TextEdit[] | undefined {
  if (fix.source) return fix.source;
  const all: TextEdit[] = [];
  for (const { prose, edits } of passageEdits(finding, fix)) {
    const encoded = prose.encode(edits);
    if (encoded === undefined) return undefined;
    all.push(...encoded);
  }
  return all;
}

/** What a fix changes, passage by passage; nothing for edits of the source. */
export function passageEdits(finding: Finding, fix: Fix): readonly PassageEdits[] {
  if (fix.passages) return fix.passages;
  const { prose } = finding.at;
  return prose && fix.prose ? [{ prose, edits: fix.prose }] : [];
}
