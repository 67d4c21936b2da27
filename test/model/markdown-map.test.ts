import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import createMarkdownIt from 'markdown-it';
import cjkFriendly from 'markdown-it-cjk-friendly';
import type { Article, Passage } from '../../src/model/article.ts';
import { HTML } from '../../src/model/markdown/html-tags.ts';
import { markdown, parseMarkdown } from '../../src/model/markdown/markdown.ts';
import { parseArticle, parseCache } from '../../src/model/parse.ts';
import { LITERAL } from '../../src/model/prose.ts';

interface Example {
  readonly markdown: string;
  readonly html: string;
  readonly section: string;
  readonly number: number;
}

const spec: { readonly tests: readonly Example[] } = createRequire(import.meta.url)('commonmark-spec');

/** Every character of prose that is said to be verbatim is that character of the source. */
function checkMap(article: Article): { verbatim: number; literal: number } {
  let verbatim = 0;
  let literal = 0;
  let last = -1;
  for (const passage of article.passages) {
    const { prose } = passage;
    assert.equal(prose.text.length, prose.rendered.length);
    for (let i = 0; i < prose.rendered.length; i++) {
      const kind = prose.kindAt(i);
      const place = prose.at(i, i + 1);
      assert.ok(place.start >= 0 && place.end <= article.text.length && place.start <= place.end);
      if (kind === 'literal') {
        literal++;
        assert.equal(prose.text[i], LITERAL);
        continue;
      }
      assert.equal(prose.text[i], prose.rendered[i]);
      if (kind === 'encoded') continue;
      verbatim++;
      const source = article.text.slice(place.start, place.end).replace('\0', '\uFFFD');
      assert.equal(source, prose.text[i], `prose ${JSON.stringify(prose.text)} at ${i}`);
      assert.ok(place.start > last || /^(?:table-cell|note)$/.test(passage.kind), 'places go forward');
      last = place.start;
    }
    last = Math.max(-1, passage.block.start - 1);
  }
  return { verbatim, literal };
}

/** A passage as plain values, to compare two readings. */
function flat(passage: Passage): unknown {
  const { prose, ...rest } = passage;
  const places = Array.from(prose.text, (_, i) => [prose.at(i, i + 1).start, prose.kindAt(i)]);
  return { ...rest, text: prose.text, rendered: prose.rendered, places };
}

/** The notes of an article and where they are referred to, as plain values. */
function numbers({ footnotes }: Article): unknown {
  const references = [...footnotes.references].map(([index, found]) => {
    return [index, [...found.values()].map(({ note, nth }) => [note.open, note.number, nth])];
  });
  return { notes: footnotes.notes, references };
}

