import { fieldOfKey } from '../house/field-keys.ts';
import { isDated, isListed, isPeople } from '../house/field-types.ts';
import type { House } from '../house/house.ts';
import type { Article } from '../model/article.ts';
import type { Localized, MessageData } from '../model/finding.ts';
import type { Entry, FrontMatter, YamlFault, YamlFaultCode } from '../model/front-matter/front-matter.ts';
import { itemsMeant } from '../model/front-matter/items-meant.ts';
import { writeText } from '../model/front-matter/yaml-scalar.ts';
import type { Place } from '../model/prose.ts';
import { type Draft, defineCheck, type FixDraft } from './check.ts';
import { uncertainMends, yamlFixes, yamlMessages } from './fields/yaml-messages.ts';

const messages = {
  ...yamlMessages,
  ...yamlFixes,
  unclosed: {
    en: 'The front matter never ends: add a line of `---` after it',
    zh: '稿件信息没有结束，请在后面另起一行写“---”',
  },
  'toml-syntax': {
    en: 'This is not TOML: write `field = "value"`',
    zh: '这里读不懂，两行“+++”之间应为 TOML：字段 = "值"',
  },
  'json-syntax': {
    en: 'This is not JSON: write `"field": "value"`',
    zh: '这里读不懂，花括号内应为 JSON："字段": "值"',
  },
  'fix-unclosed': { en: 'Insert `---`', zh: '补上“---”' },
  'fix-list': { en: 'Write `{list}`', zh: '改为 {list}' },
} as const satisfies Readonly<Record<YamlFaultCode, Localized> & Record<string, Localized>>;

type Message = keyof typeof messages;

const isMessage = (id: string): id is Message => Object.hasOwn(messages, id);

export const frontMatterSyntax = defineCheck({
  id: 'front-matter-syntax',
  title: { en: 'Broken front matter', zh: '稿件信息写错' },
  summary: {
    en: 'The front matter is YAML: one `field: value` a line, between two lines of `---`.',
    zh: '稿件信息是两行“---”之间的 YAML，每行一个“字段: 值”。',
  },
  source: 'YAML 1.2.2',
  scope: 'article',
  severity: 'error',
  messages,
  *run(article, { house }): Iterable<Draft<Message>> {
    for (const fault of article.frontMatter.faults) {
      const { code, data, at } = fault;
      const list = listMeant(article, house, fault);
      const fixes = list === undefined ? mends(article, house, fault) : list.fixes;
      yield { message: code, data: { ...data, ...list?.data }, at, fixes };
    }
  },
});

/** The mend that the reader of the YAML offers, whatever the field. */
function mends(
  { frontMatter, text }: Article,
  house: House,
  { code, edits, at, doubtful }: YamlFault,
): readonly FixDraft<Message>[] {
  const title = `fix-${code}`;
  if (edits === undefined || !isMessage(title)) return [];
  // Code of a template is nobody's to mend.
  const entry = entryAt(frontMatter, at);
  if (entry?.templated) return [];
  // Whom `周砚: 高远` names, nobody knows, and `2024-06-01 08:` is a date that is still being typed.
  const field = entry && fieldOfKey(house, entry.key);
  const isDoubtful =
    doubtful ||
    uncertainMends.has(code) ||
    (code === 'unquoted-colon' && field !== undefined && (isPeople(field) || isDated(field))) ||
    (code === 'reserved-start' && field === undefined && mayBeginItem(text, at));
  return [{ title, safe: !isDoubtful, source: edits }];
}

/** `- 周砚` behind a name that the house does not know: an item of a list as likely as a text. */
const mayBeginItem = (text: string, at: Place): boolean => /^[-:>?|][ \t]/.test(text.slice(at.start, at.start + 2));

const entryAt = ({ entries }: FrontMatter, at: Place): Entry | undefined =>
  entries.find(({ lines }) => lines.start <= at.start && at.start < lines.end);

/** Faults inside of a value that may be several: what a list was meant to be is another question than a text. */
const listFaults: ReadonlySet<string> = new Set([
  'text-after-quote',
  'reserved-start',
  'unclosed-bracket',
  'syntax',
  'bad-indentation',
]);

/** A line's value without the comment after it: `#` after a blank, outside quotation marks. */
function withoutComment(value: string): string {
  let quote = '';
  for (let at = 0; at < value.length; at++) {
    const unit = value.charAt(at);
    const before = value.charAt(at - 1);
    if (quote !== '') quote = unit === quote ? '' : quote;
    else if ((unit === '"' || unit === "'") && /^[\s,，、[]?$/.test(before)) quote = unit;
    else if (unit === '#' && /\s/.test(before)) return value.slice(0, at);
  }
  return value;
}

/** For a field that holds several values: the list that its broken line was meant to be, and nothing else. */
function listMeant(
  { frontMatter, text }: Article,
  house: House,
  { code, at }: YamlFault,
): { readonly fixes: readonly FixDraft<Message>[]; readonly data: MessageData } | undefined {
  const entry = entryAt(frontMatter, at);
  const field = entry && fieldOfKey(house, entry.key);
  if (entry === undefined || field === undefined || !isListed(field) || !listFaults.has(code)) return undefined;
  const nothing = { fixes: [], data: {} };
  const line = text.slice(entry.keyAt.end, entry.lines.end);
  const [head = '', value = ''] = /^[ \t]*:[ \t]*([^\r\n]*)/.exec(line) ?? [];
  const said = withoutComment(value).trimEnd();
  // An item on a line of its own is mended there, unless `@` may be no part of the name.
  if (said === '') return isPeople(field) ? nothing : undefined;
  const meant =
    entry.templated || line.slice(head.length).trim() !== '' ? undefined : itemsMeant(said, isPeople(field));
  if (meant === undefined) return nothing;
  const list = `[${meant.items.map((item) => writeText(item, 'flow')).join(', ')}]`;
  const start = entry.keyAt.end + head.length - value.length;
  const source = [{ start, end: start + said.length, text: list }];
  return { fixes: [{ title: 'fix-list', safe: meant.certain, source }], data: { list } };
}
