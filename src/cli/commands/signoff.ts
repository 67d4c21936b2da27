import { disk } from '../../disk/disk.ts';
import { pathOf, uriOf } from '../../disk/place.ts';
import type { House, SignStep } from '../../house/house.ts';
import { fill, inLocale, type Locale, type Localized, type MessageData } from '../../model/finding.ts';
import { parseArticle } from '../../model/parse.ts';
import { applyEdits } from '../../model/range.ts';
import { isLeftOut } from '../../newsroom/ignore.ts';
import { recordPlace } from '../../newsroom/record.ts';
import { readText } from '../../newsroom/world.ts';
import { readingOf } from '../../reading/reading.ts';
import { signingFaults, todayIn, turnFor } from '../../reading/signing-faults.ts';
import { type Signoffs, signoffsOf, stepNamed, whoseTurn } from '../../reading/signoffs.ts';
import { signOff } from '../../writing/sign-off.ts';
import { articleAt } from '../article-at.ts';
import { housesOf } from '../houses.ts';
import { UsageError } from '../messages.ts';
import { notWritten } from '../not-written.ts';
import { findSources, type ReadArticle } from '../read-articles.ts';
import { rewriteArticle } from '../rewrite-article.ts';
import { exitCodes, type Run } from '../run.ts';
import { showPath, showUri } from '../shown-path.ts';
import { signerOf } from '../signer.ts';
import { writeWhole } from '../write-file.ts';
import { check } from './check.ts';

/** What is verified: signatures, and that the front matter which holds them can be read in one way alone. */
const verified = [
  'missing-signature',
  'changed-after-signing',
  'front-matter-syntax',
  'duplicate-field',
  'misplaced-fence',
  'conflict-marker',
];

/** `copydesk signoff`: signs a step of an article, or verifies what is signed. Returns the exit code. */
export async function signoff(run: Run): Promise<number> {
  const { values, operands } = run;
  if (values.verify === true) {
    await requireSteps(run);
    return check({ ...run, values: { ...values, check: verified } });
  }
  const [operand, extra] = operands;
  if (operand === undefined || extra !== undefined) throw refused(run, 'one-file', {});
  const read = await articleAt(operand, run);
  const { house } = read.inForce;
  if (house.signoff.steps.length === 0) throw refused(run, 'no-steps', {});
  const article = parseArticle(read.text);
  const place = recordPlace(read.uri, house);
  const file = place === undefined ? undefined : await readText(disk, place);
  const signoffs = signoffsOf(article, house, file);
  const name = signerOf(run, house);
  const step = stepFor(run, house, name, article, signoffs, file);
  const edit = signOff(article, house, name, step, run.io.now(), file);
  if (edit === undefined) throw refused(run, 'unwritten', { path: read.shown });
  write(run, read, edit, file);
  await tell(run, read, name, step);
  return exitCodes.clean;
}

/**
 * Tells of articles of which nothing is asked, for their house lists no steps: a job that verifies nothing must not look
 * like one that found all signed. Throws {@link UsageError} where no house lists any.
 */
async function requireSteps(run: Run): Promise<void> {
  const { io } = run;
  const houses = housesOf(run);
  const { sources } = await findSources(run, houses);
  const without = new Map<string, number>();
  let asking = 0;
  for (const source of sources) {
    if (!('path' in source)) continue;
    const { house, file, leftOut } = await houses.of(uriOf(source.path));
    if (house.signoff.steps.length > 0) asking++;
    else if (source.named || !isLeftOut(leftOut, uriOf(source.path))) {
      const named = file === undefined ? '' : showUri(file, io.cwd);
      without.set(named, (without.get(named) ?? 0) + 1);
    }
  }
  if (asking === 0 && without.size > 0) throw refused(run, 'no-steps', {});
  for (const [file, count] of without) {
    const key = file === '' ? 'unasked-alone' : 'unasked';
    io.stderr.write(`copydesk: ${said(key, { file, count }, run.locale)}\n`);
  }
}

/** Writes a signature. Throws {@link UsageError} where it cannot. */
function write(
  run: Run,
  read: ReadArticle,
  edit: NonNullable<ReturnType<typeof signOff>>,
  file: string | undefined,
): void {
  if (edit.of === 'article') {
    const note = rewriteArticle(read, applyEdits(read.text, edit.edits), run);
    if (note !== undefined) throw new UsageError(`${note.path}: ${note.message}`);
    return;
  }
  const path = pathOf(recordPlace(read.uri, read.inForce.house) ?? '');
  if (path === undefined) throw refused(run, 'unwritten', { path: read.shown });
  const failed = writeWhole(path, Buffer.from(applyEdits(file ?? '', edit.edits)));
  if (failed) throw notWritten(showPath(path, run.io.cwd), failed, run.say);
}

