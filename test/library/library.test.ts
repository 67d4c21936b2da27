import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as library from '../../src/library/library.ts';
import { newsroom, now, article as sound } from '../cli/newsroom.ts';

const { fix, newArticle, openNewsroom, parseArticle, peopleOf, renderPage, resolveHouse, review } = library;
const slip = sound('表演艺术家阿依古丽•买买提演唱了民歌...观众起立。');
const ids = (findings: readonly { readonly check: string }[]) => findings.map(({ check }) => check);

describe('the library', () => {
  it('has what its contract says, by name, and nothing else', () => {
    const contract = readFileSync('src/library/copydesk.d.ts', 'utf8');
    const promised = [...contract.matchAll(/^export (?:function|const) (\w+)/gm)].map(([, name]) => name);
    assert.ok(promised.length >= 12);
    assert.deepEqual(Object.keys(library).sort(), [...new Set(promised)].sort());
  });

  it('finds what the command line finds, in every language, with the same fixes', async () => {
    const files = {
      'copydesk.yml': 'extends: china-report\nchecks: {missing-image: error}\n',
      'staff.yml': 'staff: [沈若舟, 苗景衡]\n',
      'terms.yml': 'terms: [{use: 云脚村, not: [云角村]}]\n',
      '乡村/a.md': `${slip}\n![](图/橙.jpg)\n\n云角村一瞥。（沈若舟摄）\n`,
      '乡村/b.md': 'No front matter, 没有...',
    };
    const room = newsroom(files);
    try {
      for (const locale of ['en', 'zh', 'zh-tw'] as const) {
        const { out } = await room.run(['check', '--format', 'json', '--locale', locale]);
        const told: { files: { path: string; findings: unknown[]; characters: number }[] } = JSON.parse(out);
        const opened = openNewsroom(files, { now, locale });
        const paths = await opened.articles();
        assert.deepEqual(
          paths,
          told.files.map(({ path }) => path),
        );
        for (const { path, findings, characters } of told.files) {
          const article = parseArticle(files[path as '乡村/a.md']);
          const found = review(article, await opened.houseOf(path), await opened.factsOf(article, path), { locale });
          assert.deepEqual(
            { path, findings: found.findings, characters: found.characters },
            { path, findings, characters },
          );
        }
      }
    } finally {
      room.remove();
    }
  });

  it('resolves a house with its staff, terms, schema and base as the newsroom does', async () => {
    const base = { 'copydesk.yml': 'extends: wire\nname: Above\n', 'staff.yml': 'staff: [Ann Lee]\n' };
    const own = {
      house: 'extends: ../copydesk.yml\nfront-matter-schema: s.json\nchecks: {missing-byline: off}\n',
      staff: 'staff: [Bo Hart]\n',
      terms: 'terms: [{use: Harrow Sound, not: [Harow Sound]}]\n',
      schema: '{"type": "object", "properties": {"title": {"type": "number"}}}',
    };
    const text = '---\ntitle: Ferry\n---\n\nBy Ann Lea and Bo Hart\n\nThe Harow Sound ferry left.\n';
    const above = resolveHouse({ house: base['copydesk.yml'], staff: base['staff.yml'] });
    const { house, faults } = resolveHouse({ ...own, base: above });
    assert.deepEqual(faults, { house: [], staff: [], terms: [] });
    const opened = openNewsroom({
      ...base,
      'sub/copydesk.yml': own.house,
      'sub/staff.yml': own.staff,
      'sub/terms.yml': own.terms,
      'sub/s.json': own.schema,
      'sub/a.md': text,
    });
    const article = parseArticle(text);
    const alone = review(article, house, { now });
    const within = review(article, await opened.houseOf('sub/a.md'), { now });
    assert.deepEqual(alone.findings, within.findings);
    for (const check of ['unknown-person', 'house-term', 'schema-mismatch'])
      assert.ok(ids(alone.findings).includes(check));
    assert.deepEqual(opened.faults(), {});
  });

  it('tells what is wrong with a house at its place, and makes the best of the rest', () => {
    const { house, faults } = resolveHouse(
      { house: 'extends: china-report\nchecks: {wrong-dush: off}\n', staff: 'staff: {}\n', terms: 'terms: 7\n' },
      { locale: 'zh' },
    );
    assert.equal(faults.house[0]?.range.start.line, 2);
    assert.match(faults.house[0]?.message ?? '', /wrong-dush/);
    assert.ok(faults.staff.length > 0 && faults.terms.length > 0);
    assert.ok(house.templates.includes('news'));
    assert.equal(openNewsroom({ 'copydesk.yml': 'x: 1\n' }).faults()['copydesk.yml'], undefined);
  });

  it('mends what is safe, all of it or some', () => {
    const { house } = resolveHouse({ house: 'extends: china-report\n' });
    const all = fix(slip, house, { now });
    assert.ok(all.text.includes('阿依古丽·买买提') && all.text.includes('民歌……观众'));
    assert.equal(all.applied, 2);
    assert.deepEqual(all.findings, review(parseArticle(all.text), house, { now }).findings);
    const some = fix(slip, house, { now }, { only: ['wrong-ellipsis'] });
    assert.ok(some.text.includes('•') && some.text.includes('……'));
  });

  it('says where each name stands, in lines and columns from 1', () => {
    const { house } = resolveHouse({ house: 'extends: chinese' });
    const lines = ['---', 'title: 水渠通水', 'reporters: [周砚]', '---', '', '本报讯（记者高远）河湾镇通水。', ''];
    const people = peopleOf(parseArticle(lines.join('\n')), house);
    assert.deepEqual(
      people.map(({ name, range: { start, end } }) => [
        name,
        lines[start.line - 1]?.slice(start.column - 1, end.column - 1),
        start.line === end.line,
      ]),
      [
        ['高远', '高远', true],
        ['周砚', '周砚', true],
      ],
    );
  });

  it('never throws for a text', () => {
    const { house } = resolveHouse({ house: '\ud800: [\0' });
    for (const text of [
      '',
      '\ud800',
      '\0\0',
      '---\n',
      '---\na: [\n---\n',
      `${'> '.repeat(500)}深`,
      '\ufeff---\r\nt: 1\r\n---\r\n',
    ]) {
      const article = parseArticle(text);
      assert.equal(typeof article.fields, 'object');
      review(article, house);
      peopleOf(article, house);
      assert.ok(renderPage(article, house).document.startsWith('<!doctype html>'));
      fix(text, house);
    }
  });

  it('keeps an article’s own HTML and addresses that run something off the page', () => {
    const { house } = resolveHouse();
    const article = parseArticle(
      '---\ntitle: T\n---\n\n<script>alert(1)</script>\n\n![a](javascript:alert(1)) ![b](b.jpg)\n',
    );
    const page = renderPage(article, house, { image: (src) => (src === 'b.jpg' ? 'javascript:alert(2)' : src) });
    assert.doesNotMatch(page.html, /<script>alert|src="javascript/);
  });

  it('says plainly what it was given that is none of its own', () => {
    const { house } = resolveHouse();
    const article = parseArticle('');
    const copy = { ...article };
    assert.throws(() => review(copy, house), {
      name: 'TypeError',
      message: 'expected an article that parseArticle made',
    });
    assert.throws(() => review(article, { ...house }), /expected a house/);
    assert.throws(() => newArticle(house, 'no such'), RangeError);
  });

  it('gives fields as plain data, `__proto__` among them, and where the body begins', () => {
    const { fields, bodyStart, text } = parseArticle('---\ntitle: 渡口\ntags: [a, 2]\n__proto__: {x: 1}\n---\n正文');
    assert.deepEqual(
      JSON.parse(JSON.stringify(fields)),
      JSON.parse('{"title":"渡口","tags":["a",2],"__proto__":{"x":1}}'),
    );
    assert.equal(text.slice(bodyStart), '正文');
  });

  it('knows pictures, other articles and what is left out, from files in memory', async () => {
    const opened = openNewsroom({
      'copydesk.yml': 'extends: none\nignore: [old/]\nfields: {id: {type: text, unique: true}}\n',
      './a.md': '---\nid: x7\n---\n\n![](p/1.png) ![](p/2.png)\n',
      'b.md': '---\nid: x7\n---\n\nText.\n',
      'old/c.md': '---\nid: x7\n---\n',
      'README.md': '# x',
      '.hidden/d.md': '---\nid: x7\n---\n',
      'p/1.png': new Uint8Array([0x89, 0x50]),
    });
    assert.deepEqual(await opened.articles(), ['a.md', 'b.md']);
    const article = parseArticle('---\nid: x7\n---\n\n![](p/1.png) ![](p/2.png)\n');
    const { findings } = review(article, await opened.houseOf('a.md'), await opened.factsOf(article, 'a.md'));
    const missing = findings.filter(({ check }) => check === 'missing-image');
    assert.deepEqual(
      missing.map(({ range }) => range.start.column),
      [14],
    );
    assert.ok(
      findings.some(({ message }) => message.includes('b.md')),
      ids(findings).join(),
    );
  });
});
