// Prints what things cost, as Markdown; each figure also as a ratio to AutoCorrect (Rust) or to bare Node in this run.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lintFor } from 'autocorrect-node';
import { review, reviewCache } from '../../src/engine/review.ts';
import { houseIds, shippedHouse } from '../../src/house/load.ts';
import { parseArticle, parseCache } from '../../src/model/parse.ts';
import { pageHtml, renderPage } from '../../src/page/index.ts';
import { articleMaker } from './articles.ts';
import { race, type Times, timeInTurn, usagePreload } from './measure.ts';

const root = resolve(fileURLToPath(import.meta.url), '../../..');
const make = articleMaker(join(root, 'test/corpus'));
const house = shippedHouse(houseIds[0] ?? '');
const facts = { files: new Map<string, boolean>(), now: Date.UTC(2026, 11, 31) };
const sizes = [3, 30, 300] as const;

function oneText(kilobytes: number): string[] {
  const text = make(kilobytes * 1024, 0);
  const page = { locale: 'zh', image: () => undefined } as const;
  const article = parseArticle(text);
  const parsing = parseCache();
  const reviewing = reviewCache();
  review(parseArticle(text, parsing), house, facts, reviewing);
  const times = timeInTurn({
    peer: () => lintFor(text, 'a.md'),
    parse: () => parseArticle(text),
    full: () => review(parseArticle(text), house, facts),
    keystroke: (round) => {
      // Another paragraph each time, and never the text of an earlier round.
      const at = text.indexOf('。', Math.floor((text.length * 0.9 * ((round * 37) % 100)) / 100) + 200);
      const typed = `${text.slice(0, at)}${String.fromCharCode(0x4e00 + (round % 20_000))}${text.slice(at)}`;
      review(parseArticle(typed, parsing), house, facts, reviewing);
    },
    render: () => pageHtml(renderPage(article, house, page)),
  });
  const { peer } = times;
  const row = (name: string, took: Times, target?: number) => {
    const ratio = took.p50 / peer.p50;
    const verdict = target === undefined ? '' : `≤ ${target} ${ratio <= target ? '✓' : '✗'}`;
    return `| ${kilobytes} KB | ${name} | ${milliseconds(took.p50)} | ${milliseconds(took.p99)} | ${ratio.toFixed(2)} | ${verdict} |`;
  };
  return [
    row('autocorrect-node lint', peer),
    row('parse', times.parse),
    row('full review (parse included)', times.full, 3),
    row('review after one keystroke', times.keystroke, kilobytes === 300 ? 0.3 : undefined),
    row('page render', times.render),
  ];
}

async function manyFiles(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-bench-'));
  try {
    mkdirSync(join(folder, '乡村'));
    writeFileSync(join(folder, 'copydesk.yml'), 'extends: china-report\n');
    for (let index = 0; index < 1000; index++) writeFileSync(join(folder, '乡村', `${index}.md`), make(4096, index));
    const cli = join(root, 'dist/cli.js');
    const peer = join(root, 'node_modules/autocorrect-node/cli.js');
    const preload = usagePreload(root);
    const many = await race({ copydesk: [cli, 'check'], autocorrect: [peer, '--lint', '.'] }, folder, preload, 5);
    const one = join('乡村', '0.md');
    const single = await race(
      { node: ['-e', '0'], copydesk: [cli, 'check', one], autocorrect: [peer, '--lint', one] },
      folder,
      preload,
      15,
    );
    const row = (what: string, usage: { wall: number; cpu: number; rss: number }, ratio: number, target?: number) =>
      `| ${what} | ${usage.wall.toFixed(0)} ms | ${usage.cpu.toFixed(0)} ms | ${usage.rss.toFixed(0)} MB | ${ratio.toFixed(2)} | ${target === undefined ? '' : `≤ ${target} ${ratio <= target ? '✓' : '✗'}`} |`;
    return [
      '| command | wall | CPU | peak memory | ratio of wall | target |',
      '|---|---:|---:|---:|---:|---|',
      row('autocorrect, 1,000 files', many.autocorrect, 1),
      row('copydesk check, 1,000 files', many.copydesk, many.copydesk.wall / many.autocorrect.wall, 3),
      row('node -e 0', single.node, 1),
      row('autocorrect, one file', single.autocorrect, single.autocorrect.wall / single.node.wall),
      row('copydesk check, one file', single.copydesk, single.copydesk.wall / single.node.wall, 3),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function milliseconds(value: number): string {
  return value < 1 ? value.toFixed(3) : value < 100 ? value.toFixed(2) : value.toFixed(0);
}

console.log(`\nNode ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}\n`);
console.log('| text | what | p50 ms | p99 ms | ratio to its lint | target |\n|---|---|---:|---:|---:|---|');
for (const size of sizes) console.log(oneText(size).join('\n'));
console.log(`\n${(await manyFiles()).join('\n')}`);
