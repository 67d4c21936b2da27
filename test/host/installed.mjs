// Installs extensions as a marketplace would: what Copydesk's package holds, and beside it the suites that try it.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';
import { root } from './install.mjs';

/** Where an extension of that name goes; what was there of it before, in whatever version, is removed. */
function emptyPlace(extensions, name, version) {
  mkdirSync(extensions, { recursive: true });
  for (const each of readdirSync(extensions)) {
    // VS Code keeps a list beside the folders, and writes it anew when there is none.
    if (each.startsWith(`${name}-`) || ['extensions.json', '.obsolete'].includes(each))
      rmSync(path.join(extensions, each), { recursive: true });
  }
  const place = path.join(extensions, `${name}-${version}`);
  mkdirSync(place);
  return place;
}

/**
 * Puts what the package holds into a folder of installed extensions.
 * @param {string} extensions VS Code's `--extensions-dir`
 */
export async function installCopydesk(extensions) {
  const { publisher, name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const place = emptyPlace(extensions, `${publisher}.${name}`, version);
  for (const file of await listFiles({ cwd: root, packageManager: PackageManager.None }))
    cpSync(path.join(root, file), path.join(place, file), { recursive: true });
}

/** Installs the bundle of suites as an extension that runs them as soon as the window is open. */
export function installSuites(extensions, bundle) {
  const place = emptyPlace(extensions, 'copydesk.suites', '0.0.1');
  const manifest = {
    name: 'suites',
    publisher: 'copydesk',
    version: '0.0.1',
    engines: { vscode: '^1.100.0' },
    activationEvents: ['onStartupFinished'],
    main: './suites.js',
  };
  writeFileSync(path.join(place, 'package.json'), JSON.stringify(manifest));
  // Where the bundle is built, so that it finds Mocha; activation does not wait for the tests.
  writeFileSync(
    path.join(place, 'suites.js'),
    `exports.activate = () => { require(${JSON.stringify(bundle)}).run().catch(() => undefined); };\n`,
  );
}
