import assert from 'node:assert/strict';
import { parseArticle } from '../../src/model/parse.ts';
import { LITERAL } from '../../src/model/prose.ts';
import { assertGrowsEvenly } from '../work.ts';

/** What checks read of a body, literal runs as one `□` each. */
function read(text: string): string {
  return parseArticle(text)
    .passages.map(({ prose }) => prose.text.replaceAll(new RegExp(`${LITERAL}+`, 'g'), '□'))
    .join(' ¶ ');
}

/** Pictures of an article as checks see them. */
function pictures(text: string): readonly string[] {
  return parseArticle(text).furniture.pictures.map(({ src, caption }) => {
    const said = caption?.passage.prose.text.slice(caption.from, caption.to) ?? '';
    return `${decodeURI(src)}|${said}`;
  });
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
      '返回{"水": "渠", "数": {"甲": 1}}。': '返回□。',
      "返回{'水':'渠,一'}。": '返回□。',
      '执行print("水","渠")。': '执行print□。',
      '调用水渠::通水一次': '调用水渠□通水一次',
      '水渠("柳叶渡")和UN("联合国")': '水渠("柳叶渡")和UN("联合国")',
      '{水渠: "柳叶渡"}': '{水渠: "柳叶渡"}',
      '真好:)': '真好□',
      '区间[x, y)）里': '区间□）里',
      '从(3，5]，随后是 [6，30)。': '从□，随后是 □。',
      '卖了$5 and $10': '卖了$5 and $10',
      '*[渠]: 水渠,通水': '',
      '| 甲 | 乙 |\n|---|---|\n| {{ "x,大" | upcase }} | 丙 |': '甲 ¶ 乙 ¶ □ ¶ 丙',
      '<div title="{{ "大,桥" }}">\n水渠,通水{{ x }}\n</div>': '水渠,通水□',
      '用 `{{` 开头，用 `}}` 收尾': '用 □ 开头，用 □ 收尾',
      '<!-- 注 -->\n---\ntitle: "水,渠"\ntags:\n  - "通,水"\n---\n\n水渠,通水': '□ ¶ □ ¶ □ ¶ □ ¶ □ ¶ 水渠,通水',
      '***\ntitle: "水,渠"\n***\n\n水渠,通水': '□ ¶ □ ¶ □ ¶ 水渠,通水',
      '水渠\n\n---\n\n柳叶渡\n\n---': '水渠 ¶ 柳叶渡',
      '甲[[大,桥]](通桥)[水渠,一.md]乙': '甲□乙',
      '甲标题="大,桥"乙': '甲标题□乙',
      "题='大,桥'，丙": '题□，丙',
      '[题]="大,桥"': '[题]□',
      '他说="好。"吗': '他说="好。"吗',
      "甲'''大,桥'''乙": '甲□乙',
      "''大,桥''": '□',
      '甲"""大,桥"""乙': '甲□乙',
      '甲"""key": "大,桥"乙': '甲""□乙',
      '他说\'好\'，"好"': '他说\'好\'，"好"',
      "'大': '桥,x',": '□',
      '甲s/大,桥/通,车/g乙': '甲s/大,桥/通,车/g乙',
      '甲 s/大,桥/通,车/g，乙': '甲 s□，乙',
      '甲<#-- 大,桥 -->乙': '甲乙',
      '<div>\n甲[[大,桥]](通桥)[水渠,一.md]乙\n</div>': '甲□乙',
      '甲++ctrl+"大,桥"++++alt+"通,车"++乙': '甲□乙',
      '甲![[大,桥.jpg]][=65% "65%,大"]乙': '甲□乙',
      '甲("key": ["大,桥", 1][x, y)乙': '甲(□乙',
      '甲[[大,桥]][c]乙': '甲□[c]乙',
      '甲[[大,桥]](b)[c]乙': '甲[□][c]乙',
      '甲[[大,桥]][1]乙\n\n[1]: a.md': '甲[□]乙',
      '甲[水渠[[大,桥]]](a.md)乙': '甲水渠□乙',
      '甲[水渠![[大,桥.png|300]]](a.md)乙': '甲水渠□乙',
      '甲[[[大,桥]]](a.md)乙': '甲[[□]]乙',
      '见[[1]](a.md)和[[柳叶渡]](b.md)': '见[1]和[柳叶渡]',
      '甲{$title, "大,桥"}乙': '甲□乙',
      '甲{$article["大,桥"]|upper:"通,车"}乙': '甲□乙',
      '<p>甲![大,桥](大,桥.png)乙,见[通,车](通 车,一.md)和`水,渠`,丙</p>': '甲□乙,见□和□,丙',
      '<div>\n甲[大,桥](<通,车.md> "水,渠"),乙\n</div>': '甲□,乙',
      '<p>甲`a,"中",b``c,d`乙``e`,f``</p>': '甲□乙□',
      '<td>水渠(通水),[一],[二] (三)</td>': '水渠(通水),[一],[二] (三)',
      '<<<<<<< HEAD\n水渠,通水\n=======\n水渠,通了水\n>>>>>>> other\n晚橙,开园': '□ ¶ □ ¶ □ ¶ □ ¶ □ ¶ 晚橙,开园',
    };
    const actual = Object.fromEntries(Object.keys(samples).map((text) => [text, read(text)]));
    assert.deepEqual(actual, samples);
  });

  it('is literal in what other notations write over lines, and where a stroke stands before it', () => {
    const samples: Readonly<Record<string, string>> = {
      '见%HOME%\\稿件\\水渠,通.md。': '见□。',
      '见%HOME%\\稿件\\水渠,通.md好': '见□好',
      '见[[柳叶渡,晚橙]][^1]。\n\n[^1]: 注。': '见□。 ¶ 注。',
      '<img\n  src="图,1.png"\n  alt="水渠"\n>\n\n水渠,通了': '□ ¶ □ ¶ □ ¶ □ ¶ 水渠,通了',
      '<video\n  src="图,1.mp4"\n  controls\n>\n</video>': '□ ¶ □ ¶ □ ¶ □',
      '若 a <b\n> 引用=1\n>': '若 a <b ¶ 引用=1',
      '% 水渠,通了\n% 陆晓晴; 高远\n% 2024-06-01\n\n水渠,通了': '□ ¶ □ ¶ □ ¶ 水渠,通了',
      '水渠\n\n% 水渠,通了': '水渠 ¶ % 水渠,通了',
      '(节:水,渠)=': '□',
      '(节:水,渠)=好': '(节:水,渠)=好',
      '.. figure:: 图,1.png\n   :alt: 水,渠\n   :width: 1,2': '□ ¶ □ ¶ □',
      ':smile: 水渠,通了': '□ 水渠,通了',
      '{@html "水,渠"}和{@const 水 = "渠,一"}': '□和□',
      '"x": ["水渠,二"], "y": {"水": "渠,一"}, "z": [\n"水渠,一"': '□, □, □\n"水渠,一"',
      '见image::图,1.png[水渠,300]和link:图,1.html[水渠,role="x"]': '见□和□',
      '他发了image：水渠,通了': '他发了image：水渠,通了',
      '见"水,渠":https://a.cn/水,渠': '见□https://a.cn/水,渠',
    };
    const actual = Object.fromEntries(Object.keys(samples).map((text) => [text, read(text)]));
    assert.deepEqual(actual, samples);
  });

  it('is literal as modules, queries, notes and data write it', () => {
    const samples: Readonly<Record<string, string>> = {
      'import 水 from "水,渠"\n\n水渠,通了。': '水渠,通了。',
      "import {水, 渠} from '水,渠';\nimport '样式,一.css'\n\n水渠,通了。": '水渠,通了。',
      'import {\n  水,\n  渠,\n} from "水,渠"\n\n水渠,通了。': '水渠,通了。',
      'export const 标题 = "水,渠"\n\n水渠,通了。': '水渠,通了。',
      'export const 元 = {\n  标题: "水,渠",\n\n  说明: "通,水",\n}\n\n水渠,通了。': '水渠,通了。',
      'export default function 版({ children }) {\n  return "水,渠"\n}\n\n水渠,通了。': '水渠,通了。',
      'export * from "水,渠"\n\nexport {水, 渠}\n\n水渠,通了。': '水渠,通了。',
      'import 水渠,开始了\n\nexport default swaps, and more': 'import 水渠,开始了 ¶ export default swaps, and more',
      '甲{props.标题 ?? "水,渠"}乙': '甲□乙',
      '甲{"水,渠"}乙{`水,渠`}丙': '甲□乙□丙',
      '甲{/* 水,渠 */}乙': '甲乙',
      '{列表.map((水) => <li>水,渠</li>)}': '□',
      '{通了 ? "水,渠" : "渠,水"}': '□',
      '{水渠,通了}': '□',
      '{props.标题, 还没有': '{props.标题, 还没有',
      '<Figure caption="大桥,通车" />': '',
      '<Callout type="水,渠">\n\n水渠,通了。\n\n</Callout>': '水渠,通了。',
      '%%水,渠%%\n\n甲%%水,渠%%乙': '甲乙',
      '%%\n水,渠\n\n通,水\n%%\n\n甲': '甲',
      '涨了5%%,又涨了6%%': '涨了5%%,又涨了6%%',
      '标题:: 水,渠\n\n- 标题:: 水,渠\n\n甲[标题:: 水,渠]乙': '□ ¶ □ ¶ 甲[□]乙',
      '{% raw %}水渠,通水{% endraw %}': '□',
      '{% raw %}\n\n水渠,通水\n\n{% endraw %}': '□ ¶ 水渠,通水 ¶ □',
      '[水渠]: 水 渠,1.png': '□',
      '[水渠]: 通,了\n\n[水,渠][通,水]\n\n[通,水]: a.md': '水,渠',
      '今年![水渠][通,水]，今年[水渠][通,水]，[1][2]': '今年□，今年□，[1][2]',
      '今年(采茶)[a,b.md]，今年!(采茶)[a,b.png]': '今年□，今年□',
      '今年（采茶）[a.md](b.md)，今年(采茶)[1]': '今年（采茶）a.md，今年(采茶)[1]',
      '今年【采茶】(a,b.md)，今年［采茶］（a,b.md）': '今年□，今年□',
      '【专题】(记者陆晓晴)': '【专题】(记者陆晓晴)',
      '写上key: "水,渠"再说': '写上□再说',
      '他说hello: "好。"': '他说hello: "好。"',
      '按<kbd>甲,乙</kbd>，写<code>丙,丁</code>': '按□，写□',
      '<https://a.b/c> <mailto:a@b.cn> <tel:123>': '□',
      '海州队3:1(甲,乙)，UN(联合国,一)': '海州队3:1(甲,乙)，UN(联合国,一)',
      'select the red, white and blue from the list': 'select the red, white and blue from the list',
      '他在@海州日报(官方,号)说[图]好': '他在@海州日报(官方,号)说[图]好',
      '今年/去年/前年': '今年/去年/前年',
      '- key: "水,渠"\n\n> --title "水,渠"': '□ ¶ □',
      '/// 水 | 渠,一\n\n.. note:: 水,渠': '□ ¶ □',
      '打包成 水渠,一.tar.gz 和(水渠,一.md)': '打包成 □ 和(□)',
      '见[@大,桥]、[% 大,桥 %]、[url=大,桥]和["大,桥", "通车"]': '见□、□、□和□',
      '请写mailto:水,渠@a.cn来': '请写□来',
      '查 SELECT "水" FROM 渠 WHERE 长>1,2，又查': '查 □，又查',
      'SET 名 UPDATE': 'SET 名 UPDATE',
      '写成"a ?，?"一句': '写成□一句',
      '水渠通水(:好': '水渠通水□好',
      '水渠(:通水)好': '水渠(:通水)好',
      '放在今年/稿件/水渠,通水.md里': '□里',
      '今年\\\\海州\\稿件,1\\a.md里': '今年□里',
      '\\[\n水,渠\n\\]': '□\n□\n□',
      '水渠\n: 引水,灌田。': '水渠\n□ 引水,灌田。',
      '[^1] : 水,渠': '□ 水,渠',
      '水渠。\n\n[^水 渠]: 水,渠': '水渠。 ¶ □ 水,渠',
      '(更新时间戳: 1664109102894)': '□',
      '(电话: 13812345678)': '(电话: 13812345678)',
    };
    const actual = Object.fromEntries(Object.keys(samples).map((text) => [text, read(text)]));
    assert.deepEqual(actual, samples);
  });

  it('is literal where it looks like a statement, a command or an expression that texts are searched with', () => {
    const samples: Readonly<Record<string, string>> = {
      '用 if (水,渠) { 开头': '用 □ 开头',
      '写作 for (水,渠; 通水) {\n\nwhile (水 == 渠,通) {': '写作 □ ¶ □',
      'function 名(水,渠) {\n\ndef 通水(水,渠):': '□ ¶ □',
      '执行print(水,渠)和=SUM(水,渠)': '执行□和□',
      '执行 npm run 水,渠，再执行 git commit -m 水,渠。': '执行 □，再执行 □。',
      '先 pip install 水,渠': '先 □',
      '$ echo 水,渠\n\nC:\\>dir 水,渠\n\n#include <水,渠>\n\n@media (水,渠) { }': '□ ¶ □ ¶ □ ¶ □',
      '公式\\[水,渠\\]和((水,渠))': '公式□和□',
      '\\[海州日报\\]和\\[水渠，通水\\]': '[海州日报]和[水渠，通水]',
      '正则^水,渠$和 ^[一-龥],渠$ 和\\d+,水': '正则□和 □ 和□',
      '正则(?:水,渠)、[水,渠]+和.*?水,渠': '正则□、□和□',
      '写作 x := 水,渠，又写 const 水 = 渠,通；': '写作 □，又写 □；',
      '写(水,渠) => 通，水 = [渠,通]': '写□，□',
      '水 == 渠,通\n\n水 != 渠,通\n\n水 && 渠,通\n\n水 || 渠,通\n\na ? 水 : 渠,水': '□ ¶ □ ¶ □ ¶ □ ¶ □',
      '参数path=水,渠，?水=渠,通&通=水。': '参数□，□。',
      '写font-family: 宋体,黑体;即可': '写□即可',
      '取arr[水,渠]，见[^水,渠]。': '取□，见[^□]。',
      '见[^水,渠]。\n\n[^水,渠]: 通水,灌田。': '见。 ¶ 通水,灌田。',
      // What may be a sentence as well, or cannot be harmed, is one.
      '水渠(甲,乙)通水,cp粉(水,渠)来了': '水渠(甲,乙)通水,cp粉(水,渠)来了',
      '一条cp 水渠,通水': '一条cp 水渠,通水',
      '海州队 3:1,赢了?好 : 真好': '海州队 3:1,赢了?好 : 真好',
      '他用 git 提交,又推送': '他用 git 提交,又推送',
      '（记者 高远,周砚）((记者 高远))': '（记者 高远,周砚）((记者 高远))',
      'We go home, and print (all, some) if (and only if, say) it rains':
        'We go home, and print (all, some) if (and only if, say) it rains',
    };
    const actual = Object.fromEntries(Object.keys(samples).map((text) => [text, read(text)]));
    assert.deepEqual(actual, samples);
  });

  it('is left where Markdown puts it: in targets, titles and notes', () => {
    const { tokens, footnotes } = parseArticle(
      '[甲]({{ site.url }}/大,桥.md "题{{ x, y }}")[^注]\n\n[^注]: 见{{ page.url }}，好。\n\n```js {1,3}\n{{ x }}\n```\n',
    );
    const link = tokens.flatMap(({ children }) => children ?? []).find(({ type }) => type === 'link_open');
    assert.equal(link?.attrGet('href'), '{{ site.url }}/%E5%A4%A7,%E6%A1%A5.md');
    assert.equal(link?.attrGet('title'), '题{{ x, y }}');
    assert.equal(footnotes.notes.length, 1);
    const fence = tokens.find(({ type }) => type === 'fence');
    assert.deepEqual([fence?.info, fence?.content], ['js {1,3}', '{{ x }}\n']);
  });

  it('reads characters of the private use area as what they are', () => {
    assert.equal(read('\uE000甲\uF8FF{{ x }}乙\uE001\uE001'), '\uE000甲\uF8FF□乙\uE001\uE001');
  });

  it('takes no time where nothing is closed', () => {
    for (const part of [
      '{{ ',
      '{% ',
      '[[',
      '$',
      '\\(',
      '![](',
      '`',
      '<% ',
      '{#a ',
      '(3,',
      'x="',
      '<a x="',
      ':::',
      '[x](a b ',
      '￼',
      '%%',
      '"?',
      'SELECT a ',
      'export const a = {\n\n',
      'import {\n\n',
      '{a.',
      '{(a',
      '[a][b,c]',
      '[a]: b \n',
      '(:',
      'mailto:',
      '(a)[b',
      '【a】(b ',
      'a: "',
      '["a",',
      '\\a{',
      '@a.b("',
      '<a:b "',
      '<code>',
      'a@b.c:',
      'select "中',
      ':a{',
      '/中/',
      '[url]',
      '[^a,b]',
      'if (水,',
      'a.b.c.',
      'npm run 水 ',
      'x := 水 ',
      '水 == ',
      '?a=',
      '^a ',
      '\\d,',
      '.*?',
      '((',
      'a(b,',
      '=AB(',
      'a-b: ',
      'ab[水,',
      '水 && ',
      'a ? b ',
      '[水,]+',
    ]) {
      assertGrowsEvenly('code that nothing closes', part, part.length * 5000, (text) => void parseArticle(text));
    }
  }).timeout(120_000);
});

