import assert from 'node:assert/strict';
import fc from 'fast-check';
import { finderOf } from '../../src/checks/words/terms-in.ts';
import { readTerms } from '../../src/house/terms.ts';

/** What is found as `word→instead`, in written order. */
function found(terms: string, text: string): string {
  const finder = finderOf(readTerms(`terms: ${terms}\n`).terms);
  return finder
    .find(text)
    .map(({ from, to, use }) => `${text.slice(from, to)}→${use ?? ''}`)
    .join(' ');
}

describe('terms in a text', () => {
  it('are chosen among those that hold: a word may be forbidden in turn for one reason and another', () => {
    const { terms } = readTerms('terms: [{use: 甲, not: 乙, until: 2020}, {use: 丙, not: 乙, from: 2021}]\n');
    const instead = (year: string) =>
      finderOf(terms)
        .find('乙', ({ from }) => (from === undefined) === year < '2021')
        .map(({ use }) => use);
    assert.deepEqual([instead('2019'), instead('2022')], [['甲'], ['丙']]);
  });

  it('are the longest at each place, and what is right hides what lies in it', () => {
    assert.equal(found('[{use: 丙, not: [旅游, 旅游局]}]', '旅游局来了，旅游也来了'), '旅游局→丙 旅游→丙');
    assert.equal(found('[{use: 国家旅游局, not: 旅游局}]', '国家旅游局和省旅游局'), '旅游局→国家旅游局');
    assert.equal(found('[{not: 村官, except: [大学生村官, 村官员]}]', '大学生村官、村官员、村官'), '村官→');
  });

  it('carry their figures', () => {
    const terms = "[{use: '{n}厘米', not: '{n}公分'}, {use: '{n}至{n}人', not: '{n}到{n}个人'}]";
    assert.equal(found(terms, '宽80公分，高1.5公分，长三十公分'), '80公分→80厘米 1.5公分→1.5厘米 三十公分→三十厘米');
    assert.equal(found(terms, '来了5到8个人'), '5到8个人→5至8人');
    assert.equal(found(terms, '公分制'), '');
  });

  it('are English words with their endings, in any case, and no parts of words', () => {
    const terms =
      "[{use: use, not: utilise}, {use: city, not: municipality}, {use: GitHub, not: Github}, {use: 'set up', not: establish}]";
    assert.equal(found(terms, 'Utilise, utilised, UTILISES'), 'Utilise→Use utilised→used UTILISES→USES');
    assert.equal(found(terms, 'municipalities of the municipality'), 'municipalities→cities municipality→city');
    assert.equal(found(terms, 'Github, github, GithubX, myGithub'), 'Github→GitHub');
    assert.equal(found(terms, 'reutilise utiliser'), '');
    assert.equal(found('[{not: 的 app}]', '的 app，的 apps'), '的 app→ 的 app→');
  });

  it('take the form that stands there, of verbs as they have it, and none that nobody is sure of', () => {
    const terms =
      '[{use: carry out, not: effectuate}, {use: make, not: fabricate}, {use: stop, not: cease}, {use: child, not: kid}, {use: write, not: pen}, {use: travel, not: journey}, {use: help, not: give a hand to}, {use: spokeswoman, not: press officer}, {use: look at, not: peruse}]';
    assert.equal(
      found(
        terms,
        'effectuated effectuates effectuating, fabricated fabricating, ceased, kids, perusing, press officers',
      ),
      'effectuated→carried out effectuates→carries out effectuating→carrying out fabricated→made fabricating→making ceased→stopped kids→children perusing→looking at press officers→spokeswomen',
    );
    assert.equal(
      found(terms, 'gave a hand to them, giving a hand to us'),
      'gave a hand to→helped giving a hand to→helping',
    );
    const finder = finderOf(readTerms(`terms: ${terms}\n`).terms);
    assert.deepEqual(
      finder.find('Penned, penning, journeyed, journeying').map(({ use, unsure }) => [use, unsure === true]),
      [
        ['Write', true],
        ['writing', false],
        ['travel', true],
        ['travel', true],
      ],
    );
  });

  it('never overlap, stand where they say, and are found in a text however long', () => {
    const piece = fc.constantFrom('甲', '乙', '甲乙', '丙甲', '5', 'a', 'ab', ' ', '公分');
    const words = fc.array(
      fc.array(piece, { minLength: 1, maxLength: 3 }).map((all) => all.join('')),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(words, fc.array(piece, { maxLength: 30 }), (not, pieces) => {
        const text = pieces.join('');
        const finder = finderOf(readTerms(JSON.stringify({ terms: [{ use: '新', not }] })).terms);
        let end = 0;
        for (const { from, to } of finder.find(text)) {
          assert.ok(from >= end && to > from && to <= text.length);
          end = to;
        }
      }),
    );
    const finder = finderOf(readTerms('terms: [{use: 甲, not: 乙}]\n').terms);
    assert.equal(finder.find('乙'.repeat(200_000)).length, 200_000);
    const covered = finderOf(readTerms('terms: [{use: 甲乙, not: 乙}]\n').terms);
    assert.equal(covered.find('甲乙'.repeat(100_000)).length, 0);
  });
});
