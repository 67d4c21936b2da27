import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Facts } from '../../../src/checks/check.ts';
import { doubledCharacter } from '../../../src/checks/doubled-character.ts';
import { fixAll } from '../../../src/engine/fix.ts';
import { fixEdits } from '../../../src/engine/fix-edits.ts';
import { judge } from '../../../src/engine/review.ts';
import type { House } from '../../../src/house/house.ts';
import { shippedHouse } from '../../../src/house/load.ts';
import { parseArticle } from '../../../src/model/parse.ts';
import { applyEdits } from '../../../src/model/range.ts';

const facts: Facts = { files: new Map(), now: 0 };
const house: House = { ...shippedHouse('china-report'), checks: {} };

const found = (text: string): readonly string[] =>
  judge(parseArticle(text), house, facts, undefined, [doubledCharacter]).findings.map(({ at }) =>
    text.slice(at.start, at.end),
  );

describe('doubled-character', () => {
  const all = ['doubled-words.txt', 'doubled-nouns.txt'].flatMap((file) =>
    readFileSync(`src/checks/words/${file}`, 'utf8').split(/\s+/).filter(Boolean),
  );

  it('finds every word of its list twice in a row, and leaves one of it', () => {
    for (const [before, after] of [
      ['高远', '，'],
      ['湾', '和渡口。'],
    ]) {
      const list = all.filter((word) => !/^[对个条座名位只艘辆台所项种]$/.test(word));
      const text = list.map((word) => `${before}${word}${word}${after}`).join('\n\n');
      const silent = list.filter((word) => found(`${before}${word}${word}${after}`)[0] !== word + word);
      assert.deepEqual(
        silent.filter((word) => before === '高远' && word !== '以'),
        [],
      );
      const once = list.map((word) => `${before}${silent.includes(word) ? word : ''}${word}${after}`).join('\n\n');
      assert.equal(fixAll(text, house, facts, { rules: [doubledCharacter] }).text, once);
    }
  });

  it('leaves alone a name that ends in what the next one begins with, and asks before it cuts a noun', () => {
    for (const text of [
      '县人民政府政府信息公开指南，市人民政府政府网站，县人民政府政府采购中心',
      '扩建项目项目经理，棚改项目项目部，获奖企业企业文化，该方案方案编制单位，水利设备设备更新',
      '社会组织组织志愿者下乡，该院专家专家门诊停诊，单位职工职工代表大会，全县群众群众文化活动',
    ])
      assert.deepEqual(found(text), [], text);
    assert.deepEqual(found('全体群众群众反映强烈。'), ['群众群众']);
    const fixed = (text: string) => fixAll(text, house, facts, { rules: [doubledCharacter] }).text;
    assert.equal(fixed('全体群众群众反映强烈。'), '全体群众群众反映强烈。');
    assert.equal(fixed('这些设备设备，都要换。'), '这些设备，都要换。');
  });

  it('finds names and clauses', () => {
    assert.deepEqual(found('河湾镇河湾镇的路通了，陆晓晴说陆晓晴说今天通车。'), ['河湾镇河湾镇', '陆晓晴说陆晓晴说']);
  });

  it('finds measure words behind numbers, prepositions before nouns, and things of an office', () => {
    assert.deepEqual(
      found(
        '这是第一座座浮桥，三条条渡船靠岸，他是是个船工，老人对对记者说，已已有六条船，为了了孩子，除了了他，水利水利局来人。',
      ),
      ['座座', '条条', '是是', '对对', '已已', '了了', '了了', '水利水利'],
    );
    for (const text of [
      '一座座桥，三个个人奖，两名名师，第一位位于海州，十条条例，三种种子，两所所长，五台台灯，一项项落实',
      '我们对对方说，成双成对对对联，一对对新人，他说对对，凡是是个人都来，这是不是是个问题',
      '为了了解水情，除了了却心事，为了了此心愿，为了了一桩心事，受不了了，对此不甚了了',
      '教育局、水利厅、水利水电局，城市城市化',
      '各地抓紧实施实施细则，学者鼓励居民参与参与式预算，孩子们返回返回舱旁，团队完成完成度很高的作品',
      '公司优化优化算法，强化强化学习的训练，培育增长增长极，签署发起发起人协议，反复测试测试版',
    ])
      assert.deepEqual(found(text), [], text);
    assert.equal(mended('水利水利局来人，三条条船。'), '水利水利局来人，三条船。');
  });

  const mended = (text: string): string => fixAll(text, house, facts, { rules: [doubledCharacter] }).text;
  const once = (text: string): string | undefined => {
    const [finding] = judge(parseArticle(text), house, facts, undefined, [doubledCharacter]).findings;
    const edits = finding?.fixes[0] && fixEdits(finding, finding.fixes[0]);
    return edits && applyEdits(text, edits);
  };

  it('finds words across the end of a line, and leaves lines as they are', () => {
    for (const [wrong, doubled, right] of [
      ['水渠通了，这是由于\n由于路修好了。', '由于\n由于', '水渠通了，这是由于\n路修好了。'],
      ['水渠通了，这是由\n于由于路修好了。', '由\n于由于', '水渠通了，这是由\n于路修好了。'],
      ['水渠通了，这是由于由\n于路修好了。', '由于由\n于', '水渠通了，这是由\n于路修好了。'],
      ['河湾镇的\n的水很清', '的\n的', '河湾镇的\n水很清'],
      ['路修好了\n了，大家都来了。', '了\n了', '路修好\n了，大家都来了。'],
      ['> 大家都来了，因为\n> 因为路通了。', '因为\n> 因为', '> 大家都来了，因为\n> 路通了。'],
      ['1. 大家都来了，因为 \n   因为路通了。', '因为 \n   因为', '1. 大家都来了，因为 \n   路通了。'],
      ['路通了，因为\r\n因为桥好了。', '因为\r\n因为', '路通了，因为\r\n桥好了。'],
      ['路通了，全靠因为\n因为1.5亿元到了。', '因为\n因为', '路通了，全靠\n因为1.5亿元到了。'],
    ] as const) {
      assert.deepEqual(found(wrong), [doubled], wrong);
      assert.equal(mended(wrong), right);
    }
    const named = '大家都到了河湾镇\n河湾镇的渡口等船。';
    assert.deepEqual(found(named), ['河湾镇\n河湾镇']);
    assert.equal(mended(named), named);
    assert.equal(once(named), '大家都到了河湾镇\n的渡口等船。');
  });

  it('finds particles that nobody says twice in quotations, and after verbs', () => {
    assert.deepEqual(found('周砚说：“两地的的长处都在在这里，路修好了了再来。”他坐在在塔下，活动正在在推进。'), [
      '的的',
      '在在',
      '了了',
      '在在',
      '在在',
    ]);
    for (const text of [
      '周砚说：“在在，我在。”他“小时了了”，对此不甚了了。',
      '“现在在渡口的人，正在在线学习，人不在在编名单里。”',
    ])
      assert.deepEqual(found(text), [], text);
  });

  it('says nothing where the next line begins as the last one ended', () => {
    for (const text of [
      '清查的目的\n的确很清楚，大家为了\n了解情况。',
      '我爱这雨中的我们\n我们在渡口等\n船来了。',
      '有一天我们\n我们会在一起',
      '船开了，\n岸上站着我们，\n渡口是我们\n我们的家。',
      '大家都唱：我们  \n我们都来。',
      '大家都唱：我们<br>\n我们都来。',
      '大家都唱，我们\\\n我们都来。',
      '承办单位，河湾镇\n河湾镇文化站',
      '他说：“大家来吧，我们\n我们等着。”',
      '他一步步\n一步步走，加油\n加油加油，好。',
    ])
      assert.deepEqual(found(text), [], text);
  });

  it('says nothing of what Chinese doubles, of words that meet, and of what is said thrice', () => {
    for (const text of [
      '天天看看，了解了解，研究研究，商量商量，许多许多，非常非常，雪白雪白，一步步一步步，一个一个',
      '目的的确，打的的人，现在在场，存在在这里，以色列以外，原因因人而异，理由由他说，为了了解',
      '是是非非，和和气气，的的确确，哈哈哈哈哈哈，加油加油加油',
      '棉被被风吹走，方向向北，首都都市圈，土耳其其他城市，中国银行银行卡，海州大学大学生',
      '他说“是是，我们我们都去”，《河湾镇河湾镇》，`的的`，https://example.com/的的/a',
    ])
      assert.deepEqual(found(text), [], text);
    assert.deepEqual(found('It was the the best.'), []);
  });
});