describe('links that Markdown does not take', () => {
  it('keep their targets out of prose', () => {
    assert.equal(read('见[通桥](青石滩 通了桥.md)，'), '见[通桥□，');
    assert.equal(read('见[通桥] (a,b.md)，又[通桥]（a,b.md）'), '见[通桥□，又[通桥□');
    assert.equal(read('帐号为：![]({{ site.url }}/email.png)，'), '帐号为：□，');
    assert.equal(read('[注](见 第三页)与[3] (https://a.b/c)'), '[注](见 第三页)与[3] (https://a.b/c)');
  });

  it('are pictures where pictures were meant, with their captions', () => {
    const pictured = [
      '![水渠](images/水渠 1.png)',
      '![晚橙](图片/晚橙.png =300x)',
      '![晚橙] (图片/晚橙.png)',
      '！[晚橙](图片/晚橙.png)',
      '![晚橙]（图片/晚橙.png）',
      '![晚橙](图片/晚橙.png “开园”)',
    ].map((image) => pictures(`${image}\n\n晚橙开园。（陆晓晴 摄）`));
    const orange = ['图片/晚橙.png|晚橙开园。'];
    assert.deepEqual(pictured, [['images/水渠 1.png|晚橙开园。'], orange, orange, orange, orange, orange]);
  });
});

