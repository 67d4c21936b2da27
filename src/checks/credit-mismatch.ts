import { isCorrespondentIn } from '../house/works.ts';
import { fold } from '../model/byline/lexicon/fold.ts';
import { correspondentTitles } from '../model/byline/roles.ts';
import { nameKey } from '../model/name-key.ts';
import { defineCheck } from './check.ts';
import { creditsOf } from './people/article-credits.ts';

/** 通讯员供图: who gave the picture is a role, and nobody. */
const supply = new RegExp(`(?:${correspondentTitles})(?= *(?:供图|提供|摄))`);

export const creditMismatch = defineCheck({
  id: 'credit-mismatch',
  title: { en: 'Credit and byline differ', zh: '图片署名对不上' },
  summary: {
    en: 'Picture credits agree with the byline and the front matter.',
    zh: '图片署名应与文字署名、稿件信息一致。',
  },
  scope: 'article',
  severity: 'warning',
  mistake: 'name',
  serves: ['credit.forms'],
  messages: {
    unnamed: {
      en: '`{actual}` gives no name: is it {name}, the correspondent in the byline?',
      zh: '“{actual}”没有写姓名，是署名里的通讯员{name}吗？',
    },
    spelling: {
      en: 'Two spellings of one name: `{actual}` here, `{name}` elsewhere in the article',
      zh: '同一个人名写法不一：此处“{actual}”，别处“{name}”',
    },
    absent: {
      en: '`{actual}` took this picture, but the front matter says {name}',
      zh: '图片作者“{actual}”与稿件信息（{name}）不一致',
    },
    insert: { en: 'Name {name}', zh: '写上{name}' },
    respell: { en: 'Write `{name}`', zh: '改为“{name}”' },
  },
  *run(article, { house, reading }) {
    const signed = article.furniture.bylines.flatMap(({ byline }) => byline.people);
    const correspondents = [
      ...new Set([
        ...signed.filter(({ role }) => isCorrespondentIn(house.byline, role)).map(({ name }) => name),
        ...reading.names('correspondents'),
      ]),
    ];
    const photographers = reading.names('photographers');
    const known = new Map<string, string>();
    for (const name of [...signed.map((person) => person.name), ...photographers]) {
      const key = nameKey(name);
      if (!known.has(key)) known.set(key, name);
    }
    for (const { passage, credit } of creditsOf(article)) {
      const { text } = passage.prose;
      const actual = text.slice(credit.from, credit.to);
      const supplied = supply.exec(fold(actual));
      if (supplied && credit.people.length === 0 && correspondents.length > 0) {
        const at = credit.from + supplied.index + supplied[0].length;
        const only = correspondents.length === 1 ? correspondents[0] : undefined;
        yield {
          message: 'unnamed',
          data: { actual, name: correspondents.join('、') },
          at: passage.prose.at(credit.from, credit.to),
          severity: 'info',
          fixes:
            only === undefined
              ? []
              : [{ title: 'insert', safe: false, prose: [{ from: at, to: at, text: house.byline.roleSpace + only }] }],
        };
        continue;
      }
      for (const person of credit.people) {
        const same = known.get(nameKey(person.name));
        if (same !== undefined && same !== person.name) {
          yield {
            message: 'spelling',
            data: { actual: person.text, name: same },
            at: passage.prose.at(person.from, person.to),
            fixes: [{ title: 'respell', safe: false, prose: [{ from: person.from, to: person.to, text: same }] }],
          };
        } else if (same === undefined && photographers.length > 0 && credit.agency === undefined) {
          yield {
            message: 'absent',
            data: { actual: person.name, name: photographers.join('、') },
            at: passage.prose.at(person.from, person.to),
          };
        }
      }
    }
  },
});
