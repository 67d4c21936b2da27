import { readByline } from '../byline/read-byline.ts';
import type { Token } from '../markdown/token.ts';
import type { Passage } from '../passage.ts';
import { LITERAL } from '../prose.ts';
import { captionOpenings } from './furniture-words.ts';

/** A line without a stop under a picture is its caption when it is no longer than this, in UTF-16 units. */
const LONGEST_LINE = 60;

/** 图1 水渠通水, 图一：…, 图②, Figure 1. … */
const numbered =
  /^[（(【[]?(?:图|圖|照片|图片|[Ff]ig(?:ure|\.)?|[Pp]hoto|[Pp]icture) ?(?:\d{1,3}(?:[-–.]\d{1,3})?|[一二三四五六七八九十]{1,3}|[①-⑳])(?:[ :：.．、|｜)）】\]—–-]|$)/;
/** 水渠通水，摄于2019年: when and where, and not by whom. */
const taken = /(?:摄于[^。！？]{2,24}|[年月日] ?摄[）)]?)[。.]?$/;
/** 一、水渠通水; 第三节: a subhead that was not marked. 附表: a table follows. */
const subhead =
  /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、.．]|\d{1,3}[、.．)]|第[一二三四五六七八九十\d]{1,3}[章节步条部]|[-•·*#【《「]|(?:相关|延伸|附|注|记者|通讯员|作者|编辑|责编|来源|责任))/;

/** Whether a paragraph right under a picture says what the picture shows, by its mark, its shape or its place. */
export function isCaption(passage: Passage, tokens: readonly Token[]): boolean {
  const text = passage.prose.text.trim();
  if (captionOpenings.some((word) => text.startsWith(word)) || numbered.test(text) || taken.test(text)) return true;
  if (text === '' || text.includes(LITERAL)) return false;
  const shaped = isCentred(tokens[passage.token - 1]) || isSlanted(tokens[passage.token]?.children ?? []);
  return (shaped || isShort(text)) && readByline(text, 'line') === undefined;
}

function isCentred(open: Token | undefined): boolean {
  return open?.attrGet('style') === 'text-align:center';
}

/** Whether one piece of emphasis, or of small text, holds all that is written. */
function isSlanted(children: readonly Token[]): boolean {
  const [first] = children;
  const last = children.at(-1);
  if (!first || !last || first.nesting !== 1 || last.nesting !== -1 || first.tag !== last.tag) return false;
  if (!['em', 'i', 'small'].includes(first.tag)) return false;
  let depth = 0;
  return children.every(({ nesting }, index) => {
    depth += nesting;
    return depth > 0 || index === children.length - 1;
  });
}

/** A few Chinese words in which no sentence ends: what comes next is the text. */
function isShort(text: string): boolean {
  if (text.length > LONGEST_LINE || !/^[\p{L}\p{N}（(“]/u.test(text) || subhead.test(text)) return false;
  return /\p{Script=Han}{2}/u.test(text) && /[\p{L}\p{N}”’）)》]$/u.test(text) && !/[。！？!?；;：:\n]/.test(text);
}
