import assert from 'node:assert/strict';
import type { Facts } from '../../src/checks/check.ts';
import { fixAll } from '../../src/engine/fix.ts';
import { review } from '../../src/engine/review.ts';
import { shippedHouse } from '../../src/house/load.ts';
import { parseArticle } from '../../src/model/parse.ts';

const facts: Facts = { files: new Map(), now: 0 };
const house = shippedHouse('china-report');
const check = 'half-width-punctuation';

/** An invented article as it comes out of a tool that folds full-width forms. */
const folded = `---
title: 云溪澜江签约,两地协作再进一步
published: 2024-06-01T10:53:16+08:00
---

中国报道讯(周远山 通讯员林小满)云溪镇与澜江县(以下简称“澜江”)结对三年来,坚持完善机制、拓展领域,成果丰硕。

近日,云溪镇党委书记许之恒,副镇长秦望率团赴澜江调研,并举行联席会议。双方就下一步怎么走,怎样走得更远进行了协商:一是签约;二是立项;三是见效。

相关链接:三年做成了这些事

2021年,投入105万元;派出教师4名;援建车间1家;采购农产品168.33万元。2022年,投入1,200万元;签订《云溪-澜江共建协议》;举办招聘会2场(10:30开始)。

许可证:(京)字第00000号 电子邮件: desk@example.com 电话: 010-00000000

责任编辑:顾言
`;

describe('an article whose punctuation is half-width throughout', () => {
  it('gets one finding with one fix, which leaves times, numbers and addresses alone', () => {
    const { findings } = review(parseArticle(folded), house, facts);
    const own = findings.filter((finding) => finding.check === check);
    assert.equal(own.length, 1);
    assert.equal(own[0]?.fixes.length, 1);
    assert.match(own[0]?.message.zh ?? '', /全文标点多为半角/);

    const fixed = fixAll(folded, house, facts, { only: new Set([check]) });
    assert.deepEqual(
      fixed.findings.filter((finding) => finding.check === check),
      [],
    );
    const body = fixed.text.slice(parseArticle(fixed.text).frontMatter.bodyStart);
    assert.deepEqual(body.match(/[^\n]?[,;:?!()][^\n]?/g), ['1,2', '0:3']);
    assert.match(fixed.text, /^title: 云溪澜江签约，两地协作再进一步$/m);
    assert.match(fixed.text, /^published: 2024-06-01T10:53:16\+08:00$/m);
    assert.match(fixed.text, /（京）字第00000号 电子邮件：desk@example\.com 电话：010-00000000$/m);
  });

  it('is told mark by mark where the full-width marks are more', () => {
    const text = `${'云溪，澜江；'.repeat(30)}云溪,澜江。\n`;
    const { findings } = review(parseArticle(text), house, facts);
    assert.equal(findings.filter((finding) => finding.check === check).length, 1);
    assert.doesNotMatch(findings.find((finding) => finding.check === check)?.message.en ?? '', /Most marks/);
  });
});
