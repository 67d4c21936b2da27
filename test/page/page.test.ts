import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { House } from '../../src/house/house.ts';
import { parseArticle } from '../../src/model/parse.ts';
import { type Page, pageHtml, renderDocument, renderPage } from '../../src/page/index.ts';
import { inventedHouse, inventedWire, report, wireReport } from './invented.ts';
import { readStrictly, tagsNamed, visibleText } from './strict-html.ts';

const house = inventedHouse();

function pageOf(text: string, of: House = house): Page {
  return renderPage(parseArticle(text), of, {
    locale: 'zh',
    image: (src) => (src.includes('absent') ? undefined : `/${src}`),
  });
}

function textOf(page: Page): string {
  return visibleText(readStrictly(pageHtml(page)), () => false).replace(/\s+/g, ' ');
}

function bodyOf(page: Page): string {
  return page.blocks.map(({ html }) => html).join('');
}

function times(text: string, part: string): number {
  return text.split(part).length - 1;
}

describe('the page of a Chinese house', () => {
  const page = pageOf(report);
  const text = textOf(page);

  it('shows its furniture in the order of the site', () => {
    const order = [
      '青禾新闻网——青禾周刊唯一官方网站',
      '当前位置：首页 >> 乡村',
      '【山海协作·春耕见闻】云岭镇与望海区共建育秧中心，两地农技人员田头结对',
      '发布时间：2026-03-09 10:20:05 来源：青禾新闻',
      '青禾新闻记者 沈砚秋 摄',
      '青禾新闻讯（沈砚秋 通讯员罗一帆）春分刚过',
      '相关链接：望海区连续五年选派农技人员赴云岭镇',
      '延伸阅读：一粒种子的山海之旅',
      '责任编辑：林望舒',
      '关于我们',
      '版权所有 青禾周刊社',
    ];
    let at = 0;
    for (const part of order) {
      const found = text.indexOf(part, at);
      assert.notEqual(found, -1, `${part} stands after what comes before it`);
      at = found + part.length;
    }
  });

  it('shows each piece of furniture once', () => {
    for (const part of [
      '【山海协作·春耕见闻】',
      '云岭镇与望海区共建育秧中心，两地农技人员田头结对',
      '沈砚秋 摄',
      '通讯员供图',
      '罗一帆',
      '责任编辑',
      '相关链接',
      '延伸阅读',
    ]) {
      assert.equal(times(text, part), 1, part);
    }
  });

  it('says its language, and the site after the headline', () => {
    assert.equal(page.lang, 'zh-Hans');
    assert.equal(page.title, '【山海协作·春耕见闻】云岭镇与望海区共建育秧中心，两地农技人员田头结对 - 青禾新闻网');
  });

  it('has one first-level heading, and in-text subheads for related links and further reading', () => {
    const parts = readStrictly(pageHtml(page));
    assert.equal(tagsNamed(parts, 'h1').length, 1);
    assert.deepEqual(
      tagsNamed(parts, 'h2').map(({ attributes }) => attributes.get('class')),
      [undefined, 'related', 'further-reading'],
    );
    assert.equal(tagsNamed(parts, 'main').length, 1);
  });

  it('gives its blocks the lines that they come from', () => {
    const lines = report.split('\n');
    for (const { html, line, end } of page.blocks) {
      assert.ok(line < end && end <= lines.length);
      const opening =
        visibleText(readStrictly(html), () => false)
          .replace(/^\uFFFC?\s*/, '')
          .split('\n')[0]
          ?.slice(0, 4) ?? '';
      assert.ok(lines.slice(line, end).join('').includes(opening), `${opening} is in lines ${line} to ${end}`);
    }
  });

  it('draws alignment by class', () => {
    assert.match(bodyOf(page), /<td class="align-right">3200<\/td>/);
  });
});

