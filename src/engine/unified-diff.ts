import { createTwoFilesPatch, FILE_HEADERS_ONLY, formatPatch, OMIT_HEADERS, type StructuredPatchHunk } from 'diff';
import { diffSequences } from '../model/sequence-diff.ts';

/** Lines around what changed. */
const context = 3;

/** More differences than this are found by {@link diffSequences}, which does not take minutes. */
const mostWeighed = 600;

/**
 * The change of a file as a unified diff with three lines of context, as `git apply` and `patch -p1` take it.
 *
 * @param path relative, with `/`
 */
export function unifiedDiff(path: string, before: string, after: string): string {
  const quoted = /["\\\0-\x1f\x7f]/.test(path);
  const names = [`a/${path}`, `b/${path}`] as const;
  const headerOptions = quoted ? FILE_HEADERS_ONLY : OMIT_HEADERS;
  const patch =
    createTwoFilesPatch(...names, before, after, undefined, undefined, {
      context,
      headerOptions,
      maxEditLength: mostWeighed,
    }) ??
    formatPatch(
      {
        oldFileName: names[0],
        newFileName: names[1],
        oldHeader: undefined,
        newHeader: undefined,
        hunks: hunksOf(linesOf(before), linesOf(after)),
      },
      headerOptions,
    );
  if (quoted) return patch;
  // The library writes 乡村 as octal numbers; git reads the name as it is. A name with a space ends at a tab.
  const end = path.includes(' ') ? '\t\n' : '\n';
  return `--- ${names[0]}${end}+++ ${names[1]}${end}${patch}`;
}

/** Lines with their line feeds. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}

/** What changed, with the lines around it; changes whose surroundings meet are one hunk. */
function hunksOf(before: readonly string[], after: readonly string[]): StructuredPatchHunk[] {
  const hunks: StructuredPatchHunk[] = [];
  let hunk: StructuredPatchHunk | undefined;
  let [old, now] = [0, 0];
  const add = (mark: ' ' | '-' | '+', line: string): void => {
    hunk ??= { oldStart: old + 1, oldLines: 0, newStart: now + 1, newLines: 0, lines: [] };
    hunk.lines.push(
      `${mark}${line.replace(/\n$/, '')}`,
      ...(line.endsWith('\n') ? [] : ['\\ No newline at end of file']),
    );
    if (mark !== '+') {
      hunk.oldLines++;
      old++;
    }
    if (mark !== '-') {
      hunk.newLines++;
      now++;
    }
  };
  const stretches = diffSequences(before, after);
  for (const [index, { kind, count }] of stretches.entries()) {
    if (kind !== 'same') {
      const lines = kind === 'removed' ? before.slice(old, old + count) : after.slice(now, now + count);
      for (const line of lines) add(kind === 'removed' ? '-' : '+', line);
      continue;
    }
    const lines = before.slice(old, old + count);
    const isLast = index === stretches.length - 1;
    const ahead = isLast ? 0 : context;
    const behind = hunk === undefined ? 0 : context;
    if (hunk !== undefined && !isLast && count <= behind + ahead) {
      for (const line of lines) add(' ', line);
      continue;
    }
    for (const line of lines.slice(0, Math.min(behind, count))) add(' ', line);
    if (hunk) hunks.push(hunk);
    hunk = undefined;
    const skipped = Math.max(0, count - Math.min(behind, count) - ahead);
    old += skipped;
    now += skipped;
    for (const line of lines.slice(Math.min(behind, count) + skipped)) add(' ', line);
  }
  if (hunk) hunks.push(hunk);
  return hunks;
}
