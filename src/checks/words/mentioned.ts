/** Words by which a text speaks of a word instead of using it. */
const speaksOfWords = /误|错|别字|应为|应作|写成|写作|正确|规范|而非|不是|词语|词典|用字|校对/;

/**
 * Whether a text speaks of the word at `[from, to)` instead of using it: it stands alone between quotation marks, and
 * the text has the right word too or says that it is about words: “按装”应为“安装”. Linear in the length of `text`.
 */
export function isMentioned(text: string, from: number, to: number, right: string): boolean {
  const before = text.charAt(from - 1);
  const after = text.charAt(to);
  const alone =
    (before === '“' && after === '”') || (before === '‘' && after === '’') || (before === '「' && after === '」');
  return alone && (text.includes(right) || speaksOfWords.test(text));
}
