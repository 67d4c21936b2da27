import { createTwoFilesPatch, FILE_HEADERS_ONLY, OMIT_HEADERS } from 'diff';

/**
 * The change of a file as a unified diff with three lines of context, as `git apply` and `patch -p1` take it.
 *
 * @param path relative, with `/`
 */
export function unifiedDiff(path: string, before: string, after: string): string {
  const quoted = /["\\\0-\x1f\x7f]/.test(path);
  const names = [`a/${path}`, `b/${path}`] as const;
  const patch = createTwoFilesPatch(...names, before, after, undefined, undefined, {
    context: 3,
    headerOptions: quoted ? FILE_HEADERS_ONLY : OMIT_HEADERS,
  });
  if (quoted) return patch;
  // The library writes 乡村 as octal numbers; git reads the name as it is. A name with a space ends at a tab.
  const end = path.includes(' ') ? '\t\n' : '\n';
  return `--- ${names[0]}${end}+++ ${names[1]}${end}${patch}`;
}
