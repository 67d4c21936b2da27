import { type Draft, defineCheck } from './check.ts';
import { uncertainMends, yamlFixes, yamlMessages } from './fields/yaml-messages.ts';

const messages = {
  ...yamlMessages,
  ...yamlFixes,
  unclosed: {
    en: 'Unexpected text, expected `---` on a line of its own where the front matter ends',
    zh: '稿件信息没有结束，应在其后另起一行写“---”',
  },
  toml: {
    en: 'Unexpected TOML front matter, expected YAML between `---` and `---`',
    zh: '稿件信息用的是 TOML（+++），应为两行“---”之间的 YAML',
  },
  json: {
    en: 'Unexpected JSON front matter, expected YAML between `---` and `---`',
    zh: '稿件信息用的是 JSON，应为两行“---”之间的 YAML',
  },
  'fix-unclosed': { en: 'Insert `---`', zh: '补上“---”' },
} as const;

type Message = keyof typeof messages;

const isMessage = (id: string): id is Message => Object.hasOwn(messages, id);

export const frontMatterSyntax = defineCheck({
  id: 'front-matter-syntax',
  summary: {
    en: 'The front matter is YAML: one `field: value` a line, between two lines of `---`.',
    zh: '稿件信息是两行“---”之间的 YAML，每行一个“字段: 值”。',
  },
  source: 'YAML 1.2.2',
  scope: 'article',
  severity: 'error',
  messages,
  *run({ frontMatter }): Iterable<Draft<Message>> {
    for (const { code, data, at, edits } of frontMatter.faults) {
      const message = isMessage(code) ? code : 'syntax';
      const title = `fix-${code}`;
      const fixes = edits && isMessage(title) ? [{ title, safe: !uncertainMends.has(code), source: edits }] : [];
      yield { message, data, at, fixes };
    }
  },
});
