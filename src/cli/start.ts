#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import module from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import vm from 'node:vm';
import { codeFolder, keepBytes, readKept } from './code-cache.ts';
import type { CommandName } from './commands.ts';

// Starts the command line with the code that an earlier run compiled: compiling is a third of a run on one file. The
// build gives `BUNDLE` a hash of the program, since V8 itself compares no more than its length.
declare const BUNDLE: string;

/** The commands, whose code differs; the names that `commands.ts` gives them come with far more. */
const commands: Readonly<Record<CommandName, true>> = {
  init: true,
  check: true,
  fix: true,
  merge: true,
  try: true,
  new: true,
  import: true,
  signoff: true,
  ready: true,
  record: true,
  render: true,
  diff: true,
  desk: true,
  explain: true,
  house: true,
  schema: true,
  parse: true,
  completions: true,
  man: true,
  lsp: true,
  mcp: true,
};

/** The code with which a run ends that could not do its work; `exitCodes.failed`, which comes with far more. */
const FAILED = 2;

const program = join(__dirname, 'cli.main.js');
const folder = codeFolder({ platform: process.platform, env: process.env, home: home() });

/** Node 22 and later keep compiled code themselves; the types are those of Node 20. */
const { enableCompileCache } = module as { enableCompileCache?(folder: string): unknown };

if (folder === undefined) require(program);
else if (enableCompileCache === undefined) runKept(folder);
else {
  enableCompileCache(folder);
  require(program);
}

function home(): string {
  try {
    return homedir();
  } catch {
    return '';
  }
}

function runKept(folder: string): void {
  // Code is kept for each command: what `copydesk --version` compiles on the way is of no use to the next check.
  const [, , asked = ''] = process.argv;
  const command = Object.hasOwn(commands, asked) ? asked : 'other';
  const name = `${BUNDLE}-${command}-${process.version}-${process.arch}`;
  const whole = readKept(folder, `${name}.bin`);
  const cachedData = whole ?? readKept(folder, `${name}.part.bin`);
  // The build writes ASCII, and read as such it is half the memory and needs no decoding.
  const source = module.wrap(readFileSync(program, 'latin1'));
  const script = new vm.Script(source, { filename: program, ...(cachedData && { cachedData }) });
  const isNew = cachedData === undefined || script.cachedDataRejected === true;
  if (isNew || whole === undefined) {
    // After the run, so that what was compiled on the way is in it. One that failed, for want of an article, compiled
    // little: what it leaves is good until one does its work.
    process.once('exit', (code) => {
      const isPart = code === FAILED && whole === undefined;
      if (isNew || !isPart) keepBytes(folder, `${name}${isPart ? '.part' : ''}.bin`, script.createCachedData());
    });
  }
  const started = { exports: {} };
  script.runInThisContext()(started.exports, module.createRequire(program), started, program, __dirname);
}
