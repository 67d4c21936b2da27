import type { Colleague } from '../house/staff.ts';
import { isCorrespondent } from '../model/byline/roles.ts';

/** What people do for an article, by the fields that name them. */
export type Work = 'reporters' | 'correspondents' | 'photographers' | 'editor';

/** What a role word (`摄影记者`, `photographer`) or the role of a front-matter field says that somebody does. */
export function worksOf(role: string): ReadonlySet<Work> {
  const works = new Set<Work>();
  if (isCorrespondent(role) || role === 'correspondents') works.add('correspondents');
  if (/[摄攝影图圖绘畫画]|[Pp]hoto|[Pp]icture|[Cc]amera/.test(role)) works.add('photographers');
  if (/[编編校审審]|[Ee]dit/.test(role)) works.add('editor');
  if (/[记記]者|评论员|評論員|作者|撰|采写|^文$|[Rr]eporter|[Ww]riter|[Cc]olumnist/.test(role)) works.add('reporters');
  return works;
}

/** How well somebody fits a role: 2 is of that kind, 1 is not known to be anything, 0 is something else. */
export function fits(person: Colleague | undefined, works: ReadonlySet<Work>): number {
  const own = new Set((person?.roles ?? []).flatMap((role) => [...worksOf(role)]));
  if (works.size === 0 || own.size === 0) return 1;
  return [...works].some((work) => own.has(work)) ? 2 : 0;
}

/** What somebody does who is named in a byline, a credit or a field, by the role there, or by the place alone. */
export function worksAt(where: 'byline' | 'credit' | 'editor' | 'field', role: string | undefined): ReadonlySet<Work> {
  const works = role === undefined ? new Set<Work>() : worksOf(role);
  if (works.size > 0 || where === 'field') return works;
  return new Set([where === 'credit' ? 'photographers' : where === 'editor' ? 'editor' : 'reporters']);
}
