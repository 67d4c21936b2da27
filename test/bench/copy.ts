// `npm run bench:copy`: puts slips of every kind into sound paragraphs and counts how many are found, with the exact
// range, and mended back; and how often a sound text of others is called wrong. Seeded: the same slips each time.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { checks } from '../../src/checks/index.ts';
import { fixAll } from '../../src/engine/fix.ts';
import { fixEdits } from '../../src/engine/fix-edits.ts';
import { review } from '../../src/engine/review.ts';
import type { House } from '../../src/house/house.ts';
import { resolveHouse, shippedHouse } from '../../src/house/load.ts';
import { parseArticle } from '../../src/model/parse.ts';
import { applyEdits } from '../../src/model/range.ts';
import { numbers } from '../numbers.ts';
import { type Slip, slips } from './copy-slips.ts';

const CASES = 60;
const house = shippedHouse('plain');
const facts = { files: new Map<string, boolean>(), now: Date.UTC(2026, 5, 1) };
const xwlb = path.resolve(process.env.COPYDESK_CORPUS ?? '../shared/corpus', 'xwlb');

function* markdownIn(folder: string): Iterable<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true }))
    if (entry.isFile() && entry.name.endsWith('.md')) yield path.join(entry.parentPath, entry.name);
}

/** Paragraphs in which nothing is wrong, of one line each. */
function soundParagraphs(folder: string, most: number): readonly string[] {
  const sound: string[] = [];
  for (const file of markdownIn(folder)) {
    const text = readFileSync(file, 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '');
    for (const line of text.split('\n')) {
      if (sound.length >= most) return sound;
      if (line.length < 50 || line.length > 600 || /^[\s#>!|*\-<[]/.test(line) || !/\p{Script=Han}{8}/u.test(line))
        continue;
      if (review(parseArticle(line), house, facts).findings.length === 0) sound.push(line);
    }
  }
  return sound;
}

interface Injected {
  readonly text: string;
  readonly sound: string;
  readonly from: number;
  readonly to: number;
}

/** A paragraph with one slip of a kind; `undefined` where it has no place for it. */
function inject(slip: Slip, paragraph: string, pick: (below: number) => number): Injected | undefined {
  if ('find' in slip) {
    const places = [...paragraph.matchAll(slip.find)];
    const match = places[pick(Math.max(1, places.length))];
    if (match === undefined) return undefined;
    const wrong = slip.put(match[0]);
    const from = match.index;
    const text = paragraph.slice(0, from) + wrong + paragraph.slice(from + match[0].length);
    return { text, sound: paragraph, from, to: from + wrong.length };
  }
  const figure = String(2 + pick(8));
  const sentence = (slip.say[pick(slip.say.length)] ?? '').replaceAll('#', figure).replaceAll('§', '#');
  const [whole = '', wrong = '', right = ''] = /\[([^|\]]*)\|([^\]]*)\]/.exec(sentence) ?? [];
  const at = sentence.indexOf(whole);
  const lead = !slip.alone && /\p{Script=Han}/u.test(sentence) ? paragraph : '';
  const from = lead.length + at;
  return {
    text: lead + sentence.replace(whole, wrong),
    sound: lead + sentence.replace(whole, right),
    from,
    to: from + wrong.length,
  };
}

/** The house that asks for a slip. */
function houseFor({ check, asked, terms }: Slip): House {
  if (asked === undefined && terms === undefined) return house;
  const lines = ['extends: none', 'name: Paper', 'language: zh-Hans'];
  if (asked !== undefined) lines.push(`checks: {${check}: ${asked}}`);
  if (terms !== undefined) lines.push(`terms: ${terms}`);
  const { house: asks, faults } = resolveHouse({ text: `${lines.join('\n')}\n` }, checks);
  if (asks === undefined || faults.length > 0) throw new Error(`${check}: ${JSON.stringify(faults[0])}`);
  return asks;
}

interface Count {
  cases: number;
  found: number;
  near: number;
  mended: number;
  missed: string[];
}

