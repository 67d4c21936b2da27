import { clockIn, isNoDate, momentOf, readDate } from '../model/written-date.ts';
import { boundOf } from '../reading/embargo.ts';
import { defineCheck } from './check.ts';

export const brokenEmbargo = defineCheck({
  id: 'broken-embargo',
  title: { en: 'Embargo and expiry', zh: '解禁和下线' },
  summary: {
    en: 'Nothing is published before its embargo ends, and nothing stands after it has expired.',
    zh: '未到解禁时间的稿件不能发布，过了下线时间的稿件应当撤下。',
  },
  scope: 'article',
  severity: 'error',
  serves: ['fields.*.role=embargo', 'fields.*.role=expires'],
  messages: {
    early: {
      en: 'Embargoed until {until} (now is {now}), but the article counts as published: take the stage back',
      zh: '{until} 才解禁（现在是 {now}），稿件却已是“已发”阶段，请退回上一阶段',
    },
    'dated-early': {
      en: 'Embargoed until {until}, but dated to {now}, which is before that',
      zh: '{until} 才解禁，发布时间却是 {now}，早于解禁时间',
    },
    expired: {
      en: 'Expired on {until} (now is {now}), but the article still counts as published',
      zh: '{until} 已到下线时间（现在是 {now}），稿件仍是“已发”阶段',
    },
    never: {
      en: 'Expires on {until}, which is not after its embargo ends on {now}: it could never be read',
      zh: '下线时间 {until} 不晚于解禁时间 {now}，稿件没有能看的时候',
    },
  },
  *run(_article, { house, facts, reading }) {
    const embargo = boundOf(reading, 'embargo');
    const expires = boundOf(reading, 'expires');
    if (embargo === undefined && expires === undefined) return;
    const now = clockIn(facts.now, house.timeZone).slice(0, 16);
    const isOut = reading.stage === 'published' && Number.isFinite(facts.now);
    if (embargo && isOut && embargo.moment > facts.now)
      yield { message: 'early', data: { until: embargo.text, now }, at: embargo.at };
    else if (embargo) {
      const published = reading.entry('published');
      const said = published?.value.kind === 'scalar' ? published.value.prose.rendered.trim() : '';
      const date = readDate(said);
      // A day alone may be any hour of it.
      if (!isNoDate(date) && date.time !== undefined && momentOf(date, house.timeZone) < embargo.moment && published)
        yield {
          message: 'dated-early',
          data: { until: embargo.text, now: reading.published?.text ?? said },
          at: published.value.at,
        };
    }
    if (embargo && expires && expires.moment <= embargo.moment)
      yield { message: 'never', data: { until: expires.text, now: embargo.text }, at: expires.at };
    else if (expires && isOut && expires.moment <= facts.now)
      yield { message: 'expired', severity: 'warning', data: { until: expires.text, now }, at: expires.at };
  },
});
