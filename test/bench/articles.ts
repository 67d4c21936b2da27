/**
 * Articles as newsrooms write them, made of our own phrases about invented places: bylines with one to four names,
 * quotations, figures, book titles, pictures with caption and credit, and a slip in one paragraph of twenty. In 1,000
 * characters they have about as many of each mark as a year of broadcast transcripts and press copy (a test in
 * `test/bench/profile.test.ts` holds the figures). No two sentences that matter to a cache are alike.
 */

import { numbers } from '../numbers.ts';

const surnames = [...'陆高周何沈贺温林许韩丁方崔姜谢范汪邹熊石'];
const given = [
  '晓晴',
  '远',
  '砚',
  '竹',
  '若舟',
  '景行',
  '故',
  '一苇',
  '清和',
  '明川',
  '子衿',
  '望舒',
  '思齐',
  '牧野',
  '见微',
];
const places = [
  '河湾镇',
  '青石滩',
  '柳叶渡',
  '云脚村',
  '澜溪县',
  '海州市',
  '青禾镇',
  '雾江区',
  '桐坪乡',
  '白沙洼',
  '松岭林场',
];
const bodies = ['水利站', '农业农村局', '合作社', '气象台', '交通运输局', '文化馆', '卫生院', '供电所', '消防救援大队'];
const things = [
  '高山番茄',
  '晚橙',
  '春茶',
  '冷链车',
  '水渠',
  '便民桥',
  '光伏路灯',
  '农家书屋',
  '村级医疗点',
  '智慧大棚',
];
const deeds = ['投入使用', '通过验收', '开工建设', '增产', '完成改造', '对外开放', '签约', '上市'];
const books = ['《澜溪县志》', '《河湾镇农田水利规划》', '《关于做好春耕备耕工作的通知》', '《柳叶渡民歌集》'];
const columns = ['乡村', '时政要闻', '社会', '生态', '文化'];

/** Makes articles of about `bytes` bytes of UTF-8; the same seed gives the same article. */
export function makeArticle(bytes: number, seed: number): string {
  const below = numbers(seed * 0x9e3779b9 + 0x6d2b79f5);
  const of = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const name = (): string => of(surnames) + of(given);
  const people = (most: number): readonly string[] => [...new Set(Array.from({ length: 1 + below(most) }, name))];
  const date = (): string => `${1 + below(12)}月${1 + below(28)}日`;
  const money = (): string => `${10 + below(9000)}万元`;
  const share = (): string => `${1 + below(99)}.${below(10)}%`;
  const households = (): string => `${3 + below(90)}户${100 + below(400)}人`;
  const years = (): string => `${1990 + below(36)}年至${2027 + below(9)}年`;
  const sentences: readonly (() => string)[] = [
    () =>
      `${date()}，${of(places)}${of(bodies)}负责人${name()}在现场介绍，今年全镇${of(things)}种植面积比去年增加${share()}。`,
    () =>
      `“去年这个时候还在为销路发愁，今年${of(things)}还没下树就订出去${1 + below(9)}万斤。”村民${name()}一边装箱一边说。`,
    () =>
      `据${of(places)}${of(bodies)}统计，截至${date()}，当地${of(things)}、${of(things)}和${of(things)}三项${of(deeds)}，总投资${money()}。`,
    () => `按照${of(books)}，${of(places)}（含${of(places)}、${of(places)}两个片区）将在${years()}间分批${of(deeds)}。`,
    () =>
      `镇里请来${of(places)}${of(bodies)}的技术员，手把手教乡亲们修枝、施肥、记账，前后办了${2 + below(30)}期培训班。`,
    () =>
      `从${of(places)}到${of(places)}，过去要绕行${2 + below(80)}公里，如今一刻钟就到；山货当天就能进城，鲜果损耗降到${share()}以下。`,
    () => `${name()}说：“路修到家门口，日子就有奔头。明年打算再添${2 + below(8)}座大棚，把‘云脚’牌子打出去。”`,
    () => `目前，${of(places)}已有${households()}接入新管网，${of(bodies)}每周巡查一次，发现问题当天处理。`,
    () => `受访的${name()}、${name()}都提到同一件事：入冬以前，${of(things)}必须${of(deeds)}，否则来年春灌要受影响。`,
  ];
  const reporters = people(3);
  const correspondents = below(3) === 0 ? people(2) : [];
  const photographer = name();
  const title = `${of(places)}${of(things)}${of(deeds)}${below(3) === 0 ? ` 惠及${households()}` : ''}`;
  const head = [
    '---',
    `title: ${title}`,
    ...(below(4) === 0 ? [`subtitle: ——${of(places)}见闻`] : []),
    `column: ${of(columns)}`,
    `published: 2026-0${1 + below(6)}-${10 + below(18)} 08:${10 + below(49)}:10`,
    'source: 中国报道',
    `reporters: [${reporters.join(', ')}]`,
    ...(correspondents.length > 0 ? [`correspondents: [${correspondents.join(', ')}]`] : []),
    `keywords: [${of(places)}, ${of(things)}]`,
    `editor: ${name()}`,
    '---',
  ].join('\n');
  const byline = `中国报道讯（记者${reporters.join(' ')}${correspondents.length > 0 ? ` 通讯员${correspondents.join(' ')}` : ''}）`;
  let text = `${head}\n\n${byline}`;
  let size = Buffer.byteLength(text);
  for (let index = 0; size < bytes - 120; index++) {
    let paragraph = '';
    for (let count = 1 + below(4); count > 0; count--) paragraph += of(sentences)();
    // A draft has a slip now and then.
    if (index % 20 === 19) paragraph += of(['演出者阿依古丽•买买提说,好。', '他说...路通了。', '共３项,均已完成。']);
    if (index % 9 === 5) paragraph = `## ${of(places)}：${of(things)}的一年\n\n${paragraph}`;
    if (index % 11 === 7)
      paragraph += `\n\n![${of(things)}](图片/${seed}-${index}.jpg)\n\n${date()}，${of(places)}村民在采收${of(things)}。（${photographer}摄）`;
    text += `${paragraph}\n\n`;
    size += Buffer.byteLength(paragraph) + 2;
  }
  return `${text}责任编辑：${name()}\n`;
}