/** What a reader reads of a passage in HTML: tags gone, entities resolved. */
function visible(html: string): string {
  return html
    .replace(/<br>\n?/g, '\n')
    .replace(/<img[^>]*>/g, LITERAL)
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(
      /<\/?(?:p|em|strong|a|code|s|h[1-6]|blockquote|li|ul|ol|t[hdr]|thead|tbody|table|b|del|i)(?: [^>]*)?>/g,
      '',
    )
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

function renderPassage(article: Article, passage: Passage): string {
  const token = article.tokens[passage.token];
  assert.ok(token);
  const { renderer, options } = markdown();
  return renderer.renderInline([...(token.children ?? [])], options, {});
}

describe('model/markdown map', () => {
  it('aligns every example of the CommonMark specification', () => {
    let verbatim = 0;
    let literal = 0;
    for (const example of spec.tests) {
      const text = example.markdown.replaceAll('→', '\t');
      for (const variant of [text, text.replaceAll('\n', '\r\n')]) {
        const counts = checkMap(parseArticle(`\n${variant}`));
        verbatim += counts.verbatim;
        literal += counts.literal;
      }
    }
    assert.ok(verbatim > 9_000, `${verbatim} characters were traced`);
    assert.ok(literal < verbatim * 0.25, `${literal} characters are literal`);
  });

  it('checks the text that is rendered', () => {
    for (const example of spec.tests) {
      const article = parseArticle(`\n${example.markdown.replaceAll('→', '\t')}`);
      for (const passage of article.passages) {
        if (
          article.tokens[passage.token]?.markup === HTML ||
          /<[a-z!?/]/i.test(passage.prose.rendered) ||
          example.markdown.includes('<!--')
        )
          continue;
        assert.equal(visible(renderPassage(article, passage)), passage.prose.rendered, example.markdown);
      }
    }
  });

  it('renders as the stock parser does, so that tracing changes nothing', () => {
    const stock = createMarkdownIt({ html: true }).use(cjkFriendly);
    for (const example of spec.tests) {
      const text = example.markdown.replaceAll('→', '\t');
      const { renderer, options } = markdown();
      // What was read from blocks of raw HTML stands beside them.
      const written = parseMarkdown(text, 0).filter(({ markup }) => markup !== HTML);
      assert.equal(renderer.render(written, options, {}), stock.render(text));
    }
  });

  const atoms = [
    '新闻',
    '记者',
    '，',
    '。',
    '“',
    '”',
    '**',
    '*',
    '_',
    '~~',
    '`',
    '``',
    '&amp;',
    '&#12345;',
    '\\*',
    '\\',
    '[',
    '](b)',
    '![',
    '](a.jpg)',
    '<b>',
    '</b>',
    '<!-- x -->',
    '<http://a.b>',
    ' ',
    '  \n',
    '\n',
    '\n\n',
    '\r\n',
    '> ',
    '- ',
    '1. ',
    '# ',
    '\t',
    '| a | b\\|c |',
    '\n|---|---|\n',
    '| 一 | 二 |',
    '\u{1F600}',
    '\uD800',
    '\0',
    '\uFEFF',
    '---\n',
    '```\n',
    '    ',
    '<div>\n',
    '[^1]',
    '[^注]',
    '\n[^1]: ',
    '\n\n[^注]: 注文',
    '\n    续',
    '^[',
    ']',
    '\n<p align="center">',
    '</p>',
    '<table><tr><td>',
    '</td>',
    '<li>',
    '\n<ul>',
    '</ul>',
    '<figure><img src="a.jpg">',
    '<figcaption>',
    '</figure>',
    '\n\n</div>\n',
    '\n<details>\n\n',
    '</details>',
    '\n\n<blockquote>\n\n',
    '\n\n</blockquote>\n',
    '&nbsp;',
    '<script>',
    '</script>',
    '<br>',
    '<pre>',
    '<',
  ];

  it('aligns generated Markdown of every kind', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...atoms), { maxLength: 40 }), (parts) => {
        checkMap(parseArticle(parts.join('')));
      }),
      { numRuns: 3000 },
    );
  });

  it('reads the same with a cache as without', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...atoms), { maxLength: 30 }),
        fc.nat(60),
        fc.constantFrom(...atoms),
        (parts, at, typed) => {
          const before = parts.join('');
          const after = before.slice(0, at) + typed + before.slice(at);
          const cache = parseCache();
          parseArticle(before, cache);
          const again = parseArticle(after, cache);
          const anew = parseArticle(after);
          assert.deepEqual(again.passages.map(flat), anew.passages.map(flat));
          assert.deepEqual(numbers(again), numbers(anew));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('points to the right characters after entities, in quotes and in lists', () => {
    const text = '> 甲&amp;乙\\*丙\n> 丁**“戊”**己\n\n- 庚 &lt;辛\n  壬`癸`子\n';
    const article = parseArticle(text);
    const at = (word: string): string => {
      for (const { prose } of article.passages) {
        const from = prose.text.indexOf(word);
        if (from < 0) continue;
        const { start, end } = prose.at(from, from + word.length);
        return text.slice(start, end);
      }
      return '';
    };
    for (const word of ['乙', '丙', '丁', '戊', '己', '辛', '壬', '子']) assert.equal(at(word), word);
    assert.equal(at('<'), '&lt;');
    assert.equal(at('&'), '&amp;');
  });

  it('makes bold beside Chinese punctuation', () => {
    assert.equal(parseArticle('**“引语。”**他说').passages[0]?.prose.text, '“引语。”他说');
  });

  it('reads a line of 5 MB', () => {
    const line = '石桥镇的稻田里，收割机来回作业。'.repeat(330_000);
    const article = parseArticle(line);
    assert.equal(article.passages[0]?.prose.text.length, line.length);
    assert.equal(article.passages[0]?.prose.at(line.length - 1, line.length).start, line.length - 1);
  }).timeout(60_000);
});

describe('model/prose edits', () => {
  const edit = (text: string, find: string, replacement: string): string | undefined => {
    const prose = parseArticle(text).passages[0]?.prose;
    assert.ok(prose);
    const from = prose.text.indexOf(find);
    assert.notEqual(from, -1);
    const edits = prose.encode([{ from, to: from + find.length, text: replacement }]);
    if (edits === undefined) return undefined;
    let out = text;
    for (const { start, end, text: inner } of [...edits].reverse()) out = out.slice(0, start) + inner + out.slice(end);
    return out;
  };

  it('replaces inside markup and whole entities', () => {
    assert.equal(edit('他**说:“好”**。', ':', '：'), '他**说：“好”**。');
    assert.equal(edit('甲&quot;乙', '"', '“'), '甲“乙');
    assert.equal(edit('> 甲\n> 乙,丙', ',', '，'), '> 甲\n> 乙，丙');
  });

  it('escapes what would become markup', () => {
    assert.equal(edit('甲乙', '乙', '*乙*'), '甲\\*乙\\*');
  });

  it('refuses to cut markup, code and images', () => {
    assert.equal(edit('甲**乙**丙', '甲乙', '丁'), undefined);
    assert.equal(edit('甲`a`乙', LITERAL, 'b'), undefined);
    assert.equal(edit('甲![图](a.jpg)乙', `甲${LITERAL}`, '丁'), undefined);
  });
});
