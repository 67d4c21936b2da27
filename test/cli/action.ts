import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import type { Newsroom } from './newsroom.ts';

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

interface Step {
  readonly id: string;
  readonly shell: string;
  readonly run: string;
  readonly env: Readonly<Record<string, string>>;
  readonly 'working-directory': string;
}

/** The Action of the repository. */
export const action = load(readFileSync('action.yml', 'utf8')) as Action;

/** What a run of the Action left behind; `out` is what it printed, `outputs` what it handed on. */
interface Acted {
  readonly status: number;
  readonly out: string;
  readonly outputs: string;
}

/** Runs the Action's steps as a runner does: inputs put in where the file says, outputs taken from the file that it names. */
export function runAction(room: Newsroom, given: Readonly<Record<string, string>>): Acted {
  const fill = (text: string): string =>
    text.replace(
      /\$\{\{ inputs\.([\w-]+) \}\}/g,
      (_, name: string) => given[name] ?? action.inputs[name]?.default ?? '',
    );
  room.write('outputs', '');
  let status = 0;
  let out = '';
  for (const step of action.runs.steps) {
    assert.equal(step.shell, 'bash');
    assert.doesNotMatch(step.run, /\$\{\{/, 'an input in a script is an injection');
    const env = Object.fromEntries(Object.entries(step.env).map(([key, value]) => [key, fill(value)]));
    const ran = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run], {
      cwd: join(room.root, fill(step['working-directory'])),
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: { ...process.env, ...env, GITHUB_OUTPUT: join(room.root, 'outputs'), LC_ALL: 'en', CI: 'true' },
    });
    status = ran.status ?? -1;
    out += ran.stdout + ran.stderr;
  }
  return { status, out, outputs: room.read('outputs') };
}
