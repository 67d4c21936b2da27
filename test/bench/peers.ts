import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { articlesIn } from './files.ts';
import { race, type Usage, usagePreload } from './measure.ts';

/** A program that checks prose or Markdown, as npm has it. */
interface Peer {
  readonly name: string;
  /** With their versions. The first holds the program. */
  readonly packages: readonly string[];
  /** The program's name in the package, where that is not the package's own. */
  readonly program?: string;
  /** Files that it is set up by, under its own folder. */
  readonly files?: Readonly<Record<string, string>>;
  /** How it is called. `folder`: its own; `paths`: one article, or none for all of the newsroom's. */
  args(folder: string, one: string | undefined): readonly string[];
}

const all = '**/*.md';

const peers: readonly Peer[] = [
  {
    name: 'AutoCorrect',
    packages: ['autocorrect-node@2.13.0'],
    program: 'autocorrect',
    args: (_, one) => ['--lint', one ?? '.'],
  },
  { name: 'zhlint', packages: ['zhlint@0.8.2'], args: (_, one) => [one ?? all] },
  {
    // A preset of Chinese rules was in the registry once; this rule is.
    name: 'textlint, Chinese brackets',
    packages: ['textlint@15.8.0', 'textlint-rule-zh-half-and-full-width-bracket@1.1.0'],
    files: { '.textlintrc.json': '{"rules": {"zh-half-and-full-width-bracket": true}}' },
    args: (folder, one) => [
      '--config',
      join(folder, '.textlintrc.json'),
      '--rules-base-directory',
      join(folder, 'node_modules'),
      one ?? all,
    ],
  },
  { name: 'lint-md', packages: ['@lint-md/cli@2.2.4'], program: 'lint-md', args: (_, one) => [one ?? all] },
  { name: 'markdownlint-cli2', packages: ['markdownlint-cli2@0.24.1'], args: (_, one) => [one ?? all] },
  {
    name: 'remark-lint, recommended',
    packages: ['remark-cli@12.0.1', 'remark-frontmatter@5.0.0', 'remark-preset-lint-recommended@7.0.1'],
    program: 'remark',
    args: (folder, one) => [
      one ?? '.',
      '--no-stdout',
      ...['remark-frontmatter', 'remark-preset-lint-recommended'].flatMap((name) => [
        '--use',
        join(folder, 'node_modules', name, 'index.js'),
      ]),
    ],
  },
  { name: 'cspell', packages: ['cspell@9.8.0'], args: (_, one) => ['lint', '--no-progress', one ?? all] },
  { name: 'Vale', packages: ['@vvago/vale@3.23.0'], program: 'vale', args: (_, one) => [one ?? '.'] },
];

interface Installed {
  readonly peer: Peer;
  readonly folder: string;
  readonly program: string;
}

/** A peer that was installed, or why it is left out. */
type Had = Installed | { readonly peer: Peer; readonly why: string };