describe('indented text', () => {
  const kinds = (text: string): string =>
    parseArticle(text)
      .tokens.filter(({ type }) => /^(?:paragraph_open|code_block|heading_open|list_item_open)$/.test(type))
      .map(({ type }) => type.replace(/_.*/, ''))
      .join(' ');

  it('is prose when it is prose beyond doubt', () => {
    assert.equal(kinds('    河湾镇今年修好了三条水渠。\n\n    “好啊。”周砚说。\n'), 'paragraph paragraph');
    for (const short of ['他说:“好。”', '好啊！', '今年修好了三条水渠;大家高兴。'])
      assert.equal(kinds(`    ${short}`), 'paragraph', short);
    assert.equal(kinds('\t河湾镇今年修好了三条水渠。'), 'paragraph');
    assert.equal(kinds('    The canals of Hewan were finished in spring.'), 'paragraph');
    assert.equal(kinds('    ![水渠](a.png)\n\n    河湾镇今年修好了三条水渠。'), 'paragraph paragraph');
  });

  it('is code when it may be', () => {
    for (const text of [
      'npm install',
      'const 水渠 = 3;',
      '# 水渠通水了',
      '姓名    年龄',
      '- 水渠通水了。',
      '水渠;',
      '水渠()。',
      '渠 = 3;长。',
      'return 水渠。',
      'if x: y()',
      'git push origin main',
      '<b>水渠通水了</b>',
    ]) {
      assert.equal(kinds(`    ${text}`), 'code', text);
    }
    assert.equal(kinds('    水渠通水了，大家来看。\n\n    let x = 1;\n'), 'code');
    // A statement that is code as a whole leaves nothing that would look like some.
    assert.equal(kinds('    let 水渠 = "通水,了";\n\n    水渠通水了，大家来看。\n'), 'code');
  });
});

