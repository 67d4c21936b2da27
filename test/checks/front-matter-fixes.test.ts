import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checks } from '../../src/checks/index.ts';
import { applyFixes, fixEdits } from '../../src/engine/fix.ts';
import { review } from '../../src/engine/review.ts';
import { resolveHouse } from '../../src/house/load.ts';
import { readStaff } from '../../src/house/staff.ts';
import type { Finding } from '../../src/model/finding.ts';
import { parseArticle } from '../../src/model/parse.ts';

const text = [
  'extends: china-report',
  'fields:',
  '  published: {required: draft}',
  '  count: {type: number}',
  '  live: {type: boolean}',
  '  site: {type: url, required-with: [live]}',
  '  clip: {type: path, excludes: [cover]}',
  '  usual: {type: text, required: draft, default: 平常}',
  '',
].join('\n');
const { house: plain } = resolveHouse({ text }, checks);
const { people } = readStaff('staff:\n  - {name: 林晓禾}\n  - {name: 周砚}\n');
const house = plain && { ...plain, staff: people };
const facts = {
  files: new Map([['图/A.jpg', false]]),
  images: ['图片/a.jpg'],
  now: Date.UTC(2026, 4, 4, 1, 30),
};

/** Fields with one thing wrong each, and some that are right. */
const wrong = fc.constantFrom(
  'title: 柿子红了。',
  'title: 2024',
  'title：柿子',
  'title:柿子',
  'title: 甲: 乙',
  'title: @甲',
  'title: "甲"乙',
  'titel: 柿子',
  '标题: 柿子',
  'column: 三农',
  'column: "香存"',
  "column: '三农'",
  '栏目: 乡村',
  'published: 2024/6/1',
  'published: "2024年6月1日"',
  'published: 2099-01-01',
  'published:',
  'stage: published',
  'stage: 已发',
  'reporters: 林晓禾、周砚',
  'reporters: [林晓木]',
  'reporters:\n  - 林晓禾',
  'editor: [林晓禾]',
  'keywords: [甲]',
  'keywords: 乙',
  'keywords:\n  - 丙\n  - "丁: 戊"',
  'count: "12"',
  'count: １２',
  'live: 是',
  'site: www.example.com',
  'cover: 图/A.jpg',
  'clip: a.mp3',
  'usual:',
  'allow:\n  - wrong-dash: 引文\n  - future-date: 预告',
  'allow: [wrong-dash, future-date]',
  'allow: {wrong-dash: 引文}',
  '  source: 新华社',
  'summary: |\n  一段\n\n  又一段',
);
const line = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.tuple(wrong, fc.constantFrom('', ' # 注', '   # “注”: 一')).map(([one, note]) => one + note),
  },
  { weight: 1, arbitrary: fc.constantFrom('', '# 一行注', '# 又: 一行') },
);
const article = fc
  .tuple(
    fc.array(line, { minLength: 1, maxLength: 7 }),
    fc.constantFrom('\n', '\r\n', '\r'),
    fc.constantFrom('', '\uFEFF'),
  )
  .map(([all, end, mark]) =>
    `${mark}---\n${all.join('\n')}\n---\n\n中国报道讯（林晓禾报道）清泉镇。\n`.replaceAll('\n', end),
  );

const isInFront = ({ at }: Finding, end: number): boolean => at.start < end;

/** Lines with their ends. */
const linesOf = (whole: string): readonly string[] => whole.split(/(?<=\r\n|\n|\r(?!\n))/);

describe('fixes of front matter', () => {
  it('change no line but those that they are about, and keep comments, line ends and the rest', () => {
    assert.ok(house);
    const seen = new Set<string>();
    fc.assert(
      fc.property(article, (whole) => {
        const before = parseArticle(whole);
        const { findings } = review(before, house, facts);
        for (const finding of findings) {
          if (!isInFront(finding, before.frontMatter.bodyStart)) continue;
          for (const fix of finding.fixes) {
            const edits = fixEdits(finding, fix);
            const done = applyFixes(before, [{ finding, fix }]);
            if (edits === undefined || done.applied === 0) continue;
            seen.add(`${finding.check} ${fix.title.en.split(' ')[0]}`);
            const after = done.text;
            const name = `${fix.title.en} (${finding.check})\n${JSON.stringify(whole)}\n${JSON.stringify(after)}`;
            const removes = /^(?:Remove|Put its values)/.test(fix.title.en);
            // Line ends, the mark at the head, the body.
            const ends = (all: string): string => [...new Set(all.match(/\r\n|\n|\r/g))].join();
            assert.equal(ends(after), ends(whole), name);
            assert.equal(after.startsWith('\uFEFF'), whole.startsWith('\uFEFF'), name);
            const read = parseArticle(after);
            assert.equal(after.slice(read.frontMatter.bodyStart), whole.slice(before.frontMatter.bodyStart), name);
            // Every line that no edit touches stands there still, in the same order.
            const kept: string[] = [];
            let at = 0;
            for (const one of linesOf(whole)) {
              const end = at + one.length;
              if (
                !edits.some(
                  ({ start, end: to }) => start < end && (to > at || (to === at && start === at && to > start)),
                )
              )
                kept.push(one);
              at = end;
            }
            const now = linesOf(after);
            let next = 0;
            for (const one of kept) {
              const found = now.indexOf(one, next);
              assert.ok(found >= 0, `${JSON.stringify(one)} is gone: ${name}`);
              next = found + 1;
            }
            // Comments stay, but with a field that is removed.
            const comments = (all: string): number => all.match(/#[^\r\n]*注|# 又: 一行/g)?.length ?? 0;
            if (!removes) assert.equal(comments(after), comments(whole), name);
            assert.ok(read.frontMatter.faults.length <= before.frontMatter.faults.length, name);
            // The finding itself is gone; of a field that stands three times, two are still one too many.
            if (finding.check === 'duplicate-field') continue;
            const same = (all: readonly Finding[]): number =>
              all.filter(({ check, message }) => check === finding.check && message.en === finding.message.en).length;
            assert.ok(same(review(read, house, facts).findings) < same(findings), `it is still there: ${name}`);
          }
        }
      }),
      { numRuns: 250 },
    );
    assert.ok(seen.size >= 16, [...seen].join('\n'));
  });
});
