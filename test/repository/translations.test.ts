import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

function strings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

function table(path: string): Record<string, string> {
  const found = read(path);
  assert.ok(typeof found === 'object' && found !== null);
  return Object.fromEntries(Object.entries(found).map(([key, value]) => [key, String(value)]));
}

const placeholders = (sentence: string) => (sentence.match(/\{\d+\}/g) ?? []).sort().join(' ');

describe('translations', () => {
  it('has every sentence of package.json in English and Chinese, and no other', () => {
    const wanted = new Set(strings(read('package.json')).flatMap((value) => /^%(.+)%$/.exec(value)?.[1] ?? []));
    for (const file of ['package.nls.json', 'package.nls.zh-cn.json']) {
      assert.deepEqual(Object.keys(table(file)).sort(), [...wanted].sort(), file);
    }
  });

  it('has every sentence of the extension in Chinese, with the same placeholders, and no other', () => {
    const said = new Set<string>();
    for (const name of readdirSync('src/vscode')) {
      const source = readFileSync(`src/vscode/${name}`, 'utf8');
      for (const [, sentence] of source.matchAll(/\bt\(\s*'((?:[^'\\]|\\.)*)'/g))
        said.add((sentence ?? '').replaceAll("\\'", "'"));
      assert.equal(source.match(/\bt\(\s*[^'\s]/g), null, `${name} says something that is no literal`);
    }
    const chinese = table('l10n/bundle.l10n.zh-cn.json');
    assert.deepEqual(Object.keys(chinese).sort(), [...said].sort());
    for (const [english, translated] of Object.entries(chinese)) {
      assert.equal(placeholders(translated), placeholders(english), english);
      if (/[a-z]{2}/i.test(english)) assert.match(translated, /\p{Script=Han}|Copydesk/u);
    }
  });

  it('has every page of the walkthrough in Chinese', () => {
    const pages = readdirSync('media/walkthrough').filter((name) => !name.includes('.nls.'));
    assert.ok(pages.length >= 4);
    for (const page of pages) assert.ok(existsSync(`media/walkthrough/${page.replace('.md', '.nls.zh-cn.md')}`), page);
  });

  it('offers no command too late: until the server has said that a text is no article, it may be one', () => {
    const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
    const clauses: readonly { readonly command: string; readonly enablement?: string; readonly when?: string }[] = [
      ...contributes.commands,
      ...contributes.menus.commandPalette,
    ];
    const told = clauses.filter(({ enablement = '', when = '' }) =>
      /copydesk\.isArticle/.test(`${enablement} ${when}`),
    );
    assert.ok(told.length > 20);
    for (const { command, enablement = '', when = '' } of told)
      assert.match(`${enablement}${when}`, /editorLangId =~ \S+ (?:&& !copydesk\.isNoArticle|\|\|)/, command);
  });

  it('contributes nothing that the extension does not have', () => {
    const sources =
      readdirSync('src/vscode')
        .map((name) => readFileSync(`src/vscode/${name}`, 'utf8'))
        .join('\n') + readFileSync('src/server/protocol.ts', 'utf8');
    const commands = strings(read('package.json')).filter(
      (value) => /^copydesk\.[a-zA-Z]+$/.test(value) && value !== 'copydesk.isArticle' && value !== 'copydesk.preview',
    );
    for (const command of new Set(commands)) assert.ok(sources.includes(`'${command}'`), command);
  });
});