describe('characters that nobody sees', () => {
  it('are nothing to prose, so that names are whole', () => {
    const text = '中国报道讯（周\u200b砚 通讯员高\u2060远）水渠\u00ad通水\ufe0f了\u0085\u3164\u061c\ufff9。';
    assert.equal(read(text), '中国报道讯（周砚 通讯员高远）水渠通水了。');
    const people = parseArticle(text).furniture.bylines.flatMap(({ byline }) => byline.people.map(({ name }) => name));
    assert.deepEqual(people, ['周砚', '高远']);
    assert.equal(parseArticle(`---\ntitle: 水渠\u200b通水\n---\n\n${text}`).invisible.length, 9);
  });

  it('are none of a key, and told where they stand as escapes', () => {
    const read = (head: string) => {
      const { frontMatter, invisible, text } = parseArticle(`${head}\n\n正文。\n`);
      return [frontMatter.entries.map(({ key }) => key), invisible.map(({ start, end }) => text.slice(start, end))];
    };
    assert.deepEqual(read('---\ntitle\u200b: 晚橙\n---'), [['title'], ['\u200b']]);
    assert.deepEqual(read('{"title\u200b": "晚橙"}'), [['title'], ['\u200b']]);
    assert.deepEqual(read('+++\n"title\u200b" = "晚橙"\n+++'), [['title'], ['\u200b']]);
    for (const head of [
      '---\ntitle: "晚\\u200b橙"\n---',
      '{"title": "晚\\u200b橙"}',
      '+++\ntitle = "晚\\u200b橙"\n+++',
    ])
      assert.deepEqual(read(head), [['title'], ['\\u200b']], head);
    assert.deepEqual(read('---\ntitle: ["晚\\x07橙", "晚\\tx"]\n---'), [['title'], ['\\x07']]);
    for (const head of [
      "---\ntitle: '晚\\u200b橙'\n---",
      '---\ntitle: "晚\\\\u200b橙"\n---',
      "+++\ntitle = '晚\\u200b橙'\n+++",
    ])
      assert.deepEqual(read(head), [['title'], []], head);
  });

  it('stay in emoji and in scripts that are made with them', () => {
    for (const text of ['👩‍🌾❤️1️⃣', 'می‌خواهم', 'क्‍ष', '\u200fשלום', '葛\u{e0100}', 'ไทย\u200bไทย']) {
      assert.deepEqual(parseArticle(text).invisible, [], text);
    }
  });
});

describe('fields that stand where no reader looks for them', () => {
  it('are looked for in time that grows with the text', () => {
    for (const lines of [
      'a: b\r\n',
      'a: b\n',
      'a: b\n      c d e\n',
      'a:\n- x\n',
      'a: b\r\n   c\r\n- d\r\n',
      '---\na: b\r\n',
    ])
      assertGrowsEvenly('fields', lines, 30_000, (text) => parseArticle(`***\r\n${text}`));
  });
});
