import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { Report } from '../../src/cli/report.ts';

const root = resolve(fileURLToPath(import.meta.url), '../../../..');
const cli = join(root, 'dist/cli.js');
const corpus = join(root, 'test/corpus');
const levels = ['', 'error', 'warning', 'info'];

const firstLine = (message: string | { readonly value: string }) =>
  (typeof message === 'string' ? message : message.value).split('\n')[0];

describe('editor and command line (both built)', function () {
  this.timeout(60_000);
  before(() => {
    assert.ok(existsSync(cli), 'the command line is not built: npm run build');
  });

  it('find the same in every article of the corpus', async () => {
    const ran = spawnSync(process.execPath, [cli, 'check', '--format', 'json', '--locale', 'en'], {
      cwd: corpus,
      encoding: 'utf8',
    });
    const report: Report = JSON.parse(ran.stdout);
    assert.ok(report.files.length >= 30);

    const server = spawn(process.execPath, [cli, 'lsp'], { cwd: corpus, stdio: ['pipe', 'pipe', 'inherit'] });
    const client = createProtocolConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    const published = new Map<string, PublishDiagnosticsParams>();
    let arrived = (): void => {};
    client.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      published.set(params.uri, params);
      arrived();
    });
    client.listen();
    const folder = pathToFileURL(corpus).href;
    await client.sendRequest('initialize', {
      processId: process.pid,
      rootUri: folder,
      workspaceFolders: [{ uri: folder, name: 'corpus' }],
      locale: 'en',
      capabilities: {},
    });
    await client.sendNotification('initialized', {});

    for (const { path, findings } of report.files) {
      const uri = pathToFileURL(join(corpus, path)).href;
      const text = readFileSync(join(corpus, path), 'utf8');
      await client.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'markdown', version: 1, text },
      });
      const shown = await new Promise<PublishDiagnosticsParams>((done) => {
        arrived = () => {
          const params = published.get(uri);
          if (params?.version === 1) done(params);
        };
        arrived();
      });
      const inEditor = shown.diagnostics.map(({ code, severity, range: { start, end }, message }) => [
        code,
        levels[severity ?? 0],
        start.line + 1,
        start.character + 1,
        end.line + 1,
        end.character + 1,
        firstLine(message),
      ]);
      const onCommandLine = findings.map(({ check, severity, range: { start, end }, message }) => [
        check,
        severity,
        start.line,
        start.column,
        end.line,
        end.column,
        firstLine(message),
      ]);
      const order = (a: readonly unknown[], b: readonly unknown[]) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
      assert.deepEqual(inEditor.sort(order), onCommandLine.sort(order), path);
    }
    await client.sendRequest('shutdown');
    await client.sendNotification('exit');
    client.dispose();
  });
});
