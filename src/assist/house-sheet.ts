import { rules } from '../checks/index.ts';
import { keysOf } from '../house/field-keys.ts';
import { exampleOf } from '../house/forms-write.ts';
import type { Field, House, Stage } from '../house/house.ts';
import { fill, inLocale, type Locale, type Localized, type Severity } from '../model/finding.ts';
import { stageWord } from '../reading/stage.ts';
import { rulesOf } from './field-words.ts';
import { besideName } from './people-words.ts';

/** One thing that a house has decided. Texts are plain, with `code` between backticks. */
export interface SheetRow {
  readonly title: string;
  /** What files call it. */
  readonly codes: readonly string[];
  readonly lines: readonly string[];
  readonly example?: string;
  /** How grave it is, for a check. */
  readonly severity?: Severity | 'off';
  /** The check whose page says more. */
  readonly check?: string;
  /** Where it comes from: a file of the newsroom, the id of a house, or '' for Copydesk's own default. */
  readonly origins: readonly string[];
}

/** What a house has decided about one thing, under a heading. */
export interface SheetSection {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly rows: readonly SheetRow[];
}

/** The house as people read it, section by section, in the reader's language. */
export function houseSheet(house: House, locale: Locale): readonly SheetSection[] {
  const from = originsIn(house);
  const say = (text: Localized, data: Readonly<Record<string, string>> = {}): string =>
    fill(inLocale(text, locale), data);
  return [
    section('fields', words.fields, words.fieldsNote, fieldRows(house, locale, from)),
    section('byline', words.byline, words.bylineNote, bylineRows(house, say, from)),
    section('credit', words.credit, words.creditNote, creditRows(house, say, from)),
    section('checks', words.checks, words.checksNote, checkRows(house, locale, from, false)),
    section('off', words.off, words.offNote, checkRows(house, locale, from, true)),
    section('signoff', words.signoff, words.signoffNote, signoffRows(house, locale, from)),
    section('people', words.people, words.peopleNote, peopleRows(house)),
    section('pieces', words.pieces, words.piecesNote, pieceRows(house, locale, from)),
    section('page', words.page, words.pageNote, pageRows(house, say, from)),
  ].filter(({ rows }) => rows.length > 0);

  function section(id: string, title: Localized, note: Localized, rows: readonly SheetRow[]): SheetSection {
    return { id, title: say(title), note: say(note), rows };
  }
}

type Say = (text: Localized, data?: Readonly<Record<string, string>>) => string;
/** Where the settings at or under a path come from, each origin once. */
type From = (...paths: readonly string[]) => readonly string[];

function originsIn({ origins }: House): From {
  const all = [...(origins ?? [])];
  return (...paths) => {
    const found = all.flatMap(([path, origin]) =>
      paths.some((one) => path === one || path.startsWith(`${one}.`)) ? [origin] : [],
    );
    return found.length === 0 ? [''] : [...new Set(found)];
  };
}

function fieldRows(house: House, locale: Locale, from: From): readonly SheetRow[] {
  return house.fields.map((field) => {
    const help = inLocale(field.help, locale);
    const values = valuesIn(field, locale);
    const required = field.required === undefined ? [] : [requiredFrom(house, field.required, locale)];
    return {
      title: inLocale(field.label, locale),
      codes: keysOf(field),
      lines: [
        ...(help === '' ? [] : [help]),
        [...required, ...rulesOf({ ...field, required: undefined }, locale)].join(locale === 'zh' ? '；' : '; '),
        ...(values === '' ? [] : [values]),
      ],
      origins: from(`fields.${field.key}`),
    };
  });
}

function requiredFrom(house: House, stage: NonNullable<Field['required']>, locale: Locale): string {
  const word = stageWord(house, stage, locale);
  return fill(inLocale(words.required, locale), { stage: word });
}

function valuesIn({ values = [], open }: Field, locale: Locale): string {
  if (values.length === 0) return '';
  const zh = locale === 'zh';
  const shown = values.map(({ value, label }) =>
    label === undefined || label === value ? `\`${value}\`` : `\`${value}\` ${label}`,
  );
  return shown.join(zh ? '、' : ', ') + (open ? inLocale(words.orOther, locale) : '');
}

