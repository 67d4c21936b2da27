// The newsroom that a window has open: a copy of the sample, laid anew between suites.
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './install.mjs';

const sample = path.join(root, 'test/newsroom');

/** Every file of a folder by its path from there; what is neither a file nor a folder counts as `undefined`. */
function filesOf(folder, under = '', found = new Map()) {
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const at = path.join(folder, name);
    const stat = lstatSync(at);
    if (stat.isDirectory()) filesOf(at, path.join(under, name), found);
    else found.set(path.join(under, name), stat.isFile() ? readFileSync(at) : undefined);
  }
  return found;
}

/** Removes folders that hold nothing, the deepest first. */
function removeEmpty(folder, kept) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) removeEmpty(path.join(folder, entry.name), false);
  }
  if (!kept && readdirSync(folder).length === 0) rmdirSync(folder);
}

/**
 * Makes the folder as the sample is, and empties what lies around it. Only files that differ are written, so that
 * whoever watches the folder hears of nothing else.
 * @param {string} folder the newsroom; it has a folder of its own, so that a suite may have files outside it
 * @param {object} [settings] the workspace's settings that every suite begins with
 */
export function layNewsroom(folder, settings) {
  const around = path.dirname(folder);
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(around)) {
    if (name !== path.basename(folder)) rmSync(path.join(around, name), { recursive: true, force: true });
  }
  const wanted = filesOf(sample);
  if (settings) {
    const file = path.join('.vscode', 'settings.json');
    const own = wanted.get(file)?.toString('utf8') ?? '{}';
    const added = Object.entries(settings).map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)},`);
    wanted.set(file, Buffer.from(own.replace('{', `{${added.join('')}`)));
  }
  const there = filesOf(folder);
  for (const file of there.keys()) if (!wanted.has(file)) rmSync(path.join(folder, file));
  removeEmpty(folder, true);
  for (const [file, bytes] of wanted) {
    if (there.get(file)?.equals(bytes)) continue;
    const at = path.join(folder, file);
    mkdirSync(path.dirname(at), { recursive: true });
    // A link must not be written through.
    if (there.has(file)) rmSync(at);
    writeFileSync(at, bytes);
  }
}
