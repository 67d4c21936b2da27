import assert from 'node:assert/strict';
import { checks } from '../../src/checks/index.ts';
import { resolveHouse } from '../../src/house/load.ts';
import { parseArticle } from '../../src/model/parse.ts';
import { houses, signedFindings } from './signed.ts';

const prose = '河湾镇今年修好了三条水渠，春耕用水不再发愁。';
const signed = `中国报道讯（陆晓晴 通讯员高远）${prose}`;
const more = '镇里还请来技术员，到田头教大家看苗施肥。';

const ids = (text: string, house = houses.ours): readonly string[] =>
  signedFindings(text, house).map(({ check, message }) => `${check}: ${message.en}`);

/** Authors and other newsrooms sign in forms of their own. */
const others = [
  '作者：陆晓晴（海州大学教授）',
  '作者：陆晓晴',
  '作者：陆晓晴 高远',
  '作者 | 陆晓晴',
  '（作者系海州大学教授）',
  '（作者为海州大学水利研究中心主任 陆晓晴）',
  '执笔/笔名',
  '执笔：陆晓晴',
  '撰文：陆晓晴 摄影：高远',
  '译者：高远　校对：周砚',
  '（陆晓晴、高远）',
  '陆晓晴',
  '陆晓晴、高远',
  '—— 陆晓晴',
  '监制丨陆晓晴',
  '视觉丨訾禾',
  '监制丨陆晓晴 主编丨高远 编辑丨周砚',
  '策划：陆晓晴　统筹：高远',
  '主播：陆晓晴',
  '出品：海州市融媒体中心',
  '文：陆晓晴　图：高远',
  '本文由陆晓晴翻译',
  '来源：海州日报　作者：陆晓晴',
];

/** Lines of text that begin or end as bylines do. */
const noBylines = [
  '陆晓晴：',
  '陆晓晴写于海州',
  '高远草于灯下',
  '高远作于2024年夏',
  '周砚 识于海州',
  '陆晓晴，中国报道记者',
  '陆晓晴 中国报道记者',
  '高远，海州日报特约记者',
  '高远：水渠什么时候通水？',
  '高远，海州大学水利研究中心主任',
  '高远，海州大学水利研究中心研究员',
  '**男子遭电击死亡 视频公布**',
  '男子落水被救 现场视频曝光',
  '19、redisbook：Redis 设计与实现（网络版）',
  '3、[iPhone 专业拍摄](https://example.org/a)',
  '【海州军事报道】',
  '【河湾行动】',
  '投稿渠道：',
  '投稿邮箱：',
  '编辑拓扑配置',
  '编辑配置文件',
  '审核流程',
  '视频教程',
  '设计方法',
  '**成果：**',
  '成果：',
  '主持人手记',
  '翻译质量',
  '关于作者',
  '关于我们的记者',
  '-- [Ann Fields](https://example.org/ann)',
  '记者节快乐！',
  '一、采访提纲',
  '全文完',
  '（全文完）',
  '方法论',
  '白皮书',
  '模块用于节点之间的网络通讯：',
];

