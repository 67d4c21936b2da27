import { defineCheck } from './check.ts';
import { findSlips } from './copy/slips.ts';

type Message = 'times' | 'beyond' | 'points' | 'both' | 'measure' | 'replace';

const FALLS = '减少 下降 降低 缩小 缩短 减低 下跌 萎缩 锐减 骤减 骤降 回落 削减 减轻 减小 变小 降幅'.split(' ');
const FALL = `(?:${FALLS.join('|')}达?)`;
const NUMBER = '\\d{1,9}(?:\\.\\d{1,4})?';

const slipsIn = findSlips<Message>([
  {
    message: 'times',
    needs: ['倍'],
    with: FALLS,
    pattern: new RegExp(
      `${FALL}了?(?:近|约|超过|逾|至少|将近|大约|整整)?(?:${NUMBER}|[一二两三四五六七八九十百几数好]{1,3})多?倍(?!数|率|增)`,
      'g',
    ),
    judge([actual]) {
      // 下降0.5倍 is by half.
      const number = /\d[\d.]*/.exec(actual)?.[0];
      return number !== undefined && Number(number) < 1 ? undefined : {};
    },
  },
  {
    message: 'times',
    needs: ['倍'],
    with: ['比'],
    // 比去年少了两倍, 比原来小三倍.
    pattern: new RegExp(
      `(?<=比[^，。；：！？“”\\n]{1,12})(?:少|低|短|轻|慢|窄|便宜|矮|薄|浅|(?<![大中])小)了?(?:近|约|超过|逾|至少|将近|大约|整整)?(?:${NUMBER}|[一二两三四五六七八九十百几数好]{1,3})多?倍(?!数|率|增|速)`,
      'g',
    ),
    judge([actual]) {
      const number = /\d[\d.]*/.exec(actual)?.[0];
      return number !== undefined && Number(number) < 1 ? undefined : {};
    },
  },
  {
    message: 'beyond',
    needs: ['#%', '#％'],
    with: FALLS,
    pattern: new RegExp(`${FALL}了?(?:近|约|超过|逾|至少)?(${NUMBER})[%％]`, 'g'),
    judge: ([, number]) => (Number(number) > 100 ? {} : undefined),
  },
  {
    message: 'both',
    needs: ['百分点'],
    pattern: new RegExp(`(${NUMBER})(?:[%％]个?百分点|个百分点[%％])`, 'g'),
    judge: ([, number]) => ({ instead: [`${number}个百分点`] }),
  },
  {
    message: 'points',
    needs: ['个百分比'],
    pattern: /(?<=\d|[一二两三四五六七八九十几])个百分比(?![例值率重数分])/g,
    judge: () => ({ instead: ['个百分点'], message: 'measure' }),
  },
  {
    message: 'points',
    needs: ['#%', '#％'],
    with: ['从', '由'],
    holds: /\d[%％][^。；！？\d]{0,16}\d/,
    // 从15%提高到18%，提高了3%: the last is the difference of the two before it.
    pattern: new RegExp(
      `(?<=[从由](?:[^，。；！？\\d]{0,8}的)?(${NUMBER})[%％][^。；！？\\d]{0,16}?(${NUMBER})[%％][^。；！？\\d]{0,12}?)(${NUMBER})[%％]`,
      'g',
    ),
    judge([, from = '', to = '', by = '']) {
      const difference = Math.abs(Number(to) - Number(from));
      return Math.abs(difference - Number(by)) < 1e-6 ? { instead: [`${by}个百分点`] } : undefined;
    },
  },
]);

export const wrongPercent = defineCheck({
  id: 'wrong-percent',
  title: { en: 'Percent and times', zh: '百分数和倍数' },
  summary: {
    en: 'Nothing falls by twice itself or by more than 100 %, and the difference of two percentages is 百分点.',
    zh: '减少不用“倍”，也不会超过100%；两个百分数相差的是“百分点”。',
  },
  scope: 'passage',
  severity: 'warning',
  mistake: 'word',
  triggers: '倍%％百',
  messages: {
    times: {
      en: '`{actual}`: what falls by once its size is gone. Say by how much, or to what (下降了一半, 降至三分之一)',
      zh: '“{actual}”：减少一倍就没有了，减少不用“倍”，可说“下降了一半”“降至三分之一”',
    },
    beyond: {
      en: '`{actual}`: nothing falls by more than 100 %',
      zh: '“{actual}”：减少不会超过100%',
    },
    points: {
      en: '`{actual}` is the difference of two percentages: write `{expected}`',
      zh: '两个百分数相差的是百分点：“{actual}”应为“{expected}”',
    },
    measure: {
      en: 'A difference is counted in 百分点, not in 百分比: write `{expected}`',
      zh: '相差多少用“百分点”，不用“百分比”，应为“{expected}”',
    },
    both: {
      en: '`{actual}` has both `%` and 百分点: write `{expected}`',
      zh: '“{actual}”中“%”与“百分点”重复，应为“{expected}”',
    },
    replace: { en: 'Write `{instead}`', zh: '改为“{instead}”' },
  },
  run: ({ prose }) => slipsIn(prose),
});
