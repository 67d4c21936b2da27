import type { Groups } from './groups.ts';
import { readInside, titleless } from './inside.ts';

const contribution = /[对为][本此该](?:文|稿|报道|篇)[亦也]?(?:有|作出|做出)?(?:贡献|帮助|协助)$/;

/** 记者张三对本文亦有贡献: a note on who helped. */
export function readHelp(text: string, s: string, from: number, to: number): Groups | undefined {
  const helped = contribution.exec(s.slice(from, to))?.index;
  const groups = helped === undefined ? undefined : readInside(text, s, from, from + helped);
  return groups && { ...groups, people: titleless(groups) };
}