describe('bylines that are not the house’s to measure', () => {
  it('are kept as they are: authors, reprints, production lines', () => {
    for (const line of others) {
      for (const text of [`${line}\n\n${prose}\n\n${more}\n`, `${prose}\n\n${more}\n\n${line}\n`]) {
        const found = ids(text).filter((each) => !each.startsWith('missing-byline'));
        assert.deepEqual(found, [], line);
        const mismatched = ids(`---\ntitle: 水渠\nreporters: [周砚]\n---\n\n${text}`);
        assert.deepEqual(
          mismatched.filter((each) => each.startsWith('byline-mismatch')),
          [],
          line,
        );
      }
    }
  });

  it('are not made of lines of text', () => {
    for (const line of noBylines) {
      for (const text of [
        `${line}\n\n${prose}\n\n${more}\n`,
        `${prose}\n\n${more}\n\n${line}\n`,
        `${signed}\n\n${line}\n\n${more}\n`,
      ]) {
        const { bylines } = parseArticle(text).furniture;
        const names = bylines.filter(
          ({ byline }) => !byline.people.some(({ name }) => /陆晓晴|高远|Ann Fields/.test(name)),
        );
        assert.deepEqual(
          names.map(({ byline }) => byline.people.map(({ name }) => name)),
          [],
          line,
        );
        for (const house of [houses.ours, houses.plain, houses.paper])
          assert.deepEqual(
            ids(text, house).filter((each) => !each.startsWith('missing-byline')),
            [],
            line,
          );
      }
    }
  });

  it('name no outlet that ends with a plus', () => {
    for (const line of ['南方+记者 陆晓晴', '浙江新闻+记者 陆晓晴', '南方+ 记者 陆晓晴'])
      assert.deepEqual(
        parseArticle(`${prose}\n\n${more}\n\n${line}\n`).furniture.bylines.flatMap(({ byline }) =>
          byline.people.map(({ name }) => name),
        ),
        ['陆晓晴'],
        line,
      );
  });

  it('are asked for by a name alone where the house has no form that can be read', () => {
    for (const byline of [
      "forms: ['{__proto__}讯（{constructor}）']",
      "forms: ['[讯][讯][讯][讯][讯][讯][讯]{reporters}']",
      "forms: ['讯{reporters}和{reporters}']",
      'required: true',
    ]) {
      const { salvaged } = resolveHouse({ text: `extends: none\nbyline: {${byline}}\n` }, checks);
      assert.deepEqual(
        ids('河湾镇今年修好了三条水渠。\n', salvaged).filter((each) => each.startsWith('missing-byline')),
        ['missing-byline: This article has no byline: add one at the head of the text, such as `姓名`'],
        byline,
      );
    }
  });

  it('are not asked for where the house asks for no byline', () => {
    for (const line of [
      '海州日报讯（记者 陆晓晴）',
      '新华社海州6月17日电（记者 陆晓晴）',
      '新华社海州6月17日电 (记者 陆晓晴、高远)',
      '本报讯 记者陆晓晴报道：',
    ])
      assert.deepEqual(ids(`${line}${prose}\n`, houses.plain), [], line);
  });
});

