import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Io } from '../../src/cli/io.ts';
import { main } from '../../src/cli/main.ts';

/** What a run of the command line left behind. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** How a run differs from an ordinary one. */
export interface RunOptions {
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly isTTY?: boolean;
  readonly isErrorTTY?: boolean;
  readonly isInputTTY?: boolean;
  /** What the clock says, in milliseconds since the epoch; {@link now} when absent. */
  readonly at?: number;
  /** Milliseconds that pass each time the clock is asked. */
  readonly pace?: number;
  readonly columns?: number;
  /** Relative to the newsroom. */
  readonly cwd?: string;
}

/** A real folder with real files, and a command line that runs in it. */
export interface Newsroom {
  readonly root: string;
  write(path: string, content: string | Uint8Array): string;
  read(path: string): string;
  bytes(path: string): Buffer;
  run(argv: readonly string[], options?: RunOptions): Promise<Ran>;
  remove(): void;
}

/** 18 June 2026, 10:30 in Shanghai. */
export const now = Date.UTC(2026, 5, 18, 2, 30);

/** An article of the first house in which nothing is wrong; `{body}` may be replaced. */
export function article(
  body = '6月1日清晨，青禾镇的冷链车驶出云脚村，车上装着今年第一批高山番茄。',
  title = '首批高山番茄上市',
): string {
  return `---
title: ${title}
column: 乡村
published: 2026-06-02 08:45:10
source: 中国报道
reporters: [沈若舟]
editor: 苗景行
---

中国报道讯（沈若舟报道）${body}

责任编辑：苗景行
`;
}

/** Makes a newsroom in a temporary folder, with the given files. */
export function newsroom(files: Readonly<Record<string, string | Uint8Array>> = {}): Newsroom {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'copydesk-')));
  const write = (path: string, content: string | Uint8Array): string => {
    const full = join(root, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, content);
    return full;
  };
  for (const [path, content] of Object.entries(files)) write(path, content);
  return {
    root,
    write,
    read: (path) => readFileSync(join(root, path), 'utf8'),
    bytes: (path) => readFileSync(join(root, path)),
    run: (argv, options = {}) => runIn(join(root, options.cwd ?? '.'), argv, options),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

async function runIn(cwd: string, argv: readonly string[], options: RunOptions): Promise<Ran> {
  let out = '';
  let err = '';
  let time = options.at ?? now;
  const typed = String(options.stdin ?? '');
  const lines = typed === '' ? [] : typed.replace(/\n$/, '').split('\n');
  const io: Io = {
    stdout: {
      write: (text) => {
        out += text;
      },
    },
    stderr: {
      write: (text) => {
        err += text;
      },
    },
    readStdin: async () => Buffer.from(options.stdin ?? ''),
    readLine: async () => lines.shift(),
    cwd,
    env: { LANG: 'en_US.UTF-8', ...options.env },
    now: () => {
      time += options.pace ?? 0;
      return time;
    },
    isTTY: options.isTTY ?? false,
    isErrorTTY: options.isErrorTTY ?? false,
    isInputTTY: options.isInputTTY ?? false,
    columns: options.columns,
  };
  const code = await main(argv, io);
  return { code, out, err };
}