/** The step that is signed: the one that was named, or the next that this person may sign. Throws {@link UsageError}. */
function stepFor(
  run: Run,
  house: House,
  name: string,
  article: ReturnType<typeof parseArticle>,
  signoffs: Signoffs,
  file: string | undefined,
): SignStep {
  const { step: named } = run.values;
  const reading = readingOf(article, house);
  const day = todayIn(run.io.now(), house);
  const next = whoseTurn(reading, file, day);
  const step =
    named === undefined ? (turnFor(reading, signoffs, name, day, file) ?? next)?.step : stepNamed(house, named);
  const known = house.signoff.steps.map(({ id }) => id).join(run.locale === 'en' ? ', ' : '、');
  if (step === undefined) {
    if (named === undefined) throw refused(run, 'all-signed', {});
    throw refused(run, 'unknown-step', { step: named, known });
  }
  const [fault] = signingFaults(house, step, name, signoffs, day);
  if (fault === undefined) return step;
  const who = step.who.join(run.locale === 'en' ? ', ' : '、');
  const other = 'other' in fault ? inLocale(fault.other.label, run.locale) : '';
  const { from, to } = 'from' in fault ? fault : { from: '', to: '' };
  throw refused(run, fault.kind, { name, step: inLocale(step.label, run.locale), who, other, from, to });
}

/** Says what was signed, what that confirms and who is next. */
async function tell(run: Run, read: ReadArticle, name: string, step: SignStep): Promise<void> {
  const { io, locale } = run;
  const out = (key: Sentence, data: MessageData): void => void io.stdout.write(`${said(key, data, locale)}\n`);
  out('signed', { path: read.shown, name, step: inLocale(step.label, locale) });
  for (const sentence of step.confirms) io.stdout.write(`  ${sentence}\n`);
  const again = await articleAt(read.path ?? '', run);
  const { house } = again.inForce;
  const place = recordPlace(again.uri, house);
  const file = place === undefined ? undefined : await readText(disk, place);
  const next = whoseTurn(readingOf(parseArticle(again.text), house), file, todayIn(io.now(), house));
  if (next === undefined) out('done', {});
  else {
    const comma = locale === 'en' ? ', ' : '、';
    const who = (next.people.length > 0 ? next.people : next.who).join(comma);
    out(who === '' ? 'next' : 'next-by', { step: inLocale(next.step.label, locale), who });
  }
}

const sentences = {
  'one-file': {
    en: 'Name the one article to sign, or `--verify` to look at many.',
    zh: '请写明要签的一篇稿件；核对多篇请用 `--verify`。',
  },
  'no-steps': {
    en: 'This house signs nothing: list the steps under `signoff:` of copydesk.yml.',
    zh: '本社没有规定审签步骤：请在 copydesk.yml 的 `signoff:` 中写明。',
  },
  unasked: {
    en: '{file} lists no steps of signing: nothing is asked of its articles ({count}). `--house FILE` holds one house for all.',
    zh: '{file} 没有规定审签步骤，其下稿件（{count} 篇）不要求签字。用 `--house 文件` 可令全部稿件按同一规范核对。',
  },
  'unasked-alone': {
    en: 'Articles without a copydesk.yml: {count}. Nothing is asked of them; `--house FILE` holds one house for all.',
    zh: '有 {count} 篇稿件没有 copydesk.yml，不要求签字。用 `--house 文件` 可令全部稿件按同一规范核对。',
  },
  'all-signed': { en: 'Everything is signed, and nothing has changed since.', zh: '已全部签完，签后没有改动。' },
  'unknown-step': { en: 'There is no step `{step}`, but these: {known}.', zh: '没有“{step}”这一步，可用：{known}。' },
  'not-theirs': { en: '{name} may not sign “{step}”: it is for {who}.', zh: '{name}不能签“{step}”，应由{who}签。' },
  'not-active': {
    en: '{name} may not sign “{step}” today: the staff list has them for {from}–{to}.',
    zh: '{name}今天不能签“{step}”：人员名单中的起止时间是{from}至{to}。',
  },
  'one-person': {
    en: '{name} has signed “{other}” and may not sign “{step}” as well.',
    zh: '{name}已签“{other}”，不能再签“{step}”。',
  },
  order: { en: '“{other}” comes before “{step}” and is not signed yet.', zh: '应先签“{other}”，再签“{step}”。' },
  unwritten: {
    en: '`{path}`: the signature cannot be written while the front matter, or the record beside it, has faults or holds something else in its field. `copydesk check` tells where.',
    zh: '“{path}”：稿件信息或稿件旁的签审记录有错误，或其中签审一项是别的内容，无法写入签字。`copydesk check` 会指出位置。',
  },
  signed: { en: '{path}: {name} has signed “{step}”', zh: '{path}：{name}已签“{step}”' },
  done: { en: 'All steps are signed.', zh: '各步均已签。' },
  next: { en: 'Next: “{step}”', zh: '下一步：“{step}”' },
  'next-by': { en: 'Next: “{step}”, by {who}', zh: '下一步：“{step}”，由{who}签' },
} satisfies Record<string, Localized>;

type Sentence = keyof typeof sentences;

const said = (key: Sentence, data: MessageData, locale: Locale): string => fill(inLocale(sentences[key], locale), data);

const refused = ({ locale }: Run, key: Sentence, data: MessageData): UsageError =>
  new UsageError(said(key, data, locale));
