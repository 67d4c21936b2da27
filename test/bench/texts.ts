import { lintFor } from 'autocorrect-node';
import { review, reviewCache } from '../../src/engine/review.ts';
import { shippedHouse } from '../../src/house/load.ts';
import { parseArticle, parseCache } from '../../src/model/parse.ts';
import { pageHtml, renderPage } from '../../src/page/index.ts';
import { makeArticle } from './articles.ts';
import { type Times, timeInTurn } from './measure.ts';
import { head, milliseconds, row } from './table.ts';

const house = shippedHouse('china-report');
const facts = { files: new Map<string, boolean>(), now: Date.UTC(2026, 11, 31) };

/** The text with another character typed into a paragraph, a different one in each round. */
export function typedInto(text: string, round: number): { readonly at: number; readonly character: string } {
  const at = text.indexOf('。', Math.floor((text.length * 0.9 * ((round * 37) % 100)) / 100) + 200);
  return { at, character: String.fromCharCode(0x4e00 + (round % 20_000)) };
}

/** What one text costs, each figure as a ratio to AutoCorrect's lint of it. */
export function texts(): string {
  return [head('text', 'what', 'p50 ms', 'p99 ms'), ...[3, 30, 300].flatMap(oneText)].join('\n');
}

function oneText(kilobytes: number): string[] {
  const text = makeArticle(kilobytes * 1024, 1);
  const page = { locale: 'zh', image: () => undefined } as const;
  const article = parseArticle(text);
  const parsing = parseCache();
  const reviewing = reviewCache();
  review(parseArticle(text, parsing), house, facts, reviewing);
  const times = timeInTurn({
    peer: () => lintFor(text, 'a.md'),
    parse: () => parseArticle(text),
    full: () => review(parseArticle(text), house, facts),
    keystroke: (round) => {
      const { at, character } = typedInto(text, round);
      review(parseArticle(text.slice(0, at) + character + text.slice(at), parsing), house, facts, reviewing);
    },
    render: () => pageHtml(renderPage(article, house, page)),
  });
  const line = (name: string, { p50, p99 }: Times, target?: number) =>
    row([`${kilobytes} KB`, name, milliseconds(p50), milliseconds(p99)], p50 / times.peer.p50, target);
  return [
    line('autocorrect-node lint', times.peer),
    line('parse', times.parse),
    line('full review (parse included)', times.full, kilobytes === 3 ? 0.8 : undefined),
    line('review after one keystroke', times.keystroke, kilobytes === 300 ? 0.1 : undefined),
    line('page render', times.render),
  ];
}
