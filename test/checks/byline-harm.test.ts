import assert from 'node:assert/strict';
import { fixEdits } from '../../src/engine/fix.ts';
import { applyEdits } from '../../src/model/range.ts';
import { houses, mendedInBulk, signedFindings } from './signed.ts';

const prose = '河湾镇今年修好了三条水渠，春耕用水不再发愁。';
const before = `${prose}\n\n镇里还请来技术员，到田头教大家看苗施肥。\n\n`;

/** Lines that are no bylines, or not the house's: no fix in bulk touches them, wherever they stand. */
const untouched = [
  '关于作者',
  '**关于记者**',
  '关于译者',
  '关于编辑',
  '周晓主持人',
  '陆晓晴编辑',
  '高远主编',
  '刘奇、黄东旭、崔秋',
  '刘奇，黄东旭，崔秋',
  '刘奇 / 黄东旭',
  '刘奇＆黄东旭',
  '（刘奇、黄东旭）',
  '(刘奇、黄东旭)',
  '甲&乙',
  '作者：甲&乙',
  '作者：刘奇、黄东旭',
  '作者 / 刘奇，黄东旭',
  '文：刘奇、黄东旭',
  '监制丨陆晓晴',
  '海州日报 记者 刘奇、黄东旭',
  '（海州日报 记者 刘奇、黄东旭）',
];

/** Bylines whose bracket never closes, with what follows them. */
const unclosed = [
  '中国报道讯（记者陆晓晴 高远河湾镇今年修好了三条水渠。',
  '中国报道讯（记者陆晓晴河湾镇今年修好了三条水渠。',
  '中国报道讯（陆晓晴 通讯员高远河湾镇今年修好了三条水渠。',
  '中国报道讯（记者 陆晓晴、高远据海州通讯社17日报道，水渠通水。',
  '（记者 陆晓晴、高远据海州通讯社17日报道，水渠通水。',
  '中国报道讯（记者陆晓晴 高远 6月17日，河湾镇的水渠通水。',
  '中国报道讯（记者陆晓晴，河湾镇今年修好了三条水渠。',
  '中国报道讯（陆晓晴 通讯员高远',
];

describe('bylines in bulk', () => {
  it('leave alone what is no byline, or not in a form of the house', () => {
    for (const house of [houses.ours, houses.plain, houses.paper, houses.magazine])
      for (const line of untouched)
        for (const text of [`${line}\n\n${before}`, `${before}${line}\n`, `${before}${prose}${line}\n`])
          assert.equal(mendedInBulk(text, house), text);
  });

  it('close no bracket at a guess, and offer where it may close one by one', () => {
    for (const line of unclosed) {
      const text = `${line}\n\n${before}`;
      for (const house of [houses.ours, houses.plain, houses.paper])
        assert.equal(mendedInBulk(text, house), text, line);
      const found = signedFindings(text, houses.ours).filter(
        ({ check, message }) => check === 'malformed-byline' && /never closed/.test(message.en),
      );
      assert.equal(found.length, 1, `${line}: ${found.length} findings`);
      const [finding] = found;
      const results = (finding?.fixes ?? []).map((fix) => applyEdits(text, (finding && fixEdits(finding, fix)) ?? []));
      assert.ok(results.length > 0, line);
      assert.equal(new Set(results).size, results.length, line);
      assert.ok(finding?.fixes.every(({ safe }) => !safe));
    }
    const text = `中国报道讯（记者陆晓晴 高远河湾镇今年修好了三条水渠。\n\n${before}`;
    const [finding] = signedFindings(text, houses.ours).filter(({ check }) => check === 'malformed-byline');
    const results = (finding?.fixes ?? []).map(
      (fix) => applyEdits(text, (finding && fixEdits(finding, fix)) ?? []).split('\n')[0],
    );
    assert.ok(results.includes('中国报道讯（记者陆晓晴 高远）河湾镇今年修好了三条水渠。'), results.join('|'));
  });

  it('mend the house’s own bylines still', () => {
    for (const [written, expected] of [
      ['中国报道讯(陆晓晴 通讯员高远)', '中国报道讯（陆晓晴 通讯员高远）'],
      ['中国报道讯（记者陆晓晴、高远）', '中国报道讯（记者陆晓晴 高远）'],
      ['中国报道讯（记者 记者陆晓晴）', '中国报道讯（记者陆晓晴）'],
      ['中国报道讯（陆晓晴通讯员高远）', '中国报道讯（陆晓晴 通讯员高远）'],
    ])
      assert.equal(mendedInBulk(`${written}${prose}\n`, houses.ours), `${expected}${prose}\n`);
  });

  it('pull no caption into a credit', () => {
    for (const [written, expected] of [
      ['水渠通水仪式现场 高远/摄', '水渠通水仪式现场 （高远摄）'],
      ['水渠通水仪式现场 高远 摄', '水渠通水仪式现场 （高远摄）'],
      ['村民在渠边洗菜 通讯员 高远 摄', '村民在渠边洗菜 （通讯员高远摄）'],
      ['渠首一景 高远/摄', '渠首一景 （高远摄）'],
      ['技术员在田头教大家看苗施肥，高远摄', '技术员在田头教大家看苗施肥，（高远摄）'],
      ['开渠仪式 晚会 高远摄', '开渠仪式 晚会 高远摄'],
      ['收割 现场 高远/摄', '收割 现场 （高远摄）'],
      ['新渠通水后的河湾镇 訾禾 高远 摄', '新渠通水后的河湾镇 訾禾 高远 摄'],
    ]) {
      const text = `中国报道讯（陆晓晴）${prose}\n\n![水渠](canal.jpg)\n${written}\n`;
      assert.equal(mendedInBulk(text, houses.ours), text.replace(written ?? '', expected ?? ''));
    }
  });
});
