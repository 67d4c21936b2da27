import { byline, joined, type Parts } from './build-byline.ts';
import type { Byline, Problem } from './byline.ts';
import { isDoubtful, isTelling } from './doubt.ts';
import { readEnglishByline } from './english/english.ts';
import { isBody, isSomebody, readAttribution, signsForBody, withoutSources } from './groups/bodies.ts';
import { type Groups, readGroups } from './groups/groups.ts';
import { readHelp } from './groups/help.ts';
import { findClose, isBareNames, isColumnTag, isDesk, readInside, readOpen, titleless } from './groups/inside.ts';
import { isMark, scan } from './groups/scan.ts';
import { readUnclosed, type Unclosed } from './groups/unclosed.ts';
import { leadingStamp, skipSpaces } from './head/date.ts';
import { type Head, readHead } from './head/head.ts';
import { withLabels } from './head/labels.ts';
import { readNote } from './head/note.ts';
import { fold, isHan, withoutClassBrackets } from './lexicon/fold.ts';
import { isOrganisation, isOutlet } from './names/outlets.ts';
import { readDated, readInfo, readTwo } from './whole-line.ts';

/** A byline is never longer; what comes after is not looked at. */
const LIMIT = 1200;
/** A date and a time are no longer. */
const STAMP = 48;

/**
 * Reads a byline at the head of a paragraph (`where: 'head'`), or one that is the whole of a line
 * (`where: 'line'`). Returns `undefined` for running text. Linear in the length of `text`.
 */
export function readByline(text: string, where: 'head' | 'line'): Byline | undefined {
  if (where === 'line' && (text.length > LIMIT || goesOn(text))) return undefined;
  const folded = withLabels(withoutClassBrackets(fold(text.length > LIMIT ? text.slice(0, LIMIT) : text)));
  // 文｜陆晓晴⏎图｜高远: one byline over several lines.
  const s = where === 'line' ? folded.replace(/[\n\r]/g, ' ') : folded;
  const info = where === 'line' ? readInfo(text, s, readOne) : undefined;
  if (info) return info;
  const read = readOne(text, s, 0, s.length, where);
  if (where === 'head') return read && withSecond(text, s, read);
  return (
    (leadingStamp.test(s.slice(0, 48)) ? undefined : read) ?? readDated(text, s, readOne) ?? readTwo(text, s, readOne)
  );
}

/** No line holds a sentence and goes on for longer than a date and a time. */
function goesOn(text: string): boolean {
  const stop = text.indexOf('。');
  return stop >= 0 && stop < text.trimEnd().length - STAMP - 1;
}

