// Builds everything that runs. `node esbuild.mjs` builds the product, `--tests` the pure test suites.
import { build } from 'esbuild';
import { glob } from 'tinyglobby';

const texts = { '.yml': 'text', '.md': 'text', '.css': 'text', '.html': 'text' };

export async function buildTests() {
  await build({
    entryPoints: await glob(['test/**/*.test.ts', '!test/vscode/**']),
    outdir: 'dist/test',
    outbase: 'test',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    loader: texts,
    logLevel: 'warning',
  });
}

if (process.argv.includes('--tests')) await buildTests();
