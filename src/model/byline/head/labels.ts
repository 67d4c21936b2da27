import { rolesOf } from '../roles.ts';

const bracketed = /(?<=^|[\n ]|\p{Script=Han})【([^【】\n]{1,8})】(?= ?[\p{Script=Han}A-Z])/gu;

/**
 * Folded text in which a label in brackets reads like one with a colon, 【撰文】高远 as 撰文:高远. As long as before, so
 * that offsets stay.
 */
export function withLabels(s: string): string {
  if (!s.includes('】')) return s;
  // 【海州日报记者】 is a byline in brackets.
  return s.replace(bracketed, (written, label: string) =>
    rolesOf(label).length > 0 && !/.记者$/.test(label) ? ` ${label}:` : written,
  );
}
