import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const page = 'src/README.md';
const list = /(<!-- release: [^>]*-->\n\n)[\s\S]*?(<!-- \/release -->)/;

function manifest(): Readonly<Record<string, unknown>> {
  return JSON.parse(readFileSync('package.json', 'utf8'));
}

/** Width of a PNG in pixels. */
const widthOf = (file: string): number => readFileSync(file).readUInt32BE(16);

/** What has to be done before anybody can be given a release, one thing a line. */
function needs(): readonly string[] {
  const { version, publisher, icon, license, private: kept, ...others } = manifest();
  const out: string[] = [];
  for (const address of ['repository', 'bugs', 'homepage'])
    if (others[address] === undefined) out.push(`\`${address}\`: an address.`);
  if (typeof publisher !== 'string' || publisher === '') out.push('`publisher`: an account of the marketplaces.');
  if (kept === true) out.push('`private`: taken out, or `npm publish` refuses; the marketplaces do not mind it.');
  if (typeof icon !== 'string' || !existsSync(icon) || widthOf(icon) < 128) out.push('`icon`: a PNG of 128 pixels.');
  if (license !== 'MIT' || !existsSync('LICENSE')) out.push('`license`, and the file that says it.');
  const heading = new RegExp(`^## ${String(version).replaceAll('.', '\\.')} — (.*)$`, 'm');
  const dated = heading.exec(readFileSync('CHANGELOG.md', 'utf8'))?.[1] ?? '';
  if (!/^\d{4}-\d\d-\d\d$/.test(dated))
    out.push(`\`CHANGELOG.md\`: the date of ${String(version)} in place of “${dated}”.`);
  return out;
}

describe('a release', () => {
  it('needs what the page for maintainers says, and nothing else', () => {
    const text = readFileSync(page, 'utf8');
    assert.match(text, list);
    const lines = needs().map((need) => `* ${need}\n`);
    const wanted = text.replace(list, (_, start: string, end: string) => `${start}${lines.join('')}\n${end}`);
    if (process.env.UPDATE === '1') writeFileSync(page, wanted);
    else assert.equal(text, wanted, 'UPDATE=1 npm run test:pure -- repository rewrites the list');
  });

  it('names the package that npm run package makes, in both READMEs', () => {
    const file = `copydesk-${String(manifest().version)}.vsix`;
    for (const readme of ['README.md', 'README.zh-CN.md']) {
      const text = readFileSync(readme, 'utf8');
      assert.ok(text.includes(`code --install-extension ${file}`), readme);
      assert.ok(text.includes('npm run package'), readme);
    }
  });
});
