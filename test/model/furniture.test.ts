import assert from 'node:assert/strict';
import { parseArticle } from '../../src/model/parse.ts';

const furniture = (text: string) => parseArticle(text).furniture;

describe('model/furniture', () => {
  it('finds a byline at the head of the first paragraph, after a credit', () => {
    const { bylines, looseCredits } = furniture(
      '（通讯员供图）\n\n中国报道讯（陆晓晴 通讯员高远）6月以来，河湾镇稻田飘香。\n\n第二段。\n',
    );
    assert.deepEqual(
      bylines.map(({ position, byline }) => [position, byline.people.map(({ name }) => name)]),
      [['head', ['陆晓晴', '高远']]],
    );
    assert.equal(looseCredits.length, 1);
  });

  it('finds a byline under the title and at the end', () => {
    const under = furniture('# 河湾镇修好了渠\n\n本报记者 陆晓晴 通讯员 高远\n\n6月以来，河湾镇稻田飘香。\n');
    assert.equal(under.bylines[0]?.position, 'under-title');
    const end = furniture(
      '6月以来，河湾镇稻田飘香。\n\n第二段说的是水渠。\n\n（记者 陆晓晴 通讯员 高远）\n\n责任编辑：温故\n',
    );
    assert.equal(end.bylines[0]?.position, 'end');
    assert.deepEqual(
      end.editors.map(({ names }) => names.map(({ name }) => name)),
      [['温故']],
    );
  });

  it('takes running text for what it is', () => {
    const { bylines, looseCredits, editors } = furniture(
      '记者从河湾镇政府获悉，水渠已经修好。\n\n编辑出版一本书并不容易。\n\n摄影记者们来到现场。\n',
    );
    assert.deepEqual([bylines.length, looseCredits.length, editors.length], [0, 0, 0]);
  });

  it('takes a source alone for no signature, and what a court did for no reader of proofs', () => {
    const named = (text: string) =>
      furniture(text).bylines.flatMap(({ byline }) => byline.people.map(({ name }) => name));
    assert.deepEqual(named('河湾镇修好了渠。\n\n（来源：ACM官网、*Nature*）\n'), []);
    assert.deepEqual(named('河湾镇修好了渠。\n\n（資料來源：中央氣象署／製表：高遠）\n'), []);
    assert.deepEqual(named('河湾镇修好了渠。\n\n来源：海州疾控中心　综合整理：陆晓晴\n'), ['陆晓晴']);
    assert.deepEqual(
      named('本报海州3月18日电（见习记者陆晓晴）高某诉周某一案，18日在海州知识产权法庭一审宣判。\n\n第二段。\n'),
      ['陆晓晴'],
    );
  });

  it('gives each image its caption and its credit, wherever they stand', () => {
    const text = [
      '![渠](a.jpg)\n村民在渠边取水。（高远摄）',
      '![田](b.jpg)',
      '图为收割现场。陆晓晴 摄',
      '![会](c.jpg)',
      '正文从这里开始，与图片无关，说的是会场里讨论的事情。',
    ].join('\n\n');
    const { pictures } = furniture(text);
    const read = pictures.map(({ src, caption, credit }) => [
      src,
      caption?.passage.prose.text.slice(caption.from, caption.to),
      credit?.credit.people.map(({ name }) => name),
    ]);
    assert.deepEqual(read, [
      ['a.jpg', '村民在渠边取水。', ['高远']],
      ['b.jpg', '图为收割现场。', ['陆晓晴']],
      ['c.jpg', undefined, undefined],
    ]);
    assert.equal(text.slice(pictures[0]?.at.start, pictures[0]?.at.end), '![渠](a.jpg)');
  });

  it('finds link sections and editor lines in both languages', () => {
    const { sections, editors } = furniture(
      '正文。\n\n相关链接：河湾镇的渠\n\n## Further reading: The canal\n\n责编 | 温故 程慎\n\nEditor: Ann Lee & Bo Hart\n',
    );
    assert.deepEqual(
      sections.map(({ kind, passage, from, to }) => [kind, passage.prose.text.slice(from, to)]),
      [
        ['related', '河湾镇的渠'],
        ['further-reading', 'The canal'],
      ],
    );
    assert.deepEqual(
      editors.map(({ names }) => names.map(({ name }) => name)),
      [
        ['温故', '程慎'],
        ['Ann Lee', 'Bo Hart'],
      ],
    );
  });
});
