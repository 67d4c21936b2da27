import type { Piece } from '../byline.ts';
import { titleAt, verbAt } from '../lexicon/lookup.ts';
import { clientOpenings, outletNames, verbStops } from '../lexicon/words.ts';
import { isName, looksPersonal } from '../names/names.ts';
import { isOutlet, isPlace, outletPrefix } from '../names/outlets.ts';
import { dateEnd, skipSpaces, timeEnd } from './date.ts';

/** `新华社北京1月8日电`: everything before the brackets. */
export interface Head {
  readonly outlet: Piece | undefined;
  readonly place: Piece | undefined;
  readonly date: Piece | undefined;
  readonly verb: Piece;
  /** 据 stands before it. */
  readonly attributed: boolean;
  readonly from: number;
  readonly to: number;
}

/** Longest stretch from the start of a head to its verb. */
const REACH = 60;

/** Reads `[据] OUTLET [PLACE] [DATE] VERB` at `from`, or `undefined`. Looks at no more than 60 characters. */
export function readHead(text: string, s: string, from: number, to: number): Head | undefined {
  const stamped = readStamp(text, s, from, to);
  if (stamped) return stamped;
  let start = from;
  const attribution = /^(?:另据|综合据|据|综合(?!消息|报|电|讯|新闻))(?!说|悉|了)/.exec(s.slice(from, from + 4));
  const attributed = attribution !== null;
  if (attribution) start += attribution[0].length;
  start = skipSpaces(s, start, to);
  const limit = Math.min(to, start + REACH);
  let quote = 0;
  for (let i = start; i < limit; i++) {
    const char = s.charAt(i);
    if (char === '《' || char === '“') quote++;
    else if (char === '》' || char === '”') quote--;
    // 新华社石岗（澄海省）7月3日电
    const aside = char === '(' && i > start ? /^\([\p{Script=Han}]{2,8}\)(?=\d)/u.exec(s.slice(i, i + 11)) : null;
    if (aside) {
      i += aside[0].length - 1;
      continue;
    }
    if ('。!?,;:()[]【】\n\r…□■'.includes(char)) return undefined;
    if (quote > 0) continue;
    const dated = dateEnd(s, i, to);
    if (dated > 0 && (i === start || !isDigit(s.charCodeAt(i - 1)))) {
      return datedHead(text, s, { from, start, attributed }, i, dated, to);
    }
    if (titleAt(s, i, to) > 0) return undefined;
    if (i === start) continue;
    const verb = verbAt(s, i, to);
    if (verb > 0 && !outletNames.includes(s.slice(start, i + verb))) {
      const head = undatedHead(text, s, { from, start, attributed }, i, i + verb, to);
      if (head) return head;
    }
  }
  return undefined;
}

