import assert from 'node:assert/strict';
import { importsOf, read, repositoryFiles, resolved, sourceFiles } from './sources.ts';

/** What starts something: a bundler or VS Code loads it by its file. */
const entries = [
  'src/vscode/desktop.ts activate',
  'src/vscode/web.ts activate',
  // `UPDATE=1` writes `shipped.json` with it.
  'src/house/shipped-trees.ts shippedTrees',
];

/** The names that a text exports, each by its own statement. */
function exportsOf(text: string): readonly string[] {
  const statement = /^export (?:declare )?(?:async )?(?:const|function\*?|class|interface|type|let) (\w+)/gm;
  return [...text.matchAll(statement)].map(([, name = '']) => name);
}

/** `file name` of all that a file imports by name; `file *` where it takes everything, at once or when asked. */
function usesOf(file: string, text: string): readonly string[] {
  return importsOf(text).flatMap(({ from, names }) => {
    const target = resolved(file, from);
    return target === undefined ? [] : names.map((name) => `${target} ${name}`);
  });
}

/** Exports that no other file of `src` imports, unless a test does and the file itself uses them too. */
function unused(src: ReadonlyMap<string, string>, tests: ReadonlyMap<string, string>): readonly string[] {
  const bySource = new Set([...src].flatMap(([file, text]) => usesOf(file, text)));
  const byTest = new Set([...tests].flatMap(([file, text]) => usesOf(file, text)));
  const has = (uses: ReadonlySet<string>, file: string, name: string): boolean =>
    uses.has(`${file} ${name}`) || uses.has(`${file} *`);
  return [...src].flatMap(([file, text]) =>
    exportsOf(text)
      .filter((name) => !has(bySource, file, name))
      .filter((name) => !(has(byTest, file, name) && text.split(new RegExp(`\\b${name}\\b`)).length > 2))
      .map((name) => `${file} ${name}`),
  );
}

const texts = (files: readonly string[]) => new Map(files.map((file) => [file, read(file)]));

describe('repository: exports', () => {
  it('are imported somewhere in src; what serves a test alone goes', () => {
    const tests = repositoryFiles().filter((file) => /^test\/.*\.(ts|mjs)$|^esbuild\.mjs$/.test(file));
    assert.deepEqual(
      unused(texts(sourceFiles()), texts(tests)).filter((each) => !entries.includes(each)),
      [],
    );
  });

  it('would be caught, of types and of tests alone too', () => {
    const src = new Map([
      [
        'src/a.ts',
        'export const used = 1;\nexport type Dead = 1;\nexport function forTests() {}\nexport const both = 2;\nboth;',
      ],
      ['src/b.ts', "import {\n  used as mine,\n} from './a.ts';\nexport const later = 1;"],
      ['src/c.ts', "const x = await import('./b.ts');"],
    ]);
    const tests = new Map([['test/a.test.ts', "import { both, forTests } from '../src/a.ts';"]]);
    assert.deepEqual(unused(src, tests), ['src/a.ts Dead', 'src/a.ts forTests']);
  });
});

describe('repository: requests of the extension', () => {
  it('are each asked by the extension', () => {
    const requests = [...read('src/server/protocol.ts').matchAll(/^ {2}'(copydesk\/\w+)': \{/gm)].map(
      ([, name = '']) => name,
    );
    const extension = sourceFiles()
      .filter((file) => file.startsWith('src/vscode/'))
      .map(read)
      .join('\n');
    assert.ok(requests.length > 10);
    assert.deepEqual(
      requests.filter((name) => !extension.includes(`'${name}'`)),
      [],
    );
  });
});
