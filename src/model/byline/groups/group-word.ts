import { fold } from '../lexicon/fold.ts';
import { givenCharacters, notNames, outletNames, penNameEndings, proseBeforeTitle } from '../lexicon/words.ts';
import { isName, looksPersonal } from '../names/names.ts';
import {
  affiliationEnd,
  allHan,
  countChars,
  isAffiliation,
  isOrganisation,
  isOutlet,
  isPlace,
  outletPrefix,
} from '../names/outlets.ts';
import { readPlace } from './group-place.ts';
import { closesPeople, nameFollows } from './group-role.ts';
import { countNamed, endGroup, flush, type GroupState, isWaiting, pieceAt, takeOutlet } from './group-state.ts';
import type { Item } from './scan.ts';

const sentenceWords = new Set(notNames);
const outlets = new Set(outletNames);
/** What a site's own lists know an editor by. */
const staffNumber = /^[A-Z]{1,4}\d{2,6}$/;
const pairedWorks = /(?:^|[ 、记者员])[\p{Script=Han}]{2,3}文[ ,;、]{1,3}[\p{Script=Han}]{2,3}[图摄](?:[ ）)]|$)/u;
const joiners = new Set(['和', '与', '及', '—', '-', '——']);

/**
 * Reads the word at `items[i]`: a name, an outlet, a place, an organisation, or two of them run together. Returns the
 * index of the last item that was read, or `undefined` for a word that has no place in a byline.
 */
export function readWord(state: GroupState, item: Item, i: number): number | undefined {
  const { items, s, organisations, run } = state;
  const next = items[i + 1];
  const word = s.slice(item.from, item.to);
  if (joiners.has(word)) return i;
  // 责任编辑：陆晓晴 CN041: the number of somebody who has been named.
  if (staffNumber.test(word) && countNamed(state) > 0) {
    state.end = item.to;
    return i;
  }
  if (word === '·' && (organisations.length > 0 || state.outlet) && run.length === 0) return i;
  // 本版文/图 本报记者 张三
  if (countNamed(state) === 0 && (next?.kind === 'work' || next?.kind === 'tail') && /^本[版期文栏组]$/.test(word))
    return i;
  // 张三文 李四图: each with what they did.
  const did = /^(.{2,3})[文图]$/u.exec(word);
  if (did?.[1] && looksPersonal(did[1]) && next?.kind !== 'title' && pairedWorks.test(s.slice(0, 400)))
    return name(state, item.from, item.from + did[1].length, i);
  // 本栏稿件由张三采写: the names begin after 由.
  if (i === 0 && next?.kind === 'space' && /^(?:本|以上|该|此)[^ ]{1,10}?由$/.test(word)) return i;
  const by = i === 0 ? /^(?:本|以上|该|此)[^ ]{1,10}?由(?=.)/.exec(word) : null;
  if (by && next?.kind !== 'title') {
    if (!isName(word.slice(by[0].length))) return undefined;
    return name(state, item.from + by[0].length, item.to, i);
  }
  const touchesRole =
    next?.kind === 'title'
      ? nameFollows(items, i + 2, s) || isOutlet(word)
      : next?.kind === 'work' && nameFollows(items, i + 2, s) && !closesPeople(state, next, i + 1, true);
  if (touchesRole && next) return /^(?:本|以上|该|此).{1,10}由$/.test(word) ? i : beforeRole(state, item, next, i);
  return readPlace(state, item, i) ?? readParty(state, item, i);
}

function name(state: GroupState, from: number, to: number, i: number): number {
  state.run.push({ from, to });
  state.end = to;
  return i;
}

/** A word that touches the role after it: an outlet (清河报记者), a name (包首玉通讯员), or both. */
function beforeRole(state: GroupState, item: Item, next: Item, i: number): number | undefined {
  const word = state.s.slice(item.from, item.to);
  const waiting = isWaiting(state);
  const label = state.role?.kind === 'work' && waiting;
  const split = isUnlabelledName(state, word, next)
    ? word.length
    : seamBeforeOutlet(word, state.role !== undefined && !label, waiting && !label);
  if (split < 0) return undefined;
  if (split === 0 && proseBeforeTitle.includes(word.charAt(word.length - 1)) && !isOutlet(word)) return undefined;
  if (split > 0) {
    if (!isName(word.slice(0, split))) return undefined;
    state.run.push({ from: item.from, to: item.from + split });
  }
  if (split < word.length) {
    if (split > 0) state.problems.push({ code: 'glued-groups', from: item.from, to: next.to, at: item.from + split });
    flush(state);
    // 驻北京 is a posting, no part of the outlet's name.
    const posting = word.indexOf('驻', split);
    const outletTo = posting > split || posting === 0 ? item.from + posting : item.to;
    if (outletTo > item.from + split) takeOutlet(state, item.from + split, outletTo);
    endGroup(state);
  }
  state.end = item.to;
  return i;
}

