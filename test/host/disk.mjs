// What another program does to the newsroom's files while VS Code has them open.
import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A git that reads nobody's settings. */
const git = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_AUTHOR_NAME: 'test',
  GIT_AUTHOR_EMAIL: 'test@example.com',
  GIT_COMMITTER_NAME: 'test',
  GIT_COMMITTER_EMAIL: 'test@example.com',
};

/**
 * @param {string} newsroom the folder that the window has open
 * @param {object} request paths from that folder; `../` leads outside it, for what must not be shown
 * @param {'write' | 'remove' | 'rename' | 'link' | 'git'} request.what
 */
export function changeDisk(newsroom, { what, file, text, to, args }) {
  const at = (name) => path.join(newsroom, name);
  if (what === 'git') return execFileSync('git', args, { cwd: newsroom, env: { ...process.env, ...git } }).toString();
  if (what === 'remove') rmSync(at(file), { recursive: true });
  else {
    mkdirSync(path.dirname(at(what === 'rename' ? to : file)), { recursive: true });
    if (what === 'write') writeFileSync(at(file), text);
    else if (what === 'rename') renameSync(at(file), at(to));
    else if (what === 'link') symlinkSync(to, at(file));
  }
  return undefined;
}
