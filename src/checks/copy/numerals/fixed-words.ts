import type { Slip } from '../slips.ts';

type Message = 'word' | 'letter' | 'lunar' | 'era' | 'session' | 'class';

const HAN = '〇一二三四五六七八九';

/** Numbers up to 99 as Chinese says them: 23 is 二十三. */
function inHan(digits: string): string {
  const number = Number(digits);
  const [tens, units] = [Math.floor(number / 10), number % 10];
  if (number === 0) return '零';
  return `${tens === 0 ? '' : `${tens === 1 ? '' : HAN.charAt(tens)}十`}${units === 0 ? '' : HAN.charAt(units)}`;
}

const withHan = (text: string): string => text.replace(/\d{1,2}/g, inHan);

/** Words whose number is a part of them. What stands before and after keeps look-alikes (8路公交, 3峡谷口) out. */
const WORDS: readonly string[] = [
  '(?:星期|礼拜)[1-6](?![\\d个天])',
  '8国联军',
  '[3-9]方会谈',
  '1带1路',
  '一带1路',
  '1带一路',
  '[24]个(?:维护|意识|自信)',
  '3农(?=问题|工作|政策|领域|[，。、])',
  '3甲医院',
  '4合院',
  '5星红旗',
  '8路军',
  '1国两制',
  '一国2制',
  '1国2制',
  '5一(?:劳动|国际劳动)?节',
  '6一(?:国际)?儿童节',
  '8一(?:建军)?节',
  '7夕(?:节)?',
  '5四(?:运动|青年节|精神)',
  '3八(?:国际)?妇女节',
  '9九重阳',
  '4面8方',
  '1心1意',
  '3心2意',
  '千方100计',
  '1举两得',
  '7上8下',
];

const ERAS = '康熙|雍正|乾隆|嘉庆|道光|咸丰|同治|光绪|宣统|万历|崇祯|永乐|洪武|嘉靖|贞观|开元|天宝|庆应|明治';

export const fixedWords: readonly Slip<Message>[] = [
  {
    message: 'word',
    needs: [
      ...'期# 拜# 国联军 #方会谈 带1 1带 #个维护 #个意识 #个自信 #农 #甲医 #合院 #星红旗 #路军 #国两 #国2 国2制 #一 #夕'.split(
        ' ',
      ),
      ...'#四 #八 #九重阳 #面8 #心1 #心2 方1 #举两 7上8'.split(' '),
    ],
    pattern: new RegExp(`(?<![\\d.A-Za-z—～~–第-]|\\d[:：])(?:${WORDS.join('|')})`, 'g'),
    judge: ({ 0: actual }) => ({
      instead: [
        actual
          .replace('100', '百')
          .replace('[24]个', '')
          .replace(/^2个/, '两个')
          .replace(/2制/, '两制')
          .replace(/\d/g, inHan),
      ],
    }),
  },
  {
    message: 'letter',
    needs: ['@G', '@g'],
    pattern: /[二三四五六][Gg](?=手机|网络|基站|技术|时代|信号|用户|牌照|通信|套餐|应用|标准)/g,
    judge: ({ 0: actual }) => ({ instead: [`${HAN.indexOf(actual.charAt(0))}G`] }),
  },
  {
    message: 'lunar',
    needs: ['正月', '腊月', '冬月', '农历', '初', '阴历', '旧历'],
    with: ['初#', '月#', '#月', '年#'],
    pattern:
      /(?:正月|腊月|冬月|大年|[一二三四五六七八九十]月)初[1-9](?![\d月])|大年初?30|(?:正月|腊月|冬月)(?:[12]\d|30)(?![\d月年个人])|(?:农历|阴历|旧历)(?:[正腊冬]|(?:闰)?\d{1,2})月(?:初?\d{1,2}(?:日)?)?(?=[^\d]|$)/g,
    judge({ 0: actual }) {
      if (!/\d/.test(actual)) return undefined;
      const day = /月初?(\d{1,2})日?$/.exec(actual)?.[1];
      const month = actual.replace(/(?<=月)初?\d{1,2}日?$/, '').replace(/\d{1,2}/g, inHan);
      if (day === undefined) return { instead: [withHan(actual)] };
      return { instead: [`${month}${Number(day) <= 10 ? '初' : ''}${inHan(day)}`] };
    },
  },
  {
    message: 'era',
    needs: ERAS.split('|').map((era) => `${era}#`),
    pattern: new RegExp(`(?<=${ERAS})\\d{1,2}年`, 'g'),
    judge: ({ 0: actual }) => ({ instead: [withHan(actual)] }),
  },
  {
    message: 'session',
    needs: ['#届', '届#'],
    pattern:
      /(?<!\d)第?\d{1,2}届(?=全国(?:人大|政协|人民代表)|中央(?:委员会|纪委))|(?<!\d)\d{1,2}届[\d一二三四五六七八九]中全会|(?<=届)[1-9]中全会/g,
    judge: ({ 0: actual }) => ({ instead: [withHan(actual)] }),
  },
  {
    message: 'session',
    needs: ['#次会议'],
    pattern: /(?<=届全国(?:人大|政协)(?:常委会)?第?)\d{1,2}次会议/g,
    judge: ({ 0: actual }) => ({ instead: [withHan(actual)] }),
  },
  {
    message: 'class',
    severity: 'info',
    needs: ['#个班'],
    pattern: /[高初][123][1-9]\d?个班/g,
    judge: ({ 0: actual }) => ({
      instead: [`${actual.charAt(0)}${HAN.charAt(Number(actual.charAt(1)))}${actual.slice(2)}`],
    }),
  },
];
