import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lettersHash, longParagraphs } from '../../src/model/long-paragraphs.ts';
import { anyText } from '../any-text.ts';

const long =
  '入夏以来，河湾镇新修的水渠全线通水，沿渠三个村的八百亩稻田都能自流灌溉，镇里把管护责任落到每一段，由各村用水户轮流巡渠，发现渗漏当天上报。';

const hashes = (text: string): readonly number[] => [...longParagraphs(text, 0)].map(({ hash }) => hash);

describe('long paragraphs', () => {
  it('are the same whoever reports them, and from where', () => {
    const lead =
      '渡口的老周撑了四十年船，最后一班是上月十五开的，船上坐着七个人，都是来送他的，船靠岸的时候没有一个人先站起来。';
    const [plain] = hashes(lead);
    for (const head of [
      '本报讯（记者陆晚）',
      '**本报讯**（记者陆晚 通讯员周砚）',
      '中国报道讯（沈若舟报道）',
      '海州社河湾镇6月18日电 (记者周砚)',
      '（记者陆晚报道）',
      '　　（本报记者 陆晚）',
    ])
      assert.deepEqual(hashes(head + lead), [plain], head);
    // What stands in brackets at the head of any other paragraph is its own.
    for (const head of ['（一）', '水渠（全长三公里）', '合作社（河湾镇）', '他打来电话（昨天）', '（据气象台）'])
      assert.notDeepEqual(hashes(head + lead), [plain], head);
    const english =
      'The last ferry left the pier on Tuesday with seven people aboard, all of them there to see old Zhou off, and nobody stood up first when it came alongside the other bank, which he had reached ten thousand times before that day.';
    assert.deepEqual(hashes(`HAIZHOU, June 18 (Xinhua) -- ${english}`), hashes(english));
    assert.deepEqual(hashes(`RIVER BEND (AP) — ${english}`), hashes(english));
    assert.notDeepEqual(hashes(`Zhou (72) — ${english}`), hashes(english));
  });

  it('are the same however they are marked, wrapped and punctuated', () => {
    const [wanted] = hashes(long);
    assert.ok(wanted);
    for (const written of [
      long.replace('水渠', '**水渠**'),
      long.replace('水渠', '[水渠](../通水.md)'),
      long.replaceAll('，', ',\n'),
      long.replace('水渠', '<a href="a.html">水渠</a>'),
      `${long}\r\n\r\n别的。`,
      `# 题\n\n${long}\n\n- 项\n`,
    ])
      assert.deepEqual(hashes(written), [wanted], written);
  });

  it('are no headings, quotes, lists, tables, code, tags and short ones', () => {
    for (const written of [
      `# ${long}`,
      `> ${long}`,
      `- ${long}`,
      `1. ${long}`,
      `| ${long} |`,
      `    ${long}`,
      `\`\`\`\n${long}\n\n${long}\n\`\`\``,
      `<div>${long}</div>`,
      `![图](a.jpg)\n${long}`,
      `{{< quote >}}\n${long}`,
      '河湾镇新修的水渠全线通水。',
    ])
      assert.deepEqual(hashes(written), [], written);
  });

  it('differ by a letter, and stand where they begin', () => {
    assert.notDeepEqual(hashes(long), hashes(long.replace('八百', '九百')));
    assert.deepEqual(
      [...longParagraphs(`---\n---\n\n${long}\n`, 8)].map(({ start }) => start),
      [9],
    );
  });

  it('are found in time that grows with the text', () => {
    for (const part of ['](', '<a', '[a](b', '**', '```\n', '\n\n', '> ']) {
      const begun = performance.now();
      for (const _ of longParagraphs(part.repeat(200_000), 0));
      assert.ok(performance.now() - begun < 1500, part);
    }
  });

  it('never fail', () => {
    fc.assert(fc.property(anyText(), fc.nat(20), (text, from) => [...longParagraphs(text, from)].length >= 0));
  });

  it('titles are alike by their letters', () => {
    assert.equal(lettersHash('河湾镇：水渠完工！'), lettersHash('河湾镇 水渠完工'));
    assert.notEqual(lettersHash('河湾镇水渠完工'), lettersHash('河湾镇水渠开工'));
  });
});
