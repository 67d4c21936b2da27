import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Facts } from '../../../src/checks/check.ts';
import type { Lexicon } from '../../../src/checks/words/lexicon.ts';
import { wrongPlace } from '../../../src/checks/wrong-place.ts';
import { judge } from '../../../src/engine/review.ts';
import type { House } from '../../../src/house/house.ts';
import { shippedHouse } from '../../../src/house/load.ts';
import { parseArticle } from '../../../src/model/parse.ts';

const facts: Facts = { files: new Map(), now: 0 };
const house: House = { ...shippedHouse('china-report'), checks: {} };
const lexicon: Lexicon = JSON.parse(readFileSync('src/checks/words/lexicon.json', 'utf8'));

const found = (text: string, more: Partial<House> = {}): readonly string[] =>
  judge(parseArticle(text), { ...house, ...more }, facts, undefined, [wrongPlace]).findings.map(
    ({ at, severity }) => `${text.slice(at.start, at.end)} ${severity}`,
  );

/** Every county with its province and its prefecture; '' where it lies under the province itself. */
const counties = lexicon.places.split('\n').flatMap((line) => {
  const [province = '', ...parts] = line.split('\t');
  return parts.flatMap((part) => {
    const [prefecture = '', names = ''] = part.split(':');
    return names.split(' ').flatMap((name) => (name === '' ? [] : [{ province, prefecture, name }]));
  });
});

describe('wrong-place', () => {
  it('says nothing of any county where it lies', () => {
    assert.ok(counties.length > 2300);
    const text = counties
      .map(({ province, prefecture, name }) => `活动在${province}${prefecture}${name}举行，${prefecture}${name}。`)
      .join('\n\n');
    assert.deepEqual(found(text), []);
  });

  it('finds every county behind a province that is not its own', () => {
    const homes = (name: string): readonly string[] =>
      counties.filter((county) => county.name === name).map(({ province }) => province);
    const strays = counties.filter(({ name }) => !homes(name).includes('海南省') && !homes(name).includes('青海省'));
    const text = strays.map(({ name }, at) => `活动在${at % 2 ? '海南省' : '青海省'}${name}举行。`).join('\n\n');
    assert.deepEqual(
      found(text),
      strays.map(({ name }) => `${name} warning`),
    );
  });

  it('finds a county behind another prefecture', () => {
    assert.deepEqual(found('铜仁市桐梓县、遵义市沿河县、延边朝鲜族自治州桦甸市。'), [
      '桐梓县 warning',
      '沿河县 warning',
      '桦甸市 warning',
    ]);
  });

  it('finds a district whose name is one of its kind, and no part of a city that merely sounds like one', () => {
    assert.deepEqual(found('广东省浦东新区、北京市浦东新区、南京市余杭区、杭州市江宁区和四川省雨花台区。'), [
      '浦东新区 warning',
      '浦东新区 warning',
      '余杭区 warning',
      '江宁区 warning',
      '雨花台区 warning',
    ]);
    for (const text of [
      '上海市浦东新区、杭州市余杭区、浙江省余杭区、北京市朝阳区、广东省朝阳区。',
      '邯郸市新城区、许昌市东城区、合肥市滨湖区、成都市高新区、漳州市开发区、杭州市江宁区域中心。',
      '上海市、浦东新区和杭州市，余杭区的“南京市余杭区”是误写。',
    ])
      assert.deepEqual(found(text), [], text);
  });

  it('asks of names that were given up, and of short names where the house wants full ones', () => {
    assert.deepEqual(found('襄樊市来了三人，陕西省户县也来了。竹陵县没有来。原襄樊市，2008年襄樊市。'), [
      '襄樊市 info',
      '户县 info',
    ]);
    const wanting = (options: Readonly<Record<string, boolean>>) => ({ checks: { 'wrong-place': { options } } });
    assert.deepEqual(found('襄樊市来了三人。', wanting({ former: false })), []);
    const text = '沿河县来了三人。\n\n沿河土家族自治县的渡口，沿河县的路。';
    assert.deepEqual(found(text), []);
    assert.deepEqual(found(text, wanting({ full: true })), ['沿河县 info']);
    const prefecture = '恩施州利川市来了三人。\n\n恩施土家族苗族自治州的路，恩施州的桥。';
    assert.deepEqual(found(prefecture), []);
    assert.deepEqual(found(prefecture, wanting({ full: true })), ['恩施州 info']);
  });

  it('knows autonomous prefectures by their short names', () => {
    assert.deepEqual(found('四川省恩施州、凉山州利川市、青海海南州贵德县、延边自治州敦化市，云南大理州、大理州城。'), [
      '恩施州 warning',
      '利川市 warning',
    ]);
  });

  it('says nothing in quotations, in Traditional Chinese, and where something stands between', () => {
    assert.deepEqual(found('“铜仁市桐梓县”和铜仁市、桐梓县，湖南省与贵州省铜仁市。'), []);
    assert.deepEqual(found('铜仁市桐梓县', { language: 'zh-Hant' }), []);
  });
});
