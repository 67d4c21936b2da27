import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { article } from '../cli/newsroom.ts';
import { examplesOf, pages, withPrinted } from './examples.ts';
import { emptyProject, type Project } from './project.ts';

const list = 'test/library/packed-files.txt';
/**
 * Larger than this the archive must not become without somebody deciding so; bytes. The lexicon is in it twice (3.2
 * instead of 3 since the list of wrong words has half as many again, and knows how words end that nobody ends twice).
 */
const largest = 3.2 * 1024 * 1024;

describe('the packed package in an empty project (from `npm run build`)', function () {
  this.timeout(120_000);
  let project: Project;
  before(() => {
    project = emptyProject();
  });
  after(() => project?.remove());

  it('holds what the list says and nothing else', () => {
    const found = `${project.files.join('\n')}\n`;
    if (process.env.UPDATE === '1') writeFileSync(list, found);
    assert.equal(found, readFileSync(list, 'utf8'), 'correct .npmignore, or accept it with UPDATE=1');
    assert.ok(project.packed < largest, `${project.packed} bytes`);
  });

  it('installs no other package', () => {
    const { packages }: { packages: object } = JSON.parse(project.read('package-lock.json'));
    assert.deepEqual(Object.keys(packages), ['', 'node_modules/copydesk']);
  });

  for (const page of pages) {
    it(`prints what ${page} says`, () => {
      const examples = examplesOf(page);
      assert.ok(examples.length >= 7);
      const printed = examples.map(({ program }, index) => {
        project.write(`example-${index}.mjs`, program);
        const { code, out, err } = project.run(process.execPath, `example-${index}.mjs`);
        assert.equal(code, 0, err);
        return out;
      });
      if (process.env.UPDATE === '1') writeFileSync(page, withPrinted(page, printed));
      assert.deepEqual(
        printed,
        examples.map((example) => example.printed),
      );
    });
  }

  it('has the same programs in both languages', () => {
    const [english, chinese] = pages.map((page) => examplesOf(page).map(({ program }) => program));
    assert.deepEqual(chinese, english);
  });

  it('is required by CommonJS', () => {
    project.write(
      'old.cjs',
      "const { version, houses } = require('copydesk');\nconsole.log(version, houses.length > 5);\n",
    );
    // Node 20 says that this is new.
    const { out, err } = project.run(process.execPath, '--no-warnings', 'old.cjs');
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    assert.equal(out, `${version} true\n`, err);
  });

  it('has types that stand alone, by the strictest reading, for modules and CommonJS', () => {
    for (const [index, { program }] of examplesOf(pages[0]).entries()) project.write(`typed-${index}.mts`, program);
    project.write(
      'wrong.mts',
      [
        "import { parseArticle, review, resolveHouse } from 'copydesk';",
        'const { house } = resolveHouse();',
        '// @ts-expect-error an article is made by parseArticle alone',
        "review('text', house);",
        '// @ts-expect-error what is read cannot be changed',
        "parseArticle('').text = '';",
        "const severity: 'error' | 'warning' | 'info' | undefined = review(parseArticle(''), house).findings[0]?.severity;",
        'void severity;',
        '',
      ].join('\n'),
    );
    project.write('old.cts', "import { version } from 'copydesk';\nconst said: string = version;\nvoid said;\n");
    const options = {
      strict: true,
      noEmit: true,
      skipLibCheck: false,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      lib: ['ES2022', 'DOM'],
      types: [],
      target: 'ES2022',
    };
    for (const [module, moduleResolution] of [
      ['NodeNext', 'NodeNext'],
      ['ESNext', 'Bundler'],
    ]) {
      const include = module === 'NodeNext' ? ['*.mts', '*.cts'] : ['*.mts'];
      project.write(
        'tsconfig.json',
        JSON.stringify({ compilerOptions: { ...options, module, moduleResolution }, include }),
      );
      const { code, out } = project.run(process.execPath, resolve('node_modules/typescript/bin/tsc'), '-p', '.');
      assert.equal(code, 0, `${module}: ${out}`);
    }
  });

  it('is the command line, too', () => {
    project.write('desk/copydesk.yml', 'extends: china-report\n');
    project.write('desk/a.md', article('表演艺术家阿依古丽•买买提演唱了民歌。'));
    const { code, out, err } = project.run('npx', '--no-install', 'copydesk', 'check', '--format', 'ndjson', 'desk');
    assert.equal(code, 1, err);
    assert.match(out, /"check":"wrong-interpunct"/);
  });
});
