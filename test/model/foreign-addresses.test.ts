import assert from 'node:assert/strict';
import { findForeign } from '../../src/model/foreign/find-foreign.ts';
import { parseArticle } from '../../src/model/parse.ts';
import { LITERAL } from '../../src/model/prose.ts';
import { assertGrowsEvenly } from '../work.ts';

/** What checks read of a body, literal runs as one `□` each. */
function read(text: string): string {
  return parseArticle(text)
    .passages.map(({ prose }) => prose.text.replaceAll(new RegExp(`${LITERAL}+`, 'g'), '□'))
    .join(' ¶ ');
}

describe('an address of any scheme', () => {
  const whole = [
    'data:text/plain;charset=utf-8,大桥,通车',
    'data:,大桥,通车',
    'data:text/html,<b>大桥,通车</b>',
    'DATA:text/html,大桥,通:车',
    'data:application/json,{"大":"桥,通"}',
    'mailto:lu@a.cn?subject=大桥,通车&body=水,渠',
    'mailto:?subject=大桥,通车',
    'tel:10086;ext=大,桥',
    'sms:10086?body=大桥,通车',
    'geo:30.2,120.1?q=大桥,通车',
    'magnet:?xt=urn:btih:abc&dn=大,桥',
    'urn:水利:大桥,通车',
    'javascript:alert("大桥, 通车")',
    "javascript:void(alert('大桥,通车'))",
    'weixin://dl/大桥,通车',
    'dingtalk://dingtalkclient/page?url=大桥,通车',
    'obsidian://open?vault=大桥,通车',
    'vscode:extension/大桥,通车',
    'spotify:search:大桥,通车',
    'ms-settings:大桥,通车',
    'web+ap:大桥,通车',
    'tag:a.cn,2024:大桥,通车',
    'about:大桥,通',
    'pkg:npm/大桥,1',
    'jdbc:mysql://a.cn/大桥,通车',
    'file:/稿件/大桥,通车.md',
    'mongodb+srv://u:p@a.cn/大桥,通车',
    '//a.cn/大桥,通车',
  ];

  it('is literal with every mark in it, wherever prose may stand', () => {
    for (const uri of whole) {
      const text = `见${uri}。\n\n- 另见${uri}，好\n\n> ${uri}\n\n## 甲 ${uri}`;
      assert.equal(read(text), '见□。 ¶ 另见□，好 ¶ □ ¶ 甲 □', uri);
    }
  });

  it('ends where the sentence goes on', () => {
    const samples: Readonly<Record<string, string>> = {
      '（见weixin://dl/大,桥）好': '（见□）好',
      '“tel:10086”，“geo:30.2,120.1”': '“□”，“□”',
      '电话tel:010-8888,水渠': '电话□,水渠',
      '**magnet:?dn=大,桥**好': '□好',
      '| 甲 | 乙 |\n|---|---|\n| urn:水:渠,一 | 丙 |': '甲 ¶ 乙 ¶ □ ¶ 丙',
      '[大,桥](weixin://dl/大,桥)': '大,桥',
      'magnet:?dn=大,桥.': '□.',
    };
    for (const [text, seen] of Object.entries(samples)) assert.equal(read(text), seen, text);
  });

  it('is none where a word stands before a colon', () => {
    for (const text of [
      '注note:大桥,通车',
      '标签tag:大桥,通车',
      '新闻news:大桥,通车',
      'data: 大桥,通车',
      '海州:大桥,通车',
    ])
      assert.equal(read(text), text);
  });
});

describe('what an editor suggests in a text', () => {
  it('is literal, and its comments are not shown', () => {
    const samples: Readonly<Record<string, string>> = {
      '水渠{++大桥,通车...++}好': '水渠□好',
      '水渠{--大桥,通车--}好': '水渠□好',
      '水渠{~~大桥,通~>水渠,通~~}好': '水渠□好',
      '水渠{==大桥,通车==}{>>请核,一下"谁"<<}好': '水渠□好',
      '{>>\n大桥,通车...\n\n水渠,通水\n<<}\n\n水渠,通': '\n ¶ \n ¶ 水渠,通',
      '水渠{++大,桥': '水渠{++大,桥',
    };
    for (const [text, seen] of Object.entries(samples)) assert.equal(read(text), seen, text);
  });
});

