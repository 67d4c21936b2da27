import { hasErrorRate } from '../../engine/error-rate.ts';
import { fill, inLocale, type Localized, severities } from '../../model/finding.ts';
import type { FileReport, ReportContext, ReportedFinding, Reporter } from '../report.ts';
import style from './html.css';
import { severityNames } from './severity-names.ts';
import { visible } from './visible.ts';

const words = {
  title: { en: 'Copydesk report', zh: 'Copydesk 检查报告' },
  none: { en: 'Nothing found.', zh: '没有发现问题。' },
  totals: {
    en: '{files} articles, {characters} words and characters; error rate {rate} in 10,000.',
    zh: '{files} 篇稿件，{characters} 字，差错率万分之 {rate}。',
  },
  short: {
    en: '{files} articles, {characters} words and characters; mistakes as weighed: {mistakes}.',
    zh: '{files} 篇稿件，{characters} 字，差错计 {mistakes} 个。',
  },
  show: { en: 'Show', zh: '显示' },
  severities: { en: 'Severity', zh: '级别' },
  checks: { en: 'Checks', zh: '检查' },
  files: { en: 'Files', zh: '文件' },
  all: { en: 'All files', zh: '全部文件' },
  notes: { en: 'Noticed besides', zh: '另外注意到' },
  line: { en: 'line {line}, column {column}', zh: '第 {line} 行第 {column} 列' },
  fixes: { en: 'How it can be mended', zh: '可以这样改' },
  certain: { en: '{title} (certain)', zh: '{title}（有把握）' },
} satisfies Record<string, Localized>;

/**
 * A page to open: one file without scripts, which works from a disk. Checkboxes and links choose what is shown, by CSS
 * alone; a reader whose browser does not know `:has()` sees everything.
 */
export const html: Reporter = function* (report, context): Iterable<string> {
  const { locale } = context;
  const say = (text: Localized, values = {}) => escaped(fill(inLocale(text, locale), values));
  const faulty = report.files.filter(({ findings }) => findings.length > 0);
  const checks = counted(faulty.flatMap(({ findings }) => findings.map(({ check }) => check)));
  const found = severities.filter((severity) => report.summary[severity] > 0);
  const { files, characters, mistakes, errorRate } = report.summary;
  const totals = hasErrorRate(characters) ? words.totals : words.short;
  yield `<!doctype html>
<html lang="${locale === 'en' ? 'en' : locale === 'zh' ? 'zh-Hans' : 'zh-Hant'}">
<head>
<meta name="generator" content="copydesk">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${say(words.title)}</title>
<style>
${style}${hidings([...found.map((name) => `s-${name}`), ...checks.map(([check]) => `c-${check}`)])}</style>
</head>
<body id="all">
<header>
<h1>${say(words.title)}</h1>
<p>${say(totals, { files, characters, mistakes, rate: errorRate })}${faulty.length === 0 ? ` ${say(words.none)}` : ''}</p>
</header>
`;
  if (faulty.length > 0) {
    yield `<nav aria-label="${say(words.show)}">\n<fieldset><legend>${say(words.severities)}</legend>\n`;
    for (const name of found) yield box(`s-${name}`, inLocale(severityNames[name], locale), report.summary[name]);
    yield `</fieldset>\n<details><summary>${say(words.checks)}</summary>\n<fieldset><legend>${say(words.checks)}</legend>\n`;
    for (const [check, times] of checks) yield box(`c-${check}`, titleOf(check, context), times);
    yield `</fieldset></details>\n<details><summary>${say(words.files)}</summary>\n<ul>\n<li><a href="#all">${say(words.all)}</a></li>\n`;
    for (const [index, { path, findings }] of faulty.entries())
      yield `<li><a href="#f${index}">${escaped(visible(path))}</a> ${findings.length}</li>\n`;
    yield '</ul></details>\n</nav>\n';
  }
  yield '<main>\n';
  for (const [index, file] of faulty.entries()) yield* section(file, `f${index}`, context, say);
  if (report.notes.length > 0) {
    yield `<section><h2>${say(words.notes)}</h2>\n<ul>\n`;
    for (const { path, message } of report.notes)
      yield `<li>${path === '' ? '' : `<code>${escaped(visible(path))}</code> `}${withCode(message)}</li>\n`;
    yield '</ul></section>\n';
  }
  yield '</main>\n</body>\n</html>\n';
};

