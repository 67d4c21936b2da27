// `npm run package`: builds the product and makes copydesk-<version>.vsix. What may be in it stands, file by file, in
// package-files.txt; UPDATE=1 rewrites that list.
import { execFile } from 'node:child_process';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { installPackages, root } from './install.mjs';
import { Advice, say, script } from './say.mjs';

const listFile = fileURLToPath(new URL('package-files.txt', import.meta.url));

/**
 * Larger than this the package must not become without somebody deciding so; bytes. A sixth of it is the lexicon, which
 * both servers have; pages of checks say what they find in two languages (2.6 instead of 2.5 since they do), and a wrong
 * word knows the rare words that may meet where it would stand (2.7 since it does); the list of wrong words has half as
 * many again, and words are known by how they end (2.8 since they are); terms know the forms of English verbs, and pages
 * of checks have the slips of English and of marks that were found last (2.9 since they have).
 */
const largest = 2.9 * 1024 * 1024;

/** The names and sizes in a zip archive, from its central directory. */
function entries(file) {
  const bytes = readFileSync(file);
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const found = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    found.push({ name, packed: bytes.readUInt32LE(at + 20), size: bytes.readUInt32LE(at + 24) });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Makes the package from what is built. In a process of its own: vsce ends the one that it fails in. */
async function pack(file) {
  const vsce = path.join(root, 'node_modules/.bin/vsce');
  const windows = process.platform === 'win32';
  const args = [
    'package',
    '--no-dependencies',
    '--allow-missing-repository',
    '--no-rewrite-relative-links',
    '--allow-missing-repository',
    '--out',
    file,
  ];
  await promisify(execFile)(windows ? `"${vsce}"` : vsce, args, { cwd: root, shell: windows }).catch((error) => {
    throw new Advice(`vsce could not make the package:\n${error.stdout}${error.stderr}`);
  });
  return entries(file);
}

function check(found, bytes) {
  const names = found.map(({ name }) => name);
  if (process.env.UPDATE === '1') writeFileSync(listFile, `${names.join('\n')}\n`);
  const expected = readFileSync(listFile, 'utf8').trimEnd().split('\n');
  const difference = [
    ...names.filter((name) => !expected.includes(name)).map((name) => `  unexpected: ${name}`),
    ...expected.filter((name) => !names.includes(name)).map((name) => `  missing: ${name}`),
  ];
  if (difference.length > 0) {
    const advice = 'correct .vscodeignore, or accept it with UPDATE=1 npm run package';
    throw new Advice(`the package is not what test/host/package-files.txt says; ${advice}:\n${difference.join('\n')}`);
  }
  if (bytes > largest) throw new Advice(`the package has ${bytes} bytes, more than the ${largest} that are allowed.`);
}

/** Makes the package in a temporary place and compares its content with the list. Throws {@link Advice}. */
export async function checkPackage() {
  const file = path.join(os.tmpdir(), `copydesk-${process.pid}.vsix`);
  const found = await pack(file);
  const { size } = statSync(file);
  rmSync(file);
  check(found, size);
}

async function main() {
  installPackages();
  const { buildProduct } = await import('../../esbuild.mjs');
  say('building …');
  await buildProduct();
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const file = path.join(root, `copydesk-${version}.vsix`);
  const found = await pack(file);
  for (const { name, size, packed } of found) {
    console.log(`${String(size).padStart(9)} ${String(packed).padStart(9)}  ${name}`);
  }
  const { size } = statSync(file);
  say(`${path.basename(file)}: ${found.length} files, ${(size / 1024).toFixed(1)} KB`);
  check(found, size);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await script(main);
