// `npm run bench`: builds the product and the benchmark, and runs it. `npm run bench:bylines` measures how bylines and
// credits are read, `npm run bench:corpus` what archives of other newsrooms are found to be and whether fixes harm
// them, `npm run bench:init` what house is proposed for each, `npm run bench:copy` how many slips that were put into
// sound copy are found, `npm run bench:peers` what peers from npm take beside it. `--no-build`: with the product as it is.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { buildProduct, common } from '../../esbuild.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const bylines = process.argv.includes('--bylines');
const corpus = process.argv.includes('--corpus');
const init = process.argv.includes('--init');
const copy = process.argv.includes('--copy');
const peers = process.argv.includes('--peers');
const name = bylines ? 'bylines' : corpus ? 'corpus' : init ? 'init' : copy ? 'copy' : peers ? 'peers' : 'bench';
if (['bench', 'init', 'peers'].includes(name) && !process.argv.includes('--no-build')) await buildProduct();
await build({
  // What is measured is built as the product is, but for the peer and the client of the server.
  ...common,
  entryPoints: [`test/bench/${name}.ts`],
  outfile: `dist/bench/${name}.mjs`,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  supported: { 'regexp-unicode-property-escapes': true },
  external: ['autocorrect-node', 'vscode-languageserver', 'js-yaml'],
});
const { status } = spawnSync(process.execPath, [`dist/bench/${name}.mjs`, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
