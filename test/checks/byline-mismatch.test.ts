import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checks } from '../../src/checks/index.ts';
import { fixEdits } from '../../src/engine/fix.ts';
import { review } from '../../src/engine/review.ts';
import { resolveHouse, shippedHouse } from '../../src/house/load.ts';
import { parseArticle } from '../../src/model/parse.ts';
import { applyEdits } from '../../src/model/range.ts';

const house = shippedHouse('china-report');
const facts = { files: new Map<string, boolean>(), now: Date.UTC(2026, 4, 4) };

/** The article after each of the fixes of its mismatch, by the fix's title. */
function mended(text: string): readonly (readonly [title: string, text: string])[] {
  const article = parseArticle(text);
  const found = review(article, house, facts).findings.find(({ check }) => check === 'byline-mismatch');
  return (found?.fixes ?? []).map((fix) => {
    const edits = (found && fixEdits(found, fix)) ?? [];
    return [fix.title.en, applyEdits(text, edits)] as const;
  });
}

const isAtOdds = (text: string): boolean =>
  review(parseArticle(text), house, facts).findings.some(({ check }) => check === 'byline-mismatch');

function pair(front: string, byline: string): string {
  return `---\ntitle: 水渠\n${front}\n---\n\n${byline}河湾镇今年修好了三条水渠，春耕用水不再发愁。\n`;
}

describe('fixes of byline-mismatch', () => {
  it('put a name for a name, in whatever form the byline is written', () => {
    const front = 'reporters:\n  - 陆晓晴 # 组长\n  - 高远';
    const text = pair(front, '中国报道讯（记者陆晓晴、程慎）');
    assert.deepEqual(
      mended(text).map(([, after]) => after),
      [text.replace('- 高远', '- 程慎'), text.replace('、程慎', '、高远')],
    );
  });

  it('add a name after those of its role, and take one out', () => {
    const more = pair('reporters: [陆晓晴, 高远]\ncorrespondents: [程慎]', '中国报道讯（记者陆晓晴 通讯员程慎）');
    assert.equal(
      mended(more)[1]?.[1],
      more.replace('（记者陆晓晴', '（记者陆晓晴、高远').replace('晴、高', `晴${house.byline.nameSeparator}高`),
    );
    const less = pair('reporters: [陆晓晴]', '中国报道讯（记者陆晓晴、高远）');
    assert.equal(mended(less)[1]?.[1], less.replace('、高远', ''));
  });

  it('are asked of no translator, of no photographer without a field, and of no outlet that is its own author', () => {
    const { house: plain, faults } = resolveHouse(
      {
        text: 'extends: plain\nfields: {title: {type: text, role: title}, author: {type: people, role: reporters, alone: text}}\nbyline: {position: under-title, forms: ["编译／{translators}", "文字：{reporters}　图片：{photographers}", "新华社{place}{date}电（记者{reporters}）"]}\n',
      },
      checks,
    );
    assert.ok(plain, JSON.stringify(faults));
    const said = (author: string, byline: string) =>
      review(
        parseArticle(`---\ntitle: 水渠\nauthor: ${author}\n---\n\n${byline}\n\n河湾镇今年修好了三条水渠。\n`),
        plain,
        facts,
      )
        .findings.filter(({ check }) => check === 'byline-mismatch')
        .map(({ message }) => message.en);
    assert.deepEqual(said('高远', '编译／周砚'), []);
    assert.deepEqual(said('[高远, 周砚]', '文字：高远　图片：周砚'), []);
    assert.deepEqual(said('新华社', '新华社海州4月12日电（记者高远）河湾镇的渠修好了。'), []);
    assert.equal(said('[高远, 程慎]', '文字：高远　图片：周砚').length, 1);
    assert.equal(said('程慎', '新华社海州4月12日电（记者高远）河湾镇的渠修好了。').length, 1);
  });

  it('leave nothing at odds, whoever is named where', () => {
    const names = ['陆晓晴', '高远', '程慎', '欧阳明月', '马克·温德姆'];
    const some = fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 3 });
    const separators = fc.constantFrom('、', ' ');
    fc.assert(
      fc.property(
        some,
        some,
        fc.option(fc.constantFrom('苏禾', '尚林溪')),
        fc.option(fc.constantFrom('苏禾', '尚林溪')),
        separators,
        (given, signed, contributor, helper, separator) => {
          const front = `reporters: [${given.join(', ')}]${contributor === null ? '' : `\ncorrespondents: [${contributor}]`}`;
          const byline = `中国报道讯（记者${signed.join(separator)}${helper === null ? '' : ` 通讯员${helper}`}）`;
          const text = pair(front, byline);
          for (const [title, after] of mended(text)) assert.ok(!isAtOdds(after), `${title}\n${text}\n${after}`);
        },
      ),
      { numRuns: 200 },
    );
  });
});
