import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import type { Diagnostic } from 'vscode-languageserver/node';
import type { Report } from '../../src/cli/report.ts';
import { decode } from '../../src/disk/decode.ts';
import type { Finding } from '../../src/library/copydesk.d.ts';
import type * as Library from '../../src/library/library.ts';
import { agentOf } from '../agents/client.ts';
import { runAction } from '../cli/action.ts';
import { type Newsroom, newsroom } from '../cli/newsroom.ts';
import { openFolder, openProgram } from './faces.ts';

/** What `npm run build` makes. */
const dist = resolve(fileURLToPath(import.meta.url), '../../..');
const cli = join(dist, 'cli.js');

/** Findings as every face can be brought to say them: `path line:column-line:column severity check message`, sorted. */
type Told = readonly string[];

/** Without the minute in which it was said. */
const timeless = (message: string): string => message.replace(/now is [\d-]+ [\d:]+/, 'now is …');

const inReport = (files: readonly { readonly path: string; readonly findings: readonly Finding[] }[]): Told =>
  files
    .flatMap(({ path, findings }) =>
      findings.map(({ check, severity, message, range: { start, end } }) =>
        [path, `${start.line}:${start.column}-${end.line}:${end.column}`, severity, check, timeless(message)].join(' '),
      ),
    )
    .sort();

/** What annotations of GitHub leave out of findings: columns of what is several lines long. */
const asAnnotated = (told: Told): Told =>
  told
    .map((one) => one.replace(/ (\d+):\d+-(\d+):\d+ /, (all, from, to) => (from === to ? all : ` ${from}-${to} `)))
    .sort();

/** Findings as an editor shows them. */
const shownAs = (diagnostics: readonly Diagnostic[] = []): readonly Finding[] =>
  diagnostics.map(({ code, severity = 3, message, range: { start, end } }) => ({
    check: String(code),
    severity: (['error', 'warning', 'info'] as const)[severity - 1] ?? 'info',
    // What kind of thing it is stands on a line of its own.
    message: String(message).replace(/\n[^\n]*$/, ''),
    range: {
      start: { line: start.line + 1, column: start.character + 1, offset: 0 },
      end: { line: end.line + 1, column: end.character + 1, offset: 0 },
    },
    fixes: [],
  }));

/** Has pictures that nothing names looked for. */
function askForPictures(house: string): void {
  // Above the corpus there is no house: each of its folders has its own.
  const text = existsSync(house) ? readFileSync(house, 'utf8') : 'extends: none\n';
  const asked = text.replace(/^checks:$/m, 'checks:\n  unused-picture: warning');
  writeFileSync(house, asked === text ? `${text}\nchecks: {unused-picture: warning}\n` : asked);
}

/** The collections of articles that everybody has. */
const collections = ['test/corpus', 'test/newsroom'];

