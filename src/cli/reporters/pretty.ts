import picocolors from 'picocolors';
import { hasErrorRate } from '../../engine/error-rate.ts';
import { fill, inLocale, type Locale, type Localized, type Severity, severities } from '../../model/finding.ts';
import type { Report, ReportContext, ReportedFinding, Reporter } from '../report.ts';
import { excerpt } from './excerpt.ts';
import { severityNames } from './severity-names.ts';
import { visible } from './visible.ts';
import { cells } from './width.ts';

const colors: Readonly<Record<Severity, 'red' | 'yellow' | 'cyan'>> = { error: 'red', warning: 'yellow', info: 'cyan' };

const words = {
  counted: { en: '{number} {name}{plural}', zh: '{number} 个{name}' },
  files: { en: '{number} article{plural}', zh: '{number} 篇稿件' },
  none: { en: 'Nothing found', zh: '没有发现问题' },
  found: { en: '{counts}', zh: '{counts}' },
  in: {
    en: ' in {files} ({characters} words and characters,{rate} {seconds} s)',
    zh: '（{files}，{characters} 字，{rate}{seconds} 秒）',
  },
  rate: { en: ' error rate {rate} in 10,000,', zh: '差错率万分之 {rate}，' },
  mistakes: { en: ' mistakes as weighed {mistakes},', zh: '差错计 {mistakes} 个，' },
  fixable: { en: '{count} can be fixed: copydesk fix', zh: '其中 {count} 处可自动改正：copydesk fix' },
} satisfies Record<string, Localized>;

type Style = 'red' | 'yellow' | 'cyan' | 'green' | 'dim' | 'underline';
type Paint = (style: Style, text: string) => string;

/** For people: each file with its findings, the text they are about underlined, and a sentence at the end. */
export const pretty: Reporter = function* (report, context) {
  const colorsOn = picocolors.createColors(context.color);
  const paint: Paint = (style, text) => colorsOn[style](text);
  let fixable = 0;
  for (const file of report.files) {
    const { path, findings } = file;
    if (findings.length === 0) continue;
    fixable += findings.filter(({ fixes }) => fixes.some(({ safe }) => safe)).length;
    yield `${showFile(path, findings, context, paint)}\n`;
  }
  yield `${summary(report, fixable, context.locale, paint)}\n`;
};

function showFile(path: string, findings: readonly ReportedFinding[], context: ReportContext, paint: Paint): string {
  const { locale } = context;
  const lines = context.textOf(path)?.split(/\r\n|\n|\r/);
  const placeWidth = Math.max(...findings.map((finding) => placeOf(finding).length));
  const severityWidth = Math.max(...findings.map(({ severity }) => cells(inLocale(severityNames[severity], locale))));
  const margin = ' '.repeat(2 + placeWidth + 2);
  let out = `${paint('underline', visible(path))}\n`;
  for (const finding of findings) {
    const name = inLocale(severityNames[finding.severity], locale);
    out +=
      `  ${paint('dim', placeOf(finding).padStart(placeWidth))}  ` +
      `${paint(colors[finding.severity], name)}${' '.repeat(severityWidth - cells(name))}  ${visible(finding.message)}` +
      `  ${paint('dim', kindOf(finding, context))}\n`;
    out += showText(finding, lines, margin, context, paint);
  }
  return out;
}

/** What kind of thing was found, the name that files know it by, and what it rests on. */
function kindOf({ check, source }: ReportedFinding, { locale, aboutCheck }: ReportContext): string {
  const title = aboutCheck(check)?.title;
  return [title && inLocale(title, locale), check, source].filter((part) => part !== undefined).join(' · ');
}

function placeOf({ range: { start } }: ReportedFinding): string {
  return `${start.line}:${start.column}`;
}

function showText(
  finding: ReportedFinding,
  lines: readonly string[] | undefined,
  margin: string,
  { columns }: ReportContext,
  paint: Paint,
): string {
  const { start, end } = finding.range;
  const line = lines?.[start.line - 1];
  if (line === undefined || line.trim() === '') return '';
  const to = end.line === start.line ? end.column - 1 : line.length;
  const shown = excerpt(line, start.column - 1, to, Math.max(24, columns - margin.length));
  const carets = ' '.repeat(shown.before) + paint(colors[finding.severity], '^'.repeat(shown.width));
  return `${margin}${shown.line.trimEnd()}\n${margin}${carets}\n`;
}

/** @param fixable how many findings have a safe fix */
function summary({ summary: totals }: Report, fixable: number, locale: Locale, paint: Paint): string {
  const found = severities.filter((severity) => totals[severity] > 0);
  const worst = found[0];
  const counts = found.map((severity) => count(totals[severity], severity, locale)).join(locale !== 'en' ? '，' : ', ');
  const where = fill(inLocale(words.in, locale), {
    files: countFiles(totals.files, locale),
    characters: grouped(totals.characters),
    rate: rateOf(totals, locale),
    seconds: (totals.milliseconds / 1000).toFixed(2),
  });
  const head = worst === undefined ? paint('green', inLocale(words.none, locale)) : paint(colors[worst], counts);
  return head + where + (fixable === 0 ? '' : `\n${fill(inLocale(words.fixable, locale), { count: fixable })}`);
}

/** What little text is has no rate; its mistakes are told by their number. */
function rateOf({ mistakes, characters, errorRate }: Report['summary'], locale: Locale): string {
  if (mistakes === 0) return '';
  if (!hasErrorRate(characters)) return fill(inLocale(words.mistakes, locale), { mistakes });
  return fill(inLocale(words.rate, locale), { rate: errorRate });
}

function count(number: number, severity: Severity, locale: Locale): string {
  const name = inLocale(severityNames[severity], locale);
  const plural = severity === 'info' || number === 1 ? '' : 's';
  return fill(inLocale(words.counted, locale), { number, name, plural });
}

/** `15,204`. Asking Intl for it would load ICU: 20 ms of a start of 100. */
function grouped(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** `1 article`, `12 articles`. */
export function countFiles(number: number, locale: Locale): string {
  return fill(inLocale(words.files, locale), { number, plural: number === 1 ? '' : 's' });
}
