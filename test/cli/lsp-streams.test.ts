import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const cli = resolve(fileURLToPath(import.meta.url), '../../../cli.js');

/** What `copydesk lsp` says and how it ends when it is sent some bytes. `ends`: the client hangs up after them. */
function sent(text: string, ends = false): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((done, failed) => {
    const server = spawn(process.execPath, [cli, 'lsp'], { stdio: 'pipe' });
    const limit = setTimeout(() => {
      server.kill();
      failed(new Error('the server goes on'));
    }, 20_000);
    let out = '';
    let err = '';
    server.stdout.on('data', (bytes) => {
      out += bytes;
      if (out.includes('-32700')) server.stdin.end();
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

  it('ends when the client is gone, well after a shutdown', async () => {
    const ask = (method: string, id?: number) =>
      framed(JSON.stringify({ jsonrpc: '2.0', method, ...(id ? { id, params: { capabilities: {} } } : {}) }));
    assert.equal((await sent('', true)).code, 1);
    const shutdown = framed(JSON.stringify({ jsonrpc: '2.0', method: 'shutdown', id: 2 }));
    assert.equal((await sent(ask('initialize', 1) + shutdown + ask('exit'))).code, 0);
  });
});
