import { isInside } from '../model/addresses.ts';
import type { Article } from '../model/article.ts';
import type { Finding, Fix } from '../model/finding.ts';
import { sharedIn } from '../model/front-matter/shared-values.ts';

/** Checks whose fixes make front matter parse. */
const mending: ReadonlySet<string> = new Set(['front-matter-syntax', 'misplaced-fence']);

/**
 * A finding whose fixes are safe only where it is known what else they change. While the front matter does not parse, or
 * nothing but its lines says that it is one, nobody knows what its fields are: what looks like one may be a line of
 * another's text. Its faults are mended first; until then no other fix in it is safe. What YAML repeats elsewhere by a
 * `*name` would change there too, in a field that the finding does not speak of.
 */
export function safeInFrontMatter({ frontMatter, text }: Article, finding: Finding): Finding {
  if (!finding.fixes.some(({ safe }) => safe)) return finding;
  const { faults, fences, bodyStart } = frontMatter;
  if (faults.length > 0 || fences.some(({ code }) => code === 'no-fences')) {
    if (mending.has(finding.check)) return finding;
    return withoutSafe(finding, (at) => at < bodyStart);
  }
  if (finding.at.start >= bodyStart && !finding.fixes.some(({ source }) => source)) return finding;
  const shared = sharedIn(frontMatter, text);
  return shared.length === 0 ? finding : withoutSafe(finding, (at) => isInside(shared, at));
}

/** The finding with no safe fix that begins, or whose place begins, where `isUnsure` says. */
function withoutSafe(finding: Finding, isUnsure: (at: number) => boolean): Finding {
  const touches = (fix: Fix): boolean =>
    isUnsure(finding.at.start) ||
    fix.source?.some(({ start }) => isUnsure(start)) === true ||
    fix.passages?.some(({ prose }) => isUnsure(prose.at(0, 0).start)) === true;
  if (!finding.fixes.some((fix) => fix.safe && touches(fix))) return finding;
  return { ...finding, fixes: finding.fixes.map((fix) => (touches(fix) ? { ...fix, safe: false } : fix)) };
}
