import assert from 'node:assert/strict';
import type { Facts } from '../../src/checks/check.ts';
import { checks } from '../../src/checks/index.ts';
import { longTitle } from '../../src/checks/long-title.ts';
import { judge } from '../../src/engine/review.ts';
import { resolveHouse } from '../../src/house/load.ts';
import { parseArticle } from '../../src/model/parse.ts';

const facts: Facts = { files: new Map(), now: 0 };

function limits(settings: string, article: string): readonly unknown[] {
  const text = `extends: chinese\nfields: {language: {type: text, role: language}}\n${settings}`;
  const { house } = resolveHouse({ text }, checks);
  assert.ok(house);
  return judge(parseArticle(article), house, facts, undefined, [longTitle]).findings.map(({ message }) => message.en);
}

const headline = 'Yunling and Wanghai open a shared rice nursery for farmers';

describe('long-title', () => {
  it('counts by the language of the article, in a house of another one', () => {
    const article = (language: string, title: string): string =>
      `---\ntitle: ${title}\nlanguage: ${language}\n---\n\nThe nursery opened.\n`;
    assert.deepEqual(limits('', article('en', headline)), []);
    assert.deepEqual(limits('', article('en', `${headline} of both districts, who pair up`)), [
      'This headline is 89 characters long; the limit is 80',
    ]);
    assert.deepEqual(limits('checks: {long-title: {letters: 50}}\n', article('en', headline)), [
      'This headline is 58 characters long; the limit is 50',
    ]);
    assert.deepEqual(limits('', article('zh', '云岭镇与望海区签订共建协议并启用集中育秧中心，两地农技人员结对')), [
      'This headline is 31 characters long; the limit is 30',
    ]);
  });

  it('takes the limit of a house that writes another language', () => {
    const article = `---\ntitle: ${headline}\n---\n\nThe nursery opened.\n`;
    assert.deepEqual(limits('language: en\n', article), []);
    assert.deepEqual(limits('language: en\nchecks: {long-title: {max: 40}}\n', article), [
      'This headline is 58 characters long; the limit is 40',
    ]);
  });
});
