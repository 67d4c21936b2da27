import { inLocale, type Locale, type Localized, type Written } from '../model/finding.ts';

/**
 * A check's page: what `copydesk explain` prints, what the hover links to, and the check's test.
 *
 * ````md
 * # wrong-dash
 * English prose.
 * ## 中文
 * Chinese prose.
 * ## Examples
 * ```article house=wire
 * 性的--这让
 *   ^^ wrong-dash: The Chinese dash is …
 *   ^^ wrong-dash：破折号…
 * ```
 * ```fixed
 * 性的——这让
 * ```
 * ````
 *
 * An `article` block is an article, or its body only. A line of carets under a line marks a finding: one caret for
 * each UTF-16 unit (so a Han character is one column), `|` for a finding at a point, `…` after the carets when it
 * goes on past the line; then the check's id and the English message. The same with `：` after the id is the Chinese
 * message of the finding above; each reader sees the line in their language. A block without carets must be silent. Words
 * after `article`: `house=ID`; `path=PATH`; `images=A,B` (these files exist and no others); `now=ISO-TIME`;
 * `staff=A,B` (the newsroom knows these people); `pages=A,B` (these pages are there that links may mean);
 * `taken=FIELD:VALUE:PATH` (another article says so); `sizes=PATH:WIDTHxHEIGHT,…`; `with=ID,ID` (these checks run besides this page's own); any other `NAME=VALUE` is an option of the check. A `fixed` block is
 * what is left after all safe fixes of this check. A `house` block right before an `article` block is its `copydesk.yml`,
 * a `schema` block the JSON Schema of its front matter, and an `another path=PATH` block another article of its newsroom.
 */
export interface CheckPage {
  /** The heading of the page: the check's id. */
  readonly id: string;
  /** Markdown for the reader, the generated facts left out. */
  readonly prose: Localized;
  readonly examples: readonly PageExample[];
}

/** What a caret line says: a finding that must be there. Lines count from 0 in the article, columns in UTF-16 units. */
export interface ExpectedFinding {
  readonly line: number;
  readonly column: number;
  /** UTF-16 units that are marked; 0 for a finding at a point. */
  readonly length: number;
  /** The finding goes on past its first line, of which `length` is the rest. */
  readonly continues: boolean;
  readonly check: string;
  readonly message: string;
  /** The message in Chinese; absent where a text shows one language. */
  readonly zh?: string;
}

/** A fenced `article` block, with the `fixed` block that may follow it. */
export interface PageExample {
  /** The article without its caret lines; every line ends with LF. */
  readonly text: string;
  readonly expected: readonly ExpectedFinding[];
  /** What must be left after all safe fixes; `undefined` when the page does not say. */
  readonly fixed: string | undefined;
  /** A house file of the example's own: a `house` block right before it; absent: a house that we ship. */
  readonly house?: string;
  /** A JSON Schema for the front matter: a `schema` block right before it. */
  readonly schema?: string;
  /** Other articles of the newsroom: `another` blocks right before it, by their paths. */
  readonly others?: ReadonlyMap<string, string>;
  /** Words of the info string: `house=wire` is `house` → `wire`. */
  readonly words: ReadonlyMap<string, string>;
  /** The line of the page (from 0) of the block's opening fence. */
  readonly line: number;
  /** Lines of the page (from 0) between the fences of the `article` block and of the `fixed` block. */
  readonly articleLines: LineSpan;
  readonly fixedLines: LineSpan | undefined;
}

/** Lines `[from, to)` of a page, from 0. */
interface LineSpan {
  readonly from: number;
  readonly to: number;
}

interface Fence {
  readonly info: string;
  readonly line: number;
  readonly inner: LineSpan;
}

export const FACTS_START = '<!-- generated from the check; `UPDATE=1 npm test` rewrites it -->';
export const FACTS_END = '<!-- end -->';
export const CHINESE = '## 中文';

