// `node test/preview/bench.mjs`: text to patched DOM, in milliseconds (p50 / p99), for articles of 3, 30 and 300 KB.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { themes } from '../../src/build/modules.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
process.chdir(root);
const outfile = path.join(root, 'dist/test/preview-bench.mjs');
mkdirSync(path.dirname(outfile), { recursive: true });
await build({
  entryPoints: ['test/preview/webview/bench.ts'],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
  plugins: [themes],
  loader: { '.yml': 'text', '.md': 'text', '.css': 'text', '.html': 'text' },
  logLevel: 'warning',
});
await import(pathToFileURL(outfile).href);
