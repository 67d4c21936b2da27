// Between two suites that share a window: the newsroom as the sample is, and the window as it was when it opened.
import * as vscode from 'vscode';
import { ask, eventually, mode } from './driver.ts';

/** Settings of VS Code's that suites change, besides Copydesk's own. */
const changed = ['editor.codeActionsOnSave', 'files.autoSave', 'files.autoSaveDelay', 'workbench.colorTheme'];

/** The user's settings as the window began. */
async function resetSettings(): Promise<void> {
  const own = vscode.extensions.getExtension('copydesk.copydesk')?.packageJSON.contributes.configuration;
  const groups: readonly { readonly properties?: object }[] = Array.isArray(own) ? own : [own];
  const names = groups.flatMap(({ properties }) => Object.keys(properties ?? {}));
  for (const name of [...names, ...changed]) {
    const all = vscode.workspace.getConfiguration();
    const value = all.inspect(name)?.globalValue;
    const first = name === 'files.autoSave' ? 'off' : undefined;
    if (value !== undefined && value !== first) await all.update(name, first, vscode.ConfigurationTarget.Global);
  }
}

/** Closes every editor without saving, and everything that lies over the window. */
export async function tidy(): Promise<void> {
  const closed = ['workbench.action.closeQuickOpen', 'notifications.clearAll', 'workbench.action.closePanel'];
  await Promise.all(closed.map((command) => vscode.commands.executeCommand(command)));
  // What was changed with no tab to show it, the window itself opens a moment later, changes and all.
  for (const document of vscode.workspace.textDocuments) {
    if (document.isDirty && !document.isUntitled) await vscode.window.showTextDocument(document, { preview: false });
  }
  for (let left = 20; left > 0 && vscode.window.tabGroups.all.some(({ tabs }) => tabs.length > 0); left--) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs).filter(({ isDirty }) => !isDirty);
    if (tabs.length > 0) await vscode.window.tabGroups.close(tabs);
  }
}

type Files = ReadonlyMap<string, Uint8Array>;

/** The newsroom's files as the window sees them. */
async function filesOf(folder: vscode.Uri, found = new Map<string, Uint8Array>()): Promise<Files> {
  for (const [name, type] of await vscode.workspace.fs.readDirectory(folder)) {
    const uri = vscode.Uri.joinPath(folder, name);
    if (type & vscode.FileType.Directory) await filesOf(uri, found);
    else found.set(uri.toString(), await vscode.workspace.fs.readFile(uri));
  }
  return found;
}

/** Without a server, what a window writes stays in that window; so it is the window that takes it back. */
let begun: Files | undefined;

async function layWithin(folder: vscode.Uri): Promise<void> {
  const there = await filesOf(folder);
  for (const file of there.keys()) {
    if (!begun?.has(file)) await vscode.workspace.fs.delete(vscode.Uri.parse(file, true));
  }
  for (const [file, bytes] of begun ?? []) {
    const now = there.get(file);
    if (now === undefined || now.length !== bytes.length || now.some((byte, index) => byte !== bytes[index]))
      await vscode.workspace.fs.writeFile(vscode.Uri.parse(file, true), bytes);
  }
}

/** Notes what the newsroom holds, before the first suite. */
export async function beginWindow(): Promise<void> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder && mode() === 'serverless') begun = await filesOf(folder.uri);
}

/**
 * Waits until the server has heard of all that was done to the newsroom's files: it must hear of two more, one after
 * the other, and what it hears of stays in order.
 */
export async function untilServerKnows(): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (!folder) throw new Error('the window has no folder');
  const picture = vscode.Uri.joinPath(folder, 'laid-anew.svg');
  const article = vscode.Uri.joinPath(folder, 'laid-anew.md');
  const write = (uri: vscode.Uri, text: string) => vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  const missing = () =>
    vscode.languages
      .getDiagnostics(article)
      .some(({ code }) => (typeof code === 'object' ? code.value : code) === 'missing-image');
  await write(article, '---\ntitle: 重新铺开\n---\n\n![](laid-anew.svg)\n');
  // Not shown: an editor costs more than all the rest of this.
  await vscode.workspace.openTextDocument(article);
  await eventually('the server to miss a picture', missing);
  await write(picture, '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
  await eventually('the server to hear of a picture', () => !missing());
  await vscode.workspace.fs.delete(picture);
  await vscode.workspace.fs.delete(article);
}

/** The documents whose text is not that of their files, although nobody has changed it. */
async function documentsBehind(): Promise<readonly vscode.TextDocument[]> {
  const decoder = new TextDecoder();
  const all = vscode.workspace.textDocuments.filter(({ isUntitled, isDirty }) => !isUntitled && !isDirty);
  const behind = await Promise.all(
    all.map(async (document) => {
      const bytes = await Promise.resolve(vscode.workspace.fs.readFile(document.uri)).catch(() => undefined);
      return bytes !== undefined && decoder.decode(bytes) !== document.getText();
    }),
  );
  return all.filter((_, index) => behind[index]);
}

/**
 * Waits a while for documents without a tab to follow their files, as VS Code lets them do when it hears of a change;
 * it has not heard of every one. Those are read again.
 */
async function untilDocumentsFollow(): Promise<void> {
  for (let round = 1; round <= 8; round++) {
    const behind = await documentsBehind();
    if (behind.length === 0) break;
    if (round === 4) {
      for (const document of behind) {
        await vscode.window.showTextDocument(document, { preview: false });
        await vscode.commands.executeCommand('workbench.action.files.revert');
      }
      await tidy();
    }
    await new Promise((resolve) => void setTimeout(resolve, 250));
  }
}

/** Lays everything anew. Throws when the window cannot be brought back. */
export async function freshWindow(): Promise<void> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('the window has no folder');
  await tidy();
  await resetSettings();
  if (mode() === 'serverless') await layWithin(folder.uri);
  await ask('fresh');
  await untilDocumentsFollow();
  await vscode.commands.executeCommand('workbench.action.editorLayoutSingle');
  // It throws while it still shows a file that is gone.
  await eventually('the explorer', async () => {
    await vscode.commands.executeCommand('workbench.view.explorer');
    return true;
  });
  await untilServerKnows();
  await vscode.commands.executeCommand('workbench.action.focusFirstEditorGroup');
}