/** （张三通讯员李四）: the first person has no role, as some houses have it, and is run into the second. */
function isUnlabelledName({ s, role, open }: GroupState, word: string, next: Item): boolean {
  if (role !== undefined || open || !/通[讯訊][员員]$/.test(s.slice(next.from, next.to))) return false;
  return looksPersonal(word) && !isOutlet(word) && !isPlace(word);
}

/** Labels of pictures and sources: what follows is as likely an outlet as a person. */
const sourceLabel = /^(?:图|图片|照片|供图|来源|视频|影|数据|素材|出品|制作|编制|文图|图文|汉化)$/;

/**
 * 摄像：童晓报, 记者 李四 王新社 通讯员 …: in a group, three characters that begin as a name does are one, although an
 * outlet might end so; unless the reporter of an outlet follows (记者 李四 华商报 记者 张三).
 */
function isPersonAfterAll({ s, items, role }: GroupState, word: string, i: number): boolean {
  if (!role || countChars(word) !== 3 || outlets.has(word) || !looksPersonal(word)) return false;
  if (role.kind === 'work' && sourceLabel.test(fold(role.text))) return false;
  const next = items[i + 1]?.kind === 'space' ? items[i + 2] : items[i + 1];
  return !(next?.kind === 'title' && /记者$/.test(s.slice(next.from, next.to)));
}

/** 作者｜山里的小禾: what a label names, to the end of the line, is a pen-name, whatever it is made of. */
function isLabelledPenName({ s, items, role, open }: GroupState, word: string, i: number): boolean {
  if (open || !role || !/^(?:文|作者|撰文|文字|文案|图文|设计|绘图|插画)$/.test(fold(role.text))) return false;
  if (items[i - 1]?.from !== role.to && items[i - 2]?.from !== role.to) return false;
  const label = s.slice(role.to, items[i]?.from).trim();
  const next = items[i + 1]?.kind === 'space' ? items[i + 2] : items[i + 1];
  if (!/^[/|:]$/.test(label) || (next && next.kind !== 'title' && next.kind !== 'work')) return false;
  if (
    sentenceWords.has(word) ||
    /[你我他她们吗吧][^ ]*$|^[一两三几][个位名]/.test(word) ||
    (label === ':' && word.includes('的'))
  )
    return false;
  return allHan(word) && countChars(word) <= 8 && !/[了在是从到对向将为把被就着于与和说让要]/.test(word);
}

/** 河湾镇水管所虞绘, 岚江日报厉棠综合报道: a body or an outlet that is run into one of its people. */
function readGluedBody(state: GroupState, item: Item, i: number): number | undefined {
  const { items, s, organisations } = state;
  const word = s.slice(item.from, item.to);
  if (!allHan(word) || (state.open && state.role === undefined)) return undefined;
  let at = affiliationEnd(word, looksPersonal);
  const next = items[i + 1]?.kind === 'space' ? items[i + 2] : items[i + 1];
  if (at === 0 && next?.kind === 'tail' && countNamed(state) === 0) {
    const outlet = outletPrefix(word);
    const rest = word.slice(outlet);
    const made = !/^报[道导]$/.test(s.slice(next.from, next.to));
    if (
      outlet >= 3 &&
      !isPlace(rest) &&
      !isOutlet(word) &&
      (looksPersonal(rest) || (made && /^..?.?$/.test(rest) && isName(rest)))
    )
      at = outlet;
  }
  // 通讯员队伍建设: the seam goes through a word.
  if (at === 0 || sentenceWords.has(word.slice(at - 1, at + 1))) return undefined;
  flush(state);
  if (isOutlet(word.slice(0, at))) state.outlet ??= pieceAt(state, item.from, item.from + at);
  else organisations.push(pieceAt(state, item.from, item.from + at));
  return name(state, item.from + at, item.to, i);
}

