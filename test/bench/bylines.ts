import { parseLine } from '../../src/model/parse-line.ts';
import { domainFolder, type Sample, samples } from '../model/domain-samples.ts';

interface Tally {
  total: number;
  people: number;
  roles: number;
  ok: number;
  outlet: number;
  place: number;
  date: number;
  agency: number;
  flags: number;
}

const blank = (): Tally => ({
  total: 0,
  people: 0,
  roles: 0,
  ok: 0,
  outlet: 0,
  place: 0,
  date: 0,
  agency: 0,
  flags: 0,
});
const columns = ['people', 'roles', 'ok', 'outlet', 'place', 'date', 'agency', 'flags'] as const;

function measure(as: 'byline' | 'credit', samples: readonly Sample[], verbose: boolean): Map<string, Tally> {
  const table = new Map<string, Tally>([['ALL', blank()]]);
  for (const sample of samples) {
    const parsed = parseLine(sample.text, as);
    const names = (people: Sample['people']) => people.map(({ name }) => name).join('|');
    const roles = (people: Sample['people']) => people.map(({ role }) => role ?? '-').join('|');
    const right = {
      people: names(parsed.people) === names(sample.people),
      roles: names(parsed.people) === names(sample.people) && roles(parsed.people) === roles(sample.people),
      // A text that is rightly not read as a byline has no form to judge.
      ok: parsed.ok === sample.ok,
      outlet: parsed.outlet === sample.outlet,
      place: parsed.place === sample.place,
      date: parsed.date === sample.date,
      agency: as === 'byline' || parsed.agency === (sample.agency ?? null),
      flags: as === 'byline' || (parsed.archive === sample.archive && parsed.ai === sample.ai),
    };
    const kind = sample.kind.split(/[./+]/)[0] ?? sample.kind;
    if (!table.has(kind)) table.set(kind, blank());
    for (const key of ['ALL', kind]) {
      const tally = table.get(key);
      if (!tally) continue;
      tally.total++;
      for (const column of columns) if (right[column]) tally[column]++;
    }
    const wrong = columns.filter((column) => !right[column]);
    if (verbose && wrong.length > 0) {
      console.log(
        `  ${wrong.join(',')}: ${sample.text}\n    got  ${JSON.stringify(parsed)}\n    want ${JSON.stringify(sample)}`,
      );
    }
  }
  return table;
}

function print(title: string, table: ReadonlyMap<string, Tally>): void {
  console.log(`\n${title}`);
  console.log(`${'kind'.padEnd(18)}${'n'.padStart(5)}${columns.map((column) => column.padStart(9)).join('')}`);
  for (const [kind, tally] of table) {
    console.log(row(kind, tally));
  }
}

function row(title: string, tally: Tally): string {
  const cells = columns.map((column) => `${((100 * tally[column]) / tally.total).toFixed(1)}%`.padStart(9)).join('');
  return `${title.padEnd(18)}${String(tally.total).padStart(5)}${cells}`;
}

const heldOutFolders = ['', '/second', '/third', '/fourth'].map((set) => `test/model/heldout${set}`);
const folder = process.argv.find((argument, index) => index > 1 && !argument.startsWith('-')) ?? domainFolder;
const verbose = process.argv.includes('--verbose');
try {
  for (const as of ['byline', 'credit'] as const) {
    const all = samples(as, folder);
    const started = performance.now();
    for (let run = 0; run < 20; run++) for (const { text } of all) parseLine(text, as);
    const each = (1000 * (performance.now() - started)) / (20 * all.length);
    print(`${as}s (${all.length} strings, ${each.toFixed(1)} µs each)`, measure(as, all, verbose));
  }
  if (folder === domainFolder) for (const heldOut of heldOutFolders) printHeldOut(heldOut);
  printHostile();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}

/** The strings that nobody looked at while the readers were written, in one line a set. */
function printHeldOut(heldOut: string): void {
  console.log(`\nheld-out: ${heldOut}`);
  console.log(`${''.padEnd(18)}${'n'.padStart(5)}${columns.map((column) => column.padStart(9)).join('')}`);
  for (const as of ['byline', 'credit'] as const) {
    const tally = measure(as, samples(as, heldOut), verbose).get('ALL');
    if (tally) console.log(row(`${as}s`, tally));
  }
}

/** Milliseconds for hostile text of 100,000 characters and of twice as many. */
function printHostile(): void {
  console.log('\nhostile text, ms for 100,000 and 200,000 characters');
  for (const piece of ['记者', '（', '王 ', '本报讯（记者 王', '。摄', '图片来源：']) {
    const times = [100_000, 200_000].map((length) => {
      const text = piece.repeat(Math.ceil(length / piece.length));
      const started = performance.now();
      for (let run = 0; run < 10; run++) {
        parseLine(text, 'byline');
        parseLine(text, 'credit');
      }
      return ((performance.now() - started) / 10).toFixed(2);
    });
    console.log(`${piece.padEnd(18)}${times.map((time) => time.padStart(9)).join('')}`);
  }
}
