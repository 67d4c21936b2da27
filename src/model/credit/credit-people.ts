import type { Person, Piece } from '../byline/byline.ts';
import { readGroups } from '../byline/groups/groups.ts';
import { scan } from '../byline/groups/scan.ts';
import { compoundSurnames, laymen, surnames } from '../byline/lexicon/words.ts';
import { isForeign, isName, looksPersonal } from '../byline/names/names.ts';
import { allHan, countChars, isOrganisation, isOutlet, isPlace } from '../byline/names/outlets.ts';
import { agencyNames, type CreditParts, isUnnamed, trimmed, unnamedSources } from './credit-parts.ts';

const compound = new Set(compoundSurnames);

/** Whether a word alone is more likely a person than an organisation: a surname and one or two characters. */
export function isPersonal(name: string): boolean {
  if (!isName(name) || isOrganisation(name) || isOutlet(name) || isPlace(name) || unnamedSources.has(name))
    return false;
  if (name.includes('·')) return true;
  return (allHan(name) && countChars(name) <= 3 && surnames.includes(name.charAt(0))) || compound.has(name.slice(0, 2));
}

/** Whether what stands before 供图 is an organisation or somebody without a name, rather than a person. */
function isSupplier(name: string): boolean {
  if (isUnnamed(name) || isOrganisation(name) || isOutlet(name) || agencyNames.has(name)) return true;
  if (/[ 、·/:;,]|记者|通讯员|摄影/.test(name)) return false;
  if (isPlace(name) && countChars(name) >= 3) return true;
  if (/[A-Za-z]/.test(name) || countChars(name) > 4) return true;
  return (
    countChars(name) >= 3 && /[局院校馆厅队所站社台网报厂办委部司会]$/.test(name) && !surnames.includes(name.charAt(0))
  );
}

/** 光明图片/视觉中国, 李四/东方IC, 东方IC/图, 视觉中国. */
export function readAgencyPair(text: string, s: string, from: number, to: number, parts: CreditParts): boolean {
  const clause = s.slice(from, to);
  const known = (name: string) =>
    agencyNames.has(name) || agencyNames.has(name.replace(/ /g, '')) || (isOutlet(name) && countChars(name) >= 3);
  if (!/[:/|]/.test(clause) && known(clause)) {
    parts.kind ||= 'stock';
    parts.agency ??= { text: text.slice(from, to), from, to };
    return agencyNames.has(clause) || depthOk(clause);
  }
  const slash = clause.lastIndexOf('/');
  const bar = slash < 0 ? clause.lastIndexOf('|') : slash;
  if (bar <= 0) return false;
  const left = clause.slice(0, bar).trim();
  const right = clause.slice(bar + 1).trim();
  const rightAt = to - right.length;
  if (!known(right)) {
    // 人民视觉/张三: the agency first.
    if (agencyNames.has(left) && isPersonal(right) && looksPersonal(right)) {
      parts.kind ||= 'stock';
      parts.agency ??= { text: text.slice(from, from + left.length), from, to: from + left.length };
      parts.people.push({ name: right, text: text.slice(rightAt, to), role: undefined, from: rightAt, to });
      return true;
    }
    if (!/^(?:图|供图|摄|摄影|提供|资料|图片)$/.test(right) || !(known(left) || isOrganisation(left))) return false;
    parts.kind ||= 'stock';
    if (right === '资料') parts.archive = true;
    return holder(text, s, from, from + left.length, parts);
  }
  parts.kind ||= 'stock';
  if (/^(?:[题头首主配封]?图|封面图?|图片|照片|供图|摄影)$/.test(left)) {
    parts.agency ??= { text: text.slice(rightAt, to), from: rightAt, to };
    return true;
  }
  if (known(left)) {
    parts.agency ??= { text: text.slice(from, to), from, to };
    return true;
  }
  if (!/[/|:]/.test(left) && !/(?:摄|供图|摄影)$/.test(left) && isName(left) && !isOrganisation(left)) {
    parts.people.push({
      name: left.replace(/ /g, ''),
      text: text.slice(from, from + left.length),
      role: undefined,
      from,
      to: from + left.length,
    });
    parts.agency ??= { text: text.slice(rightAt, to), from: rightAt, to };
    return true;
  }
  if (!readPeople(text, s, from, from + bar, parts)) return false;
  parts.agency ??= { text: text.slice(rightAt, to), from: rightAt, to };
  return true;
}

