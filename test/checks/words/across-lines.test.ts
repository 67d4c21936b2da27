import assert from 'node:assert/strict';
import type { Facts } from '../../../src/checks/check.ts';
import { houseTerm } from '../../../src/checks/house-term.ts';
import { idiomSlip } from '../../../src/checks/idiom-slip.ts';
import { wrongWord } from '../../../src/checks/wrong-word.ts';
import { fixEdits } from '../../../src/engine/fix-edits.ts';
import { judge } from '../../../src/engine/review.ts';
import { shippedHouse } from '../../../src/house/load.ts';
import { readTerms } from '../../../src/house/terms.ts';
import { parseArticle } from '../../../src/model/parse.ts';
import { applyEdits } from '../../../src/model/range.ts';

const facts: Facts = { files: new Map(), now: 0 };
const terms = readTerms(`terms:
  - {use: 消费帮扶, not: 消费扶贫}
  - {use: 村医, not: 赤脚医生}
  - {use: 农村合作医疗, not: 农合}
  - {use: '{n}厘米', not: '{n}公分'}
  - {use: 屏, not: 荧幕}
  - {use: climate crisis, not: global warming}
  - {use: landing, not: ferry stop}
  - {use: set up, not: establish}
`).terms;
const house = { ...shippedHouse('china-report'), terms, checks: {} };
const rules = [wrongWord, idiomSlip, houseTerm];

/** What is found, as it stands in the source, and the text after the first fix of each. */
function said(text: string): { found: readonly string[]; mended: string } {
  const { findings } = judge(parseArticle(text), house, facts, undefined, rules);
  const edits = findings.flatMap((finding) => (finding.fixes[0] && fixEdits(finding, finding.fixes[0])) ?? []);
  return { found: findings.map(({ at }) => text.slice(at.start, at.end)), mended: applyEdits(text, edits) };
}

describe('words across the end of a line', () => {
  it('are found, and mended with lines as they are', () => {
    for (const [wrong, slip, right] of [
      ['水渠通了，大家再接\n再励，又修了三里。', '再接\n再励', '水渠通了，大家再接\n再厉，又修了三里。'],
      ['水渠通了，大家再接再\n励，又修了三里。', '再接再\n励', '水渠通了，大家再接再\n厉，又修了三里。'],
      ['水渠通了，村里按\n装了路灯。', '按\n装', '水渠通了，村里安\n装了路灯。'],
      ['> 水渠通了，村里按\n> 装了路灯。', '按\n> 装', '> 水渠通了，村里安\n> 装了路灯。'],
      ['- 水渠通了，水己\n  经到了田里。', '己\n  经', '- 水渠通了，水已\n  经到了田里。'],
      ['水渠通了，水己\r\n经到了田里。', '己\r\n经', '水渠通了，水已\r\n经到了田里。'],
      ['大家按步\n就班地修，没有停。', '按步\n就班', '大家按部\n就班地修，没有停。'],
      ['路一愁莫\n展，大家都急。', '一愁莫\n展', '路一筹莫\n展，大家都急。'],
      ['镇里推广消费\n扶贫，晚橙卖得好。', '消费\n扶贫', '镇里推广消费\n帮扶，晚橙卖得好。'],
      ['他当过赤脚\n医生，走遍全镇。', '赤脚\n医生', '他当过村\n医，走遍全镇。'],
      ['他们入了农\n合，看病便宜。', '农\n合', '他们入了农\n村合作医疗，看病便宜。'],
      ['渠宽80公\n分，深一米。', '80公\n分', '渠宽80厘\n米，深一米。'],
      ['大家都看荧\n幕上的画，没有走。', '荧\n幕', '大家都看屏\n上的画，没有走。'],
      ['The town spoke of global\nwarming all year.', 'global\nwarming', 'The town spoke of climate\ncrisis all year.'],
      ['They left at the ferry\nstop with the mail.', 'ferry\nstop', 'They left at the landing\nwith the mail.'],
      ['They left at the ferry\nstop.', 'ferry\nstop', 'They left at the\nlanding.'],
    ] as const) {
      const { found, mended } = said(wrong);
      assert.deepEqual(found, [slip], wrong);
      assert.equal(mended, right);
    }
  });

  it('are said as one word', () => {
    const { findings } = judge(parseArticle('镇里推广消费\n扶贫，晚橙卖得好。'), house, facts, undefined, rules);
    assert.equal(findings[0]?.message.zh, '本社不写“消费扶贫”，写“消费帮扶”');
  });

  it('meet in verse, in lists, behind a hard break and in text that runs downwards', () => {
    for (const text of [
      '水渠通了己\n经过了河湾\n路也修好了',
      '大家都来，村里按  \n装了路灯。',
      '大家都来，村里按\\\n装了路灯。',
      '大家都来，村里按<br>\n装了路灯。',
      '大家来\n再\n接\n再\n励，好。',
      '承办：消费\n扶贫',
      '| 水渠通了，按 |\n|---|\n| 装了路灯。 |',
      '水渠通了，村里按\n\n装了路灯。',
      '补偿\n试点，贯彻\n军委，都好。',
      '水渠通了，补\n偿试点，好。',
    ])
      assert.deepEqual(said(text).found, [], text);
  });
});
