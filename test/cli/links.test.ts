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
  ['[庚]({{< ref "乡 村/庚 稿.md" >}})', ''],
  ['[庚]({{< relref `庚 稿.md` >}})', ''],
  ['{{< ref "庚 本.md" >}}', 'There is no `庚 本.md`: whoever follows this link finds nothing'],
  ['[庚](<乡 村/庚 稿.md>)', ''],
  ['[庚](乡%20村/庚%20稿.md)', ''],
  ['{{< ref "bundle" >}}', ''],
  ['{{< ref path="乡村/丁.md" >}}', 'There is no `乡村/丁.md`: whoever follows this link finds nothing'],
  ['[丁]({{< ref "丁.md" >}} "丁")', 'There is no `丁.md`: whoever follows this link finds nothing'],
  ['{{< ref "https://example.com/丁.md" >}}', ''],
  // What an article says of its own address is believed.
  ['[己](/2026/己/)', ''],
  ['[己](/旧/己.md)', ''],
  ['[己](旧/己.md?x=1#节)', ''],
  ['[己](/%E6%97%A7/%E5%B7%B1.md)', ''],
  ['[己](/站/旧/己.md)', ''],
  ['{{< ref "/旧/庚" >}}', ''],
  ['{{< relref "辛.md" >}}', ''],
  ['{{< ref "2026/己" >}}', ''],
  ['{{< ref "2026/壬" >}}', 'There is no `2026/壬`: whoever follows this link finds nothing'],
  ['[壬](/旧/壬.md)', 'There is no `/旧/壬.md`: whoever follows this link finds nothing'],
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
      '乡村/通水.md': article('渠水早到了。', '己').replace(
        'column:',
        'permalink: /2026/己/\naliases: [/旧/己.md, 旧/庚/]\nslug: 辛\ncolumn:',
      ),
      // A pattern is no address, and neither is that of another site.
      '乡村/式样.md': article('渠水晚到了。', '壬').replace(
        'column:',
        'permalink: /:year/:title/\nurl: https://a.example/旧/壬\ncolumn:',
      ),
      '乡 村/庚 稿.md': article('渠水慢到了。', '癸'),
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
