import { isCountedInWords } from '../engine/characters.ts';
import type { House, SignStep } from '../house/house.ts';
import type { Article } from '../model/article.ts';
import { rolesOf } from '../model/byline/roles.ts';
import { fill, inLocale, type Locale, type Localized } from '../model/finding.ts';
import { clockIn, clockOf, isNoDate, readDate } from '../model/written-date.ts';
import { escapeHtml } from '../page/escape.ts';
import { boundOf } from '../reading/embargo.ts';
import { readingOf } from '../reading/reading.ts';
import { authorsIn } from '../reading/said-values.ts';
import { signedText } from '../reading/signed-text.ts';
import { type Signature, signoffsOf } from '../reading/signoffs.ts';
import { stageWord } from '../reading/stage.ts';
import { lengthInColumn } from './length.ts';
import { paperPage } from './paper-page.ts';
import style from './record-page.css';

const words = {
  heading: { en: 'Record of an article', zh: '稿件处理单' },
  title: { en: 'Title', zh: '标题' },
  path: { en: 'File', zh: '文件' },
  people: { en: 'By', zh: '作者' },
  column: { en: 'Column', zh: '栏目' },
  source: { en: 'Source', zh: '来源' },
  characters: { en: 'Length', zh: '字数' },
  stage: { en: 'Stage', zh: '阶段' },
  published: { en: 'Published', zh: '发布时间' },
  embargo: { en: 'Embargo', zh: '解禁时间' },
  expires: { en: 'Expires', zh: '下线时间' },
  editor: { en: 'Editor', zh: '责任编辑' },
  signoff: { en: 'Reviews and proofs', zh: '审校记录' },
  step: { en: 'Step', zh: '步骤' },
  confirms: { en: 'Confirms', zh: '确认事项' },
  name: { en: 'Signed by', zh: '签字' },
  time: { en: 'Time', zh: '时间' },
  text: { en: 'Text', zh: '所签文本' },
  same: { en: 'as it is now', zh: '与现稿一致' },
  other: { en: 'changed since', zh: '签后有改动' },
  unsigned: { en: 'not signed', zh: '未签' },
  through: { en: 'Let through', zh: '放行记录' },
  reason: { en: 'Reason', zh: '理由' },
  printed: { en: 'Drawn up {time}', zh: '{time} 制表' },
  names: { en: ', ', zh: '、' },
} as const satisfies Record<string, Localized>;

/** What is known of an article besides its text. */
interface RecordFacts {
  /** As it is shown. */
  readonly path: string;
  /** Characters as editors count them (字数). */
  readonly characters: number;
  /** The record where it is a file of its own; see `signoffsOf`. */
  readonly file: string | undefined;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** The record of an article as a page of its own that can be printed: nothing in it runs, and nothing is fetched. */
export function recordPage(article: Article, house: House, facts: RecordFacts, locale: Locale): string {
  const reading = readingOf(article, house);
  const say = (word: keyof typeof words): string => escapeHtml(inLocale(words[word], locale));
  const comma = inLocale(words.names, locale);
  const text = (role: Parameters<typeof reading.text>[0]): string => reading.text(role)?.texts.join(comma) ?? '';
  // Who is responsible for it has a row of its own.
  const signed = reading.people
    .filter(({ where, role }) => where === 'byline' && !rolesOf(role).some(({ kind }) => kind === 'editor'))
    .map(({ name }) => name);
  const people = signed.length > 0 ? [...new Set(signed)] : authorsIn((role) => reading.names(role));
  const rows: readonly (readonly [keyof typeof words, string])[] = [
    ['title', reading.headline.text],
    ['path', facts.path],
    ['people', people.join(comma)],
    ['column', text('column')],
    ['source', text('source')],
    ['editor', text('editor')],
    ['characters', lengthInColumn(facts.characters, isCountedInWords(article) ? 'words' : 'characters', locale)],
    ['stage', reading.field('stage') ? stageWord(house, reading.stage, locale) : ''],
    ['published', reading.published?.text ?? ''],
    ['embargo', boundOf(reading, 'embargo')?.text ?? ''],
    ['expires', boundOf(reading, 'expires')?.text ?? ''],
  ];
  const about = rows
    .filter(([, value]) => value !== '')
    .map(([word, value]) => `<tr><th scope="row">${say(word)}</th><td>${escapeHtml(value)}</td></tr>`);
  const { signatures, letThrough } = signoffsOf(article, house, facts.file);
  const now = signatures.length > 0 ? signedText(article, house).hash : '';
  const clock = (time: string): string => {
    const date = readDate(time);
    return isNoDate(date) ? time : clockOf(date, house.timeZone).slice(0, 16);
  };
  const cells = (texts: readonly string[]): string => texts.map((each) => `<td>${each}</td>`).join('');
  const whole = (text: string): string => `<span class="whole">${text}</span>`;
  const signature = (label: string, confirms: readonly string[], one: Signature): string => {
    const sentences = confirms.map((sentence) => `<li>${escapeHtml(sentence)}</li>`).join('');
    const held = one.text === undefined ? '' : one.text === now ? say('same') : say('other');
    return `<tr><th scope="row">${escapeHtml(label)}</th>${cells([
      sentences === '' ? '' : `<ul>${sentences}</ul>`,
      whole(escapeHtml(one.name)),
      whole(escapeHtml(clock(one.time))),
      whole(held),
    ])}</tr>`;
  };
  const stepRows = (step: SignStep): readonly string[] => {
    const label = inLocale(step.label, locale);
    const own = signatures.filter((one) => one.step?.id === step.id);
    if (own.length > 0) return own.map((one) => signature(label, step.confirms, one));
    return [
      `<tr><th scope="row">${escapeHtml(label)}</th>${cells(['', `<span class="open">${say('unsigned')}</span>`, '', ''])}</tr>`,
    ];
  };
  const unknown = signatures.filter(({ step }) => step === undefined);
  const signoff = [...house.signoff.steps.flatMap(stepRows), ...unknown.map((one) => signature(one.stepSaid, [], one))];
  const head = (columns: readonly (keyof typeof words)[]): string =>
    `<thead><tr>${columns.map((column) => `<th scope="col">${say(column)}</th>`).join('')}</tr></thead>`;
  const table = (
    word: keyof typeof words,
    columns: readonly (keyof typeof words)[],
    body: readonly string[],
  ): string =>
    body.length === 0
      ? ''
      : `<h2>${say(word)}</h2>\n<table>\n${head(columns)}\n<tbody>\n${body.join('\n')}\n</tbody>\n</table>\n`;
  const through = letThrough.map(
    ({ stage, name, time, reason }) =>
      `<tr>${cells([...[stageWord(house, stage, locale), name, clock(time)].map((text) => whole(escapeHtml(text))), escapeHtml(reason)])}</tr>`,
  );
  const drawn = fill(inLocale(words.printed, locale), { time: clockIn(facts.now, house.timeZone).slice(0, 16) });
  return paperPage({
    locale,
    title: `${say('heading')} · ${escapeHtml(reading.headline.text)}`,
    style,
    body: `<h1>${say('heading')}</h1>
<table>
<tbody>
${about.join('\n')}
</tbody>
</table>
${table('signoff', ['step', 'confirms', 'name', 'time', 'text'], signoff)}${table('through', ['stage', 'name', 'time', 'reason'], through)}<p>${escapeHtml(drawn)}</p>`,
  });
}
