import type { Person } from './byline.ts';
import type { Groups, Role } from './groups/group-state.ts';
import { fold } from './lexicon/fold.ts';
import { givenCharacters, happenings, penNameEndings, surnames } from './lexicon/words.ts';
import { isForeign, looksPersonal } from './names/names.ts';
import { allHan, countChars, isOutlet, isPlace } from './names/outlets.ts';
import { type RoleKind, rolesOf } from './roles.ts';

/** Roles whose word is followed by a name wherever it opens a line; 编辑, 设计 and 翻译 begin headings as often. */
const firm: ReadonlySet<RoleKind> = new Set(['reporter', 'correspondent', 'mentor']);

function isFirm({ text, kind }: Pick<Role, 'text' | 'kind'>): boolean {
  const [first] = rolesOf(text);
  return (
    kind === 'title' && first !== undefined && (firm.has(first.kind) || /^(?:作者|执笔人|撰稿人)$/.test(fold(text)))
  );
}

/** Whether a word that touches a role (编辑王晓燕) is a name beyond doubt: three characters, a surname and a given name. */
function isCertainName(name: string): boolean {
  if (!looksPersonal(name)) return false;
  if (!allHan(name)) return true;
  return countChars(name) === 3 && [...name].slice(1).some((char) => givenCharacters.includes(char));
}

/** 一审宣判, 二审改判: what a court did at an instance, and nobody who read the proofs. */
function isInstance(s: string, { text, to }: Role): boolean {
  return (
    /^(?:[一二三终初再]审|复审)$/.test(fold(text)) &&
    /^(?:宣[判告]|维持|改判|判[决处令]|驳回|撤销|裁定|认定|开庭|获刑|[胜败]诉|审[结理]|生效|结案|庭审|公开|当庭|法院)/.test(
      s.slice(to, to + 2),
    )
  );
}

/**
 * Whether a line that can be read as roles and people is as likely a heading or a sentence: 投稿渠道, 设计方法, 关于作者,
 * 海州军事报道, `高远，某中心主任`. Where in doubt it is no byline.
 */
export function isDoubtful(s: string, groups: Groups, from: number, to: number): boolean {
  const { people, roles, problems, outlet, tail } = groups;
  const line = s.slice(from, to).trimEnd();
  if (roles.some((role) => isInstance(s, role))) return true;
  // 本文由陆晓晴翻译
  if (/^(?:本|以上|该|此)[^ ]{1,10}?由/.test(line)) return false;
  // 投稿渠道：, 陆晓晴：: what it introduces is not there.
  if (/[:,;]$/.test(line) && !/(?:报道|报导)[:,]$/.test(line)) return true;
  // 陆晓晴写于海州: where or when it was written, under the text.
  if (/^[\p{Script=Han}·]{2,4}? ?(?:写|作|记|识|草|撰|改定|定稿|完稿)于/u.test(line)) return true;
  const nameless = problems.find(({ code }) => code === 'missing-name');
  if (nameless && !roles.some((role) => role.to === nameless.to && isFirm(role))) return true;
  // `陆晓晴，海州日报记者`: what somebody is, behind the name.
  const described = nameless && people.every(({ to }) => to <= nameless.from) && people.at(-1);
  if (described) {
    const between = s.slice(described.to, nameless.to).replace(/^[ ,]+/, '');
    if (between.length > 0 && isOutlet(between.replace(/(?:特约|首席|高级|资深)?(?:记者|编辑|主编)$/, ''))) return true;
  }
  const turned = problems.find(({ code }) => code === 'role-after-name');
  if (turned && isTurnedDoubtful(s, groups, turned)) return true;
  const [only] = people;
  if (people.length === 1 && only && isHappening(s, groups, only)) return true;
  // 记者深入一线采访, 作者签名售书: what touches the role is four characters that no name begins. 作者注: or one.
  if (people.length === 1 && only && roles.some(({ to: end }) => end === only.from) && allHan(nameOf(s, only))) {
    const name = nameOf(s, only);
    const size = countChars(name);
    if (size === 1 || (size === 4 && !looksPersonal(name) && !isForeign(name) && !surnames.includes(name.charAt(0))))
      return !penNameEndings.includes(name.charAt(name.length - 1));
  }
  if (outlet) return false;
  // 通讯员热线, 作者权益: what touches any role but a reporter's begins as a name does, or is none.
  const [role] = roles;
  if (people.length === 1 && only && roles.length === 1 && role && role.to === only.from && !tail) {
    const name = nameOf(s, only);
    const kin = /(?:记者|通讯员|作者|信息员|宣传员|联络员|供稿人|投稿人)$/.exec(fold(role.text))?.[0];
    const bracketed = '(【['.includes(s.charAt(from - 1) || ' ');
    const ours = kin === undefined || bracketed || (kin === '记者' && countChars(name) > 2);
    const telling = looksPersonal(name) || isForeign(name) || penNameEndings.includes(name.charAt(name.length - 1));
    if (!ours && allHan(name) && !telling) return true;
  }
  // 通讯员制度由来已久: a sentence.
  if (people.length === 1 && only && roles[0]?.to === only.from && isSentence(nameOf(s, only))) return true;
  const opening = roles.filter((role) => people.some((person) => role.to <= person.from));
  // 军事报道, 视频公布: one word that touches a work, before it or after it.
  if (people.length === 1 && only && roles.length <= 1 && !(roles[0] && isFirm(roles[0]))) {
    const role = roles[0] ?? (tail && { ...tail, kind: 'work' as const });
    if (!role) return false;
    const name = nameOf(s, only);
    // 作者注
    if (countChars(name) === 1) return true;
    // （编辑陆晓）: brackets say that it is no heading.
    const bracketed = '(【['.includes(s.charAt(from - 1) || ' ') && looksPersonal(name);
    if (role.to === only.from) return !(tail && tail.from > only.to) && !bracketed && !isCertainName(name);
    if (role.from === only.to) return role === roles[0] ? !isCertainName(name) : isPlace(name) || !looksPersonal(name);
    // 校对：无误, 音乐：白鹭飞, 整理：房间: what follows the colon is no name beyond doubt, and nobody else is named.
    if (
      only.from > role.to &&
      /^ ?: ?$/.test(s.slice(role.to, only.from)) &&
      role === roles[0] &&
      isMadeKind(role.text)
    ) {
      const likely = (looksPersonal(name) && !/[版篇集]$/.test(name)) || isForeign(name) || /^[小老阿]./u.test(name);
      if (allHan(name) && !likely) return true;
    }
    // 设计：方案一, 插画：春天来了: as likely what was made as who made it, where the role is one of making.
    if (role === roles[0] && role.kind === 'work' && only.from > role.to && isThingMade(role.text, name)) return true;
    // 编辑 拓扑配置, 海州 综合报道: four characters that no name begins, or a place.
    const gap = s.slice(Math.min(role.to, only.to), Math.max(role.from, only.from));
    if (gap.trim() === '' && opening.length > 0 && allHan(name) && countChars(name) >= 4 && !looksPersonal(name))
      return true;
    return gap.trim() === '' && isPlace(name);
  }
  return false;
}

