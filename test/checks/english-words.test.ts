import assert from 'node:assert/strict';
import { articlesIn } from '../../src/checks/copy/articles.ts';
import { englishQuotes } from '../../src/checks/copy/quote-styles.ts';
import { judge } from '../../src/engine/review.ts';
import { shippedHouse } from '../../src/house/load.ts';
import { parseArticle } from '../../src/model/parse.ts';

const house = shippedHouse('wire');
const facts = { files: new Map<string, boolean>(), now: 0 };
const body = new Set([
  'indefinite-article',
  'repeated-word',
  'wrong-contraction',
  'stacked-punctuation',
  'unpaired-marks',
]);
const found = (text: string): readonly string[] =>
  judge(parseArticle(text), house, facts)
    .findings.filter(({ check }) => body.has(check))
    .map(({ at }) => text.slice(at.start, at.end));

describe('English words and marks', () => {
  it('have the article that is heard before figures and letters', () => {
    const right =
      'an 8, an 80, an 800, an 8,000, an 80,000, an 11, an 18, an 18th, an 11,000, an 18,500,000, an $8, an £11, an “8”, a 1, a 10, ' +
      'a 110, a 180, a 100, a 19, a 1,100, a 1,800, a 9, an MRI, an NGO, an FBI, an SUV, a UN, a US, a UFO, a EU, a 0.5, an 0.5, ' +
      'a 1800s, an 1800s, a SQL, an SQL, a NATO, a FAQ, an FAQ';
    const said = `It was ${right.replaceAll(', ', ' and ')}`;
    assert.deepEqual([...articlesIn(said)], []);
    const sure = right.split(', ').slice(0, right.split(', ').indexOf('a 0.5'));
    const wrong = sure.map((one) => one.replace(/^an? /, (article) => (article === 'a ' ? 'an ' : 'a ')));
    for (const one of wrong) assert.equal([...articlesIn(`It was ${one}`)].length, 1, one);
    assert.deepEqual(
      [...articlesIn('Group A 8-2 win. A 8-year wait')].map(({ from }) => from),
      [17],
    );
  });

  it('are contracted where letters are left out, at the head of a sentence too', () => {
    assert.deepEqual(found('Youre late, and thats what she said; the ferry does’nt wait, nor did’nt.'), [
      'Youre',
      'thats',
      'does’nt',
      'did’nt',
    ]);
    assert.deepEqual(found("Im and Ive are names, said Mr Dont; what’s more, they don’t and they don't mind."), []);
  });

  it('are not written by their sound, nor twice in pairs', () => {
    assert.deepEqual(
      [
        ...found(
          'They could of been here, in the in the morning, with it’s own boat; the crew wont sail. “Ive waited,” he said. An U-turn, a X-ray, a F-16.',
        ),
      ].sort(),
      ['An', 'Ive', 'a', 'a', 'could of', 'in the in the', 'it’s', 'wont'],
    );
    assert.deepEqual(
      found(
        'It would of necessity be its own goal, as was the pilot’s wont; he could of course wait. It’s own goals that cost them. A U-turn, an X-ray, an F-16, a unicorn, a unilateral step. Jony Ive designed it. “The the” is a band; chug chug chug went the boat, and the cast cast off.',
      ),
      [],
    );
    assert.deepEqual(found('“Wait,”, he said, and “so,”. “At Acme Inc.”, he said.'), [',”,', ',”.']);
  });

  it('end a clause once', () => {
    assert.deepEqual(found('The bridge is shut,, and the ferry runs.. The mayor said so.'), [',,', '..']);
    assert.deepEqual(found('He said that it was late.. and so it was, in ../pictures and `a,,b`.'), []);
  });

  it('are quoted on both sides where a quotation ends with a figure, and measured in inches elsewhere', () => {
    const curled = (text: string): string =>
      englishQuotes(text, true).reduceRight(
        (so, { from, expected }) => so.slice(0, from) + expected + so.slice(from + 1),
        text,
      );
    for (const [straight, curly] of [
      [
        '"Well 14" and "Well #14" were one; "Well 14A" was not.',
        '“Well 14” and “Well #14” were one; “Well 14A” was not.',
      ],
      ['They said: "No panic. Call 1913"', 'They said: “No panic. Call 1913”'],
      ["In 'Section 14' it says so, the boys' club said.", 'In ‘Section 14’ it says so, the boys’ club said.'],
      ['A 12" ruler and a 6\'4", 38" chest.', 'A 12" ruler and a 6\'4", 38" chest.'],
      ['"A 12" ruler," he said, "is 30.48 cm."', '“A 12" ruler,” he said, “is 30.48 cm.”'],
      ["Since '93 it was 'dry' for 12' down.", "Since ’93 it was ‘dry’ for 12' down."],
    ] as const)
      assert.equal(curled(straight), curly);
  });

  it('are measured in feet and inches, and sung', () => {
    assert.deepEqual(found('She was 5’ 10” tall, or so she said: “Hey hey, my my.”'), []);
    assert.deepEqual([...found('She was tall,” he said, and she was in my my house.')].sort(), ['my my', '”']);
  });
});