/** An outlet's bare name is a credit only for the wires and picture agencies; 人民网 alone is any line of text. */
function depthOk(name: string): boolean {
  return /(?:社|图片|视觉|IC)$/.test(name);
}

/** The works by which a picture is signed. */
const pictureWork =
  /^(?:作|编制|(?:海报|版式|视觉|平面|美术|创意)设计|(?:海报|视频|图片|图表)制作|摄|图|影|供图|翻摄|翻拍|摄影|拍摄|摄制|航拍|图片|照片|制图|制表|绘图|漫画|插画|插图|绘|画|手绘|配图|海报|设计|视频|截图|题图|素材|摄像|影像|文图|图文|图表|速写|绘画|图.文|文.图|文.摄|版画|题图|可视化|视觉|书法|篆刻|提供|数据|动画|汉化|翻译|供稿|美编|版式|剪辑|出镜|拍摄.剪辑|.*(?:图|摄|影|拍|画|绘).*)$/;

/** 市民张三摄: where the words for who somebody is end and the name begins, or `from`. */
function afterLayman(s: string, from: number, to: number): number {
  const clause = s.slice(from, Math.min(to, from + 24));
  const word = laymen.find((each) => clause.startsWith(each));
  if (!word) return from;
  const rest = /^ ?([\p{Script=Han}·]{2,12}?)[ /]*(?:摄|供图|提供|拍摄|图|摄影|航拍|照片)$/u.exec(
    clause.slice(word.length),
  );
  if (!rest?.[1] || !looksPersonal(rest[1])) return from;
  return from + word.length + (s.charAt(from + word.length) === ' ' ? 1 : 0);
}

function isCaption(s: string, { from, to }: Piece, firstName: number): boolean {
  if (to > firstName) return false;
  const word = s.slice(from, to);
  if (/(?:图片|照片|画面|视频)$/.test(word)) return false;
  return !isOutlet(word) && !isOrganisation(word) && !isUnnamed(word) && !agencyNames.has(word) && !isPlace(word);
}

