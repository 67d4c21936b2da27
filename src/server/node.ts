import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { disk, yielding } from '../disk/disk.ts';
import { serve } from './server.ts';

const transports = ['--node-ipc', '--stdio', '--socket', '--pipe'];
// `copydesk lsp` and a bare start speak over the standard streams; VS Code says `--node-ipc`.
const told = process.argv.some((argument) => transports.some((transport) => argument.startsWith(transport)));
const connection = told
  ? createConnection(ProposedFeatures.all)
  : createConnection(ProposedFeatures.all, process.stdin, process.stdout);

// The disk, for clients that do not answer file requests (Neovim, Helix, Zed).
serve(connection, { disk: yielding(disk), now: () => Date.now() });
