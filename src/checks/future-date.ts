import { stampLike } from '../model/date-forms.ts';
import { clockIn, dayOf, isNoDate, momentOf, readDate } from '../model/written-date.ts';
import { defineCheck } from './check.ts';

export const futureDate = defineCheck({
  id: 'future-date',
  title: { en: 'Date in the future', zh: '发布时间未到' },
  summary: {
    en: 'An article that is published was not published in the future.',
    zh: '已发稿件的发布时间不应晚于现在。',
  },
  scope: 'article',
  severity: 'warning',
  serves: ['fields'],
  options: {
    minutes: {
      type: 'number',
      default: 10,
      about: { en: 'How far clocks may differ, in minutes.', zh: '容许的时钟误差，单位分钟。' },
    },
  },
  messages: {
    future: {
      en: '`{actual}` in `{key}` is still to come (now is {now}), but the article counts as published',
      zh: '字段“{key}”的“{actual}”还没到（现在是 {now}），稿件却已是“已发”阶段',
    },
    now: { en: 'Write `{near}`', zh: '改为“{near}”' },
  },
  *run(_article, { house, facts, options, reading }) {
    const entry = reading.entry('published');
    if (!Number.isFinite(facts.now) || reading.stage !== 'published') return;
    if (entry?.value.kind !== 'scalar') return;
    const { prose } = entry.value;
    const actual = prose.rendered;
    const read = readDate(actual);
    if (isNoDate(read)) return;
    const latest = facts.now + options.minutes * 60_000;
    const come = read.time
      ? momentOf(read, house.timeZone) <= latest
      : dayOf(read) <= clockIn(latest, house.timeZone).slice(0, 10);
    if (come) return;
    const now = clockIn(facts.now, house.timeZone);
    const near = stampLike(read, facts.now, house.timeZone);
    yield {
      message: 'future',
      data: { key: entry.key, actual, now: now.slice(0, 16), near },
      at: prose.at(0, actual.length),
      fixes: [{ title: 'now', safe: false, prose: [{ from: 0, to: actual.length, text: near }] }],
    };
  },
});
