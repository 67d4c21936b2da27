import assert from 'node:assert/strict';
import { rules } from '../../src/checks/index.ts';
import { wrongEllipsis } from '../../src/checks/wrong-ellipsis.ts';
import { review } from '../../src/engine/review.ts';
import { shippedHouse } from '../../src/house/load.ts';
import { fillAll, inLocale, joinedWords, localeOfTag, spokenLocale } from '../../src/model/finding.ts';
import { parseArticle } from '../../src/model/parse.ts';
import { newsroom } from '../cli/newsroom.ts';

/** Characters that Traditional Chinese does not have, of those that our sentences are made of. */
const onlySimplified =
  /[这说们应为写图标题见项个时间没对与号误级检设选规读该务记总开关载错处页导语词汉简实现类请让给经过还进两张问门]/;

describe('Traditional Chinese', () => {
  it('is made of our own words; what is filled in stays as it is', () => {
    const said = fillAll(wrongEllipsis.messages.dots ?? { en: '', zh: '' }, { actual: '图书馆' });
    assert.equal(inLocale(said, 'zh-tw'), '省略號誤作「图书馆」，應為「……」');
    const more = joinedWords(said, fillAll({ en: '', zh: '（全文共 {count} 处）' }, { count: 30 }));
    assert.equal(inLocale(more, 'zh-tw'), '省略號誤作「图书馆」，應為「……」（全文共 30 處）');
  });

  it('leaves alone what is not ours, and what stands between backticks', () => {
    const text = { en: '陆晓晴、高远见图书馆', zh: '陆晓晴、高远见图书馆' };
    assert.equal(inLocale(text, 'zh-tw'), text.zh);
    const { summary } = rules.find(({ id }) => id === 'house-file') ?? { summary: text };
    assert.equal(inLocale(summary, 'zh-tw'), '本社的 copydesk.yml 應能讀懂，其中各項設定都有效。');
  });

  it('has every sentence of every check', () => {
    for (const { id, title, summary, messages } of rules) {
      for (const words of [title, summary, ...Object.values(messages)]) {
        // What stands between backticks is what files say.
        const said = inLocale(words, 'zh-tw').replace(/`[^`]*`|\{[^{}]*\}/g, '');
        assert.doesNotMatch(said, onlySimplified, `${id}: ${said}`);
        assert.doesNotMatch(said, /“[^”「」]+”/, `${id}: ${said}`);
      }
    }
  });

  it('is spoken of findings in an article that keeps its own characters', () => {
    const house = shippedHouse('china-report');
    const text = '---\ntitle: 图书馆开馆\n---\n\n中国报道讯（沈若舟）新图书馆--昨天开馆。\n';
    const { findings } = review(parseArticle(text), house, { files: new Map(), now: 0 });
    const dash = findings.find(({ check }) => check === 'wrong-dash');
    assert.ok(dash);
    assert.equal(inLocale(dash.message, 'zh-tw'), '破折號誤作「--」，應為「——」');
    assert.deepEqual(
      dash.fixes.map(({ title }) => inLocale(title, 'zh-tw')),
      ['改為「——」'],
    );
  });

  it('is the language of who asks for it', () => {
    for (const tag of ['zh-tw', 'zh-TW', 'zh_TW.UTF-8', 'zh-Hant', 'zh_HK.UTF-8', 'zh-Hant-MO'])
      assert.equal(localeOfTag(tag), 'zh-tw', tag);
    for (const tag of ['ZH-TW', 'ZH_hk', 'zh-CHT', 'zh_TW.Big5@radical', 'yue-HK', 'cmn-Hant-TW', 'zh-Hant-CN'])
      assert.equal(localeOfTag(tag), 'zh-tw', tag);
    for (const tag of ['zh', 'zh-cn', 'zh_CN.UTF-8', 'zh-Hans', 'zh_SG', 'zh-Hans-HK', 'ZH', 'zh-CHS', 'cmn'])
      assert.equal(localeOfTag(tag), 'zh', tag);
    for (const tag of ['en', 'de_DE', 'zha', '', 'C', 'C.UTF-8']) assert.equal(localeOfTag(tag), 'en', tag);
    for (const tag of ['de_DE', 'zh-tw!', 'zh TW', 'english', '']) assert.equal(spokenLocale(tag), undefined, tag);
    for (const tag of ['en', 'EN', 'en_GB.UTF-8']) assert.equal(spokenLocale(tag), 'en', tag);
  });

  it('is what the command line speaks when it is asked to, in any notation of its tag', async () => {
    const room = newsroom({ 'a.md': '---\ntitle: 图书馆\n---\n\n新图书馆昨天开馆。\n' });
    try {
      for (const asked of ['zh-tw', 'zh-TW', 'zh_TW', 'zh_TW.UTF-8', 'zh-Hant', 'zh-HK', 'ZH-TW'])
        for (const argv of [['--locale', asked], [`--locale=${asked}`]]) {
          const { out, err, code } = await room.run(['check', ...argv]);
          assert.equal(code, 0, err);
          assert.match(out, /沒有發現問題/, asked);
        }
      for (const [asked, said] of [
        ['zh-CN', /没有发现问题/],
        ['en-GB', /Nothing found/],
      ] as const)
        assert.match((await room.run(['check', '--locale', asked])).out, said);
      for (const asked of ['fr', 'zh-tw!', 'traditional']) {
        const { code, err } = await room.run(['check', '--locale', asked]);
        assert.equal(code, 2);
        assert.match(err, /en, zh, zh-tw|en、zh、zh-tw/);
      }
      // The languages of LANGUAGE go before that of LANG, but not before C.
      const spoken = async (env: Readonly<Record<string, string>>): Promise<string> =>
        (await room.run(['check'], { env })).out;
      assert.match(await spoken({ LANG: 'en_US.UTF-8', LANGUAGE: 'fr:zh_TW:zh' }), /沒有發現問題/);
      assert.match(await spoken({ LANG: 'C', LANGUAGE: 'zh_TW' }), /Nothing found/);
      assert.match(await spoken({ LC_ALL: 'zh_HK', LANG: 'en_US' }), /沒有發現問題/);
    } finally {
      room.remove();
    }
  });

  it('is what the command line speaks where the terminal does', async () => {
    const room = newsroom({ 'a.md': '---\ntitle: 图书馆\n---\n\n新图书馆昨天开馆。\n' });
    try {
      const { out } = await room.run(['check'], { env: { LANG: 'zh_TW.UTF-8' } });
      assert.match(out, /沒有發現問題/);
      assert.match(await room.run(['explain'], { env: { LANG: 'zh_TW.UTF-8' } }).then((ran) => ran.out), /省略號/);
    } finally {
      room.remove();
    }
  });
});
