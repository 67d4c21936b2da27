import { readFileSync } from 'node:fs';
import { soundAlike } from '../../src/model/pinyin.ts';

/**
 * Slips as people make them, one kind a check: a pattern of sound text and what becomes of it, or sentences of our own
 * in which `[wrong|right]` is the slip and what was meant. `#` is a figure from 2 to 9, `§` the mark of a heading.
 */
export type Slip = {
  readonly check: string;
  /** How a house asks for it: the check's line in `checks:`; absent where it is found by itself. */
  readonly asked?: string;
  /** Terms of the house, as in `terms:`. */
  readonly terms?: string;
} & (
  | { readonly find: RegExp; readonly put: (match: string) => string }
  | { readonly say: readonly string[] /** Sentences are paragraphs of their own. */; readonly alone?: true }
);

/** Replaces one character of a match. */
const one = (from: string, to: string) => (match: string) => match.replace(from, to);

/** A kind is found when its check, or one that says the same of it, points at the slip. */
export const slips: readonly Slip[] = [
  { check: 'half-width-punctuation', find: /[\u4e00-\u9fff]，[\u4e00-\u9fff]/g, put: one('，', ',') },
  { check: 'half-width-punctuation', find: /[\u4e00-\u9fff]；[\u4e00-\u9fff]/g, put: one('；', ';') },
  { check: 'half-width-punctuation', find: /[\u4e00-\u9fff]：“/g, put: one('：', ':') },
  { check: 'stacked-punctuation', find: /[\u4e00-\u9fff]。(?=[\u4e00-\u9fff])/g, put: one('。', '。。') },
  { check: 'stacked-punctuation', find: /[\u4e00-\u9fff]，(?=[\u4e00-\u9fff])/g, put: one('，', '，，') },
  { check: 'straight-quotes', find: /“[\u4e00-\u9fff]{2,12}”/g, put: (match) => `"${match.slice(1, -1)}"` },
  { check: 'unpaired-marks', find: /“[\u4e00-\u9fff]{2,12}”(?=[\u4e00-\u9fff])/g, put: (match) => match.slice(0, -1) },
  {
    check: 'unpaired-marks',
    find: /《[\u4e00-\u9fff]{2,12}》(?=[\u4e00-\u9fff])/g,
    put: (match) => match.slice(0, -1),
  },
  { check: 'wrong-dash', find: /[\u4e00-\u9fff]——[\u4e00-\u9fff]/g, put: one('——', '--') },
  {
    check: 'wrong-dash',
    say: ['渡口售票时间为#:00[-|—]11:30。', '阅览室每天1#:00[-|—]21:00开放。', '讲座在上午0#:30[--|—]11:00举行。'],
  },
  {
    check: 'wrong-percent',
    say: ['毛利率下降了2.#[个百分比|个百分点]。', '占比比去年高#[个百分比|个百分点]，仍在上升。'],
  },
  {
    check: 'doubled-character',
    say: [
      '#家船厂没有续签[合约约|合约]。',
      '这是全镇#年来的硬[指标标|指标]，谁都要守。',
      '各村#年来都在认真[执行行|执行]。',
    ],
  },
  {
    check: 'wrong-ellipsis',
    say: ['水还在涨[...|……]大家都没有说话。', '他想起那年的雨[。。。|……]一夜没有停。', '路很长[…|……]谁也没有回头。'],
  },
  {
    check: 'wrong-interpunct',
    say: [
      '歌手阿依古丽[•|·]买买提唱了两首民歌。',
      '教练卡尔[・|·]温德姆带来了新队员。',
      '老师安德烈[.|·]科斯京教了#年书。',
    ],
  },
  { check: 'invisible-character', find: /[\u4e00-\u9fff]{2}/g, put: (match) => `${match[0]}\u200b${match[1]}` },
  { check: 'stray-space', find: /[\u4e00-\u9fff]，[\u4e00-\u9fff]/g, put: one('，', ' ，') },
  { check: 'stray-space', find: /[\u4e00-\u9fff]。[\u4e00-\u9fff]/g, put: one('。', '。 ') },
  {
    check: 'full-width-characters',
    find: /[\u4e00-\u9fff]\d{2,3}(?=[\u4e00-\u9fff])/g,
    put: (match) => match.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  },
  {
    check: 'truncated-range',
    say: [
      '全县水产年产值[#～16亿元|#亿元～16亿元]。',
      '亩均增收[#至30万元|#万元至30万元]。',
      '占比为[1#～20%|1#%～20%]。',
    ],
  },
  {
    check: 'redundant-approximation',
    say: ['全村[约#0户左右|约#0户]用上了新渠。', '来了[大约#00人左右|大约#00人]。', '花了[近#0多万元|近#0万元]。'],
  },
  { check: 'mixed-numerals', say: ['全镇种了[#千|#000]亩晚橙。', '修渠花了[3万#千|3.#万]元。'] },
  { check: 'short-year', say: ['水渠是[’2#年|202#年]修的。', '[’2#年|202#年]底验收。'] },
  { check: 'wrong-percent', say: ['农药用量[减少了#倍|减少]。', '成本[下降#倍|下降]。', '运费[降低了#倍|降低]。'] },
  { check: 'list-mark', say: ['村里有水渠、果园[、|]等#处景点。'] },
  {
    check: 'nested-quotes',
    say: ['他说：“老何讲过[“茶不等人”|‘茶不等人’]，我记了#年。”', '报告题为《读[《茶经》|〈茶经〉]札记》。'],
  },
  {
    check: 'numbering',
    say: [
      '规矩有三条：一、鲜叶当天进厂；二、不收隔夜茶；[四、|三、]过磅时两人在场。',
      '程序是：1.申请；2.核实；[2.|3.]公示#天。',
      '办事要①带证件②交材料[④|③]等#天。',
    ],
  },
  {
    check: 'doubled-character',
    find: /[\u4e00-\u9fff](?:的|了|在|和|被)[\u4e00-\u9fff]{2}/g,
    put: (match) => `${match[0]}${match[1]}${match.slice(1)}`,
  },
  {
    check: 'doubled-character',
    find: /(?:由于|因为|我们|他们|但是|已经|可以|进行)(?=[\u4e00-\u9fff])/g,
    put: (match) => match + match,
  },
  {
    check: 'as-of',
    say: [
      '[截止|截至]#月1日，全镇修渠#条。',
      '[截止|截至]目前，#户人家接上了水。',
      '[截止|截至]2025年底，水渠通了#条。',
    ],
  },
  {
    check: 'impossible-date',
    say: [
      '水渠定在[9月31日|9月30日]通水，共#里。',
      '[2月30日|2月28日]来了#人。',
      '仪式在6月1日[8时7#分|8时4#分]开始。',
    ],
  },
  {
    check: 'wrong-weekday',
    say: ['2024年6月18日（[星期三|星期二]）修渠#里。', '2024年6月21日[周四|周五]上午来了#人。'],
  },
  {
    check: 'nonstandard-character',
    find: /人|大|山|水|火|日|月/g,
    put: (match) => ({ 人: '⼈', 大: '⼤', 山: '⼭', 水: '⽔', 火: '⽕', 日: '⽇', 月: '⽉' })[match] ?? match,
  },
  {
    check: 'nonstandard-character',
    find: /国|门|时|产|业|务/g,
    put: (match) => ({ 国: '國', 门: '門', 时: '時', 产: '產', 业: '業', 务: '務' })[match] ?? match,
  },
  {
    check: 'wrong-word',
    say: [
      '他们[再接再励|再接再厉]，又修了#里渠。',
      '村里[按装|安装]了#盏路灯。',
      '水渠[己经|已经]通了#年。',
      '大家[既使|即使]下雨也来。',
      '他[穿流不息|川流不息]的车流里等了#分钟。',
    ],
  },
  {
    check: 'idiom-slip',
    say: [
      '大家[按步就班|按部就班]地修了#天。',
      '这里[人材济济|人才济济]，#人都来了。',
      '他[老生常弹|老生常谈]，又讲了#遍。',
    ],
  },
  { check: 'repeated-word', say: ['The ferry [the the|the] town waited for came at # with the mail.'] },
  {
    check: 'indefinite-article',
    say: [
      'They opened [an|a] library and # schools in the town.',
      'It was [a|an] hour before the # boats came to the landing.',
    ],
  },
  {
    check: 'wrong-contraction',
    say: [
      'They [dont|don’t] know when the # boats will come.',
      'The gate [doesnt|doesn’t] open before # in the morning.',
    ],
  },
  {
    check: 'wrong-word',
    say: listed('wrong-words.tsv', ({ level, wrong }) => level === 'error' && wrong.length < 4),
  },
  {
    check: 'wrong-word',
    say: listed('wrong-words.tsv', ({ level, wrong }) => level === 'error' && wrong.length >= 4),
  },
  { check: 'wrong-word', say: listed('wrong-words.tsv', ({ level }) => level === 'warning') },
  {
    check: 'wrong-word',
    asked: '{severity: info, variants: all}',
    say: listed('wrong-words.tsv', ({ level }) => level === 'info'),
  },
  { check: 'idiom-slip', say: soundingSlips() },
  {
    check: 'wrong-place',
    say: [
      '代表团来自湖南省[武汉市|长沙市]，共#人。',
      '他在浙江省[苏州市|杭州市]住了#年。',
      '广东省[桂林市|韶关市]的#家船厂来了人。',
      '四川省成都市[射洪市|都江堰市]捐了#条船。',
    ],
  },
  {
    check: 'title-punctuation',
    asked: 'warning',
    alone: true,
    say: [
      '§§ 河湾镇新渠通水[。|]\n\n今年修渠#里。',
      '§§ 渡口的老船工[，|]\n\n他撑船#年。',
      '§§ 水从哪里来[：|]\n\n水渠长#里。',
    ],
  },
  {
    check: 'missing-alt',
    asked: 'info',
    alone: true,
    say: [
      '渡口有#条船。\n\n[<img src="a#.png">|<img src="a#.png" alt="渡船">]\n\n渡船靠岸。',
      '[<img src="b#.jpg">|<img src="b#.jpg" alt="老码头">]\n\n老码头有#级台阶。',
    ],
  },
  {
    check: 'script-spacing',
    asked: '{letters: none}',
    say: ['村里的[GPS |GPS]坏了#天。', '他用[ APP|APP]买了#张票。', '合作社的[PPT |PPT]有#页。'],
  },
  {
    check: 'full-width-characters',
    say: ['渡船[#：15|#:15]开船。', '仪式在1[#：40|#:40]结束。'],
  },
  {
    check: 'house-term',
    terms: '[{use: 消费帮扶, not: 消费扶贫}, {use: 渡船, not: [摆渡船, 渡轮]}]',
    say: ['全镇[消费扶贫|消费帮扶]#万元。', '码头上有#条[摆渡船|渡船]。', '渡口添了[渡轮|渡船]#条。'],
  },
  {
    check: 'redundant-acronym',
    say: ['She lost her [PIN number|PIN] # times.', 'There were # people at the [ATM machine|ATM] when it opened.'],
  },
  {
    check: 'sentence-spacing',
    say: ['It was # in the morning.[|\u0020]The ferry left for the island.'],
  },
  {
    check: 'straight-quotes',
    asked: '{english: curly}',
    say: ['The mayor said that the # boats were ["|“]late" for the fair.'],
  },
  {
    check: 'serial-comma',
    asked: '{severity: warning, style: never}',
    say: ['They sold # apples, pears[,|] and plums at the fair.'],
  },
  {
    check: 'serial-comma',
    asked: '{severity: warning, style: always}',
    say: ['They sold # apples, pears, [plums and|plums, and] figs at the fair.'],
  },
  {
    check: 'number-style',
    asked: 'warning',
    say: ['The [#|nine] farmers and their sheep waited for the boat.'],
  },
  {
    check: 'courtesy-title',
    asked: '{severity: warning, style: guardian}',
    say: ['It was [Mr.|Mr] Lin who spoke for # minutes.', '[Dr.|Dr] Gao answered # of the questions.'],
  },
  {
    check: 'courtesy-title',
    asked: '{severity: warning, style: ap}',
    say: ['It was [Mr|Mr.] Lin who spoke for # minutes.', 'It was [Mrs|Mrs.] Gao who answered # of the questions.'],
  },
  {
    check: 'date-style',
    asked: '{severity: warning, style: guardian}',
    say: ['The bridge was opened on [October #, 2025|# October 2025] by the mayor.'],
  },
  {
    check: 'date-style',
    asked: '{severity: warning, style: ap}',
    say: ['The bridge was opened on [# October 2025|Oct. #, 2025] by the mayor.'],
  },
  {
    check: 'missing-diacritic',
    asked: 'warning',
    say: ['There were # people in the [cafe|café] by the pier.', 'It was a [cliche|cliché] of the # towns.'],
  },
  {
    check: 'wordy-phrase',
    asked: 'warning',
    say: ['They [utilize|use] # boats at the pier.'],
  },
  {
    check: 'passive-voice',
    asked: 'warning',
    say: ['The # boats [were broken|broke] by the pier in the storm.'],
  },
  {
    check: 'nested-quotes',
    say: ['He called it “a [“floating”|‘floating’] school” for # years.'],
  },
  {
    check: 'mixed-numerals',
    say: [
      'The town paid [£#00 pounds|£#00] for the boat.',
      'It was her 2[1th|1st] win in # years.',
      'Rents in the town rose by [#%%|#%] in the year.',
    ],
  },
  { check: 'stray-space', say: ['Was it the mayor who came # times[ |]? Nobody in the town would say.'] },
  { check: 'stacked-punctuation', say: ['The ferry left at # [p.m..|p.m.] Nobody was there to see it.'] },
  {
    check: 'wrong-contraction',
    say: ['They [could of|could have] waited # hours.', 'The boat has [it’s|its] own # anchors.'],
  },
];

