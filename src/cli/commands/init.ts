import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { disk, kindAt } from '../../disk/disk.ts';
import { uriOf } from '../../disk/place.ts';
import { unifiedDiff } from '../../engine/unified-diff.ts';
import { inLocale } from '../../model/finding.ts';
import { houseFile, staffFile } from '../../newsroom/files.ts';
import { readText } from '../../newsroom/world.ts';
import { changesOf, withChanges } from '../../setup/changes.ts';
import { type Observation, observe } from '../../setup/observe.ts';
import { filesOf, type HouseFiles, propose } from '../../setup/propose.ts';
import { askSetup } from '../ask-setup.ts';
import { housesOf } from '../houses.ts';
import { UsageError } from '../messages.ts';
import { exitCodes, type Run } from '../run.ts';
import { showPath } from '../shown-path.ts';
import { replaceFile, writeNew } from '../write-file.ts';

/** `copydesk init`: reads an archive and sets up its newsroom, or tells one that has a house what is new. Returns the exit code. */
export async function init(run: Run): Promise<number> {
  const { io, say, operands } = run;
  const folder = resolve(io.cwd, operands[0] ?? '.');
  const shown = showPath(folder, io.cwd) || '.';
  if (kindAt(folder) !== 'folder') throw new UsageError(say('init-no-folder', { path: shown }));
  const seen = await observe(disk, uriOf(folder), {
    progress(done, total) {
      if (io.isTTY) io.stderr.write(`\r${say('init-reading', { done, total })}${done === total ? '\n' : ''}`);
    },
  });
  if (seen.articles.length === 0) throw new UsageError(say('init-no-articles', { path: shown }));
  io.stderr.write(`${say('init-found', { articles: seen.articles.length })}\n`);
  const isNew = kindAt(join(folder, houseFile)) === undefined;
  const code = await (isNew ? setUp(run, folder, seen) : tellNews(run, folder, seen));
  if (code === exitCodes.clean && run.values.recipe !== undefined)
    (await import('../recipes.ts')).writeRecipes(run, folder);
  return code;
}

async function setUp(run: Run, folder: string, seen: Observation): Promise<number> {
  const { io, say, values, locale } = run;
  const { decisions, trial } = await propose(disk, seen, io.now());
  const accepted = await askSetup(
    run,
    decisions.map((decision) => ({ decision })),
  );
  if (accepted === undefined) return stopped(run);
  const files = filesOf(
    accepted.map(({ decision }) => decision),
    seen,
    locale,
  );
  if (values['dry-run'] === true) printFiles(run, files);
  else writeFiles(run, folder, files);
  const found = trial.checks.reduce((sum, { findings }) => sum + findings, 0);
  const rate = ((found * 10_000) / Math.max(1, trial.characters)).toFixed(1);
  io.stderr.write(`copydesk: ${say('init-done', { rate, articles: trial.articles })}\n`);
  return exitCodes.clean;
}

/** A newsroom that has a house hears what its archive has besides: new fields, columns, forms, colleagues. */
async function tellNews(run: Run, folder: string, seen: Observation): Promise<number> {
  const { io, say, values, locale } = run;
  const place = join(folder, houseFile);
  const known = housesOf(run);
  const { house, faulty, isUnknown } = await known.ofFolder(folder);
  const text = await readText(disk, uriOf(place));
  if (text === undefined || faulty || isUnknown)
    throw new UsageError(say('init-house-faulty', { path: showPath(place, io.cwd) }));
  const staff = await readText(disk, uriOf(join(folder, staffFile)));
  const before = { house: text, staff };
  const changes = changesOf(seen, {
    house,
    text,
    staff: staff === undefined ? undefined : { people: house.staff ?? [], text: staff },
  });
  if (changes.length === 0) {
    io.stderr.write(`copydesk: ${say('init-nothing-new', { path: showPath(place, io.cwd) })}\n`);
    return exitCodes.clean;
  }
  const accepted = await askSetup(run, changes);
  if (accepted === undefined) return stopped(run);
  const { texts, refused } = withChanges(accepted, before, locale);
  for (const { title } of refused)
    io.stderr.write(`copydesk: ${say('init-refused', { what: inLocale(title, locale) })}\n`);
  for (const [name, was, now] of [
    [houseFile, before.house, texts.house],
    [staffFile, before.staff, texts.staff],
  ] as const)
    if (was !== undefined && now !== undefined && was !== now)
      replace(run, join(folder, name), was, now, values['dry-run'] === true);
  return exitCodes.clean;
}

function replace({ io, say }: Run, place: string, was: string, now: string, isDry: boolean): void {
  const shown = showPath(place, io.cwd);
  if (isDry) {
    io.stdout.write(unifiedDiff(shown, was, now));
    return;
  }
  const bytes = readFileSync(place);
  // Only what is UTF-8 can be written back as it was.
  const failed = Buffer.from(was).equals(bytes) ? replaceFile(place, bytes, Buffer.from(now)) : { detail: 'UTF-8' };
  if (failed !== undefined) throw new UsageError(`${shown}: ${say('write-failed', { detail: failed.detail })}`);
  io.stdout.write(`${shown}\n`);
}

function stopped({ io, say }: Run): number {
  io.stderr.write(`copydesk: ${say('init-stopped')}\n`);
  return exitCodes.failed;
}

function filesIn({ house, staff, templates }: HouseFiles): readonly (readonly [path: string, text: string])[] {
  return [
    [houseFile, house],
    ...(staff === undefined ? [] : [[staffFile, staff] as const]),
    ...templates.map(({ name, text }) => [`templates/${name}`, text] as const),
  ];
}

function printFiles({ io }: Run, files: HouseFiles): void {
  for (const [path, text] of filesIn(files)) io.stdout.write(`==> ${path} <==\n${text}\n`);
}

/** Writes what is not there yet, the house file last: until it is there, nothing has begun. */
function writeFiles({ io, say }: Run, folder: string, files: HouseFiles): void {
  for (const [path, text] of [...filesIn(files)].reverse()) {
    const place = join(folder, ...path.split('/'));
    const shown = showPath(place, io.cwd);
    const failed = writeNew(place, Buffer.from(text));
    if (failed?.kind === 'changed') io.stderr.write(`copydesk: ${say('init-kept', { path: shown })}\n`);
    else if (failed !== undefined) throw new UsageError(`${shown}: ${say('write-failed', { detail: failed.detail })}`);
    else io.stdout.write(`${shown}\n`);
  }
}
