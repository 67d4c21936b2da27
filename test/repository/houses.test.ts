import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { checks } from '../../src/checks/index.ts';
import { faultsOf } from '../../src/engine/house-cases.ts';
import { houseIds, resolveHouse, shippedHouse } from '../../src/house/load.ts';
import type { Written } from '../../src/model/finding.ts';

const houses = houseIds.map((id) => shippedHouse(id));
const advice = 'UPDATE=1 npm run test:pure -- repository rewrites it';

/** Writes a file where it may be rewritten, and holds it to what it should be elsewhere. */
function hold(file: string, actual: string, wanted: string): void {
  if (process.env.UPDATE === '1' && actual !== wanted) writeFileSync(file, wanted);
  else assert.equal(actual, wanted, advice);
}

interface Manifest {
  contributes: { configuration: { properties: Record<string, { enum?: string[]; enumDescriptions?: string[] }> }[] };
}

const languages: readonly (readonly [Written, string, string])[] = [
  ['en', 'README.md', 'package.nls.json'],
  ['zh', 'README.zh-CN.md', 'package.nls.zh-cn.json'],
];

describe('the list of shipped houses', () => {
  it('is that of the setting copydesk.house', () => {
    const text = readFileSync('package.json', 'utf8');
    const manifest = JSON.parse(text) as Manifest;
    const setting = manifest.contributes.configuration
      .map(({ properties }) => properties['copydesk.house'])
      .find(Boolean);
    assert.ok(setting);
    setting.enum = [...houseIds];
    setting.enumDescriptions = houseIds.map((id) => `%setting.house.${id}%`);
    hold('package.json', text, `${JSON.stringify(manifest, null, 2)}\n`);
  });

  for (const [locale, readme, nls] of languages) {
    it(`is that of ${nls}, in its language`, () => {
      const text = readFileSync(nls, 'utf8');
      const wanted: Record<string, string> = {};
      for (const [key, value] of Object.entries(JSON.parse(text) as Record<string, string>)) {
        if (!key.startsWith('setting.house.')) wanted[key] = value;
        // After the sentence about the setting, one about each house.
        if (key === 'setting.house')
          for (const { id, about } of houses) wanted[`setting.house.${id}`] = about?.[locale] ?? '';
      }
      hold(nls, text, `${JSON.stringify(wanted, null, 2)}\n`);
    });

    it(`${readme} shows a pattern whose cases hold`, () => {
      const text = readFileSync(readme, 'utf8');
      const start = text.indexOf('1. **');
      const walk = text.slice(start, text.indexOf('\n### ', start));
      const blocks = [...walk.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, block = '']) =>
        block.replace(/^ {3}/gm, ''),
      );
      assert.equal(blocks.length, 2);
      const resolved = resolveHouse({ text: blocks.join('') }, checks);
      assert.equal(resolved.cases.length, 3);
      assert.deepEqual(faultsOf(resolved), []);
    });

    it(`is that of ${readme}`, () => {
      const rows = houses.map(({ id, about, byline: { forms } }) => {
        const first = forms[0] === undefined ? '' : `\`${forms[0]}\``;
        return `| [\`${id}\`](src/house/${id}.yml) | ${about?.[locale] ?? ''} | ${first} |`;
      });
      const head = locale === 'en' ? '| house | whose practice | its first form |' : '| 规范 | 写法 | 首选格式 |';
      const text = readFileSync(readme, 'utf8');
      const opening = /<!-- houses: [^>]*-->\n/.exec(text);
      assert.ok(opening, 'the table has its marks');
      const from = opening.index + opening[0].length;
      const table = `\n${[head, '|---|---|---|', ...rows].join('\n')}\n\n`;
      hold(readme, text, text.slice(0, from) + table + text.slice(text.indexOf('<!-- /houses -->')));
    });
  }
});
