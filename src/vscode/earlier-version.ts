import * as vscode from 'vscode';
import { pickOne } from './ask.ts';
import type { Desk } from './client.ts';
import { type Commit, gitOf, type Repository } from './git.ts';
import { pickArticle } from './pick-article.ts';

/** How many commits are listed. */
const listed = 50;

/** An earlier version, once it was chosen. */
interface Earlier {
  readonly name: string;
  readonly text: string;
}

/** A way to an earlier version, as a row of the list. */
interface Row extends vscode.QuickPickItem {
  /** `undefined`: the user gave up, or was told why there is none. */
  find(): Promise<Earlier | undefined>;
}

/**
 * Asks for a version of an article that was: the saved one, the one that was published, a commit, or another article.
 * `undefined`: the user gave up, or was told why there is none.
 */
export async function earlierVersion(
  desk: Desk,
  document: vscode.TextDocument,
  title: string,
): Promise<Earlier | undefined> {
  const row = await pickOne(rowsFor(desk, document), {
    title,
    placeHolder: vscode.l10n.t('With which version?'),
    matchOnDescription: true,
  });
  return row?.find();
}

async function rowsFor(desk: Desk, document: vscode.TextDocument): Promise<readonly Row[]> {
  const { uri } = document;
  const rows: Row[] = [];
  if (document.isDirty && !document.isUntitled) {
    const name = vscode.l10n.t('Saved version');
    rows.push({ label: `$(save) ${name}`, find: async () => ({ name, text: await savedText(uri) }) });
  }
  const repository = (await gitOf())?.getRepository(uri) ?? undefined;
  const commits = repository ? await commitsOf(repository, uri) : [];
  const byCommit = commits.map(
    (commit): Row => ({
      label: `$(git-commit) ${firstLine(commit.message)}`,
      description: [commit.hash.slice(0, 8), commit.authorName, commit.authorDate?.toLocaleString(vscode.env.language)]
        .filter((part) => part !== undefined)
        .join(' · '),
      async find() {
        const text = repository && (await textAt(repository, commit.hash, uri));
        if (text !== undefined) return { name: commit.hash.slice(0, 8), text };
        void vscode.window.showInformationMessage(vscode.l10n.t('The article was not there in that version.'));
        return undefined;
      },
    }),
  );
  // What is sure to be there comes first: whether any version was published is seen when it is asked for.
  rows.push(...byCommit.slice(0, 1));
  // A house whose articles say no stage never says that one was published.
  if (repository && commits.length > 0 && (await desk.ask('copydesk/stages', { uri: desk.uri(uri) }))) {
    rows.push({
      label: `$(verified) ${vscode.l10n.t('Published version')}`,
      description: vscode.l10n.t('the last commit in which it was published'),
      find: () => published(desk, repository, commits, uri),
    });
  }
  rows.push({
    label: `$(file) ${vscode.l10n.t('Another article…')}`,
    async find() {
      const chosen = await pickArticle(desk, uri, vscode.l10n.t('Compare with which article?'));
      if (!chosen || chosen === 'otherwise') return undefined;
      const other = await vscode.workspace.openTextDocument(vscode.Uri.parse(chosen.uri, true));
      return { name: chosen.path, text: other.getText() };
    },
  });
  return [...rows, ...byCommit.slice(1)];
}

async function published(
  desk: Desk,
  repository: Repository,
  commits: readonly Commit[],
  uri: vscode.Uri,
): Promise<Earlier | undefined> {
  for (const { hash } of commits) {
    const text = await textAt(repository, hash, uri);
    if (text === undefined) continue;
    const name = hash.slice(0, 8);
    const asked = { uri: desk.uri(uri), before: text, names: { before: name, after: '' }, onlyPublished: true };
    if (await desk.ask('copydesk/compare', asked)) return { name, text };
  }
  void vscode.window.showInformationMessage(
    vscode.l10n.t('In none of its last versions in Git was the article published.'),
  );
  return undefined;
}

async function commitsOf(repository: Repository, uri: vscode.Uri): Promise<readonly Commit[]> {
  try {
    return await repository.log({ path: uri.fsPath, maxEntries: listed });
  } catch {
    // Nothing was committed yet.
    return [];
  }
}

async function textAt(repository: Repository, revision: string, uri: vscode.Uri): Promise<string | undefined> {
  try {
    return await repository.show(revision, uri.fsPath);
  } catch {
    return undefined;
  }
}

async function savedText(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

const firstLine = (message: string): string => message.split('\n')[0] ?? '';