const madeKinds: ReadonlySet<RoleKind> = new Set<RoleKind>([
  'artist',
  'designer',
  'video',
  'anchor',
  'translator',
  'proofreader',
  'reviewer',
  'commissioner',
  'producer',
  'teller',
]);

/** Whether a label is as often of what was made or found (音乐：, 终审：, 整理：) as of who did it. */
function isMadeKind(role: string): boolean {
  const plain = fold(role);
  if (/^(?:整理|记录|编写|编制|文字|图片|视频)$/.test(plain)) return true;
  // 译者, 校对员 are people.
  if (/[者员人师]$/.test(plain)) return false;
  const [first] = rolesOf(role);
  return first !== undefined && madeKinds.has(first.kind);
}

const writingOrTaking = /^(?:文|图|撰文|图文|文图|文\/图|摄影|摄|供稿|来源|执笔|采写|译|翻译|编译)$/;

function isThingMade(role: string, name: string): boolean {
  if (!allHan(name) || looksPersonal(name) || isForeign(name) || writingOrTaking.test(fold(role))) return false;
  return countChars(name) >= 4 || /[一二三四五六七八九十]$/.test(name);
}

/**
 * 综合新闻部成立, 通讯员队伍成立: what happens to a body is no person of it, though its word begins as a name does. Right
 * after a role (记者 成立, 通讯员成立) it is one.
 */
function isHappening(s: string, { roles, organisations, outlet }: Groups, only: Person): boolean {
  const name = nameOf(s, only);
  const told = happenings.find((word) => name.endsWith(word) || name.endsWith(`${word}了`));
  if (told === undefined) return false;
  const whole = name === told || name === `${told}了`;
  if (!whole && countChars(name) - told.length > 1) return true;
  const role = roles.find(({ to }) => s.slice(to, only.from).trim().replace(/[:/|]/, '') === '');
  if (whole) return role === undefined;
  // 伍成立 is somebody, unless it is what a longer word ends with.
  return (
    /(?:成立|建成|启动|上线|开班|揭牌)$/.test(name) &&
    role === undefined &&
    [...organisations, ...(outlet ? [outlet] : [])].some(({ to }) => to === only.from)
  );
}

/** Whether a word is a name by what it is made of: a surname, another language’s characters, a dot, Latin letters. */
export function isTelling(word: string): boolean {
  const name = word.replace(/ /g, '');
  return !allHan(name) || looksPersonal(name) || isForeign(name) || countChars(name) < 3;
}

function isSentence(name: string): boolean {
  return (
    allHan(name) && countChars(name) > 4 && !isForeign(name) && !penNameEndings.includes(name.charAt(name.length - 1))
  );
}

function isTurnedDoubtful(s: string, { people, roles, outlet }: Groups, turned: { readonly to: number }): boolean {
  const role = roles.find((each) => each.to === turned.to);
  const before = people.filter((person) => role && person.to <= role.from).at(-1);
  if (!role || !before) return true;
  if (outlet) return !isFirm(role);
  return !isFirm(role) || role.from === before.to || !looksPersonal(nameOf(s, before));
}

function nameOf(s: string, { from, to }: Person): string {
  return s.slice(from, to).replace(/ /g, '');
}
