import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

describe('the extension’s package', () => {
  // The package itself is held against this list when it is made.
  const packed = readFileSync('test/host/package-files.txt', 'utf8').split('\n');

  it('holds every file that the extension opens beside itself', () => {
    const opened = new Set(
      readdirSync('src/vscode')
        .filter((name) => name.endsWith('.ts'))
        .flatMap((name) => [
          ...readFileSync(`src/vscode/${name}`, 'utf8').matchAll(
            /'(media|dist)'((?:,\s*'[\w.-]+')*,\s*'[\w-]+\.\w+')/g,
          ),
        ])
        .map(([, folder, rest = '']) => [folder, ...(rest.match(/[\w.-]+/g) ?? [])].join('/')),
    );
    assert.ok(opened.size > 8);
    for (const file of opened) assert.ok(packed.includes(`extension/${file}`), `${file}: name it in .vscodeignore`);
  });

  it('holds every style sheet that lies in media', () => {
    for (const name of readdirSync('media').filter((file) => file.endsWith('.css')))
      assert.ok(packed.includes(`extension/media/${name}`), name);
  });

  it('holds what package.json names', () => {
    const text = readFileSync('package.json', 'utf8');
    const { contributes, main, browser, icon } = JSON.parse(text);
    const named = new Set<string>([main, browser, icon].filter((file) => typeof file === 'string'));
    for (const [file] of JSON.stringify(contributes).matchAll(/(?<=")(?:\.\/)?(?:media|syntaxes|dist|l10n)\/[^"]+/g))
      named.add(file);
    assert.ok(named.size > 4);
    for (const file of named) {
      const path = file.replace(/^\.\//, '');
      const whole = [path, `${path}.js`, `${path}.cjs`].find((one) => packed.includes(`extension/${one}`));
      assert.ok(whole, `${path}${existsSync(path) ? '' : ' (built)'}`);
    }
  });
});
