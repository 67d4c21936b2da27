import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Facts } from '../../../src/checks/check.ts';
import { wrongWord } from '../../../src/checks/wrong-word.ts';
import { fixAll } from '../../../src/engine/fix.ts';
import { fixEdits } from '../../../src/engine/fix-edits.ts';
import { judge } from '../../../src/engine/review.ts';
import type { CheckSetting, House } from '../../../src/house/house.ts';
import { shippedHouse } from '../../../src/house/load.ts';
import { parseArticle } from '../../../src/model/parse.ts';
import { applyEdits } from '../../../src/model/range.ts';
import { type Row, rows } from './wrong.ts';

const facts: Facts = { files: new Map(), now: 0 };
const shipped = shippedHouse('china-report');

const houseWith = (setting: CheckSetting, more: Partial<House> = {}): House => ({
  ...shipped,
  checks: { 'wrong-word': setting },
  ...more,
});
const plain = houseWith({});
const wordy = houseWith({ options: { variants: 'all' } });

const found = (text: string, house = plain): readonly string[] =>
  judge(parseArticle(text), house, facts, undefined, [wrongWord]).findings.map(
    ({ at, severity }) => `${text.slice(at.start, at.end)} ${severity}`,
  );

/** Sentences of our own in which a word may stand whatever it means. */
const frames: readonly (readonly [string, string])[] = [
  ['稿件送审，', '。'],
  ['（', '）见海州的来稿。'],
  ['', '，周砚这样写。'],
];

describe('wrong-word', () => {
  const list = rows();

  it('knows fourteen hundred words, each once', () => {
    assert.equal(new Set(list.map(({ wrong }) => wrong)).size, list.length);
    assert.ok(list.length > 1400);
    for (const { wrong, right, legitimate } of list) {
      assert.notEqual(wrong, right);
      for (const whole of legitimate) assert.ok(whole.includes(wrong) && whole !== wrong, `${wrong}: ${whole}`);
    }
  });

  it('finds every word of the list with its exact range, and mends it back', () => {
    for (const [before, after] of frames) {
      const text = list.map(({ wrong }) => before + wrong + after).join('\n\n');
      const article = parseArticle(text);
      const { findings } = judge(article, wordy, facts, undefined, [wrongWord]);
      const said = findings.map(({ at }) => text.slice(at.start, at.end));
      assert.deepEqual(
        said,
        list.map(({ wrong }) => wrong),
      );
      const edits = findings.flatMap((finding) => {
        const [fix] = finding.fixes;
        return (fix && fixEdits(finding, fix)) ?? [];
      });
      assert.equal(applyEdits(text, edits), list.map(({ right }) => before + right + after).join('\n\n'));
    }
  });

  it('mends in bulk what is beyond doubt, and then has nothing more to say of it', () => {
    const certain = list.filter(({ level, mark }) => level === 'error' && mark === '');
    const write = (word: keyof Pick<Row, 'wrong' | 'right'>): string =>
      certain.map((row) => `稿件送审，${row[word]}。`).join('\n\n');
    const { text, findings } = fixAll(write('wrong'), plain, facts, { rules: [wrongWord] });
    assert.equal(text, write('right'));
    assert.deepEqual(findings, []);
  });

  it('says nothing of what the list knows to be right, however it is spelt around', () => {
    const wrongly = list.flatMap(({ wrong, legitimate }) =>
      legitimate.flatMap((whole) => found(`海州的${whole}，`, wordy).filter((said) => said.startsWith(`${wrong} `))),
    );
    assert.deepEqual(wrongly, []);
  });

  it('says nothing where two words meet', () => {
    for (const text of [
      '补偿试点、赔偿试算都在做',
      '贯彻军委部署，贯彻职能调整',
      '他在研究竞争规律，投资讯息不多',
      '自己经手的事，知己经年不见',
      '检查长江大堤，检查长廊',
      '同时侯志坚也到了，当时侯先生不在',
    ])
      assert.deepEqual(found(text), [], text);
  });

  it('says nothing where words meet that together look like one of ours', () => {
    const lines = readFileSync('test/checks/words/words-that-meet.txt', 'utf8').trimEnd().split('\n');
    assert.ok(lines.length > 30);
    for (const line of lines) assert.deepEqual(found(line), [], line);
  });

  it('reads the longest word, and each once', () => {
    assert.deepEqual(found('他是入党积极份子，欢渡春节。'), ['入党积极份子 error', '欢渡春节 error']);
  });

  it('leaves names alone that the newsroom or the article knows', () => {
    assert.deepEqual(found('省里表杨了他，李博奕也在。'), ['表杨 warning', '博奕 warning']);
    const staff = [{ name: '李博奕', line: 0 }] as unknown as House['staff'];
    assert.deepEqual(found('李博奕也在，这是一场博奕。', houseWith({}, { staff })), ['博奕 warning']);
    assert.deepEqual(found('中国报道讯（记者 尤如俊 松驰）松驰到河湾镇看路。'), []);
  });

  it('takes a role with a slip in it for nobody’s name', () => {
    assert.deepEqual(found('中国报道讯（记者 高远 通迅员 陆晓晴）到河湾镇看路。'), ['通迅 error']);
  });

  it('asks of variant forms only where the house wants them, and never in the words of others', () => {
    const text = '他的成份好，《惟一》写了澹泊，“澹泊难得”，惟独他不是。';
    assert.deepEqual(found(text), []);
    assert.deepEqual(found(text, houseWith({ options: { variants: 'national' } })), ['成份 info', '澹泊 info']);
    assert.deepEqual(found(text, wordy), ['成份 info', '澹泊 info', '惟独 info']);
  });

  it('is silent on what the house accepts, in Traditional Chinese, in Japanese, in code and in addresses', () => {
    assert.deepEqual(found('渡假去，按装灯', houseWith({ options: { accept: ['渡假'] } })), ['按装 error']);
    assert.deepEqual(found('按装路灯', houseWith({}, { language: 'zh-Hant-HK' })), []);
    assert.deepEqual(found('いまは按装をしています。'), []);
    assert.deepEqual(found('用 `按装` 命令，见 https://example.com/按装/a'), []);
  });

  it('leaves a word alone of which the text speaks', () => {
    assert.deepEqual(found('校对说，“按装”应为“安装”。'), []);
    assert.deepEqual(found('镇里“按装”了路灯。'), ['按装 error']);
  });
});
