import { defineNotice } from './check.ts';

/** Said by the engine, which knows what each allowance has allowed. */
export const unusedAllowance = defineNotice({
  id: 'unused-allowance',
  title: { en: 'Unused allowance', zh: '豁免无用' },
  summary: {
    en: 'An allowance that allows nothing, names no check, or gives no reason.',
    zh: '豁免没有对应的问题、所指检查不存在，或未写明理由。',
  },
  severity: 'warning',
  messages: {
    unused: {
      en: 'Nothing here needs this allowance of `{check}`: remove it, or the next fault will be missed',
      zh: '此处没有要豁免“{check}”的问题，请删去这条豁免，以免放过以后的差错',
    },
    unknown: {
      en: 'There is no check `{check}` to allow: did you mean `{near}`?',
      zh: '没有“{check}”这项检查，要豁免的是“{near}”吗？',
    },
    'no-reason': {
      en: 'This allowance of `{check}` gives no reason: write one after a colon, for the next editor',
      zh: '豁免“{check}”没有写理由，请在冒号后写明，方便后来的编辑',
    },
    remove: { en: 'Remove the allowance', zh: '删去这条豁免' },
  },
});
