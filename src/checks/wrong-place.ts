import { isInside } from '../model/addresses.ts';
import type { Passage } from '../model/article.ts';
import { askedOfText, isChineseProse } from '../model/kept.ts';
import { type Draft, defineCheck } from './check.ts';
import { chineseRules } from './copy/chinese-rules.ts';
import { quotedIn } from './copy/quoted.ts';
import { type PlaceName, placesIn } from './words/places.ts';
import { writesSimplified } from './words/simplified.ts';
import { walkedOf } from './words/walk.ts';

type Message = 'elsewhere' | 'former' | 'short' | 'replace';

export const wrongPlace = defineCheck({
  id: 'wrong-place',
  title: { en: 'Place', zh: '行政区划' },
  summary: {
    en: 'A county, city or district lies in the province and prefecture that stand before it, and has the name that it has today.',
    zh: '县、市、区与前面的省、市隶属相符，并用现在的名称。',
  },
  source: '行政区划管理条例',
  scope: 'article',
  severity: 'warning',
  mistake: 'name',
  options: {
    former: {
      type: 'boolean',
      default: true,
      about: { en: 'Whether names that were given up are shown, as a hint.', zh: '是否提示已经停用的地名。' },
    },
    full: {
      type: 'boolean',
      default: false,
      about: {
        en: 'Whether autonomous counties and prefectures must have their full name where they are named first.',
        zh: '自治州、自治县首次出现是否应写全称。',
      },
    },
  },
  messages: {
    elsewhere: {
      en: '{place} lies in {owner}, not in {named}',
      zh: '“{place}”属{owner}，不属{named}，请核对',
    },
    former: {
      en: '{place} has been {now} since {since}',
      zh: '“{place}”{since}年起为“{now}”，写今天的事请用现名',
    },
    short: {
      en: '{place} is {now} in full, which stands where it is named first',
      zh: '“{place}”首次出现宜写全称“{now}”',
    },
    replace: { en: 'Write `{now}`', zh: '改为“{now}”' },
  },
  *run(_article, { house, options, reading }) {
    if (!writesSimplified(house)) return;
    const named = new Set<string>();
    for (const passage of reading.passages) {
      const { prose } = passage;
      if (!namesPlaces(prose)) continue;
      const places = placesIn(prose);
      yield* strayIn(passage, places);
      for (const place of places) {
        const { name, full, level, from, to, since } = place;
        const isShort = (level === 'county' || level === 'prefecture') && full !== name;
        if (isShort && options.full && !named.has(full) && !isInside(quotedIn(prose), from)) {
          yield { message: 'short', severity: 'info', data: { place: name, now: full }, at: prose.at(from, to) };
        }
        named.add(full);
        if (since === undefined || !options.former || !isToday(prose.text, from, name)) continue;
        if (isInside(quotedIn(prose), from)) continue;
        const fixes = [{ title: 'replace' as const, safe: false, prose: [{ from, to, text: full }] }];
        const data = { place: name, now: full, since };
        yield { message: 'former', severity: 'info', data, at: prose.at(from, to), fixes };
      }
    }
  },
});

/** Whether a text may name a place of which there is something to say. */
const namesPlaces = askedOfText(
  (text, prose) =>
    isChineseProse(prose) &&
    walkedOf(prose).places.length > 0 &&
    /[省市县州区旗盟]/.test(text) &&
    placesIn(prose).length > 0,
);

/** What stands right behind a province or prefecture that it does not lie in. */
function* strayIn({ prose }: Passage, places: readonly PlaceName[]): Iterable<Draft<Message>> {
  const isProse = chineseRules(prose.text);
  for (const [index, place] of places.entries()) {
    const before = places[index - 1];
    if (before?.to !== place.from || place.under.length === 0 || place.level === 'province') continue;
    if (isInside(quotedIn(prose), place.from) || !isProse(place.from)) continue;
    // 城关区域, 江宁区位: no district.
    if (place.level === 'district' && /^[域间块位段划片]/.test(prose.text.slice(place.to))) continue;
    const isSmall = place.level === 'county' || place.level === 'district';
    const isStray =
      before.level === 'province'
        ? !place.under.some(({ province }) => before.under.some((other) => other.province === province))
        : before.level === 'prefecture' && isSmall && !place.under.some(({ prefecture }) => prefecture === before.full);
    if (!isStray) continue;
    const [owner = { province: '', prefecture: '' }] = place.under;
    const data = {
      place: place.name,
      owner: owner.province + (isSmall ? owner.prefecture : ''),
      named: before.name,
    };
    yield { message: 'elsewhere', data, at: prose.at(place.from, place.to) };
  }
}

/** Whether nothing before a place says that it is the name of another time, or the end of another name. */
function isToday(text: string, from: number, name: string): boolean {
  const before = text.slice(Math.max(0, from - 16), from);
  if (name.length === 2 && /[\u3400-\u9fff]$/.test(before) && !/[在到从赴省市的和与及]$/.test(before)) return false;
  return !/(?:原|前|旧|时|古|老|曾|称|为)$|(?:19|20)\d\d年[^，。；]{0,8}$/.test(before);
}
