import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import { CallToolResultSchema } from '@modelcontextprotocol/sdk/types.js';
import { readArguments } from '../../src/cli/arguments.ts';
import { offeredIn } from '../../src/cli/mcp/offered.ts';
import { serve } from '../../src/cli/mcp/serve.ts';
import { speaker } from '../../src/cli/messages.ts';
import type { Locale } from '../../src/model/finding.ts';
import { now } from '../cli/newsroom.ts';

/** What a tool answered. */
export interface Answer<T = unknown> {
  readonly isError: boolean;
  readonly text: string;
  readonly data: T;
}

/** An agent's client, as the SDK has it. */
export interface Agent {
  readonly client: Client;
  call<T = Record<string, unknown>>(name: string, input?: object, signal?: AbortSignal): Promise<Answer<T>>;
  stop(): Promise<void>;
}

/** Wraps the SDK's client; once the tools are listed it holds what they answer against their schemas. */
export async function agentOf(client: Client): Promise<Agent> {
  await client.listTools();
  return {
    client,
    async call(name, input = {}, signal) {
      const result = CallToolResultSchema.parse(
        await client.callTool({ name, arguments: { ...input } }, undefined, {
          timeout: 60_000,
          ...(signal ? { signal } : {}),
        }),
      );
      const [content] = result.content;
      return {
        isError: result.isError === true,
        text: content?.type === 'text' ? content.text : '',
        data: result.structuredContent as never,
      };
    },
    stop: () => client.close(),
  };
}

/** An agent in a newsroom, without a process between them. */
export async function agentIn(root: string, options: readonly string[] = [], locale: Locale = 'en'): Promise<Agent> {
  const say = speaker(locale);
  const quiet = { write: () => {} };
  const io = {
    stdout: quiet,
    stderr: quiet,
    readStdin: async () => new Uint8Array(),
    readLine: async () => undefined,
    cwd: root,
    env: {},
    now: () => now,
    isTTY: false,
    columns: undefined,
  };
  const read = readArguments(['mcp', ...options], locale, say);
  const [one, other] = InMemoryTransport.createLinkedPair();
  void serve(offeredIn({ io, locale, say, ...read }, root), other);
  const client = new Client({ name: 'desk', version: '1' });
  await client.connect(one);
  return agentOf(client);
}
