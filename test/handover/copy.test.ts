import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Destination } from '../../src/handover/copy-styles.ts';
import { plainText } from '../../src/handover/plain-text.ts';
import { richCopy } from '../../src/handover/rich-copy.ts';
import type { CopyRule } from '../../src/house/house.ts';
import { parseArticle } from '../../src/model/parse.ts';
import { attacks } from '../page/attacks.ts';
import { inventedHouse, inventedWire, report, wireReport } from '../page/invented.ts';

const house = inventedHouse();
const image = (src: string): string | undefined =>
  src.includes('absent') ? undefined : `data:image/png;base64,${btoa(src)}`;

describe('plain text', () => {
  it('of a Chinese house is paragraphs with two full-width blanks, as desks send them', () => {
    const text = plainText(parseArticle(report), house);
    const lines = text.split('\n');
    assert.equal(lines[0], '【山海协作·春耕见闻】云岭镇与望海区共建育秧中心，两地农技人员田头结对');
    assert.equal(lines[1], '');
    assert.deepEqual(lines.slice(2, 5), [
      '　　【图片：images/seedlings.jpg】',
      '　　农技人员在云岭镇育秧中心查看秧苗长势。青禾新闻记者 沈砚秋 摄',
      '　　青禾新闻讯（沈砚秋 通讯员罗一帆）春分刚过，云岭镇的梯田已经放满了水。3月8日，云岭镇与望海区签订共建协议，一座占地12亩的集中育秧中心当天启用，预计今年可为周边6个村提供秧苗“两万三千盘”，服务农田1.5万亩。',
    ]);
    assert.ok(lines.includes('　　田头结对：一名技术员联系十户'));
    assert.ok(lines.includes('　　石桥村\t3200\t5100'));
    assert.ok(lines.includes('　　2. 建立两地农产品直供点；'));
    assert.equal(lines.at(-2), '　　责任编辑：林望舒');
    assert.doesNotMatch(text, /[*<>#[\]]|\n\n\n/);
  });

  it('of an English house is paragraphs with an empty line between', () => {
    const text = plainText(parseArticle(wireReport), inventedWire());
    assert.match(
      text,
      /^Tide gauges to guide night ferries after council vote\nSensors on six piers will be read every minute\n\nBy Maren Holt\n\nPORT LINNET — /,
    );
    assert.match(text, /\n\n- Readings older than five minutes are struck out\.\n\n/);
    assert.match(text, /\n\nEditor: Ines Calloway\n$/);
  });

  it('keeps the lines of code and of a break', () => {
    assert.equal(
      plainText(parseArticle('上<br>下\n\n```\na  b\n\nc\n```\n'), inventedHouse({ fields: [] })),
      '　　上\n　　下\n　　a  b\n　　c\n',
    );
  });
});

describe('rich copy', () => {
  const { html, text } = richCopy(parseArticle(report), house, { for: 'wechat', image });

  it('bears its styles in itself, and nothing that a paste would lose', () => {
    assert.match(html, /<p style="[^"]*text-indent:2em[^"]*">青禾新闻讯/);
    assert.match(
      html,
      /<p style="[^"]*text-align:center[^"]*"><img src="data:image\/png;base64,[^"]+" alt="[^"]+" style="[^"]*max-width:100%[^"]*"><\/p>/,
    );
    assert.match(
      html,
      /<\/p><p style="[^"]*text-align:center[^"]*">农技人员在云岭镇育秧中心查看秧苗长势。青禾新闻记者 沈砚秋 摄<\/p>/,
    );
    assert.match(html, /<td style="[^"]*text-align:right[^"]*">3200<\/td>/);
    assert.doesNotMatch(html, / class=| data-|<figure|<span|<div|<time/);
    assert.match(html, /责任编辑：林望舒<\/p>$/);
  });

  it('names a picture that is not there, so that the desk knows what belongs there', () => {
    assert.match(html, /<p [^>]*>【图片：images\/absent-photo\.jpg】<\/p>/);
  });

  it('has links for a CMS, and their words for WeChat', () => {
    assert.doesNotMatch(html, /<a /);
    assert.match(html, /详见云岭镇春耕进度表/);
    const cms = richCopy(parseArticle(report), house, { for: 'cms', image }).html;
    assert.match(cms, /<a href="https:\/\/example\.com\/plan" style="color:[^"]+">云岭镇春耕进度表<\/a>/);
  });

  it('names a picture in few words, however long its address', () => {
    const copied = richCopy(parseArticle(`![](data:image/png;base64,${'A'.repeat(9000)})\n`), house, {
      for: 'cms',
      image: () => undefined,
    });
    assert.ok(copied.html.length < 600 && copied.text.length < 300, copied.html);
  });

  const lists = '- 一\n  - 二\n  - 三\n\n  四\n- **五**：六\n\n```\nif  a\n   b\n```\n\n上\nab\ncd<br>\n下\n';

  it('for WeChat has lists beside each other, one section an item, and no line break or blank that it would draw otherwise', () => {
    const wechat = richCopy(parseArticle(lists), house, { for: 'wechat', image }).html;
    assert.equal(
      wechat.replace(/ style="([^"]*)"/g, (_, style: string) => (style.endsWith('list-style:none') ? ' unmarked' : '')),
      '<ul><li><section><p>一</p></section></li><ul><li><section>二</section></li><li><section>三</section></li></ul>' +
        '<li unmarked><section><p>四</p></section></li><li><section><p><strong>五</strong>：六</p></section></li></ul>' +
        '<pre><code>if\u00A0\u00A0a<br>\u00A0\u00A0 b</code></pre><p>上 ab cd<br>下</p>',
    );
    const cms = richCopy(parseArticle(lists), house, { for: 'cms', image }).html;
    assert.match(cms.replace(/ style="[^"]*"/g, ''), /<li><p>一<\/p>\n<ul><li>二<\/li>/);
  });

  it('follows the house: the look of letters is the CMS’s, pictures are named or left out', () => {
    const ruled = (copy: CopyRule): string =>
      richCopy(parseArticle(report), inventedHouse({ page: { ...house.page, copy } }), { for: 'cms', image }).html;
    const layout = ruled({ styles: 'layout' });
    assert.match(layout, /<p style="margin:[^";]*;text-indent:2em;text-align:justify">青禾新闻讯/);
    assert.doesNotMatch(layout, /font|color:|line-height/);
    assert.match(ruled({ pictures: 'named' }), /<p [^>]*>【图片：images\/seedlings\.jpg】<\/p>\n<p [^>]*>农技人员在/);
    const none = ruled({ pictures: 'none' });
    assert.doesNotMatch(none, /<img|【图片|<p[^>]*><\/p>/);
    assert.match(none, /^<p [^>]*>农技人员在/);
  });

  it('gives large pictures a width that mail programs and Word go by', () => {
    const width = (natural: number): string | undefined =>
      / width="(\d+)"/.exec(
        richCopy(parseArticle('![](a.jpg)\n'), house, { for: 'cms', image, width: () => natural }).html,
      )?.[1];
    assert.deepEqual([width(4000), width(300)], ['640', undefined]);
  });

  it('has the same words as pure text', () => {
    assert.equal(text, plainText(parseArticle(report), house, { title: false }));
  });

  const wellFormed = (source: string): void => {
    for (const destination of ['cms', 'wechat'] as const satisfies readonly Destination[]) {
      const copied = richCopy(parseArticle(source), house, { for: destination, image: (src) => src }).html;
      const open: string[] = [];
      let done = 0;
      for (const match of copied.matchAll(/<(\/?)([a-z][a-z0-9]*)((?: [a-z]+="[^"<>]*")*)>/g)) {
        assert.doesNotMatch(copied.slice(done, match.index), /[<>]/, source);
        done = match.index + match[0].length;
        const [, slash, name = '', attributes = ''] = match;
        for (const [, key] of attributes.matchAll(/ ([a-z]+)="/g))
          assert.match(key ?? '', /^(?:style|href|src|alt|start|width)$/);
        if (/^(?:br|hr|img)$/.test(name)) continue;
        if (slash === '/') assert.equal(open.pop(), name, `${source}\n${copied}`);
        else open.push(name);
      }
      assert.doesNotMatch(copied.slice(done), /[<>]/);
      assert.deepEqual(open, [], copied);
      assert.doesNotMatch(copied, /(?:href|src)="\s*(?:javascript|command|vbscript|data:text)/i);
    }
  };

  for (const { name, text: attack } of attacks) it(`is words and allowed tags for ${name}`, () => wellFormed(attack));

  it('is well formed for anything', () => {
    const piece = fc.constantFrom(
      ...[
        '![图](a.png)',
        '（沈砚秋 摄）',
        '\n',
        '\n\n',
        '> ',
        '- ',
        '1. ',
        '# ',
        '**',
        '*',
        '<b>',
        '</b>',
        '<br>',
        '|',
      ],
      ...[
        '春分',
        '[链](https://a.example)',
        '[',
        '](',
        '| a | b |\n|---|--:|\n| c | d |\n\n',
        '```\n',
        '<img src=x>',
        '`',
      ],
      ...['责任编辑：林望舒', '相关链接：', '---\n', '&amp;', '<', '"'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        wellFormed(pieces.join(''));
        plainText(parseArticle(pieces.join('')), house);
      }),
      { numRuns: 400 },
    );
  });
});
