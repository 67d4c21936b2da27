import assert from 'node:assert/strict';
import { fixAll } from '../../src/engine/fix.ts';
import { review } from '../../src/engine/review.ts';
import { shippedHouse } from '../../src/house/load.ts';
import { readStaff } from '../../src/house/staff.ts';
import { parseArticle } from '../../src/model/parse.ts';

const house = { ...shippedHouse('china-report'), staff: readStaff('staff: [周砚, 高远]\n').people };
const facts = { files: new Map<string, boolean>(), now: Date.UTC(2026, 10, 20) };

const article = (title: string, column: string, reporters: string, published: string) =>
  `---\ntitle: ${title}\ncolumn: ${column}\nreporters: ${reporters}\npublished: ${published}\n---\n\n中国报道讯（记者周砚 高远）河湾镇今年修好了三条水渠。\n`;

const plain = article('水渠通水', '乡村', '[周砚, 高远]', '2026-11-02 08:00:00');

/** The checks that find something, each as often as it does. */
const found = (text: string): readonly string[] =>
  review(parseArticle(text), house, facts)
    .findings.map(({ check }) => check)
    .filter((check) => check !== 'invisible-character')
    .sort();

describe('values with characters that nobody sees', () => {
  for (const hidden of ['\u200b', '\u200e', '\u2060', '\ufeff', '\u3164', '\u00ad', '\u0007']) {
    const code = `U+${hidden.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
    const written: Readonly<Record<string, string>> = {
      'in a name': article('水渠通水', '乡村', `[周${hidden}砚, 高远]`, '2026-11-02 08:00:00'),
      'after a quoted name': article('水渠通水', '乡村', `["周砚${hidden}", '高${hidden}远']`, '2026-11-02 08:00:00'),
      'in a list of lines': article(
        '水渠通水',
        '乡村',
        `\n  - 周砚${hidden}\n  - ${hidden}高远`,
        '2026-11-02 08:00:00',
      ),
      'in a column': article('水渠通水', `乡${hidden}村`, '[周砚, 高远]', '2026-11-02 08:00:00'),
      'before a column': article('水渠通水', `${hidden}乡村`, '[周砚, 高远]', '2026-11-02 08:00:00'),
      'in a title': article(`水渠${hidden}通水${hidden}`, '乡村', '[周砚, 高远]', '2026-11-02 08:00:00'),
      'after a date': article('水渠通水', '乡村', '[周砚, 高远]', `2026-11-02 08:00:00${hidden}`),
    };
    for (const [place, text] of Object.entries(written)) {
      // YAML allows no control character but in its own way.
      if (hidden === '\u0007') continue;
      it(`${code} ${place} is said, and nothing else`, () => {
        assert.deepEqual(found(text), found(plain));
        const { findings } = review(parseArticle(text), house, facts);
        assert.ok(findings.some(({ check }) => check === 'invisible-character'));
        const mended = fixAll(text, house, facts).text;
        assert.equal(mended.includes(hidden), false);
        assert.equal(fixAll(mended, house, facts).text, mended);
      });
    }
  }

  it('are edited around', () => {
    const text = plain.replace('title: 水渠通水', 'title: 水\u200b渠,通水');
    const value = parseArticle(text).frontMatter.entries[0]?.value;
    assert.equal(value?.kind === 'scalar' && value.value, '水渠,通水');
    assert.match(fixAll(text, house, facts).text, /title: 水渠，通水\n/);
  });
});

describe('dots at the end of a headline', () => {
  for (const dots of ['......', '...', '。。。', '......"'])
    it(`are an ellipsis: ${dots}`, () => {
      const open = dots.endsWith('"') ? '"' : '';
      const text = plain.replace('水渠通水', `${open}未完待续${dots}`).replace('\n\n中', '\n\n##### 晚橙...\n\n中');
      const mended = fixAll(text, house, facts).text;
      assert.ok(mended.includes(`title: ${open}未完待续……${open}\n`), mended);
      assert.ok(mended.includes('##### 晚橙……\n'), mended);
    });
});
