import type { Slip } from '../slips.ts';

type Message = 'unit' | 'symbol' | 'foreign';

/** A number, or a word that counts, stands before a unit. */
const COUNTED = '(?<=[\\d〇一二两三四五六七八九十百千万亿几数半多余每]\\s?)';

/** Units that the law has abolished, with those that took their place. */
const ABOLISHED: Readonly<Record<string, string>> = {
  公分: '厘米',
  平米: '平方米',
  公尺: '米',
  公升: '升',
  公哩: '公里',
  公厘: '毫米',
  立方公尺: '立方米',
  平方公尺: '平方米',
  市斤: '斤',
  瓩: '千瓦',
  糎: '厘米',
  粍: '毫米',
};

/** Units of other countries: a figure in legal units belongs beside them or in their place. */
const FOREIGN = ['英里', '英尺', '英亩', '加仑', '海浬', '平方英里', '平方英尺', '哩', '呎', '吋', '浬'];

const SYMBOLS: Readonly<Record<string, string>> = {
  KG: 'kg',
  Kg: 'kg',
  KM: 'km',
  Km: 'km',
  CM: 'cm',
  Cm: 'cm',
  MM: 'mm',
  Mm: 'mm',
  ML: 'mL',
  Ml: 'mL',
  KW: 'kW',
  Kw: 'kW',
  kw: 'kW',
  KWH: 'kW·h',
  KWh: 'kW·h',
  Kwh: 'kW·h',
  kwh: 'kW·h',
  KV: 'kV',
  Kv: 'kV',
  Mpa: 'MPa',
  Kpa: 'kPa',
  KPa: 'kPa',
  KPA: 'kPa',
  Hpa: 'hPa',
  hpa: 'hPa',
  HPa: 'hPa',
  Khz: 'kHz',
  KHz: 'kHz',
  KHZ: 'kHz',
  Mhz: 'MHz',
  MHZ: 'MHz',
  Ghz: 'GHz',
  GHZ: 'GHz',
  Mw: 'MW',
  KVA: 'kV·A',
  Kva: 'kV·A',
  HZ: 'Hz',
  hz: 'Hz',
};

export const units: readonly Slip<Message>[] = [
  {
    message: 'unit',
    needs: Object.keys(ABOLISHED),
    pattern: new RegExp(`${COUNTED}(?:${Object.keys(ABOLISHED).join('|')})`, 'g'),
    judge: ({ 0: actual }) => ({ instead: [ABOLISHED[actual] ?? actual] }),
  },
  {
    message: 'unit',
    needs: ['平方', '立方'],
    pattern: /(?<=\d[万千百多余]{0,2})[平立]方(?![米公千厘分毫市英尺寸里码根数和差程面体])(?=的|[，。；、）]|左右|$)/g,
    judge: ({ 0: actual }) => ({ instead: [`${actual}米`] }),
  },
  {
    message: 'foreign',
    severity: 'info',
    needs: FOREIGN,
    pattern: new RegExp(`${COUNTED}(?:${FOREIGN.join('|')})`, 'g'),
    judge: () => ({}),
  },
  {
    message: 'symbol',
    needs: Object.keys(SYMBOLS),
    pattern: new RegExp(
      `(?<=(?<![A-Za-z.-])\\d{1,9}(?:\\.\\d{1,9})?\\s?)(?:${Object.keys(SYMBOLS)
        .sort((a, b) => b.length - a.length)
        .join('|')})(?![A-Za-z\\d-])`,
      'g',
    ),
    judge: ({ 0: actual }) => ({ instead: [SYMBOLS[actual] ?? actual] }),
  },
];
