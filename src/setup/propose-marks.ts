import { fillAll, type Localized } from '../model/finding.ts';
import type { Decision, Piece } from './decision.ts';
import type { Observation } from './observe.ts';
import { share } from './tally.ts';

/** A way to write that is the newsroom's own where it is more usual than the standard's. */
interface Habit {
  readonly id: string;
  readonly title: Localized;
  readonly proposed: Localized;
  readonly own: number;
  readonly standard: number;
  /** What is counted, in the order of the two counts. */
  readonly words: readonly [own: Localized, standard: Localized];
  readonly pieces: readonly Piece[];
}

/** Marks that the archive writes otherwise than GB/T 15834, and pictures that are not in it. */
export function proposeMarks({ marks, roots }: Observation): readonly Decision[] {
  const habits: readonly Habit[] = [
    {
      id: 'brackets',
      title: { en: 'Brackets in Chinese text', zh: '中文里的括号' },
      proposed: { en: 'half-width ones are fine', zh: '半角也可以' },
      own: marks.halfBrackets,
      standard: marks.fullBrackets,
      words: [
        { en: 'half-width', zh: '半角' },
        { en: 'full-width', zh: '全角' },
      ],
      pieces: [{ path: ['checks', 'half-width-punctuation', 'brackets'], value: 'any' }],
    },
    {
      id: 'quotes',
      title: { en: 'Quotation marks in Chinese text', zh: '中文里的引号' },
      proposed: { en: 'straight ones are fine', zh: '直引号也可以' },
      own: marks.straightQuotes,
      standard: marks.curlyQuotes + marks.cornerQuotes,
      words: [
        { en: 'straight', zh: '直引号' },
        { en: 'curly or corner', zh: '弯引号或直角引号' },
      ],
      pieces: [{ path: ['checks', 'straight-quotes'], value: 'off' }],
    },
    {
      id: 'half-width',
      title: { en: 'Commas and colons in Chinese text', zh: '中文里的逗号、冒号' },
      proposed: { en: 'half-width ones are fine', zh: '半角也可以' },
      own: marks.halfMarks,
      standard: marks.fullMarks,
      words: [
        { en: 'half-width', zh: '半角' },
        { en: 'full-width', zh: '全角' },
      ],
      pieces: [{ path: ['checks', 'half-width-punctuation'], value: 'off' }],
    },
    {
      id: 'pictures',
      title: { en: 'Pictures', zh: '图片' },
      proposed: { en: 'are not looked for: most lie elsewhere', zh: '不查找文件：多数不在这里' },
      own: roots.missing,
      standard: roots.judged - roots.missing,
      words: [
        { en: 'not in this folder', zh: '不在此文件夹' },
        { en: 'in it', zh: '在' },
      ],
      pieces: [{ path: ['checks', 'missing-image'], value: 'off' }],
    },
  ];
  const wide = habits.find(({ id }) => id === 'half-width');
  return habits
    .filter((habit) => isOwn(habit) && !(habit.id === 'brackets' && wide !== undefined && isOwn(wide)))
    .map(({ id, title, proposed, own, standard, words, pieces }) => {
      const evidence: Localized = fillAll(
        { en: '{own} {words}, {standard} {wordsToo}', zh: '{words} {own} 处，{wordsToo} {standard} 处' },
        { own, words: words[0], standard, wordsToo: words[1] },
      );
      return {
        id: `habit:${id}`,
        question: 'demands',
        title,
        proposed,
        evidence,
        pieces: pieces.map((piece) => ({ ...piece, comment: evidence })),
        choices: [{ id: 'keep', label: { en: 'check all the same', zh: '照样检查' }, pieces: [] }],
      };
    });
}

const isOwn = ({ own, standard }: Habit): boolean => own >= 3 && share(own, own + standard) >= 0.5;
