import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { checks, rules } from '../../src/checks/index.ts';
import { parsePage } from '../../src/checks/page.ts';
import { caseFaults } from '../../src/engine/house-cases.ts';
import { review } from '../../src/engine/review.ts';
import type { House } from '../../src/house/house.ts';
import { resolveHouse } from '../../src/house/load.ts';
import { readStaff } from '../../src/house/staff.ts';
import type { Written } from '../../src/model/finding.ts';
import { parseArticle } from '../../src/model/parse.ts';
import { positionAt } from '../../src/model/range.ts';
import { drawCarets } from '../checks/page-write.ts';

const pages: readonly (readonly [string, Written])[] = [
  ['src/house/house-book.md', 'en'],
  ['src/house/house-book.zh-CN.md', 'zh'],
];

/** A fenced block of a page: what kind it is, and its lines (from 0) without the fences. */
interface Block {
  readonly kind: string;
  readonly from: number;
  readonly lines: readonly string[];
}

function blocksOf(text: string): readonly Block[] {
  const lines = text.split('\n');
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; at++) {
    const kind = /^```(\w+)$/.exec(lines[at] ?? '')?.[1];
    if (kind === undefined) continue;
    const from = at + 1;
    while (lines[at + 1] !== '```') at++;
    blocks.push({ kind, from, lines: lines.slice(from, at + 1) });
    at++;
  }
  return blocks;
}

const joined = ({ lines }: Block): string => `${lines.join('\n')}\n`;

/** The lines of an article of the page, with carets under what its house finds now. */
function reviewed(block: Block, house: House, locale: Written): readonly string[] {
  const [example] = parsePage(['```article', ...block.lines, '```'].join('\n')).examples;
  assert.ok(example);
  const article = parseArticle(example.text);
  const { findings } = review(article, house, { files: new Map(), now: Date.UTC(2026, 5, 1) });
  return drawCarets(
    example.text,
    findings.map(({ check, message, at }) => ({
      ...positionAt(article.lines, at.start),
      length: Math.min(at.end, `${example.text}\n`.indexOf('\n', at.start)) - at.start,
      continues: at.end > `${example.text}\n`.indexOf('\n', at.start) + 1,
      check,
      message: message[locale],
    })),
  );
}

describe('the page on writing a house book', () => {
  for (const [page, locale] of pages) {
    it(`${page} shows houses that can be read, and what they find`, () => {
      const text = readFileSync(page, 'utf8');
      const lines = text.split('\n');
      let house: House | undefined;
      const wanted: { readonly block: Block; readonly shown: readonly string[] }[] = [];
      for (const block of blocksOf(text)) {
        if (block.kind === 'yaml') {
          const { salvaged, faults, cases } = resolveHouse({ text: joined(block) }, checks);
          assert.deepEqual(faults, [], joined(block));
          assert.deepEqual(caseFaults(cases, salvaged), []);
          house = salvaged;
        } else if (block.kind === 'staff' && house) {
          const { people, faults } = readStaff(joined(block));
          assert.deepEqual(faults, []);
          house = { ...house, staff: people };
        } else if (block.kind === 'article' && house) {
          wanted.push({ block, shown: reviewed(block, house, locale) });
        }
      }
      assert.ok(wanted.length >= 6);
      for (const { block, shown } of [...wanted].reverse()) lines.splice(block.from, block.lines.length, ...shown);
      if (process.env.UPDATE === '1') writeFileSync(page, lines.join('\n'));
      else assert.equal(text, lines.join('\n'), 'UPDATE=1 npm run test:pure -- house rewrites the carets');
      assert.ok(
        wanted.every(({ shown }) => shown.some((line) => rules.some(({ id }) => line.includes(`^ ${id}: `)))),
        'each article has something to find',
      );
    });
  }

  it('is the same in both languages, but for what is said between', () => {
    const carets = /^ *(?:\^+|\|)…? [a-z-]+: .*\n/gm;
    const [english = '', chinese = ''] = pages.map(([page]) =>
      blocksOf(readFileSync(page, 'utf8')).map(joined).join('\n').replace(carets, ''),
    );
    assert.equal(chinese, english);
  });
});
