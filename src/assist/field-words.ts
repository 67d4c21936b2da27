import { keysOf } from '../house/field-keys.ts';
import { typesOfField } from '../house/field-types.ts';
import type { Field } from '../house/house.ts';
import { inLocale, type Locale, type Localized } from '../model/finding.ts';

/** What is said about a field on hover and beside a completion, as Markdown. */
export function aboutField(field: Field): Localized {
  return { en: lines(field, 'en').join('\n\n'), zh: lines(field, 'zh').join('\n\n') };
}

function lines(field: Field, locale: Locale): readonly string[] {
  const out = [
    `**${inLocale(field.label, locale)}** ${keysOf(field)
      .map((key) => `\`${key}\``)
      .join(' ')}`,
  ];
  if (inLocale(field.help, locale) !== '') out.push(inLocale(field.help, locale));
  out.push(rulesOf(field, locale).join(locale !== 'en' ? '；' : '; '));
  if (field.values !== undefined && field.values.length > 0) {
    const values = field.values.map(({ value, label }) =>
      label === undefined ? `\`${value}\`` : `\`${value}\` ${label}`,
    );
    const more = field.open ? (locale !== 'en' ? '，也可填其他值' : ', or another') : '';
    out.push(values.join(locale !== 'en' ? '、' : ', ') + more);
  }
  return out;
}

/** What a field may hold and when it must be there, in a few words each. */
export function rulesOf(
  field: Omit<Field, 'required'> & { readonly required?: Field['required'] | undefined },
  locale: Locale,
): readonly string[] {
  const { type, of, maxLength, minLength, forbidden, formats, leastSize, least, most, required, requiredWith } = field;
  const words = inLocale(typesOfField[type].words, locale);
  const zh = locale !== 'en';
  const rules = [
    of === undefined ? words : `${words}${zh ? '，每项：' : ', each '}${inLocale(typesOfField[of].words, locale)}`,
  ];
  const rule = (said: unknown, chinese: string, english: string): void => {
    if (said !== undefined && said !== false) rules.push(zh ? chinese : english);
  };
  const list = (all: readonly string[] = []): string => all.map((one) => `\`${one}\``).join(zh ? '、' : ', ');
  rule(maxLength, `最多 ${maxLength} 字`, `at most ${maxLength} characters`);
  rule(minLength, `最少 ${minLength} 字`, `at least ${minLength} characters`);
  rule(forbidden, `不含 \`${forbidden}\``, `none of \`${forbidden}\``);
  rule(formats, `格式：${list(formats)}`, `one of ${list(formats)}`);
  rule(leastSize, `至少 ${leastSize} 像素`, `at least ${leastSize} pixels`);
  rule(field.form, `写法如 ${field.form}`, `written as \`${field.form}\``);
  rule(field.alone, `只有一项时写成${field.alone === 'text' ? '文字' : '列表'}`, `one alone as a ${field.alone}`);
  rule(field.whenTrue, `true 表示“${field.whenTrue}”`, `\`true\` is \`${field.whenTrue}\``);
  rule(field.whenFalse, `false 表示“${field.whenFalse}”`, `\`false\` is \`${field.whenFalse}\``);
  rule(
    field.fields,
    `每项有${list(field.fields?.map(({ key }) => key))}`,
    `each with ${list(field.fields?.map(({ key }) => key))}`,
  );
  rule(least, `不小于 ${least}`, `${least} or more`);
  rule(most, `不大于 ${most}`, `${most} or less`);
  rule(field.unique, '不与其他稿件重复', 'unlike any other article’s');
  rule(required, `“${required}”阶段起必填`, `required from stage \`${required}\` on`);
  rule(requiredWith, `有${list(requiredWith)}时必填`, `required with ${list(requiredWith)}`);
  rule(field.excludes, `不与${list(field.excludes)}同时写`, `not beside ${list(field.excludes)}`);
  return rules;
}
