import { readFileSync } from 'node:fs';
import { areaList } from '@vant/area-data';

/** Tables of places, each a text. */
interface Places {
  /**
   * One line a province: its name, then, each after a tab, what is under it: a prefecture, a colon and its counties and
   * cities; a colon alone before those that are under the province itself.
   */
  readonly places: string;
  /** Names that are no longer in use, each line with the present one and the year. */
  readonly formerPlaces: string;
}

/** Counties, banners and cities. */
const isCounty = (name: string): boolean => /^[\u4e00-\u9fff]{1,}(?:县|市|旗)$/.test(name);

/** Names that cities give to parts of theirs that are no district: 新城区, 滨江区, 城东区. */
const ANYWHERE = /^[东西南北中新老旧城市江河湖海滨郊矿山港上下前后内外大小铁开发高科技]+区$/;

/** Districts of whose name there is one in the country; every second city has a 朝阳区. */
function onlyDistricts(names: readonly string[]): ReadonlySet<string> {
  const districts = names.filter((name) => /^[\u4e00-\u9fff]{2,}区$/.test(name) && !ANYWHERE.test(name));
  return new Set(districts.filter((name) => names.filter((other) => other === name).length === 1));
}

export function compiledPlaces(): Places {
  const { province_list, city_list, county_list } = areaList;
  const districts = onlyDistricts(Object.values(county_list));
  const lines = Object.entries(province_list).flatMap(([code, province]) => {
    // Townships stand among Taiwan's counties, and Hong Kong and Macao have neither.
    if (/^(?:71|81|82)/.test(code)) return [];
    const under = Object.entries(city_list).filter(([city]) => city.startsWith(code.slice(0, 2)));
    const parts = under.map(([city, name]) => {
      const counties = Object.entries(county_list)
        .filter(
          ([county, called]) => county.startsWith(city.slice(0, 4)) && (isCounty(called) || districts.has(called)),
        )
        .map(([, called]) => called);
      const isReal = /(?:市|自治州|盟|地区)$/.test(name) && name !== province;
      return `${isReal ? name : ''}:${counties.join(' ')}`;
    });
    return [[province, ...parts].join('\t')];
  });
  return {
    places: lines.join('\n'),
    formerPlaces: readFileSync('src/checks/words/former-places.tsv', 'utf8').trimEnd(),
  };
}
