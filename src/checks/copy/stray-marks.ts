import { endsLowQuotation } from './foreign-quotes.ts';
import { findSlips } from './slips.ts';

type StrayMessage = 'head' | 'inside' | 'both' | 'slash' | 'colon' | 'within' | 'bracketed' | 'write' | 'drop';

/** Marks where no pause is, or on the wrong side of a quotation mark or a bracket. */
export const strayMarksIn = findSlips<StrayMessage>([
  {
    message: 'head',
    severity: 'warning',
    fixTitle: 'drop',
    needs: ['^，', '^。', '^、', '^；', '^：'],
    // At the head of a paragraph or a line. Dots in a row are an ellipsis.
    pattern: /(?<=^|\n)[，。、；：](?=[\p{Script=Han}\p{L}\d“‘《（])/gu,
    judge: () => ({ instead: [''] }),
  },
  {
    message: 'inside',
    severity: 'warning',
    inTitles: true,
    fixTitle: 'drop',
    needs: ['“，', '“。', '“、', '“；', '“：', '‘，', '《，', '《、', '（，', '（、', '（。', '（；'],
    pattern: /(?<=[“‘《（])[，。、；：](?=[\p{Script=Han}]{2})/gu,
    judge: ({ index }, text) =>
      endsLowQuotation(text, index - 1) || facesWrongWay(text, index - 1) ? undefined : { instead: [''] },
  },
  {
    message: 'inside',
    severity: 'warning',
    inTitles: true,
    fixTitle: 'drop',
    needs: ['，》', '、》', '；》', '：》', '，）', '、）', '；）', '，”', '、”'],
    // Before what closes. Before ” a comma may stand in a story: “好，”他说.
    pattern:
      /(?<=[\p{Script=Han}]{2})[，、；：](?=[》）])|(?<=[\p{Script=Han}]{2})[，、](?=”[\p{Script=Han}、])(?![，、]”(?:他|她|它|我|你|[\p{Script=Han}]{1,6}[说道问答喊叫笑想]))/gu,
    judge: ({ 0: actual, index }, text) =>
      // A quotation that is broken off: “好，”陆晓晴说，“走吧。”
      /[，、]”/.test(text.slice(index, index + 2)) && /“/.test(text.slice(index + 2, index + 40))
        ? undefined
        : {
            instead: [''],
            ...(actual === '，' && text.charAt(index + 1) === '”' ? { severity: 'info' as const } : {}),
          },
  },
  {
    message: 'both',
    severity: 'warning',
    fixTitle: 'write',
    needs: ['”，', '”。', '”、', '”；'],
    pattern: /[，、；：][”’][，。、；]/g,
    judge: ({ 0: actual }) => ({ instead: [actual.slice(1), actual.slice(0, 2)] }),
  },
  {
    message: 'slash',
    severity: 'warning',
    fixTitle: 'write',
    needs: ['/', '／'],
    pattern: /(?<=\p{Script=Han})(?:[/／][，。、]|[，。、][/／])(?=\p{Script=Han})/gu,
    judge: ({ 0: actual }) => ({ instead: [actual.replace(/[，。、]/, '')] }),
  },
  {
    message: 'colon',
    severity: 'info',
    fixTitle: 'drop',
    needs: ['：“'],
    with: ['”的'],
    pattern: /：(?=“[^“”。！？]{1,30}”的[\p{Script=Han}]{1,6}[，。；、])/gu,
    judge: () => ({ instead: [''] }),
  },
  {
    message: 'within',
    severity: 'info',
    fixTitle: 'write',
    needs: ['”。'],
    // 古人曰：“多行不义必自毙”。 The sentence is the quotation’s, from the colon on.
    pattern:
      /(?<=(?:[说道曰云言表示指出强调写道答问讲]|[一二三四五六七八九十\d]个字|格言|名言)：“[^“”。！？\uFFFC]{6,120})”。/g,
    judge: () => ({ instead: ['。”'] }),
  },
  {
    message: 'bracketed',
    severity: 'info',
    fixTitle: 'write',
    needs: ['。）'],
    pattern: /(?<=[^。！？）]（[^（）。！？]{1,40})。）(?=[，、；])/g,
    judge: () => ({ instead: ['）'] }),
  },
]);

/** What closes what a mark opens. */
const closing: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['‘', '’'],
  ['《', '》'],
  ['（', '）'],
]);

/** No more is looked at before a mark, in characters. */
const far = 200;

/** Whether a mark that opens stands where the same is open already: it was to close, and other checks say so. */
function facesWrongWay(text: string, at: number): boolean {
  const mark = text.charAt(at);
  const before = text.slice(Math.max(0, at - far), at);
  return before.lastIndexOf(mark) > before.lastIndexOf(closing.get(mark) ?? mark);
}
