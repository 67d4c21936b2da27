import themeNames from 'copydesk:themes/names';
import { listed } from '../model/finding.ts';
import type { Value } from '../model/front-matter/front-matter.ts';
import type { Place } from '../model/prose.ts';
import { isNoDate, readDate } from '../model/written-date.ts';
import { compileForm } from './forms.ts';
import { type HouseFault, houseFault, nearFault, unknownWord } from './house-fault.ts';
import { readReportFile } from './report-formats.ts';
import type { StringForm } from './setting.ts';
import { pathSlots } from './settings.ts';

/** What is wrong with a string of a house file that must have a form; `undefined` when it is right. */
export function stringFault(form: StringForm | undefined, text: string, value: Value): HouseFault | undefined {
  const { at } = value;
  switch (form) {
    case 'time-zone':
      return isTimeZone(text) ? undefined : timeZoneFault(text, at);
    case 'language':
      return isLanguage(text) ? undefined : houseFault('bad-language', at, { actual: text });
    case 'path-pattern':
      return pathFault(text, at);
    case 'file-path':
      return filePathFault(text, at);
    case 'size':
      return /^[1-9]\d{0,4}[x×*][1-9]\d{0,4}$/.test(text) ? undefined : houseFault('bad-size', at, { actual: text });
    case 'day': {
      const read = readDate(text);
      const isDay = !isNoDate(read) && read.time === undefined && read.normal;
      return isDay ? undefined : houseFault('bad-day', at, { actual: text });
    }
    case 'record-file':
      return isRecordFile(text) ? undefined : houseFault('bad-record-file', at, { actual: text });
    case 'theme':
      return text === '' || themeNames.includes(text) ? undefined : unknownWord('unknown-theme', at, text, themeNames);
    case 'report-file':
      return reportFault(text, at);
    case 'byline-form':
    case 'credit-form':
      return formFault(text, value);
    default:
      return text.length > 400 ? houseFault('too-long-text', at, { limit: 400 }) : undefined;
  }
}

/** An IANA name; UTC offsets (`+08:00`), which know no summer time, are none. */
function isTimeZone(text: string): boolean {
  if (!/^[A-Za-z][\w+-]*(?:\/[\w+-]+)*$/.test(text)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}

/** The zone of Beijing is called after Shanghai, which nobody guesses. */
function timeZoneFault(text: string, at: Place): HouseFault {
  if (/beijing|peking|北京|上海/i.test(text)) return nearFault('bad-time-zone', at, text, 'Asia/Shanghai');
  return unknownWord('bad-time-zone', at, text, Intl.supportedValuesOf('timeZone'));
}

function isLanguage(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

/** Where in the form the fault is, at that character. */
function formFault(text: string, value: Value): HouseFault | undefined {
  const compiled = compileForm(text);
  if ('form' in compiled) return undefined;
  const { error, column } = compiled;
  const at = value.kind === 'scalar' ? value.prose.at(column - 1, column) : value.at;
  return houseFault('bad-form', at, { form: text, reason: error.en, reasonZh: error.zh });
}

/** A relative path of a file that stays in its folder. */
function filePathFault(text: string, at: Place): HouseFault | undefined {
  const segments = text.split(/[\\/]/);
  const outside =
    segments.some((segment) => segment === '' || segment === '..') || /^[A-Za-z][A-Za-z0-9+.-]*:/.test(text);
  return outside ? houseFault('bad-file-path', at, { actual: text }) : undefined;
}

/** Whoever sends a change to a house file has it run in CI: it writes there and nowhere else. */
function reportFault(text: string, at: Place): HouseFault | undefined {
  const report = readReportFile(text);
  if (report === undefined) return houseFault('bad-report-file', at, { actual: text });
  return filePathFault(report.file, at) && houseFault('report-outside', at, { actual: text });
}

/** A name of a YAML file, perhaps in a folder below the article's, that differs from article to article. */
function isRecordFile(text: string): boolean {
  const bare = text.replace('{name}', 'name');
  return bare !== text && /\.ya?ml$/i.test(bare) && !/[{}]/.test(bare) && filePathFault(bare, nowhere) === undefined;
}

const nowhere: Place = { start: 0, end: 0, from: 0, to: 0 };

/** A relative path with slots in braces that stays in its folder. */
function pathFault(text: string, at: Place): HouseFault | undefined {
  const segments = text.split(/[\\/]/);
  if (
    text === '' ||
    segments.some((segment) => segment === '' || segment === '.' || segment === '..') ||
    /^[A-Za-z]:/.test(text)
  ) {
    return houseFault('bad-path', at, { actual: text });
  }
  for (const match of text.matchAll(/\{([^{}]*)\}/g)) {
    const slot = match[1] ?? '';
    if (!pathSlots.includes(slot)) return houseFault('unknown-slot', at, { actual: slot, known: listed(pathSlots) });
  }
  return /[{}]/.test(text.replace(/\{[^{}]*\}/g, '')) ? houseFault('bad-path', at, { actual: text }) : undefined;
}
