import assert from 'node:assert/strict';
import { checks } from '../../src/checks/index.ts';
import { review } from '../../src/engine/review.ts';
import { shippedHouse } from '../../src/house/load.ts';
import { parseArticle } from '../../src/model/parse.ts';
import { soundAlike } from '../../src/model/pinyin.ts';
import { houses, mendedInBulk, signedFindings } from './signed.ts';

const prose = '河湾镇今年修好了三条水渠，春耕用水不再发愁。';
const more = '镇里还请来技术员，到田头教大家看苗施肥。';

const says = (text: string, words: string, house = houses.ours): boolean =>
  signedFindings(text, house).some(({ message }) => message.en.includes(words));

/** Where bylines stand, in the house's forms and in others'. */
const places: readonly ((people: string) => string)[] = [
  (people) => `中国报道讯（${people}）${prose}\n`,
  (people) => `海州日报讯（${people}）${prose}\n`,
  (people) => `新华社海州6月17日电（${people}）${prose}\n`,
  (people) => `（${people}）\n\n${prose}\n`,
  (people) => `${prose}\n\n${more}\n\n（${people}）\n`,
  (people) => `${prose}\n\n${more}（${people}）\n`,
];

describe('faults of bylines', () => {
  it('a role is written once, wherever the byline stands and whoever’s it is', () => {
    for (const place of places)
      for (const role of ['记者', '通讯员', '特约记者', '实习生', '见习记者'])
        for (const between of ['', ' ', '：'])
          for (const people of [`${role}${between}${role}陆晓晴`, `${role}${between}${role} 陆晓晴 高远`]) {
            assert.ok(says(place(people), `\`${role}\` is here twice`), place(people));
          }
    for (const people of ['记者陆晓晴 记者高远', '记者陆晓晴 通讯员高远', '特约记者陆晓晴 记者高远'])
      for (const place of places) assert.ok(!says(place(people), 'is here twice'), people);
  });

  it('names do not run into one another', () => {
    for (const place of places)
      for (const people of [
        '记者陆晓晴高远',
        '记者高远陆晓晴',
        '记者陈晓棠周一诺',
        '记者高远周明',
        '记者王芳李静',
        '通讯员苏婷史琴',
        '记者张驰谢琳 通讯员訾禾',
      ])
        assert.ok(says(place(people), 'two names run together'), place(people));
    for (const people of [
      '记者欧阳清川',
      '记者慕容小棠',
      '记者扎西次仁',
      '记者范徐丽泰',
      '记者阿依夏木',
      '记者高桥美纪',
      '记者尼玛次仁',
    ])
      for (const place of places) assert.ok(!says(place(people), 'run together'), people);
  });

  it('names that the front matter or the staff list knows do not run into one another either', () => {
    const staff = [
      { name: '訾禾', penNames: [], roles: [] },
      { name: '濮溪', penNames: [], roles: [] },
    ] as never;
    const known = { ...houses.ours, staff };
    assert.ok(says(`中国报道讯（记者訾禾濮溪）${prose}\n`, 'two names run together: `訾禾 濮溪`', known));
    const text = `---\ntitle: 水渠\nreporters: [訾禾, 濮溪]\n---\n\n中国报道讯（记者訾禾濮溪）${prose}\n`;
    assert.ok(says(text, 'two names run together: `訾禾 濮溪`'));
    assert.ok(!says(`中国报道讯（记者訾禾 濮溪）${prose}\n`, 'run together', known));
  });

  it('the parts of a name are joined by an interpunct, not by a stop', () => {
    const { checks: set } = shippedHouse('china-report');
    const off = checks
      .filter(({ id }) => id !== 'wrong-interpunct')
      .map(({ id }) => [id, { severity: 'off' as const }]);
    const house = { ...shippedHouse('china-report'), checks: { ...set, ...Object.fromEntries(off) } };
    for (const name of [
      '古丽娜尔．买买提',
      '阿依古丽．艾山',
      '巴图尔．木合买提',
      '马克．温德姆',
      '艾则孜．吐尔逊',
      '约翰．菲尔德',
      '努尔．白克力',
    ]) {
      const text = `中国报道讯（记者${name}）${prose}\n`;
      const { bylines } = parseArticle(text).furniture;
      assert.deepEqual(
        bylines[0]?.byline.people.map(({ name: read }) => read),
        [name],
      );
      const found = review(parseArticle(text), house, { files: new Map(), now: 0 }).findings;
      assert.ok(
        found.some(({ check }) => check === 'wrong-interpunct'),
        name,
      );
    }
  });

  it('somebody who sounds like a colleague is most likely that colleague', () => {
    const staff = (...names: readonly string[]) => names.map((name) => ({ name, penNames: [], roles: [] }));
    const house = { ...houses.ours, staff: staff('贺竹', '周砚', '林晓禾') as never };
    for (const [written, near] of [
      ['何竹', '贺竹'],
      ['周艳', '周砚'],
      ['邹砚', undefined],
      ['贺梅', undefined],
      ['林小禾', '林晓禾'],
      ['林小合', '林晓禾'],
    ] as const) {
      const text = `中国报道讯（记者${written}）${prose}\n`;
      assert.equal(says(text, `did you mean \`${near ?? ''}`, house), near !== undefined, written);
    }
    assert.ok(soundAlike('何竹', '贺竹', true));
  });
});

describe('a name that a byline has twice', () => {
  it('is told wherever the byline stands, and mended by nobody but an editor', () => {
    for (const place of places)
      for (const people of ['记者 高远 高远', '记者 陆晓晴 高远 高远', '记者 高远 通讯员 陆晓晴 陆晓晴']) {
        assert.ok(says(place(people), 'named twice'), place(people));
        assert.ok(/(高远|陆晓晴)[ 、]?\1/.test(mendedInBulk(place(people), houses.ours)), place(people));
      }
    for (const people of ['记者 高远 陆晓晴', '记者 高远 通讯员 高远', '记者 高远 高远山'])
      assert.ok(!says(places[0]?.(people) ?? '', 'named twice'), people);
  });
});

describe('faults of credits', () => {
  const under = (credit: string): string =>
    `中国报道讯（陆晓晴）${prose}\n\n![水渠](a.jpg)\n图为新修的水渠。${credit}\n`;

  it('nobody can be asked about the network', () => {
    for (const credit of [
      '（网络图片）',
      '（网络图）',
      '网络图片',
      '（互联网图片）',
      '（图/网络）',
      '（图源网络）',
      '（来自网络）',
      '（网络截图）',
      '（网络配图）',
      '（图片来自网络，侵删）',
    ])
      assert.ok(says(under(credit), 'nobody to ask for the rights'), credit);
    for (const credit of ['（海州网络电视台供图）', '（图源：海州网络电视台）', '（海州网摄）'])
      assert.ok(!says(under(credit), 'nobody to ask'), credit);
  });

  it('a work is written once', () => {
    for (const [credit, mended] of [
      ['（高远摄摄）', '（高远摄）'],
      ['（高远 摄 摄）', undefined],
      ['（陆晓晴摄影摄影）', undefined],
      ['（河湾镇文化站供图供图）', '（河湾镇文化站供图）'],
    ] as const) {
      const found = signedFindings(under(credit), houses.ours);
      assert.ok(
        found.some(({ check, message }) => check === 'malformed-credit' && /twice|second/.test(message.en)),
        credit,
      );
      if (mended) assert.equal(mendedInBulk(under(credit), houses.ours), under(mended));
    }
    for (const credit of ['（李摄摄）', '（王摄 摄）']) assert.ok(!says(under(credit), 'twice'), credit);
  });
});
