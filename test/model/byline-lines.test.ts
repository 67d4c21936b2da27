import assert from 'node:assert/strict';
import { readByline } from '../../src/model/byline/read-byline.ts';
import { parseArticle } from '../../src/model/parse.ts';

const people = (text: string): string | undefined =>
  readByline(text, 'line')
    ?.people.map(({ name, role }) => `${role ?? ''}=${name}`)
    .join(' ');

describe('lines of people', () => {
  it('go over several lines', () => {
    assert.equal(people('文｜陆晓晴\n图｜高远'), '文=陆晓晴 图=高远');
    assert.equal(people('记者 陆晓晴\n通讯员 高远'), '记者=陆晓晴 通讯员=高远');
    assert.equal(people('作者：陆晓晴\n编辑：高远\n校对：周砚'), '作者=陆晓晴 编辑=高远 校对=周砚');
    const { bylines } = parseArticle('文｜陆晓晴\\\n图｜高远\n\n河湾镇今年修好了三条水渠。\n').furniture;
    assert.deepEqual(
      bylines.map(({ byline }) => byline.people.length),
      [2],
    );
  });

  it('have the moment of publishing beside them', () => {
    for (const [text, expected, date] of [
      ['陆晓晴 2024-11-09 10:24', '=陆晓晴', '2024-11-09'],
      ['记者 陆晓晴 2024年11月9日 10:24:05', '记者=陆晓晴', '2024年11月9日'],
      ['作者：陆晓晴 发布时间：2024/11/9', '作者=陆晓晴', '2024/11/9'],
      ['发布时间：2024-11-09 作者：陆晓晴', '作者=陆晓晴', '2024-11-09'],
    ] as const) {
      assert.equal(people(text), expected);
      assert.equal(readByline(text, 'line')?.date?.text, date);
    }
  });

  it('say where from behind a name of two characters, too', () => {
    const read = readByline('（中央社記者陸晴花蓮縣7日電）', 'line');
    assert.deepEqual([read?.people.map(({ name }) => name), read?.place?.text], [['陸晴'], '花蓮縣']);
  });

  it('name the body beside its people, run into them or not', () => {
    assert.equal(people('（河湾镇水管所陆晓晴）'), '=陆晓晴');
    assert.equal(people('河湾镇文化站 陆晓晴'), '=陆晓晴');
    assert.equal(people('通讯员 陆晓晴 鹭港镇'), '通讯员=陆晓晴');
    assert.equal(people('海州日报陆晓晴综合报道'), '综合报道=陆晓晴');
    assert.equal(people('（海州市社科院课题组，执笔人：陆晓晴）'), '执笔人=陆晓晴');
    assert.equal(people('（作者为河湾镇水渠村党支部书记陆晓晴）'), '作者=陆晓晴');
    assert.equal(people('河湾镇中心卫生院'), undefined);
  });

  it('stand side by side in brackets of their own', () => {
    assert.equal(people('（记者 陆晓晴）（通讯员 高远）'), '记者=陆晓晴 通讯员=高远');
    const head = readByline('本报讯（记者陆晓晴）（通讯员高远）河湾镇今年修好了三条水渠。', 'head');
    assert.equal(head?.people.map(({ name }) => name).join(' '), '陆晓晴 高远');
  });
});
