// `npm run bench`: builds the product and the benchmark, and runs it. `npm run bench:bylines` measures how bylines and
// credits are read, and needs no product.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { buildProduct } from '../../esbuild.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const bylines = process.argv.includes('--bylines');
const name = bylines ? 'bylines' : 'bench';
if (!bylines && !process.argv.includes('--no-build')) await buildProduct();
await build({
  absWorkingDir: root,
  entryPoints: [`test/bench/${name}.ts`],
  outfile: `dist/bench/${name}.mjs`,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  loader: { '.yml': 'text', '.md': 'text', '.css': 'text', '.html': 'text' },
  logLevel: 'warning',
});
const { status } = spawnSync(process.execPath, [`dist/bench/${name}.mjs`, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
