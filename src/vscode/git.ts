import * as vscode from 'vscode';

/** A commit, as far as a list of versions shows it. */
export interface Commit {
  readonly hash: string;
  readonly message: string;
  readonly authorName?: string;
  readonly authorDate?: Date;
}

/** A repository of VS Code's Git extension, as far as it is used. */
export interface Repository {
  readonly rootUri: vscode.Uri;
  readonly state: {
    readonly onDidChange: vscode.Event<void>;
    readonly workingTreeChanges: readonly { readonly uri: vscode.Uri }[];
    readonly indexChanges: readonly { readonly uri: vscode.Uri }[];
    /** Absent in older versions, which count them among the changes of the working tree. */
    readonly untrackedChanges?: readonly { readonly uri: vscode.Uri }[];
  };
  /** The text of a file at a revision; rejects where it was not there. */
  show(revision: string, path: string): Promise<string>;
  log(options: { readonly path: string; readonly maxEntries: number }): Promise<readonly Commit[]>;
}

/** What VS Code's Git extension lends others, version 1. */
interface Git {
  readonly repositories: readonly Repository[];
  getRepository(uri: vscode.Uri): Repository | null;
}

/** VS Code's Git extension; `undefined` in a browser, where it was switched off, and where there is no git. */
export async function gitOf(): Promise<Git | undefined> {
  try {
    const extension = vscode.extensions.getExtension<{ getAPI(version: 1): Git }>('vscode.git');
    return (await extension?.activate())?.getAPI(1);
  } catch {
    return undefined;
  }
}
