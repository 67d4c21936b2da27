import * as vscode from 'vscode';
import { eventually, inWindow, press } from '../host/driver.ts';

export { tidy, untilServerKnows } from '../host/fresh.ts';

/** Front matter that the house asks nothing more of, for articles whose body is what a test is about. */
export const front = [
  '---',
  'title: 柿子红了清泉镇',
  'column: 乡村',
  'source: 中国报道',
  'published: 2026-05-04 09:30:00',
  'reporters: [苏禾]',
  'editor: 尚林溪',
  '---',
  '',
  '',
].join('\n');

/** The folder that the window has open: a copy of the sample newsroom. */
export function newsroom(): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('the window has no folder');
  return folder.uri;
}

/** Writes a file of the newsroom and shows it. */
export async function openFile(path: string, text: string): Promise<vscode.TextEditor> {
  const uri = vscode.Uri.joinPath(newsroom(), path);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  const document = await vscode.workspace.openTextDocument(uri);
  return vscode.window.showTextDocument(document);
}

/** Changes the text of an editor without saving it. */
export async function replace(editor: vscode.TextEditor, what: string, by: string): Promise<void> {
  const range = rangeOf(editor.document, what);
  if (!(await editor.edit((edit) => edit.replace(range, by)))) throw new Error('the edit was refused');
}

export function rangeOf(document: vscode.TextDocument, what: string): vscode.Range {
  const start = document.getText().indexOf(what);
  if (start < 0) throw new Error(`“${what}” is not in\n${document.getText()}`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + what.length));
}

/** The ids of the findings that are shown for a document now. */
export function shown(uri: vscode.Uri): string[] {
  return vscode.languages.getDiagnostics(uri).map(codeOf);
}

export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Waits until a finding is shown, and returns it. */
export function finding(uri: vscode.Uri, check: string): Promise<vscode.Diagnostic> {
  return eventually(`the finding ${check} in ${uri.path}; there are ${shown(uri).join(' ')}`, () =>
    vscode.languages.getDiagnostics(uri).find((one) => codeOf(one) === check),
  );
}

/** Waits until a finding is shown no more. */
export async function noFinding(uri: vscode.Uri, check: string): Promise<void> {
  await eventually(`no finding ${check} in ${uri.path}`, () => !shown(uri).includes(check));
}

/** Waits for a notification. Driven windows show no toasts, so the list of notifications is opened. */
export async function notified(text: string): Promise<void> {
  await vscode.commands.executeCommand('notifications.showList');
  await inWindow.waitFor(`.notifications-center >> text=${text}`);
}

/** The quick fixes of a place as they are now. */
export async function quickFixes(uri: vscode.Uri, range: vscode.Range): Promise<vscode.CodeAction[]> {
  const all = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, range);
  return all.filter(({ kind }) => kind?.value === 'quickfix');
}

/** The quick fixes of a place, once there are any: a window that has just opened asks its providers one by one. */
export function actionsAt(uri: vscode.Uri, range: vscode.Range): Promise<vscode.CodeAction[]> {
  return eventually('quick fixes', async () => {
    const quick = await quickFixes(uri, range);
    return quick.length > 0 && quick;
  });
}

/** What the functions that run in the window see there. */
declare function requestAnimationFrame(next: () => void): void;
declare const document: { querySelectorAll(selector: string): Iterable<{ readonly offsetParent: object | null }> };

/** Presses keys until they have opened a list that stays: in a window that is still busy closing, one goes astray. */
export async function openList(keys: string): Promise<void> {
  const open = () =>
    inWindow.evaluate(() =>
      [...document.querySelectorAll('.quick-input-widget .monaco-list-row')].some(
        ({ offsetParent }) => offsetParent !== null,
      ),
    );
  await eventually(`a list that ${keys} opens`, async () => {
    if (!(await open())) await press(keys);
    await eventually('the list', open, 3000);
    await drawn();
    return open();
  });
}

/**
 * Lets the window draw a number of frames, in which whatever was set off has its effect, however busy the machine is.
 * For what must not happen; what must is waited for by `eventually`.
 */
export async function drawn(): Promise<void> {
  await inWindow.evaluate(
    (count) =>
      new Promise<void>((resolve) => {
        const next = (left: number): void => {
          if (left === 0) resolve();
          else requestAnimationFrame(() => setTimeout(() => next(left - 1)));
        };
        next(count);
      }),
    8,
  );
}

/** The client of the language server, for what has no surface of its own. */
export async function languageClient() {
  const copydesk = vscode.extensions.getExtension('copydesk.copydesk');
  if (!copydesk) throw new Error('the extension is not there');
  const { client, ready } = await copydesk.activate();
  await ready;
  return client;
}
