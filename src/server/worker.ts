import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { serve } from './server.ts';

type Port = ConstructorParameters<typeof BrowserMessageReader>[0];

// Inside a worker the global object is the port to the page that started it.
const port = globalThis as unknown as Port;

serve(createConnection(ProposedFeatures.all, new BrowserMessageReader(port), new BrowserMessageWriter(port)), {
  now: () => Date.now(),
});
