import assert from 'node:assert/strict';
import { parseArticle } from '../../src/model/parse.ts';
import { houses, signedFindings } from './signed.ts';

const prose = '河湾镇今年修好了三条水渠，春耕用水不再发愁。';
const signed = `中国报道讯（陆晓晴 通讯员高远）${prose}`;
const more = '镇里还请来技术员，到田头教大家看苗施肥。';

const ids = (text: string, house = houses.paper): readonly string[] =>
  signedFindings(text, house).map(({ check, message }) => `${check}: ${message.en}`);
const asks = (text: string, check: string): boolean => ids(text).some((each) => each.startsWith(check));

describe('articles that nobody signs by name', () => {
  it('are those of a desk or of other newsrooms', () => {
    for (const line of [
      '本报综合',
      '本刊综合报道',
      '本报记者综合报道',
      '本报编辑部',
      '海州日报编辑部',
      '据海州社',
      '据海州日报、河湾晚报等',
      '据海州日报、河湾晚报等综合报道',
      '据海州社海州6月1日电',
      '综合海州社、河湾晚报报道',
      '综合报道',
      '摘自《海州日报》',
      '来源：海州日报',
      '转自海州发布微信公众号',
    ])
      for (const text of [
        `${prose}\n\n${more}（${line}）\n`,
        `${prose}\n\n${more.slice(0, -1)}（${line}）。\n`,
        `${prose}\n\n${more}\n\n（${line}）\n`,
        `${prose}\n\n${more}\n\n${line}\n`,
        `${prose}\n\n${more}\n\n${line}。\n`,
      ])
        assert.ok(!asks(text, 'missing-byline'), text);
    for (const line of ['Staff reports', '(Staff and wire reports)', '— Reuters', 'Compiled from wire reports'])
      assert.deepEqual(ids(`The canals carry water.\n\nThe weir held.\n\n${line}\n`, houses.wire), [], line);
  });

  it('may be signed in the last sentence', () => {
    for (const names of ['陆晓晴', '陆晓晴 高远', '陆晓晴、高远']) {
      const text = `${prose}\n\n${more.slice(0, -1)}（${names}）。\n`;
      assert.deepEqual(parseArticle(text).furniture.bylines, [], text);
      assert.ok(!asks(text, 'missing-byline'), text);
    }
  });

  it('are asked for their byline where an aside or a sentence ends them', () => {
    for (const end of ['（高远）。', '（完）。', '（陆晓晴摄）。', '（海州大学教授）。', '（据高远介绍）。'])
      assert.ok(asks(`${prose}\n\n${more.slice(0, -1)}${end}\n`, 'missing-byline'), end);
    for (const line of ['据了解，水渠长三公里', '综合整治见成效', '来源清楚', 'Staff', 'News'])
      assert.ok(asks(`${prose}\n\n${more}\n\n${line}\n`, 'missing-byline'), line);
  });
});

describe('a sign-off before the last stop', () => {
  it('is a byline when it says who reports', () => {
    for (const [signOff, ...names] of [
      ['（记者陆晓晴）', '陆晓晴'],
      ['（记者 陆晓晴）', '陆晓晴'],
      ['（本报记者陆晓晴 通讯员高远）', '陆晓晴', '高远'],
      ['【记者 陆晓晴】', '陆晓晴'],
    ] as const) {
      const { bylines } = parseArticle(`${prose}\n\n${more.slice(0, -1)}${signOff}。\n`).furniture;
      assert.deepEqual(
        bylines.map(({ position, byline }) => [position, ...byline.people.map(({ name }) => name)]),
        [['sign-off', ...names]],
      );
      const [found] = bylines;
      assert.equal(found?.passage.prose.text.slice(found.byline.from, found.byline.to), signOff);
    }
  });

  it('is none when the bracket says whose a picture is, or what somebody is', () => {
    for (const aside of ['（陆晓晴摄）', '（海州日报记者）', '（记者节快乐）', '（高远 摄）'])
      assert.deepEqual(parseArticle(`${prose}\n\n${more.slice(0, -1)}${aside}。\n`).furniture.bylines, [], aside);
  });
});

describe('what stands under a picture', () => {
  const captionOf = (below: string): readonly (string | undefined)[] =>
    parseArticle(`${signed}\n\n![水渠](a.png)\n\n${below}\n\n${more}\n`).furniture.pictures.map(({ caption }) =>
      caption?.passage.prose.text.slice(caption.from, caption.to),
    );

  it('is its caption by its shape, its number or its place', () => {
    for (const [below, caption] of [
      ['*水渠通水。*', '水渠通水。'],
      ['_水渠**通水**_', '水渠通水'],
      ['<center>水渠通水。</center>', '水渠通水。'],
      ['<p align="center">水渠通水</p>', '水渠通水'],
      ['图1 水渠通水。', '图1 水渠通水。'],
      ['图 2：水渠通水。', '图 2：水渠通水。'],
      ['图一　水渠通水', '图一　水渠通水'],
      ['图③ 水渠通水', '图③ 水渠通水'],
      ['Figure 1. The canal.', 'Figure 1. The canal.'],
      ['水渠通水', '水渠通水'],
      ['（水渠通水）', '（水渠通水）'],
      ['水渠通水，摄于2019年', '水渠通水，摄于2019年'],
      ['水渠通水 2019年6月1日摄', '水渠通水 2019年6月1日摄'],
    ] as const)
      assert.deepEqual(captionOf(below), [caption], below);
  });

  it('is text when it ends as a sentence, or begins as a subhead or a byline does', () => {
    for (const below of [
      '水渠通水了。',
      '一、水渠通水',
      '（一）水渠通水',
      '1. 水渠',
      '## 水渠通水',
      '**水渠**通水了！',
      '看下面这张：',
      '本报记者 陆晓晴 通讯员 高远',
      '责任编辑：周砚',
      '相关链接：水渠',
      '图1显示，三条水渠都通了水。',
      '*水渠*通了*水*。',
    ])
      assert.deepEqual(captionOf(below), [undefined], below);
  });

  it('has its credit on a line of its own below it', () => {
    const { pictures, looseCredits } = parseArticle(
      `${signed}\n\n![水渠](a.png)\n\n水渠通水\n\n高远/图\n\n${more}\n`,
    ).furniture;
    assert.deepEqual(
      pictures.map(({ credit }) => credit?.credit.people.map(({ name }) => name)),
      [['高远']],
    );
    assert.deepEqual(looseCredits, []);
  });

  it('is said once for all at the foot, or in the title of the picture', () => {
    for (const foot of ['图片来源：海州日报', '图/高远', '图片：高远', '配图：高远', '摄影：高远', '题图：高远']) {
      const text = `${signed}\n\n![水渠](a.png)\n图为水渠。\n\n${more}\n\n${foot}\n`;
      assert.ok(!asks(text, 'missing-credit') && !asks(text, 'missing-caption'), foot);
    }
    assert.ok(!asks(`${signed}\n\n![水渠](a.png "水渠通水")\n\n${more}\n`, 'missing-caption'));
  });
});
