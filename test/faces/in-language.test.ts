import assert from 'node:assert/strict';
import { shippedHouse } from '../../src/house/load.ts';
import { inLanguageOf } from '../../src/newsroom/in-language.ts';

describe('the language of an article by its name', () => {
  const inForce = { house: { ...shippedHouse('plain'), languages: ['zh-Hans', 'en', 'fr'] }, root: 'file:///desk' };
  const language = (path: string): string => inLanguageOf(inForce, `file:///desk/${path}`).house.language;

  it('is that of the name, or of the nearest folder that says one', () => {
    const cases: Readonly<Record<string, string>> = {
      'index.en.md': 'en',
      'index.EN.md': 'en',
      'post.en-GB.md': 'en',
      'post.en_US.mdx': 'en',
      'en/post.md': 'en',
      'content/fr/2026/post.md': 'fr',
      'en/fr/post.md': 'fr',
      'en/post.zh.md': 'zh-Hans',
      'en/post.zh-cn.md': 'zh-Hans',
      'en/post.zh-TW.md': 'en',
      '英文/post.md': 'en',
      '英语/2026/post.md': 'en',
      'English/post.md': 'en',
      'français/post.md': 'fr',
      '法文/post.md': 'fr',
      'en/中文/post.md': 'zh-Hans',
      'post.md': 'zh-Hans',
      '英文报/post.md': 'zh-Hans',
      'german/post.md': 'zh-Hans',
      'en.md': 'zh-Hans',
      'entry/post.md': 'zh-Hans',
      'post.de.md': 'zh-Hans',
      'post.end.md': 'zh-Hans',
      'v1.en.5/post.md': 'zh-Hans',
    };
    for (const [path, expected] of Object.entries(cases)) assert.equal(language(path), expected, path);
  });

  it('makes one house for each, and none where the house has no others', () => {
    assert.equal(inLanguageOf(inForce, 'file:///desk/a.en.md'), inLanguageOf(inForce, 'file:///desk/en/b.md'));
    assert.equal(inLanguageOf(inForce, 'file:///desk/a.md'), inForce);
    const one = { house: shippedHouse('plain'), root: 'file:///desk' };
    assert.equal(inLanguageOf(one, 'file:///desk/a.en.md'), one);
  });
});
