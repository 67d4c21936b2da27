import type { Piece } from '../byline.ts';
import { looksPersonal } from '../names/names.ts';
import { allHan } from '../names/outlets.ts';
import { rolesOf } from '../roles.ts';

/** What is left of an info line when all that names nobody is blank: as long as before, so that offsets stay. */
interface InfoLine {
  readonly rest: string;
  /** Whom the text is from: the value of 来源. */
  readonly outlet: Piece | undefined;
  readonly date: Piece | undefined;
}

/** Nothing of the kind is longer, in UTF-16 units. */
const LONGEST = 240;
/** Without one of these a line has no more than roles and names. */
const marked =
  /转自|转载|原载|摘自|选自|时间|日期|来源|稿源|出处|点击|浏览|阅读|访问|字号|字体|人气|\d{4}[-/.年]\d|佚名|未知|匿名|不详|admin|@/;
const day = String.raw`\d{4}(?:-\d{1,2}-\d{1,2}|/\d{1,2}/\d{1,2}|\.\d{1,2}\.\d{1,2}|年 ?\d{1,2}月 ?\d{1,2}日)`;
const clock = String.raw`(?: ?(?:星期|周)[一二三四五六日天])?(?: ?[上下]午)?(?:[ T]{0,4}\d{1,2}[:时]\d{1,2}(?:[:分]\d{1,2})?[分秒]?)?`;
const stamp = new RegExp(`(?<!\\d)(${day})${clock}`, 'g');
const stampHere = new RegExp(`^ {0,4}\\[?(${day})${clock}`);
const counted =
  /[[【(]?(?:浏览|阅读|点击|访问|查看|人气|评论|点赞)(?:次数|人数|数量|量|数|率)? ?:? ?\d[\d,.]*(?: ?万?人?次| ?人)?[\]】)]?/g;
