import { defineNotice } from './check.ts';

/** Said by the engine when a check throws: one finding, and the other checks go on. */
export const checkFailed = defineNotice({
  id: 'check-failed',
  title: { en: 'Check stopped', zh: '检查中止' },
  summary: {
    en: 'A check stopped with an error of its own; the others went on.',
    zh: '某项检查自身出错而中止，其他检查照常进行。',
  },
  severity: 'error',
  messages: {
    failed: {
      en: 'The check `{check}` stopped: {reason}. Its verdict on this text is missing; please report it with the text',
      zh: '检查“{check}”出错中止：{reason}。本文缺少这一项的结果，请连同原文反馈给我们',
    },
  },
});
