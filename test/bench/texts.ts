import { lintFor } from 'autocorrect-node';
import { rules } from '../../src/checks/index.ts';
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

/** The checks that there were before those of house copy, by which what these cost is told. */
const older: ReadonlySet<string> = new Set(
  `bad-date bad-value broken-footnote byline-mismatch check-failed credit-mismatch duplicate-field front-matter-syntax
  future-date half-width-punctuation house-file long-title malformed-byline malformed-credit missing-byline
  missing-caption missing-credit missing-field missing-front-matter missing-image name-variants mixed-field-names
  repeated-word schema-mismatch stacked-punctuation straight-quotes title-punctuation unknown-field unknown-person
  unlabelled-ai-image unpaired-marks untraceable-credit unused-allowance wrong-dash wrong-ellipsis wrong-interpunct
  wrong-type`.split(/\s+/),
);
const olderRules = rules.filter(({ id }) => older.has(id));
/** Checks are made ready once a house. */
const olderHouse = { ...house };

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
    older: () => review(parseArticle(text), olderHouse, facts, undefined, olderRules),
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
    row(
      [
        `${kilobytes} KB`,
        'full review, to that with the 37 older checks',
        milliseconds(times.full.p50),
        milliseconds(times.full.p99),
      ],
      times.full.p50 / times.older.p50,
      kilobytes === 30 ? undefined : 1.3,
    ),
    line('review after one keystroke', times.keystroke, kilobytes === 300 ? 0.1 : undefined),
    line('page render', times.render),
  ];
}