function measure(slip: Slip, paragraphs: readonly string[], seed: number): Count {
  const pick = numbers(seed);
  const house = houseFor(slip);
  const count: Count = { cases: 0, found: 0, near: 0, mended: 0, missed: [] };
  for (let tries = 0; count.cases < CASES && tries < 3000; tries++) {
    const injected = inject(slip, paragraphs[pick(paragraphs.length)] ?? '', pick);
    if (injected === undefined) continue;
    count.cases++;
    const { text, sound, from, to } = injected;
    const article = parseArticle(text);
    const finding = review(article, house, facts).findings.find(
      ({ at }) => at.start < to && at.end > from - (to === from ? 1 : 0),
    );
    if (finding === undefined) {
      count.missed.push(text.slice(Math.max(0, from - 12), to + 8));
      continue;
    }
    count.found++;
    // Within the slip, or it with the words beside it.
    if (finding.at.start >= from - 2 && finding.at.end <= to + 2) count.near++;
    const mended = finding.fixes.some((fix) => {
      const edits = fixEdits(finding, fix);
      return edits !== undefined && applyEdits(text, edits) === sound;
    });
    if (mended || fixAll(text, house, facts).text === sound) count.mended++;
  }
  return count;
}

const own = soundParagraphs('test/corpus/china-report', 400);
const others = existsSync(xwlb) ? soundParagraphs(xwlb, 1200) : [];
const paragraphs = [...own, ...others];
const share = (part: number, whole: number): string => (whole === 0 ? '–' : ((part * 100) / whole).toFixed(0));

console.log(`${own.length} paragraphs of our own and ${others.length} of press copy; ${CASES} slips a kind\n`);
console.log('| slip | cases | found % | exact place % | mended back % | |\n|---|---:|---:|---:|---:|---|');
const sum = { cases: 0, found: 0, near: 0, mended: 0 };
for (const [index, slip] of slips.entries()) {
  const { cases, found, near, mended, missed } = measure(slip, paragraphs, index + 1);
  sum.cases += cases;
  sum.found += found;
  sum.near += near;
  sum.mended += mended;
  const named =
    'find' in slip
      ? slip.find.source.slice(0, 28).replaceAll('|', '/')
      : (slip.say[0]?.slice(0, 18).replaceAll('|', '/') ?? '');
  const sample = missed[0]?.replaceAll('|', '/').replaceAll('\n', ' ') ?? '';
  console.log(
    `| ${slip.check} \`${named}\` | ${cases} | ${share(found, cases)} | ${share(near, found)} | ${share(mended, found)} | ${sample} |`,
  );
}
console.log(
  `| **all** | ${sum.cases} | ${share(sum.found, sum.cases)} | ${share(sum.near, sum.found)} | ${share(sum.mended, sum.found)} | |`,
);

/** Sentences of the test sets that look like slips and are none, each alone and behind a sound paragraph. */
function lookAlikes(): readonly string[] {
  const folder = 'test/checks/unseen';
  return readdirSync(folder).flatMap((file) =>
    readFileSync(`${folder}/${file}`, 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('//') && !line.includes('⟦') && !line.includes('\ttitle: '))
      .map((line) =>
        line
          .slice(line.indexOf('\t') + 1)
          .replaceAll('¶', '\n\n')
          .replaceAll('⏎', '\n'),
      ),
  );
}

const alikes = lookAlikes();
const pickOne = numbers(0);
let alarms = 0;
for (const line of alikes) {
  const lead = paragraphs[pickOne(paragraphs.length)] ?? '';
  for (const text of [line, /\p{Script=Han}/u.test(line) ? `${lead}\n\n${line}` : line]) {
    const said = review(parseArticle(text), house, facts).findings.filter(({ severity }) => severity !== 'info');
    alarms += said.length;
    for (const { check, message } of said) console.log(`alarm: ${check} ${message.en} in ${line}`);
  }
}
console.log(`\n${alikes.length} look-alikes, alone and behind a paragraph: ${alarms} errors and warnings`);

if (existsSync(xwlb)) {
  let [characters, errors, warnings] = [0, 0, 0];
  const by = new Map<string, number>();
  for (const file of markdownIn(xwlb)) {
    const found = review(parseArticle(readFileSync(file, 'utf8')), house, facts);
    characters += found.characters;
    for (const { check, severity } of found.findings) {
      if (severity === 'info') continue;
      if (severity === 'error') errors++;
      else warnings++;
      by.set(check, (by.get(check) ?? 0) + 1);
    }
  }
  const rate = ((errors + warnings) * 100_000) / characters;
  console.log(
    `\nOn ${characters} characters of press copy as it was published: ${errors} errors, ${warnings} warnings, ${rate.toFixed(2)} in 100,000 (${[...by].map(([check, n]) => `${check} ${n}`).join(', ') || 'none'})`,
  );
}
