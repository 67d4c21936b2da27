import { defineCheck } from './check.ts';
import { findSlips, type Slip } from './copy/slips.ts';

type Message = 'about' | 'more' | 'over' | 'under' | 'stacked' | 'replace';

/** A number as news writes it: `300`, `1.5万`, `三百`, `几十`, `三成`. */
const NUMBER = '(?:\\d{1,9}(?:[.,]\\d{1,9})?[十百千万亿]{0,3}|[一二两三四五六七八九十百千万亿数几半]{1,8})';
/** What is counted, up to the word that says “about” once more. */
const COUNTED = '[^\\d，。；：、！？“”（）\\s\\uFFFC获取得有是的在成为为及]{0,4}?';
/** Words for “about”; 约 and 近 are the end of many other words. */
const ABOUT =
  '(?:大约|大概|约[莫摸]|差不多|(?<![条公合预节制契邀相赴失履违毁签特简隐和婚租协规盟纽续解爽立誓北华里集黑缔期如婉绰])约)';
const NEAR = '(?:将近|接近|(?<![最附靠邻临接亲贴远逼走切拉挨相晚新将凑毗])近)';
const OVER = '(?:超过|逾越?|(?<![赶高反远大])超)';
/** 左右 and 上下 as “or so”, not as left and right, or above and below. */
const OR_SO =
  '(?:左右(?![翼手两逢岸摇侧臂腿脚耳眼互方为转摆滑开]|着|了)|上下(?![级班游学楼车船机桥山岸火飞地电马轿公火高滑文午两旬联齐翻打同求功铺床起浮左半齐限贯相]|一[心致]))';

/** What follows a number that counts. */
const MEASURES = '[个名位人家户亩吨元公里米岁天年次项种处所件万亿只头株棵辆台套座条]';

const first = (actual: string, words: RegExp): string => actual.replace(words, '');

function rule(
  message: Message,
  needs: readonly string[],
  pattern: string,
  instead: (actual: string) => readonly string[],
  unless?: RegExp,
): Slip<Message> {
  return {
    message,
    needs,
    pattern: new RegExp(pattern, 'g'),
    judge: ({ 0: actual, index }, text) =>
      unless?.test(text.slice(index, index + actual.length + 4)) ? undefined : { instead: instead(actual) },
  };
}

const ahead =
  /^(?:大约|大概|约[莫摸]|差不多|约|将近|接近|近|超过|逾越?|超|不少于|不低于|至少|最少|起码|不超过|不足|不到|最多|至多|低于)(?:在|有|为|占|达|需要?)?/;
const behind = /(?:左右|上下|以上|以内|以下)$/;

const slipsIn = findSlips<Message>([
  rule(
    'about',
    ['左右', '上下'],
    `(?:${ABOUT}|${NEAR}|不到|不足)(?:在|有|为|占|需要?)?${NUMBER}${COUNTED}${OR_SO}`,
    (actual) => [first(actual, behind), first(actual, ahead)],
  ),
  rule(
    'about',
    ['左右', '上下'],
    // 300多人左右, 十余年上下: what follows the number says so already. 多 beside 左右 of a street or a hand is another word.
    `(?:\\d{1,9}[十百千万亿]{0,3}|[一二两三四五六七八九几数]?[十百千万亿]{1,3})[多余]${COUNTED}${OR_SO}`,
    (actual) => [first(actual, behind), actual.replace(/[多余]/, '')],
  ),
  rule(
    'more',
    ['余', '多'],
    `(?:${ABOUT}(?:有|为|需要?)?|${NEAR}|${OVER})${NUMBER}成?(?:余|多(?![次方种元半数少边民党样云彩媒])|来(?=[个名位人天岁]))`,
    (actual) => [first(actual, ahead), actual.slice(0, -1)],
    // 近70余年来: 近 is “the last” there.
    /^近.{1,9}[余多](?:年|天|个月|个?小时)/,
  ),
  rule(
    'over',
    ['以上'],
    `(?:${OVER}|不少于|不低于|至少|最少|起码)(?:在|有|为|达|需要?)?${NUMBER}${COUNTED}以上(?![游级述层端市])`,
    (actual) => [first(actual, behind), first(actual, ahead)],
  ),
  rule('under', ['以内', '以下'], `(?:不超过|不足|不到|低于|至多|最多)${NUMBER}${COUNTED}以[内下]`, (actual) => [
    first(actual, behind),
    first(actual, ahead),
  ]),
  rule('under', ['多不超过'], `[最至]多不超过(?=${NUMBER})`, () => ['不超过', '最多']),
  rule('stacked', ['余多', '多余'], `(?<=[\\d十百千万亿])(?:余多|多余)(?=${MEASURES}|[，。；、]|$)`, (actual) => [
    actual.slice(0, 1),
  ]),
  rule(
    'stacked',
    ['数十', '数百', '数千', '几十', '几百', '几千', '上百', '上千', '成百', '成千'],
    `(?<![\\d点人指])(?:[数几][十百千]|[上成][百千])(?:余|多)(?=${MEASURES})`,
    (actual) => [actual.slice(0, -1)],
  ),
  rule(
    'stacked',
    ['近', '约'],
    `(?:大约|大概|(?<![条公合预节])约)有?(?:近|约|将近|接近|大约)(?=有?${NUMBER})`,
    (actual) => [actual.replace(/(?:将近|接近|大约|近|约)$/, '')],
  ),
]);

export const redundantApproximation = defineCheck({
  id: 'redundant-approximation',
  title: { en: '“About” said twice', zh: '概数重复' },
  summary: {
    en: 'A number is made approximate once: `约300人` or `300人左右`, `近500人` or `500余人`.',
    zh: '表示概数的词不并用：“约300人”或“300人左右”，“近500人”或“500余人”。',
  },
  source: 'GB/T 15835—2011 4.3',
  scope: 'passage',
  severity: 'warning',
  mistake: 'word',
  triggers: '左上余多以近约',
  messages: {
    about: {
      en: '`{actual}` says “about” twice: `{expected}` says it once',
      zh: '“{actual}”两头都表示概数，保留一头，如“{expected}”',
    },
    more: {
      en: '`{actual}` is approximate at both ends, which may not even agree: keep one, such as `{expected}`',
      zh: '“{actual}”前后都表示概数，甚至互相矛盾，保留一头，如“{expected}”',
    },
    over: {
      en: '`{actual}` says “more than” twice: `{expected}` says it once',
      zh: '“{actual}”两头都表示超过，保留一头，如“{expected}”',
    },
    under: {
      en: '`{actual}` says “less than” twice: `{expected}` says it once',
      zh: '“{actual}”两头都表示不超过，保留一头，如“{expected}”',
    },
    stacked: {
      en: '`{actual}` says the same twice: write `{expected}`',
      zh: '“{actual}”意思重复，应为“{expected}”',
    },
    replace: { en: 'Write `{instead}`', zh: '改为“{instead}”' },
  },
  run: ({ prose }) => slipsIn(prose),
});
