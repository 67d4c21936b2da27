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
      en: 'Unexpected allowance of `{check}`: nothing here needs it. Remove it, so that the next fault is seen',
      zh: '多余的豁免“{check}”：此处没有需要豁免的问题。请删去，以免放过以后的差错',
    },
    unknown: {
      en: 'Unexpected check `{check}` in an allowance: there is no check of that name. Did you mean `{near}`?',
      zh: '豁免所指的检查“{check}”不存在。是否指“{near}”？',
    },
    'no-reason': {
      en: 'Missing reason in the allowance of `{check}`. Write one after a colon, for the next editor',
      zh: '豁免“{check}”未写理由。请在冒号后写明，方便后来的编辑',
    },
    remove: { en: 'Remove the allowance', zh: '删去这条豁免' },
  },
});
