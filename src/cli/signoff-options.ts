/** Options of `copydesk signoff`, and of what asks whether articles may go on. */
export const signoffOptions = {
  step: {
    type: 'string',
    value: 'STEP',
    commands: ['signoff'],
    about: { en: 'The step to sign (default: the next one)', zh: '签哪一步（默认为下一步）' },
  },
  verify: {
    type: 'boolean',
    commands: ['signoff'],
    about: { en: 'Report what is not signed, and sign nothing', zh: '只核对，不签字' },
  },
  for: {
    type: 'string',
    value: 'STAGE',
    choices: ['ready', 'published'],
    commands: ['signoff', 'ready'],
    about: {
      en: 'The stage that is asked about, whichever the articles say that they are at',
      zh: '按进入此阶段的要求核对，不管稿件自称在哪个阶段',
    },
  },
  authors: {
    type: 'boolean',
    commands: ['signoff'],
    about: {
      en: 'With --verify: each signature must have been committed by whom it names, by the authors that Git has',
      zh: '与 --verify 同用：每个签字都应由所签的人自己提交，以 Git 记录的作者为准',
    },
  },
} as const;
