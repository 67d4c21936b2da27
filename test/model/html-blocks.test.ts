import assert from 'node:assert/strict';
import type { Article } from '../../src/model/article.ts';
import { parseArticle } from '../../src/model/parse.ts';

function passages(text: string): string[] {
  return parseArticle(text).passages.map(({ kind, level, prose }) => `${level || kind}: ${prose.rendered}`);
}

/** The source of a word of the article's prose. */
function sourceOf({ passages: all, text }: Article, word: string): string | undefined {
  for (const { prose } of all) {
    const from = prose.text.indexOf(word);
    if (from < 0) continue;
    const { start, end } = prose.at(from, from + word.length);
    return text.slice(start, end);
  }
  return undefined;
}

describe('a block of raw HTML', () => {
  it('is paragraphs, headings, lists, quotes and tables as Markdown has them', () => {
    assert.deepEqual(
      passages(
        '<div class="TRS_Editor"><h2>一、渡口</h2>\n<p>　　船到了。<br>人也到了。</p><blockquote>旧话<p>新话</p></blockquote></div>\n' +
          '<ul><li>甲<li>乙</ul>\n<table><tr><th>村<td>户</tr><tr><td><p>石桥</p><p>东</p><td>12</table>',
      ),
      [
        '2: 一、渡口',
        'paragraph: 船到了。\n人也到了。',
        ...['quote: 旧话', 'quote: 新话', 'list-item: 甲', 'list-item: 乙'],
        ...['table-cell: 村', 'table-cell: 户', 'table-cell: 石桥', 'table-cell: 东', 'table-cell: 12'],
      ],
    );
  });

  it('is traced to its very characters, in quotes and in lists too', () => {
    for (const lead of ['', '> ', '- ']) {
      const rest = lead === '- ' ? '  ' : lead;
      const text = `${lead}<div>\n${rest}  <p>甲&ldquo;乙&rdquo;丙<b>丁</b>\n${rest}\t戊</p><td>己</div>\n`;
      const article = parseArticle(text.replaceAll('\n', '\r\n'));
      for (const word of ['甲', '乙', '丙', '丁', '戊', '己']) assert.equal(sourceOf(article, word), word, lead);
      assert.equal(sourceOf(article, '“'), '&ldquo;');
    }
  });

  it('is edited as HTML', () => {
    const { passages: all, text } = parseArticle('<p>甲,乙&amp;丙</p>\n');
    const prose = all[0]?.prose;
    assert.ok(prose);
    const at = (start: number, replacement: string) => [{ start, end: start + 1, text: replacement }];
    assert.deepEqual(prose.encode([{ from: 1, to: 2, text: '<' }]), at(text.indexOf(','), '&lt;'));
    assert.deepEqual(prose.encode([{ from: 1, to: 2, text: '*' }]), at(text.indexOf(','), '*'));
    assert.deepEqual(prose.encode([{ from: 3, to: 4, text: '和' }]), [
      { start: text.indexOf('&'), end: text.indexOf(';') + 1, text: '和' },
    ]);
    assert.equal(prose.encode([{ from: 1, to: 2, text: '\n' }]), undefined);
  });

  it('goes on around Markdown, and ends where it began when nothing closes it', () => {
    const around = parseArticle('<blockquote>\n\n甲**乙**\n\n</blockquote>\n\n丙\n');
    assert.deepEqual(
      around.passages.map(({ kind, prose }) => [kind, prose.rendered]),
      [
        ['quote', '甲乙'],
        ['paragraph', '丙'],
      ],
    );
    assert.deepEqual(passages('<blockquote>甲\n\n乙\n'), ['quote: 甲', 'paragraph: 乙']);
    assert.deepEqual(passages('<table><tr><td>甲\n\n乙\n'), ['table-cell: 甲', 'paragraph: 乙']);
    assert.deepEqual(passages('<table><tr><td>\n\n甲\n\n</td></tr></table>\n\n乙\n'), [
      'table-cell: 甲',
      'paragraph: 乙',
    ]);
    assert.deepEqual(passages('> <blockquote>\n\n甲\n\n</blockquote>\n'), ['paragraph: 甲']);
  });

  it('has text where text may stand: in cells and in items', () => {
    assert.deepEqual(passages('<table>甲<tr>乙<td>丙</table>'), ['table-cell: 甲', 'table-cell: 乙', 'table-cell: 丙']);
    assert.deepEqual(passages('<ul>甲<li>乙</ul>'), ['list-item: 甲', 'list-item: 乙']);
    assert.deepEqual(passages('<tr><td>甲</td></tr>\n<li>乙</li>'), ['paragraph: 甲', 'paragraph: 乙']);
  });

  it('is silent about what a page does not show, and about what it shows as written', () => {
    assert.deepEqual(
      passages(
        '<div>甲<script>let a = "</p>乙";</script><style>丙</style><svg><text>丁</text></svg><!-- 戊 --><form>己<input value="庚"><select><option>辛</select></form></div>',
      ),
      ['paragraph: 甲', 'paragraph: 己'],
    );
    const [embedded] = parseArticle('<p><iframe src="https://v.example/a,b">旧浏览器</iframe></p>').passages;
    assert.equal(embedded?.prose.rendered, '<iframe src="https://v.example/a,b">');
    assert.match(embedded.prose.text, /^\uFFFC+$/);
    assert.deepEqual(passages('<p>&nbsp;</p><p>　</p><p><br></p><p><o:p>&nbsp;</o:p></p>'), []);
    assert.deepEqual(passages('<pre>a,b</pre>\n<p>甲</p>'), ['paragraph: 甲']);
  });

  it('is text where it is no tag', () => {
    assert.deepEqual(passages('<p>3 < 5，a<3，x>y &unknown; &lt;b&gt;</p>'), [
      'paragraph: 3 < 5，a<3，x>y &unknown; <b>',
    ]);
  });

  it('holds pictures with caption and credit, however they are laid out', () => {
    for (const html of [
      '<figure>\n<img src="a.jpg">\n<figcaption>渡口清晨。（罗一帆摄）</figcaption></figure>',
      '<figure><a href="a.jpg"><img src="a.jpg"></a><p>渡口清晨。（罗一帆摄）</p></figure>',
      '<p align="center"><img src="a.jpg"></p>\n<p align="center">渡口清晨。（罗一帆摄）</p>',
      '<p style="text-align:center"><img src="a.jpg"><br>渡口清晨。（罗一帆摄）</p>',
      '<p><img src="a.jpg"></p>\n\n<p>&nbsp;</p>\n\n<p>渡口清晨。（罗一帆摄）</p>',
      '<center>\n\n![](a.jpg)\n\n</center>\n\n<center>渡口清晨。（罗一帆摄）</center>',
      '<table><tr><td><img src="a.jpg"></td></tr><tr><td>渡口清晨。（罗一帆摄）</td></tr></table>',
    ]) {
      const [picture, ...others] = parseArticle(`${html}\n\n船到了，人也到了。\n`).furniture.pictures;
      assert.ok(picture && others.length === 0, html);
      assert.equal(picture.src, 'a.jpg', html);
      assert.deepEqual(
        picture.credit?.credit.people.map(({ name }) => name),
        ['罗一帆'],
        html,
      );
      assert.equal(picture.caption && picture.caption.to > picture.caption.from, true, html);
    }
  });

  it('holds bylines and editors like any other paragraph', () => {
    const { furniture } = parseArticle('<p align="right">本报记者 沈砚秋</p>\n\n船到了。\n\n<p>责任编辑：林望舒</p>\n');
    assert.deepEqual(
      furniture.bylines.map(({ position, byline }) => [position, byline.people.map(({ name }) => name)]),
      [['under-title', ['沈砚秋']]],
    );
    assert.deepEqual(
      furniture.editors.flatMap(({ names }) => names.map(({ name }) => name)),
      ['林望舒'],
    );
  });

  it('may hold an allowance for the block that follows', () => {
    const { allowances, text } = parseArticle('<!-- allow wrong-dash: 原文 -->\n<p>甲--乙</p>\n');
    const [allowance] = allowances;
    assert.ok(allowance);
    assert.equal(text.slice(allowance.scope.start, allowance.scope.end), '<p>甲--乙</p>');
  });
});
