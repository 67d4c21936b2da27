import { keysOf } from '../house/field-keys.ts';
import type { SignStep, Stage } from '../house/house.ts';
import { stageSaid } from '../house/stage-words.ts';
import { listed } from '../model/finding.ts';
import { yamlPlace } from '../model/front-matter/read-yaml.ts';
import { scalarsOf } from '../model/front-matter/values.ts';
import type { Reading } from '../reading/reading.ts';
import { type PassFault, passFault, signingFaults, todayIn } from '../reading/signing-faults.ts';
import { isSamePerson, type Signature, type Signoffs, signoffsOf } from '../reading/signoffs.ts';
import { stageWord } from '../reading/stage.ts';
import { letThrough, stageAsked, throughTo, unsignedSteps } from '../reading/steps-wanted.ts';
import { type Draft, defineCheck, type Facts } from './check.ts';

type Message =
  | 'stage'
  | 'no-text'
  | 'ahead'
  | 'earlier'
  | 'missing'
  | 'through'
  | `through-${PassFault}`
  | 'one-person'
  | 'not-theirs'
  | 'not-active'
  | 'order'
  | 'unknown'
  | 'unread'
  | 'unread-file'
  | 'asked'
  | 'another'
  | 'uncommitted';

export const missingSignature = defineCheck({
  id: 'missing-signature',
  title: { en: 'Missing signature', zh: '审签不全' },
  summary: {
    en: 'An article has the signatures that its stage asks for, in order, each by somebody who may give it.',
    zh: '稿件应有当前阶段要求的审校签字，次序正确，签字的人有权签。',
  },
  source: '三审三校',
  scope: 'article',
  severity: 'error',
  serves: ['signoff.steps'],
  messages: {
    missing: {
      en: '{steps} must be signed before an article is at stage `{stage}`: sign, or take the stage back',
      zh: '还没有签{steps}，稿件不能进入“{stageZh}”阶段，请补签或退回上一阶段',
    },
    through: {
      en: 'Without {steps}, {name} let it through: {reason}',
      zh: '未签{steps}，由{name}放行，理由：{reason}',
    },
    'through-closed': {
      en: '{name} let it through, and in this house nobody may',
      zh: '{name}放行了本篇，而本社不许放行，不算数',
    },
    'through-no-reason': {
      en: '{name} let it through without a reason, which does not count',
      zh: '{name}放行没有写理由，不算数',
    },
    'through-no-text': {
      en: '{name} let it through without a text on record, which does not count',
      zh: '{name}放行时没有记下所放行的文本，不算数',
    },
    stage: {
      en: '`{word}` is no stage of this house, so that nobody can tell which signatures the article needs',
      zh: '本社没有“{word}”这个阶段，无从知道本篇要签到哪一步',
    },
    'no-text': {
      en: 'What {name} has signed under “{step}” is not on record: sign again',
      zh: '“{step}”有{name}的签字，但没有记下所签的文本，请重新签字',
    },
    ahead: {
      en: 'The signature of {name} is dated ahead of the clock: {time}',
      zh: '{name}签字的时间 {time} 还没有到',
    },
    earlier: {
      en: 'The signature of {name} stands behind that of {other}, and is dated before it: {time}',
      zh: '{name}签字的时间 {time} 早于排在前面的{other}',
    },
    'through-not-active': {
      en: '{name} let it through, and was not on the staff list then: it does not count',
      zh: '{name}放行时不在人员名单的起止时间之内，不算数',
    },
    'one-person': {
      en: '{name} has signed both “{step}” and “{other}”, which must be two people',
      zh: '“{step}”和“{other}”都是{name}签的，两步不能是同一人',
    },
    'not-theirs': {
      en: '{name} may not sign “{step}”: it is for {who}',
      zh: '{name}不能签“{step}”，应由{who}签',
    },
    'not-active': {
      en: '{name} signed “{step}”, and is on the staff list for {from}–{to} alone',
      zh: '“{step}”是{name}签的，人员名单中{name}的起止时间是{from}至{to}，与签字时间不符',
    },
    order: {
      en: '“{step}” was signed before “{other}”, which comes first',
      zh: '“{other}”在“{step}”之前，还没有签“{other}”就签了“{step}”',
    },
    unknown: {
      en: 'The house has no step “{step}”, but these: {known}',
      zh: '没有“{step}”这一步，本社的步骤有：{known}',
    },
    asked: {
      en: '{steps} must be signed before an article goes to stage `{stage}`',
      zh: '还没有签{steps}，稿件不能进入“{stageZh}”阶段',
    },
    another: {
      en: 'By the record {name} has signed “{step}”; Git says that {author} wrote it',
      zh: '记录上“{step}”是{name}签的，而 Git 显示由{author}写入',
    },
    uncommitted: {
      en: 'That {name} has signed “{step}” is not committed, so that nobody can tell who wrote it',
      zh: '{name}签“{step}”的记录还没有提交，无从知道是谁写的',
    },
    unread: {
      en: 'This is no signature: it needs `step` and `name`',
      zh: '这不是签字记录：应有步骤（step）和姓名（name）',
    },
    'unread-file': {
      en: 'Line {line} of the record beside the article cannot be read as a signature: nobody can tell what is signed until it is mended',
      zh: '稿件旁的签审记录第 {line} 行不是签字记录，或者读不懂；改好之前，无从知道签到了哪一步',
    },
  },
  *run(article, { house, facts, reading }): Iterable<Draft<Message>> {
    if (house.signoff.steps.length === 0 || article.frontMatter.faults.length > 0) return;
    // What is not known of a record of its own is not missing.
    if (house.signoff.record === 'file' && facts.record === undefined) return;
    const signoffs = signoffsOf(article, house, facts.record ?? undefined);
    for (const at of signoffs.unread) yield { message: 'unread', at };
    const [first] = signoffs.unreadInFile;
    // What is wrong with YAML further down mostly follows from it.
    if (first) {
      const line = (facts.record ?? '').slice(0, first.start).split(/\r\n|\n|\r/).length;
      yield { message: 'unread-file', data: { line: String(line) }, at: placeIn(reading) };
    }
    for (const through of signoffs.letThrough) {
      const { name, moment, at = placeIn(reading) } = through;
      const fault = passFault(house, through, moment);
      if (fault) yield { message: `through-${fault}`, severity: 'warning', data: { name }, at };
    }
    yield* clockFaults(signoffs, reading, facts.now);
    yield* unknownStage(reading);
    for (const [index, signature] of signoffs.signatures.entries())
      yield* signatureFaults(signature, signoffs.signatures.slice(0, index), reading, signoffs);
    yield* othersHands(signoffs, reading, facts.signers);
    yield* missing(reading, signoffs, facts.asked);
  },
});

