import { fieldOfKey, fieldOfRole } from './field-keys.ts';
import type { Field, Gate, SignoffStyle } from './house.ts';

const words = (en: string, zh: string) => ({ en, zh });

const part = (key: string, type: Field['type'], label: Field['label'], help: Field['help']): Field => ({
  key,
  type,
  label,
  help,
});

/** The field in which an article keeps who signed what, where its house keeps signatures there and lists no such field. */
export const recordField: Field = {
  key: 'signoff',
  aliases: ['审签'],
  ownNames: true,
  type: 'list',
  role: 'signoff',
  label: words('Sign-off', '审签'),
  help: words(
    'Who has reviewed and proofed it. Written by signing, not by hand.',
    '谁审过、谁校过；由“签字”命令写入，不必手填。',
  ),
  fields: [
    part('step', 'text', words('Step', '步骤'), words('Which review or proof.', '哪一审、哪一校。')),
    part(
      'override',
      'text',
      words('Let through to', '放行至'),
      words('The stage that it was let through to.', '放行进入的阶段。'),
    ),
    part('name', 'person', words('Name', '姓名'), words('Who signed.', '谁签的。')),
    part('time', 'text', words('Time', '时间'), words('When.', '何时签的。')),
    part('reason', 'text', words('Reason', '理由'), words('Why it was let through.', '为什么放行。')),
    part('text', 'text', words('Text', '文本'), words('A hash of the text that was signed.', '所签文本的校验值。')),
    part('parts', 'text', words('Parts', '各部分'), words('Hashes of its parts.', '各部分的校验值。')),
  ],
};

/** The fields of a house that keeps signatures in the front matter, with the one that holds them. */
export function withRecordField(
  fields: readonly Field[],
  { record, steps }: SignoffStyle,
  gate: Gate,
): readonly Field[] {
  if ((steps.length === 0 && gate.from === 'never') || record !== 'front-matter') return fields;
  const own = fieldOfRole({ fields }, 'signoff') ?? fieldOfKey({ fields }, recordField.key);
  return own ? fields : [...fields, recordField];
}