/** `新华社记者 张三 摄`, `摄影：张三`, `通讯员供图`, `故宫博物院供图`. */
export function readPeople(
  text: string,
  s: string,
  from: number,
  to: number,
  parts: CreditParts,
  labelledAlready = false,
): boolean {
  from = afterLayman(s, from, to);
  // 张三作, 张三画: one character that names end in, too.
  const drawn = /^(.{2,4}?)( ?)[作画书]$/.exec(s.slice(from, to));
  if (
    drawn?.[1] &&
    (isPersonal(drawn[1]) || (drawn[2] === ' ' && /^\p{Script=Han}{2,3}$/u.test(drawn[1]) && isName(drawn[1])))
  ) {
    parts.kind ||= 'signed';
    parts.people.push({
      name: drawn[1],
      text: text.slice(from, from + drawn[1].length),
      role: text.slice(to - 1, to),
      from,
      to: from + drawn[1].length,
    });
    return true;
  }
  let end = to;
  let supplied = '';
  // 提供 and 供图 close a credit of people and organisations alike.
  const supply = /(?:独家)?(?:提供图片|提供|供图片|供图|供稿|供照片)$/.exec(s.slice(from, to));
  // 图/受访者提供: the label before it says no more than 提供 does.
  if (supply) from += /^(?:图|图片|照片|供图) *[/|:] */.exec(s.slice(from, to - supply[0].length))?.[0].length ?? 0;
  if (supply && to - supply[0].length > from) {
    const name = s
      .slice(from, trimmed(s, from, to - supply[0].length))
      .replace(/[/|]$/, '')
      .trim();
    // 张三本人供图
    const self = /^(.{2,4})本人$/u.exec(name)?.[1];
    if (self && looksPersonal(self) && isPersonal(self)) {
      parts.kind ||= 'supplied';
      const role = text.slice(to - supply[0].length, to);
      parts.people.push({ name: self, text: text.slice(from, from + self.length), role, from, to: from + self.length });
      return true;
    }
    // 张三/摄 某县融媒体中心供图: two credits.
    const two = /^(.*(?:摄|摄影|拍摄)) +\S+$/.exec(name)?.[1];
    if (two) {
      return (
        readPeople(text, s, from, from + two.length, parts) &&
        readPeople(
          text,
          s,
          from + two.length + (s.slice(from + two.length).length - s.slice(from + two.length).trimStart().length),
          to,
          parts,
        )
      );
    }
    if (isSupplier(name)) {
      parts.kind ||= 'supplied';
      if (countChars(name) > 30 || /[。!?: ]/.test(name) || /[了着将正]/.test(name)) return false;
      if (!isUnnamed(name))
        parts.agency ??= { text: text.slice(from, from + name.length), from, to: from + name.length };
      return true;
    }
    supplied = supply[0];
    end = to - supply[0].length;
  }
  // 新华社图, 受访者照片
  const held = /^([^ ,。:/()]{2,12}?)(?:图|照片|图片)$/.exec(s.slice(from, to));
  if (held?.[1] && (isUnnamed(held[1]) || agencyNames.has(held[1]))) {
    parts.kind ||= 'supplied';
    if (!isUnnamed(held[1]))
      parts.agency ??= { text: text.slice(from, from + held[1].length), from, to: from + held[1].length };
    return true;
  }
  const items = scan(s, from, supplied ? end : to);
  const groups = readGroups(text, s, items);
  if (!groups) return false;
  const people = [...groups.people];
  // 水渠通水仪式现场 高远/摄: what is no organisation before the people is the caption.
  if (people.length > 0 && groups.organisations.some((org) => isCaption(s, org, people[0]?.from ?? 0))) return false;
  const signed =
    groups.roles.some((role) => pictureWork.test(s.slice(role.from, role.to))) ||
    supplied !== '' ||
    labelledAlready ||
    (groups.tail !== undefined && /[摄图影拍]/.test(groups.tail.text));
  if (!signed) return false;
  if (people.length === 0 && groups.organisations.length === 0) {
    const only = groups.roles[0];
    if (!(supplied && only?.kind === 'title')) return false;
  }
  // （无人机照片，3月1日摄） is a part of the caption: nobody is named.
  if (
    people.length === 0 &&
    groups.organisations.length > 0 &&
    !groups.organisations.some((org) => {
      const name = s.slice(org.from, org.to);
      return isOutlet(name) || isOrganisation(name);
    })
  )
    return false;
  // 图/张三摄: the verb says more than the label.
  const labelled = (person: Person) =>
    groups.roles.some(
      (role) =>
        role.kind === 'work' &&
        role.text === person.role &&
        !/^(?:[题题題头頭首主配上下左右封面]*[图圖]片?|照片)$/.test(role.text),
    );
  // iPhone 专业拍摄: how it was taken.
  if (
    people.some(({ name }) => /^(?:专业|业余|现场|实景|高清|手机|随手|独家|摄影|记录|日常|夜景|户外|人像)$/.test(name))
  )
    return false;
  const [only] = people;
  const [opening] = groups.roles;
  if (people.length === 1 && only && opening && groups.roles.length === 1 && isThing(s, opening, only)) return false;
  people.forEach((person, i) => {
    const closing =
      groups.closings.find((each) => i >= each.start && i < each.end)?.text ??
      (supplied ? text.slice(end, to).trim() : undefined);
    if (closing !== undefined && !labelled(person) && (supplied || /[摄攝图圖影拍绘繪画畫制製供作]/.test(closing)))
      people[i] = { ...person, role: closing };
  });
  const label = groups.roles[0];
  const closed = groups.closings[0];
  // 摄影：高远摄 says it twice; 图/高远摄 says first what and then who.
  if (
    label &&
    closed &&
    people[0] &&
    label.to <= people[0].from &&
    /[摄攝]/.test(label.text) &&
    /[摄攝]/.test(closed.text)
  )
    parts.problems.push({ code: 'doubled-formula', from, to });
  parts.kind ||= supplied ? 'supplied' : 'signed';
  parts.people.push(...people);
  parts.date ??= groups.date;
  parts.problems.push(
    ...groups.problems.filter((problem) => problem.code !== 'missing-role' && problem.code !== 'mixed-spacing'),
  );
  const organisation = groups.organisations[groups.organisations.length - 1];
  const named = groups.outlet ?? groups.organisations.find((org) => isOutlet(s.slice(org.from, org.to)));
  if (named)
    parts.outlet ??=
      isOutlet(s.slice(named.from, named.to)) || groups.roles.some((role) => role.from === named.to)
        ? named
        : undefined;
  parts.agency ??=
    named ??
    (organisation && !unnamedSources.has(s.slice(organisation.from, organisation.to)) ? organisation : undefined);
  return true;
}

