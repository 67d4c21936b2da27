import { matchesOf } from '../model/matches.ts';
import { type Draft, defineCheck } from './check.ts';
import { chineseRules } from './copy/chinese-rules.ts';
import { cluesOf, mayHold } from './copy/clues.ts';
import { findSlips } from './copy/slips.ts';

type Message = 'etc' | 'quoted' | 'unquoted' | 'about' | 'and' | 'semicolon' | 'replace' | 'remove' | 'insert';

const DIGITS = '一二三四五六七八九';
/** Measure words before which two neighbouring numbers are a rough count; months, years of school and lines are none. */
const MEASURES =
  '(?:[十百千万亿]|个(?!月)|名|位|天|人|岁|次|种|家|里(?!程)|公里|千米|米|厘米|毫米|斤|公斤|千克|克(?!拉)|升(?!级)|吨|亩|元|块|件|条(?!约)|棵|头|只|口|间|户|辆|艘|小时|分钟|趟|遍|回(?!合)|场|句|封|杯|桌|顿|床|丈|尺|碗|盆|篮|筐|袋|瓶|捆|担|顶|年(?!级|度|代))';

const slipsIn = findSlips<Message>([
  {
    message: 'etc',
    safe: true,
    fixTitle: 'remove',
    needs: ['、等'],
    pattern:
      /(?<=[\p{Script=Han}A-Za-z\d”》）])、(?=等等(?![我你他她它候待])|等(?:[，。；：！？）”》]|$|人[，。；、的]|\d|[一二两三四五六七八九十几数多各]{1,3}(?:[个家名位人种类部省国市县区次款处座条项所只样件本张间辆艘户株棵场]|大类|方面)|方面|问题|地[，。；区]|国[，。；家]|单位|部门|内容|系列|一系列|项目|形式|环节|因素|领域|工作|产品|行业|功能|服务|情况|地区|机构|措施|方式|活动|设备|设施|材料|器材|物资|作物|农产品|食品|药品|品种|动物|植物|鸟类|节目|课程|专业|学科|岗位|职务|荣誉|称号|奖项|场所|景点|景区|村庄|乡镇|城市|路段|企业|公司|学校|人员|媒体|平台|政策|制度|工程|任务|业务|手段|方法|原因|特点|优势|指标|数据|[器用物][物具品资]|工具|家具|农具|书籍|图书|文物|建筑|花卉|树木|水果|蔬菜|粮食|饮料|商品|货物|车辆|船只|机械|疾病|症状|灾害|乐器|曲目|剧目|作品))/gu,
    judge: () => ({ instead: [''] }),
  },
  {
    message: 'about',
    needs: ['@、@'],
    pattern: new RegExp(
      `(?<=[\\p{Script=Han}，]|^(?=.{3}[百千万]))(?<![第初${DIGITS}十百千万零两周]|星期|[、第][${DIGITS}]|分[列居获]|[位名并]列|排名?)[${DIGITS}]、[${DIGITS}](?=${MEASURES})`,
      'gu',
    ),
    judge: ({ 0: actual }) => neighbours(actual, DIGITS),
  },
  {
    message: 'about',
    needs: ['@、@'],
    // 十七、八岁: of one number of tens. 十七、十八 are two, and so are 二十一、二十二.
    pattern: new RegExp(
      `(?<=[^第初百千万零${DIGITS}][${DIGITS}]?十)[${DIGITS}]、[${DIGITS}](?![十百千])(?=${MEASURES})`,
      'gu',
    ),
    judge: ({ 0: actual }) => neighbours(actual, DIGITS),
  },
  {
    message: 'about',
    needs: ['@、@'],
    // 四千七、八: of one number too, whose hundreds go without saying.
    pattern: new RegExp(
      `(?<=(?<![第零〇])[${DIGITS}两][百千万])[${DIGITS}]、[${DIGITS}](?=[，。；：、！？）”的元块]|$)`,
      'gu',
    ),
    judge: ({ 0: actual }) => neighbours(actual, DIGITS),
  },
  {
    message: 'about',
    needs: ['两、三'],
    pattern: new RegExp(`(?<![第、])两、三(?=${MEASURES})`, 'g'),
    judge: () => ({ instead: ['两三'] }),
  },
  {
    message: 'about',
    needs: ['#、#'],
    pattern:
      /(?<=[\p{Script=Han}，])(?<![第、图表])[1-8]、[2-9](?=(?:个(?!月份)|名|位|天|岁|次|小时|公里|斤|里路)(?!\d))/gu,
    judge: ({ 0: actual }) => {
      const found = neighbours(actual, '123456789');
      return (
        found && {
          instead: found.instead.map((text) => [...text].map((digit) => DIGITS.charAt(Number(digit) - 1)).join('')),
        }
      );
    },
  },
  {
    message: 'and',
    severity: 'info',
    needs: ['、以及', '、和'],
    pattern: /、(?=以及|和(?![平谐解睦约缓气善而声面牌尚田县风服顺美硕]))/g,
    judge: ({ index }, text) => (text.startsWith('以及', index + 1) ? { instead: ['，'] } : { instead: [''] }),
  },
  {
    message: 'semicolon',
    severity: 'info',
    needs: ['；'],
    holds: /；[^，。；：\n]{1,10}；/,
    pattern: /(?<=^|[，。：\n])\p{Script=Han}{2,12}(?:；\p{Script=Han}{1,5}){2,12}(?=。|$)/gu,
    judge: ({ 0: actual }) => {
      // 一是抓春耕；二是管水源: clauses that are counted.
      if (/^[一二三]\p{Script=Han}/u.test(actual) && /；[二三四]\p{Script=Han}/u.test(actual)) return undefined;
      // 有的修渠；有的护林: clauses of one build.
      const starts = new Set(actual.split('；').map((item) => item.charAt(0)));
      return starts.size > actual.split('；').length - 1 ? { instead: [actual.replaceAll('；', '、')] } : undefined;
    },
  },
]);

