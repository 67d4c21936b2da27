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
  const there = existsSync(folder) ? readdirSync(folder).length : 0;
  // A link that leads nowhere is not there: the clone was moved, or VS Code fetched anew.
  if (there === kept.length && kept.every((name) => existsSync(path.join(folder, name)))) return folder;
  const making = `${folder}-${process.pid}`;
  mkdirSync(making, { recursive: true });
  const from = path.relative(making, path.join(vscode, 'extensions'));
  for (const name of kept) symlinkSync(path.join(from, name), path.join(making, name));
  rmSync(folder, { recursive: true, force: true });
  renameSync(making, folder);
  return folder;
}