/** Two clocks may differ by this much, in milliseconds. */
const skew = 10 * 60_000;

/** What was signed later than now, or earlier than what was signed before. */
function* clockFaults({ signed }: Signoffs, reading: Reading, now: number): Iterable<Draft<Message>> {
  let latest: (typeof signed)[number] | undefined;
  for (const one of signed) {
    const { name, time, moment, at = placeIn(reading) } = one;
    // A day alone is as long as a day.
    if (moment === undefined || !/\d:\d/.test(time)) continue;
    if (moment > now + skew) yield { message: 'ahead', severity: 'warning', data: { name, time }, at };
    const before = latest?.moment;
    if (latest && before !== undefined && moment < before - skew)
      yield { message: 'earlier', severity: 'warning', data: { name, time, other: latest.name }, at };
    else latest = one;
  }
}

/** A word in the field of stages that says none, or a field whose name other programs read as that one. */
function* unknownStage({ article: { frontMatter }, field }: Reading): Iterable<Draft<Message>> {
  const own = field('stage');
  if (own === undefined) return;
  const keys = keysOf(own);
  for (const { key, value, templated } of frontMatter.entries) {
    if (templated || !keys.some((one) => one.toLowerCase() === key.toLowerCase())) continue;
    for (const scalar of scalarsOf(value)) {
      const said = typeof scalar.value === 'boolean' ? scalar.value : String(scalar.value);
      const isKnown = keys.includes(key) && stageSaid(own, said) !== undefined;
      if (!isKnown && String(said).trim() !== '')
        yield { message: 'stage', data: { word: String(said) }, at: scalar.at };
    }
  }
}

