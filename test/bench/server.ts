import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { review, reviewCache } from '../../src/engine/review.ts';
import { shippedHouse } from '../../src/house/load.ts';
import { parseArticle, parseCache } from '../../src/model/parse.ts';
import { makeArticle } from './articles.ts';
import { percentile, usageOf } from './measure.ts';
import { head, milliseconds, row } from './table.ts';
import { typedInto } from './texts.ts';

/** A key is answered after the last one was, and a moment to think. Milliseconds. */
const thought = 100;
const keys = 40;

/**
 * What a key costs over stdio, from `didChange` to `publishDiagnostics`, beside the review of the same key alone; and
 * what completing a name costs with 5,000 people on the staff list, beside 50.
 */
export async function server(root: string): Promise<string> {
  const rows = [head('over stdio', 'p50 ms', 'p99 ms')];
  for (const kilobytes of [3, 30, 300]) {
    const { answers, reviews } = await typing(root, makeArticle(kilobytes * 1024, 1));
    const base = percentile(reviews, 0.5);
    const cells = (name: string, times: readonly number[]) => [
      name,
      milliseconds(percentile(times, 0.5)),
      milliseconds(percentile(times, 0.99)),
    ];
    rows.push(row(cells(`${kilobytes} KB, the review of a key alone`, reviews), 1));
    rows.push(row(cells(`${kilobytes} KB, didChange → publishDiagnostics`, answers), percentile(answers, 0.5) / base));
  }
  const few = await completing(root, 50);
  const many = await completing(root, 5000);
  rows.push(
    row(['a name completed, 50 people', milliseconds(percentile(few, 0.5)), milliseconds(percentile(few, 0.99))], 1),
  );
  rows.push(
    row(
      ['a name completed, 5,000 people', milliseconds(percentile(many, 0.5)), milliseconds(percentile(many, 0.99))],
      percentile(many, 0.5) / percentile(few, 0.5),
    ),
  );
  return [...rows, '', await ofNewsroom(root)].join('\n');
}

/** How many articles a newsroom has, of which none concerns another. */
const articles = 1000;

/**
 * What checking a newsroom costs, and what comes into it afterwards: nothing of that concerns the articles that are
 * shown, and each figure is told by what checking all of them took.
 */
async function ofNewsroom(root: string): Promise<string> {
  const text = makeArticle(3072, 1).replace(/^!\[.*$\n/gm, '');
  const files = Object.fromEntries(
    Array.from({ length: articles }, (_, at) => [
      `${at % 20}/${at}.md`,
      text.replace(/^title: .*$/m, `title: 第${at}号稿件里的事`).replaceAll('。', `${at}。`),
    ]),
  );
  const lines = [head(`${articles.toLocaleString('en')} articles over stdio`, 'CPU ms', 'MB')];
  await withServer(
    root,
    text,
    'staff: [沈若舟]\n',
    async ({ connection, folder, pid }) => {
      let base = 0;
      const cost = async (name: string, work: () => Promise<unknown>): Promise<void> => {
        const before = usageOf(pid)?.cpu ?? 0;
        await work();
        let last = -1;
        let now = usageOf(pid) ?? { cpu: 0, rss: 0 };
        while (now.cpu - last > 20) {
          last = now.cpu;
          await new Promise((done) => void setTimeout(done, 1000));
          now = usageOf(pid) ?? now;
        }
        const cpu = now.cpu - before;
        base ||= cpu;
        lines.push(row([name, cpu.toFixed(0), now.rss.toFixed(0)], cpu / base));
      };
      const come = (name: string): Promise<void> => {
        writeFileSync(join(folder, name), name.endsWith('.md') ? '---\ntitle: 新来的\n---\n\n正文。\n' : 'x');
        const uri = pathToFileURL(join(folder, name)).href;
        return connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 1 }] });
      };
      await cost('Check the Newsroom', () => connection.sendRequest('copydesk/checkNewsroom', {}));
      await cost('then an article comes', () => come('new.md'));
      await cost('then a picture comes', () => come('new.png'));
      await cost('then a setting changes', () =>
        connection.sendNotification('workspace/didChangeConfiguration', { settings: {} }),
      );
      await cost('then the desk is opened', () => connection.sendRequest('copydesk/desk', { whole: true }));
    },
    files,
  );
  return lines.join('\n');
}