describe('the page of an English house', () => {
  const page = pageOf(wireReport, inventedWire());

  it('speaks English', () => {
    const text = textOf(page);
    assert.match(text, /Harbour Wire.*Home \/ Coast.*Tide gauges.*9 March 2026, 21:05 Source: Harbour Wire/);
    assert.match(text, /Related stories.*Why the old tables were wrong.*Editor: Ines Calloway/);
    assert.doesNotMatch(text, /\p{Script=Han}/u);
    assert.equal(page.lang, 'en');
    assert.equal(page.theme, 'wire');
  });

  it('marks the parts that the house styles', () => {
    assert.match(bodyOf(page), /<figcaption>.*<span class="credit">\(Photo: Tomas Reyle\/Harbour Wire\)<\/span>/);
    assert.match(bodyOf(page), /<p class="byline"><span class="byline">By Maren Holt<\/span><\/p>/);
  });
});

describe('the headline', () => {
  it('is the front matter’s, whatever the house calls the field', () => {
    const own = {
      ...house,
      fields: house.fields.map((field) => (field.role === 'title' ? { ...field, key: '标题' } : field)),
    };
    assert.match(textOf(pageOf('---\n标题: 稻田丰收\n---\n\n正文。\n', own)), /稻田丰收 正文。/);
  });

  it('is the first heading where no field says it, and is not printed again', () => {
    assert.equal(times(textOf(pageOf('# 稻田**丰收**\n\n正文。\n')), '稻田丰收'), 1);
  });

  it('is not printed again when the field and the first heading agree', () => {
    assert.equal(times(textOf(pageOf('---\ntitle: 稻田丰收\n---\n\n# 稻田丰收\n\n正文。\n')), '稻田丰收'), 1);
    assert.equal(times(textOf(pageOf('---\ntitle: 稻田丰收\n---\n\n# 另一个题目\n\n正文。\n')), '题目'), 1);
  });

  it('has its series once, from a field of its own or from its tag', () => {
    for (const matter of [
      'title: 稻田丰收\nseries: 乡土',
      'title: 【乡土】稻田丰收',
      'title: 【乡土】稻田丰收\nseries: 乡土',
    ]) {
      const text = textOf(pageOf(`---\n${matter}\n---\n\n正文。\n`));
      assert.equal(times(text, '【乡土】稻田丰收'), 1, matter);
      assert.equal(times(text, '乡土'), 1, matter);
    }
  });
});