describe('sign-offs after the last sentence', () => {
  const signOffs: readonly (readonly [signOff: string, ...names: string[]])[] = [
    ['（记者 陆晓晴）', '陆晓晴'],
    ['（记者陆晓晴）', '陆晓晴'],
    ['（陆晓晴 高远）', '陆晓晴', '高远'],
    ['（陆晓晴）', '陆晓晴'],
    ['（本报记者 陆晓晴 高远）', '陆晓晴', '高远'],
    ['（通讯员：陆晓晴）', '陆晓晴'],
    ['（海州日报记者 陆晓晴）', '陆晓晴'],
    ['(记者 陆晓晴)', '陆晓晴'],
    ['【记者 陆晓晴】', '陆晓晴'],
    ['（文/陆晓晴 图/高远）', '陆晓晴', '高远'],
    ['（河湾镇水利站 陆晓晴）', '陆晓晴'],
    ['（供稿：陆晓晴）', '陆晓晴'],
    ['（记者 陆晓晴 通讯员 欧阳清川）', '陆晓晴', '欧阳清川'],
    ['记者 陆晓晴', '陆晓晴'],
    ['（记者 陆晓晴', '陆晓晴'],
  ];

  it('are bylines', () => {
    for (const [signOff, ...names] of signOffs)
      for (const end of ['不再发愁。', '不再发愁！', '说：“不再发愁。”', '不再发愁。\n', '不再发愁……', '不再发愁。 ']) {
        const text = `${prose}\n\n大家都${end}${signOff}\n`;
        const { bylines } = parseArticle(text).furniture;
        assert.deepEqual(
          bylines.map(({ byline }) => byline.people.map(({ name }) => name)),
          [names],
          text,
        );
        const [found] = bylines;
        assert.equal(found?.passage.prose.text.slice(found.byline.from, found.byline.to), signOff);
        assert.ok(!ids(text).some((each) => each.startsWith('missing-byline')), text);
      }
  });

  it('are those of English articles, too', () => {
    for (const signOff of ['(Reporting by Anna Field; Editing by Tom Brook)', '(Reporting by Anna Field)']) {
      const text = `By Anna Field\n\nThe canals carry water.\n\nThe weir held. ${signOff}\n`;
      assert.deepEqual(
        parseArticle(text).furniture.bylines.map(({ position }) => position),
        ['under-title', 'sign-off'],
      );
      assert.deepEqual(ids(text, houses.wire), []);
    }
  });

  it('stand before the line of the editor and other furniture', () => {
    const text = `${prose}\n\n${more}（记者 陆晓晴）\n\n![水渠](a.jpg)\n\n责任编辑：周砚\n`;
    assert.equal(parseArticle(text).furniture.bylines.length, 1);
  });

  it('have their faults seen', () => {
    for (const [signOff, fault] of [
      ['（记者记者陆晓晴）', '`记者` is here twice'],
      ['（记者 陆晓晴)', 'full-width and the other half-width'],
      ['（记者陆晓晴', 'never closed'],
      ['（记者陆晓晴通讯员高远）', 'run together'],
      ['（记者 陆 晓 晴）', 'several people'],
    ] as const)
      assert.ok(
        ids(`${prose}\n\n${more}${signOff}\n`).some((each) => each.includes(fault)),
        `${signOff}: ${fault}`,
      );
    const mismatch = ids(`---\ntitle: 水渠\nreporters: [周砚]\n---\n\n${prose}\n\n${more}（记者 陆晓晴）\n`);
    assert.ok(mismatch.some((each) => each.startsWith('byline-mismatch')));
  });

  it('are not made of asides', () => {
    for (const aside of [
      '（完）',
      '（笑）',
      '（高兴）',
      '（见图）',
      '（未完待续）',
      '（据新华社）',
      '（图）',
      '（下转第三版）',
      '（鼓掌）',
      '（记者节快乐）',
      '（2024年6月）',
      '（小满）',
      '（海州）',
    ])
      assert.deepEqual(parseArticle(`${prose}\n\n${more}${aside}\n`).furniture.bylines, [], aside);
    assert.deepEqual(parseArticle(`${prose}\n\n他说：“好。”记者陆晓晴笑了。\n`).furniture.bylines, []);
  });
});

describe('people of the front matter', () => {
  it('are named whatever pads their names', () => {
    for (const names of ['周　砚, 高远', '周 砚, 高远', '高　远, 周　砚', '"周　砚", 高远']) {
      const text = `---\ntitle: 水渠\nreporters: [${names}]\n---\n\n中国报道讯（记者周　砚 高远）${prose}\n`;
      assert.deepEqual(
        ids(text).filter((each) => each.startsWith('byline-mismatch')),
        [],
        names,
      );
    }
    const text = `---\ntitle: 水渠\nreporters: [周　砚, 高远]\n---\n\n中国报道讯（记者陆晓晴 高远）${prose}\n`;
    assert.ok(ids(text).some((each) => each.includes('the front matter 周砚、高远')));
  });
});

