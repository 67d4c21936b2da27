import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeArticle } from './articles.ts';
import { race, type Usage, usagePreload } from './measure.ts';
import { head, row } from './table.ts';

/** What `copydesk check` takes of a newsroom, beside AutoCorrect on the same files and bare Node. */
export async function files(root: string): Promise<string> {
  const cli = join(root, 'dist/cli.js');
  const peer = join(root, 'node_modules/autocorrect-node/cli.js');
  const preload = usagePreload(root);
  const thousand = newsroom(1000);
  const many = newsroom(10_000);
  const cache = mkdtempSync(join(tmpdir(), 'copydesk-bench-cache-'));
  try {
    const one = join('乡村', '0.md');
    const single = await race(
      { node: ['-e', '0'], autocorrect: [peer, '--lint', one], copydesk: [cli, 'check', one] },
      thousand,
      preload,
      15,
    );
    const cold = await race({ autocorrect: [peer, '--lint', '.'], copydesk: [cli, 'check'] }, thousand, preload, 5);
    const whole = await race(
      {
        autocorrect: [peer, '--lint', '.'],
        copydesk: [cli, 'check'],
        warm: [cli, 'check', '--cache', '--cache-location', join(cache, 'findings')],
      },
      many,
      preload,
      3,
      (round) => {
        // Ten articles are written since the last run.
        for (let index = 0; index < 10; index++)
          appendFileSync(join(many, '乡村', `${(round * 10 + index) % 10_000}.md`), `\n第${round}次补记。\n`);
      },
    );
    const line = (what: string, { wall, cpu, rss }: Usage, base: Usage, target?: number) =>
      row([what, `${wall.toFixed(0)} ms`, `${cpu.toFixed(0)} ms`, `${rss.toFixed(0)} MB`], wall / base.wall, target);
    return [
      head('command', 'wall', 'CPU', 'peak memory'),
      line('node -e 0', single.node, single.node),
      line('autocorrect, one file', single.autocorrect, single.node),
      line('copydesk check, one file, to bare Node', single.copydesk, single.node, 1.6),
      line('autocorrect, 1,000 files', cold.autocorrect, cold.autocorrect),
      line('copydesk check, 1,000 files', cold.copydesk, cold.autocorrect, 2),
      line('autocorrect, 10,000 files', whole.autocorrect, whole.autocorrect),
      line('copydesk check, 10,000 files', whole.copydesk, whole.autocorrect, 1),
      line('copydesk check --cache, 10 of 10,000 changed', whole.warm, whole.autocorrect, 0.4),
      row(['peak memory of 10,000 files, to that of 1,000', '', '', ''], whole.copydesk.rss / cold.copydesk.rss, 1.5),
    ].join('\n');
  } finally {
    for (const folder of [thousand, many, cache]) rmSync(folder, { recursive: true, force: true });
  }
}

/** A newsroom of so many articles of about 4 KB, in a temporary folder. */
function newsroom(articles: number): string {
  return articlesIn(mkdtempSync(join(tmpdir(), 'copydesk-bench-')), articles);
}

/** Writes so many articles of about 4 KB, with a house, into a folder. Returns the folder. */
export function articlesIn(folder: string, articles: number): string {
  mkdirSync(join(folder, '乡村'), { recursive: true });
  writeFileSync(join(folder, 'copydesk.yml'), 'extends: china-report\nchecks: {missing-image: off}\n');
  for (let index = 0; index < articles; index++) {
    writeFileSync(join(folder, '乡村', `${index}.md`), makeArticle(4096, index));
  }
  return folder;
}
