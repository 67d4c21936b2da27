import type { Piece } from '../byline/byline.ts';
import { isMark } from '../byline/groups/scan.ts';
import { dateEnd } from '../byline/head/date.ts';
import { untraceable } from '../byline/lexicon/words.ts';
import { isForeign } from '../byline/names/names.ts';
import { isOrganisation, isOutlet } from '../byline/names/outlets.ts';
import { agencyNames, blankCredit, type CreditParts, trimmed } from './credit-parts.ts';
import { holder, isPersonal, readAgencyPair, readPeople } from './credit-people.ts';

const untraceableSources = new Set(untraceable);

const archiveOpening =
  /^(?:资料(?:图片|照片|配图|图照|图|照|片)|档案(?:图片|照片|图)|历史(?:图片|照片)|(?:本报|本刊)资料(?:图片|照片|图)?)/;
const archiveEnding = /[ ·/]?(?:资料(?:图片|照片|图|片)?|档案(?:图片|照片|图)?)$/;
const sourceLabel =
  /^(?:(?:(?:图片|照片|图) *[/|:]? *)?(?:翻摄|翻拍|撷取|擷取)自|(?:本文|题|头|封面|文中|以上|首)?(?:图片|图文|文图|照片|视频|资料|数据|素材|封面|截图|图|影像|画面|背景|配图)(?:\/视频|和视频|及视频)? *(?:均|都|皆)? *(?:来源于?|源自|来自于?|源|据|取自|引自|转自|选自|截自|截图自|出自|自|版权|提供|由来)|来源(?!于)|来自|源自|资料来源|供图(?!单位|方|机构|人|、)|(?:供图|提供)(?:单位|方|机构|人)(?= *[:/|])|图片提供|版权(?:所有|归)?|©)(?: *[:/|] *| +|(?=[“《@\p{Script=Han}A-Za-z]))/u;
const blanket =
  /^(?:(?:本版|本文|本组|文中|文内|以上|以下|本报|版面|上图|下图|左图|右图|题图|本期|全文|组图|两图|三图)的?(?:所有|全部|未署名|配图|其他)?(?:图片|照片|图|配图|题图|插图|摄影)?|(?:所有|全部)?(?:图片|照片|剧照|配图|图文|文图|视频))(?:除[^,。外]{0,16}外?,?)? *(?:均|都|皆|全部)? *(?:由|为|据|来自于?|来源于?|来源|系|取自|选自|出自|均)+ */;
const screenshot =
  /^(.*?)(?:的?(?:官方|官网|网站|网页|视频|报道|直播|新闻|节目|微博|微信|公众号|客户端|社交媒体|电视|画面|监控|电子报|海报|推特|脸书|账号|APP))*(?:截图|截屏|截取|屏幕截图)$/;
/** What makes pictures by itself, as a whole word: EXPLAIN and crosshair hold no AI. */
const aiMaker =
  '(?:生成式人工智能|人工智能|大模型|豆包|文心一言|文心一格|通义千问|通义万相|通义|即梦|可灵|混元|(?<![A-Za-z])(?:AIGC|AI|Midjourney|ChatGPT|DALL[-·]?E ?\\d?|Stable Diffusion|Sora)(?![A-Za-z]))';
const aiVerb = /(?:生成|合成|制图|绘制|绘图|绘画|制作|创作|配图|作图|辅助|绘|图)/;
const picture =
  '(?:图片|图像|示意图|效果图|插图|插画|配图|题图|头图|图|照片|海报|封面|画面|视频|漫画|素材|内容|制图|画)';
/** 图片由AI生成, AI制图, 图：AI: the whole of a clause says that a machine made the picture. */
const aiMade = new RegExp(
  `^(?:(?:本文|本|部分|来源|来自)?${picture}?(?:均|都|皆)?(?:来源)?[ :/|]*(?:由|为|系|来自|来源于?|用|经|是)? *)?` +
    `${aiMaker}(?:[ /、和与及]*${aiMaker}){0,3} *` +
    `(?:(?:工具|技术|软件|平台|模型)?(?:辅助|自动|协助)?(?:生成|合成|制图|绘制|绘图|绘画|制作|创作|配图|作图|绘)(?:的?${picture})?|的?${picture})?` +
    '(?:[,; ]*(?:仅供参考|非真实图片|非实景|仅供示意|仅为示意|与实际无关))?$',
  'i',
);

