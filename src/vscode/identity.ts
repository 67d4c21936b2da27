import * as vscode from 'vscode';

/** Who works here: a name and an address, as far as they are known. */
interface Identity {
  readonly name?: string;
  readonly email?: string;
}

/** What is asked of VS Code's own Git extension; of its programs nothing is run by us. */
interface GitApi {
  readonly repositories: readonly GitRepository[];
  getRepository(uri: vscode.Uri): GitRepository | null;
}

interface GitRepository {
  getConfig(key: string): Promise<string>;
  getGlobalConfig(key: string): Promise<string>;
}

/** Who signs a document: the setting, else Git's user as the Git extension reads it, else the name for new articles. */
export async function identityFor(document: vscode.Uri): Promise<Identity> {
  const settings = vscode.workspace.getConfiguration('copydesk', document);
  const named = settings.get<string>('identity', '').trim();
  if (named !== '') return { name: named };
  const user = await gitUser(document);
  if (user.name !== undefined || user.email !== undefined) return user;
  const reporter = settings.get<string>('reporter', '').trim();
  return reporter === '' ? {} : { name: reporter };
}

async function gitUser(document: vscode.Uri): Promise<Identity> {
  const git = vscode.extensions.getExtension<{ getAPI(version: 1): GitApi }>('vscode.git');
  if (git === undefined) return {};
  try {
    const api = (await git.activate()).getAPI(1);
    const repository = api.getRepository(document);
    if (repository === null) return {};
    const [name, email] = await Promise.all(['user.name', 'user.email'].map((key) => configured(repository, key)));
    return { ...(name ? { name } : {}), ...(email ? { email } : {}) };
  } catch {
    // Git is switched off, or not there.
    return {};
  }
}

async function configured(repository: GitRepository, key: string): Promise<string> {
  const own = await repository.getConfig(key).catch(() => '');
  return (own || (await repository.getGlobalConfig(key).catch(() => ''))).trim();
}
