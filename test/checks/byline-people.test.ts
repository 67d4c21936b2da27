import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mendByline } from '../../src/checks/people/mend-byline.ts';
import { fixEdits } from '../../src/engine/fix.ts';
import type { Article } from '../../src/model/article.ts';
import { nameKey } from '../../src/model/name-key.ts';
import { parseArticle } from '../../src/model/parse.ts';
import { applyEdits } from '../../src/model/range.ts';
import { houses, mendedInBulk, signedFindings } from './signed.ts';

const prose = '河湾镇今年修好了三条水渠，春耕用水不再发愁。';

/** Bylines of every kind, defects and all. */
const lines: readonly string[] = [
  ...['.', 'second', 'third', 'fourth'].flatMap((set) =>
    readFileSync(`test/model/heldout/${set}/bylines.jsonl`, 'utf8')
      .trimEnd()
      .split('\n')
      .map((row) => textOf(JSON.parse(row))),
  ),
  ...['fifth', 'sixth'].flatMap((set) =>
    readFileSync(`test/model/heldout/${set}/names.txt`, 'utf8')
      .trimEnd()
      .split('\n')
      .map((row) => row.split('\t')[0] ?? ''),
  ),
];

/** Defects whose mending, done without a look at what comes of it, would lose or make somebody. */
const spaced: readonly string[] = [
  ...['记者', '通讯员', '见习记者'].flatMap((role) => [
    `中国报道讯（陆晓晴 ${role} 高远）`,
    `中国报道讯（陆晓晴${role}）`,
    `中国报道讯（${role}陆晓晴高远 周砚）`,
    `中国报道讯（${role} 陆 晓晴 高 远）`,
    `中国报道讯（陆晓晴${role}高远）`,
    `中国报道讯（${role} ${role}站 高远）`,
    `中国报道讯（高远${role} 周砚）`,
    `中国报道讯(${role}王 立 高 远 )`,
    `（${role} 邬蔓/文 亓鹿/图）`,
    `中国报道讯（${role} 林 知远 江 岸）`,
  ]),
];

function textOf(row: unknown): string {
  return typeof row === 'object' && row !== null && 'text' in row && typeof row.text === 'string' ? row.text : '';
}

function namedIn(text: string): string {
  return namesOf(parseArticle(text));
}

function namesOf({ furniture }: Article): string {
  return furniture.bylines
    .flatMap(({ byline }) => byline.people.map(({ name }) => nameKey(name)))
    .sort()
    .join(' ');
}

describe('mending a byline', () => {
  for (const [name, house] of Object.entries(houses)) {
    it(`never changes who is named: ${name}`, () => {
      for (const line of [...lines, ...spaced]) {
        const text = `${line}\n\n${prose}\n`;
        const article = parseArticle(text);
        const before = namesOf(article);
        for (const found of article.furniture.bylines) {
          const { edits } = mendByline(found, house.byline);
          const source = edits && found.passage.prose.encode(edits);
          if (source === undefined || namedIn(applyEdits(text, source)) === before) continue;
          // In the house's words somebody might be left out: that is not offered.
          const offered = signedFindings(text, house).filter(({ check }) => check === 'malformed-byline');
          assert.deepEqual(
            offered
              .flatMap((finding) => finding.fixes.map((fix) => namedIn(applyEdits(text, fixEdits(finding, fix) ?? []))))
              .filter((names) => names !== before),
            [],
            line,
          );
        }
      }
    }).timeout(60_000);

    it(`never changes who is named in bulk: ${name}`, () => {
      for (const line of spaced) {
        const text = `${line}\n\n${prose}\n`;
        assert.equal(namedIn(mendedInBulk(text, house)), namedIn(text), line);
      }
    });
  }
});