/**
 * Reads `s[from, to)` as one credit and nothing else. Adds what it finds to `parts`; false when it is no credit.
 * Every rule looks at the clause once, and clauses nest no deeper than `depth`.
 */
export function readClause(text: string, s: string, from: number, to: number, parts: CreditParts, depth = 6): boolean {
  while (from < to && (' 、,;。./-—·'.includes(s.charAt(from)) || isMark(s.charAt(from)))) from++;
  while (to > from && ' 、,;。.'.includes(s.charAt(to - 1))) to--;
  if (to === from) return true;
  if (depth === 0 || to - from > 200) return false;
  const clause = s.slice(from, to);
  const piece = (a: number, b: number): Piece => ({ text: text.slice(a, b), from: a, to: b });

  // 网络图片, 图/网络: nobody can be asked.
  if (networkPicture.test(clause)) {
    parts.kind ??= clause.startsWith('来源') ? 'source-line' : 'source';
    const at = from + Math.max(0, clause.search(/网|互/));
    parts.problems.push({ code: 'untraceable', from: at, to });
    return true;
  }
  // 高远摄摄: the work is written twice.
  const doubled = /^.{2,}?(摄影|拍摄|供图|提供|摄|图|绘)[ /]*(?=\1$)/.exec(clause);
  const work = doubled?.[1];
  if (doubled && work && !/^.$/.test(lastWord(clause.slice(0, doubled[0].trimEnd().length - work.length)))) {
    const cut = from + doubled[0].trimEnd().length;
    if (!readClause(text, s, from, cut, parts, depth - 1)) return false;
    parts.problems.push({ code: 'doubled-role', from: cut, to });
    return true;
  }
  // AI制图：张三, where somebody answers for it
  const made = /^([^:。A-Za-z]{0,6}(?:AIGC|AI)(?![A-Za-z])[^:。]{0,6}): *(?=\S)/i.exec(clause);
  if (made?.[1] && aiVerb.test(made[1]) && isPersonal(clause.slice(made[0].length))) {
    const at = from + made[0].length;
    parts.ai = true;
    parts.kind ||= 'ai';
    parts.people.push({
      ...piece(at, to),
      name: clause.slice(made[0].length),
      role: text.slice(from, from + made[1].length),
    });
    return true;
  }
  if (clause.length <= 40 && aiVerb.test(clause) && aiMade.test(clause)) {
    parts.ai = true;
    parts.kind ||= 'ai';
    return true;
  }
  const by = /^(?:均|都|皆)?(?:由|为|系)(?=.{2,24}(?:提供|供图|摄|拍摄|摄影)$)/.exec(clause);
  if (by) return readClause(text, s, from + by[0].length, to, parts, depth - 1);
  if (/^图由.{2,24}(?:提供|供图|摄|拍摄|摄影)$/.test(clause))
    return readClause(text, s, from + 1, to, parts, depth - 1);

  // 李海摄，无人机照片
  const kind = /^([^,]{2,30}摄) ?, ?(?:无人机|航拍|资料|拼版|合成|全景|手机)(?:照片|图片|拍摄)?$/.exec(clause);
  if (kind?.[1]) return readClause(text, s, from, from + kind[1].length, parts, depth - 1);

  // A bracket at the end: the credit may be in it, before it, or both.
  const closed = trailingBracket(s, from, to);
  if (closed >= 0) {
    const inner = s.slice(closed + 1, to - 1);
    const outer = s.slice(from, closed).trim();
    const wide = (at: number) => text.charCodeAt(at) > 0x7f;
    if (wide(closed) !== wide(to - 1)) parts.problems.push({ code: 'mixed-brackets', from: to - 1, to });
    if (outer === '') return readClause(text, s, closed + 1, to - 1, parts, depth - 1);
    if (
      /^(?:部分|局部|左|右|上|下|中|[左右上下]图|组图|拼版照片|无人机照片|资料|视频截图|截图|手机拍摄|全景|合成图)$/.test(
        inner,
      )
    ) {
      if (inner === '资料') parts.archive = true;
      return readClause(text, s, from, closed, parts, depth - 1);
    }
    // 制图/李海（部分素材来自某图库）
    if (/^(?:部分|素材|资料|数据|底图|图中|背景)[^()]{0,12}(?:来自|来源|据|源自|取自)/.test(inner))
      return readClause(text, s, from, closed, parts, depth - 1);
    // 摄影：李海（渡口日报）: where they are from.
    if (isOutlet(inner) && /^(?:摄影|摄|拍摄|航拍|图|图片|照片|图文|文图) *[:/|]/.test(outer)) {
      parts.outlet ??= piece(closed + 1, to - 1);
      return readClause(text, s, from, closed, parts, depth - 1);
    }
    if (!readClause(text, s, closed + 1, to - 1, parts, depth - 1)) return false;
    const issuer = /^([^ ,。:()]*?) ?发$/.exec(outer)?.[1];
    const named = trimmed(s, from, closed);
    if (issuer && isIssuer(issuer)) {
      parts.kind = 'issued';
      parts.outlet = parts.agency = piece(from, from + issuer.length);
      return true;
    }
    if (isOutlet(outer) || agencyNames.has(outer)) {
      parts.outlet = piece(from, named);
      parts.agency ??= parts.outlet;
      return true;
    }
    const inside = { ...parts, people: [...parts.people] };
    parts.people = [];
    if (!readClause(text, s, from, closed, parts, depth - 1)) return false;
    parts.people.push(...inside.people);
    return true;
  }

  // 新华社发 张三 摄; 沙坪区公安分局供图 华江网发
  const issue = /^([^ ,。:()]{2,16}?) ?[发稿](?: +|$)/.exec(clause);
  if (issue?.[1] && isIssuer(issue[1])) {
    parts.kind = 'issued';
    parts.outlet = parts.agency = piece(from, from + issue[1].length);
    return readClause(text, s, from + issue[0].length, to, parts, depth - 1);
  }
  const issued = /(?: +|(?<=[摄图片,]))([^ ,。:()]{2,16}?) ?发$/.exec(clause.slice(-24));
  if (issued?.[1] && isIssuer(issued[1])) {
    const at = to - issued[0].length;
    if (!readClause(text, s, from, at, parts, depth - 1)) return false;
    const name = s.indexOf(issued[1], at);
    parts.kind = 'issued';
    parts.outlet = parts.agency = piece(name, name + issued[1].length);
    return true;
  }

  // 李海2019年6月摄于渡口: when, between who and what they did.
  const dated =
    /^([\p{Script=Han}·]{2,12}?) ?((?:\d{2,4}年)(?:\d{1,2}月)?(?:\d{1,2}日)?) ?(摄(?:于[^。,:]{2,24})?)$/u.exec(clause);
  if (dated?.[1] && dated[2] && isPersonal(dated[1])) {
    const when = s.indexOf(dated[2], from + dated[1].length);
    parts.kind ||= 'signed';
    parts.date ??= piece(when, when + dated[2].length);
    parts.people.push({
      ...piece(from, from + dated[1].length),
      name: dated[1],
      role: text
        .slice(when + dated[2].length, to)
        .trimStart()
        .charAt(0),
    });
    return true;
  }

  // 李海摄于渡口: where it was taken says nothing of whose it is.
  const taken = /^([^。:]{2,30}摄)于[^。,:]{2,24}$/.exec(clause);
  if (taken?.[1])
    return (
      !/(?:照片|图片|照|图|作品|影像|画面|,)摄$/.test(taken[1]) &&
      readClause(text, s, from, from + taken[1].length, parts, depth - 1)
    );

  // 中新社资料图 李海 摄: the archive is named first.
  const keeper = /^([^ ,。:/()]{2,12}?)(?:资料|档案)(?:图片|照片|图)[ ,]/.exec(clause);
  if (keeper?.[1] && isOutlet(keeper[1])) {
    parts.archive = true;
    parts.outlet ??= piece(from, from + keeper[1].length);
    parts.agency ??= parts.outlet;
    return readClause(text, s, from + keeper[0].length, to, parts, depth - 1);
  }
  const archive = archiveOpening.exec(clause);
  if (archive && !/^资料来源/.test(clause)) {
    const rest = from + archive[0].length;
    if (rest === to || ' 。:,/|('.includes(s.charAt(rest)) || /^(?:由|来自|来源)/.test(s.slice(rest, rest + 2))) {
      parts.archive = true;
      parts.kind ||= 'archive';
      // 资料图，2019年7月3日摄
      const when = skipMarks(s, rest, to);
      const dated = dateEnd(s, when, to);
      if (dated > 0 && /^(?:拍摄|摄)$/.test(s.slice(dated, to))) {
        parts.date = piece(when, dated);
        return true;
      }
      return readClause(text, s, s.charAt(rest) === ':' ? rest + 1 : rest, to, parts, depth - 1);
    }
  }
  const held = archiveEnding.exec(clause);
  if (held && held.index >= 2 && !blanket.test(clause)) {
    const name = clause.slice(0, held.index).trim();
    if (!/[ 。]/.test(name) && (isOutlet(name) || isOrganisation(name) || /^[A-Za-z]+$/.test(name))) {
      parts.archive = true;
      parts.kind = 'archive';
      parts.agency ??= piece(from, from + name.length);
      return true;
    }
    // 李海摄 资料图
    if (/[ ,/]/.test(clause.charAt(held.index))) {
      parts.archive = true;
      return readClause(text, s, from, from + held.index, parts, depth - 1);
    }
  }

  const source = sourceLabel.exec(clause);
  if (source && source[0].length < clause.length) {
    parts.kind ||= /^(?:来源|资料|数据|来自|源自|素材|视频)/.test(source[0]) ? 'source-line' : 'source';
    let end = to;
    // A second label after a space: 图片来源：法新社 汉化：…
    const second = /[ ;,、]+(?=[\p{Script=Han}]{2,6}:)/u.exec(clause.slice(source[0].length));
    if (second) end = from + source[0].length + second.index;
    const at = from + source[0].length;
    const more = second ? end + second[0].length : to;
    if (more < to && pictureLabel.test(s.slice(more, to))) {
      const rest = blankCredit();
      if (readClause(text, s, more, to, rest, depth - 1) && rest.kind !== undefined) {
        parts.people.push(...rest.people);
        parts.agency ??= rest.agency;
        parts.problems.push(...rest.problems);
      }
    }
    return readSource(
      text,
      s,
      at,
      end,
      s.slice(at, end),
      parts,
      depth,
      text.slice(
        from,
        from +
          source[0]
            .trimEnd()
            .replace(/[:/|]$/, '')
            .trimEnd().length,
      ),
    );
  }
  const all = blanket.exec(clause);
  // 题图为新渠，高远摄: what is before the comma is the picture’s.
  if (
    all &&
    all[0].length < clause.length &&
    !(/为 *$/.test(all[0]) && clause.includes(',')) &&
    /(?:图|照|摄)/.test(all[0])
  ) {
    parts.kind ||= 'blanket';
    const rest = from + all[0].length;
    const name = clause.slice(all[0].length);
    // 本版图片均为资料图片, 本版照片均为本报资料图片
    if (archiveOpening.test(name) || archiveEnding.test(name)) return readClause(text, s, rest, to, parts, depth - 1);
    if (isOutlet(name)) parts.outlet ??= piece(rest, to);
    return readSource(text, s, rest, to, name, parts, depth);
  }
  const shot = screenshot.exec(clause);
  if (shot) {
    parts.kind ||= 'screenshot';
    const base = clause.replace(/(?:截图|截屏)$/, '');
    if (isOutlet(base) && !/(?:视频|网站|报道|微博|微信|客户端|公众号|频道|官网)$/.test(base))
      return holder(text, s, from, from + base.length, parts);
    const label = /^(?:(?:图|图片|视频|图源|截图) *[/|:] *|图为|图自)/.exec(clause)?.[0].length ?? 0;
    return holder(text, s, from + label, from + (shot[1] ?? '').length, parts);
  }
  // 李海/摄 某县委宣传部/供图: two credits.
  const two = /^[^ /]{2,12}\/(?:摄|摄影|图|供图|制图|绘)(?= +[^ /]+\/(?:摄|摄影|图|供图|制图|绘|提供)$)/.exec(clause);
  if (two) {
    const seam = from + two[0].length;
    return readPeople(text, s, from, seam, parts) && readClause(text, s, seam, to, parts, depth - 1);
  }
  return readAgencyPair(text, s, from, to, parts) || readPeople(text, s, from, to, parts);
}

