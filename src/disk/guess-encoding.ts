/** What a file without a mark, and not in UTF-8, is most likely written in. */
type Guess = 'gb18030' | 'big5' | 'shift_jis' | 'euc-jp' | 'euc-kr';

/**
 * Characters that any page of modern Chinese is full of: of running text they make up two fifths, of a headline or a
 * list of names a fifth. What is no Chinese, and is read as if it were, has them by chance: one in thirty.
 */
const frequent = new Set(
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小现实加都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处世县车记报讯海州镇村万元市省今稿图摄编辑责任访',
);

/** The same of Traditional Chinese, where it is written otherwise. */
const frequentTraditional = new Set(
  '的一是在不了有和人這中大為上個國我以要他時來用們生到作地於出就分對成會可主發年動同工也能下過子說產種面而方後多定行學法所民得經十三之進著等部度家電力裡如水化高自二理起小現實加都兩體制機當使點從業本去把性好應開它合還因由其些然前外天政四日那社義事平形相全表間樣與關各重新線內數正心反你明看原又麼利比或但質氣第向道命此變條只沒結解問意建月公無系軍很情者最立代想已通並提直題黨程展記報訊編輯責任攝圖',
);

/** Marks that Chinese is set with; as bytes they stand for nothing in the other encodings' running text. */
const marks = new Set('，。、：；！？“”《》（）');

/** How much of a text is looked at, in UTF-16 units. */
const enough = 20_000;

/** With fewer characters that are not ASCII any encoding fits by chance. */
const least = 12;

/**
 * Whether bytes that can be read as GB18030 certainly are that. When not, what they rather are; `undefined` when
 * nothing can be told.
 *
 * @param text the bytes read as GB18030
 */
export function guessEncoding(bytes: Uint8Array, text: string): Guess | undefined {
  if (readsAsChinese(text)) return 'gb18030';
  const others: readonly (readonly [Guess, (text: string) => boolean])[] = [
    ['shift_jis', isJapanese],
    ['euc-jp', isJapanese],
    ['euc-kr', (read) => shareOf(read, /[\uac00-\ud7a3]/g) > 0.7],
    ['big5', (read) => looksChinese(read, frequentTraditional)],
  ];
  return others.find(([encoding, looks]) => {
    const read = readAs(encoding, bytes);
    return read !== undefined && read.replace(/[\0-\x7f]/g, '').length >= least && looks(read);
  })?.[0];
}

/** Whether a text is Chinese as it is written, in characters of either kind. */
export const readsAsChinese = (text: string): boolean => looksChinese(text.slice(0, enough), frequent);

const isJapanese = (text: string): boolean => shareOf(text, /[\u3041-\u30fa]/g) > 0.2;

function readAs(encoding: Guess, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes).slice(0, enough);
  } catch {
    return undefined;
  }
}

/** Whether a seventh of what is not ASCII, marks aside, are characters that Chinese is full of, and few are rare. */
function looksChinese(text: string, common: ReadonlySet<string>): boolean {
  let all = 0;
  let known = 0;
  let rare = 0;
  for (const character of text) {
    if (character < '\u0080' || marks.has(character)) continue;
    all++;
    if (common.has(character)) known++;
    // Half-width kana, private use, and what no text in these encodings has.
    else if (/[\ue000-\uf8ff\uff61-\uff9f\ufffd]/.test(character) || character > '\uffff') rare++;
  }
  return known * 7 >= all && rare * 20 <= all;
}

/** Which share of what is not ASCII matches; 0 for a text of ASCII alone. */
function shareOf(text: string, pattern: RegExp): number {
  const all = text.replace(/[\0-\x7f]/g, '').length;
  return all === 0 ? 0 : (text.match(pattern)?.length ?? 0) / all;
}
