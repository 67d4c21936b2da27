import type { Field, FieldType } from '../house/house.ts';
import type { Localized } from '../model/finding.ts';

/** What a type of field is called. */
export const typeWords: Readonly<Record<FieldType, Localized>> = {
  text: { en: 'text', zh: '文字' },
  date: { en: 'date, such as 2024-06-01', zh: '日期，如 2024-06-01' },
  datetime: { en: 'date and time, such as 2024-06-01 10:53', zh: '日期和时间，如 2024-06-01 10:53' },
  choice: { en: 'one of a list', zh: '从列表中选一项' },
  person: { en: 'a person’s name', zh: '人名' },
  people: { en: 'people’s names, such as [Ann, Ben]', zh: '人名列表，如 [张三, 李四]' },
  image: { en: 'path of a picture', zh: '图片路径' },
  url: { en: 'web address', zh: '网址' },
  boolean: { en: 'true or false', zh: 'true 或 false' },
  number: { en: 'number', zh: '数字' },
  list: { en: 'list, such as [one, two]', zh: '列表，如 [甲, 乙]' },
  links: { en: 'list of links, each with title and url', zh: '链接列表，每项有 title 和 url' },
};

/** What is said about a field on hover and beside a completion, as Markdown. */
export function aboutField(field: Field): Localized {
  return { en: lines(field, 'en').join('\n\n'), zh: lines(field, 'zh').join('\n\n') };
}

function lines(field: Field, locale: 'en' | 'zh'): readonly string[] {
  const zh = locale === 'zh';
  const facts = [typeWords[field.type][locale]];
  if (field.maxLength !== undefined)
    facts.push(zh ? `最多 ${field.maxLength} 字` : `at most ${field.maxLength} characters`);
  if (field.required !== undefined)
    facts.push(zh ? `“${field.required}”阶段起必填` : `required from stage \`${field.required}\` on`);
  const out = [`**${field.label[locale]}** \`${field.key}\``];
  if (field.help[locale] !== '') out.push(field.help[locale]);
  out.push(facts.join(zh ? '；' : '; '));
  if (field.values !== undefined && field.values.length > 0) {
    const values = field.values.map(({ value, label }) =>
      label === undefined ? `\`${value}\`` : `\`${value}\` ${label}`,
    );
    const more = field.open ? (zh ? '，也可填其他值' : ', or another') : '';
    out.push(values.join(zh ? '、' : ', ') + more);
  }
  return out;
}
