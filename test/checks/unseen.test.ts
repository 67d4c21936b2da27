import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { checks } from '../../src/checks/index.ts';
import { fixAll } from '../../src/engine/fix.ts';
import { judge } from '../../src/engine/review.ts';
import type { House } from '../../src/house/house.ts';
import { resolveHouse } from '../../src/house/load.ts';
import { parseArticle } from '../../src/model/parse.ts';

/**
 * Sentences that were written by kind before anybody ran them, as outsiders write them: those with ⟦wrong|right⟧ hold
 * slips, the others look like slips and hold none. ¶ parts paragraphs, ⏎ lines. A kind that begins with ~ is left alone
 * by decision. What was found at first sight stands at the head of each file.
 */
interface Line {
  readonly kind: string;
  readonly text: string;
  readonly slips: readonly { readonly from: number; readonly to: number }[];
}

const folder = 'test/checks/unseen';
const facts = { files: new Map([['a.png', true]]), now: Date.UTC(2026, 10, 29) };

/** @param asked what the house asks of checks, as the file says behind `// checks:` */
function houseOf(language: 'zh-Hans' | 'en', asked: string): House {
  const text = [
    'extends: none',
    'name: Paper',
    `language: ${language}`,
    'fields: {title: {type: text, role: title, prose: true}}',
    'byline: {required: false}',
    'credit: {required: false, caption: false}',
    `checks: {missing-front-matter: off, byline-mismatch: off, wrong-word: {variants: all}, numbering: {digits: point}, title-punctuation: {captions: true}${asked}}`,
  ].join('\n');
  const { house } = resolveHouse({ text: `${text}\n` }, checks);
  assert.ok(house);
  return house;
}

function lineOf(raw: string): Line {
  const tab = raw.indexOf('\t');
  const source = raw
    .slice(tab + 1)
    .replaceAll('¶', '\n\n')
    .replaceAll('⏎', '\n')
    .replace(/^title: .*/, (title) => `---\n${title}\n---\n\n渡口今日照常开船。`);
  const slips: { from: number; to: number }[] = [];
  let text = '';
  let last = 0;
  for (const { 0: whole, 1: wrong = '', index } of source.matchAll(/⟦([^|⟧]*)\|[^⟧]*⟧/g)) {
    text += source.slice(last, index);
    slips.push({ from: text.length, to: text.length + wrong.length });
    text += wrong;
    last = index + whole.length;
  }
  return { kind: raw.slice(0, tab), text: `${text}${source.slice(last)}\n`, slips };
}

describe('sentences that nobody had seen', () => {
  for (const file of readdirSync(folder).sort()) {
    const written = readFileSync(`${folder}/${file}`, 'utf8');
    const asked = /^\/\/ checks: (.+)$/m.exec(written)?.[1];
    const house = houseOf(file.startsWith('english') ? 'en' : 'zh-Hans', asked ? `, ${asked}` : '');
    const lines = written
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('//'))
      .map(lineOf);

    it(`${file}: slips are found where they stand`, () => {
      for (const { kind, text, slips } of lines) {
        const found = judge(parseArticle(text), house, facts).findings;
        for (const { from, to } of slips) {
          const hits = found.filter(
            ({ at }) => at.start < Math.max(to, from + 1) && at.end > from - (to === from ? 1 : 0),
          );
          assert.equal(hits.length > 0, !kind.startsWith('~'), `${kind} ${text}`);
        }
      }
    });

    it(`${file}: what looks like them is neither an error nor a warning`, () => {
      for (const { kind, text, slips } of lines) {
        if (slips.length > 0) continue;
        const said = judge(parseArticle(text), house, facts).findings.filter(({ severity }) => severity !== 'info');
        assert.deepEqual(
          said.map(({ check, message }) => `${check}: ${message.en}`),
          [],
          `${kind} ${text}`,
        );
      }
    });

    it(`${file}: a second fix changes nothing`, () => {
      for (const { text } of lines) {
        const once = fixAll(text, house, facts).text;
        assert.equal(fixAll(once, house, facts).text, once, text);
      }
    });
  }
});
