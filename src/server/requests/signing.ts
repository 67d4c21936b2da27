import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { stages } from '../../house/house.ts';
import { colleagueNamed } from '../../house/staff.ts';
import { fill, inLocale } from '../../model/finding.ts';
import { lineStarts } from '../../model/range.ts';
import { recordPlace } from '../../newsroom/record.ts';
import { readingOf } from '../../reading/reading.ts';
import { signedText } from '../../reading/signed-text.ts';
import { passFault, personOf, signingFaults, todayIn } from '../../reading/signing-faults.ts';
import { signoffsOf, stepNamed, turnsOf } from '../../reading/signoffs.ts';
import { signOff, letThrough as throughEdit } from '../../writing/sign-off.ts';
import { editsOf } from '../field-forms.ts';
import type { Reviewed } from '../reviews.ts';
import type { Session } from '../session.ts';
import type { SignEdits, TurnForm } from '../signoff-protocol.ts';
import { lineEditsOf } from '../workspace-edit.ts';
import type { DeskHandler } from './request.ts';

const refusals = {
  'not-theirs': { en: '{name} may not sign it: it is for {who}', zh: '{name}不能签，应由{who}签' },
  'one-person': {
    en: '{name} has signed “{other}”, which must be another person',
    zh: '{name}已签“{other}”，两步不能是同一人',
  },
  'not-active': {
    en: '{name} is on the staff list for {from}–{to}, and not today',
    zh: '人员名单中{name}的起止时间是{from}至{to}，今天不能签审',
  },
  order: { en: '“{other}” comes first and is not signed yet', zh: '应先签“{other}”' },
} as const;

const unwritten = {
  en: 'the front matter, or the record beside it, has faults or holds something else where signatures belong: mend it first',
  zh: '稿件信息或稿件旁的签审记录有错误，或者签审一项是别的内容，请先改好再签',
} as const;

/** What may be signed now, and why somebody may not. */
export const turns: DeskHandler<'copydesk/turns'> = async (session, { uri, name, email }) => {
  const reviewed = await session.reviews.current(uri);
  if (!reviewed?.isArticle) return null;
  const { article, inForce, facts } = reviewed;
  const { house } = inForce;
  const file = facts.record ?? undefined;
  const signer = personOf(house, name, email) ?? '';
  const locale = session.locale();
  const signoffs = signoffsOf(article, house, file);
  const day = todayIn(session.now(), house);
  const forms = turnsOf(readingOf(article, house), file, day).map(({ step, again, who, people }): TurnForm => {
    const [fault] = signer === '' ? [] : signingFaults(house, step, signer, signoffs, day);
    const data = {
      name: signer,
      who: who.join(locale === 'en' ? ', ' : '、'),
      from: fault && 'from' in fault ? fault.from : '',
      to: fault && 'to' in fault ? fault.to : '',
      other: fault && 'other' in fault ? inLocale(fault.other.label, locale) : '',
    };
    return {
      step: step.id,
      label: inLocale(step.label, locale),
      again,
      confirms: step.confirms,
      who: people.length > 0 ? people : who,
      ...(fault ? { refusal: fill(inLocale(refusals[fault.kind], locale), data) } : {}),
    };
  });
  // What this person may sign comes first.
  return {
    signer,
    hasSteps: house.signoff.steps.length > 0,
    turns: [...forms].sort((a, b) => Number(a.refusal !== undefined) - Number(b.refusal !== undefined)),
  };
};

/** The edits that sign a step. */
export const sign: DeskHandler<'copydesk/sign'> = async (session, { uri, step: wanted, name }) => {
  const reviewed = await session.reviews.current(uri);
  if (!reviewed?.isArticle) return null;
  const { article, inForce, facts } = reviewed;
  const { house } = inForce;
  const step = stepNamed(house, wanted);
  if (step === undefined || name.trim() === '') return null;
  const file = facts.record ?? undefined;
  const now = session.now();
  if (signingFaults(house, step, name, signoffsOf(article, house, file), todayIn(now, house)).length > 0) return null;
  return editsFor(session, reviewed, signOff(article, house, name, step, now, file));
};

/** The edits that keep who let an article through, and why. */
export const letThrough: DeskHandler<'copydesk/letThrough'> = async (session, { uri, stage: wanted, name, reason }) => {
  const reviewed = await session.reviews.current(uri);
  const stage = stages.find((one) => one === wanted);
  if (!reviewed?.isArticle || stage === undefined || name.trim() === '' || reason.trim() === '') return null;
  const { article, inForce, facts } = reviewed;
  const { house } = inForce;
  const fault = passFault(house, { name, reason, text: signedText(article, house).hash }, session.now());
  if (fault === 'not-active') {
    const { from = '…', to = '…' } = colleagueNamed(house.staff ?? [], name) ?? {};
    const words = fill(inLocale(refusals[fault], session.locale()), { name, from, to });
    return new ResponseError(LSPErrorCodes.RequestFailed, words);
  }
  if (fault) return null;
  const edit = throughEdit(
    article,
    inForce.house,
    name,
    { stage, reason: reason.trim() },
    session.now(),
    facts.record ?? undefined,
  );
  return editsFor(session, reviewed, edit);
};

/** Edits of the article, or of the record beside it, which may be a file that is not there yet. */
function editsFor(
  session: Session,
  reviewed: Reviewed,
  edit: ReturnType<typeof signOff>,
): SignEdits | null | ResponseError {
  if (edit === undefined) return new ResponseError(LSPErrorCodes.RequestFailed, inLocale(unwritten, session.locale()));
  if (edit.of === 'article') return editsOf(reviewed, edit.edits);
  const { uri, inForce, facts, version } = reviewed;
  const place = recordPlace(uri, inForce.house);
  // Whether there is a file nobody knows where the record could not be looked up.
  if (place === undefined || facts.record === undefined) return null;
  const edits = lineEditsOf(lineStarts(facts.record ?? ''), edit.edits);
  return { version, edits: [], record: { uri: place, isNew: facts.record === null, edits } };
}
