import assert from 'node:assert/strict';
import { article, type Newsroom, newsroom } from './newsroom.ts';

/** Links as they are written, and what is said of each: '' for nothing. */
const links: readonly (readonly [written: string, said: string])[] = [
  ['[甲](乡村/甲.md)', ''],
  ['[甲](<乡村/甲.md#节>)', ''],
  ['[甲](%E4%B9%A1%E6%9D%91/%E7%94%B2.md)', ''],
  ['[甲](./乡村/甲.md?x=1)', ''],
  ['[甲](时政/甲.md)', 'There is no `时政/甲.md`: did you mean `乡村/甲.md`?'],
  ['[丁](乡村/丁.md)', 'There is no `乡村/丁.md`: whoever follows this link finds nothing'],
  ['[丁](/乡村/丁.md)', 'There is no `/乡村/丁.md`: whoever follows this link finds nothing'],
  ['[甲](/乡村/甲.md)', ''],
  // A generator may find a bare name wherever it is.
  ['[甲](甲.md)', ''],
  ['[外](../外.md)', ''],
  ['[页](/2026/甲/)', ''],
  ['[页](甲)', ''],
  ['[页](乡村/丁.html)', ''],
  ['[藏](.github/丁.md)', ''],
  ['[别站](https://example.com/丁.md)', ''],
  ['[上](#丁.md)', ''],
  ['`[丁](乡村/丁.md)`', ''],
  ['{{< ref "乡村/甲.md" >}}', ''],
  ['{{% relref "/乡村/甲" %}}', ''],
  ['{{< ref "甲" >}}', ''],
  ['{{< ref "/乡村" >}}', ''],
  ['{{< ref "bundle" >}}', ''],
  ['{{< ref path="乡村/丁.md" >}}', 'There is no `乡村/丁.md`: whoever follows this link finds nothing'],
  ['[丁]({{< ref "丁.md" >}} "丁")', 'There is no `丁.md`: whoever follows this link finds nothing'],
  ['{{< ref "https://example.com/丁.md" >}}', ''],
  ['{% post_url 2026-05-02-canal %}', ''],
  ['{% post_url 2026-05-03-canal %}', 'There is no `2026-05-03-canal`: whoever follows this link finds nothing'],
  ['{% link _posts/2026-05-02-canal.md %}', ''],
  [
    '{% link _posts/2026-05-04-canal.md %}',
    'There is no `_posts/2026-05-04-canal.md`: whoever follows this link finds nothing',
  ],
  ['{% link files/a.pdf %}', ''],
  ['{% link {{ page.file }} %}', ''],
];

describe('links to other articles', () => {
  let room: Newsroom;
  before(() => {
    room = newsroom({
      'copydesk.yml': 'extends: china-report\n',
      '乡村/甲.md': article('渠水到了。', '甲'),
      'bundle/index.zh.md': article('渠水又到了。', '乙'),
      '_posts/2026-05-02-canal.md': article('渠水再到了。', '丙'),
    });
  });
  after(() => room.remove());

  for (const [written, said] of links) {
    it(`${written}: ${said === '' ? 'nothing' : said}`, async () => {
      room.write('a.md', article(`渠水，${written}。`, '戊'));
      const { out } = await room.run(['check', '--format', 'ndjson', '--check', 'broken-link', 'a.md']);
      const messages = out
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line).message);
      assert.deepEqual(messages, said === '' ? [] : [said]);
    });
  }

  it('are as they are when the other article comes', async () => {
    room.write('a.md', article('渠水，[丁](乡村/丁.md)。', '戊'));
    const run = () => room.run(['check', '--cache', '--cache-location', 'c.json', '--check', 'broken-link', 'a.md']);
    assert.match((await run()).out, /丁\.md/);
    room.write('乡村/丁.md', article('渠水四到了。', '丁'));
    assert.doesNotMatch((await run()).out, /There is no/);
  });
});
