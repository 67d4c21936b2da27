import { realpath } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { LanguageClient, type LanguageClientOptions, TransportKind } from 'vscode-languageclient/node';
import { activateCopydesk, type Copydesk } from './activate.ts';

/** Starts Copydesk where there is Node: the language server is a process of its own. */
export function activate(context: vscode.ExtensionContext): Promise<Copydesk> {
  const module = path.join(context.extensionPath, 'dist', 'server.cjs');
  const createClient = (options: LanguageClientOptions) => {
    const run = { module, transport: TransportKind.ipc };
    const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6019'] } };
    return new LanguageClient('copydesk', 'Copydesk', { run, debug }, options);
  };
  return activateCopydesk(context, createClient, ({ fsPath }) =>
    realpath(fsPath).then(vscode.Uri.file, () => undefined),
  );
}
