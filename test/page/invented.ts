import type { Field, FieldRole, House } from '../../src/house/house.ts';
import { shippedHouse } from '../../src/house/load.ts';

/** A house of our own, small enough to see at a glance what the page takes from it. */
export function inventedHouse(changes: Partial<House> = {}): House {
  return {
    id: 'qinghe',
    name: '青禾新闻网',
    language: 'zh-Hans',
    timeZone: 'Asia/Shanghai',
    extends: [],
    fields: fieldsOf(
      'title',
      'series',
      'subtitle',
      'summary',
      'column',
      'published',
      'source',
      'editor',
      'keywords',
      'related',
    ),
    byline: {
      required: true,
      position: 'head',
      forms: ['青禾新闻讯（{reporters} 通讯员{correspondents}）'],
      nameSeparator: '、',
      roleSpace: '',
      brackets: 'full',
      outlets: ['青禾新闻'],
      roles: ['记者', '通讯员'],
    },
    credit: { required: true, forms: ['（{people} 摄）'], brackets: 'full', caption: true },
    editorLabel: '责任编辑',
    path: '{column}/{date}-{slug}.md',
    errorRate: shippedHouse('wire').errorRate,
    signoff: shippedHouse('wire').signoff,
    gate: shippedHouse('wire').gate,
    checks: {},
    templates: [],
    blocks: [],
    page: {
      theme: 'china-report',
      name: '',
      siteLine: '青禾新闻网——青禾周刊唯一官方网站',
      home: '首页',
      nav: ['关于我们', '联系我们', '法律顾问', '版权声明'],
      footer: [
        '版权所有 青禾周刊社 电子邮件：desk@qinghe.example',
        '互联网出版许可证：青网证字 001号 青ICP备00000001号',
      ],
    },
    ...changes,
  };
}

/** An English house of our own. */
export function inventedWire(): House {
  return inventedHouse({
    id: 'harbour',
    name: 'Harbour Wire',
    language: 'en',
    timeZone: 'Europe/London',
    editorLabel: 'Editor',
    page: {
      theme: 'wire',
      name: '',
      siteLine: 'Harbour Wire',
      home: 'Home',
      nav: ['World', 'Coast', 'Business', 'Arts'],
      footer: ['© Harbour Wire Ltd. All rights reserved.', 'Complaints: standards@harbour.example'],
    },
  });
}

function fieldsOf(...roles: readonly FieldRole[]): Field[] {
  return roles.map((role) => ({
    key: role,
    type: role === 'related' ? 'list' : 'text',
    role,
    label: { en: role, zh: role },
    help: { en: role, zh: role },
  }));
}

export const report = `---
title: 【山海协作·春耕见闻】云岭镇与望海区共建育秧中心，两地农技人员田头结对
column: 乡村
published: 2026-03-09 10:20:05
source: 青禾新闻
editor: 林望舒
---

![育秧中心内，农技人员查看秧苗长势](images/seedlings.jpg)
农技人员在云岭镇育秧中心查看秧苗长势。青禾新闻记者 沈砚秋 摄

青禾新闻讯（沈砚秋 通讯员罗一帆）春分刚过，云岭镇的梯田已经放满了水。3月8日，云岭镇与望海区签订共建协议，
一座占地12亩的集中育秧中心当天启用，预计今年可为周边6个村提供秧苗**“两万三千盘”**，服务农田1.5万亩。

“往年各家各户自己育秧，遇上倒春寒就要重来。”云岭镇农业服务中心主任何知远说，“现在棚里恒温恒湿，二十天就能下田。”记者看到，育秧流水线上，铺土、播种、覆土、浇水一气呵成，每小时可完成800盘。

![](images/signing.jpg)

（通讯员供图）

## 田头结对：一名技术员联系十户

根据协议，望海区每年选派8名农技人员驻镇，与本地农技员“一对一”结对，每人联系10户以上种粮大户。首批驻镇的技术员乔木生已经在石桥村住了半个月，他的笔记本上记着每块田的土壤pH值和水源情况，详见[云岭镇春耕进度表](https://example.com/plan)。

> 秧好一半谷。把秧育好了，农民心里就有底了。

| 村 | 面积（亩） | 秧盘（盘） |
|:---|---:|---:|
| 石桥村 | 3200 | 5100 |
| 桃坪村 | 2850 | 4400 |
| 大井村 | 1960 | 3050 |

下一步，两地将重点做好三件事：

1. 延长育秧中心的使用时间，秋季改种蔬菜苗；
2. 建立两地农产品直供点；
3. 每季度开展一次田间技术交流。

相关链接：望海区连续五年选派农技人员赴云岭镇

2021年以来，望海区累计选派农技人员42人次，在云岭镇推广新品种11个，带动200余户农户增收。

延伸阅读：一粒种子的山海之旅

![](images/absent-photo.jpg)

去年秋天，云岭镇的再生稻第一次卖到了望海区的社区食堂。镇里的合作社理事长苏晚晴说，订单已经排到了今年10月。
`;

export const wireReport = `---
title: Tide gauges to guide night ferries after council vote
series: Safer crossings
subtitle: Sensors on six piers will be read every minute
summary: Skippers on the Linnet crossing will see live water levels from May, ending a decade of paper tables.
column: Coast
published: 2026-03-09T21:05:00Z
source: Harbour Wire
editor: Ines Calloway
related:
  - Why the old tables were wrong
  - Ferry fares frozen for a third year
---

By Maren Holt

PORT LINNET — Night ferries will be steered by live tide gauges from May after the harbour council voted 9–2 on Monday to fit sensors to six piers.

![A ferry leaves the east pier](ferry.jpg)
A ferry leaves the east pier at dusk. (Photo: Tomas Reyle/Harbour Wire)

The decision ends a decade in which skippers relied on printed tables that could be out by half a metre in a northerly. “You learn to feel for the bottom,” said Agnes Pellow, who has run the crossing since 2009. “I would rather be told where it is.”

## How it will work

Each gauge sends a reading every minute to the bridge of each ferry and to a [public page](https://example.com/tides).

- Readings older than five minutes are struck out.
- A gauge that disagrees with its neighbours is switched off.

> The sea does not read tables.

Further reading: The storm that moved the channel

The 2024 storm shifted a sandbank nearly forty metres.
`;
