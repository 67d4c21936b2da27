import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Milliseconds of repeated runs. */
export interface Times {
  readonly p50: number;
  readonly p99: number;
}

/**
 * Times functions in turn, so that a busy moment of the machine hits all of them: warms them up, then runs rounds for
 * about `budget` milliseconds, 40 at least.
 */
export function timeInTurn<Name extends string>(
  runs: Readonly<Record<Name, (round: number) => unknown>>,
  budget = 5000,
): Readonly<Record<Name, Times>> {
  const names = Object.keys(runs) as Name[];
  const samples = new Map<Name, number[]>(names.map((name) => [name, []]));
  const started = performance.now();
  let warm = true;
  for (let round = 0; ; round++) {
    const elapsed = performance.now() - started;
    if (warm && elapsed > budget / 4 && round >= 10) {
      warm = false;
      for (const name of names) samples.set(name, []);
    }
    if (!warm && elapsed > budget && (samples.get(names[0] as Name)?.length ?? 0) >= 40) break;
    for (const name of names) {
      const before = performance.now();
      runs[name](round);
      samples.get(name)?.push(performance.now() - before);
    }
  }
  const of = (name: Name): Times => {
    const all = samples.get(name) ?? [];
    return { p50: percentile(all, 0.5), p99: percentile(all, 0.99) };
  };
  return Object.fromEntries(names.map((name) => [name, of(name)])) as Record<Name, Times>;
}

/** The value below which the share of the samples lies. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** What a process took. */
export interface Usage {
  /** Milliseconds from start to exit. */
  readonly wall: number;
  /** Milliseconds, user and system. */
  readonly cpu: number;
  /** Greatest resident set, in MB. */
  readonly rss: number;
}

/** Runs `node` with the arguments, its output thrown away, and says what it took. */
export function runNode(args: readonly string[], cwd: string, preload: string): Promise<Usage> {
  return new Promise((done, fail) => {
    const started = performance.now();
    const child = spawn(process.execPath, ['--require', preload, ...args], {
      cwd,
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stdio[3]?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    // A peer that ends its process from Rust says nothing; what Linux knew of it last is near enough.
    let seen = { cpu: Number.NaN, rss: Number.NaN };
    const watch = setInterval(() => {
      seen = usageOf(child.pid) ?? seen;
    }, 10);
    child.on('error', fail);
    child.on('close', () => {
      const wall = performance.now() - started;
      clearInterval(watch);
      done({ wall, ...seen, ...(said === '' ? {} : JSON.parse(said)) });
    });
  });
}

export function usageOf(pid: number | undefined): { cpu: number; rss: number } | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    const rss = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    if (rss === undefined) return undefined;
    // Ticks of a hundredth of a second; see proc(5).
    return { cpu: (Number(fields[11]) + Number(fields[12])) * 10, rss: Number(rss) / 1024 };
  } catch {
    return undefined;
  }
}

/**
 * Runs commands in turn, so that a busy moment hits all of them, and gives the median of each.
 *
 * @param between is called before each round
 */
export async function race<Name extends string>(
  commands: Readonly<Record<Name, readonly string[]>>,
  cwd: string,
  preload: string,
  rounds: number,
  between: (round: number) => void = () => {},
): Promise<Readonly<Record<Name, Usage>>> {
  const names = Object.keys(commands) as Name[];
  const all = new Map<Name, Usage[]>(names.map((name) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    between(round);
    for (const name of names) {
      const usage = await runNode(commands[name], cwd, preload);
      // The first round reads everything into the file cache.
      if (round > 0) all.get(name)?.push(usage);
    }
  }
  const median = (name: Name): Usage => {
    const runs = all.get(name) ?? [];
    const of = (key: keyof Usage) =>
      percentile(
        runs.map((usage) => usage[key]),
        0.5,
      );
    return { wall: of('wall'), cpu: of('cpu'), rss: of('rss') };
  };
  return Object.fromEntries(names.map((name) => [name, median(name)])) as Record<Name, Usage>;
}

/** The script that makes a measured process say what it used. */
export function usagePreload(root: string): string {
  return join(root, 'test/bench/usage.cjs');
}
