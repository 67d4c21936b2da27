import { type WordHeads, wordHeads } from '../../model/word-heads.ts';
import { lexicon } from './lexicon.ts';

/** A province, a prefecture, a county or a district of the mainland, or a name that one had. */
export interface Named {
  readonly name: string;
  readonly level: 'province' | 'prefecture' | 'county' | 'district' | 'former';
  /** Where places of this name lie: province and prefecture; '' for what is under the province itself. */
  readonly under: readonly { readonly province: string; readonly prefecture: string }[];
  /** In full, where this is the short form of an autonomous county or prefecture: 沿河县, 恩施州; else the name. */
  readonly full: string;
  /** Of a former name the year of the present one. */
  readonly since?: string;
}

interface Names {
  readonly heads: WordHeads;
  readonly all: readonly Named[];
}

let names: Names | undefined;

/** Peoples in the names of autonomous regions, prefectures and counties. */
const PEOPLES =
  /(?:各族|蒙古族?|回族?|藏族?|维吾尔族?|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族?|傣族|黎族|傈僳族|佤族|畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族?|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯族?|阿昌族|普米族|塔吉克族?|怒族|鄂温克族|德昂族|保安族|裕固族|独龙族|鄂伦春族?)+自治(?=[县州区旗])/;

/** The names, made ready when a text first asks. */
export function placeNames(): Names {
  if (names) return names;
  const { places, formerPlaces } = lexicon();
  const byName = new Map<string, Omit<Named, 'under'> & { readonly under: Named['under'][number][] }>();
  const note = (name: string, level: Named['level'], full: string, under: Named['under'][number]): void => {
    const known = byName.get(name);
    if (known === undefined) byName.set(name, { name, level, full, under: [under] });
    else known.under.push(under);
  };
  for (const line of places.split('\n')) {
    const [province = '', ...parts] = line.split('\t');
    const whole = { province, prefecture: '' };
    note(province, 'province', province, whole);
    const short = province.replace(/(?:壮族|回族|维吾尔)?自治区$|省$/, '');
    if (short !== province) note(short, 'province', province, whole);
    for (const part of parts) {
      const [prefecture = '', counties = ''] = part.split(':');
      const under = { province, prefecture };
      if (prefecture !== '') note(prefecture, 'prefecture', prefecture, under);
      // 恩施州, 恩施自治州
      const shortest = prefecture.replace(PEOPLES, '');
      if (shortest !== prefecture)
        for (const shorter of [shortest, shortest.replace(/州$/, '自治州')])
          note(shorter, 'prefecture', prefecture, under);
      for (const county of counties.split(' ').filter(Boolean)) {
        note(county, county.endsWith('区') ? 'district' : 'county', county, under);
        const shorter = county.includes('自治') ? county.replace(PEOPLES, '') : county;
        if (shorter !== county && shorter.length > 2) note(shorter, 'county', county, under);
      }
    }
  }
  for (const line of formerPlaces.split('\n')) {
    const [name = '', full = '', since = ''] = line.split('\t');
    if (!byName.has(name)) byName.set(name, { name, level: 'former', full, since, under: [] });
  }
  const all = [...byName.values()];
  names = { all, heads: wordHeads(all.map(({ name }) => name)) };
  return names;
}