describe('pictures', () => {
  it('appear exactly once each, with caption and credit in their figure', () => {
    const page = pageOf(report);
    assert.equal(times(bodyOf(page), '<figure>'), 3);
    assert.match(
      bodyOf(page),
      /<figcaption><p>农技人员在云岭镇育秧中心查看秧苗长势。<span class="credit">.*沈砚秋 摄<\/span><\/p>/,
    );
    assert.match(
      bodyOf(page),
      /signing\.jpg" alt=""><figcaption><p data-line="2"><span class="credit">（通讯员供图）<\/span>/,
    );
  });

  it('that are absent leave a placeholder that says which', () => {
    const parts = readStrictly(bodyOf(pageOf('![稻田](images/%E7%A8%BB%E7%94%B0-absent.jpg)\n')));
    const [placeholder] = tagsNamed(parts, 'span');
    assert.equal(placeholder?.attributes.get('aria-label'), '稻田 找不到图片：images/稻田-absent.jpg');
  });

  it('that a line of text follows keep to their own figures', () => {
    const body = bodyOf(pageOf('![](a.jpg)\n（沈砚秋 摄）\n![](b.jpg)\n（通讯员供图）\n'));
    assert.equal(times(body, '<figure>'), 2);
    assert.ok(body.indexOf('沈砚秋') < body.indexOf('b.jpg'));
    assert.ok(body.startsWith('<div class="figures">'), 'and are one block');
  });

  it('are drawn once each wherever they stand', () => {
    const place = fc.constantFrom(
      ...[
        '![](#.jpg)\n',
        '![](#.jpg)\n（沈砚秋 摄）\n',
        '![](#.jpg)\n\n图为梯田。（沈砚秋 摄）\n',
        '文中![](#.jpg)有图\n',
      ],
      ...[
        '> ![](#.jpg)\n',
        '- ![](#.jpg)\n  （通讯员供图）\n',
        '[![](#.jpg)](https://a.example)\n',
        '# ![](#.jpg)\n',
        '| ![](#.jpg) |\n|---|\n',
      ],
      ...['![](#.jpg) ![](#.jpg)\n\n（通讯员供图）\n', '相关链接：![](#.jpg)\n'],
    );
    fc.assert(
      fc.property(fc.array(place, { maxLength: 6 }), (places) => {
        let count = 0;
        const text = places.join('\n').replace(/#(?=\.jpg)/g, () => `p${count++}`);
        const article = parseArticle(text);
        assert.equal(article.furniture.pictures.length, count);
        const shown: string[] = [];
        const page = renderPage(article, house, { locale: 'en', image: (src) => `/${src}` });
        for (const { attributes } of tagsNamed(readStrictly(pageHtml(page)), 'img'))
          shown.push(attributes.get('src') ?? '');
        assert.deepEqual(
          shown,
          article.furniture.pictures.map(({ src }) => `/${src}`),
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe('the body', () => {
  it('joins lines of Han without a space, and other lines with one', () => {
    assert.match(bodyOf(pageOf('春分刚过，\n梯田放满了水。\n')), /<p>春分刚过，梯田放满了水。<\/p>/);
    assert.match(bodyOf(pageOf('one\ntwo\n')), /<p>one\ntwo<\/p>/);
    assert.match(bodyOf(pageOf('pH\n值\n')), /<p>pH\n值<\/p>/);
    assert.match(bodyOf(pageOf('他说：**“好”**\n**“行”**\n')), /”<\/strong>\n?<strong>“/);
  });

  it('leaves out allowances and other comments', () => {
    assert.doesNotMatch(
      textOf(pageOf('<!-- allow wrong-dash: 原文 -->\n\n正文<!-- 注 -->。\n\n<!-- 只有注 --> <!-- 又一个 -->\n')),
      /allow|注/,
    );
  });

  it('shows the editor of the body instead of the field’s', () => {
    assert.equal(times(textOf(pageOf('---\neditor: 林望舒\n---\n\n正文。\n\n责任编辑：林望舒\n')), '责任编辑'), 1);
  });

  it('does not change the article', () => {
    const article = parseArticle(report);
    const before = JSON.stringify(article.tokens);
    renderPage(article, house, { locale: 'zh', image: () => undefined });
    assert.equal(JSON.stringify(article.tokens), before);
  });

  it('is the same when it only moved', () => {
    const moved = pageOf(report.replace('column: 乡村\n', 'column: 乡村\nkeywords: 春耕\n'));
    const page = pageOf(report);
    assert.deepEqual(
      moved.blocks.map(({ html }) => html),
      page.blocks.map(({ html }) => html),
    );
    assert.deepEqual(
      moved.blocks.map(({ line }) => line - 1),
      page.blocks.map(({ line }) => line),
    );
  });
});

describe('a document', () => {
  it('is one file that loads nothing', () => {
    const html = renderDocument(pageOf(report));
    assert.match(html, /^<!doctype html>\n<html lang="zh-Hans">/);
    assert.doesNotMatch(html, /<script|<link|@import|url\(|data-line| style="/);
    assert.match(html, /<title>【山海协作·春耕见闻】.* - 青禾新闻网<\/title>/);
  });

  it('is a page for an article that has nothing yet', () => {
    for (const text of ['', '---\n---\n', '---\ntitle:\n---\n'])
      assert.match(renderDocument(pageOf(text)), /<h1><span><\/span><\/h1>/);
  });
});
