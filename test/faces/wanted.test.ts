import assert from 'node:assert/strict';
import { parseArticle } from '../../src/model/parse.ts';
import { wantedBy } from '../../src/newsroom/facts.ts';
import { builtHouse } from '../shipped-houses.ts';

describe('what an article wants to know of its newsroom', () => {
  const article = parseArticle('---\ntitle: 柿子红了\n---\n\n![树](tree.jpg) 见[旧稿](旧稿.md)。\n');

  it('is found out once for whoever asks: diagnostics, hover, actions and links ask at each key', () => {
    const house = builtHouse('china-report');
    const wanted = wantedBy(article, house);
    assert.equal(wantedBy(article, house), wanted);
    assert.deepEqual(wanted.references, ['tree.jpg']);
    assert.notEqual(wanted.trace, undefined);
  });

  it('is found out anew for another house, and for another text', () => {
    const [one, other] = [builtHouse('china-report'), builtHouse('plain')];
    assert.notEqual(wantedBy(article, one), wantedBy(article, other));
    const longer = parseArticle(`${article.text}\n![河](river.jpg)\n`);
    assert.deepEqual(wantedBy(longer, one).references, ['tree.jpg', 'river.jpg']);
  });
});
