// The extensions that the embedded VS Code brings, without those of trades that a newsroom does not ply: reading and
// registering ninety of them is a third of what it costs to open a window.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { root } from './install.mjs';

/** What Copydesk lives beside: languages of articles, houses and pages, Git, pictures, looks. */
const kept = [
  ...['configuration-editing', 'json', 'json-language-features', 'yaml', 'xml', 'log', 'diff'],
  ...['markdown-basics', 'markdown-language-features', 'markdown-math', 'emmet'],
  ...['html', 'html-language-features', 'css', 'css-language-features', 'javascript'],
  ...['git', 'git-base', 'merge-conflict', 'media-preview', 'references-view', 'search-result'],
  ...['theme-defaults', 'theme-modern-icons', 'theme-seti'],
];

/**
 * A folder that has them, made when it is not there.
 * @param {string} vscode the folder of the embedded VS Code
 * @returns {string}
 */
export function builtinExtensions(vscode) {
  const folder = path.join(root, '.vscode-test', 'extensions');
  const there = existsSync(folder) ? readdirSync(folder) : [];
  if (there.length === kept.length && kept.every((name) => there.includes(name))) return folder;
  const making = `${folder}-${process.pid}`;
  mkdirSync(making, { recursive: true });
  for (const name of kept) symlinkSync(path.join(vscode, 'extensions', name), path.join(making, name));
  rmSync(folder, { recursive: true, force: true });
  renameSync(making, folder);
  return folder;
}
