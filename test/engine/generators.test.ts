import assert from 'node:assert/strict';
import { fixAll } from '../../src/engine/fix.ts';
import { review } from '../../src/engine/review.ts';
import { shippedHouse } from '../../src/house/load.ts';
import { parseArticle } from '../../src/model/parse.ts';
import { harm } from '../harm.ts';
import { builtHouse } from '../shipped-houses.ts';
import { manners } from './generator-articles.ts';

const facts = { files: new Map<string, boolean>(), now: Date.UTC(2026, 11, 31) };
const plain = shippedHouse('plain');

const bodies: Readonly<Record<string, string>> = {
  simplified: '河湾镇今年修好了三条水渠，灌溉面积增加了一千亩。\n\n“水到了田头，人就放心了。”陆晓晴说。',
  traditional: '河灣鎮今年修好了三條水渠，灌溉面積增加了一千畝。\n\n「水到了田頭，人就放心了。」陸曉晴說。',
  english: 'The town of Hewan repaired three canals this year.\n\n“Water has reached the fields,” Mara Quill said.',
  japanese: '河湾町は今年、三本の水路を修復した。\n\n「水が田に届けば安心だ」と陸暁晴さんは話す。',
};
const slips = '河湾镇今年修好了三条水渠。\n\n水渠,通水了...\n\n他说:"好."\n\n水渠（通水)了';
const prose = new Set(['title', 'subtitle', 'summary', 'description', 'abstract', 'excerpt', 'digest']);

describe('articles as generators and editors have them', () => {
  it('are quiet and stay as they are in a newsroom without a house, in every language', () => {
    for (const [name, write] of Object.entries(manners))
      for (const [language, body] of Object.entries(bodies)) {
        const text = write(body);
        const { findings } = review(parseArticle(text), plain, facts);
        const said = findings.filter(({ severity }) => severity !== 'info');
        assert.deepEqual(
          said.map(({ check, message }) => `${check}: ${message.en}`),
          [],
          `${name}, ${language}`,
        );
        assert.equal(fixAll(text, plain, facts).text, text, `${name}, ${language}`);
      }
  });

  it('keep what others read when their prose is mended, whatever ends their lines, and need no second time', () => {
    for (const id of ['plain', 'china-report', 'wire'])
      for (const [name, write] of Object.entries(manners))
        for (const lineEnd of ['\n', '\r\n']) {
          const text = write(slips).replaceAll('\n', lineEnd);
          const house = builtHouse(id);
          const fixed = fixAll(text, house, facts).text;
          const values = id === 'plain' ? harm(text, fixed, prose) : harm(text, fixed, new Set([...prose, 'keywords']));
          // A house that takes lists says so of a text with commas, and makes one of it.
          const harmed = values.filter((one) => !/^keywords/.test(one));
          assert.deepEqual(harmed, [], `${name} in ${id}`);
          assert.equal(fixAll(fixed, house, facts).text, fixed, `${name} in ${id}`);
          assert.equal(/(?<!\r)\n/.test(fixed), lineEnd === '\n', `${name} in ${id}`);
        }
  });

  it('have a headline in the characters of their text', () => {
    const text = `---\ntitle: 三條水渠通水\n---\n\n${bodies.traditional}\n`;
    assert.equal(fixAll(text, plain, facts).text, text);
    const mixed = '---\ntitle: 三條水渠通水\n---\n\n河湾镇今年修好了水渠，乡亲们都来看。\n';
    assert.match(fixAll(mixed, plain, facts).text, /title: 三条水渠通水/);
  });
});