const isAuthor = (role: string): boolean => /(?:作者|执笔人?|撰稿人?)$/.test(fold(role).trim());

/** A person or an organisation. */
function readParty(state: GroupState, item: Item, i: number): number | undefined {
  const { items, s, organisations, role } = state;
  const word = s.slice(item.from, item.to);
  const waiting = isWaiting(state);
  const glued = readGluedBody(state, item, i);
  if (glued !== undefined) return glued;
  // 作者：陆晓晴系海州大学教授: what the author is.
  const described = role && isAuthor(role.text) ? /^(.{2,4}?)(?:系|为|是)(?=.{4})/u.exec(word)?.[1] : undefined;
  if (described !== undefined && looksPersonal(described)) {
    name(state, item.from, item.from + described.length, i);
    state.end = item.to;
    return i;
  }
  // 记者张三／综合外电报导: how the report was made.
  if (items[i - 1]?.kind === 'slash' && items[i + 1]?.kind === 'tail' && /^(?:综合|即时|专题)$/.test(word)) return i;
  const supplied = /^(.{2,}?)(?:提供|供图)$/.exec(word);
  if (supplied?.[1] && role?.kind === 'work' && waiting && isOrganisation(supplied[1])) {
    state.end = item.to;
    state.role = undefined;
    return i;
  }
  // 石河云/海州日报记者: the first of two outlets, which no ending tells.
  const [mark, paper, standing] = [items[i + 1], items[i + 2], items[i + 3]];
  if (
    countNamed(state) === 0 &&
    mark?.kind === 'slash' &&
    paper?.kind === 'word' &&
    standing?.kind === 'title' &&
    isOutlet(s.slice(paper.from, paper.to))
  ) {
    organisations.push(pieceAt(state, item.from, item.to));
    state.end = item.to;
    return i;
  }
  // After a title a short word is a name, whatever it ends in.
  const organisation =
    waiting && role?.kind === 'title'
      ? isOrganisation(word) && (countChars(word) > 4 || !allHan(word))
      : (isOutlet(word) || isOrganisation(word)) && !isPersonAfterAll(state, word, i);
  if (organisation || (waiting && isLongOutlet(word))) {
    flush(state);
    organisations.push(pieceAt(state, item.from, item.to));
    if (!waiting) endGroup(state);
    if (state.outlet === undefined && isOutlet(word) && rolesAhead(items, i + 1)) outletAlone(state, item, i);
    state.end = item.to;
    return i;
  }
  // 通讯员 陆晓晴 鹭港镇: where somebody writes from, after the name.
  if (countNamed(state) > 0 && !waiting && (isStation(word) || (isTown(word) && !looksPersonal(word)))) {
    flush(state);
    organisations.push(pieceAt(state, item.from, item.to));
    state.end = item.to;
    return i;
  }
  // 文/陆晓晴 海州大学水利学院教授: what somebody is, behind the name.
  if (countNamed(state) > 0 && !waiting && !state.open && countChars(word) >= 6 && isAffiliation(word)) {
    flush(state);
    organisations.push(pieceAt(state, item.from, item.to));
    state.end = item.to;
    return i;
  }
  // 图文：豆沙镇 张三: where somebody writes from.
  if (/(?:镇|县|街道|开发区|自治州|农场|社区)$/.test(word) && countChars(word) >= 3 && nameAfterSpace(state, i)) {
    organisations.push(pieceAt(state, item.from, item.to));
    state.end = item.to;
    return i;
  }
  if (isName(word) || (role !== undefined && isPenName(word) && !state.open) || isLabelledPenName(state, word, i)) {
    const after = items[i + 1];
    if (state.open && after?.kind === 'sep' && s.charAt(after.from) === ',' && countNamed(state) > 0) return undefined;
    return name(state, item.from, item.to, i);
  }
  if (word.startsWith('·') || word.endsWith('·')) {
    state.run.push({ from: item.from, to: item.to });
    return i;
  }
  // An unknown organisation before a name: 学工处 王爱琴报道; a label: 项目组：记者 张三.
  if (countNamed(state) > 0 || role !== undefined || state.open || !isLead(word)) return undefined;
  organisations.push(pieceAt(state, item.from, item.to));
  state.end = item.to;
  return i;
}

