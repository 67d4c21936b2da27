import * as vscode from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  ErrorAction,
  type ErrorHandler,
  type LanguageClientOptions,
} from 'vscode-languageclient';
import type { DeskRequests, ServerOptions } from '../server/protocol.ts';
import { articleLanguages } from './article-files.ts';

/** The language server as the surfaces of the extension see it. */
export interface Desk {
  /** Asks the server, once it runs. Rejects with the server's sentence when it cannot be done. */
  ask<M extends keyof DeskRequests>(
    method: M,
    params: DeskRequests[M]['params'],
    token?: vscode.CancellationToken,
  ): Promise<DeskRequests[M]['result']>;
  /** A uri as the server knows it. */
  uri(uri: vscode.Uri): string;
  readonly client: BaseLanguageClient;
}

export function deskOf(client: BaseLanguageClient, ready: Promise<void>): Desk {
  return {
    client,
    uri: (uri) => client.code2ProtocolConverter.asUri(uri),
    async ask(method, params, token) {
      await ready;
      // A token that is absent would be sent as a second parameter.
      return token === undefined ? client.sendRequest(method, params) : client.sendRequest(method, params, token);
    },
  };
}

/** A server that ends more often than this within {@link soon} is left alone. */
const mostEnds = 4;

/** Milliseconds. */
const soon = 3 * 60_000;

/** Starts a server again that has ended, which loses nothing: the client sends it every open document. */
function startingAgain(): ErrorHandler {
  const ends: number[] = [];
  return {
    // Until it is heard that a server has died, what is sent to it fails, message by message; the client's own handler
    // takes the fourth of those for a reason to stop, and what has stopped is not started again.
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed() {
      const now = Date.now();
      ends.push(now);
      if (ends.length <= mostEnds || now - (ends.shift() ?? now) > soon) return { action: CloseAction.Restart };
      const message = vscode.l10n.t(
        'Copydesk’s language server has ended five times in three minutes and is not started again. Reload the window to start it.',
      );
      return { action: CloseAction.DoNotRestart, message };
    },
  };
}

/**
 * How the client serves the server: which documents (a house file that others extend may have any name), which
 * settings, in which language.
 */
export function clientOptions(): LanguageClientOptions {
  return {
    documentSelector: [
      ...articleLanguages.map((language) => ({ language })),
      { language: 'yaml', pattern: '**/*.{yml,yaml}' },
    ],
    diagnosticCollectionName: 'copydesk',
    errorHandler: startingAgain(),
    markdown: { isTrusted: { enabledCommands: ['copydesk.explain'] } },
    initializationOptions: (): ServerOptions => ({
      files: true,
      pages: true,
      commands: true,
      locale: locale(),
      trusted: vscode.workspace.isTrusted,
    }),
  };
}

/** The language chosen in the settings, else the editor's. */
function locale(): string {
  const chosen = vscode.workspace.getConfiguration('copydesk').get<string>('locale', 'auto');
  return chosen === 'auto' ? vscode.env.language : chosen;
}

/** Runs a command's body and tells the user what went wrong in a sentence, instead of failing silently. */
export function told<A extends readonly unknown[]>(
  run: (...args: A) => Promise<unknown>,
): (...args: A) => Promise<unknown> {
  return async (...args) => {
    try {
      return await run(...args);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      void vscode.window.showErrorMessage(vscode.l10n.t('Copydesk: {0}', reason));
      return undefined;
    }
  };
}
