import { finderOf } from '../../src/checks/words/terms-in.ts';
import { review, reviewCache } from '../../src/engine/review.ts';
import { shippedHouse } from '../../src/house/load.ts';
import { readTerms } from '../../src/house/terms.ts';
import { parseArticle, parseCache } from '../../src/model/parse.ts';
import { makeArticle } from './articles.ts';
import { timeInTurn } from './measure.ts';
import { head, milliseconds, row } from './table.ts';
import { typedInto } from './texts.ts';

/** As many as a large newsroom's book has. */
const TERMS = 3000;
const facts = { files: new Map<string, boolean>(), now: Date.UTC(2026, 11, 31) };

/**
 * A book of terms: bodies, offices and products of invented places, three of four Chinese, each with one or two words
 * that are not written and, one in ten, a figure. The places are those of the articles, so that most words of theirs
 * begin as a term does; an article of 3 KB has about two
 * words that are not written.
 */
export function makeTerms(count: number): string {
  const places = [
    ...['河湾', '青石', '柳叶', '云脚', '澜溪', '海州', '青禾', '雾江', '桐坪', '白沙', '松岭'],
    ...['石门', '竹溪', '芦塘'],
  ];
  const bodies = ['水利', '农业', '气象', '文化', '交通', '卫生', '供电', '消防', '林业', '渔政', '教育', '民政'];
  const kinds = [
    '站',
    '所',
    '中心',
    '分局',
    '委员会',
    '服务队',
    '合作社',
    '研究院',
    '指挥部',
    '办公室',
    '协会',
    '公司',
  ];
  const english = ['harbour', 'canal', 'ferry', 'orchard', 'market', 'granary', 'signal', 'weather'];
  const terms = ['河湾镇', '青石滩', '柳叶渡', '云脚村', '澜溪县'].flatMap((place) => [
    `  - {use: ${place}水利所, not: ${place}水利站}`,
    `  - {use: ${place}气象站, not: ${place}气象台}`,
  ]);
  for (let index = 0; terms.length < count; index++) {
    const place = places[index % places.length] ?? '';
    const body = bodies[Math.floor(index / places.length) % bodies.length] ?? '';
    const kind = kinds[Math.floor(index / (places.length * bodies.length)) % kinds.length] ?? '';
    const round = Math.floor(index / (places.length * bodies.length * kinds.length));
    if (index % 10 === 9) terms.push(`  - {use: '{n}个${body}${kind}', not: '{n}家${place}${body}${kind}'}`);
    else if (index % 4 === 3) {
      const word = `${english[index % english.length]} ${english[Math.floor(index / 7) % english.length]} ${index}`;
      terms.push(`  - {use: the ${word} office, not: [${word} bureau, ${word} agency]}`);
    } else
      terms.push(
        `  - {use: ${place}${body}${kind}${round}处, not: [${place}${kind}${body}${round}处, ${place}县${body}${kind}${round}]}`,
      );
  }
  return `terms:\n${terms.join('\n')}\n`;
}

/** What a house of 3,000 terms costs: made ready, and with each text, as a ratio to the same review without them. */
export function terms(): string {
  const { terms: list, faults } = readTerms(makeTerms(TERMS));
  if (faults.length > 0 || list.length !== TERMS) throw new Error('the terms of the bench are no terms');
  const plain = shippedHouse('china-report');
  const house = { ...plain, terms: list };
  const sample = parseArticle(makeArticle(3 * 1024, 1));
  const { ready, first } = timeInTurn({
    // Another list each time: a list is made ready once.
    ready: () => finderOf([...list]).matches('河湾'),
    first: () => review(sample, { ...plain, terms: [] }, facts),
  });
  return [
    head('text', `what, ${TERMS} terms`, 'p50 ms', 'p99 ms'),
    row(
      ['', 'terms made ready, to a review of 3 KB', milliseconds(ready.p50), milliseconds(ready.p99)],
      ready.p50 / first.p50,
    ),
    ...[3, 30, 300].flatMap(oneText),
  ].join('\n');

  function oneText(kilobytes: number): string[] {
    const text = makeArticle(kilobytes * 1024, 1);
    const typing = [plain, house].map((known) => {
      const parsing = parseCache();
      const reviewing = reviewCache();
      review(parseArticle(text, parsing), known, facts, reviewing);
      return (round: number) => {
        const { at, character } = typedInto(text, round);
        review(parseArticle(text.slice(0, at) + character + text.slice(at), parsing), known, facts, reviewing);
      };
    });
    const times = timeInTurn({
      without: () => review(parseArticle(text), plain, facts),
      with: () => review(parseArticle(text), house, facts),
      typedWithout: (round) => typing[0]?.(round),
      typedWith: (round) => typing[1]?.(round),
    });
    const line = (name: string, mine: 'with' | 'typedWith', other: 'without' | 'typedWithout') =>
      row(
        [`${kilobytes} KB`, name, milliseconds(times[mine].p50), milliseconds(times[mine].p99)],
        times[mine].p50 / times[other].p50,
        1.1,
      );
    return [
      line('full review, to that without terms', 'with', 'without'),
      line('review after one keystroke, likewise', 'typedWith', 'typedWithout'),
    ];
  }
}
