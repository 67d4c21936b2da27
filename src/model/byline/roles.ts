/**
 * The words by which newsrooms say who did what, in one place: the readers of bylines and credits know a role by
 * them, and whoever asks what a role is (author or contributor, of the staff or not) asks here.
 *
 * Chinese words are in simplified characters; `lexicon/fold.ts` brings traditional ones to them.
 */

import { fold } from './lexicon/fold.ts';

/** What somebody does for an article. */
export type RoleKind =
  | 'reporter'
  | 'correspondent'
  | 'author'
  | 'photographer'
  | 'artist'
  | 'designer'
  | 'video'
  | 'anchor'
  | 'translator'
  | 'editor'
  | 'proofreader'
  | 'reviewer'
  | 'commissioner'
  | 'producer'
  | 'mentor'
  | 'teller'
  | 'source';

interface RoleWords {
  readonly kind: RoleKind;
  /** What they are besides: 摄影记者 is a reporter who takes pictures. */
  readonly also?: RoleKind;
  /** They come from outside the newsroom: no staff list need know them. */
  readonly outside?: true;
  /** Words for a person's standing (记者): a name follows one. */
  readonly titles?: string;
  /** Words for work that was done (采写): they stand before a name, or close a byline after it. */
  readonly works?: string;
  /** Words that say what somebody did only where a mark follows them (灯光：高远): elsewhere they are any words. */
  readonly labels?: string;
  /** English words, in lower case and the singular. */
  readonly english?: string;
}

const table: readonly RoleWords[] = [
  {
    kind: 'reporter',
    titles: '记者 评论员 观察员 特派员 主笔 执行主笔 见习记者 小记者 采访人 对话人 对谈人 提问人 访谈人',
    works: '采写 采访 采编 采制 采访整理 对话 对谈',
    english: 'reporter|correspondent|staff writer|writer|columnist|bureau chief|critic|reporting|reported',
  },
  {
    kind: 'reporter',
    outside: true,
    titles: '实习生 见习生 实习记者 特约记者 特约评论员 特约观察员 校园记者 学生记者',
    english: 'intern|trainee|stringer|freelancer|freelance',
  },
  {
    kind: 'correspondent',
    outside: true,
    titles: '通讯员 特约通讯员 报道员 信息员 宣传员 联络员 特约员 供稿人 投稿人 通讯员组 网评员 志愿报道员',
    works: '供稿 投稿 来稿',
    english: 'contributor|contributing writer|contributed',
  },
  {
    kind: 'author',
    outside: true,
    titles: '作者 撰稿人 执笔人 撰述 撰述委员 撰写人 观察者 专栏作家 特约撰稿 特约撰稿人 特约撰述 特约作者 专栏作者',
    english: 'author|guest columnist|contributing columnist',
  },
  {
    kind: 'author',
    titles: '整理人 记录人',
    labels: '课题组成员 课题成员 作词 作曲 词曲 访谈',
    works: '文 拟稿 撰文 执笔 文案 文字 文稿 记录 整理 报道 撰写 编写 编制 脚本 主创 配文 撰稿',
    english: 'word|text|story|written|writing|by',
  },
  {
    kind: 'photographer',
    titles: '摄影师 摄像师 航拍师 摄影者 拍摄者',
    works:
      '图 片 摄 影 拍摄 摄影 摄像 摄制 航拍 图片 照片 翻摄 翻拍 配图 供图 题图 头图 首图 主图 封图 封面图 资料图 截图 素材 特技',
    english:
      'photograph|photographer|photo|photography|picture|image|camera|cameraman|camerawoman|picture credit|photo credit',
  },
  { kind: 'photographer', also: 'reporter', titles: '摄影记者 摄像记者 图片记者', english: 'photojournalist' },
  { kind: 'photographer', also: 'correspondent', titles: '摄影通讯员' },
  {
    kind: 'artist',
    titles: '画师 插画师 漫画师',
    works: '漫画 绘图 插画 插图 绘画 手绘 绘 画 速写 篆刻 书法 油画 题字 版画',
    english: 'illustration|illustrator|cartoon|cartoonist|artist|drawing',
  },
  {
    kind: 'designer',
    titles: '设计师 美编 美术编辑 版式编辑 视觉编辑',
    works:
      '设计 海报制作 图表制作 制图 制表 数据分析 数据可视化 海报 海报设计 排版 编排 版式 美术 图表 数据 视觉 创意 可视化 视觉设计 版式设计 信息图',
    english: 'graphic|design|designer|designed|chart|map|layout',
  },
  {
    kind: 'video',
    titles: '编导 导演',
    labels: '录像 拍客 灯光 收音 录制 导播 动效 混剪 建模 交互 前端 开发 程序 音视频 制片',
    works: '视频 视频制作 剪辑 后期 字幕 动画 音频 调色 音乐 特效 包装 配乐 录音 混音',
    english: 'video|film|filmed|animation|animator|sound',
  },
  {
    kind: 'anchor',
    titles: '主播 主持人 主持 播音员 朗读者 主讲人 解说员',
    labels: '领读 领诵 讲解 讲解员 演唱 访谈嘉宾 对话嘉宾',
    works: '出镜 配音 播音 朗读 朗诵 解说 主讲 诵读',
    english: 'anchor|presenter|presented|host|hosted|narrator|narrated',
  },
  {
    kind: 'translator',
    titles: '译者 译员 翻译员',
    works: '翻译 编译 汉化 译 摘译',
    english: 'translator|translated|translation',
  },
  {
    kind: 'editor',
    titles:
      '编辑 责任编辑 责编 主编 副主编 总编辑 副总编辑 总编 副总编 执行主编 编委 值班编委 值班主编 主任 副主任 编辑部主任 部主任 值班主任 发布人 发布者 上传人 上传者 录入员 统稿 统稿人 流程编辑',
    labels: '编者 文编 图编 微编 版编 编校 编务 值班领导 分管领导 带班领导 值班局长 发布 录入 上传 运营编辑 微信编辑',
    works: '新媒体编辑 组版 推送 编 辑',
    english: 'editor|edited|editing|sub-editor|compiled|compiler',
  },
  {
    kind: 'proofreader',
    titles: '一审一校 二审二校 三审三校 一校 二校 三校 初校 复校 终校 校对 校对员 审校 校审 责任校对 责校 校订 校对人',
    labels: '检校 主校 编校人员',
    works: '校稿 校译 译校 校',
    english: 'proofreader|proofread|proofreading|fact-checker|fact check|fact-checked',
  },
  {
    kind: 'reviewer',
    titles:
      '编审 审核 审核人 终审 初审 复审 复核 签发 监审 一审 二审 三审 审核员 审稿人 审定 值班总编 签发人 初审人 复审人 终审人',
    labels: '主审 总审 审签人 总审核 政审',
    works: '审读 审稿 核稿 审签 核签 签审 核发 审发',
    english: 'reviewer|reviewed|approved',
  },
  {
    kind: 'commissioner',
    titles: '组稿人 策划人 策划编辑',
    works: '策划 执行 统筹 统筹策划 总策划 总统筹 选题 组稿 约稿',
    english: 'commissioning editor|commissioned|coordinator',
  },
  {
    kind: 'producer',
    titles: '制片人 制作人 总制片人 监制人 总导演',
    works: '出品 出品人 监制 总监制 制作 融媒制作 运营 技术 项目团队',
    english: 'producer|produced|production',
  },
  {
    kind: 'mentor',
    labels: '学术指导 艺术指导 顾问 总顾问',
    titles: '指导老师 指导教师 辅导老师 辅导教师 推荐老师 指导记者',
  },
  {
    kind: 'teller',
    outside: true,
    titles: '口述人 讲述人 口述者 讲述者 受访人 受访嘉宾 对话嘉宾 访谈嘉宾',
    works: '口述 讲述 点评',
    english: 'as told to',
  },
  { kind: 'source', works: '来源' },
];

