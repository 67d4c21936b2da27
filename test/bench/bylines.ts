import { existsSync, readFileSync } from 'node:fs';
import { parseLine } from '../../src/model/parse-line.ts';

/** One string of `../shared/domain`, read by hand. */
interface Sample {
  readonly text: string;
  readonly kind: string;
  readonly ok: boolean;
  readonly outlet: string | null;
  readonly place: string | null;
  readonly date: string | null;
  readonly people: readonly { readonly name: string; readonly role: string | null }[];
  readonly agency?: string | null;
  readonly archive?: boolean;
  readonly ai?: boolean;
}

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
    const cells = columns.map((column) => `${((100 * tally[column]) / tally.total).toFixed(1)}%`.padStart(9)).join('');
    console.log(`${kind.padEnd(18)}${String(tally.total).padStart(5)}${cells}`);
  }
}

const folder = process.argv.find((argument, index) => index > 1 && !argument.startsWith('-')) ?? '../shared/domain';
if (!existsSync(`${folder}/bylines.jsonl`)) {
  console.error(
    `bench:bylines needs ${folder}/bylines.jsonl. Give the folder that holds it: npm run bench:bylines -- FOLDER`,
  );
  process.exit(2);
}
const verbose = process.argv.includes('--verbose');
for (const as of ['byline', 'credit'] as const) {
  const lines = readFileSync(`${folder}/${as}s.jsonl`, 'utf8').split('\n').filter(Boolean);
  const samples = lines.map((line) => JSON.parse(line) as Sample);
  print(`${as}s`, measure(as, samples, verbose));
}
