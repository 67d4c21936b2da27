import assert from 'node:assert/strict';
import type { Facts } from '../../src/checks/check.ts';
import { numbering } from '../../src/checks/numbering.ts';
import { judge } from '../../src/engine/review.ts';
import { shippedHouse } from '../../src/house/load.ts';
import { parseArticle } from '../../src/model/parse.ts';

const facts: Facts = { files: new Map(), now: 0 };
const house = { ...shippedHouse('plain'), checks: {} };

describe('numbering', () => {
  const found = (text: string): readonly string[] =>
    judge(parseArticle(text), house, facts, undefined, [numbering]).findings.map(
      ({ at, message }) =>
        `${text.slice(at.start, at.end)} ${/or this is `(.*)`|should be `(.*)`|number (\d+)$/.exec(message.en)?.slice(1).join('')}`,
    );

  it('follows numbers that are one character, at the heads of clauses and inside them, on lines and in paragraphs', () => {
    for (const [text, fault] of [
      ['程序是：①申请；②核实；④公示3天。', '④ ③'],
      ['程序是①申请，②核实，②公示。', '② ③'],
      ['办事要①带证件②交材料④领号。', '④ ③'],
      ['程序是：① 申请；② 核实；④ 公示。', '④ ③'],
      ['流程分三步。①先申请。③再核实。', '③ ②'],
      ['程序是：❶申请；❷核实；❹公示。', '❹ ❸'],
      ['程序是：⑴申请；⑵核实；⑷公示。', '⑷ ⑶'],
      ['程序是：⒈申请；⒊核实；⒋公示。', '⒊ ⒉'],
      ['分工如下：㈠清淤；㈡砌石；㈡通水。', '㈡ ㈢'],
      ['① 申请\n\n② 核实\n\n④ 公示', '④ ③'],
      ['①申请\n②核实\n④公示', '④ ③'],
      ['甲组：①申请；②核实。乙组：①清淤；③砌石。', '③ ②'],
      ['程序是：①申请；③核实；②公示。', '③ ②'],
    ] as const)
      assert.equal(found(text)[0], fault, text);
  });

  it('says nothing of signs that point at something, and of lists that are in order', () => {
    for (const text of [
      '程序是①申请，②核实，③公示。甲组：①申请；②核实；①清淤。',
      '见注①和注③。如图②所示，①处为渡口，③处为桥。',
      '海州①的渡口在河湾镇②，③年前修过，见④。',
      '海州① 的渡口和河湾镇② 的桥，④ 的路。',
      '①②④组先走，③组后走。',
      '图中①为渡口，④为桥。',
      '按①③④的顺序走，①至③号桥今年修。',
      '乘车路线：①路、③路、⑤路都到渡口。',
      '他住①号楼，她住③号楼，我住②号楼。',
    ])
      assert.deepEqual(found(text), [], text);
  });

  it('counts a list inside a numbered paragraph for itself', () => {
    assert.deepEqual(found('4.全镇修渠；程序是：1.申请；2.核实；2.公示3天。'), ['2. 3.']);
    assert.deepEqual(found('4.全镇修渠；程序是：1.申请；2.核实；3.公示3天。'), []);
    assert.deepEqual(found('二是修渠；程序是：一是申请；三是核实。'), ['三是 二是']);
  });
});
