import { fold } from '../model/byline/lexicon/fold.ts';

/** Traditional characters of names of fields and of words for stages that the lexicon of bylines does not fold. */
const pairs =
  '標标簡简導导語语間间佈布發发類类別别欄栏塊块關关鍵键詞词籤签縮缩狀状態态階阶稱称連连結结閱阅讀读說说創创開开' +
  '審审稿稿圖图摘摘撰撰簽签釋释線线歸归檔档寫写終终複复復复暫暂';

const folded: ReadonlyMap<string, string> = new Map(
  Array.from({ length: pairs.length / 2 }, (_, index) => [pairs.charAt(index * 2), pairs.charAt(index * 2 + 1)]),
);

/** A short word with the characters of our words in their simplified form: `發佈時間` is `发布时间`. */
export function simplified(word: string): string {
  return [...fold(word)].map((one) => folded.get(one) ?? one).join('');
}