for (const collection of collections) {
  describe(`one verdict on ${collection}, from the built product`, function () {
    this.timeout(240_000);
    let room: Newsroom;
    let report: Report;
    let expected: Told;
    let articles: readonly string[];
    let pictures: readonly string[];

    const run = (...argv: readonly string[]): string => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...argv], {
        cwd: room.root,
        encoding: 'utf8',
        maxBuffer: 1 << 28,
        env: { ...process.env, LC_ALL: 'en' },
      });
      assert.ok(status === 0 || status === 1, `${argv.join(' ')}: ${stderr}`);
      return stdout;
    };
    const reported = (...argv: readonly string[]): Report => JSON.parse(run(...argv, '--format', 'json'));

    before(() => {
      room = newsroom();
      cpSync(collection, room.root, { recursive: true });
      askForPictures(join(room.root, 'copydesk.yml'));
      writeFileSync(join(room.root, 'nobody.jpg'), Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0x80));
      report = reported('check');
      const paths = report.files.map(({ path }) => path);
      articles = paths.filter((path) => path.endsWith('.md'));
      pictures = paths.filter((path) => !articles.includes(path));
      expected = inReport(report.files);
    });
    after(() => room?.remove());

    it('says something of articles', () => {
      assert.ok(articles.length > 5);
      assert.ok(expected.length > 5);
      assert.ok(expected.some((one) => /^nobody\.jpg 1:1-1:1 \w+ unused-picture /.test(one)));
    });

    it('check --jobs', () => assert.deepEqual(inReport(reported('check', '--jobs', '2').files), expected));

    it('check --cache, in a first run and by what it kept', () => {
      for (const run of ['first', 'second'])
        assert.deepEqual(
          inReport(reported('check', '--cache', '--cache-location', join(room.root, '.kept')).files),
          expected,
          run,
        );
    });

    it('check --shard, merged', () => {
      const parts = [1, 2, 3].map((part) => {
        const file = `.part-${part}.json`;
        writeFileSync(join(room.root, file), run('check', '--shard', `${part}/3`, '--format', 'json'));
        return file;
      });
      assert.deepEqual(inReport(reported('merge', ...parts).files), expected);
    });

    it('the annotations of the Action', () => {
      const annotation =
        /^::(error|warning|notice) file=([^,]*),line=(\d+),endLine=(\d+)(?:,col=(\d+),endColumn=(\d+))?,title=.*?\(Copydesk ([\w-]+)\)::(.*)$/gm;
      const plain = (text: string) => text.replace(/%(3A|2C|0A|0D|25)/g, (code) => decodeURIComponent(code));
      const told = [...runAction(room, { command: `${process.execPath} ${cli}` }).out.matchAll(annotation)].map(
        ([, level = '', path = '', line, endLine, column, endColumn, check, message = '']) =>
          [
            plain(path),
            column === undefined ? `${line}-${endLine}` : `${line}:${column}-${endLine}:${endColumn}`,
            level === 'notice' ? 'info' : level,
            check,
            timeless(plain(message)),
          ].join(' '),
      );
      const sourced = report.files.map(({ path, findings }) => ({
        path,
        findings: findings.map((one) =>
          one.source === undefined ? one : { ...one, message: `${one.message} (${one.source})` },
        ),
      }));
      assert.deepEqual(told.sort(), asAnnotated(inReport(sourced)));
    });

    const asked = [
      ['the editor', () => openFolder(room, '', {}, Date.now())],
      ['another editor, by `copydesk lsp`', () => openProgram(room, [cli, 'lsp'])],
    ] as const;
    for (const [name, open] of asked)
      it(name, async () => {
        const opened = await open();
        try {
          const files = [];
          for (const path of articles) {
            const document = await opened.open(path);
            await opened.findings(document);
            const findings = shownAs(opened.shown(document));
            files.push({ path, findings });
          }
          await opened.client.sendRequest('copydesk/checkNewsroom', {});
          for (const path of pictures) files.push({ path, findings: shownAs(opened.shown(opened.uri(path))) });
          assert.deepEqual(inReport(files), expected);
        } finally {
          await opened.stop();
        }
      });

    it('an agent over MCP', async () => {
      const client = new Client({ name: 'desk', version: '1' });
      const env = { PATH: process.env.PATH ?? '', LC_ALL: 'en' };
      await client.connect(
        new StdioClientTransport({ command: process.execPath, args: [cli, 'mcp'], cwd: room.root, env }),
      );
      const agent = await agentOf(client);
      try {
        const { data, text } = await agent.call<Pick<Report, 'files'>>('check', { limit: 100_000 });
        assert.deepEqual(inReport(data.files), expected, text);
      } finally {
        await agent.stop();
      }
    });

    it('the library', async () => {
      const { openNewsroom, parseArticle, review }: typeof Library = await import(
        pathToFileURL(join(dist, 'library.mjs')).href
      );
      const files: Record<string, string | Uint8Array> = {};
      for (const path of readdirSync(room.root, { recursive: true, encoding: 'utf8' })) {
        if (!statSync(join(room.root, path)).isFile()) continue;
        const bytes = readFileSync(join(room.root, path));
        const decoded = decode(bytes);
        files[path.split('\\').join('/')] = decoded.kind === 'text' ? decoded.text : bytes;
      }
      const opened = openNewsroom(files);
      const found = [];
      for (const path of await opened.articles()) {
        const article = parseArticle(String(files[path]));
        const { findings } = review(article, await opened.houseOf(path), await opened.factsOf(article, path));
        found.push({ path, findings });
      }
      for (const told of [opened.faults(), await opened.pictures()])
        for (const [path, findings] of Object.entries(told)) found.push({ path, findings });
      assert.deepEqual(inReport(found), expected);
    });
  });
}
