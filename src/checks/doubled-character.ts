import { isInside } from '../model/addresses.ts';
import { titles } from '../model/byline/roles.ts';
import { hanAt, hanBefore } from '../model/characters.ts';
import type { Prose, ProseEdit } from '../model/prose.ts';
import { type Draft, defineCheck } from './check.ts';
import { chineseRules } from './copy/chinese-rules.ts';
import { quotedIn } from './copy/quoted.ts';
import { type Doubled, doubledWordsIn } from './words/doubled-words.ts';

export const doubledCharacter = defineCheck({
  id: 'doubled-character',
  title: { en: 'Doubled character', zh: '叠字' },
  summary: {
    en: 'A character or word that Chinese does not double stands twice in a row: 的的, 由于由于, 河湾镇河湾镇.',
    zh: '不该重叠的字词连写了两遍：“的的”“由于由于”“河湾镇河湾镇”。',
  },
  source: '报纸期刊质量管理规定（2020）附件',
  scope: 'passage',
  severity: 'warning',
  mistake: 'word',
  messages: {
    doubled: { en: '`{word}` is here twice in a row', zh: '“{word}”写了两遍，留一个即可' },
    once: { en: 'Remove one `{word}`', zh: '删去一个“{word}”' },
  },
  beforehand: ({ prose }) => doubledWordsIn(prose),
  run({ prose }) {
    const all = doubledWordsIn(prose);
    return all.length === 0 ? [] : draftsOf(prose, all);
  },
});

function* draftsOf(prose: Prose, all: readonly Doubled[]): Iterable<Draft<'doubled' | 'once'>> {
  const { text } = prose;
  const isProse = chineseRules(text);
  for (const doubled of all) {
    const { from, to, word, lineEnd } = doubled;
    // （记者记者陆晓晴）: what is wrong with a byline its own check says.
    if (titles.includes(word)) continue;
    // Whoever speaks or sings may say it twice.
    if (!isProse(from) || (isInside(quotedIn(prose), from) && !isSlipOfTheHand(text, doubled))) continue;
    // Whoever asks for a new line may begin it as the last one ended.
    if (lineEnd >= 0 && !prose.isSoftBreak(lineEnd)) continue;
    yield {
      message: 'doubled',
      data: { word },
      at: prose.at(from, to),
      // A place and what is named after it, a slogan, may have the same words in a row: that is for a person to see.
      fixes: [...onceIn(text, doubled)].map((edit) => ({
        title: 'once',
        safe: isCertain(text, doubled),
        prose: [edit],
      })),
    };
  }
}

/** Particles that nobody says twice, in the middle of a clause: a quotation has them from whoever typed it. */
function isSlipOfTheHand(text: string, { from, to, word }: Doubled): boolean {
  return '的了在和与及被把'.includes(word) && hanBefore(text, from) && hanAt(text, to);
}

/** 水利水利局 may be a subject and its office, though nobody writes them without a mark between. */
function isCertain(text: string, { word, to, tail }: Doubled): boolean {
  if (tail) return false;
  return word.length === 1 || (word.length === 2 && !/[局厅委站部处办]/.test(text.charAt(to)));
}

/** The edit that leaves one of two words, lines as they are; none where no line may end or begin with what is left. */
function* onceIn(text: string, { from, middle, to, word, lineEnd }: Doubled): Iterable<ProseEdit> {
  if (lineEnd < 0) yield { from, to, text: word };
  else if (lineEnd < middle) yield { from: middle, to, text: '' };
  else if (lineEnd > middle) yield { from, to: middle, text: '' };
  // A line that began with a dash or a figure might be a list.
  else if (hanAt(text, to)) yield { from: middle + 1, to, text: '' };
  else if (hanBefore(text, from)) yield { from, to: middle, text: '' };
}
