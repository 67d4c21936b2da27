/** The end of a space run that begins at `i`. */
export function skipSpaces(s: string, i: number, to: number): number {
  while (i < to && s.charCodeAt(i) === 32) i++;
  return i;
}

/** Digits as datelines write them, Han digits included (full-width ones are folded). */
export const digits = '0123456789〇零一二三四五六七八九十○';

function digitsEnd(s: string, i: number, to: number, most: number): number {
  let k = i;
  while (k < to && k - i < most && digits.includes(s.charAt(k))) k++;
  return k;
}

/** The end of a calendar date at `i` (`6月17日`, `2023年10月13日`, `二十日`, `2023-10-13`), or 0. */
export function dateEnd(s: string, i: number, to: number): number {
  let k = digitsEnd(s, i, to, 4);
  if (k === i) return 0;
  if (k - i === 4 && /[-./]/.test(s.charAt(k))) {
    const month = digitsEnd(s, k + 1, to, 2);
    if (month > k + 1 && s.charAt(month) === s.charAt(k)) {
      const day = digitsEnd(s, month + 1, to, 2);
      if (day > month + 1) return day;
    }
    return 0;
  }
  if (s.charAt(k) === '年') {
    const next = skipSpaces(s, k + 1, to);
    const month = digitsEnd(s, next, to, 3);
    if (month === next) return 0;
    k = month;
  }
  if (s.charAt(k) === '月') {
    const next = skipSpaces(s, k + 1, to);
    const day = digitsEnd(s, next, to, 3);
    if (day === next) return 0;
    k = day;
  }
  return s.charAt(k) === '日' || (s.charAt(k) === '号' && k > i) ? k + 1 : 0;
}

/** The end of a time of day after a date (`22时30分`, `06:15`, `上午`), or `i`. */
export function timeEnd(s: string, i: number, to: number): number {
  let k = skipSpaces(s, i, to);
  for (const part of ['凌晨', '上午', '中午', '下午', '晚间', '晚', '早']) {
    if (s.startsWith(part, k)) {
      k += part.length;
      break;
    }
  }
  const hour = digitsEnd(s, k, to, 3);
  if (hour > k && /[时点:]/.test(s.charAt(hour))) {
    k = hour + 1;
    const minute = digitsEnd(s, k, to, 3);
    if (minute > k) k = s.charAt(minute) === '分' || s.charAt(minute) === '许' ? minute + 1 : minute;
    if (s.charAt(k) === ':') k = digitsEnd(s, k + 1, to, 2);
    return k;
  }
  return hour === k && k > i && s.charCodeAt(k - 1) !== 32 ? k : i;
}

/** When a page says beside the name when it went out: 陆晓晴 2024-11-09 10:24. */
export const trailingStamp =
  /[ (]*(?:(?:发布|更新|发表|创建|编辑)?(?:时间|日期|于)[: ]*)?(\d{4}(?:[-/.]\d{1,2}[-/.]\d{1,2}|年\d{1,2}月\d{1,2}日))(?:[ T]*\d{1,2}[:时点]\d{1,2}(?:[:分]\d{1,2})?[分秒]?)?\)?$/;

/** The same before the name, with a label: 发布时间：2024-11-09 作者：陆晓晴. */
export const leadingStamp =
  /^ *(?:发布|更新|发表)?(?:时间|日期)[: ]*(\d{4}(?:[-/.]\d{1,2}[-/.]\d{1,2}|年\d{1,2}月\d{1,2}日))(?:[ T]*\d{1,2}[:时点]\d{1,2}(?:[:分]\d{1,2})?[分秒]?)? +/;