function formRows(
  forms: readonly string[],
  language: string,
  say: Say,
  origins: readonly string[],
): readonly SheetRow[] {
  return forms.map((form, index) => ({
    title: say(index === 0 ? words.preferred : words.alsoFine),
    codes: [form],
    lines: [],
    example: exampleOf(form, language),
    origins,
  }));
}

function bylineRows({ byline, language }: House, say: Say, from: From): readonly SheetRow[] {
  const row = (title: Localized, value: string, key: string): SheetRow => ({
    title: say(title),
    codes: [],
    lines: [value],
    origins: from(`byline.${key}`),
  });
  const rows = formRows(byline.forms, language, say, from('byline.forms'));
  // Nothing is asked of a byline where there is no form for it.
  if (byline.forms.length === 0 && !byline.required) return [];
  const blank = (text: string): string => (text.trim() === '' ? `\`${text.replaceAll(' ', '␣')}\`` : `\`${text}\``);
  return [
    ...rows,
    row(words.signed, say(byline.required ? words.yes : words.no), 'required'),
    row(words.position, say(positions[byline.position]), 'position'),
    row(words.betweenNames, blank(byline.nameSeparator), 'name-separator'),
    ...(byline.outlets.length > 0 ? [row(words.outlets, byline.outlets.join('、'), 'outlets')] : []),
    ...(byline.roles.length > 0 ? [row(words.roles, byline.roles.join('、'), 'roles')] : []),
  ];
}

function creditRows({ credit, language }: House, say: Say, from: From): readonly SheetRow[] {
  if (credit.forms.length === 0 && !credit.required && !credit.caption) return [];
  return [
    ...formRows(credit.forms, language, say, from('credit.forms')),
    {
      title: say(words.credited),
      codes: [],
      lines: [say(credit.required ? words.yes : words.no)],
      origins: from('credit.required'),
    },
    {
      title: say(words.captioned),
      codes: [],
      lines: [say(credit.caption ? words.yes : words.no)],
      origins: from('credit.caption'),
    },
  ];
}

const weights: readonly (Severity | 'off')[] = ['error', 'warning', 'info', 'off'];

function checkRows(house: House, locale: Locale, from: From, off: boolean): readonly SheetRow[] {
  const rows = rules.map((rule) => {
    const set = house.checks[rule.id];
    const severity = set?.severity ?? rule.severity;
    const options = Object.entries(set?.options ?? {}).map(([name, value]) => `\`${name}\`: ${JSON.stringify(value)}`);
    return {
      title: inLocale(rule.title, locale),
      codes: [rule.id],
      lines: [
        inLocale(rule.summary, locale),
        ...(rule.source === undefined ? [] : [fill(inLocale(words.basis, locale), { source: rule.source })]),
        ...(options.length > 0 ? [options.join(locale === 'zh' ? '；' : '; ')] : []),
      ],
      severity,
      check: rule.id,
      origins: from(`checks.${rule.id}`),
    };
  });
  return rows
    .filter(({ severity }) => (severity === 'off') === off)
    .sort((a, b) => weights.indexOf(a.severity) - weights.indexOf(b.severity));
}

