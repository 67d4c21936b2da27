import { isHan } from '../lexicon/fold.ts';
import * as words from '../lexicon/words.ts';

const unnamed = new Set(words.unnamed);
const agencies = new Set(words.pictureAgencies);
const outletNames = new Set(words.outletNames);

/** Endings by their last character, so that a word is held to the few that it may have. */
type Endings = ReadonlyMap<string, readonly string[]>;

function endingsOf(list: readonly string[]): Endings {
  const byLast = new Map<string, string[]>();
  for (const ending of list) {
    const last = ending.charAt(ending.length - 1);
    const known = byLast.get(last);
    if (known === undefined) byLast.set(last, [ending]);
    else known.push(ending);
  }
  return byLast;
}

/** Whether a word has one of the endings, and before it so many characters or more. */
function hasEnding(endings: Endings, word: string, before: number): boolean {
  const known = endings.get(word.charAt(word.length - 1));
  return known?.some((ending) => word.length >= ending.length + before && word.endsWith(ending)) === true;
}

const outletEndings = endingsOf(words.outletEndings);
const paperEndings = endingsOf(['报', '新闻', '网', '通讯社', '传媒', '融媒', '视频', '广播', '电视台', '客户端']);
const organisationEndings = endingsOf(words.organisationEndings);
const placeEndings = endingsOf(words.placeEndings);

/** Characters of a word as readers count them: a rare character of two UTF-16 units is one. */
export function countChars(text: string): number {
  let n = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0xdc00 || unit > 0xdfff) n++;
  }
  return n;
}

/** Whether every character is Han. */
export function allHan(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (!isHan(text.charCodeAt(i))) return false;
  return text.length > 0;
}

/** Whether a folded word is an outlet by its ending or by name: 张掖日报, 本报, 《棱镜》, 梨视频. */
export function isOutlet(word: string): boolean {
  if (word.startsWith('《') && word.endsWith('》')) return true;
  const bare = word.replace(/[”》]$/, '');
  // 新水渠通水，图自海州社: a sentence and the name of an outlet.
  if (/[,。;:!?]/.test(bare)) return false;
  if (outletNames.has(bare)) return true;
  // 南方+, 浙江新闻+
  // 海州晚报·海晚壹点: a paper and what it is called on a telephone.
  if (bare.includes('·') && !/ |记者$/.test(bare)) {
    const [first = ''] = bare.split('·');
    if (countChars(first) >= 3 && allHan(first) && hasEnding(paperEndings, first, 2)) return true;
  }
  if (bare.endsWith('+') && /^\p{Script=Han}{2,6}\+$/u.test(bare)) return true;
  return hasEnding(outletEndings, bare, 1) && countChars(bare) >= 3;
}

/** Length of the longest opening of a folded word that is an outlet, or 0. */
export function outletPrefix(word: string): number {
  for (let end = word.length; end >= 2; end--) if (isOutlet(word.slice(0, end))) return end;
  return 0;
}

/** What offices of three characters are for: 水利局, 学工部, 教务处; 王家局 and 何为社 are none. */
const office =
  /^(?:水利|教育|教体|民政|财政|税务|公安|司法|交通|农业|农经|林业|卫健|卫生|文旅|文体|文化|商务|审计|统计|档案|信访|住建|城建|城管|人社|医保|应急|气象|环保|科技|体育|民宗|发改|工信|国资|国土|自规|供电|供销|烟草|海事|海关|邮政|铁路|消防|交警|刑警|特警|巡警|边防|学工|学生|宣传|组织|统战|政法|人事|教务|科研|后勤|保卫|外事|国交|基建|研工|校友|党政|综合|团工|信息|网信|通联|采编|采访|编辑|新闻|广播|电视|融媒|广电|武装|纪检|监察|行政|政工|业务|客运|货运|生产|安监|质监|药监|市监)(?:局|部|处|科|办|委|室|厅|所|站|队)$/;

/** Whether a folded word is an organisation under its own name (国务院发展研究中心课题组, 市妇联), not a person. */
export function isOrganisation(word: string): boolean {
  if (agencies.has(word) || unnamed.has(word)) return true;
  // 岩桥一中, 河湾镇第二小学, 七年级三班
  if (/[一二三四五六七八九十][中小]$|年级.{1,3}班$/.test(word) && countChars(word) >= 4) return true;
  const n = countChars(word);
  // 海州一中七（3）班, whose brackets are no brackets to who reads the line
  if (/[一二三四五六七八九高初\d级中]第?\d{1,2}第?班$/.test(word)) return true;
  // 海州大学新闻学院2022级
  if (/[学院系班]\d{2,4}级$/.test(word)) return true;
  if (n >= 4) return hasEnding(organisationEndings, word, 1);
  if (n === 3) {
    return (
      office.test(word) ||
      words.organisationOpenings.some(
        (opening) => word.startsWith(opening) && words.organisationShorts.includes(word.slice(opening.length)),
      ) ||
      /(?:大学|学院|医院|公司|集团|学校|法院|警方|政府|海军|空军|陆军|白宫|大队|支队|总队|中心|协会|学工处|宣传部)$/.test(
        word,
      )
    );
  }
  return false;
}

/** Whether a word ends in what somebody is, or in a body: 海州大学水利学院教授. */
export function isAffiliation(word: string): boolean {
  return isOrganisation(word) || post.test(word);
}

const post =
  /(?:教授|研究员|院长|所长|主任|博士|学者|专家|会长|秘书长|讲师|书记|局长|处长|律师|医师|工程师|记者|作家|校长|硕士|学生|干部|馆员|顾问|理事|编审|学会|院士|评论员|代表|委员|队长|站长|镇长|村长|县长|区长|市长|经理|董事长|总裁|教师|老师|医生|护士|导师|带头人|负责人|市民|村民|会员|主席|研究生|博士生|主编)$/;

/** Whether a folded word can be read as a place: by name, or by its ending. */
export function isPlace(word: string): boolean {
  if (words.places.has(word)) return true;
  if (word.length > 2 && hasEnding(placeEndings, word, 0)) return true;
  // Country and city, province and city: 印度金奈, 广东深圳.
  for (let k = 2; k <= word.length - 2; k++) {
    if (words.places.has(word.slice(0, k)) && words.places.has(word.slice(k))) return true;
  }
  return false;
}

/** The longest place at the end of a folded word that leaves at least two characters: 张三北京 gives 2; 0 for none. */
export function placeSuffix(word: string): number {
  for (let length = Math.min(8, word.length - 2); length >= 2; length--) {
    if (words.places.has(word.slice(-length))) return length;
  }
  return 0;
}

/** Endings of bodies that sign beside the names of their people. */
const affiliation =
  /(?:局|所|院|校|中学|小学|大学|学院|公司|集团|中心|办|站|队|部|委|厂|医院|政府|馆|银行|公安|消防|交警|法院|检察院|税务|供电|镇|乡|街道|社区)$/;

/**
 * Where a name begins that is run into the body it is of: 河湾镇水管所虞绘 gives the offset of 虞绘; 0 for a word that is
 * one or the other. `isPerson` says of the rest whether it is somebody.
 */
export function affiliationEnd(word: string, isPerson: (name: string) => boolean): number {
  // 河湾镇中心卫生院 is a body to its end.
  if (affiliation.test(word)) return 0;
  for (const size of [3, 2, 4]) {
    const at = word.length - size;
    if (at < 3 || !affiliation.test(word.slice(0, at))) continue;
    const body = word.slice(0, at);
    if (isPerson(word.slice(at)) && (isOrganisation(body) || isOutlet(body) || isPlace(body))) return at;
  }
  return 0;
}