describe('marks of other dialects', () => {
  it('are literal', () => {
    const samples: Readonly<Record<string, string>> = {
      '按++ctrl+alt+"大,桥"++键': '按□键',
      '按++"大,桥"++键': '按□键',
      '水渠++通水,了++好': '水渠++通水,了++好',
      '进度[=65% "65%,大"]。': '进度□。',
      '(@大桥)  水渠,一\n\n如(@大桥)所示': '□水渠,一 ¶ 如□所示',
      '(@)  水渠,一': '□水渠,一',
      '见@lu2024 [p. 33, 大]。': '见@lu2024 □。',
      '用\\verb|大,桥|和\\verb+大,桥+。': '用□和□。',
      '!!!include(大桥,通.md)!!!': '□',
      '!!!success 大桥,通\n\n水渠,通\n\n!!!': '□ ¶ 水渠,通 ¶ !!!',
      '+++ 大桥,通\n\n水渠,通': '□ ¶ 水渠,通',
      '||| 大桥,通\n\n水渠,通': '□ ¶ 水渠,通',
      '<<< @/a,b.ts#大,桥{1,3}': '□',
      '水渠[!badge 大,桥]': '水渠□',
      '<ruby>水<rp>(</rp><rt>shuǐ</rt><rp>)</rp></ruby>渠': '水□shuǐ□渠',
      '见|filename|大桥,通.md。': '见□。',
      '在${HOME}/大,桥，在%APPDATA%\\大,桥。': '在□，在□。',
      '集合{大,桥}。': '集合□。',
      '["大", \'桥\', 1]和[1,2]': '□和□',
      '@startuml\n大桥 -> 水渠: "通,车"\n@enduml\n\n水渠,通': '□ ¶ □ ¶ □ ¶ 水渠,通',
      '+----+----+\n| 大,桥 | 车 |\n+----+----+\n\n水渠,通': '□ ¶ □ ¶ □ ¶ 水渠,通',
      '水,渠   通,水\n------  ------\n大,桥   通,车\n\n水渠,通': '□ ¶ □ ¶ □ ¶ 水渠,通',
    };
    for (const [text, seen] of Object.entries(samples)) assert.equal(read(text), seen, text);
  });
});

describe('a conflict that was moved into a quotation or a list', () => {
  const inside = '<<<<<<< HEAD\n大桥,通...\n=======\n大桥,"通"\n>>>>>>> b';

  it('is one from its first mark to its last', () => {
    for (const before of ['', '> ', '>> ', '    ', '\t', '> > ', '   ']) {
      const text = `${inside.replaceAll(/^/gm, before)}\n\n水渠,通\n`;
      const { conflicts } = parseArticle(text);
      assert.deepEqual(
        conflicts.map(({ start, last }) => text.slice(start, last)),
        [text.slice(text.indexOf('<<<'), text.indexOf(' b\n') + 2)],
        JSON.stringify(before),
      );
      assert.ok(read(text).endsWith('水渠,通'), JSON.stringify(before));
      assert.ok(!read(text).includes('大桥'), JSON.stringify(before));
    }
    for (const [first, rest] of [
      ['- ', '  '],
      ['1. ', '   '],
      ['> - ', '>   '],
    ] as const) {
      const text = `${inside.replaceAll(/^/gm, rest).replace(rest, first)}\n\n水渠,通\n`;
      assert.equal(parseArticle(text).conflicts.length, 1, first);
      assert.ok(!read(text).includes('大桥'), first);
    }
  });

  it('is none where seven angles stand in a sentence or in a quotation of quotations', () => {
    for (const text of ['水渠<<<<<<< HEAD', '> > > > > > > 水渠,通', '>>>>>>>> 水渠'])
      assert.deepEqual(parseArticle(`${text}\n`).conflicts, [], text);
  });
});

describe('hostile text of these notations', () => {
  it('is read in time that grows with the text', () => {
    for (const piece of [
      'data:a/b;',
      'x-a:',
      '{++a',
      '++a',
      '(@a',
      '@a [p',
      '["a",',
      '{a,',
      '//a.b',
      '+--+\n',
      '水\n-- --\n',
      'a >>>>>>>\n',
    ])
      assertGrowsEvenly('code of other systems', piece, 60_000, (text) => findForeign(text));
  });
});
