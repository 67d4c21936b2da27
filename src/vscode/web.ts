import * as vscode from 'vscode';
import { LanguageClient, type ServerOptions } from 'vscode-languageclient/browser';
import { activateCopydesk, type Copydesk } from './activate.ts';

type ServerWorker = Extract<ServerOptions, (...args: never) => unknown> extends () => Promise<infer W> ? W : never;

/** What the web worker host has and the Node types do not know. */
declare const Worker: new (url: string) => ServerWorker;
declare const Blob: new (parts: readonly Uint8Array[], options: { type: string }) => object;
declare const URL: { createObjectURL(blob: object): string; revokeObjectURL(url: string): void };

/** Starts Copydesk where there is no Node: the language server is a web worker. */
export function activate(context: vscode.ExtensionContext): Promise<Copydesk> {
  return activateCopydesk(context, (options) => new LanguageClient('copydesk', 'Copydesk', () => startWorker(context), options));
}

/** The script goes through a blob: a worker from the extension's own address is refused in remote windows. */
async function startWorker(context: vscode.ExtensionContext): Promise<ServerWorker> {
  const script = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(context.extensionUri, 'dist', 'web', 'server.js'));
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  return new Worker(url);
}
