import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { disk, kindAt } from '../../disk/disk.ts';
import { uriOf } from '../../disk/place.ts';
import { unifiedDiff } from '../../engine/unified-diff.ts';
import { inLocale } from '../../model/finding.ts';
import { houseFile, staffFile } from '../../newsroom/files.ts';
import { readText } from '../../newsroom/world.ts';
import { changesOf, withChanges } from '../../setup/changes.ts';
import type { Decision } from '../../setup/decision.ts';
import { type Observation, observe } from '../../setup/observe.ts';
import { filesOf, type HouseFiles, propose } from '../../setup/propose.ts';
import { tryHouse } from '../../setup/trial.ts';
import { askSetup } from '../ask-setup.ts';
import { housesOf } from '../houses.ts';
import { UsageError } from '../messages.ts';
import { notWritten } from '../not-written.ts';
import { progressOf } from '../progress.ts';
import { type ProposedFile, proposalJson } from '../proposal-json.ts';
import { exitCodes, type Run } from '../run.ts';
import { showPath } from '../shown-path.ts';
import { replaceFile, writeNew } from '../write-file.ts';

/** `copydesk init`: reads an archive and sets up its newsroom, or tells one that has a house what is new. Returns the exit code. */
export async function init(run: Run): Promise<number> {
  const { io, say, operands, values } = run;
  if (values.json === true && values.recipe !== undefined)
    throw new UsageError(say('not-together', { one: '--json', other: '--recipe' }));
  const folder = resolve(io.cwd, operands[0] ?? '.');
  const shown = showPath(folder, io.cwd) || '.';
  if (kindAt(folder) !== 'folder') throw new UsageError(say('no-folder', { path: shown }));
  const reading = progressOf(run, 0, 'init-reading');
  const seen = await observe(disk, uriOf(folder), { progress: reading.at });
  reading.end();
  const [unread] = seen.unread;
  if (seen.articles.length === 0 && unread !== undefined)
    throw new UsageError(
      say('init-none-read', {
        path: shown,
        file: unread,
        files: seen.unread.length,
        plural: many(seen.unread.length).plural,
      }),
    );
  if (seen.articles.length === 0) throw new UsageError(say('init-no-articles', { path: shown }));
  if (values.json !== true) io.stderr.write(`${say('init-found', many(seen.articles.length))}\n`);
  const isNew = kindAt(join(folder, houseFile)) === undefined;
  const code = await (isNew ? setUp(run, folder, seen) : tellNews(run, folder, seen));
  if (code === exitCodes.clean && values.recipe !== undefined)
    (await import('../recipes.ts')).writeRecipes(run, folder);
  return code;
}

async function setUp(run: Run, folder: string, seen: Observation): Promise<number> {
  const { io, say, values, locale } = run;
  const trying = progressOf(run, 0, 'init-trying');
  const { decisions, trial } = await propose(disk, seen, io.now(), { trying: trying.at });
  trying.end();
  const accepted = await accept(
    run,
    decisions.map((decision) => ({ decision })),
  );
  if (accepted === undefined || accepted.length === 0) return stopped(run);
  const files = filesOf(
    accepted.map(({ decision }) => decision),
    seen,
    locale,
  );
  // What was left out may have been what keeps the archive quiet.
  const left = accepted.length === decisions.length ? trial : await tryHouse(disk, seen, files, io.now());
  const found = left.checks.reduce((sum, { findings }) => sum + findings, 0);
  const rate = Math.round((found * 100_000) / Math.max(1, left.characters)) / 10;
  const written = writesNothing(run) ? undefined : writeFiles(run, folder, files);
  if (values.json === true) {
    const proposed = { isNew: true, articles: seen.articles.length, rate, files: filesIn(files), ...named(written) };
    io.stdout.write(proposalJson(decisions, proposed, locale));
    return exitCodes.clean;
  }
  if (written === undefined) printFiles(run, files);
  io.stderr.write(`copydesk: ${say('init-done', { rate: rate.toFixed(1), ...many(trial.articles) })}\n`);
  return exitCodes.clean;
}

/** A number of articles, with what English says of one and of several. */
function many(articles: number): Readonly<Record<'articles' | 'plural' | 'singular' | 'have', string | number>> {
  const isOne = articles === 1;
  return { articles, plural: isOne ? '' : 's', singular: isOne ? 's' : '', have: isOne ? 's' : 've' };
}

