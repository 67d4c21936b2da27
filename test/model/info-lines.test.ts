import assert from 'node:assert/strict';
import { readByline } from '../../src/model/byline/read-byline.ts';
import { readCredit } from '../../src/model/credit/read-credit.ts';

const said = (text: string) => {
  const read = readByline(text, 'line');
  return (
    read && [read.kind, read.outlet?.text, read.date?.text, ...read.people.map(({ name, role }) => `${role}:${name}`)]
  );
};

describe('the line under a headline that says whence, when and who', () => {
  for (const [text, ...wanted] of [
    ['来源：河湾镇政府网 时间：2024-06-01 08:30 作者：陆晓晴', '河湾镇政府网', '2024-06-01', '作者:陆晓晴'],
    ['作者：陆晓晴 | 来源：海州日报 | 发布时间：2024年6月1日 | 点击：86', '海州日报', '2024年6月1日', '作者:陆晓晴'],
    [
      '【时间：2024/6/1】【来源：海州新闻网】【作者：陆晓晴】【编辑：周砚】',
      '海州新闻网',
      '2024/6/1',
      '作者:陆晓晴',
      '编辑:周砚',
    ],
    ['2024-06-01 08:30　来源：海州日报　责编：周砚　字号：大 中 小', '海州日报', '2024-06-01', '责编:周砚'],
    [
      '发布时间：2024-06-01  浏览次数：1,024次  作者：陆晓晴、高远',
      undefined,
      '2024-06-01',
      '作者:陆晓晴',
      '作者:高远',
    ],
    ['来源:海州新闻编辑:周砚责编:高远 2024-06-01', '海州新闻', '2024-06-01', '编辑:周砚', '责编:高远'],
    ['作者：佚名 来源：海州晚报 编辑：周砚', '海州晚报', undefined, '编辑:周砚'],
    ['原创 陆晓晴 海州发布 2024年6月1日 18:30 海州', '海州发布', undefined, 'undefined:陆晓晴'],
  ] as const)
    it(text, () => assert.deepEqual(said(text), ['info', ...wanted]));

  it('holds every name where it stands', () => {
    const text = '时间：2024-06-01　来源：海州日报　记者：陆 晓　周砚　点击：86';
    for (const person of readByline(text, 'line')?.people ?? [])
      assert.equal(text.slice(person.from, person.to), person.text);
    assert.equal(readByline(text, 'line')?.people.length, 2);
  });

  for (const text of [
    '来源：海州日报 时间：2024-06-01 点击：86',
    '作者：佚名 来源：本站 时间：2024-06-01',
    '作者： 来源：海州一中 发布时间：2024-06-01',
    '时间：2024年6月1日 地点：海州剧院 主讲：陆晓晴',
    '时间：周六上午 嘉宾：陆晓晴 报名：周砚',
    '发布时间：2024-06-01 索引号：000014349',
  ])
    it(`names nobody: ${text}`, () => assert.deepEqual(readByline(text, 'line')?.people ?? [], []));
});

describe('several credits in one text', () => {
  for (const [text, ...people] of [
    ['图①：新渠。陆晓晴摄 图②：旧桥。周砚摄', '陆晓晴', '周砚'],
    ['上图：新渠。本报记者 陆晓晴摄；下图：旧桥。周砚摄（海州社发）', '陆晓晴', '周砚'],
    ['左图：陆晓晴 摄 右图：周砚 摄', '陆晓晴', '周砚'],
    ['图1陆晓晴摄，图2周砚摄', '陆晓晴', '周砚'],
    ['（图1、图2 陆晓晴 摄 图3 周砚 摄）', '陆晓晴', '周砚'],
    ['陆晓晴摄；周砚摄；高远供图', '陆晓晴', '周砚', '高远'],
    ['数据来源：海州市统计局 制图：周砚', '周砚'],
    ['陆晓晴/摄 河湾镇文化站/供图', '陆晓晴'],
    ['Photo: Anna Field; Illustration: Tom Brook', 'Anna Field', 'Tom Brook'],
  ] as const)
    it(text, () => {
      const read = readCredit(text)?.people ?? [];
      assert.deepEqual(
        read.map(({ name }) => name),
        people,
      );
      for (const person of read) assert.equal(text.slice(person.from, person.to), person.text);
    });

  it('begins where nothing but credits follows', () => {
    assert.equal(readCredit('新渠通水。陆晓晴摄；周砚摄')?.from, 5);
    assert.equal(readCredit('图①：新渠。陆晓晴摄 图②：旧桥。周砚摄')?.from, 17);
  });
});
