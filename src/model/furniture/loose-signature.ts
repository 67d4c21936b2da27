import { fold } from '../byline/lexicon/fold.ts';
import { looksPersonal } from '../byline/names/names.ts';
import { isOutlet, isPlace, outletPrefix } from '../byline/names/outlets.ts';
import { readByline } from '../byline/read-byline.ts';
import type { Passage } from '../passage.ts';
import type { Place } from '../prose.ts';

/** No line that says where a text is from is longer, in UTF-16 units. */
const LONGEST = 100;

/** （本报综合）, 海州日报编辑部, 本网记者综合报道 */
const desk =
  /^(?:本[报刊网社台站号端版栏]|(?<outlet>[^ 、,。:;!?()]{2,14}?))(?:(?<who>记者|编辑|编辑部|评论员|评论部|新闻部|采编部|采编中心|编辑组|编委会|小编)(?:综合|编译|整理)?|综合|编译|整理|摘编)(?:报道|报导|整理|消息|编译|编写|摘编|讯)?$/;
/** （综合海州社、河湾晚报报道）, （综合报道） */
const compiled = /^综合(?:整理|编辑|报道|报导|消息|编译)?(?:自|:)?(?<from>[^。;!?]{0,60})$/;
/** （据海州社）, 摘自《海州日报》 */
const taken =
  /^(?<how>据|来源|稿源|稿件来源|文章来源|信息来源|内容来源|摘自|摘编自|选自|转自|转载自|转载于|原载于?|刊于|综合自|编译自|整理自|内容来自|素材来自)[ :]{0,3}(?<from>[^。;!?]{2,60})$/;
/** What may follow the names of outlets: 报道, 6月1日电, 等. */
const tail =
  /(?:\d{1,2}月)?(?:\d{1,2}日)?(?:等媒体|等)?(?:综合)?(?:报道|报导|消息|电|专电|讯|供稿)?(?:综合|整理|编译)?$/;
const channel = /(?:公众号|客户端|微博|视频号|官网|网站|新闻网|频道|快讯|电讯)$/;
const english =
  /^(?:[—–-]+ ?)?(?:(?:compiled|reported|written|edited) (?:by|from) )?(?:our |the )?(?:staff|wires?|agenc(?:y|ies)|newsroom|editorial)(?: (?:and|&) (?:staff|wires?|agenc(?:y|ies)|news))?(?: (?:reports?|services?|writers?|staff|team|desk|board))?$/i;
const englishAgency = /^[—–-]+ ?(?:AP|AFP|dpa|UPI|PA|Reuters|Xinhua|Kyodo|Bloomberg)$/;

const bracketed = /^[（(【［[](.*)[）)】］\]][。.]?$/;
/** The last bracket of a text, with or without a stop behind it. */
const bracketAtEnd = /[（(【［[]([^（）()【】［］[\]\n]{2,100})[）)】］\]]([。.．]?)\s*$/;

/**
 * What says at the end of an article where it is from though nobody signs it: a desk (`（本报综合）`), other outlets
 * (`（据某社）`), or names in a bracket before the last stop, which may be an aside as well. `undefined` when nothing does.
 *
 * @param paragraphs the last ones of the article, in order
 */
export function readLooseSignature(paragraphs: readonly Passage[]): Place | undefined {
  for (const { prose } of paragraphs) {
    const text = prose.text.trim();
    const said = text.length <= LONGEST ? (bracketed.exec(text)?.[1] ?? text.replace(/[。.]$/, '')) : undefined;
    if (said !== undefined && saysWhoseItIs(said)) return prose.at(0, prose.text.length);
  }
  const prose = paragraphs.at(-1)?.prose;
  const last = prose && bracketAtEnd.exec(prose.text.slice(-LONGEST - 20));
  if (!prose || !last?.[1]) return undefined;
  const place = prose.at(prose.text.length - last[0].length, prose.text.length);
  return saysWhoseItIs(last[1]) || (last[2] !== '' && areNames(last[1])) ? place : undefined;
}

function saysWhoseItIs(written: string): boolean {
  const s = fold(written).trim();
  if (english.test(s) ? / /.test(s) || /^agencies$/i.test(s) : englishAgency.test(s)) return true;
  const house = desk.exec(s)?.groups;
  if (house && (house.outlet === undefined || isOutlet(house.outlet))) return true;
  const sources = compiled.exec(s)?.groups?.from;
  if (sources !== undefined) return sources === '' || haveOutlet(sources);
  const found = taken.exec(s)?.groups;
  if (found?.from === undefined) return false;
  return haveOutlet(found.from) || (found.how !== '据' && found.from.startsWith('《'));
}

/** Whether one of the names is that of an outlet: 海州日报、河湾晚报等. */
function haveOutlet(names: string): boolean {
  return names.split(/[ 、,&]|(?<=.{2})[和与及](?=.{2})/).some((name) => {
    const bare = name.replace(tail, '');
    if (isOutlet(bare) || (bare.length > 3 && channel.test(bare))) return true;
    const outlet = outletPrefix(bare);
    // 海州社河湾镇6月1日电
    return outlet > 2 && (/日[电讯]$/.test(name) || isPlace(bare.slice(outlet)));
  });
}

/** （陆晓晴）, （陆晓晴 高远） */
function areNames(written: string): boolean {
  const read = readByline(`（${written}）`, 'line');
  if (read?.kind !== 'bracket' || read.roles.length > 0 || read.people.length === 0) return false;
  const names = read.people.map(({ text }) => fold(text).replace(/ /g, ''));
  return names.every((name) => looksPersonal(name)) && (names.length > 1 || (names[0]?.length ?? 0) > 2);
}