const named = (written: readonly string[] | undefined): { readonly written?: readonly string[] } =>
  written === undefined ? {} : { written };

/** As data nothing is asked, and nothing is written unless `--yes` says so. */
const writesNothing = ({ values }: Run): boolean =>
  values['dry-run'] === true || (values.json === true && values.yes !== true);

/** What the newsroom accepts of what is proposed; a program that reads the proposals is asked nothing. */
function accept<D extends { readonly decision: Decision }>(
  run: Run,
  proposed: readonly D[],
): Promise<readonly D[] | undefined> {
  return run.values.json === true ? Promise.resolve(proposed) : askSetup(run, proposed);
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
  const isJson = values.json === true;
  if (changes.length === 0 && !isJson) {
    io.stderr.write(`copydesk: ${say('init-nothing-new', { path: showPath(place, io.cwd) })}\n`);
    return exitCodes.clean;
  }
  const accepted = await accept(run, changes);
  if (accepted === undefined) return stopped(run);
  const { texts, refused } = withChanges(accepted, before, locale);
  const files = [
    [houseFile, before.house, texts.house],
    [staffFile, before.staff, texts.staff],
  ].flatMap(([path = '', was, now]): readonly Required<ProposedFile>[] =>
    was === undefined || now === undefined || was === now ? [] : [{ path, text: now, before: was }],
  );
  const written = writesNothing(run) ? undefined : files.map((file) => replace(run, folder, file));
  if (isJson) {
    const proposed = {
      isNew: false,
      articles: seen.articles.length,
      files,
      refused: refused.map(({ title }) => inLocale(title, locale)),
      ...named(written),
    };
    const decisions = changes.map(({ decision }) => decision);
    io.stdout.write(proposalJson(decisions, proposed, locale));
    return exitCodes.clean;
  }
  for (const { title } of refused)
    io.stderr.write(`copydesk: ${say('init-refused', { what: inLocale(title, locale) })}\n`);
  for (const { path, before: was, text: now } of written === undefined ? files : [])
    io.stdout.write(unifiedDiff(showPath(join(folder, path), io.cwd), was, now));
  return exitCodes.clean;
}

/** Writes what a file says now. Returns its path as it is shown. */
function replace({ io, say, values }: Run, folder: string, { path, before, text }: Required<ProposedFile>): string {
  const place = join(folder, path);
  const shown = showPath(place, io.cwd);
  const bytes = readFileSync(place);
  // Only what is UTF-8 can be written back as it was.
  const failed = Buffer.from(before).equals(bytes)
    ? replaceFile(place, bytes, Buffer.from(text))
    : ({ kind: 'failed', detail: 'UTF-8' } as const);
  if (failed !== undefined) throw notWritten(shown, failed, say);
  if (values.json !== true) io.stdout.write(`${shown}\n`);
  return shown;
}

function stopped({ io, say }: Run): number {
  io.stderr.write(`copydesk: ${say('init-stopped')}\n`);
  return exitCodes.failed;
}

function filesIn({ house, staff, templates }: HouseFiles): readonly ProposedFile[] {
  return [
    { path: houseFile, text: house },
    ...(staff === undefined ? [] : [{ path: staffFile, text: staff }]),
    ...templates.map(({ name, text }) => ({ path: `templates/${name}`, text })),
  ];
}

function printFiles({ io }: Run, files: HouseFiles): void {
  for (const { path, text } of filesIn(files)) io.stdout.write(`==> ${path} <==\n${text}\n`);
}

/** Writes what is not there yet, the house file last: until it is there, nothing has begun. Returns what it wrote. */
function writeFiles({ io, say, values }: Run, folder: string, files: HouseFiles): readonly string[] {
  const written: string[] = [];
  for (const { path, text } of [...filesIn(files)].reverse()) {
    const place = join(folder, ...path.split('/'));
    const shown = showPath(place, io.cwd);
    const failed = writeNew(place, Buffer.from(text));
    if (failed?.kind === 'changed') io.stderr.write(`copydesk: ${say('init-kept', { path: shown })}\n`);
    else if (failed !== undefined) throw notWritten(shown, failed, say);
    else {
      written.push(shown);
      if (values.json !== true) io.stdout.write(`${shown}\n`);
    }
  }
  return written;
}