/** Reads a page. Never throws: what is not there is empty. */
export function parsePage(text: string): CheckPage {
  const lines = text.split(/\r\n|\n/);
  const fences = fencesOf(lines);
  const examples: PageExample[] = [];
  for (const [index, fence] of fences.entries()) {
    const [kind, ...words] = fence.info.split(/\s+/);
    if (kind !== 'article') continue;
    const next = fences[index + 1];
    const before = fences[index - 1];
    const fixed = next?.info === 'fixed' ? next : undefined;
    const others = othersBefore(fences.slice(0, index), lines);
    examples.push({
      ...readCarets(lines.slice(fence.inner.from, fence.inner.to)),
      ...(before?.info === 'schema' ? { schema: joined(lines.slice(before.inner.from, before.inner.to)) } : {}),
      ...(before?.info === 'house' ? { house: joined(lines.slice(before.inner.from, before.inner.to)) } : {}),
      ...(others.size > 0 ? { others } : {}),
      fixed: fixed && joined(lines.slice(fixed.inner.from, fixed.inner.to)),
      words: new Map(words.map(splitWord)),
      line: fence.line,
      articleLines: fence.inner,
      fixedLines: fixed?.inner,
    });
  }
  return { id: /^# (.+)$/m.exec(text)?.[1]?.trim() ?? '', prose: proseOf(lines, fences), examples };
}

/** The `another` blocks that stand right before a place, by their paths. */
function othersBefore(fences: readonly Fence[], lines: readonly string[]): ReadonlyMap<string, string> {
  const others = new Map<string, string>();
  for (const { info, inner } of fences.toReversed()) {
    const path = /^another path=(\S+)$/.exec(info)?.[1];
    if (path === undefined) break;
    others.set(path, joined(lines.slice(inner.from, inner.to)));
  }
  return others;
}

/** The facts in one language: its line, and its column of the table. */
function factsFor(facts: readonly string[], locale: Locale): string {
  const [en = '', , zh = '', ...table] = facts;
  const rows = table.map((row) => {
    const cells = row.split(/(?<!\\)\|/);
    return cells.length < 6 ? row : cells.filter((_, index) => index !== (locale === 'en' ? 4 : 3)).join('|');
  });
  return [locale === 'en' ? en : zh, ...rows].join('\n').trim();
}

/**
 * A page for a reader of one language, as plain Markdown: heading, facts, prose, examples with their carets. The
 * lines between examples are in English only and are left out for other readers. The heading is what readers call
 * the check, with the id, which files know it by, beside it.
 */
export function pageFor(text: string, title: string, locale: Locale): string {
  const page = parsePage(text);
  const lines = text.split(/\r\n|\n/);
  const start = lines.indexOf(FACTS_START);
  const end = lines.indexOf(FACTS_END);
  const facts = start !== -1 && end > start ? linesIn(factsFor(lines.slice(start + 1, end), locale), locale) : '';
  const head = [`# ${title} · ${page.id}`, facts, proseIn(page, locale)];
  const examples =
    locale === 'en'
      ? [sectionsAfterIntroduction(lines)]
      : [linesIn('## 例子', locale), ...examplesOf(lines, page, locale)];
  return `${[...head, ...examples].filter((part) => part !== '').join('\n\n')}\n`;
}

/** What a page says of its check to a reader of one language; in English where it says nothing in that. */
export function proseIn({ prose }: CheckPage, locale: Locale): string {
  return linesIn(inLocale(prose, locale), locale) || inLocale(prose, 'en');
}

/** Lines of a page as a reader of one language reads them: each is a sentence of ours. */
function linesIn(text: string, locale: Locale): string {
  const said = (line: string) => inLocale({ en: line, zh: line }, locale);
  return text.split('\n').map(said).join('\n');
}

/** A line of carets: where, with what it says in English or, behind `：`, in Chinese. */
const CARETS = /^( *)(\^+|\|)(…?) ([a-z][a-z-]*)(: |：)(.*)$/;

function examplesOf(lines: readonly string[], page: CheckPage, locale: Locale): readonly string[] {
  return page.examples.map(({ articleLines, fixedLines, house, schema, others = [] }) => {
    const beside = [
      ...(house === undefined ? [] : [fenced('house', house.trimEnd().split('\n'))]),
      ...(schema === undefined ? [] : [fenced('schema', schema.trimEnd().split('\n'))]),
      ...[...others].map(([path, text]) => fenced(`another path=${path}`, text.trimEnd().split('\n'))),
    ];
    const shown = [
      ...beside,
      fenced('article', inChinese(lines.slice(articleLines.from, articleLines.to), locale)),
    ].join('\n\n');
    if (!fixedLines) return shown;
    return `${shown}\n\n${fenced('fixed', lines.slice(fixedLines.from, fixedLines.to))}`;
  });
}

/** Lines of an example with what is found in Chinese alone; nothing is left out that has no Chinese. */
function inChinese(lines: readonly string[], locale: Locale): readonly string[] {
  return lines.flatMap((line, index) => {
    const colon = CARETS.exec(line)?.[5];
    if (colon === '：') return [caretIn(line, locale)];
    return colon !== undefined && isChineseCaret(lines[index + 1]) ? [] : [line];
  });
}

const isChineseCaret = (line = ''): boolean => CARETS.exec(line)?.[5] === '：';

/** What the article says is quoted as the article has it. */
function caretIn(line: string, locale: Locale): string {
  const quoted = line.match(/“[^”]*”/g) ?? [];
  const said = linesIn(line, locale);
  let next = 0;
  return said.replace(/「[^」]*」/g, (as) => (quoted[next++] ?? as).replace('“', '「').replace('”', '」'));
}

/** Everything from the first `## ` heading on, as written, but the Chinese section. */
function sectionsAfterIntroduction(lines: readonly string[]): string {
  const kept: string[] = [];
  let keeping = false;
  for (const line of lines) {
    if (line.startsWith('## ')) keeping = line.trim() !== CHINESE;
    if (keeping && !isChineseCaret(line)) kept.push(line);
  }
  return kept.join('\n').trim();
}

function fenced(info: string, lines: readonly string[]): string {
  const longest = Math.max(2, ...lines.map((line) => /^`+/.exec(line)?.[0].length ?? 0));
  const fence = '`'.repeat(longest + 1);
  return [fence + info, ...lines, fence].join('\n');
}

function fencesOf(lines: readonly string[]): readonly Fence[] {
  const fences: Fence[] = [];
  for (let i = 0; i < lines.length; i++) {
    const open = /^(`{3,}|~{3,})(.*)$/.exec(lines[i] ?? '');
    if (!open?.[1]) continue;
    const line = i;
    do i++;
    while (i < lines.length && lines[i]?.trimEnd() !== open[1]);
    fences.push({ info: (open[2] ?? '').trim(), line, inner: { from: line + 1, to: i } });
  }
  return fences;
}

function readCarets(lines: readonly string[]): { text: string; expected: readonly ExpectedFinding[] } {
  const kept: string[] = [];
  const expected: ExpectedFinding[] = [];
  for (const line of lines) {
    const caret = CARETS.exec(line);
    const last = expected.at(-1);
    if (caret === null || kept.length === 0 || (caret[5] === '：' && last === undefined)) {
      kept.push(line);
      continue;
    }
    const [, indent = '', mark = '', more = '', check = '', colon = '', message = ''] = caret;
    if (colon === '：' && last) {
      expected[expected.length - 1] = { ...last, zh: message };
      continue;
    }
    expected.push({
      line: kept.length - 1,
      column: indent.length,
      length: mark === '|' ? 0 : mark.length,
      continues: more !== '',
      check,
      message,
    });
  }
  return { text: joined(kept), expected };
}

function joined(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

function splitWord(word: string): [string, string] {
  const equals = word.indexOf('=');
  return equals === -1 ? [word, ''] : [word.slice(0, equals), word.slice(equals + 1)];
}

/** The prose of the introduction (up to the first `## ` heading) and of the Chinese section, without blocks. */
function proseOf(lines: readonly string[], fences: readonly Fence[]): Localized {
  const inFence = new Set<number>();
  for (const fence of fences) for (let i = fence.line; i <= fence.inner.to; i++) inFence.add(i);
  const prose: Record<Written, string[]> = { en: [], zh: [] };
  let locale: Written | undefined = 'en';
  let generated = false;
  for (const [index, line] of lines.entries()) {
    if (line === FACTS_START) generated = true;
    const skip = generated || inFence.has(index) || (index === 0 && line.startsWith('# '));
    if (line === FACTS_END) generated = false;
    if (skip) continue;
    if (line.startsWith('## ')) locale = line.trim() === CHINESE ? 'zh' : undefined;
    else if (locale) (locale === 'en' ? prose.en : prose.zh).push(line);
  }
  const tidy = (part: readonly string[]): string =>
    part
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim();
  return { en: tidy(prose.en), zh: tidy(prose.zh) };
}
