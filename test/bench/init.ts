// `npm run bench:init [folder]`: what `copydesk init --yes` makes of archives of other newsrooms, without a hand: errors
// and warnings that are left, fields that are known, where articles lie, bylines that the written forms read; and what a
// house proposed from one half says of the other half; before that, what setting up 10,000 articles takes. Ends with 1
// when a house has faults, or leaves too much.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { disk } from '../../src/disk/disk.ts';
import { uriOf } from '../../src/disk/place.ts';
import { observe } from '../../src/setup/observe.ts';
import { filesOf, propose } from '../../src/setup/propose.ts';
import { daily } from '../setup/archives.ts';
import { runNode, usagePreload } from './measure.ts';

const corpus = path.resolve(process.env.COPYDESK_CORPUS ?? '../shared/corpus');
const cli = path.resolve('dist/cli.js');
const only = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
/** Errors and warnings in 10,000 characters that a newcomer may be met with. */
const target = 3;

interface Checked {
  readonly files: readonly {
    readonly path: string;
    readonly findings: readonly { readonly check: string; readonly severity: string }[];
  }[];
  readonly summary: { readonly characters: number };
}

/** Runs `copydesk check` in a folder, as anybody would. */
function check(cwd: string): Checked {
  const { stdout } = spawnSync(process.execPath, [cli, 'check', '--format', 'json'], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 29,
  });
  return JSON.parse(stdout) as Checked;
}

interface Measured {
  readonly articles: number;
  readonly rate: number;
  readonly unknown: number;
  readonly inPlace: number;
  readonly bylines: string;
  readonly by: string;
  readonly faults: number;
  readonly seconds: number;
  readonly texts: { readonly house: string; readonly staff: string | undefined };
}

/** Sets up a newsroom in a folder and checks it. */
async function setUp(folder: string): Promise<Measured> {
  const begin = performance.now();
  const seen = await observe(disk, uriOf(folder));
  const proposal = await propose(disk, seen, Date.now());
  const texts = filesOf(proposal.decisions, seen, 'en');
  const seconds = (performance.now() - begin) / 1000;
  write(folder, texts);
  const told = tell(folder);
  const [place] = seen.paths;
  const { read, total } = seen.bylines;
  const hasForms = proposal.decisions.some(({ id }) => id === 'bylines');
  return {
    articles: seen.articles.length,
    ...told,
    inPlace: (100 * (place?.count ?? 0)) / Math.max(1, seen.articles.length),
    bylines: hasForms ? `${read} of ${total}` : total === 0 ? 'none' : `not taken for any (${total})`,
    faults: proposal.trial.faults.length,
    seconds,
    texts,
  };
}

function write(folder: string, { house, staff }: Measured['texts']): void {
  writeFileSync(path.join(folder, 'copydesk.yml'), house);
  if (staff !== undefined) writeFileSync(path.join(folder, 'staff.yml'), staff);
}

function tell(folder: string, but: ReadonlySet<string> = new Set()): Pick<Measured, 'rate' | 'unknown' | 'by'> {
  const { files, summary } = check(folder);
  // Drafts are no measure of an archive: what is wrong in them is for whoever writes them.
  const found = files
    .filter(({ path: at }) => !/(?:^|\/)_drafts\//.test(at))
    .flatMap(({ findings }) => findings)
    .filter((one) => one.severity !== 'info' && !but.has(one.check));
  const by = new Map<string, number>();
  for (const one of found) by.set(one.check, (by.get(one.check) ?? 0) + 1);
  return {
    rate: (found.length * 10_000) / Math.max(1, summary.characters),
    unknown: by.get('unknown-field') ?? 0,
    by: [...by]
      .sort((a, b) => b[1] - a[1])
      .slice(0, 5)
      .map(([name, count]) => `${name} ${count}`)
      .join(', '),
  };
}

function articlesUnder(folder: string, at = ''): readonly string[] {
  return readdirSync(path.join(folder, at))
    .sort()
    .flatMap((name) => {
      const file = path.join(at, name);
      if (statSync(path.join(folder, file)).isDirectory()) return articlesUnder(folder, file);
      return /\.(?:md|markdown|mdx)$/i.test(name) ? [file] : [];
    });
}

/** Every second article of a folder, in another folder. */
function half(from: string, to: string, odd: boolean): void {
  for (const [index, file] of articlesUnder(from).entries()) {
    if ((index % 2 === 1) !== odd) continue;
    mkdirSync(path.dirname(path.join(to, file)), { recursive: true });
    cpSync(path.join(from, file), path.join(to, file));
  }
}

async function measure(name: string): Promise<boolean> {
  const root = mkdtempSync(path.join(tmpdir(), 'copydesk-init-'));
  try {
    const [whole, one, other] = ['whole', 'one', 'other'].map((part) => path.join(root, part)) as [
      string,
      string,
      string,
    ];
    cpSync(path.join(corpus, name), whole, { recursive: true });
    half(whole, one, false);
    half(whole, other, true);
    const all = await setUp(whole);
    const first = await setUp(one);
    write(other, first.texts);
    // What its links lead to lies in the first half.
    const unseen = tell(other, new Set(['broken-link']));
    console.log(
      `| ${name} | ${all.articles} | ${all.rate.toFixed(1)} | ${all.unknown} | ${all.inPlace.toFixed(0)} % | ${all.bylines} | ${unseen.rate.toFixed(1)} | ${unseen.unknown} | ${all.seconds.toFixed(1)} | ${all.by} |`,
    );
    return all.faults === 0 && all.rate <= target && all.unknown === 0 && unseen.rate <= 2 * target;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** What a newcomer with many articles waits for: an archive that is made for it, read and set up once in a process. */
async function many(count: number): Promise<void> {
  const root = mkdtempSync(path.join(tmpdir(), 'copydesk-init-'));
  try {
    for (const [file, text] of Object.entries(daily(count))) {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), text);
    }
    const { cpu, rss } = await runNode([cli, 'init', '--yes'], root, usagePreload(process.cwd()));
    const { rate } = tell(root);
    console.log(
      `\ninit --yes of ${count} articles: ${(cpu / 1000).toFixed(1)} s of CPU, ${rss.toFixed(0)} MB; ${rate.toFixed(1)} errors and warnings in 10,000 characters are left`,
    );
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

if (only.length === 0) await many(10_000);
if (!existsSync(corpus)) {
  console.log(`bench:init: there is no ${corpus}; nothing to measure.`);
} else {
  console.log(
    '| folder | articles | left in 10,000 | unknown fields | in the first place | bylines read | left in the other half | unknown there | seconds | by check |',
  );
  console.log('|---|---|---|---|---|---|---|---|---|---|');
  for (const name of readdirSync(corpus).sort()) {
    if (!statSync(path.join(corpus, name)).isDirectory() || (only.length > 0 && !only.includes(name))) continue;
    if (!(await measure(name))) process.exitCode = 1;
  }
}
