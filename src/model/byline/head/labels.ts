import { rolesOf } from '../roles.ts';

const bracketed = /(?<=^|[\n ]|\p{Script=Han})【([^【】\n]{1,8})】(?= ?[\p{Script=Han}A-Z])/gu;

/**
 * Folded text in which a label in brackets reads like one with a colon, 【撰文】高远 as 撰文:高远. As long as before, so
 * that offsets stay.
 */
export function withLabels(written: string): string {
  // 责任编辑：高远_NB2041
  const s = written.includes('_') ? written.replace(/_(?=[A-Z]{1,4}\d{2,6}(?!\w))/g, ' ') : written;
  if (!s.includes('】')) return s;
  // 【海州日报记者】 is a byline in brackets.
  return s.replace(bracketed, (found, label: string) =>
    rolesOf(label).length > 0 && !/.记者$/.test(label) ? ` ${label}:` : found,
  );
}
