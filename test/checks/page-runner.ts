import type { Facts, Rule } from '../../src/checks/check.ts';
import { rules } from '../../src/checks/index.ts';
import type { ExpectedFinding, PageExample } from '../../src/checks/page.ts';
import { fixAll } from '../../src/engine/fix.ts';
import { review } from '../../src/engine/review.ts';
import { readFrontMatterSchema } from '../../src/house/front-matter-schema.ts';
import type { CheckSetting, House } from '../../src/house/house.ts';
import { resolveHouse, shippedHouse } from '../../src/house/load.ts';
import { readStaff } from '../../src/house/staff.ts';
import type { Article } from '../../src/model/article.ts';
import type { Finding } from '../../src/model/finding.ts';
import { parseArticle } from '../../src/model/parse.ts';
import { positionAt } from '../../src/model/range.ts';
import { othersFacts } from './others-facts.ts';
import { drawCarets } from './page-write.ts';

/** 2024-06-01 12:00 in Beijing, the present moment of every page that does not say otherwise. */
const NOON = Date.UTC(2024, 5, 1, 4);

/** What an example shows, and what it should show, as lines of a page. */
export interface ExampleResult {
  readonly actual: readonly string[];
  readonly findings: readonly Finding[];
  readonly expected: readonly string[];
  /** The article after fixes; `undefined` when they change nothing. */
  readonly fixed: string | undefined;
  /** Findings after fixes that a safe fix would still mend. */
  readonly unfixed: readonly Finding[];
}

/** Runs one example of a check's page through the real engine. */
export function runExample(check: Rule, example: PageExample): ExampleResult {
  const { text, words } = example;
  const plain = exampleHouse(check, words, example.house);
  const schema = example.schema === undefined ? undefined : readFrontMatterSchema(example.schema).schema;
  const house = schema ? { ...plain, schema } : plain;
  const article = parseArticle(text);
  const facts = { ...exampleFacts(words), ...othersFacts(text, words.get('path'), example.others, house) };
  const { findings } = review(article, house, facts);
  const fixed = fixAll(text, house, facts);
  return {
    actual: drawCarets(
      text,
      findings.map((finding) => drawn(article, finding)),
    ),
    findings,
    expected: drawCarets(text, example.expected),
    fixed: fixed.text === text ? undefined : fixed.text,
    unfixed: fixed.findings.filter(({ fixes }) => fixes.some(({ safe }) => safe)),
  };
}

/** Only the page's check runs, and those that the example names; a check that is off by default is switched on. */
function exampleHouse(check: Rule, words: ReadonlyMap<string, string>, text: string | undefined): House {
  const own = text === undefined ? undefined : resolveHouse({ text }, rules);
  if (own && own.faults.length > 0) throw new Error(`the example’s house is faulty: ${JSON.stringify(own.faults)}`);
  const house = own?.salvaged ?? shippedHouse(words.get('house') ?? 'china-report');
  const settings: Record<string, CheckSetting> = { ...house.checks };
  const wanted = new Set([check.id, ...(words.get('with')?.split(',') ?? [])]);
  for (const { id, severity: usual } of rules) {
    const own = settings[id];
    const severity = own?.severity ?? usual;
    const options = id === check.id ? { ...own?.options, ...exampleOptions(check, words) } : own?.options;
    settings[id] = {
      severity: !wanted.has(id) ? 'off' : severity === 'off' ? 'info' : severity,
      ...(options ? { options } : {}),
    };
  }
  const people = words.get('staff');
  return { ...house, checks: settings, ...(people ? { staff: readStaff(`staff: [${people}]`).people } : {}) };
}

function exampleOptions(check: Rule, words: ReadonlyMap<string, string>): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [name, option] of Object.entries(('options' in check && check.options) || {})) {
    const word = words.get(name);
    if (word === undefined) continue;
    if (option.type === 'boolean') values[name] = word === 'true';
    else if (option.type === 'number') values[name] = Number(word);
    else if (option.type === 'strings') values[name] = word.split(',');
    else values[name] = word;
  }
  return values;
}

function exampleFacts(words: ReadonlyMap<string, string>): Facts {
  const images = words
    .get('images')
    ?.split(',')
    .filter((path) => path !== '');
  const now = words.get('now');
  const path = words.get('path');
  const [field, value, other] = words.get('taken')?.split(':') ?? [];
  const pages = words.get('pages')?.split(',');
  const sizes = words
    .get('sizes')
    ?.split(',')
    .map((one) => one.split(':'));
  return {
    files: images ? existing(images) : new Map(),
    now: now === undefined ? NOON : Date.parse(now),
    ...(images ? { images } : {}),
    ...(path === undefined ? {} : { path }),
    ...(pages ? { links: pagesAlone(pages) } : {}),
    ...(field && value && other ? { taken: new Map([[field, new Map([[value, other]])]]) } : {}),
    ...(sizes ? { sizes: new Map(sizes.map(([name = '', size = '']) => [name, sizeOf(size)])) } : {}),
  };
}

/** Answers for every link: only these pages are there. */
function pagesAlone(pages: readonly string[]): NonNullable<Facts['links']> {
  const links = new Map([['', { isThere: false }]]);
  links.get = (key) => ({ isThere: pages.includes(key.slice(key.indexOf(' ') + 1)) });
  return links;
}

function sizeOf(size: string): { width: number; height: number } {
  const [width = 0, height = 0] = size.split('x').map(Number);
  return { width, height };
}

/** Answers for every path: only these exist. */
function existing(paths: readonly string[]): ReadonlyMap<string, boolean> {
  const files = new Map(paths.map((path) => [path, true]));
  files.get = (path) => paths.includes(path);
  return files;
}

function drawn(article: Article, { check, message, at }: Finding): ExpectedFinding {
  const { text, lines } = article;
  // The point after the last line end is drawn at the end of the last line.
  const last = text.endsWith('\n') ? text.length - 1 : text.length;
  const start = positionAt(lines, Math.min(at.start, last));
  const newline = text.indexOf('\n', at.start);
  const lineEnd = newline === -1 ? text.length : newline;
  // A place that takes in its line's end is the whole line; one that goes further is drawn as going on.
  const length = Math.max(0, Math.min(at.end, lineEnd) - at.start);
  return { ...start, length, continues: at.end > lineEnd + 1, check, message: message.en, zh: message.zh };
}