/** What opens a second credit behind the first: 制图：, 图片来源：. */
const pictureLabel =
  /^(?:制图|制表|绘图|漫画|插画|插图|摄影|拍摄|图片?|照片|供图|数据|设计|视频|航拍|可视化|图片来源|来源|图源|数据来源|资料来源|封面图?|题图|头图)[:/|]/;
const networkPicture =
  /^(?:(?:图片?|照片|配图|图源|来源)[ :/|]+)?(?:来自|源自|源于|选自|取自)?(?:网络|互联网|网上|网路)(?:图片|图|照片|截图|配图|资料图|素材)?(?:[,，]? ?(?:侵删|侵权必删|如有侵权请联系删除))?$/;

/** The last word of a stretch: 通讯员 李 → 李. */
function lastWord(stretch: string): string {
  return /[^ 、,/:|]*$/.exec(stretch.trimEnd())?.[0] ?? '';
}

function skipMarks(s: string, from: number, to: number): number {
  while (from < to && ' ,:'.includes(s.charAt(from))) from++;
  return from;
}

/** The opening of a bracket that closes at the very end of the clause, or -1. */
export function trailingBracket(s: string, from: number, to: number): number {
  const closer = s.charAt(to - 1);
  const opener = closer === ')' ? '(' : closer === '】' ? '【' : closer === ']' ? '[' : '';
  if (opener === '') return -1;
  let depth = 0;
  for (let i = to - 1; i >= from; i--) {
    const char = s.charAt(i);
    if (char === closer) depth++;
    else if (char === opener && --depth === 0) return i;
  }
  return -1;
}