const sized =
  /[[【(]?(?:字号|字体|文字)(?:大小)? ?[:|]? ?[[【(]? ?(?:(?:特大|放大|缩小|正常|默认|标准|[大中小]|A[+-]?)(?:号|字)?[ \]【】[()/|]{0,3}){1,5}/g;
/** How to write to somebody who is named. */
const mail = /(?:(?:投稿|联系)?邮箱|e-?mail)? ?:? ?[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,3}/gi;
const buttons =
  /(?<=^|[ |])(?:打印(?:本页)?|关闭(?:窗口)?|分享(?:到|至)?:?|收藏|复制链接|纠错|我要评论|评论:?)(?=[ |]|$)/g;

const dates =
  /^(?:(?:发布|发表|更新|发稿|编辑|创建|上传|录入|添加|发文|出版|刊发|稿件|投稿)?(?:时间|日期)|发布|发表|更新|发稿)$/;
const sources =
  /^(?:稿件|信息|文章|新闻|内容|本文|消息|图文)?(?:来源|出处|稿源|来源于|来自|转自|转载自|转载|原载|摘自|选自)$/;
const counts = /^(?:点击|浏览|阅读|访问|查看|人气|评论|点赞|收藏|热度)(?:次数|人数|数量|量|数|率)?$/;
const others =
  /^(?:(?:所属)?(?:栏目|频道|分类|类别)|标签|关键词|关键字|索引号|文号|编号|(?:供稿|来稿|发布|责任|投稿|报送)(?:单位|机构|部门)|信息分类|版次|版面)$/;
/** What only notices of meetings and sales have: their names are of hosts and speakers. */
const notice =
  /(?:地点|地址|主题|主办|承办|协办|票价|电话|手机|报名|联系人|邮编|邮箱|对象|费用|价格|会议|主讲人?|微信号?|QQ)(?:单位|方式)? ?:/;
/** Who is written where nobody is known. */
const nobody =
  /^(?:佚名|未知|不详|匿名|无名氏|暂无|无|网络|网络整理|本站|本站原创|本站整理|原创|转载|admin|Admin|管理员|系统管理员|小编|本网|官方|互联网|综合)$/;

interface Field {
  readonly kind: 'date' | 'source' | 'count' | 'other' | 'role';
  /** Where its label begins, and where what it says does. */
  readonly from: number;
  readonly value: number;
}

function kindOf(label: string): Field['kind'] | undefined {
  if (dates.test(label)) return 'date';
  if (sources.test(label)) return 'source';
  if (counts.test(label)) return 'count';
  if (others.test(label)) return 'other';
  return label.length <= 8 && allHan(label) && rolesOf(label).length > 0 ? 'role' : undefined;
}

/** The labels of a line, each the longest word before its colon that is one. */
function fieldsOf(s: string): readonly Field[] {
  const fields: Field[] = [];
  for (const { 0: found, 1: run = '', index } of s.matchAll(/(\p{Script=Han}{1,12}) ?[:|/]/gu)) {
    const bar = /[|/]$/.test(found);
    const earlier = fields.at(-1);
    for (let k = 0; k < run.length; k++) {
      const kind = kindOf(run.slice(k));
      if (kind === undefined || (bar && (kind === 'role' || kind === 'other'))) continue;
      // 来源:海州新闻编辑:高远: a label that touches a value is a word by itself.
      const glued = k > 0 || earlier?.value === index;
      if (!glued || kind !== 'role' || exact.test(run.slice(k)))
        fields.push({ kind, from: index + k, value: index + found.length });
      else continue;
      break;
    }
  }
  return fields;
}

const exact =
  /^(?:责任编辑|责编|编辑|作者|记者|通讯员|校对|审核|审校|主编|摄影|文字|图片|初审|复审|终审|一审|二审|三审|监制|值班编委|签发|编审)$/;

/**
 * Reads the line that a page has under its headline, `来源：海州日报 时间：2024-06-01 作者：高远 点击：86`, in any
 * order, with colons, bars or brackets, whatever stands between. `undefined` for a line that says nothing but who, and for
 * a notice. What is left is to be read as a byline. Linear in the length of `s`.
 *
 * @param text as written
 * @param s the same, folded
 */
export function readInfoLine(text: string, s: string): InfoLine | undefined {
  if (s.length > LONGEST || !marked.test(s)) return undefined;
  const written = s;
  s = s.replace(mail, (found) => ' '.repeat(found.length));
  if (notice.test(s)) return undefined;
  const fields = fieldsOf(s);
  const blanks: (readonly [number, number])[] = [];
  let outlet: Piece | undefined;
  let date: Piece | undefined;
  let said = s === written ? 0 : 1;
  const piece = (from: number, to: number): Piece => ({ text: text.slice(from, to), from, to });
  for (const [i, { kind, from, value }] of fields.entries()) {
    const end = fields[i + 1]?.from ?? s.length;
    const says = s.slice(value, end);
    const [token = ''] = /[^ |/;,，\]】)]+/.exec(says) ?? [];
    const at = token === '' ? end : s.indexOf(token, value);
    if (kind === 'role') {
      if (token === '' || nobody.test(token)) {
        blanks.push([from, token === '' ? end : at + token.length]);
        said++;
      }
      continue;
    }
    if (kind === 'source' && token !== '') {
      const more = /^[^ |;,，\]】)]+(?: ?[-—–] ?[^ |;,，\]】)]+)?/.exec(s.slice(at, end))?.[0] ?? token;
      outlet ??= nobody.test(more) ? undefined : piece(at, at + more.length);
      blanks.push([from, at + more.length]);
      // 转自：海州日报 says that it is no byline of the house's own.
      if (/^[转原摘选]/.test(s.charAt(from))) said++;
    } else if (kind === 'date') {
      const when = stampHere.exec(s.slice(value, Math.min(end + 12, s.length)));
      if (when === null && token !== '') {
        // 时间：周六: a notice. 发布：海州发布 says who.
        if (!/发|更/.test(s.charAt(from)) || /[时日]/.test(s.slice(from, value))) return undefined;
        if (!looksPersonal(token)) blanks.push([from, at + token.length]);
        continue;
      }
      if (when?.[1] !== undefined) {
        const start = s.indexOf(when[1], value);
        date ??= piece(start, start + when[1].length);
      }
      blanks.push([from, value + (when?.[0].length ?? 0)]);
      said++;
    } else {
      const number = kind === 'count' ? (/^ *\[?[ \d,.]*万?\+?(?:人?次|人)?\]?/.exec(says)?.[0].length ?? 0) : 0;
      blanks.push([from, kind === 'count' ? value + number : at + token.length]);
      said++;
    }
  }
  let rest = s;
  for (const [from, to] of blanks) rest = rest.slice(0, from) + ' '.repeat(to - from) + rest.slice(to);
  for (const pattern of [counted, sized, buttons]) {
    rest = rest.replace(pattern, (found) => {
      said++;
      return ' '.repeat(found.length);
    });
  }
  rest = rest.replace(stamp, (found, when: string, at: number) => {
    date ??= piece(at, at + when.length);
    if (outlet !== undefined) said++;
    return ' '.repeat(found.length);
  });
  if (said === 0) return undefined;
  return { rest: withoutFrames(rest), outlet, date };
}

/** What held the parts together is blank where no role is before it: bars, and brackets around one part each. */
function withoutFrames(s: string): string {
  return s
    .replace(/[[【(]([^[\]【】()]*)[\]】)]/g, (found, inner: string) =>
      inner.trim() === '' || inner.includes(':') ? ` ${inner} ` : found,
    )
    .replace(/(\p{Script=Han}{0,6})( *)([|/;]|(?<= )-(?= ))/gu, (found, word: string, gap: string) =>
      word !== '' && rolesOf(word).length > 0 ? found : `${word}${gap} `,
    );
}