/** Where what is not in the article is said: at its stage, or at its top. */
function placeIn({ article: { frontMatter }, entry }: Reading) {
  const { range } = frontMatter;
  return entry('stage')?.value.at ?? yamlPlace(range.start, Math.min(range.end, range.start + 3));
}

/** Signatures that somebody else wrote, by what is known of who did. */
function* othersHands({ signed }: Signoffs, reading: Reading, signers: Facts['signers']): Iterable<Draft<Message>> {
  if (signers === undefined) return;
  for (const [index, one] of signed.entries()) {
    const author = signers[index] ?? null;
    if (author !== null && isSamePerson(reading.house, author, one.name)) continue;
    const step = 'stage' in one ? letThrough : (one.step?.label ?? one.stepSaid);
    const data = { name: one.name, step, author: author ?? '' };
    yield { message: author === null ? 'uncommitted' : 'another', data, at: one.at ?? placeIn(reading) };
  }
}

/** @param asked the stage that is asked about, whichever the article is at; absent: its own */
function* missing(reading: Reading, signoffs: Signoffs, asked: Stage | undefined): Iterable<Draft<Message>> {
  const { house } = reading;
  const stage = stageAsked(reading, asked);
  const unsigned = unsignedSteps(reading, signoffs, stage);
  if (unsigned.length === 0) return;
  const at = placeIn(reading);
  const data = { steps: stepWords(unsigned) };
  const through = throughTo(house, signoffs, stage);
  if (through) {
    const { name, reason } = through;
    yield { message: 'through', severity: 'info', data: { ...data, name, reason }, at: through.at ?? at };
  } else
    yield {
      message: stage === reading.stage ? 'missing' : 'asked',
      data: { ...data, stage, stageZh: stageWord(house, stage, 'zh') },
      at,
    };
}

function stepWords(steps: readonly SignStep[]) {
  return {
    en: steps.map(({ label }) => `“${label.en}”`).join(', '),
    zh: steps.map(({ label }) => `“${label.zh}”`).join('、'),
  };
}

/** What is wrong with one signature. @param earlier those that stand before it */
function* signatureFaults(
  { step, stepSaid, name, moment, text, at }: Signature,
  earlier: readonly Signature[],
  reading: Reading,
  signoffs: Signoffs,
): Iterable<Draft<Message>> {
  const { house } = reading;
  const place = at ?? placeIn(reading);
  if (step === undefined) {
    const { steps } = house.signoff;
    const known = {
      en: listed(steps.map(({ label }) => label.en)).en,
      zh: listed(steps.map(({ label }) => label.zh)).zh,
    };
    yield { message: 'unknown', severity: 'warning', data: { step: stepSaid, known }, at: place };
    return;
  }
  const data = { name, step: step.label };
  if (text === undefined || text === '') yield { message: 'no-text', data, at: place };
  const day = moment === undefined ? undefined : todayIn(moment, house);
  for (const fault of signingFaults(house, step, name, { ...signoffs, signatures: earlier }, day)) {
    if (fault.kind === 'not-theirs')
      yield { message: 'not-theirs', data: { ...data, who: listed(step.who) }, at: place };
    else if (fault.kind === 'not-active')
      yield {
        message: 'not-active',
        severity: 'warning',
        data: { ...data, from: fault.from, to: fault.to },
        at: place,
      };
    else yield { message: fault.kind, data: { ...data, other: fault.other.label }, at: place };
  }
}
