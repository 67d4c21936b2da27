import type { Settings } from './setting.ts';

/** The settings of one step of `signoff`. */
const stepSettings: Settings = {
  label: { type: 'localized', about: { en: 'What the desk calls it, such as 一审.', zh: '名称，如“一审”。' } },
  who: {
    type: 'strings',
    suggests: 'signers',
    default: [],
    about: {
      en: 'Who may sign it: names, or roles of the staff list. Nobody named: anyone.',
      zh: '谁可以签：姓名，或人员名单中的身份；不写则谁都可以。',
    },
  },
  count: {
    type: 'number',
    least: 1,
    default: 1,
    about: { en: 'How many people sign it.', zh: '需要几个人签。' },
  },
  distinct: {
    type: 'strings',
    suggests: 'steps',
    default: [],
    about: {
      en: 'Other steps that may not bear the name of whoever signs this one.',
      zh: '不能与哪几步由同一人签。',
    },
  },
  confirms: {
    type: 'strings',
    default: [],
    about: { en: 'What whoever signs confirms, one sentence each.', zh: '签字即确认的事项，每项一句。' },
  },
  before: {
    type: 'choice',
    values: ['ready', 'published'],
    default: 'published',
    about: {
      en: 'The stage that an article may not be at without it.',
      zh: '不签就不能进入的阶段。',
    },
  },
};

/** The settings of `signoff`. */
export const signoffSettings: Settings = {
  record: {
    type: 'choice',
    values: ['front-matter', 'file'],
    default: 'front-matter',
    about: {
      en: 'Where signatures are kept: in the article’s front matter, or in a file beside it.',
      zh: '签审记录存放在哪里：稿件信息（`front-matter`），或稿件旁的另一个文件（`file`）。',
    },
  },
  file: {
    type: 'string',
    form: 'record-file',
    default: '{name}.signoff.yml',
    about: {
      en: 'What that file is called; `{name}` is the article’s name without its ending.',
      zh: '记录文件的名称，`{name}` 是稿件的文件名（不含扩展名）。',
    },
  },
  since: {
    type: 'string',
    form: 'day',
    about: {
      en: 'Articles that were published before this day need no signatures, such as 2026-12-01.',
      zh: '这一天之前发布的稿件不要求签审，如 2026-12-01。',
    },
  },
  free: {
    type: 'strings',
    suggests: 'fields',
    default: [],
    about: {
      en: 'Fields that may still change after signing, such as the list of proofreaders.',
      zh: '签字之后仍可改动的字段，如审校人员。',
    },
  },
  steps: {
    type: 'keyed',
    of: stepSettings,
    required: [],
    about: {
      en: 'Reviews and proofs that an article goes through, in order.',
      zh: '稿件要经过的审校步骤，按次序，如三审三校。',
    },
  },
};

/** The settings of `gate`. */
export const gateSettings: Settings = {
  from: {
    type: 'choice',
    values: ['ready', 'published', 'never'],
    default: 'never',
    about: {
      en: 'The first stage that an article with errors, missing signatures or an embargo may not be put at.',
      zh: '从哪个阶段起把关：有错误、缺签或未解禁的稿件不能进入该阶段。',
    },
  },
  override: {
    type: 'boolean',
    default: true,
    about: {
      en: 'Whether it may be put there all the same, with a reason that is kept.',
      zh: '写明理由后能否照样放行；理由会留在签审记录里。',
    },
  },
};