/** 制图标准, 插画：春天来了: what touches a label, or follows its colon and is longer than a name, as likely is no name. */
function isThing(s: string, role: Piece, { from, to }: Piece): boolean {
  const word = s.slice(from, to);
  // 图案设计, 图纸设计: a thing, and how it came about.
  if (role.from === to && /^(?:设计|制作|剪辑|视频|数据|漫画|海报|编制)$/.test(role.text)) return !looksPersonal(word);
  if (role.to > from || !allHan(word) || looksPersonal(word) || isForeign(word)) return false;
  if (role.to === from) return !/^(?:摄|图|文|绘)$/.test(s.slice(role.from, role.to));
  const label = s.slice(role.from, role.to);
  const size = /^(?:摄影|图|摄|照片|供图|航拍)$/.test(label) ? 9 : /^(?:图片|拍摄)$/.test(label) ? 4 : 3;
  return /^ ?[:|] ?$/.test(s.slice(role.to, from)) && countChars(word) >= size && !/^[小老阿]/.test(word);
}

/** Who holds the rights: an agency, unless it is spoken of without a name. A mark of the picture's subject is dropped. */
export function holder(text: string, s: string, from: number, to: number, parts: CreditParts): boolean {
  while (from < to && /[ :/|@“”]/.test(s.charAt(from))) from++;
  for (const label of ['图片', '图', '来源', '来自', '据', ':', '/', '|', '@'])
    if (
      s.startsWith(label, from) &&
      from + label.length < to &&
      !isOutlet(s.slice(from, to)) &&
      !agencyNames.has(s.slice(from, to))
    )
      from += label.length;
  while (from < to && /[ :/|@]/.test(s.charAt(from))) from++;
  to = trimmed(s, from, to);
  if (s.charAt(from) === '《') {
    const close = s.indexOf('》', from);
    if (close > from && close < to) {
      from++;
      to = close;
    }
  }
  const name = s.slice(from, to).replace(/等$/, '');
  to = from + name.length;
  if (name === '') return true;
  if (/[。!?,]/.test(name) || name.length > 40) return false;
  if (!unnamedSources.has(name) && !/^(?:相关|有关|该|其|视频|网站|网页)/.test(name))
    parts.agency ??= { text: text.slice(from, to), from, to };
  return true;
}