/** What a role word says. */
interface RoleWord {
  readonly kind: RoleKind;
  /** What they are besides; most are one thing. */
  readonly also?: RoleKind;
  /** They come from outside the newsroom: no staff list need know them. */
  readonly outside: boolean;
}

const split = (words: string | undefined): readonly string[] => (words ? words.split(' ') : []);

/** Words for a person's standing, folded: after one a name follows. */
export const titles: readonly string[] = table.flatMap((row) => split(row.titles));

/** Words for the work that was done, folded; they may stand before a name, or close the byline after it. */
export const works: readonly string[] = [...table.flatMap((row) => split(row.works)), '文图', '图文', '摄影/文字'];

/** Words that are roles where a mark follows them, folded. */
export const labelWords: ReadonlySet<string> = new Set(table.flatMap((row) => split(row.labels)));

const known: ReadonlyMap<string, RoleWord> = new Map(
  table.flatMap(({ kind, also, outside = false, titles: standing, works: done, labels, english }) =>
    [...split(standing), ...split(done), ...split(labels), ...(english?.split('|') ?? [])].map(
      (word) => [word, { kind, outside, ...(also && { also }) }] as const,
    ),
  ),
);
const LONGEST = Math.max(...[...known.keys()].map((word) => word.length));

/** What an editor is called who makes the pages of others; whatever else stands before is what an editor writes about. */
const ofOthers = new Set(
  'a an and & assistant associate chief commissioning contributing copy deputy desk digital duty executive founding general group guest joint language layout letters line managing news night online our page photo photography picture pictures production reader’s readers’ section senior social media staff story style sub text the video visuals web website'.split(
    ' ',
  ),
);
const writingEditor: RoleWord = { kind: 'reporter', outside: false };