describe('pictures as an editor reads them', () => {
  const quiet = (body: string, house = houses.ours): void =>
    assert.deepEqual(ids(`${signed}\n\n${body}\n`, house), [], body);

  it('are not what ends an article or names where facts are from', () => {
    for (const line of [
      '来源：海州日报',
      '来源: 海州日报',
      '（来源：海州日报）',
      '资料来源：海州市统计局',
      '资料来源：海州市统计局、河湾镇政府',
      '数据来源：海州市统计局',
      '素材来源：海州日报',
      '新闻来源：海州日报',
      '3、[iPhone 专业拍摄](https://example.org/a)',
      '本版照片均为本报资料图片',
      '本版图片均由本报记者高远拍摄',
      '视频来源：海州日报',
      '图片来源：海州日报',
      '图片编辑：周砚',
      '来源｜海州日报 记者｜周砚',
      '来源：网络',
    ])
      quiet(`${more}\n\n${line}`);
  });

  it('keep what stands before a credit out of it', () => {
    for (const line of ['水渠通水仪式现场 受访者供图', '水渠通水 河湾镇供图', '开闸　放水　受访者供图'])
      assert.deepEqual(
        ids(`${signed}\n\n![水渠](a.png)\n\n${line}\n`).filter((each) => each.startsWith('malformed-credit')),
        [],
        line,
      );
  });

  it('are credited once for all', () => {
    for (const line of ['本版图片均由本报记者高远摄', '图片来源：海州日报', '本文图片均由河湾镇文化站提供'])
      quiet(`![水渠](a.jpg)\n图为新修的水渠。\n\n${more}\n\n${line}`);
  });

  it('may be drawings, screenshots or pictures of others', () => {
    for (const line of [
      '漫画：高远',
      '漫画/高远',
      '海州日报报道截图',
      '视频截图',
      '新水渠通水，图自海州社',
      '新水渠通水。图自海州社',
      '新水渠通水，图源：海州发布',
      '新水渠通水，高远摄',
    ]) {
      const found = ids(`${signed}\n\n![水渠](a.jpg)\n${line}\n`);
      assert.deepEqual(
        found.filter((each) => /^(?:missing-caption|missing-credit)/.test(each)),
        [],
        line,
      );
      assert.deepEqual(
        found.filter((each) => /^malformed-credit/.test(each) && !line.endsWith('高远摄')),
        [],
        line,
      );
    }
  });

  it('have their caption before them, too', () => {
    for (const [caption, below] of [
      ['图为河湾镇新修的水渠。', '（高远摄）'],
      ['▲河湾镇新修的水渠。', '（高远摄）'],
      ['▼河湾镇新修的水渠', '（高远摄）'],
      ['下图：河湾镇新修的水渠。', '（高远摄）'],
      ['下图为河湾镇新修的水渠。', '（受访者供图）'],
    ])
      quiet(`${caption}\n\n![水渠](a.jpg)\n${below}\n\n${more}`);
  });
});

describe('pictures made by AI', () => {
  it('are pictures: text that speaks of AI and graphs is none', () => {
    for (const house of [houses.ours, houses.plain, houses.wire])
      for (const line of [
        '1、[Mermaid 在线作图](https://example.org/m)',
        'EXPLAIN 输出',
        'Failpoint',
        'crosshair',
        '（9）全球AI影视作品征集活动启动；',
        'AI绘画大赛开幕',
        'AI作品展',
        '人工智能辅助创作',
        '用AI制图的三种办法',
        'Main 图',
        'TRAIN 作图',
        'AI绘图工具推荐',
        'MAIL 制作',
      ])
        for (const body of [line, `# ${line}`, `${line}\n\n![水渠](a.jpg)\n图为新修的水渠。（高远摄）`, `- ${line}`]) {
          const found = ids(`${signed}\n\n${body}\n`, house);
          assert.deepEqual(
            found.filter((each) => each.startsWith('unlabelled-ai-image')),
            [],
            body,
          );
        }
  });

  it('are labelled as the country of the house asks', () => {
    const english = '![The canal](canal.png)\nThe canal as planned. (Image made with DALL-E)\n';
    assert.deepEqual(
      ids(`By Anna Field\n\nThe canals carry water.\n\n${english}`, houses.wire).filter((each) =>
        each.startsWith('unlabelled'),
      ),
      [],
    );
    for (const label of ['AI制图', 'AI绘图', 'AI作图', '人工智能绘制', 'Midjourney制图']) {
      const found = ids(`${signed}\n\n![水渠](a.jpg)\n水渠示意图。${label}\n`);
      assert.ok(
        found.some((each) => each.startsWith('unlabelled-ai-image')),
        label,
      );
    }
    for (const label of ['图片由AI生成', 'AI生成', '（人工智能合成图片）'])
      assert.ok(
        !ids(`${signed}\n\n![水渠](a.jpg)\n水渠示意图。${label}\n`).some((each) => each.startsWith('unlabelled')),
        label,
      );
  });
});
