import {
  type Connection,
  createConnection,
  ErrorCodes,
  type Message,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { disk, yielding } from '../disk/disk.ts';
import { watchHeaders } from './framing.ts';
import { serve } from './server.ts';

const transports = ['--node-ipc', '--socket', '--pipe'];
// `copydesk lsp`, `--stdio` and a bare start speak over the standard streams; VS Code says `--node-ipc`.
const told = process.argv.some((argument) => transports.some((transport) => argument.startsWith(transport)));

/** The connection that the client asks for. Over the standard streams, what is no message ends the server. */
function connect(): Connection {
  if (told) return createConnection(ProposedFeatures.all);
  const { stdin, stdout, stderr } = process;
  const fault = watchHeaders();
  stdin.on('data', (bytes: Uint8Array) => {
    const found = fault(bytes);
    if (found === undefined) return;
    stderr.write(`copydesk lsp: ${found}\n`);
    process.exit(1);
  });
  const writer = new StreamMessageWriter(stdout);
  const reader = new StreamMessageReader(stdin);
  reader.onError(({ message }) => {
    const error = { code: ErrorCodes.ParseError, message };
    void writer.write({ jsonrpc: '2.0', id: null, error } as Message);
  });
  // What a library prints must not get between the messages.
  console.log = console.error;
  const connection = createConnection(ProposedFeatures.all, reader, writer);
  let isOver = false;
  connection.onShutdown(() => {
    isOver = true;
  });
  stdin.on('end', () => process.exit(isOver ? 0 : 1)).on('close', () => process.exit(isOver ? 0 : 1));
  return connection;
}

// The disk, for clients that do not answer file requests (Neovim, Helix, Zed).
serve(connect(), { disk: yielding(disk), now: () => Date.now() }, { asked: said('asked'), usual: said('usual') });

/** What `copydesk lsp` found out about the language of messages. */
function said(which: 'asked' | 'usual'): string | undefined {
  const head = `--${which}-locale=`;
  return process.argv.find((argument) => argument.startsWith(head))?.slice(head.length);
}
