import assert from 'node:assert/strict';
import type { Facts } from '../../src/checks/check.ts';
import { readiness } from '../../src/engine/readiness.ts';
import { parseArticle } from '../../src/model/parse.ts';
import { applyEdits } from '../../src/model/range.ts';
import { letThrough } from '../../src/writing/sign-off.ts';
import { at, houseOf, signed, signoffYaml } from '../reading/signoff-house.ts';

const house = houseOf();
const facts: Facts = { files: new Map(), now: at('20:00') };
const article = `---
title: 河湾镇水渠通水
column: 乡村
published: 2026-06-01 18:00
source: 中国报道
reporters: [陆晓晴]
editor: 高远
stage: ready
---

中国报道讯（陆晓晴报道）河湾镇的新水渠昨天通水，三个村的稻田用上了渠水。
`;
const open = (text: string, own = house) => {
  const { items, isReady, next } = readiness(parseArticle(text), own, facts);
  return {
    next,
    isReady,
    items: items.map(({ kind, blocks, id, text: { en } }) => `${blocks ? '!' : '-'} ${kind} ${id ?? en}`),
  };
};

describe('ready to publish', () => {
  it('an article with everything is ready', () => {
    const all = signed(article, house, ['一审', '周砚'], ['二审', '沈砚秋'], ['一校', '贺竹']);
    assert.deepEqual(open(all), { next: 'published', isReady: true, items: [] });
  });

  it('what is missing comes first things first: errors, fields, signatures, embargo, warnings', () => {
    const text = article
      .replace('editor: 高远\n', 'embargo: 2026-06-02 08:00\n')
      .replace('渠水。', '渠水,')
      .replace('title: 河', 'weight: 3\ntitle: 河');
    const { items, isReady } = open(text);
    assert.equal(isReady, false);
    const kinds = items.map((item) => item.split(' ')[1]);
    const order = ['error', 'field', 'signature', 'embargo', 'warning'];
    assert.deepEqual(
      kinds,
      [...kinds].sort((a, b) => order.indexOf(a ?? '') - order.indexOf(b ?? '')),
    );
    assert.ok(items.includes('! field editor'), items.join('\n'));
    assert.ok(items.includes('! signature 一审') && items.includes('! signature 一校'));
    assert.ok(items.some((item) => item.startsWith('! embargo Embargoed until 2026-06-02 08:00')));
    assert.ok(items.some((item) => item.startsWith('- warning')));
  });

  it('a change after signing is in the way, and is not when it was signed again', () => {
    const all = signed(article, house, ['一审', '周砚'], ['二审', '沈砚秋'], ['一校', '贺竹']).replace('稻田', '农田');
    assert.match(open(all).items.join(), /! signature This paragraph has changed since 贺竹/);
    assert.equal(open(signed(all, house, ['一校', '贺竹'])).isReady, true);
  });

  it('what the stage asks for already is said once', () => {
    const text = article.replace('stage: ready', 'stage: published');
    assert.deepEqual(
      open(text).items.map((item) => item.slice(0, 11)),
      ['! signature'],
    );
  });

  it('says who let it through, and still what is open', () => {
    const edit = letThrough(
      parseArticle(article),
      house,
      '沈砚秋',
      { stage: 'published', reason: '汛情' },
      at('10:00'),
    );
    const found = readiness(parseArticle(applyEdits(article, edit?.edits ?? [])), house, facts);
    assert.deepEqual([found.isReady, found.through], [false, { name: '沈砚秋', reason: '汛情' }]);
  });

  it('does not count that somebody let it through without a reason, where nobody may, or who was not there', () => {
    const let1 = (more: string) =>
      article.replace(
        'stage: ready\n',
        `stage: published\nsignoff:\n  - {override: published, name: 沈砚秋, time: 2026-06-01T10:00:00+08:00, text: 0123456789abcdef${more}}\n`,
      );
    const said = (text: string, own = house) =>
      readiness(parseArticle(text), own, facts).items.map(({ text: { en }, blocks }) => `${blocks ? '!' : '-'} ${en}`);
    const missing = /^! .*must be signed before an article is at stage `published`/;
    assert.doesNotMatch(said(let1(', reason: 汛情')).join('\n'), /must be signed/);
    const unreasoned = said(let1(''));
    assert.match(unreasoned[0] ?? '', missing);
    assert.match(unreasoned.join('\n'), /沈砚秋 let it through without a reason/);
    const closed = said(let1(', reason: 汛情'), houseOf(`${signoffYaml}gate: {override: false}\n`));
    assert.match(closed[0] ?? '', missing);
    assert.match(closed.join('\n'), /in this house nobody may/);
    const left = { ...house, staff: (house.staff ?? []).map((one) => ({ ...one, to: '2025' })) };
    assert.match(
      said(let1(', reason: 汛情'), left).join('\n'),
      /沈砚秋 let it through, and was not on the staff list then/,
    );
  });

  it('finds what was changed in a text that was let through', () => {
    const through = { stage: 'published', reason: '汛情' } as const;
    const edit = letThrough(parseArticle(article), house, '沈砚秋', through, at('10:00'));
    const text = applyEdits(article, edit?.edits ?? []).replace('stage: ready', 'stage: published');
    assert.doesNotMatch(open(text).items.join(), /has changed since/);
    assert.match(
      open(text.replace('三个村', '五个村')).items.join(),
      /! signature This paragraph has changed since 沈砚秋/,
    );
    const waiting = text.replace('stage: published', 'stage: ready');
    assert.equal(readiness(parseArticle(waiting), house, facts).through?.reason, '汛情');
    const other = parseArticle(waiting.replace('三个村', '五个村'));
    assert.equal(readiness(other, house, facts).through, undefined);
    // Whoever signs afterwards has read it.
    const again = signed(text.replace('三个村', '五个村'), house, ['一审', '周砚']);
    assert.doesNotMatch(open(again).items.join(), /has changed since/);
  });

  it('a draft goes to the next stage its house has, and a house without steps asks for none', () => {
    const none = houseOf('extends: china-report\n');
    const draft = article.replace('stage: ready\n', '');
    assert.deepEqual(open(draft, none), { next: 'ready', isReady: true, items: [] });
    const flags = houseOf(`${signoffYaml}fields:\n  stage: off\n  draft: {type: boolean, role: stage}\n`);
    assert.equal(open(draft.replace('column', 'draft: true\ncolumn'), flags).next, 'published');
  });
});
