import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checks } from '../../src/checks/index.ts';
import { fixAll } from '../../src/engine/fix.ts';
import { review } from '../../src/engine/review.ts';
import type { House } from '../../src/house/house.ts';
import { shippedHouse } from '../../src/house/load.ts';
import { parseArticle } from '../../src/model/parse.ts';
import { applyEdits } from '../../src/model/range.ts';
import { bylines } from '../model/byline-strings.ts';
import { englishBylines } from '../model/byline-strings-english.ts';
import { credits } from '../model/credit-strings.ts';
import { samples } from '../model/domain-samples.ts';

const facts = { files: new Map<string, boolean>(), now: 0 };
const house = only(shippedHouse('china-report'), ['malformed-byline', 'malformed-credit']);

/** A house in which these checks run and no others. */
function only(from: House, ids: readonly string[]): House {
  const off = checks.filter(({ id }) => !ids.includes(id)).map(({ id }) => [id, { severity: 'off' as const }]);
  return { ...from, checks: { ...from.checks, ...Object.fromEntries(off) } };
}

/** Everybody whom the article's bylines and credits name, as they are read. */
function people(text: string): readonly string[] {
  const { bylines: signed, pictures, looseCredits } = parseArticle(text).furniture;
  return [
    ...signed.flatMap(({ byline }) => byline.people.map(({ name, role }) => `${name} ${role ?? ''}`)),
    ...pictures.flatMap(({ credit }) => credit?.credit.people.map(({ name, role }) => `${name} ${role ?? ''}`) ?? []),
    ...looseCredits.flatMap(({ credit }) => credit.people.map(({ name, role }) => `${name} ${role ?? ''}`)),
  ];
}

const escaped = (text: string): string => text.replace(/[\\`*_[\]<>#|~]/g, '\\$&');
const asByline = (text: string): string => `${escaped(text)}水渠通了水，村民们都说好。\n\n第二段。\n`;
const asLine = (text: string): string => `${escaped(text)}\n\n水渠通了水，村民们都说好。\n\n第二段。\n`;
const asCredit = (text: string): string => `本报讯（柳青禾）水渠通了水。\n\n![渠](a.jpg)\n${escaped(text)}\n`;

/** All safe fixes at once, and each fix alone unless its title tells that it changes who is named or how they are read. */
function keepPeople(text: string): void {
  const before = people(text);
  const fixed = fixAll(text, house, facts);
  assert.deepEqual(people(fixed.text), before, `fixing\n${text}\ngave\n${fixed.text}`);
  assert.equal(fixAll(fixed.text, house, facts).text, fixed.text);
  const article = parseArticle(text);
  for (const finding of review(article, house, facts).findings) {
    for (const fix of finding.fixes) {
      // Where a bracket closes decides who is named: each choice says after whom.
      if (/^Close the bracket after/.test(fix.title.en)) continue;
      const edits = fix.source ?? (fix.prose && finding.at.prose?.encode(fix.prose)) ?? [];
      const after = people(applyEdits(text, edits));
      // A rewrite into the house's form may change the word for a role and the order; its title shows the whole byline.
      const told = /^(?:Write|Read it as)/.test(fix.title.en);
      const plain = (all: readonly string[]) => (told ? all.map((person) => person.split(' ')[0]).sort() : all);
      assert.deepEqual(plain(after), plain(before), `${fix.title.en} on\n${text}`);
    }
  }
}

describe('fixes of bylines and credits', () => {
  it('keep the people of every real byline and credit', () => {
    for (const { text } of samples('byline')) for (const article of [asByline(text), asLine(text)]) keepPeople(article);
    for (const { text } of samples('credit')) keepPeople(asCredit(text));
  });

  it('keep the people of every invented one', () => {
    for (const [text] of [...bylines, ...englishBylines])
      for (const article of [asByline(text), asLine(text)]) keepPeople(article);
    for (const [text] of credits) keepPeople(asCredit(text));
  });

  it('keep the people of whatever is written badly', () => {
    const name = fc.constantFrom(
      '柳青禾',
      '施月',
      '訾禾',
      '欧阳清川',
      '阿依古丽·买买提',
      '程 慎',
      '程 小 慎',
      '马克•蒂尔',
    );
    const role = fc.constantFrom('记者', '通讯员', '特约记者', '本报记者', '记者 记者', '');
    const gap = fc.constantFrom('', ' ', '  ', '\u3000', '\u00a0', '：', ':', '、', '，');
    const head = fc.constantFrom(
      '中国报道讯',
      '中国报道讯 ',
      '中国报道讯  ',
      '中国报道消息',
      '清河报讯',
      '中国报道讯\u3000',
      '',
    );
    const bracket = fc.constantFrom(['（', '）'], ['(', ')'], ['（', ')'], ['(', '）'], ['（', ''], ['【', '】']);
    const person = fc.tuple(role, gap, name, gap).map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        head,
        bracket,
        fc.array(person, { minLength: 1, maxLength: 4 }),
        (opening, [open, close], persons) => {
          keepPeople(asByline(`${opening}${open}${persons.join('')}${close}`));
        },
      ),
      { numRuns: 250 },
    );
  });
});
