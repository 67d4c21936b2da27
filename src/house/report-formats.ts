import { didYouMean } from '../model/did-you-mean.ts';

/** The formats of reports, with the endings that files of each may have; the first is the one that it is known by. */
const endings = {
  pretty: ['.txt', '.log'],
  json: ['.json'],
  ndjson: ['.ndjson', '.jsonl'],
  github: ['.txt', '.log'],
  unix: ['.txt', '.log'],
  sarif: ['.sarif', '.json'],
  junit: ['.xml'],
  checkstyle: ['.xml'],
  gitlab: ['.json'],
  rdjson: ['.rdjson', '.json'],
  tap: ['.tap', '.txt'],
  html: ['.html', '.htm'],
  csv: ['.csv'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The name of a format of reports. */
export type ReportFormat = keyof typeof endings;

export const reportFormats = Object.keys(endings) as readonly ReportFormat[];

/** A file that a report is written to. */
export interface ReportFile {
  readonly file: string;
  readonly format: ReportFormat;
}

/** Names of files that say more than their ending does. */
const telling: readonly (readonly [RegExp, ReportFormat])[] = [
  [/\.sarif\.json$/i, 'sarif'],
  [/\.rdjson\.json$/i, 'rdjson'],
  [/(?:^|[\\/])gl-code-quality[^\\/]*\.json$|code-?quality[^\\/]*\.json$/i, 'gitlab'],
  [/checkstyle[^\\/]*\.xml$/i, 'checkstyle'],
  [/\.xml$/i, 'junit'],
];

/** The format that a file's name says; `undefined` where it says none. */
function formatOfFile(file: string): ReportFormat | undefined {
  const told = telling.find(([pattern]) => pattern.test(file))?.[1];
  return told ?? reportFormats.find((format) => endsIn(file, format));
}

/** Whether a report of this format may stand in a file of this name: its endings, and those that say no format. */
export function mayStandIn(file: string, format: ReportFormat): boolean {
  return endsIn(file, format) || formatOfFile(file) === undefined;
}

/** `gitlab:report.json` for `giltab:report.json`: what was meant where the format before a name is misspelt. */
export function meantReportFile(written: string): string | undefined {
  const [, said = '', file = ''] = /^([a-z]{2,}):(.+)$/i.exec(written) ?? [];
  if (reportFormats.some((one) => one === said)) return undefined;
  const plain = said.toLowerCase();
  const format = reportFormats.find((one) => one === plain) ?? didYouMean(plain, reportFormats);
  return format && `${format}:${file}`;
}

/** `report.sarif`, or `gitlab:report.json` where the name says too little; `undefined` where no format is said. */
export function readReportFile(written: string): ReportFile | undefined {
  if (meantReportFile(written) !== undefined) return undefined;
  const at = written.indexOf(':');
  const named = reportFormats.find((format) => format === written.slice(0, at));
  if (named !== undefined && at + 1 < written.length) return { file: written.slice(at + 1), format: named };
  const format = formatOfFile(written);
  return format && { file: written, format };
}

function endsIn(file: string, format: ReportFormat): boolean {
  return endings[format].some((ending) => file.toLowerCase().endsWith(ending));
}
