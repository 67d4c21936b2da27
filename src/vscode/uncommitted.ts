import * as vscode from 'vscode';
import type { ChangesNews } from '../server/compare-protocol.ts';
import { isArticleFile } from './article-files.ts';
import type { Desk } from './client.ts';
import type { Repository } from './git.ts';

/** No more files are asked for at a time; of those beyond, everything is shown to have changed. */
const most = 1000;

/** The articles of repositories that are not as they were last committed, with what they were. */
export async function uncommitted(desk: Desk, repositories: readonly Repository[]): Promise<ChangesNews> {
  const files = await Promise.all(repositories.map((repository) => filesOf(desk, repository)));
  return { roots: repositories.map(({ rootUri }) => desk.uri(rootUri)), files: files.flat() };
}

async function filesOf(desk: Desk, repository: Repository): Promise<ChangesNews['files']> {
  const { workingTreeChanges, indexChanges, untrackedChanges = [] } = repository.state;
  const root = `${repository.rootUri.path}/`;
  // What is typed and not saved Git has not seen.
  const open = vscode.workspace.textDocuments
    .filter(({ uri }) => uri.scheme === repository.rootUri.scheme && uri.path.startsWith(root))
    .map(({ uri }) => uri);
  const changed = [...workingTreeChanges, ...indexChanges, ...untrackedChanges].map(({ uri }) => uri);
  const all = new Map([...open, ...changed].filter(isArticleFile).map((uri) => [uri.toString(), uri]));
  const wanted = [...all.values()];
  const texts = await Promise.all(wanted.slice(0, most).map((uri) => committed(repository, uri)));
  return wanted.map((uri, index) => ({ uri: desk.uri(uri), before: texts[index] ?? '' }));
}

/** The text of a file at the last commit; '' where it was not there. */
async function committed(repository: Repository, uri: vscode.Uri): Promise<string> {
  try {
    return await repository.show('HEAD', uri.fsPath);
  } catch {
    return '';
  }
}
