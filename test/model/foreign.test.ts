import assert from 'node:assert/strict';
import { parseArticle } from '../../src/model/parse.ts';
import { LITERAL } from '../../src/model/prose.ts';

/** What checks read of a body, literal runs as one `□` each. */
function read(text: string): string {
  return parseArticle(text)
    .passages.map(({ prose }) => prose.text.replaceAll(new RegExp(`${LITERAL}+`, 'g'), '□'))
    .join(' ¶ ');
}

describe('code of other systems', () => {
  it('is literal wherever Markdown has text', () => {
    const samples: Readonly<Record<string, string>> = {
      '甲{{ "大,桥" | upcase }}乙': '甲□乙',
      '甲{% include video.html title="大桥,通车" %}乙': '甲□乙',
      '{{< figure src="a.jpg" caption="大桥,通车" >}}': '□',
      '{{% notice "提示" %}}\n水渠通水,大家都来了\n{{% /notice %}}': '□ ¶ 水渠通水,大家都来了 ¶ □',
      '甲<% if "大,桥" %>乙': '甲□乙',
      '甲{% comment %}大,桥{% endcomment %}乙': '甲乙',
      '水渠通水\n{:title="通车,了" .big}': '水渠通水',
      '## 水渠通水 {#id title="通车,了"}': '水渠通水 ',
      '![晚橙](a.jpg){title="晚橙,图"}': '□',
      '!!! warning "注意,订单"\n    水渠,通水。': '□ ¶ 水渠,通水。',
      ':::note{标题="水渠"}\n水渠,通水\n:::': '□ ¶ 水渠,通水 ¶ □',
      '甲[[柳叶渡,晚橙]]乙': '甲□乙',
      '图![[a.jpg]]': '图□',
      '函数$f(x,大)$是': '函数□是',
      '概率\\\\(P(事件,条件)\\\\)是': '概率□是',
      '概率\\(P(事件,条件)\\)是': '概率□是',
      '$$ 中,文 $$': '□',
      '存在D:\\稿件\\水渠,通水.md里': '存在□里',
      '参数type="天猫"。': '参数□。',
      '真好:)': '真好□',
      '区间[x, y)）里': '区间□）里',
      '从(3，5]，随后是 [6，30)。': '从□，随后是 □。',
      '卖了$5 and $10': '卖了$5 and $10',
      '*[渠]: 水渠,通水': '',
      '| 甲 | 乙 |\n|---|---|\n| {{ "x,大" | upcase }} | 丙 |': '甲 ¶ 乙 ¶ □ ¶ 丙',
      '<div title="{{ "大,桥" }}">\n水渠,通水{{ x }}\n</div>': '水渠,通水□',
      '用 `{{` 开头，用 `}}` 收尾': '用 □ 开头，用 □ 收尾',
      '<<<<<<< HEAD\n水渠,通水\n=======\n水渠,通了水\n>>>>>>> other\n晚橙,开园': '□ ¶ □ ¶ □ ¶ □ ¶ □ ¶ 晚橙,开园',
    };
    const actual = Object.fromEntries(Object.keys(samples).map((text) => [text, read(text)]));
    assert.deepEqual(actual, samples);
  });
});
