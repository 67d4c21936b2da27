// `npm run bench:preview [-- node|web]`: from a keystroke in the editor to the preview's patched DOM, in a real VS Code,
// beside what VS Code itself takes to bring one message from an extension into a webview.
import path from 'node:path';
import { buildProduct, buildVscodeTests } from '../../esbuild.mjs';
import { root } from '../host/install.mjs';
import { runMode } from '../host/run-mode.mjs';
import { desktopVscode } from '../host/vscode.mjs';

const suites = ['test/bench/preview-window.ts'];
const hosts = process.argv.slice(2);
const modes = ['node', 'web']
  .filter((host) => hosts.length === 0 || hosts.includes(host))
  .map((extensionHost) => ({ name: `bench-${extensionHost}`, extensionHost, suites }));
await buildProduct();
const built = await buildVscodeTests(modes);
const desktop = await desktopVscode();
const beside = path.join(root, 'test/bench/floor');
for (const [mode, { bundle, suites: names }] of built) {
  const print = (text) => console.log(text);
  const outcomes = await runMode(mode, { desktop, beside, tests: bundle, suites: names, print });
  if ([...outcomes.values()].some(({ failed }) => failed > 0)) process.exitCode = 1;
}
