import { join, resolve } from 'node:path';
import { disk, kindAt } from '../../disk/disk.ts';
import { uriOf } from '../../disk/place.ts';
import { inLocale, type Localized } from '../../model/finding.ts';
import { houseFile, staffFile } from '../../newsroom/files.ts';
import type { Decision, Question } from '../../setup/decision.ts';
import { type Observation, observe } from '../../setup/observe.ts';
import { filesOf, type HouseFiles, type Proposal, propose } from '../../setup/propose.ts';
import { UsageError } from '../messages.ts';
import { exitCodes, type Run } from '../run.ts';
import { showPath } from '../shown-path.ts';
import { writeNew } from '../write-file.ts';

/** `copydesk init`: reads an archive and sets up its newsroom. Returns the exit code. */
export async function init(run: Run): Promise<number> {
  const { io, say, values, operands, locale } = run;
  const folder = resolve(io.cwd, operands[0] ?? '.');
  const shown = showPath(folder, io.cwd) || '.';
  if (kindAt(folder) !== 'folder') throw new UsageError(say('init-no-folder', { path: shown }));
  if (kindAt(join(folder, houseFile)) !== undefined)
    throw new UsageError(say('init-house-there', { path: showPath(join(folder, houseFile), io.cwd) }));
  const seen = await observe(disk, uriOf(folder), {
    progress(done, total) {
      if (io.isTTY) io.stderr.write(`\r${say('init-reading', { done, total })}${done === total ? '\n' : ''}`);
    },
  });
  if (seen.articles.length === 0) throw new UsageError(say('init-no-articles', { path: shown }));
  const proposal = await propose(disk, seen, io.now());
  const accepted = await ask(run, seen, proposal);
  if (accepted === undefined) {
    io.stderr.write(`copydesk: ${say('init-stopped')}\n`);
    return exitCodes.failed;
  }
  const files = filesOf(accepted, seen, locale);
  if (values['dry-run'] === true) printFiles(run, files);
  else writeFiles(run, folder, files);
  const { trial } = proposal;
  const found = trial.checks.reduce((sum, { findings }) => sum + findings, 0);
  const rate = ((found * 10_000) / Math.max(1, trial.characters)).toFixed(1);
  io.stderr.write(`copydesk: ${say('init-done', { rate, articles: trial.articles })}\n`);
  return exitCodes.clean;
}

const questions: readonly { readonly id: Question; readonly title: Localized; readonly asked: Localized }[] = [
  {
    id: 'where',
    title: { en: 'Where the articles lie', zh: '稿件在哪里' },
    asked: { en: 'Is this where your articles lie?', zh: '稿件是这样存放的吗？' },
  },
  {
    id: 'who',
    title: { en: 'Who signs, and how', zh: '谁署名、怎么写' },
    asked: { en: 'Is this how you sign?', zh: '署名是这样写的吗？' },
  },
  {
    id: 'demands',
    title: { en: 'What an article has, and what may be demanded', zh: '稿件有什么、可以要求什么' },
    asked: { en: 'May this be demanded of every article?', zh: '可以这样要求每篇稿件吗？' },
  },
];

/** Shows what is proposed and asks; `undefined` when the newsroom stops. */
async function ask(
  run: Run,
  { articles }: Observation,
  { decisions }: Proposal,
): Promise<readonly Decision[] | undefined> {
  const { io, say, values, locale } = run;
  const accepted: Decision[] = [];
  const all = values.yes === true || values['dry-run'] === true;
  io.stderr.write(`${say('init-found', { articles: articles.length })}\n`);
  for (const { id, title, asked } of questions) {
    const mine = decisions.filter(({ question }) => question === id);
    if (mine.length === 0) continue;
    io.stderr.write(
      `\n${inLocale(title, locale)}\n${mine.map((decision) => (decision.isMinor ? '' : show(decision, run))).join('')}${showMinor(mine, run)}`,
    );
    const answer = all ? 'yes' : await answerTo(run, inLocale(asked, locale));
    if (answer === undefined) return undefined;
    if (answer === 'yes') accepted.push(...mine);
    else io.stderr.write(`${say('init-left')}\n`);
  }
  return accepted;
}

/** Fields that mean nothing to Copydesk, on one line. */
function showMinor(decisions: readonly Decision[], { locale, say }: Run): string {
  const minor = decisions.filter(({ isMinor }) => isMinor);
  if (minor.length === 0) return '';
  const named = minor.map(({ title, proposed }) => `${inLocale(title, locale)} ${inLocale(proposed, locale)}`);
  return `  ${say('init-besides', { fields: named.join(locale === 'zh' ? '、' : ', ') })}\n`;
}

function show({ title, proposed, evidence, outliers }: Decision, { locale, say }: Run): string {
  const [open, close] = locale === 'zh' ? ['（', '）'] : [' (', ')'];
  const colon = locale === 'zh' ? '：' : ': ';
  const line = `  ${inLocale(title, locale)}${colon}${inLocale(proposed, locale)}${open}${inLocale(evidence, locale)}${close}\n`;
  if (outliers === undefined) return line;
  const files = outliers.files.slice(0, 3).join(locale === 'zh' ? '、' : ', ');
  const more = outliers.files.length > 3 ? say('init-more') : '';
  return `${line}      ${inLocale(outliers.said, locale)}${files === '' ? '' : `${colon}${files}${more}`}\n`;
}

/** Asks one question until it is answered; `undefined` for stop, and where nobody answers. */
async function answerTo({ io, say }: Run, question: string): Promise<'yes' | 'no' | undefined> {
  for (;;) {
    io.stderr.write(`\n${question} ${say('init-answers')} `);
    const line = await io.readLine();
    if (line === undefined) {
      io.stderr.write('\n');
      throw new UsageError(say('init-no-answer'));
    }
    const said = line.trim().toLowerCase();
    if (['', 'y', 'yes', '是', '对', '好'].includes(said)) return 'yes';
    if (['n', 'no', '否', '不', '不是'].includes(said)) return 'no';
    if (['q', 'quit', 'stop', '退出'].includes(said)) return undefined;
  }
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
