import * as vscode from 'vscode';
import { ProgressType } from 'vscode-languageclient';
import type { Desk } from './client.ts';

interface Progress {
  readonly kind: 'begin' | 'report' | 'end';
  readonly message?: string;
  readonly percentage?: number;
}

/** Asks for something that takes its time, with how far it is in a notification from which it can be stopped. */
export async function askWithProgress<T>(
  desk: Desk,
  title: string,
  ask: (workDoneToken: string, token: vscode.CancellationToken) => Promise<T>,
): Promise<T> {
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    async (progress, token) => {
      const workDoneToken = `copydesk-${Date.now()}`;
      let done = 0;
      const listener = desk.client.onProgress(
        new ProgressType<Progress>(),
        workDoneToken,
        ({ message, percentage = done }) => {
          progress.report({ increment: percentage - done, ...(message === undefined ? {} : { message }) });
          done = percentage;
        },
      );
      try {
        return await ask(workDoneToken, token);
      } finally {
        listener.dispose();
      }
    },
  );
}
