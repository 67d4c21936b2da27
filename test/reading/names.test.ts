import assert from 'node:assert/strict';
import { isChineseHouse } from '../../src/house/language.ts';
import { namesWithin } from '../../src/reading/names.ts';
import { assertGrowsEvenly } from '../work.ts';

describe('the names in one value', () => {
  for (const [text, names] of [
    ['周砚', ['周砚']],
    ['林晓禾、周砚', ['林晓禾', '周砚']],
    ['林晓禾，周砚；高远', ['林晓禾', '周砚', '高远']],
    ['林晓禾 周砚', ['林晓禾', '周砚']],
    ['林晓禾　周砚', ['林晓禾', '周砚']],
    ['林晓禾/周砚', ['林晓禾', '周砚']],
    ['林晓禾\n周砚', ['林晓禾', '周砚']],
    ['周　砚', ['周砚']],
    ['周 砚', ['周砚']],
    ['周　砚 高　远', ['周砚', '高远']],
    ['周　砚 林晓禾', ['周砚', '林晓禾']],
    ['林晓禾 周　砚', ['林晓禾', '周砚']],
    ['林 晓 禾', ['林晓禾']],
    ['阿依古丽·买买提、周砚', ['阿依古丽·买买提', '周砚']],
    ['Ann Field', ['Ann Field']],
    ['Ann Field and Ben Low', ['Ann Field', 'Ben Low']],
    ['Ann Field, Ben Low and Cai Orr', ['Ann Field', 'Ben Low', 'Cai Orr']],
    ['Ann Field & Ben Low', ['Ann Field', 'Ben Low']],
    ['Andy Sand', ['Andy Sand']],
    ['Ann Field、周砚', ['Ann Field', '周砚']],
    ['本报记者 林晓禾 实习生 周砚', ['林晓禾', '周砚']],
    ['记者林晓禾 通讯员周砚', ['林晓禾', '周砚']],
    ['本报记者林晓禾', ['林晓禾']],
    ['学生记者协会', ['学生记者协会']],
    ['通讯员小组', ['通讯员小组']],
    ['综合整理 周砚', ['周砚']],
    ['周砚 编译', ['周砚']],
    ['记者 周　砚 通讯员 高　远', ['周砚', '高远']],
    ['文 静', ['文静']],
    ['本报记者', ['本报记者']],
    [' ', []],
    ['', []],
    ['、', []],
  ] as const) {
    it(`of “${text}” are ${names.join(' | ') || 'none'}`, () => {
      const found = namesWithin(text);
      assert.deepEqual(
        found.map(({ name }) => name),
        names,
      );
      for (const { from, to, name } of found) {
        const written = text.slice(from, to);
        assert.equal(/^[A-Z]/.test(name) ? written : written.replace(/\s+/g, ''), name);
      }
    });
  }

  it('are found in time that grows with the text', () => {
    for (const unit of ['周 ', '、', ' ', 'and ', '\n', 'a ', '周　砚、']) {
      assertGrowsEvenly('names', unit, 100_000, (text) => void namesWithin(text));
    }
  });
});

describe('a house that writes Chinese', () => {
  for (const [language, chinese] of [
    ['zh', true],
    ['zh-Hans', true],
    ['ZH-hant', true],
    ['zh-HK', true],
    ['cmn-Hans-CN', true],
    ['yue', true],
    ['zh-Latn', false],
    ['za', false],
    ['zha', false],
    ['en', false],
    ['ja', false],
    ['ug-CN', false],
  ] as const) {
    it(`${language}: ${chinese}`, () => assert.equal(isChineseHouse({ language }), chinese));
  }

  it('is known by the usual tags as by the tables of the world’s languages', () => {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    for (const language of ['zh', 'zh-Hans', 'zh-Hant', 'en']) {
      for (const tag of [language, ...letters.flatMap((a) => letters.map((b) => `${language}-${a}${b}`))]) {
        const { script } = new Intl.Locale(tag).maximize();
        assert.equal(isChineseHouse({ language: tag }), script === 'Hans' || script === 'Hant', tag);
      }
    }
  });
});