interface Opening {
  readonly from: number;
  readonly start: number;
  readonly attributed: boolean;
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

function piece(text: string, from: number, to: number): Piece | undefined {
  return to > from ? { text: text.slice(from, to), from, to } : undefined;
}

function trimEnd(s: string, from: number, to: number): number {
  while (to > from && s.charCodeAt(to - 1) === 32) to--;
  return to;
}

function datedHead(
  text: string,
  s: string,
  opening: Opening,
  dateFrom: number,
  dateTo: number,
  to: number,
): Head | undefined {
  let named = trimEnd(s, opening.start, dateFrom);
  // 海风科技讯 7月3日消息: a verb of its own before the date.
  if (named < dateFrom && /[^资通快简音短]讯$/.test(s.slice(opening.start, named))) named--;
  if (/[于在到至从自了的是与和]$/.test(s.slice(opening.start, named)) && !isOutlet(s.slice(opening.start, named)))
    return undefined;
  let verbFrom = skipSpaces(s, timeEnd(s, dateTo, to), to);
  let second: Piece | undefined;
  let verb = verbAt(s, verbFrom, to);
  if (verb === 0 || !verbStands(s, verbFrom, verb, to)) {
    // The place may follow the date: 中国台湾网7月5日北京讯.
    let k = verbFrom;
    while (k < to && k - verbFrom < 8 && verbAt(s, k, to) === 0) k++;
    const between = s.slice(verbFrom, trimEnd(s, verbFrom, k));
    verb = verbAt(s, k, to);
    if (verb === 0 || !verbStands(s, k, verb, to) || !isPlace(between)) return undefined;
    second = piece(text, verbFrom, verbFrom + between.length);
    verbFrom = k;
  }
  const word = s.slice(verbFrom, verbFrom + verb);
  const split = splitPlace(s, opening.start, named);
  if (split.outletTo === opening.start && !second && split.placeFrom === named && (word === '报道' || word === '消息'))
    return undefined;
  const verbPiece = piece(text, verbFrom, verbFrom + verb);
  if (!verbPiece) return undefined;
  return {
    outlet: piece(text, opening.start, split.outletTo),
    place: second ?? piece(text, split.placeFrom, split.placeTo),
    date: piece(text, dateFrom, dateTo),
    verb: verbPiece,
    attributed: opening.attributed,
    from: opening.from,
    to: verbPiece.to,
  };
}

/** 电 in 电影 and 讯 in 讯息 are no verbs; 消息 and 报道 want a pause after them. */
function verbStands(s: string, from: number, length: number, to: number): boolean {
  const word = s.slice(from, from + length);
  const after = s.charAt(from + length);
  if (from + length >= to) return true;
  if (word === '消息' || word === '报道' || word === '报导') return pauses(s, from + length, to);
  return !(verbStops[word] ?? '').includes(after) || ' ('.includes(after) || s.startsWith('通讯', from + length);
}

function pauses(s: string, i: number, to: number): boolean {
  return i >= to || ' ([【:,。;】)]'.includes(s.charAt(i));
}

function undatedHead(
  text: string,
  s: string,
  opening: Opening,
  verbFrom: number,
  verbTo: number,
  to: number,
): Head | undefined {
  const { start } = opening;
  const named = trimEnd(s, start, verbFrom);
  const name = s.slice(start, named);
  const word = s.slice(verbFrom, verbTo);
  if (!verbStands(s, verbFrom, verbTo - verbFrom, to) || named === start) return undefined;
  // 消息 after 讯 and the like: `中国报道讯`, where 报道 belongs to the outlet, fails `pauses` above and goes on to 讯.
  const split = splitPlace(s, start, named);
  const known =
    isOutlet(s.slice(start, split.outletTo)) || (split.outletTo === start && split.placeFrom < named && isPlace(name));
  const quick = s.slice(verbTo, Math.min(to, verbTo + 40));
  const bracket = /^ {0,4}[([【]/.test(quick);
  const pause = pauses(s, verbTo, to);
  // 模块之间的网络通讯：: the verb is the end of another word.
  if (word === '讯' && /[通资简短喜音电]$/.test(name)) return undefined;
  if (word === '报道' || word === '报导' || word === '消息') {
    if (/^[,。]/.test(quick) && word !== '消息') return opening.attributed && known ? finish() : undefined;
    // 岚江日报厉棠综合报道: what stands between the outlet and the verb is somebody, not a place.
    const between = s.slice(split.placeFrom, split.placeTo);
    if (!known || (word !== '消息' && between !== '' && !isPlace(between) && isSomebody(between))) return undefined;
    return finish();
  }
  if (known) {
    const own = /^本[报刊网社台站]/.test(name);
    const title = titleAt(s, skipSpaces(s, verbTo, to), to) > 0;
    if (word === '讯' || word === '快讯' || pause || title || own || reportFollows(quick)) return finish();
    return undefined;
  }
  // An outlet that no ending tells counts when brackets or a role follow at once: 豆沙镇讯（通讯员 …）.
  if (
    word !== '电' &&
    !/[通简短喜音电资]$/.test(name) &&
    (/^[\p{Script=Han}\w“”《》·/-]{2,20}$/u.test(name) || /^[A-Z][\w.&-]*(?: [A-Z][\w.&-]*){0,3}$/.test(name)) &&
    (bracket || titleAt(s, skipSpaces(s, verbTo, to), to) > 0 || verbTo >= to)
  )
    return finish();
  return undefined;

  function finish(): Head | undefined {
    let dateFrom = 0;
    let dateTo = 0;
    let end = verbTo;
    // 新浪财经讯 9月9日消息: a second verb with the date.
    const after = skipSpaces(s, verbTo, to);
    const dated = dateEnd(s, after, to);
    if (dated > 0) {
      const second = skipSpaces(s, dated, to);
      const length = verbAt(s, second, to);
      if (length > 0 && verbStands(s, second, length, to)) {
        dateFrom = after;
        dateTo = dated;
        end = second + length;
      }
    }
    const verb = piece(text, verbFrom, verbTo);
    if (!verb) return undefined;
    return {
      outlet: piece(text, start, split.outletTo),
      place: piece(text, split.placeFrom, split.placeTo),
      date: piece(text, dateFrom, dateTo),
      verb,
      attributed: opening.attributed,
      from: opening.from,
      to: end,
    };
  }
}

function isSomebody(between: string): boolean {
  const name = between.replace(/ ?(?:综合|编辑|整理|编译|独家|专题|现场|摄影|采访)$/, '').trim();
  const names = name.split(/[ 、]+/);
  return names.every((each) => looksPersonal(each) || (name !== between && isName(each)));
}

function reportFollows(quick: string): boolean {
  return /^[\p{Script=Han}·、 ]{2,16}报道[:,]/u.test(quick);
}

/**
 * Parts the outlet from the dateline's place: the outlet is the longest opening with an outlet's ending (中国经济网北京),
 * unless what follows is the name of its client (成都晚报掌上成都).
 */
function splitPlace(
  s: string,
  from: number,
  to: number,
): { readonly outletTo: number; readonly placeFrom: number; readonly placeTo: number } {
  // 本报综合报道: not a place.
  const kind = /(?:综合|独家|专题|特别|最新|体育)$/.exec(s.slice(from, to));
  if (kind && isOutlet(s.slice(from, from + kind.index).trim())) to = from + kind.index;
  const name = s.slice(from, to);
  const none = { outletTo: to, placeFrom: to, placeTo: to };
  if (name === '') return { outletTo: from, placeFrom: to, placeTo: to };
  const ship = name.endsWith('号') ? name.lastIndexOf('“') : -1;
  const prefix = outletPrefix(ship > 0 ? name.slice(0, ship) : name);
  if (prefix > 0) {
    const rest = name.slice(prefix);
    const lead = rest.length - rest.trimStart().length;
    const body = rest.slice(lead);
    if (body.length < 2 || clientOpenings.some((word) => body.startsWith(word)) || /^[-/·、]/.test(body)) return none;
    return { outletTo: from + prefix, placeFrom: from + prefix + lead, placeTo: to };
  }
  if (ship > 0) return { outletTo: from + ship, placeFrom: from + ship, placeTo: to };
  for (const own of outletNames) {
    if (name.startsWith(own) && name.length > own.length && isPlace(name.slice(own.length).trim())) {
      const lead = name.slice(own.length).length - name.slice(own.length).trimStart().length;
      return { outletTo: from + own.length, placeFrom: from + own.length + lead, placeTo: to };
    }
  }
  if (isPlace(name)) return { outletTo: from, placeFrom: from, placeTo: to };
  for (let k = Math.max(2, name.length - 8); k <= name.length - 2; k++) {
    if (isPlace(name.slice(k)))
      return { outletTo: from + name.slice(0, k).trimEnd().length, placeFrom: from + k, placeTo: to };
  }
  return none;
}

/** A page's time stamp and source that were copied with the head: `2016年06月17日06:15 汉网-武汉晚报 本报讯`. */
function readStamp(text: string, s: string, from: number, to: number): Head | undefined {
  const dated = dateEnd(s, from, to);
  if (dated === 0 || dated - from < 8) return undefined;
  const timed = timeEnd(s, dated, to);
  const rest = s.slice(timed, Math.min(to, timed + REACH));
  const own = /^ *(?:[^ ,。:()]{1,24} +){0,3}(本[报刊网社台站])/.exec(rest);
  if (!own) return undefined;
  const at = timed + own[0].length - 2;
  const head = readHead(text, s, at, to);
  return head ? { ...head, date: piece(text, from, dated), from } : undefined;
}