function readOne(text: string, s: string, start: number, stop: number, where: 'head' | 'line'): Byline | undefined {
  let from = skipSpaces(s, start, stop);
  while (from < stop && isMark(s.charAt(from))) from = skipSpaces(s, from + 1, stop);
  // ［美］约翰·史密斯: where somebody is from.
  const nation =
    /^[([【][美英法德日俄意韩加澳印西葡荷瑞奥以巴阿墨挪丹芬波捷匈希土埃][)\]】] ?(?=\p{Script=Han}{2})/u.exec(
      s.slice(from, from + 8),
    );
  if (nation) from += nation[0].length;
  // 来源：海州市融媒体中心（记者：高远）
  const source = /^(?:稿件)?来源 ?[:|] ?(?=[^:|()]{2,30}\((?:记者|通讯员))/.exec(s.slice(from, from + 48));
  if (source && where === 'line') from += source[0].length;
  if (/^[N/](?=本[报刊网])/.test(s.slice(from, from + 3))) from++;
  let to = stop;
  while (to > from && ' \n\r'.includes(s.charAt(to - 1))) to--;
  if (to - from < 2) return undefined;
  // 四、投稿方式, 19、redisbook: a numbered heading.
  if (/^(?:[一二三四五六七八九十百]{1,4}、|\(?\d{1,3}(?:[、)]|\.(?!\d)))/.test(s.slice(from, from + 6)))
    return undefined;
  // A line that holds a sentence and more is text.
  const end = where === 'line' ? s.indexOf('。', from) : -1;
  if (end >= 0 && end < to - 1) return undefined;
  if (!hanWithin(s, from, to)) return readEnglishByline(text, s, from, to, where);
  const first = s.charAt(from);
  if (first === '(' || first === '【' || first === '[') return readBracket(text, s, from, to, where);
  if (where === 'line') {
    const note = readNote(text, s, from, to);
    if (note) return note;
  }
  const head = readHead(text, s, from, to);
  return (
    (head && afterHead(text, s, head, to, where)) ??
    readOutletBracket(text, s, from, to, where) ??
    (head ? undefined : readFree(text, s, from, to, where))
  );
}

/** A second bracket right after the first at the head of a paragraph: 本报讯（记者张三）（通讯员李四）. */
function withSecond(text: string, s: string, first: Byline): Byline {
  const at = first.to;
  if (first.people.length === 0 || !first.brackets || first.brackets.close !== at - 1 || s.charAt(at) !== '(')
    return first;
  const close = findClose(text, s, at, s.length);
  if (close.at < 0) return first;
  const second = readOne(text, s, at, close.at + 1, 'line');
  return second?.roles.length && second.people.length > 0 ? joined(first, second) : first;
}

/** 清河融媒（记者 张三）: an outlet and its people, without a verb. */
function readOutletBracket(
  text: string,
  s: string,
  from: number,
  to: number,
  where: 'head' | 'line',
): Byline | undefined {
  const open = s.slice(from, Math.min(to, from + 40)).search(/ ?\(/);
  const name = s.slice(from, from + Math.max(0, open));
  // 某市社科院课题组（执笔人：张三）: a body, and who held the pen.
  const body = where === 'line' && isOrganisation(name) && /^ ?\( ?执笔/.test(s.slice(from + open, from + open + 6));
  // 近日通讯（…） is no outlet.
  if (open < 2 || !(body || isOutlet(name) || /[^ ]发布$/.test(name)) || name.endsWith('通讯')) return undefined;
  const at = s.indexOf('(', from);
  const close = findClose(text, s, at, to);
  const groups = close.at > 0 ? readInside(text, s, at + 1, close.at) : undefined;
  if (!groups?.roles.some((role) => role.kind === 'title' || body) || groups.people.length === 0) return undefined;
  if (where === 'line' && skipSpaces(s, close.at + 1, to) < to) return undefined;
  const outlet = body ? undefined : { text: text.slice(from, from + open), from, to: from + open };
  const brackets = { open: at, close: close.at };
  const mixed: readonly Problem[] = close.mixed ? [{ code: 'mixed-brackets', from: close.at, to: close.at + 1 }] : [];
  return byline('head', from, close.at + 1, { ...groups, outlet, brackets }, [...mixed, ...groups.problems]);
}

function hanWithin(s: string, from: number, to: number): boolean {
  for (let i = from; i < Math.min(to, from + 48); i++) if (isHan(s.charCodeAt(i))) return true;
  return false;
}

function afterHead(text: string, s: string, head: Head, to: number, where: 'head' | 'line'): Byline | undefined {
  const problems: Problem[] = [];
  const kind = /[电電]$/.test(head.verb.text) ? 'dateline' : 'head';
  const parts: Parts = { outlet: head.outlet, place: head.place, date: head.date, verb: head.verb };
  const reported = /报道|报导/.test(fold(head.verb.text));
  const finish = (end: number, groups?: Groups, more?: Parts): Byline | undefined => {
    let stop = end;
    if (stop < to && ',:。'.includes(s.charAt(stop)) && (where === 'line' || s.charAt(stop) !== ',')) stop++;
    if (where === 'line' && skipSpaces(s, stop, to) < to && s.charAt(stop) !== ')') return undefined;
    if (head.attributed && reported && !groups) {
      return where === 'line' ? byline('attribution', head.from, stop, parts, problems) : undefined;
    }
    // 电记者张三）: the bracket closes and was never opened.
    if (groups && !more?.brackets && s.charAt(stop) === ')') {
      problems.push({ code: 'unopened-bracket', from: stop, to: stop + 1 });
      stop++;
      if (where === 'line' && skipSpaces(s, stop, to) < to) return undefined;
    }
    const all = groups ? [...problems, ...groups.problems] : problems;
    return byline(
      kind,
      head.from,
      stop,
      {
        ...parts,
        ...more,
        outlet: parts.outlet ?? groups?.outlet,
        place: parts.place ?? groups?.place,
        date: parts.date ?? groups?.date,
        people: groups?.people ?? [],
        roles: groups?.roles ?? [],
      },
      all,
    );
  };
  let at = skipSpaces(s, head.to, to);
  // 海州新闻讯：（记者 高远）
  if (s.charAt(at) === ':' && '([【'.includes(s.charAt(skipSpaces(s, at + 1, to)) || ' '))
    at = skipSpaces(s, at + 1, to);
  const gap = at - head.to;
  const char = s.charAt(at);
  if (char === '(' || char === '[' || char === '【') {
    const close = findClose(text, s, at, to);
    const bounded = close.at >= 0 && close.at - at <= 600;
    if ((gap > 1 || text.charCodeAt(head.to) === 0xa0) && kind === 'head')
      problems.push({ code: 'stray-space', from: head.to, to: at });
    if (bounded) {
      const groups = readInside(text, s, at + 1, close.at);
      const tag = !groups || (groups.roles.length === 0 && !groups.tail && isColumnTag(s, at + 1, close.at));
      if (close.mixed && !tag) problems.push({ code: 'mixed-brackets', from: close.at, to: close.at + 1 });
      if (!tag)
        return finish(
          close.at + 1,
          { ...groups, people: titleless(groups) },
          { brackets: { open: at, close: close.at } },
        );
      return close.at - at <= 21 ? finish(close.at + 1) : finish(head.to);
    }
    const open = readUnclosed(text, s, at, to);
    if (!open) return finish(head.to);
    problems.push(unclosed(at, open));
    const groups = namedBefore(open);
    return finish(open.choices[0], { ...groups, people: titleless(groups) }, { brackets: { open: at, close: at } });
  }
  const genre =
    /^(?:[\p{Script=Han}]{0,4}(?:通讯|消息|特稿|特写|综述|专访|述评|评论|特讯|快讯|题|简讯|侧记))(?= *[:,])/u.exec(
      s.slice(at, at + 12),
    );
  if (genre) return finish(at + genre[0].length);
  const open = at < to ? readOpen(text, s, at, to) : undefined;
  if (open && open.people.length > 0) {
    const labelled = open.roles.length > 0;
    const tail = open.tail && open.tail.text.length > 1;
    if (labelled || tail) {
      if (!labelled && gap === 0)
        problems.push(
          { code: 'missing-role', from: at, to: open.end },
          { code: 'glued-head', from: head.verb.from, to: open.end, at: head.to },
        );
      return finish(open.end, { ...open, people: titleless(open) });
    }
  }
  // 海州3月7日电 陆晓晴、高远: names and nothing else.
  if (open && where === 'line' && gap > 0 && open.end === to && isBareNames(s, open.people)) return finish(to, open);
  at = head.to;
  return finish(at);
}

/** A bracket at `from` that never closes, with every place where it may. */
function unclosed(from: number, { choices }: Unclosed): Problem {
  return { code: 'unclosed-bracket', from, to: from + 1, at: choices[0], choices };
}

/** The groups after an open bracket as far as they are beyond doubt. */
function namedBefore({ groups, people, choices }: Unclosed): Groups {
  const problems = groups.problems.filter(({ to }) => to <= choices[0]);
  return { ...groups, people, problems, date: undefined, place: undefined };
}

function readBracket(text: string, s: string, from: number, to: number, where: 'head' | 'line'): Byline | undefined {
  const problems: Problem[] = [];
  const close = findClose(text, s, from, to);
  const inner = from + 1;
  let end = close.at;
  if (close.at < 0) {
    if (where === 'head') {
      const open = readUnclosed(text, s, from, to);
      if (!open?.groups.roles.some((role) => role.kind === 'title')) return undefined;
      const groups = namedBefore(open);
      return byline(
        'bracket',
        from,
        open.choices[0],
        { ...groups, people: titleless(groups), brackets: { open: from, close: from } },
        [unclosed(from, open), ...groups.problems],
      );
    }
    end = to;
    problems.push({ code: 'unclosed-bracket', from, to: inner, at: end });
  } else if (close.mixed) {
    problems.push({ code: 'mixed-brackets', from: close.at, to: close.at + 1 });
  }
  const stop = close.at < 0 ? end : end + 1;
  const rest = skipSpaces(s, stop, to);
  const brackets = { open: from, close: close.at < 0 ? from : close.at };
  const start = skipSpaces(s, inner, end);
  // 【本报讯】（记者张三）: a head in brackets, its people after it.
  const first = close.at >= 0 && rest < to ? readHead(text, s.slice(0, end), start, end) : undefined;
  if (first && skipSpaces(s, first.to, end) === end) {
    const followed = afterHead(text, s, { ...first, from, to: stop }, to, where);
    if (followed && followed.people.length > 0) return followed;
  }
  if (where === 'line' && rest < to && s.charAt(rest) !== '。') return undefined;
  if (where === 'line') {
    const note = readNote(text, s, start, end);
    if (note) return byline('note', from, stop, { people: note.people }, [...problems, ...note.problems]);
  }
  const head = readHead(text, s, start, end);
  if (head) {
    const inside = afterHead(text, s.slice(0, end), head, end, 'line');
    if (inside && inside.kind !== 'attribution') {
      return byline(inside.kind === 'dateline' ? 'dateline' : 'bracket', from, stop, { ...inside, brackets }, [
        ...problems,
        ...inside.problems,
      ]);
    }
  }
  if (where === 'line') {
    const source = readAttribution(text, s, start, end);
    if (source) return byline('attribution', from, stop, { outlet: source, brackets }, problems);
  }
  const helped = readHelp(text, s, start, end);
  if (helped) return byline('note', from, stop, { ...helped, brackets }, [...problems, ...helped.problems]);
  const groups = readInside(text, s, start, end);
  if (!groups) return undefined;
  // （本栏稿件由张三、李四采写）: a note on whose the items of a page are.
  if (/^(?:本|以上).{1,10}由/.test(s.slice(start, end))) {
    return byline('note', from, stop, { ...groups, people: titleless(groups), brackets }, [
      ...problems,
      ...groups.problems,
    ]);
  }
  const bare = groups.roles.length === 0 && !groups.tail;
  if (bare) {
    // （海川市融媒体中心 张三）: an organisation beside the name says that it signs.
    const signs = groups.organisations.some((org) => isBody(fold(org.text)));
    const personal = groups.people.some((person) => isSomebody(s.slice(person.from, person.to).replace(/ /g, '')));
    if (where === 'head' || (!signs && (!personal || groups.organisations.length > 0 || isColumnTag(s, start, end))))
      return undefined;
  }
  const people = titleless(groups);
  if (people.length === 0 || isDoubtful(s, groups, start, end)) return undefined;
  return byline('bracket', from, stop, { ...groups, outlet: groups.outlet, people, brackets }, [
    ...problems,
    ...groups.problems,
  ]);
}

/** A line of roles, an end signature, a bare name; or `环球网记者王欢报道，` before a sentence. */
function readFree(text: string, s: string, from: number, to: number, where: 'head' | 'line'): Byline | undefined {
  if (where === 'head') {
    const report = /报[道导](?=[:, ]|$)/.exec(s.slice(from, from + 120));
    if (!report) return undefined;
    const end = from + report.index + 2;
    const groups = readGroups(text, s, scan(s, from, end));
    if (!groups || groups.people.length === 0 || groups.roles.length === 0) return undefined;
    if (isDoubtful(s, groups, from, end)) return undefined;
    const stop = s.charAt(end) === ':' ? end + 1 : end;
    return byline('line', from, stop, { ...groups }, groups.problems);
  }
  const source = readAttribution(text, s, from, to);
  if (source) return byline('attribution', from, to, { outlet: source });
  const helped = readHelp(text, s, from, to);
  if (helped && helped.roles.length > 0) return byline('note', from, to, helped, helped.problems);
  const by = /^by(?: *: *| +)(?=\p{Script=Han})/iu.exec(s.slice(from, from + 8));
  const compiled = /综合[^ 、,。:()]{2,12}(?:报道|报导|消息|电)$/.exec(s.slice(from, to));
  const stop = compiled && compiled.index > 3 ? from + compiled.index + 2 : to;
  const items = scan(s, from + (by?.[0].length ?? 0), stop);
  const last = items[items.length - 1];
  if (last?.kind === 'stop') {
    // 记者：好。 is somebody speaking.
    if (items[0]?.kind === 'title' && items[1]?.kind === 'colon') return undefined;
    items.pop();
  }
  const read = readGroups(text, s, items);
  if (!read) return undefined;
  const groups = withoutSources(s, read);
  if (groups.people.length === 0) {
    // 作者：某某课题组: signed by an organisation.
    const [first] = groups.roles;
    return first &&
      /^(?:作者|文|撰文|采写|执笔|执笔人|供稿|出品|监制|编制)$/.test(fold(first.text)) &&
      (groups.organisations[0]?.from ?? -1) > first.from
      ? byline('line', from, to, {}, groups.problems)
      : undefined;
  }
  // 导演某某于5日抵达: what goes on right after a date is a sentence.
  const { date } = groups;
  if (date && groups.people.some((person) => person.from === date.to)) return undefined;
  if (isDoubtful(s, groups, from, to)) return undefined;
  // 记者发稿时，雨还在下。: a sentence whose words no name is made of.
  if (last?.kind === 'stop' && groups.people.some((person) => !isTelling(s.slice(person.from, person.to))))
    return undefined;
  if (groups.roles.length > 0 || groups.tail) {
    const titled = groups.roles.some((role) => role.kind === 'title');
    const people = titleless(groups);
    const [lead] = groups.organisations;
    const named = lead && lead.to <= (people[0]?.from ?? 0) && groups.roles.every((role) => role.from >= lead.to);
    const outlet =
      groups.outlet ??
      (titled || (named && groups.tail) ? groups.organisations.find((org) => isOutlet(fold(org.text))) : undefined);
    return byline('line', from, to, { ...groups, outlet, people }, groups.problems);
  }
  if (by && groups.organisations.length === 0) return byline('line', from, to, { ...groups }, groups.problems);
  const desk = groups.organisations[0];
  if (groups.organisations.length === 1 && desk && isDesk(s, desk, groups.people))
    return byline('line', from, to, { people: groups.people, outlet: desk }, groups.problems);
  // 河湾镇文化站 陆晓晴: a body and, apart from it, names that are surely names.
  // 岩桥一小 四（2）班 陆晓晴: or a body of a body.
  const body = groups.organisations.at(-1);
  if (
    groups.organisations.length <= 2 &&
    body &&
    groups.organisations.every(({ from: at, to: end }) => isOrganisation(s.slice(at, end))) &&
    !groups.outlet &&
    last?.kind !== 'stop' &&
    signsForBody(s, body, groups.people)
  )
    return byline('line', from, to, { people: groups.people }, groups.problems);
  // 海州日报 | 陆晓晴
  const paper = groups.organisations[0];
  const [writer] = groups.people;
  if (
    paper &&
    writer &&
    groups.people.length === 1 &&
    isOutlet(s.slice(paper.from, paper.to)) &&
    /^ ?\| ?$/.test(s.slice(paper.to, writer.from)) &&
    isSomebody(s.slice(writer.from, writer.to))
  )
    return byline('line', from, to, { people: groups.people, outlet: paper }, groups.problems);
  // □高远（海州大学）: a mark says that it is a signature, and the bracket where they are from.
  const aside = /^([\p{Script=Han}· ]{2,20}?) ?\([^()]{2,40}\)$/u.exec(s.slice(from, to));
  if (aside?.[1] && from > 0 && isMark(s.slice(0, from).trim().slice(-1)) && isBareNames(s, groups.people))
    return byline('line', from, to, { people: groups.people }, groups.problems);
  // A name alone is no sentence, and what may be two that touch is any words.
  if (groups.problems.some(({ code }) => code === 'glued-names') && !isMark(s.slice(0, from).trim().slice(-1)))
    return undefined;
  if (groups.organisations.length > 0 || groups.outlet || last?.kind === 'stop') return undefined;
  return isBareNames(s, groups.people)
    ? byline('bare', from, to, { people: groups.people }, groups.problems)
    : undefined;
}