function signoffRows(house: House, locale: Locale, from: From): readonly SheetRow[] {
  const { signoff, gate } = house;
  const say = (text: Localized, data: Readonly<Record<string, string>> = {}): string =>
    fill(inLocale(text, locale), data);
  const comma = locale === 'en' ? ', ' : '、';
  const labels = (ids: readonly string[]): string =>
    ids
      .map((id) => inLocale(signoff.steps.find((one) => one.id === id)?.label ?? { en: id, zh: id }, locale))
      .join(comma);
  const stage = (one: Stage): string => stageWord(house, one, locale);
  const steps = signoff.steps.map((step) => ({
    title: inLocale(step.label, locale),
    codes: [step.id],
    lines: [
      step.who.length === 0 ? say(words.anyone) : say(words.signedBy, { who: step.who.join(comma) }),
      ...(step.count > 1 ? [say(words.signers, { count: String(step.count) })] : []),
      say(words.before, { stage: stage(step.before) }),
      ...(step.distinct.length > 0 ? [say(words.apart, { steps: labels(step.distinct) })] : []),
      ...(step.confirms.length > 0
        ? [say(words.confirms, { what: step.confirms.join(locale === 'en' ? '; ' : '；') })]
        : []),
    ],
    origins: from(`signoff.steps.${step.id}`),
  }));
  const record = {
    title: say(words.record),
    codes: [],
    lines: [
      signoff.record === 'file' ? say(words.inFile, { file: signoff.file }) : say(words.inArticle),
      ...(signoff.since === undefined ? [] : [say(words.since, { day: signoff.since })]),
    ],
    origins: from('signoff.record', 'signoff.file', 'signoff.since'),
  };
  const closed = gate.from === 'never' ? undefined : gate.from;
  const gated = closed && {
    title: say(words.gate),
    codes: [],
    lines: [say(words.gated, { stage: stage(closed) }), say(gate.override ? words.override : words.noOverride)],
    origins: from('gate'),
  };
  return [...steps, ...(steps.length > 0 ? [record] : []), ...(gated ? [gated] : [])];
}

function peopleRows({ staff = [] }: House): readonly SheetRow[] {
  return staff.map((person) => ({
    title: person.name,
    codes: [],
    lines: [besideName(person), person.penNames.join('、')].filter((line) => line !== ''),
    origins: ['staff.yml'],
  }));
}

function pieceRows({ templates, blocks }: House, locale: Locale, from: From): readonly SheetRow[] {
  return [
    ...templates.map((one) => ({ one, list: 'templates' })),
    ...blocks.map((one) => ({ one, list: 'blocks' })),
  ].map(({ one, list }) => ({
    title: inLocale(one.label, locale),
    codes: [one.id],
    lines: [inLocale(one.help, locale)].filter((line) => line !== ''),
    origins: from(`${list}.${one.id}`),
  }));
}

function pageRows(house: House, say: Say, from: From): readonly SheetRow[] {
  const { page, language, timeZone, path, editorLabel } = house;
  const rows: readonly (readonly [title: Localized, value: string, key: string])[] = [
    [words.language, language, 'language'],
    [words.timeZone, timeZone ?? '', 'time-zone'],
    [words.path, path === '' ? '' : `\`${path}\``, 'path'],
    [words.editorLabel, editorLabel, 'editor-label'],
    [words.siteName, page.name || page.siteLine, page.name ? 'page.name' : 'page.site-line'],
    [words.logo, page.logo === undefined ? '' : `\`${page.logo}\``, 'page.logo'],
    [words.theme, page.html === undefined ? `\`${page.theme}\`` : `\`${page.html}\``, 'page'],
    [words.foot, page.footer.join(' / '), 'page.footer'],
  ];
  return rows.flatMap(([title, value, key]) =>
    value === '' ? [] : [{ title: say(title), codes: [], lines: [value], origins: from(key) }],
  );
}

const positions: Readonly<Record<House['byline']['position'], Localized>> = {
  head: { en: 'at the head of the text', zh: '正文开头' },
  'under-title': { en: 'under the headline', zh: '标题下' },
  end: { en: 'after the text', zh: '文末' },
};

