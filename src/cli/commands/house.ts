import { dirname, resolve } from 'node:path';
import { rules } from '../../checks/index.ts';
import { kindAt } from '../../disk/disk.ts';
import { describeHouse } from '../../house/describe.ts';
import { houseIds, shippedHouse } from '../../house/load.ts';
import { houseTexts, shippedCases } from '../../house/shipped-trees.ts';
import { termAsWritten } from '../../house/terms-schema.ts';
import { buildReport } from '../build-report.ts';
import { housesOf, notesOnHouses } from '../houses.ts';
import { UsageError } from '../messages.ts';
import { printNotes, printReport } from '../print-report.ts';
import { exitCodes, type Run } from '../run.ts';
import { reportHouses } from './check.ts';
import { casesIn, printCases } from './house-cases.ts';

/** `copydesk house`: the house that applies here, everything that it extends filled in. Returns the exit code. */
export async function house(run: Run): Promise<number> {
  const { io, say, values, operands, locale } = run;
  const id = houseIds.find((known) => known === operands[0]);
  if (id !== undefined) return shipped(run, id);
  const place = resolve(io.cwd, operands[0] ?? '.');
  const kind = kindAt(place);
  if (kind === undefined) throw new UsageError(say('not-found', { path: operands[0] ?? '.' }));
  if (kind === 'other')
    throw new UsageError(`${operands[0] ?? '.'}: ${say('unreadable', { detail: say('not-a-file') })}`);
  const known = housesOf(run);
  const at = await known.ofFolder(kind === 'folder' ? place : dirname(place));
  const notes = notesOnHouses(known, run).filter(({ failed }) => failed);
  if (at.isUnknown) {
    printNotes(run, notes);
    return exitCodes.failed;
  }
  if (values.cases) return printCases(run, casesIn(known.faults(at.file ?? '')?.text ?? ''), at.house);
  if (values.format === 'json') {
    // Where a name stands in the staff file is of no use to who reads JSON.
    const staff = at.house.staff?.map(({ at: _, ...person }) => person);
    const terms = at.house.terms?.map(termAsWritten);
    io.stdout.write(`${JSON.stringify({ ...at.house, staff, terms, origins: undefined }, undefined, 2)}\n`);
  } else io.stdout.write(describeHouse(at.house, locale));
  const faulty = reportHouses(known, run);
  if (faulty.length === 0 && notes.length === 0) return exitCodes.clean;
  // The house goes to standard output, what is wrong with it does not.
  return printReport(
    { ...run, values: { ...values, format: 'pretty' }, io: { ...io, stdout: io.stderr } },
    buildReport([], faulty, notes, 0),
  );
}

/** One of the houses that come with Copydesk: its file, to learn from and to extend. */
function shipped(run: Run, id: string): number {
  const { io, values } = run;
  const own = shippedHouse(id);
  if (values.cases) return printCases(run, shippedCases(id, rules), own);
  const text = houseTexts[id] ?? '';
  io.stdout.write(
    values.format === 'json' ? `${JSON.stringify({ ...own, origins: undefined }, undefined, 2)}\n` : text,
  );
  return exitCodes.clean;
}
