import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Facts } from '../../../src/checks/check.ts';
import { idiomSlip } from '../../../src/checks/idiom-slip.ts';
import type { Lexicon } from '../../../src/checks/words/lexicon.ts';
import { judge } from '../../../src/engine/review.ts';
import type { CheckSetting, House } from '../../../src/house/house.ts';
import { shippedHouse } from '../../../src/house/load.ts';
import { parseArticle } from '../../../src/model/parse.ts';
import table from '../../../src/model/pinyin.json';
import { dictionary } from './dictionary.ts';
import { bothRight, distrusted } from './idioms.ts';
import { rows } from './wrong.ts';

const facts: Facts = { files: new Map(), now: 0 };
const shipped = shippedHouse('china-report');
const houseWith = (setting: CheckSetting): House => ({ ...shipped, checks: { 'idiom-slip': setting } });
const plain = houseWith({});

const lexicon: Lexicon = JSON.parse(readFileSync('src/checks/words/lexicon.json', 'utf8'));
const [first = '', ...others] = lexicon.idioms.split('\n');
const idioms = [...first].map((character, at) => character + others.map((line) => line.charAt(at)).join(''));

/** What is said of words, each between two commas, two hundred in a paragraph. */
function said(words: readonly string[], house = plain): ReadonlyMap<string, string> {
  const text = words.map((word, at) => `${at % 200 === 0 ? '\n\n稿件送审' : ''}，${word}`).join('');
  const { findings } = judge(parseArticle(text), house, facts, undefined, [idiomSlip]);
  return new Map(
    findings.map(({ at, severity, message }) => [text.slice(at.start, at.end), `${severity} ${message.zh}`]),
  );
}

const found = (text: string, house = plain): readonly string[] =>
  judge(parseArticle(text), house, facts, undefined, [idiomSlip]).findings.map(
    ({ at, severity }) => `${text.slice(at.start, at.end)} ${severity}`,
  );

/** The first characters of a syllable are the commonest; the one that is typed for another is among them. */
function slipsOf(idiom: string): readonly string[] {
  return [...idiom].flatMap((character, at) => {
    const alike = Object.values<string>(table).find((characters) => characters.includes(character)) ?? '';
    const other = [...alike].find((one) => one !== character);
    return other ? [idiom.slice(0, at) + other + idiom.slice(at + 1)] : [];
  });
}

describe('idiom-slip', () => {
  it('knows more than six thousand idioms', () => {
    assert.ok(idioms.length > 6500);
    assert.ok(idioms.every((idiom) => idiom.length === 4));
    assert.equal(new Set(idioms).size, idioms.length);
  });

  it('finds every idiom with one character that sounds the same, and says the right one', () => {
    const silent = new Set([...idioms, ...(lexicon.alike.match(/.{4}/g) ?? [])]);
    const slips = idioms.flatMap((idiom) => slipsOf(idiom).map((slip) => ({ slip, idiom })));
    const wanted = slips.filter(({ slip }) => !silent.has(slip));
    assert.ok(wanted.length > 0.95 * slips.length);
    const findings = said(wanted.map(({ slip }) => slip));
    const listed = rows().map((row) => row.wrong);
    const missed = wanted.filter(({ slip }) => !findings.has(slip) && !listed.some((wrong) => slip.includes(wrong)));
    assert.deepEqual(missed, []);
    const named = wanted.filter(({ slip, idiom }) => findings.get(slip)?.includes(idiom));
    assert.ok(named.length > 0.97 * wanted.length);
  }).timeout(60_000);

  it('says nothing of any idiom, nor of any word of the dictionary but those that are wrong', () => {
    const wrong = distrusted(dictionary());
    const listed = new Set(rows().map((row) => row.wrong));
    const four = [...dictionary().keys(), ...bothRight()].filter((word) => /^[\u4e00-\u9fff]{4}$/.test(word));
    const findings = said(four.filter((word) => !wrong.has(word) && !listed.has(word)));
    assert.deepEqual([...findings], []);
  }).timeout(60_000);

  it('knows the wrong forms that dictionaries hold', () => {
    const wrong = distrusted(dictionary());
    assert.ok(wrong.size > 200);
    for (const [form, idiom] of [
      ['中流底柱', '中流砥柱'],
      ['家谕户晓', '家喻户晓'],
      ['箭拔弩张', '剑拔弩张'],
    ])
      assert.equal(wrong.get(form ?? ''), idiom);
  });

  it('knows characters that look alike, and leaves alone what the standards know in two forms', () => {
    assert.deepEqual(found('群雄遂鹿中原，他一直徙劳无功。'), ['遂鹿中原 error', '徙劳无功 error']);
    assert.deepEqual(found('群雄逐鹿中原，他惴惴不安，也怏怏不乐，如火如荼地干，火中取栗。'), []);
    assert.deepEqual(found('他名符其实，义无返顾，直捷了当，安份守己，莫明其妙，一相情愿。'), []);
  });

  it('asks where both halves are words, and where it sounds alike to some', () => {
    assert.deepEqual(found('海州队一举夺得冠军。'), ['一举夺得 info']);
    assert.deepEqual(found('他们自私自立，不厌其泛。'), ['自私自立 info', '不厌其泛 error']);
    assert.deepEqual(found('他如获至宝，兴致勃勃。'), []);
    assert.deepEqual(found('人们川牛不息。'), ['川牛不息 warning']);
  });

  it('leaves plays on words to titles and to those who speak', () => {
    assert.deepEqual(found('《川牛不息》开演，周砚说“川牛不息”。'), []);
    assert.deepEqual(found('周砚说：“车流穿流不西。”'), []);
  });

  it('is silent on two idioms in a row, in code, in addresses, in Traditional Chinese and on what the house accepts', () => {
    assert.deepEqual(found('大家兢兢业业再接再厉一往无前，日新月异。'), []);
    assert.deepEqual(found('用 `一愁莫展`，见 https://example.com/一愁莫展/a'), []);
    assert.deepEqual(found('一愁莫展', { ...plain, language: 'zh-TW' }), []);
    assert.deepEqual(found('一愁莫展', houseWith({ options: { accept: ['一愁莫展'] } })), []);
    assert.deepEqual(found('校对说，“一愁莫展”应为“一筹莫展”。'), []);
  });
});
