import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import {
  CallToolRequestSchema,
  type CallToolResult,
  ErrorCode,
  ListResourcesRequestSchema,
  ListResourceTemplatesRequestSchema,
  ListToolsRequestSchema,
  McpError,
  ReadResourceRequestSchema,
} from '@modelcontextprotocol/sdk/types.js';
import type { Announced, Answered } from '../../agents/tools.ts';

/** A text that an agent may read by its address. */
interface Resource {
  readonly uri: string;
  readonly name: string;
  readonly title: string;
  readonly mimeType: string;
}

/** What is offered over the Model Context Protocol; it knows nothing of the protocol. */
export interface Offered {
  readonly version: string;
  readonly instructions: string;
  readonly tools: readonly Announced[];
  /** Does what is asked; a string is a sentence that says why it cannot be done. */
  call(name: string, input: unknown, signal: AbortSignal): Promise<Answered | string>;
  readonly resources: readonly Resource[];
  readonly templates: readonly (Omit<Resource, 'uri'> & { readonly uriTemplate: string })[];
  /** The text of a resource; `undefined` where there is none. */
  read(uri: string): Promise<{ readonly text: string; readonly mimeType: string } | undefined>;
}

/** Serves over a transport until it closes. */
export async function serve(offered: Offered, transport: Transport): Promise<void> {
  const server = new Server(
    { name: 'copydesk', title: 'Copydesk', version: offered.version },
    { capabilities: { tools: {}, resources: {} }, instructions: offered.instructions },
  );
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: offered.tools.map(({ readOnly, inputSchema, outputSchema, ...tool }) => ({
      ...tool,
      inputSchema: { ...inputSchema, type: 'object' as const },
      outputSchema: { ...outputSchema, type: 'object' as const },
      annotations: {
        title: tool.title,
        readOnlyHint: readOnly,
        // What is written is the same article with certain fixes, or a new file: nothing is lost.
        destructiveHint: false,
        idempotentHint: tool.name !== 'new',
        openWorldHint: false,
      },
    })),
  }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }, { signal }): Promise<CallToolResult> => {
    const answer = await offered.call(params.name, params.arguments, signal);
    if (typeof answer === 'string') return { isError: true, content: [{ type: 'text', text: answer }] };
    return { content: [{ type: 'text', text: answer.words }], structuredContent: { ...answer.data } };
  });
  server.setRequestHandler(ListResourcesRequestSchema, () => ({ resources: [...offered.resources] }));
  server.setRequestHandler(ListResourceTemplatesRequestSchema, () => ({ resourceTemplates: [...offered.templates] }));
  server.setRequestHandler(ReadResourceRequestSchema, async ({ params: { uri } }) => {
    const found = await offered.read(uri);
    if (found === undefined) throw new McpError(ErrorCode.InvalidParams, `no resource ${uri}`);
    return { contents: [{ uri, ...found }] };
  });
  const closed = new Promise<void>((resolve) => {
    server.onclose = resolve;
  });
  await server.connect(transport);
  await closed;
}
