import type { SaidBy, Scalar } from '../../house/field-types/field-type.ts';
import { type TypeMessage, typeFaults } from '../../house/field-types.ts';
import type { Field, House } from '../../house/house.ts';
import type { Draft, Facts } from '../check.ts';

/** What a check says of one value by the type of its field. @param key the name that the article gives the field */
export function* typeDrafts<C extends SaidBy, M extends string>(
  check: C,
  key: string,
  field: Field,
  value: Scalar,
  { timeZone }: House,
  facts: Facts,
  title: M,
): Iterable<Draft<TypeMessage<C> | M>> {
  const actual = value.prose.rendered;
  const around = {
    files: facts.files,
    ...(facts.sizes ? { sizes: facts.sizes } : {}),
    ...(timeZone ? { timeZone } : {}),
  };
  for (const { message, data, meant, severity } of typeFaults(check, value, field, around)) {
    const prose = [{ from: 0, to: actual.length, text: meant?.text ?? '' }];
    yield {
      message,
      data: { key, actual, near: meant?.text ?? '', ...data },
      at: value.prose.at(0, actual.length),
      fixes: meant ? [{ title, safe: meant.safe, prose }] : [],
      ...(severity ? { severity } : {}),
    };
  }
}
