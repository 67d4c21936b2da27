// The licences of the packages whose code ends up in a bundle; their licences ask that the text travels along.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** `node_modules/a/node_modules/@b/c/lib/x.js` → `node_modules/a/node_modules/@b/c`; `undefined` for our own files. */
function packageFolder(input) {
  const at = input.lastIndexOf('node_modules/');
  if (at < 0) return undefined;
  const parts = input.slice(at + 'node_modules/'.length).split('/');
  const name = parts[0]?.startsWith('@') ? parts.slice(0, 2) : parts.slice(0, 1);
  return input.slice(0, at) + ['node_modules', ...name].join('/');
}

/**
 * @param {string} root the repository
 * @param {Iterable<string>} inputs files that were bundled, relative to `root`, with `/`
 * @returns {string} one section for each package and version
 */
export function notices(root, inputs) {
  const sections = new Map();
  for (const folder of new Set([...inputs].map(packageFolder).filter((found) => found !== undefined))) {
    const at = path.join(root, folder);
    const { name, version, license } = JSON.parse(readFileSync(path.join(at, 'package.json'), 'utf8'));
    const file = readdirSync(at).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file && existsSync(path.join(at, file)) ? readFileSync(path.join(at, file), 'utf8').trim() : '';
    sections.set(`${name} ${version}`, `${name} ${version} (${license ?? 'see below'})\n\n${text}\n`);
  }
  const line = `\n${'-'.repeat(79)}\n\n`;
  return `Copydesk contains code of these packages.\n${line}${[...sections]
    .sort()
    .map(([, text]) => text)
    .join(line)}`;
}