interface Client {
  readonly connection: ProtocolConnection;
  readonly folder: string;
  readonly pid: number | undefined;
  readonly uri: string;
  /** The next diagnostics of the article. */
  published(): Promise<PublishDiagnosticsParams>;
}

/** A server on a newsroom with one open article; everything goes when `work` is done. */
async function withServer<T>(
  root: string,
  text: string,
  staff: string,
  work: (client: Client) => Promise<T>,
  files: Readonly<Record<string, string>> = {},
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-bench-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  writeFileSync(join(folder, 'copydesk.yml'), 'extends: china-report\nchecks: {missing-image: off}\n');
  writeFileSync(join(folder, 'staff.yml'), staff);
  const child = spawn(process.execPath, [join(root, 'dist/server.cjs'), '--stdio'], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  try {
    connection.listen();
    const uri = pathToFileURL(join(folder, 'a.md')).href;
    const rootUri = pathToFileURL(folder).href;
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri,
      workspaceFolders: [{ uri: rootUri, name: 'bench' }],
      capabilities: {},
    });
    await connection.sendNotification('initialized', {});
    let heard: (params: PublishDiagnosticsParams) => void = () => {};
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      if (params.uri === uri) heard(params);
    });
    const published = (): Promise<PublishDiagnosticsParams> =>
      new Promise((done) => {
        heard = done;
      });
    const first = published();
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version: 1, text },
    });
    await first;
    return await work({ connection, folder, pid: child.pid, uri, published });
  } finally {
    connection.dispose();
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function typing(root: string, text: string): Promise<{ answers: number[]; reviews: number[] }> {
  const answers: number[] = [];
  await withServer(root, text, 'staff: [沈若舟]\n', async ({ connection, uri, published }) => {
    for (let key = 0; key < keys + 5; key++) {
      const { at, character } = typedInto(text, key);
      const before = text.slice(0, at).split('\n');
      const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
      const answer = published();
      const started = performance.now();
      await connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: key * 2 + 2 },
        contentChanges: [{ range: { start: position, end: position }, text: character }],
      });
      await answer;
      if (key >= 5) answers.push(performance.now() - started);
      const undone = published();
      await connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: key * 2 + 3 },
        contentChanges: [
          { range: { start: position, end: { ...position, character: position.character + 1 } }, text: '' },
        ],
      });
      await undone;
      await new Promise((done) => void setTimeout(done, thought));
    }
  });
  const house = shippedHouse('china-report');
  const facts = { files: new Map<string, boolean>(), now: Date.now() };
  const parsing = parseCache();
  const reviewing = reviewCache();
  const reviews: number[] = [];
  for (let key = 0; key < keys * 3; key++) {
    const { at, character } = typedInto(text, key);
    const started = performance.now();
    review(parseArticle(text.slice(0, at) + character + text.slice(at), parsing), house, facts, reviewing);
    if (key >= keys * 2) reviews.push(performance.now() - started);
  }
  return { answers, reviews };
}

async function completing(root: string, people: number): Promise<number[]> {
  const surnames = [...'陆高周何沈贺温林许韩'];
  const staff = Array.from({ length: people }, (_, index) => {
    const given = String.fromCharCode(0x4e00 + (index % 500)) + String.fromCharCode(0x5200 + Math.floor(index / 500));
    return `  - ${surnames[index % surnames.length]}${given}\n`;
  });
  const list = `staff:\n${staff.join('')}`;
  const text = makeArticle(4096, 1);
  const line = text.split('\n').findIndex((one) => one.startsWith('reporters: ['));
  const took: number[] = [];
  await withServer(root, text, list, async ({ connection, uri }) => {
    for (let round = 0; round < 25; round++) {
      const started = performance.now();
      await connection.sendRequest('textDocument/completion', {
        textDocument: { uri },
        position: { line, character: 'reporters: ['.length },
      });
      if (round >= 5) took.push(performance.now() - started);
    }
  });
  return took;
}
