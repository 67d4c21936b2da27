import type { JsonSchema } from './schema.ts';

const text = { type: ['string', 'number'] };
const words = { anyOf: [text, { type: 'array', items: text }] };
const date = {
  anyOf: [
    { type: 'string', pattern: '^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$' },
    { type: 'integer', minimum: 1000, maximum: 9999 },
  ],
};

const about = (en: string, zh: string): { readonly description: string } => ({ description: `${en}\n${zh}` });

const name = { ...text, ...about('As it is signed.', '署名时的写法。') };
const roles = { ...words, ...about('What the person is: 记者, photographer …', '身份：记者、通讯员、责任编辑……') };
const penNames = { ...words, ...about('Other names that the person signs with.', '笔名。') };
const email = { ...text, ...about('Shown on hover; checked nowhere.', '悬停时显示，不作检查。') };
const from = { ...date, ...about('The first day, month or year.', '起：年、年月或年月日。') };
const to = { ...date, ...about('The last day, month or year.', '止：年、年月或年月日。') };
const active = {
  type: 'object',
  additionalProperties: false,
  properties: { from, 起: from, to, 止: to },
  ...about('When the person signs for this newsroom.', '任职的起止。'),
};

const person = {
  type: 'object',
  anyOf: [{ required: ['name'] }, { required: ['姓名'] }],
  properties: {
    name,
    姓名: name,
    role: roles,
    roles,
    身份: roles,
    'pen-name': penNames,
    'pen-names': penNames,
    笔名: penNames,
    email,
    邮箱: email,
    active,
    在职: active,
    from,
    起: from,
    to,
    止: to,
  },
  // Desk, unit, telephone: whatever else the newsroom notes, shown as it is.
  additionalProperties: true,
};

const list = {
  type: ['array', 'null'],
  items: { anyOf: [text, person] },
  ...about('A name, or a name with what is known of the person.', '姓名，或姓名和此人的情况。'),
};

/** The JSON Schema of a newsroom's `staff.yml`, which `readStaff` reads; a test holds the two to the same keys. */
export function staffSchema(): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'staff.yml',
    description: 'Who signs for a newsroom / 本社人员名单',
    type: 'object',
    additionalProperties: false,
    properties: { staff: list, people: list, 人员: list, 同事: list },
  };
}
