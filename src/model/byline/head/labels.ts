import { rolesOf } from '../roles.ts';

const bracketed = /(?<=^|[\n ]|\p{Script=Han})【([^【】\n]{1,8})】(?= ?[\p{Script=Han}A-Z])/gu;

/** 文字·高远 摄影·周砚, 撰文✎高远: a label with a mark of its own between it and the name. */
const dotted =
  /(?<=^|[ \n])(?:文字|摄影|图片|编辑|责编|撰文|采写|文|图|记者|通讯员|校对|审核|作者)[·✎✍✏➤►▸›»](?=\p{Script=Han})/gu;

/**
 * Folded text in which a label in brackets reads like one with a colon, 【撰文】高远 as 撰文:高远. As long as before, so
 * that offsets stay.
 */
export function withLabels(written: string): string {
  // 责任编辑：高远_NB2041
  let s = written.includes('_') ? written.replace(/_(?=[A-Z]{1,4}\d{2,6}(?!\w))/g, ' ') : written;
  if (/[·✎✍✏➤►▸›»]/.test(s)) s = s.replace(dotted, (found) => `${found.slice(0, -1)}:`);
  if (!s.includes('】')) return s;
  // 【海州日报记者】 is a byline in brackets.
  return s.replace(bracketed, (found, label: string) =>
    rolesOf(label).length > 0 && !/.记者$/.test(label) ? ` ${label}:` : found,
  );
}