/** `political`, `health and social care`: an editor of such a desk reports on it, and signs as reporters do. */
function isBeat(before: string): boolean {
  return before
    .trim()
    .split(' ')
    .some((word) => word !== '' && !ofOthers.has(word.replace("'", '’')));
}

/**
 * What one role word says, whatever stands before it: 海州日报全媒体记者, 通訊員, `Political editor`. `undefined` for a
 * word that is no role.
 */
function roleOf(word: string): RoleWord | undefined {
  const plain = fold(word)
    .trim()
    .toLowerCase()
    .replace(/[ :|/]+$/, '');
  const english = /[a-z]/.test(plain);
  const written = english
    ? plain.replace(/ (?:by|courtesy of|from|of)$/, '').replace(/^by /, '')
    : plain.replace(/ /g, '');
  for (let from = Math.max(0, written.length - LONGEST); from < written.length; from++) {
    // A word of English begins at a blank; one Chinese character (图, 文, 译) is a role only where it stands alone.
    if (from > 0 && (english ? written.charAt(from - 1) !== ' ' : written.length - from < 2)) continue;
    const end = written.slice(from);
    if (/^editors?$/.test(end) && isBeat(written.slice(0, from))) return writingEditor;
    const found = known.get(end) ?? (english ? known.get(end.replace(/s$/, '')) : undefined);
    if (found) return found;
  }
  return undefined;
}

/** Two works in one word: 文图, 图文. */
const joinedWorks = /^[文图影]{2}$/;

/**
 * What a role as it is written says, the likeliest first: `摄影记者`, `文/图`, `Words and pictures`. Empty for a word
 * that is no role, and where none is written.
 */
export function rolesOf(written: string | undefined): readonly RoleWord[] {
  if (written === undefined) return [];
  let roles = read.get(written);
  if (roles === undefined) {
    roles = readRoles(written);
    // A newsroom has a few dozen.
    if (read.size >= 1000) read.clear();
    read.set(written, roles);
  }
  return roles;
}

const read = new Map<string, readonly RoleWord[]>();

function readRoles(written: string): readonly RoleWord[] {
  const plain = fold(written).trim();
  const parts = joinedWorks.test(plain) ? [...plain] : plain.split(/[/、&+·]|(?<= )and(?= )|(?<=.)[并及兼](?=.)/);
  const found = parts.flatMap((part) => roleOf(part) ?? []);
  return found.filter((role, i) => found.findIndex(({ kind }) => kind === role.kind) === i);
}

/** A role word that makes somebody a contributor from outside rather than the writer of a report: 通讯员, 信息员. */
export function isCorrespondent(role: string | undefined): boolean {
  return rolesOf(role)[0]?.kind === 'correspondent';
}

const writing: ReadonlySet<RoleKind> = new Set(['reporter', 'correspondent', 'author', 'teller', 'source']);

/**
 * Whether a role is of those who write (记者, 作者, 文/图), as somebody without a role is taken to; others (编辑, 校对,
 * 摄影) stand in a byline without being its authors. A word that is no role of ours is taken for a writer's.
 */
export function isWriter(role: string | undefined): boolean {
  const roles = rolesOf(role);
  return roles.length === 0 || roles.some(({ kind }) => writing.has(kind));
}

/** Whether a role is of somebody who need not be of the staff: 通讯员, 特约记者, 作者. */
export function isOutsider(role: string | undefined): boolean {
  return rolesOf(role)[0]?.outside === true;
}

const done: ReadonlySet<string> = new Set(works);

/** Whether a role says what was done (摄影, 文/图, 整理) rather than what somebody is (记者). */
export function isWork(role: string): boolean {
  const plain = fold(role).trim();
  const parts = joinedWorks.test(plain) ? [...plain] : plain.split(/[/、&+·]|(?<=.)[并及兼](?=.)/);
  return parts.every((part) => done.has(part.trim()) || /(?:报道|报导)$/.test(part));
}

const alternatives = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).join('|');

/** Titles of those who write (记者, 通讯员, 信息员, 作者): alternatives of a pattern over folded text, the longest first. */
export const writerTitles = alternatives(titles.filter(isWriter));

/** Those of them who are from outside: {@link isCorrespondent}. */
export const correspondentTitles = alternatives(titles.filter(isCorrespondent));

const endsOfWriters = new Set(
  table.flatMap(({ kind, titles: standing, works: done }) =>
    kind === 'reporter' || kind === 'correspondent'
      ? [...split(standing), ...split(done)].map((word) => word.charAt(word.length - 1))
      : [],
  ),
);

/**
 * What no text is without that names a reporter, a correspondent or an author by a role: the last character of a word
 * for one, or a letter of English. To be matched against folded text, in place of reading it.
 */
export const writerMark = new RegExp(`[${[...endsOfWriters].join('')}A-Za-z]|作者`);
