import * as vscode from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { activateCopydesk, type Copydesk } from './activate.ts';

type Port = ConstructorParameters<typeof BrowserMessageReader>[0];

/** What the web worker host has and the Node types do not know. */
declare const Worker: new (url: string) => Port;
declare const Blob: new (parts: readonly Uint8Array[], options: { type: string }) => object;
declare const URL: { createObjectURL(blob: object): string };

/** Starts Copydesk where there is no Node: the language server is a web worker. */
export function activate(context: vscode.ExtensionContext): Promise<Copydesk> {
  return activateCopydesk(
    context,
    (options) => new LanguageClient('copydesk', 'Copydesk', () => startServer(context), options),
  );
}

/**
 * The script goes through a blob: a worker from the extension's own address is refused in remote windows. The
 * transports are made here, because the client knows a worker by `instanceof Worker`, which is not true of those
 * that the extension host makes.
 */
async function startServer(context: vscode.ExtensionContext): Promise<MessageTransports> {
  const script = await vscode.workspace.fs.readFile(
    vscode.Uri.joinPath(context.extensionUri, 'dist', 'web', 'server.js'),
  );
  const worker = new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
  return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
}