type SayHtml = (text: Localized, values?: Readonly<Record<string, string | number>>) => string;

/** A text with what stands between backticks as code. */
const withCode = (text: string): string => escaped(visible(text)).replace(/`([^`]+)`/g, '<code>$1</code>');

function* section(file: FileReport, id: string, context: ReportContext, say: SayHtml): Iterable<string> {
  const lines = context.textOf(file.path)?.split(/\r\n|\n|\r/);
  yield `<section id="${id}"><details open><summary><h2>${escaped(visible(file.path))}</h2></summary>\n<ol>\n`;
  for (const finding of file.findings) yield item(finding, lines, context, say);
  yield '</ol></details></section>\n';
}

function item(
  finding: ReportedFinding,
  lines: readonly string[] | undefined,
  context: ReportContext,
  say: SayHtml,
): string {
  const { check, severity, message, source, fixes } = finding;
  const { line, column } = finding.range.start;
  const about = [titleOf(check, context), check, source].filter((part) => part !== undefined).join(' · ');
  const mends = fixes.map(({ title, safe }) => `<li>${safe ? say(words.certain, { title }) : withCode(title)}</li>`);
  return (
    `<li class="s-${severity} c-${check}"><p><strong>${escaped(inLocale(severityNames[severity], context.locale))}</strong> ` +
    `${withCode(message)} <small>${escaped(visible(about))} · ${say(words.line, { line, column })}</small></p>` +
    quote(finding, lines) +
    (mends.length === 0 ? '' : `<details><summary>${say(words.fixes)}</summary><ul>${mends.join('')}</ul></details>`) +
    '</li>\n'
  );
}

/** The stretch with some text around it. */
function quote({ range: { start, end } }: ReportedFinding, lines: readonly string[] | undefined): string {
  const line = lines?.[start.line - 1];
  if (line === undefined || line.trim() === '') return '';
  const from = start.column - 1;
  const to = Math.max(from, Math.min(end.line === start.line ? end.column - 1 : line.length, from + reach * 2));
  const part = (a: number, b: number) => escaped(visible(whole(line, a, b)));
  const before = Math.max(0, from - reach);
  return (
    `<blockquote dir="auto">${before > 0 ? '…' : ''}${part(before, from)}<mark>${part(from, to)}</mark>` +
    `${part(to, to + reach)}${to + reach < line.length ? '…' : ''}</blockquote>`
  );
}

/** How much text is shown to each side, in UTF-16 units. */
const reach = 60;

/** A slice that cuts no character in two. */
function whole(line: string, from: number, to: number): string {
  const half = (at: number) => /[\uDC00-\uDFFF]/.test(line[at] ?? '') && /[\uD800-\uDBFF]/.test(line[at - 1] ?? '');
  return line.slice(half(from) ? from + 1 : from, half(to) ? to + 1 : to);
}

/** What is unchecked is hidden. The names are ids of ours: letters and hyphens. */
function hidings(names: readonly string[]): string {
  return names.map((name) => `:root:has(#${name}:not(:checked)) li.${name} { display: none }\n`).join('');
}

function box(id: string, label: string, times: number): string {
  return `<label><input type="checkbox" id="${id}" checked> ${escaped(label)} <span>${times}</span></label>\n`;
}

function titleOf(check: string, { aboutCheck, locale }: ReportContext): string {
  const title = aboutCheck(check)?.title;
  return title === undefined ? check : inLocale(title, locale);
}

/** Each with its number, the most frequent first. */
function counted(names: readonly string[]): readonly (readonly [name: string, times: number])[] {
  const times = new Map<string, number>();
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
  return [...times].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (mark) => entities[mark] ?? mark);
}