function isIssuer(name: string): boolean {
  return isOutlet(name) || agencyNames.has(name) || /^(?:本报|本刊|本网)/.test(name);
}

function isForeignName(name: string): boolean {
  return /^\p{Script=Han}{3,6}$/u.test(name) && isForeign(name) && !isOutlet(name) && !isOrganisation(name);
}

/** What follows 图片来源：. */
function readSource(
  text: string,
  s: string,
  from: number,
  to: number,
  name: string,
  parts: CreditParts,
  depth: number,
  label?: string,
): boolean {
  const bare = name.trim();
  if (untraceableSources.has(bare.replace(/[。,.]$/, '').replace(/(?:等|侵删)$/, ''))) {
    parts.problems.push({ code: 'untraceable', from, to });
    return true;
  }
  if (/(?:网络|互联网|侵删|侵权)/.test(bare) && bare.length <= 24 && !/(?:公司|电视|新闻|网络台)/.test(bare)) {
    parts.problems.push({ code: 'untraceable', from, to });
    return true;
  }
  const shot = screenshot.exec(bare);
  if (shot) {
    const at = s.indexOf(bare, from);
    let end = at + (shot[1] ?? '').length;
    for (let k = at; k < end; k++) {
      const dated = dateEnd(s, k, end);
      if (dated > 0) {
        parts.date = { text: text.slice(k, dated), from: k, to: dated };
        end = k;
        break;
      }
    }
    end -= /(?:电子报|电子版|官网|网站|客户端|视频)$/.exec(s.slice(at, end))?.[0].length ?? 0;
    return holder(text, s, at, end, parts);
  }
  if (/(?:提供|供图|供稿|摄|摄影|图)$/.test(bare) && !isOutlet(bare) && !isOrganisation(bare)) {
    const before = parts.people.length;
    if (label && /(?:供图|提供|摄)$/.test(bare)) parts.problems.push({ code: 'doubled-formula', from, to });
    if (readClause(text, s, from, to, parts, depth - 1)) return parts.people.length >= before;
  }
  if (
    (isPersonal(bare) || (/[供提]/.test(label ?? '') && isForeignName(bare))) &&
    label !== undefined &&
    !/^(?:据|资料)/.test(label)
  ) {
    const at = s.indexOf(bare, from);
    parts.people.push({
      name: bare,
      text: text.slice(at, at + bare.length),
      role: label,
      from: at,
      to: at + bare.length,
    });
    return true;
  }
  if (/记者|通讯员|作者|摄影师/.test(bare)) return readPeople(text, s, from, to, parts, label !== undefined);
  return holder(text, s, from, to, parts);
}
