import themeIds from 'copydesk:themes/names';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { styleOf, themeOf } from '../../src/page/index.ts';
import { fillLayout, readLayout } from '../../src/page/layout.ts';
import { inventedHouse, inventedWire } from './invented.ts';

describe('a layout', () => {
  const layout = readLayout(
    '<!-- note --><p data-slot="published">发布时间：<b class="t" data-slot="published"></b></p><h1 data-slot="title"></h1>',
  );

  it('fills empty elements and keeps what is written in others', () => {
    assert.equal(
      fillLayout(layout, { title: { html: 'T', line: 3 }, published: { html: 'P' } }),
      '<p>发布时间：<b class="t">P</b></p><h1 data-line="3">T</h1>',
    );
  });

  it('leaves out what has no value, its label with it', () => {
    assert.equal(fillLayout(layout, { title: { html: 'T' } }), '<h1>T</h1>');
    assert.equal(fillLayout(layout, {}), '');
  });

  it('that is not well formed is refused', () => {
    assert.throws(() => readLayout('<p><b></p></b>'), /<\/p> closes <b>/);
    assert.throws(() => readLayout('<main>'), /<main> is not closed/);
    assert.throws(() => readLayout('<p data-slot="leader"></p>'), /unknown slot leader/);
  });
});

describe('a theme', () => {
  for (const id of themeIds) {
    it(`${id} is a layout with a place for title and body, and a stylesheet that loads nothing`, () => {
      const house = inventedHouse({ page: { ...inventedHouse().page, theme: id } });
      const theme = themeOf(house);
      assert.equal(theme.id, id);
      assert.equal(fillLayout(theme.layout, { body: { html: 'BODY' } }).split('BODY').length, 2);
      const layout = readFileSync(`media/themes/${id}/layout.html`, 'utf8');
      assert.doesNotMatch(layout, /<script|<style|<link|<iframe| style=| on[a-z]+=/i);
      assert.doesNotMatch(styleOf(id), /@import|url\(|@font-face|expression\(/i);
    });
  }

  it('stands in for one that is not ours, plainly', () => {
    const page = { ...inventedHouse().page, theme: 'constructor' };
    assert.equal(themeOf(inventedHouse({ page })).id, 'plain');
    assert.equal(themeOf({ ...inventedWire(), page }).id, 'plain');
  });
});