/** 总台记者 陆晓晴 海州台 周砚: the station of whoever follows. */
function isStation(word: string): boolean {
  return allHan(word) && countChars(word) >= 3 && /(?:台|总站|支社|分社)$/.test(word);
}

function isTown(word: string): boolean {
  return allHan(word) && countChars(word) >= 3 && /(?:镇|乡|县|区|街道|村|社区|农场|林场)$/.test(word);
}

function nameAfterSpace({ items, s }: GroupState, i: number): boolean {
  const word = items[i + 1]?.kind === 'space' ? items[i + 2] : undefined;
  return word?.kind === 'word' && isName(s.slice(word.from, word.to));
}

/** An outlet apart from the role that follows (清河晚报 记者 …), unless it is joined to another. */
function outletAlone(state: GroupState, item: Item, i: number): void {
  const next = state.items[i + 1]?.kind;
  if (next === 'slash' || next === 'sep') return;
  state.outlet = pieceAt(state, item.from, item.to);
  state.organisations.pop();
}

function rolesAhead(items: readonly Item[], start: number): boolean {
  for (let i = start; i < Math.min(items.length, start + 12); i++) {
    if (items[i]?.kind === 'title') return true;
  }
  return false;
}

/**
 * A name of five or six characters in a group that says so: 海川市妇联宣, the pen-name of an organisation, or 乌云毕力格.
 * The beginning of a sentence (记者张三来到海川) is none.
 */
function isPenName(word: string): boolean {
  if (!allHan(word) || countChars(word) > 6 || sentenceWords.has(word)) return false;
  if (penNameEndings.includes(word.charAt(word.length - 1))) return true;
  if (/[了在是的从到对向将为把被就着于与和说你您我他她们请帮]|^[一两三几][个位名]/.test(word)) return false;
  for (let i = 0; i + 2 <= word.length; i++) if (sentenceWords.has(word.slice(i, i + 2))) return false;
  return true;
}

/** What may stand before the first name and be no name: a desk, a label. Words of a sentence may not. */
function isLead(word: string): boolean {
  return (
    countChars(word) <= 16 && !sentenceWords.has(word) && !/[了在是的将从把被让于着过]/.test(word.replace('在线', ''))
  );
}

function isLongOutlet(word: string): boolean {
  return countChars(word) >= 5 && isOutlet(word);
}

/** 厉棠岚江日报首席记者: how many characters are a name that is run into the outlet of the next one, or 0. */
function nameBeforeOutlet(word: string): number {
  for (const size of [2, 3]) {
    const name = word.slice(0, size);
    const outlet = word.slice(size);
    // A given name of two characters goes on where the third is one of those that names are made of.
    if (size === 2 && givenCharacters.includes(word.charAt(2)) && looksPersonal(word.slice(0, 3))) continue;
    if (countChars(outlet) >= 4 && isOutlet(outlet) && looksPersonal(name)) return size;
  }
  return 0;
}

/**
 * For a word that touches the role after it: how many of its characters are a name glued to what follows.
 * 0: all of it is an outlet (张掖日报融媒体记者); its length: all of it is a name (包首玉通讯员); between: both
 * (张忠德本报通讯员). -1: neither.
 */
function seamBeforeOutlet(word: string, inGroup: boolean, waiting: boolean): number {
  if (!inGroup) return countChars(word) <= 24 ? 0 : -1;
  for (const own of ['本报', '本刊', '本网', '本台', '本社']) {
    if (word.endsWith(own)) return word.length - own.length;
  }
  if (waiting) {
    const seam = isOutlet(word) ? nameBeforeOutlet(word) : 0;
    if (seam > 0) return seam;
    return isName(word) ? word.length : 0;
  }
  if (isOutlet(word) || word.startsWith('驻')) {
    for (const name of outletNames) {
      if (
        word.endsWith(name) &&
        word.length - name.length >= 2 &&
        word.length - name.length <= 3 &&
        outletPrefix(word) !== word.length
      ) {
        return word.length - name.length;
      }
    }
    return 0;
  }
  if (countChars(word) <= 3 || word.includes('·')) return word.length;
  return countChars(word) === 4 && isName(word) ? word.length : countChars(word) <= 24 ? 0 : -1;
}
