import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { type Offered, serve } from './serve.ts';

/** An article of 10 MB whose every character is escaped fits into a message. Bytes. */
const longestMessage = 64 * 1024 * 1024;

/** Serves over the standard streams until the client hangs up. A bundle of its own: no other command loads it. */
export async function serveStdio(offered: Offered): Promise<void> {
  const { stdin, stdout, stderr } = process;
  // What a library prints must not get between the messages.
  console.log = console.error;
  const transport = new StdioServerTransport(stdin, stdout, { maxBufferSize: longestMessage });
  stdin.on('end', () => void transport.close());
  const serving = serve(offered, transport);
  // The server has set what it does; this is told as well.
  const told = transport.onerror;
  transport.onerror = (error) => {
    // Of what is JSON and no message, the SDK tells at length what it is not.
    const said = error.message.includes('\n') ? 'what was received is no message of JSON-RPC 2.0' : error.message;
    stderr.write(`copydesk mcp: ${said}\n`);
    told?.(error);
  };
  await serving;
}
