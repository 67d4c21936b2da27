import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const cli = resolve(fileURLToPath(import.meta.url), '../../../cli.js');

interface Sending {
  /** The client hangs up after the bytes. */
  readonly ends?: boolean;
  readonly options?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** What it waits for before it hangs up. */
  readonly until?: RegExp;
}

/** What `copydesk lsp` says and how it ends when it is sent some bytes. */
function sent(
  text: string,
  { ends = false, options = [], env = {}, until = /-32700/ }: Sending = {},
): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((done, failed) => {
    const server = spawn(process.execPath, [cli, 'lsp', ...options], {
      stdio: 'pipe',
      env: { ...process.env, ...env },
    });
    const limit = setTimeout(() => {
      server.kill();
      failed(new Error('the server goes on'));
    }, 20_000);
    let out = '';
    let err = '';
    server.stdout.on('data', (bytes) => {
      out += bytes;
      if (until.test(out)) server.stdin.end();
    });
    server.stderr.on('data', (bytes) => {
      err += bytes;
    });
    server.on('close', (code) => {
      clearTimeout(limit);
      done({ code, out, err });
    });
    server.stdin.on('error', () => {});
    server.stdin.write(text);
    if (ends) server.stdin.end();
  });
}

const framed = (body: string): string => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

describe('copydesk lsp over the standard streams', function () {
  this.timeout(60_000);

  it('ends with a word on stderr when a header is broken', async () => {
    for (const text of ['GET / HTTP/1.1\r\n\r\n', '{"jsonrpc":"2.0"}\n', 'Content-Length: abc\r\n\r\n{}']) {
      const { code, out, err } = await sent(text);
      assert.equal(code, 1, text);
      assert.equal(out, '', text);
      assert.match(err, /^copydesk lsp: .*header.*\n$/, text);
    }
  });

  it('answers a message that is no JSON, and goes on', async () => {
    assert.match((await sent(framed('{"jsonrpc'))).out, /"code":-32700/);
  });

  it('speaks the language of --locale, else of the client, else of the terminal', async () => {
    const ask = (method: string, params: object, id?: number) =>
      framed(JSON.stringify({ jsonrpc: '2.0', method, params, ...(id ? { id } : {}) }));
    const textDocument = {
      uri: 'file:///nowhere/a.md',
      languageId: 'markdown',
      version: 1,
      text: '---\ntitle: 甲\n---\n\n安德烈•吴来了。\n',
    };
    const told = (locale: string | undefined, options: readonly string[], lang: string) =>
      sent(
        ask('initialize', { processId: null, rootUri: null, capabilities: {}, locale }, 1) +
          ask('initialized', {}) +
          ask('textDocument/didOpen', { textDocument }),
        { options, env: { LC_ALL: lang }, until: /publishDiagnostics.*wrong-interpunct/ },
      );
    const [chinese, traditional, english] = [/间隔号误作/, /間隔號誤作/, /The interpunct is/];
    for (const [locale, options, lang, expected] of [
      [undefined, [], 'zh_CN.UTF-8', chinese],
      [undefined, [], 'zh_TW.UTF-8', traditional],
      [undefined, [], 'C', english],
      ['en', [], 'zh_CN.UTF-8', english],
      ['zh-cn', [], 'C', chinese],
      [undefined, ['--locale', 'zh'], 'C', chinese],
      ['en', ['--locale', 'zh_TW.UTF-8'], 'C', traditional],
    ] as const)
      assert.match((await told(locale, options, lang)).out, expected, `${locale} ${options.join(' ')} ${lang}`);
  });

  it('ends when the client is gone, well after a shutdown', async () => {
    const ask = (method: string, id?: number) =>
      framed(JSON.stringify({ jsonrpc: '2.0', method, ...(id ? { id, params: { capabilities: {} } } : {}) }));
    assert.equal((await sent('', { ends: true })).code, 1);
    const shutdown = framed(JSON.stringify({ jsonrpc: '2.0', method: 'shutdown', id: 2 }));
    assert.equal((await sent(ask('initialize', 1) + shutdown + ask('exit'))).code, 0);
  });
});
