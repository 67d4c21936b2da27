import assert from 'node:assert/strict';
import { rangeOf, type Session, startSession } from './session.ts';

const files = { 'copydesk.yml': 'extends: china-report\n' };
const article = (byline: string): string =>
  `---\ntitle: 柳叶渡的晚橙\ncolumn: 乡村\n---\n\n${byline}柳叶渡今年的晚橙红了，河湾镇的人都来看。\n`;

describe('language server: the byline under the cursor', () => {
  let session: Session;
  afterEach(() => session.stop());

  /** The first action where `cursor` stands, chosen; its title and the article after it. */
  async function chosen(byline: string, cursor: string, locale = 'zh-cn') {
    session = await startSession({ files, locale });
    const text = article(byline);
    const uri = session.open('a.md', text);
    await session.diagnostics(uri);
    const { start } = rangeOf(text, cursor);
    const [action] = await session.actions(uri, { start, end: start });
    if (action?.edit && /^(?:改为|Change to)/.test(action.title)) session.apply(uri, action.edit);
    return { title: action?.title, text: session.text(uri) };
  }

  for (const [byline, mended] of [
    ['中国报道讯(周砚 通讯员 何竹)', '中国报道讯（周砚 通讯员何竹）'],
    ['中国报道讯(周砚 通讯员何竹）', '中国报道讯（周砚 通讯员何竹）'],
    ['中国报道讯（记者周砚,通讯员 何竹）', '中国报道讯（记者周砚 通讯员何竹）'],
    ['中国报道讯(记者 周砚、通讯员 何竹)', '中国报道讯（记者周砚 通讯员何竹）'],
  ] as const) {
    for (const cursor of ['中国报道讯', '周砚', '何竹', '柳叶渡今年'] as const) {
      it(`is mended as a whole from “${cursor}”: ${byline}`, async () => {
        assert.deepEqual(await chosen(byline, cursor), { title: `改为“${mended}”`, text: article(mended) });
      });
    }
  }

  it('is tied to what is found in the byline and preferred, so that editors list it first', async () => {
    session = await startSession({ files, locale: 'en' });
    const text = article('中国报道讯(周砚 通讯员 何竹)');
    const uri = session.open('a.md', text);
    await session.diagnostics(uri);
    const [action] = await session.actions(uri, rangeOf(text, '周砚 通讯员 何竹'));
    assert.equal(action?.isPreferred, true);
    assert.ok(action.diagnostics?.some(({ code }) => code === 'malformed-byline'));
  });

  it('says the result in English too', async () => {
    const { title } = await chosen('中国报道讯(周砚 通讯员 何竹)', '何竹', 'en');
    assert.equal(title, 'Change to “中国报道讯（周砚 通讯员何竹）”');
  });

  it('offers nothing where nothing is wrong, in running text, and where it would be a guess', async () => {
    for (const [byline, cursor] of [
      ['中国报道讯（周砚 通讯员何竹）', '何竹'],
      ['中国报道讯(周砚 通讯员 何竹)', '晚橙红了'],
    ] as const) {
      const { title = '', text } = await chosen(byline, cursor);
      assert.doesNotMatch(title, /^改为/);
      assert.equal(text, article(byline));
      if (cursor === '何竹') await session.stop();
    }
  });
});
