import { rules } from '../../src/checks/index.ts';
import { type PageExample, parsePage } from '../../src/checks/page.ts';
import { pageText } from '../../src/checks/pages.ts';

/** Of all that a finding may be of what no newsroom can show: it is said of a check that broke. */
export const neverShown: ReadonlySet<string> = new Set(['check-failed']);

/** What stands at the head of a file, or is said of the file as a whole; shown by articles of their own. */
const ofWholeFiles = new Set([
  ...['front-matter-syntax', 'misplaced-fence', 'missing-front-matter', 'conflict-marker', 'house-term'],
  ...['credit-mismatch', 'missing-alt', 'name-variants', 'malformed-byline', 'script-spacing'],
  ...['long-title', 'title-punctuation'],
]);

/**
 * A newsroom in which every kind of finding is found once: its files by their paths. What stands in a body is what the
 * checks' own pages show, all in one article for each language, so that a new check has its place without anybody's doing.
 */
export async function everyFault(): Promise<ReadonlyMap<string, string>> {
  const chinese: string[] = [];
  const english: string[] = [];
  const options: string[] = [];
  for (const { id, ...rule } of rules) {
    const own = ('options' in rule && rule.options) || {};
    const example = parsePage((await pageText(id)) ?? '').examples.find(
      (one) => isPlain(one, Object.keys(own)) && one.expected.some(({ check }) => check === id),
    );
    const words = [...(example?.words ?? [])].filter(([name]) => name in own);
    const setting = words.map(([name, value]) => `, ${name}: ${value}`).join('');
    options.push(`  ${id}: {severity: ${rule.severity === 'off' ? 'info' : rule.severity}${setting}}`);
    if (example && !ofWholeFiles.has(id))
      (example.words.get('house') === 'wire' ? english : chinese).push(example.text);
  }
  const checks = `checks:\n${options.join('\n')}\n`;
  return new Map([
    ['copydesk.yml', `extends: china-report\nfront-matter-schema: schema.json\n${signoff}${checks}`],
    ['wire/copydesk.yml', `extends: wire\n${checks}`],
    ['faulty/copydesk.yml', 'extends: china-report\nbylnie: {}\n'],
    ['staff.yml', 'staff: [林晓禾, 周砚, 许青禾, 陆晓晴]\n'],
    ['terms.yml', 'terms:\n  - {use: 消费帮扶, not: 消费扶贫}\n'],
    ['schema.json', '{"type": "object", "properties": {"slug": {"type": "string", "pattern": "^[a-z]+$"}}}\n'],
    ['passages.md', `${front}\n${chinese.join('\n')}`],
    ['wire/passages.md', english.join('\n')],
    ...Object.entries(whole),
  ]);
}

/** Whether an example is a body alone that shows its fault with no more than options of its check. */
function isPlain({ text, words, house, schema, others }: PageExample, options: readonly string[]): boolean {
  const isBody = !/^(?:---|\+\+\+)$/m.test(text);
  const isAsked = [...words.keys()].every((word) => word === 'house' || options.includes(word));
  return isBody && isAsked && !house && !schema && !others;
}

const front = `---
title: 河湾镇水渠通水
column: 乡村
source: 中国报道
published: 2026-05-04 09:30:00
reporters: [林晓禾]
editor: 周砚
---
`;

const signoff = `signoff:
  steps:
    first-review: {label: {zh: 一审, en: First review}, who: [周砚]}
    second-review: {label: {zh: 二审, en: Second review}, who: [沈砚秋]}
`;

/** Sentences that two articles have in common, and more than a quotation. */
const twice =
  '入夏以来，河湾镇新修的水渠全线通水，沿渠三个村的八百亩稻田都能自流灌溉。镇里把管护责任落到每一段，由各村用水户轮流巡渠，发现渗漏当天上报、当天处理。';

/** Articles for what is said of a file, of its front matter, and of two files together. */
const whole: Readonly<Record<string, string>> = {
  'front-matter.md': `---
title: 2026
来源: 中国报道
column: 三农
colunm: 乡村
published: 2099-02-30 10:53
embargo: 2099-03-09 18:00
stage: published
reporters: [林小禾]
slug: Hewan
---

中国报道讯（林晓禾 通讯员程慎）河湾镇今年修好了三条水渠。
`,
  'tomorrow.md': `---
title: 河湾镇今日通水
published: 2099-03-09 13:20
stage: published
signoff:
  - {step: first-review, name: 周砚, time: 2026-06-01T09:20:00+08:00, text: 6dca5de7c23ab143, parts: 'reporters:63J- title:apGj *:jS4sbuWExjzC'}
---

中国报道讯（林晓禾）河湾镇今年修好了三条水渠。
`,
  'cut.md': '---\ntitle: 柳叶渡忙 #晚橙开园#\n---\n\n水渠通了。\n',
  'twice.md': '---\ntitle: 河湾镇通水\ntitle: 河湾镇又通水\n---\n\n水渠通了。\n',
  'broken.md': '---\ntitle：河湾镇通水\ncolumn： 乡村\n---\n\n水渠通了。\n',
  'late.md': '\n\n---\ntitle: 河湾镇通水\n---\n\n水渠通了。\n',
  'bare.md': '中国报道讯（林晓禾报道）河湾镇的水渠3月8日通水。\n',
  'merged.md': `${front}
中国报道讯（林晓禾报道）水渠修好了，村里人都来看。

<<<<<<< HEAD
晚橙开园，第一批三千斤。
=======
晚橙开园了，第一批四千斤。
>>>>>>> 周砚
`,
  'words.md': `${front}
中国报道讯（林晓禾 通讯员高远）今年的消费扶贫成效明显，见[河湾镇通水](没有这篇.md)。周\u200b砚说，水通了。

<!-- allow wrong-dash: 自定写法 -->

水渠通了，大家都来看。

![](图片/水渠.png)
新修的水渠。（通讯员供图）
`,
  'headline.md': `${front.replace('水渠通水', '的水渠今日通水沿渠三个村的八百亩稻田从此都能自流灌溉。')}
中国报道讯(林晓禾报道)河湾镇今年的 GDP 增长了5.6%，水渠修到了家门口。
`,
  'names.md': `${front.replace('林晓禾', '马克·托纳')}
中国报道讯（马克·托纳报道）展销会在柳叶渡开幕。

马克·唐纳说，今年的橙子格外甜。
`,
  'first.md': `${front}
中国报道讯（林晓禾报道）${twice}

![水渠](图片/渡口.png)
5月2日，河湾镇的水渠通水。周砚摄
`,
  'second.md': `${front.replace('河湾镇水渠通水', '河湾镇的水渠')}
中国报道讯（林晓禾报道）${twice}

![水渠](图片/渡口.png)
水渠两岸的稻田。许青禾摄
`,
  'correction.md': `${front.replace('河湾镇水渠通水', '更正启事').replace('乡村', '更正')}
5月2日[《河湾镇通水》](first.md)一文中，“八百亩”应为“九百亩”。
`,
  '图片/水渠.png': 'a picture',
  '图片/渡口.png': 'a picture',
  '图片/没人用.png': 'a picture',
};