/** Installs a peer in a folder of its own. Scripts of packages are not run: what they would fetch is not measured. */
function install(peer: Peer, root: string): Had {
  const folder = join(root, peer.name.replace(/\W+/g, '-'));
  mkdirSync(folder);
  for (const [file, text] of Object.entries({ 'package.json': '{"private": true}', ...peer.files }))
    writeFileSync(join(folder, file), text);
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--save-exact', ...peer.packages];
  const { status, stderr } = spawnSync('npm', args, {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) return { peer, why: `npm could not install it: ${/npm error (.*)/.exec(stderr)?.[1] ?? status}` };
  const [first = ''] = peer.packages;
  const name = first.slice(0, first.lastIndexOf('@'));
  const home = join(folder, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  const file = typeof bin === 'string' ? bin : bin?.[peer.program ?? name];
  const program = file === undefined ? undefined : join(home, file);
  if (program === undefined || !existsSync(program))
    return { peer, why: 'its package fetches its program from elsewhere, and does not hold it.' };
  return { peer, folder, program };
}

/** Something for each of them to find: blanks, brackets, a heading, a misspelt word, too many empty lines. */
const faulty = '---\ntitle: 渡口\n---\n\n渡口停航Boat昨日(周三)，  thsi boat。\n\n\n\n#渡口\n';

/** Writes a newsroom in which each article has faults. Returns its folder. */
function faultyNewsroom(folder: string): string {
  mkdirSync(join(folder, '乡村'), { recursive: true });
  for (const name of ['0.md', '1.md', '2.md']) writeFileSync(join(folder, '乡村', name), faulty);
  return folder;
}

/**
 * Why the times of a program would say nothing: called as it will be, it must name each article that has faults, and the
 * one that it is given. One that looks at no article, or refuses to start, is the fastest of all.
 */
function notLooking({ peer, folder, program }: Installed, newsroom: string, one: string): string | undefined {
  for (const given of [one, undefined]) {
    const { status, stderr, stdout } = spawnSync(process.execPath, [program, ...peer.args(folder, given)], {
      cwd: newsroom,
      encoding: 'utf8',
      timeout: 120_000,
    });
    const said = stdout + stderr;
    const names = given === undefined ? ['0.md', '1.md', '2.md'] : ['0.md'];
    if (names.every((name) => said.includes(name))) continue;
    const first = said.trim().split('\n')[0]?.slice(0, 120) ?? '';
    return `it names no article that has faults (exit code ${status}): ${first}`;
  }
  return undefined;
}

const articles = 1000;

/** Times the product and its peers on the same articles, in turn. */
async function main(): Promise<void> {
  const root = join(fileURLToPath(import.meta.url), '../../..');
  const place = mkdtempSync(join(tmpdir(), 'copydesk-peers-'));
  const newsroom = articlesIn(join(place, 'newsroom'), articles);
  const tried = faultyNewsroom(join(place, 'faulty'));
  const one = join('乡村', '0.md');
  try {
    const cli = join(root, 'dist/cli.js');
    const alone: Record<string, readonly string[]> = { Copydesk: [cli, 'check', one] };
    const together: Record<string, readonly string[]> = {
      Copydesk: [cli, 'check'],
      'Copydesk, one thread': [cli, 'check', '--jobs', '1'],
    };
    const left: string[] = [];
    for (const peer of peers) {
      process.stderr.write(`copydesk: ${peer.name} …\n`);
      const had = install(peer, place);
      const why = 'why' in had ? had.why : notLooking(had, tried, one);
      if (why !== undefined || 'why' in had) left.push(`* ${peer.name} is left out: ${why}`);
      else {
        alone[peer.name] = [had.program, ...peer.args(had.folder, one)];
        together[peer.name] = [had.program, ...peer.args(had.folder, undefined)];
      }
    }
    const preload = usagePreload(root);
    const load = () => loadavg()[0]?.toFixed(1);
    const before = load();
    const single = await race(alone, newsroom, preload, 5);
    const whole = await race(together, newsroom, preload, 2);
    console.log(
      `Node ${process.version}, ${availableParallelism()} cores, load ${before} before and ${load()} after.\n`,
    );
    console.log(table(`${articles} articles of 4 KB`, whole, articles));
    console.log(`\n${table(`one of ${articles} articles`, single, 1)}`);
    for (const line of left) console.log(`\n${line}`);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

function table(what: string, measured: Readonly<Record<string, Usage>>, files: number): string {
  const { Copydesk: own } = measured;
  if (own === undefined) throw new Error('nothing was measured');
  const ratio = (value: number, base: number): string => `×${(value / base).toFixed(2)}`;
  const rows = Object.entries(measured).map(([name, { wall, cpu, rss }]) =>
    [
      '',
      name,
      `${wall.toFixed(0)} ms`,
      ratio(wall, own.wall),
      `${cpu.toFixed(0)} ms`,
      ratio(cpu, own.cpu),
      `${rss.toFixed(0)} MB`,
      ratio(rss, own.rss),
      ((files * 1000) / wall).toFixed(0),
      '',
    ]
      .join(' | ')
      .trim(),
  );
  return [
    `| ${what} | wall | | CPU | | memory | | files a second |`,
    '|---|---:|---:|---:|---:|---:|---:|---:|',
    ...rows,
  ].join('\n');
}

await main();