interface ListedWord {
  readonly wrong: string;
  readonly right: string;
  readonly level: string;
}

/** Sentences with words of a list of ours; each may stand anywhere, so the sentence is about the word alone. */
function listed(file: string, wanted: (row: ListedWord) => boolean): readonly string[] {
  return readFileSync(`src/checks/words/${file}`, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const [wrong = '', right = '', , level = ''] = line.split('\t');
      return wanted({ wrong, right, level }) ? [`稿件第#页，[${wrong}|${right}]。`] : [];
    });
}

/** Idioms with one character put in place of another that sounds the same. */
function soundingSlips(): readonly string[] {
  const [first = '', second = '', third = '', fourth = ''] = (
    JSON.parse(readFileSync('src/checks/words/lexicon.json', 'utf8')) as { readonly idioms: string }
  ).idioms.split('\n');
  const idioms = [...first].map((character, at) => `${character}${second[at]}${third[at]}${fourth[at]}`);
  const characters = [...new Set(first + second + third + fourth)];
  return idioms.flatMap((idiom, number) => {
    if (number % 40 !== 0) return [];
    const at = number % 4;
    const other = characters.find(
      (one, place) => place > (number * 7) % characters.length && soundAlike(one, idiom.charAt(at), true),
    );
    if (other === undefined || idioms.includes(idiom.slice(0, at) + other + idiom.slice(at + 1))) return [];
    return [`大家#天都[${idiom.slice(0, at)}${other}${idiom.slice(at + 1)}|${idiom}]，没有停。`];
  });
}
