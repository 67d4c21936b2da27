import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** What a program left behind. */
interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A project with nothing in it but the package, installed from what `npm pack` makes. */
export interface Project {
  readonly root: string;
  /** The files of the package. */
  readonly files: readonly string[];
  /** Size of the archive in bytes. */
  readonly packed: number;
  write(path: string, text: string): string;
  read(path: string): string;
  run(program: string, ...args: readonly string[]): Ran;
  remove(): void;
}

/** Runs npm without the network: the package needs nothing of it. */
function npm(cwd: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('npm', [...args, '--offline', '--no-audit', '--no-fund'], {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm ${args.join(' ')}: ${stdout}${stderr}`);
  return stdout;
}

/** Packs what is built, and installs it in an empty project. */
export function emptyProject(): Project {
  const root = mkdtempSync(join(tmpdir(), 'copydesk-project-'));
  const [pack]: { filename: string; size: number; files: { path: string }[] }[] = JSON.parse(
    npm(resolve('.'), 'pack', '--json', '--pack-destination', root),
  );
  if (pack === undefined) throw new Error('npm packed nothing');
  const write = (path: string, text: string): string => {
    const full = join(root, path);
    mkdirSync(join(full, '..'), { recursive: true });
    writeFileSync(full, text);
    return full;
  };
  write('package.json', '{"private": true}\n');
  npm(root, 'install', `./${pack.filename}`);
  return {
    root,
    files: pack.files.map(({ path }) => path).sort(),
    packed: pack.size,
    write,
    read: (path) => readFileSync(join(root, path), 'utf8'),
    run(program, ...args) {
      const { status, stdout, stderr } = spawnSync(program, args, { cwd: root, encoding: 'utf8' });
      return { code: status, out: stdout, err: stderr };
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
