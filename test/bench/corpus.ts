// `npm run bench:corpus [folder]`: what Copydesk says of archives of other newsrooms, and whether its bulk fix leaves
// them as other programs read them. Ends with 1 when anything was harmed or did not settle.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { checks } from '../../src/checks/index.ts';
import { fixAll } from '../../src/engine/fix.ts';
import { review } from '../../src/engine/review.ts';
import type { House } from '../../src/house/house.ts';
import { resolveHouse } from '../../src/house/load.ts';
import { parseArticle } from '../../src/model/parse.ts';
import { harm } from '../harm.ts';

const corpus = path.resolve(process.env.COPYDESK_CORPUS ?? '../shared/corpus');
const only = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const facts = { files: new Map<string, boolean>(), now: Date.now() };
const prose: ReadonlySet<string> = new Set(['title']);

/** The house that a newcomer would write: the names of two fields, and nothing that the archive does not do. */
function newcomer(english: boolean): House {
  const text = [
    'extends: none',
    'name: Paper',
    `language: ${english ? 'en' : 'zh-Hans'}`,
    `time-zone: ${english ? 'UTC' : 'Asia/Shanghai'}`,
    'fields:',
    '  title: {type: text, role: title, prose: true}',
    '  date: {type: datetime, role: published}',
    'byline: {required: false}',
    'credit: {required: false, caption: false}',
    'checks: {unknown-field: off, missing-front-matter: off, missing-image: off}',
    '',
  ].join('\n');
  const { house } = resolveHouse({ text }, checks);
  if (house === undefined) throw new Error('the house of the bench is no house');
  return house;
}

function* articles(folder: string): Iterable<string> {
  for (const name of readdirSync(folder).sort()) {
    const file = path.join(folder, name);
    if (statSync(file).isDirectory()) yield* articles(file);
    else if (/\.mdx?$/i.test(name)) yield file;
  }
}

/** Whether most letters of a folder are Latin: then its house writes English. */
function isEnglish(texts: readonly string[]): boolean {
  const sample = texts.map((text) => text.slice(0, 4000)).join('');
  return (sample.match(/\p{Script=Han}/gu)?.length ?? 0) * 20 < (sample.match(/\p{Script=Latin}/gu)?.length ?? 0);
}

interface Tally {
  readonly files: number;
  readonly characters: number;
  readonly errors: number;
  readonly warnings: number;
  readonly byCheck: ReadonlyMap<string, number>;
  readonly changed: number;
  readonly harmed: readonly string[];
  readonly unsettled: readonly string[];
  readonly seconds: number;
}

function measure(folder: string): Tally {
  const files = [...articles(folder)];
  const texts = files.map((file) => readFileSync(file, 'utf8'));
  const house = newcomer(isEnglish(texts));
  const byCheck = new Map<string, number>();
  const harmed: string[] = [];
  const unsettled: string[] = [];
  let [characters, errors, warnings, changed] = [0, 0, 0, 0];
  const begin = performance.now();
  for (const [index, text] of texts.entries()) {
    const name = path.relative(folder, files[index] ?? '');
    const found = review(parseArticle(text), house, facts);
    characters += found.characters;
    for (const { check, severity } of found.findings) {
      if (severity === 'info') continue;
      if (severity === 'error') errors++;
      else warnings++;
      byCheck.set(check, (byCheck.get(check) ?? 0) + 1);
    }
    const once = fixAll(text, house, facts).text;
    if (once !== text) changed++;
    for (const span of harm(text, once, prose)) harmed.push(`${name}: ${span.slice(0, 160)}`);
    if (fixAll(once, house, facts).text !== once) unsettled.push(name);
  }
  const seconds = (performance.now() - begin) / 1000;
  return { files: files.length, characters, errors, warnings, byCheck, changed, harmed, unsettled, seconds };
}

function print(name: string, tally: Tally): void {
  const share = (count: number): string => ((count * 10_000) / Math.max(1, tally.characters)).toFixed(1);
  const checksOf = [...tally.byCheck].sort((a, b) => b[1] - a[1]).map(([check, count]) => `${check} ${share(count)}`);
  console.log(
    `| ${name} | ${tally.files} | ${share(tally.errors)} | ${share(tally.warnings)} | ${checksOf.slice(0, 6).join(', ')} | ${tally.changed} | ${tally.harmed.length} | ${tally.unsettled.length} | ${tally.seconds.toFixed(1)} |`,
  );
  for (const one of tally.harmed.slice(0, 20)) console.log(`  harmed ${one}`);
  for (const one of tally.unsettled.slice(0, 20)) console.log(`  unsettled ${one}`);
}

if (!existsSync(corpus)) {
  console.log(`bench:corpus: there is no ${corpus}; nothing to measure.`);
} else {
  console.log(
    '| folder | files | errors in 10,000 | warnings | by check | changed by fix | spans harmed | unsettled | seconds |',
  );
  console.log('|---|---|---|---|---|---|---|---|---|');
  let bad = 0;
  for (const name of readdirSync(corpus).sort()) {
    const folder = path.join(corpus, name);
    if (!statSync(folder).isDirectory() || (only.length > 0 && !only.includes(name))) continue;
    const tally = measure(folder);
    print(name, tally);
    bad += tally.harmed.length + tally.unsettled.length;
  }
  process.exitCode = bad > 0 ? 1 : 0;
}
