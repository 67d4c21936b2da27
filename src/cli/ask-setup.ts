import { inLocale, type Localized } from '../model/finding.ts';
import type { Decision, Question } from '../setup/decision.ts';
import { UsageError } from './messages.ts';
import type { Run } from './run.ts';

const questions: readonly { readonly id: Question; readonly title: Localized; readonly asked: Localized }[] = [
  {
    id: 'where',
    title: { en: 'Where the articles lie, and what their front matter says', zh: '稿件在哪里，稿件信息有哪些字段' },
    asked: { en: 'Is this where your articles lie, and what they say?', zh: '稿件是这样存放、这样写的吗？' },
  },
  {
    id: 'who',
    title: { en: 'Who signs, and how', zh: '谁署名、怎么写' },
    asked: { en: 'Is this how you sign?', zh: '署名是这样写的吗？' },
  },
  {
    id: 'demands',
    title: { en: 'What articles are held to', zh: '对稿件有什么要求' },
    asked: { en: 'Are articles held to this, and to no more?', zh: '就按这样要求稿件吗？' },
  },
];

/** Shows what is proposed and asks; `undefined` when the newsroom stops. What it will not have is left out. */
export async function askSetup<D extends { readonly decision: Decision }>(
  run: Run,
  proposed: readonly D[],
): Promise<readonly D[] | undefined> {
  const { io, say, values, locale } = run;
  const accepted: D[] = [];
  const all = values.yes === true || values['dry-run'] === true;
  for (const { id, title, asked } of questions) {
    const mine = proposed.filter(({ decision }) => decision.question === id);
    if (mine.length === 0) continue;
    const shown = mine.map(({ decision }) => (decision.isMinor ? '' : show(decision, run)));
    const minor = showMinor(
      mine.map(({ decision }) => decision),
      run,
    );
    io.stderr.write(`\n${inLocale(title, locale)}\n${shown.join('')}${minor}`);
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
  return `  ${say('init-besides', { fields: named.join(locale !== 'en' ? '、' : ', ') })}\n`;
}

function show({ title, proposed, evidence, outliers }: Decision, { locale, say }: Run): string {
  const [open, close] = locale !== 'en' ? ['（', '）'] : [' (', ')'];
  const colon = locale !== 'en' ? '：' : ': ';
  const line = `  ${inLocale(title, locale)}${colon}${inLocale(proposed, locale)}${open}${inLocale(evidence, locale)}${close}\n`;
  if (outliers === undefined) return line;
  const files = outliers.files.slice(0, 3).join(locale !== 'en' ? '、' : ', ');
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
