import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const sample = 'test/newsroom';
const read = (name: string): string => readFileSync(path.join(sample, name), 'utf8');

/** Titles of commands, as the palette has them in both languages. */
const titles = new Set(
  ['package.nls.json', 'package.nls.zh-cn.json'].flatMap((file) =>
    Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>)
      .filter(([key]) => key.startsWith('command.'))
      .map(([, title]) => title),
  ),
);

describe('the sample newsroom', () => {
  it('has a welcome page whose file names are links that lead somewhere, to every article', () => {
    const page = read('README.md');
    const links = [...page.matchAll(/\[[^\]]*\]\(([^)#]+)\)/g)].map(([, target = '']) => target);
    assert.ok(links.length > 30);
    assert.deepEqual(
      links.filter((target) => !existsSync(path.join(sample, target))),
      [],
    );
    assert.doesNotMatch(page, /`[^`\n]+\.(?:md|txt)`/, 'a file name that is no link');
    const articles = readdirSync(sample, { recursive: true })
      .map((name) => String(name).split(path.sep).join('/'))
      .filter((name) => name.includes('/') && name.endsWith('.md') && !name.startsWith('templates/'));
    for (const article of articles) assert.ok(links.includes(article), article);
  });

  it('opens that page as it reads', () => {
    assert.match(read('.vscode/settings.json'), /"README\.md": "vscode\.markdown\.preview\.editor"/);
  });

  it('calls commands by their titles', () => {
    const named = [
      ...[...read('README.md').matchAll(/运行“([^”]+)”/g)].map(([, title = '']) => title),
      ...[...read('copydesk.yml').matchAll(/命令“([^”]+)”（([^）]+)）/g)].flatMap(([, zh = '', en = '']) => [zh, en]),
    ];
    assert.ok(named.length > 6);
    for (const title of named) assert.ok(titles.has(title), title);
  });
});