/** `六、七`: the second follows the first. */
function neighbours(actual: string, digits: string): { readonly instead: readonly string[] } | undefined {
  const [first, second] = [actual.charAt(0), actual.charAt(2)];
  return digits.indexOf(second) === digits.indexOf(first) + 1 ? { instead: [first + second] } : undefined;
}

export const listMark = defineCheck({
  id: 'list-mark',
  title: { en: 'Marks in a list', zh: '顿号用法' },
  summary: {
    en: 'A list takes `、` between its items and none before 等; two neighbouring numbers that are a rough count take none.',
    zh: '并列用顿号，“等”前不用；相邻两个数表示概数时中间不用。',
  },
  source: 'GB/T 15834—2011 4.5, 4.6, B.1',
  scope: 'passage',
  severity: 'warning',
  mistake: 'mark',
  triggers: '、；”》',
  options: {
    quoted: {
      type: 'choice',
      values: ['without', 'with', 'any'],
      default: 'without',
      about: {
        en: '`、` between items in “ ” or 《 》: `without` as the standard has it, `with` as some houses do, or `any`.',
        zh: '标有引号、书名号的并列成分之间：without 不用顿号（国家标准），with 用，any 都可以。',
      },
    },
  },
  messages: {
    etc: { en: 'No `、` before 等', zh: '“等”前不用顿号' },
    quoted: {
      en: 'No `、` between items that have quotation marks or 《 》 of their own',
      zh: '标有引号或书名号的并列成分之间通常不用顿号',
    },
    unquoted: { en: 'This house puts `、` between items in marks', zh: '本社在标有引号或书名号的并列成分之间用顿号' },
    about: {
      en: '`{actual}` is a rough count and takes no `、`: write `{expected}`',
      zh: '“{actual}”是概数，中间不用顿号，应为“{expected}”',
    },
    and: { en: '`、` before a word for “and” is too much: a comma or nothing will do', zh: '连词前不用顿号' },
    semicolon: { en: 'Words in a list take `、`, not semicolons', zh: '并列的词语之间用顿号，不用分号' },
    replace: { en: 'Write `{instead}`', zh: '改为“{instead}”' },
    remove: { en: 'Remove `、`', zh: '删去顿号' },
    insert: { en: 'Insert `、`', zh: '补上顿号' },
  },
  run({ prose }, { options }) {
    const found: Draft<Message>[] = [...slipsIn(prose)];
    if (options.quoted === 'any') return found;
    const { text } = prose;
    const without = options.quoted === 'without';
    const all = joints(text, without);
    if (all.length === 0) return found;
    const holds = chineseRules(text);
    for (const at of all) {
      if (!holds(at)) continue;
      const edit = { from: at, to: without ? at + 1 : at, text: without ? '' : '、' };
      found.push({
        message: without ? 'quoted' : 'unquoted',
        // Houses differ: the standard asks for none “as a rule”.
        severity: 'info',
        at: without ? prose.at(at, at + 1) : prose.at(at - 1, at + 1),
        fixes: [{ title: without ? 'remove' : 'insert', safe: false, prose: [edit] }],
      });
    }
    return found;
  },
});

/** A chain of items in marks, with or without `、` between them; sentences are no items. */
const CHAINS = {
  with: /(?:“[^“”。！？，：]{1,40}”、){1,30}“[^“”。！？，：]{1,40}”|(?:《[^《》]{1,40}》、){1,30}《[^《》]{1,40}》/g,
  without: /(?:“[^“”。！？，：]{1,40}”){2,30}|(?:《[^《》]{1,40}》){2,30}/g,
};

const partedItems = cluesOf(['”、“', '”、《', '》、“', '》、《']);
const unpartedItems = cluesOf(['”“', '》《']);

/** Where `、` stands between items in marks, or where it does not. */
function joints(text: string, present: boolean): readonly number[] {
  const found: number[] = [];
  if (!mayHold(text, present ? partedItems : unpartedItems)) return found;
  for (const { 0: chain, index } of matchesOf(text, present ? CHAINS.with : CHAINS.without)) {
    const end = index + chain.length;
    // An item beside them without marks, or with brackets after it, needs its 、, and then all have it.
    if (text.charAt(index - 1) === '、' || text.charAt(end) === '、') continue;
    // “长渠”工程: the marks hold a part of the last item only.
    if (
      present &&
      chain.startsWith('“') &&
      /^(?!等|和|与|及|的|各|共|[两一三四五六七八九十]|为|是|在|被|都|也|以|均|将|已|会|能|可|则|先后|分别)\p{Script=Han}{2}/u.test(
        text.slice(end, end + 2),
      )
    )
      continue;
    for (const { index: joint } of matchesOf(chain, /(?<=[”》])、(?=[“《])|(?<=[”》])(?=[“《])/g))
      found.push(index + joint);
  }
  return found;
}
