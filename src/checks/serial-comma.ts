import { matchesOf } from '../model/matches.ts';
import { defineCheck } from './check.ts';
import { isEnglish } from './copy/english.ts';

/**
 * Three or more single words in a row, with and without the comma before the last. Made when asked for: all letters in
 * either case take longer to make than an article to check.
 */
const withComma = (): RegExp => /\b[\p{L}’-]+(?:, [\p{L}’-]+)*, [\p{L}’-]+(,) (?:and|or) [\p{L}’-]+/giu;
const withoutComma = (): RegExp => /\b[\p{L}’-]+, [\p{L}’-]+, [\p{L}’-]+() (?:and|or) [\p{L}’-]+/giu;

export const serialComma = defineCheck({
  id: 'serial-comma',
  title: { en: 'Serial comma', zh: '英文系列逗号' },
  summary: {
    en: 'The comma before the “and” of an English list is always written or never, as the house decides.',
    zh: '英文列举中 and 之前的逗号用不用，由本社统一规定。',
  },
  scope: 'passage',
  severity: 'off',
  mistake: 'mark',
  triggers: ',',
  options: {
    style: {
      type: 'choice',
      values: ['never', 'always'],
      default: 'never',
      about: {
        en: '`never` (AP, Guardian: in simple lists) or `always` (Oxford, Chicago).',
        zh: '`never` 不用（AP、卫报）；`always` 都用（牛津、芝加哥）。',
      },
    },
  },
  messages: {
    surplus: { en: 'No comma before the last of a simple list', zh: '简单列举的最后一项前不用逗号' },
    missing: { en: 'The last item of a list takes a comma before it', zh: '列举的最后一项前应有逗号' },
    remove: { en: 'Remove the comma', zh: '删去逗号' },
    add: { en: 'Add the comma', zh: '加上逗号' },
  },
  *run({ prose }, { house, options }) {
    const { text } = prose;
    if (text.length > 20_000 || !isEnglish(text, house)) return;
    const never = options.style === 'never';
    for (const match of matchesOf(text, never ? withComma() : withoutComma())) {
      const list = match[0];
      const joint = /,? (?:and|or) [\p{L}’-]+$/u.exec(list);
      // What a clause opens with is no item: “On Monday, he said, and …”.
      if (joint === null || /\b(?:he|she|they|it|we|you|said|however|too|though|but|so|which|who)\b/i.test(list))
        continue;
      const from = match.index + joint.index;
      const to = never ? from + 1 : from;
      const word = Math.max(0, text.lastIndexOf(' ', from - 1) + 1);
      yield {
        message: never ? 'surplus' : 'missing',
        at: never ? prose.at(from, to) : prose.at(word, from),
        fixes: [
          never
            ? { title: 'remove', safe: false, prose: [{ from, to, text: '' }] }
            : { title: 'add', safe: false, prose: [{ from, to, text: ',' }] },
        ],
      };
    }
  },
});
