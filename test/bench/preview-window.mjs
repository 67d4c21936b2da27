// `npm run bench:preview`: from a keystroke in the editor to the preview's patched DOM, in a real VS Code.
import { buildProduct, buildVscodeTests } from '../../esbuild.mjs';
import { runMode } from '../host/run-mode.mjs';
import { desktopVscode } from '../host/vscode.mjs';

const mode = { name: 'bench', extensionHost: 'node', suites: ['test/bench/preview-window.ts'] };
await buildProduct();
await buildVscodeTests([mode]);
const { failed } = await runMode(mode, { desktop: await desktopVscode(), print: (text) => console.log(text) });
process.exitCode = failed === 0 ? 0 : 1;
