import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { article, type Newsroom, newsroom } from '../cli/newsroom.ts';
import { agentOf } from './client.ts';

/** What `npm run build` makes. */
const cli = resolve(fileURLToPath(import.meta.url), '../../../cli.js');

describe('copydesk mcp over the standard streams (dist/cli.js, from `npm run build`)', function () {
  this.timeout(60_000);
  let room: Newsroom;
  before(() => {
    room = newsroom({
      'desk/copydesk.yml': 'extends: china-report\n',
      'desk/a.md': article('表演艺术家阿依古丽•买买提演唱了民歌。'),
    });
  });
  after(() => room?.remove());
  const env = () => ({ PATH: process.env.PATH ?? '', LC_ALL: 'en', XDG_CACHE_HOME: room.root });

  it('answers the SDK’s client, in a first run and from the compiled code that it keeps', async () => {
    for (const cache of ['first', 'kept']) {
      const client = new Client({ name: 'desk', version: '1' });
      await client.connect(
        new StdioClientTransport({ command: process.execPath, args: [cli, 'mcp', 'desk'], cwd: room.root, env: env() }),
      );
      const agent = await agentOf(client);
      assert.match((await agent.call('check')).text, /^a\.md:10:\d+ error wrong-interpunct/, cache);
      assert.match((await agent.call('explain', { check: 'wrong-dash' })).text, /wrong-dash/);
      assert.match((await agent.call('render', { path: 'a.md' })).text, /^<!doctype html>/);
      await agent.stop();
    }
  });

  /** What it says and how it ends when it is sent lines and then nothing more. */
  async function said(lines: readonly string[], args: readonly string[] = ['desk']) {
    const child = spawn(process.execPath, [cli, 'mcp', ...args], { cwd: room.root, env: env(), stdio: 'pipe' });
    let out = '';
    let err = '';
    child.stdout.on('data', (bytes: Buffer) => {
      out += bytes;
    });
    child.stderr.on('data', (bytes: Buffer) => {
      err += bytes;
    });
    child.stdin.end(lines.map((line) => `${line}\n`).join(''));
    const [code] = await once(child, 'exit');
    return { code, out, err };
  }

  it('ends when the client hangs up', async () => {
    assert.deepEqual(await said([]), { code: 0, out: '', err: '' });
  });

  it('says on the other stream what is no message, and goes on', async () => {
    const request = { jsonrpc: '2.0', id: 1, method: 'ping' };
    const { code, out, err } = await said(['no json', '{"jsonrpc": 1}', JSON.stringify(request)]);
    assert.equal(code, 0);
    // A line each, whatever the SDK has to say of it.
    assert.match(err, /^copydesk mcp: .+\ncopydesk mcp: what was received is no message of JSON-RPC 2\.0\n$/);
    assert.deepEqual(JSON.parse(out), { jsonrpc: '2.0', id: 1, result: {} });
  });

  it('says that there is no such folder, or that a file is none', async () => {
    for (const folder of ['none', 'desk/a.md']) {
      const { code, out, err } = await said([], [folder]);
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, /^copydesk: There is no folder `/);
    }
  });
});
