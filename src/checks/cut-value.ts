import { keysOf } from '../house/field-keys.ts';
import type { Article } from '../model/article.ts';
import { isBare } from '../model/front-matter/bare-lines.ts';
import type { Value } from '../model/front-matter/front-matter.ts';
import { yamlPlace } from '../model/front-matter/read-yaml.ts';
import { quoteScalar } from '../model/front-matter/yaml-scalar.ts';
import type { Place } from '../model/prose.ts';
import { isNoDate, readDate } from '../model/written-date.ts';
import { type Draft, defineCheck } from './check.ts';

type Message = 'comment' | 'nothing' | 'anchor' | 'alias' | 'tag' | 'quote';

export const cutValue = defineCheck({
  id: 'cut-value',
  title: { en: 'Value cut short', zh: '值被截断' },
  summary: {
    en: 'A value says all that is written: ` #`, `&`, `*` and `!` are YAML’s own, and stand between quotation marks where they are meant.',
    zh: '字段的值应完整：“ #”“&”“*”“!”在 YAML 中另有含义，要写出来须加引号。',
  },
  source: 'YAML 1.2.2 6.6, 6.9, 7.1',
  scope: 'article',
  severity: 'error',
  messages: {
    comment: {
      en: 'YAML ends `{key}` at the ` #`: readers see only `{seen}`',
      zh: '“ #”以后被 YAML 当作注释，字段“{key}”只读到“{seen}”',
    },
    nothing: {
      en: 'YAML takes all of `{key}` for a comment, since it begins with `#`: the field is empty',
      zh: '字段“{key}”的值以“#”开头，整个被当作注释，等于没填',
    },
    anchor: {
      en: 'YAML takes `{mark}` in `{key}` for a mark of its own (an anchor): readers see only `{seen}`',
      zh: '字段“{key}”中的“{mark}”被 YAML 当作标记，只读到“{seen}”',
    },
    alias: {
      en: 'YAML takes `{mark}` in `{key}` for a value that is marked `&` elsewhere, and there is none',
      zh: '字段“{key}”以“*”开头，YAML 以为是引用别处的内容，而别处并没有',
    },
    tag: {
      en: 'YAML takes `{mark}` in `{key}` for a kind of value (a tag): programs may refuse it',
      zh: '字段“{key}”中的“{mark}”被 YAML 当作类型标记，程序可能读不出来',
    },
    quote: { en: 'Put all of it between quotation marks', zh: '把整个值放进引号' },
  },
  *run(article, { house }): Iterable<Draft<Message>> {
    const { frontMatter, text } = article;
    if (frontMatter.kind !== 'yaml' && frontMatter.kind !== 'unclosed') return;
    if (isBare(frontMatter)) return;
    const inner = text.slice(frontMatter.inner.start, frontMatter.inner.end);
    if (!/[#&*!]/.test(inner)) return;
    const texts = new Set(house.fields.filter(({ prose, type }) => prose || type === 'list').flatMap(keysOf));
    for (const { key, keyAt, value, templated } of frontMatter.entries) {
      if (templated) continue;
      const from = keyAt.end + (/^[ \t]*:/.exec(text.slice(keyAt.end, keyAt.end + 20))?.[0].length ?? 0);
      yield* cuts(article, key, value, from, { inner, text: texts.has(key) });
    }
  },
});

/** What surrounds a value: all of the front matter, and whether the field holds words for readers. */
interface Around {
  readonly inner: string;
  readonly text: boolean;
}

/** @param from behind the colon or the dash of the value */
function* cuts(article: Article, key: string, value: Value, from: number, around: Around): Iterable<Draft<Message>> {
  const { text } = article;
  if (value.kind === 'list' && text.charAt(value.at.start) === '-') {
    for (const item of value.items) {
      const line = Math.max(text.lastIndexOf('\n', item.at.start - 1), text.lastIndexOf('\r', item.at.start - 1)) + 1;
      const dash = /^[ \t]*-/.exec(text.slice(line, item.at.start + 1))?.[0].length;
      if (dash !== undefined) yield* cuts(article, key, item, line + dash, around);
    }
    return;
  }
  const end = /[\r\n]|$/.exec(text.slice(from))?.index ?? 0;
  const line = text.slice(from, from + end);
  const lead = /^[ \t]*/.exec(line)?.[0].length ?? 0;
  const said = line.slice(lead).trimEnd();
  const found = said === '' ? undefined : cutOf(said, value, around);
  if (found === undefined) return;
  const start = from + lead;
  const place: Place = yamlPlace(start + found.at, start + said.length);
  const seen = value.kind === 'scalar' ? value.prose.rendered : '';
  const source = [{ start, end: start + said.length, text: quoteScalar(said) }];
  yield {
    message: found.message,
    data: { key, seen, mark: found.mark },
    at: place,
    // A comment may have been meant.
    fixes: [{ title: 'quote', safe: false, source }],
  };
}

interface Cut {
  readonly message: Message;
  readonly mark: string;
  /** Where in the value it begins. */
  readonly at: number;
}

const HAN = /\p{Script=Han}/u;

/** What YAML takes for its own in a value on one line, though its writer meant it. */
function cutOf(said: string, value: Value, { inner, text }: Around): Cut | undefined {
  if (value.kind === 'null' || value.kind === 'scalar') {
    // `# 待核` is a comment, `#晚橙开园#` a topic; in other scripts a topic has a mark at both ends. In words for readers
    // `#1` and `#x` are a number and a name, too.
    const comment = /(?:^|[ \t])(#[^\s#].*)$/.exec(said);
    const topic = comment?.[1] ?? '';
    const at = said.length - topic.length;
    const plain = value.kind === 'null' || !/^["'|>[{]/.test(value.raw);
    // Behind a whole date, a number or a truth it is a comment: they hold no topic.
    const whole =
      !text && value.kind === 'scalar' && (typeof value.value !== 'string' || !isNoDate(readDate(value.value)));
    if (
      topic !== '' &&
      plain &&
      !whole &&
      (HAN.test(topic.slice(1, 3)) || /^#[^#]+#/.test(topic) || (text && at > 0 && /^#[\p{L}\d]+$/u.test(topic)))
    )
      return { message: at === 0 ? 'nothing' : 'comment', mark: '#', at };
  }
  const mark = /^[&*!][^\s,[\]{}]*/.exec(said)?.[0] ?? '';
  if (mark.startsWith('&') && mark.length > 1 && value.kind !== 'list' && value.kind !== 'map') {
    // `&day 2024-06-01` is a name that nothing repeats any more; in words for readers it may have been meant.
    const named = /^&[a-z][\w-]*$/.test(mark) && value.kind !== 'null';
    return inner.includes(`*${mark.slice(1)}`) || named ? undefined : { message: 'anchor', mark, at: 0 };
  }
  if (mark.startsWith('*') && mark.length > 1 && value.kind === 'other')
    return inner.includes(`&${mark.slice(1)}`) ? undefined : { message: 'alias', mark, at: 0 };
  if (/^![^!<]/.test(mark) && HAN.test(mark)) return { message: 'tag', mark, at: 0 };
  return undefined;
}