const words = {
  fields: { en: 'Fields', zh: '稿件信息' },
  fieldsNote: {
    en: 'What stands between the lines of dashes at the top of an article.',
    zh: '稿件开头两行横线之间的各项。',
  },
  byline: { en: 'Bylines', zh: '署名' },
  bylineNote: { en: 'How an article says who wrote it.', zh: '稿件怎样写明是谁写的。' },
  credit: { en: 'Picture credits', zh: '图片署名' },
  creditNote: { en: 'How a picture says who took it.', zh: '图片怎样写明是谁拍的。' },
  checks: { en: 'Checks', zh: '检查' },
  checksNote: { en: 'What is looked for, the gravest first, and why.', zh: '查什么、为什么查，重的在前。' },
  off: { en: 'Checks that are off', zh: '已关闭的检查' },
  offNote: { en: 'Switched off here; the house file can switch them on.', zh: '这里不查；可在规范文件中打开。' },
  signoff: { en: 'Sign-off', zh: '审签' },
  signoffNote: { en: 'Who reviews and proofs an article before it goes out.', zh: '稿件发布前由谁审、由谁校。' },
  anyone: { en: 'anybody may sign', zh: '谁都可以签' },
  signedBy: { en: 'signed by: {who}', zh: '由{who}签' },
  signers: { en: '{count} people sign', zh: '须 {count} 人签' },
  before: { en: 'before “{stage}”', zh: '进入“{stage}”前签' },
  apart: { en: 'not by whoever signs: {steps}', zh: '不能与“{steps}”同一人' },
  confirms: { en: 'confirms: {what}', zh: '确认：{what}' },
  record: { en: 'Where signatures stand', zh: '签字记在哪里' },
  inArticle: { en: 'in the article’s front matter', zh: '稿件信息中' },
  inFile: { en: 'in a file beside the article: `{file}`', zh: '稿件旁的文件：`{file}`' },
  since: { en: 'articles published before {day} need none', zh: '{day} 以前发布的稿件不用签' },
  gate: { en: 'Gate', zh: '发布把关' },
  gated: {
    en: 'an article with errors, without a field or a signature that it needs, or under embargo is not put at “{stage}”',
    zh: '有差错、缺字段、签字不全或未到解禁时间的稿件，不能进入“{stage}”',
  },
  override: { en: 'a reason lets it through, and stays on record', zh: '写明理由可以放行，理由留档' },
  noOverride: { en: 'no reason lets it through', zh: '不能放行' },
  people: { en: 'People', zh: '人员' },
  peopleNote: { en: 'Whom the newsroom knows.', zh: '编辑部认识的人。' },
  pieces: { en: 'Templates and blocks', zh: '模板和部件' },
  piecesNote: { en: 'What articles are begun with, and what can be put into them.', zh: '用什么开头，可以插入什么。' },
  page: { en: 'Page and files', zh: '页面与文件' },
  pageNote: { en: 'What every page shows, and where articles go.', zh: '每个页面都有的内容，以及稿件放在哪里。' },
  required: { en: 'required from “{stage}” on', zh: '从“{stage}”起必填' },
  orOther: { en: ', or another', zh: '，也可填其他值' },
  preferred: { en: 'Preferred form', zh: '首选写法' },
  alsoFine: { en: 'Also right', zh: '也可以写作' },
  signed: { en: 'Every article is signed', zh: '每篇必须署名' },
  position: { en: 'Where', zh: '位置' },
  betweenNames: { en: 'Between two names', zh: '姓名之间' },
  outlets: { en: 'Outlets at the head', zh: '开头的媒体名' },
  roles: { en: 'Words for roles', zh: '身份用语' },
  credited: { en: 'Every picture is credited', zh: '每张图片必须署名' },
  captioned: { en: 'Every picture has a caption', zh: '每张图片必须有说明' },
  yes: { en: 'yes', zh: '是' },
  no: { en: 'no', zh: '否' },
  basis: { en: 'Source: {source}', zh: '依据：{source}' },
  language: { en: 'Language', zh: '语言' },
  timeZone: { en: 'Time zone', zh: '时区' },
  path: { en: 'New articles go to', zh: '新稿件放在' },
  editorLabel: { en: 'Before the editor’s name', zh: '编辑姓名前写' },
  siteName: { en: 'Name on the page', zh: '页首名称' },
  logo: { en: 'Logo', zh: '标志' },
  theme: { en: 'Look of the page', zh: '页面样式' },
  foot: { en: 'Foot of the page', zh: '页脚' },
} as const satisfies Record<string, Localized>;
