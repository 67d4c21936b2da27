// For suites about the front matter: articles with a cursor in them, completions and actions as a user takes them.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, inWindow, press, type } from '../host/driver.ts';
import { actionsAt, finding, openFile, rangeOf } from './window.ts';

const body = '\n中国报道讯（苏禾报道）清泉镇签约。\n';
let number = 0;

/**
 * Opens an article with this front matter; `|` is where the cursor goes.
 * @param folder of the newsroom
 * @param text what stands under the front matter
 */
export async function article(lines: string, folder = '乡村', text = body): Promise<vscode.TextEditor> {
  number += 1;
  const at = lines.indexOf('|');
  const editor = await openFile(`${folder}/字段${number}.md`, `---\n${lines.replace('|', '')}---\n${text}`);
  if (at >= 0) {
    const place = editor.document.positionAt(at + 4);
    editor.selection = new vscode.Selection(place, place);
  }
  return editor;
}

/**
 * Gives an editor another article with this front matter. For suites that try many, one after the other: opening an
 * editor for each was most of what they cost.
 * @param whole the text where it is not the usual one with its fences
 */
export async function rewrite({ document }: vscode.TextEditor, lines: string, whole?: string): Promise<void> {
  const text = whole ?? `---\n${lines}---\n${body}`;
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  assert.ok(await vscode.workspace.applyEdit(edit));
  assert.equal(document.getText(), text);
}

/** The front matter of an article, without its fences. */
export function lines({ document }: vscode.TextEditor): string {
  return document.getText().replace(/^---\n([\s\S]*?)---\n[\s\S]*$/, '$1');
}

/**
 * Types a text at the cursor, with the keyboard. On a busy machine the window takes its time to give an editor the
 * focus, and a key goes astray: what was typed in part is taken back and typed again.
 */
export async function typeAt(editor: vscode.TextEditor, text: string): Promise<void> {
  const { document } = editor;
  const before = document.getText();
  const place = editor.selection.active;
  const offset = document.offsetAt(place);
  const wanted = before.slice(0, offset) + text + before.slice(offset);
  await eventually(`“${text}” is typed`, async () => {
    const now = document.getText();
    if (now === wanted) return true;
    const shown = await vscode.window.showTextDocument(document);
    const whole = new vscode.Range(document.positionAt(0), document.positionAt(now.length));
    if (now !== before) await shown.edit((edit) => edit.replace(whole, before));
    shown.selection = new vscode.Selection(place, place);
    // The window takes what it is told in turn: when this command is back, the cursor is there.
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await type(text);
    await press('Escape');
    await eventually(`“${text}” in\n${document.getText()}`, () => document.getText() === wanted, 2000);
    return true;
  });
}

/** The labels that are offered at the cursor. */
export async function suggestions(editor: vscode.TextEditor): Promise<readonly string[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    editor.document.uri,
    editor.selection.active,
  );
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

/** Opens the list at the cursor and takes the row that shows `wanted`; of a pattern, the first row that it fits. */
export async function accept(editor: vscode.TextEditor, wanted: string | RegExp): Promise<void> {
  const before = editor.document.version;
  const fits = (label: string): boolean => (typeof wanted === 'string' ? label === wanted : wanted.test(label));
  // On a busy machine a list may close again before its row is taken.
  await eventually(
    `${wanted} is taken`,
    async () => {
      if (editor.document.version !== before) return true;
      const labels = await suggestions(editor);
      const label = labels.find(fits);
      if (label === undefined) return false;
      // A row's letters that were typed stand apart, so only a label that is part of another is looked for as a whole.
      const text = labels.some((other) => other !== label && other.includes(label)) ? `"${label}"` : label;
      await vscode.window.showTextDocument(editor.document);
      await vscode.commands.executeCommand('editor.action.triggerSuggest');
      await inWindow.waitFor(`.suggest-widget .monaco-list-row >> text=${text}`, 'visible', 5000);
      await inWindow.click(`.suggest-widget .monaco-list-row >> text=${text}`);
      return eventually('a change', () => editor.document.version !== before, 2000);
    },
    45_000,
  );
}

/** Takes the action of that title at a text; returns the whole text after it. */
export async function take(editor: vscode.TextEditor, at: string, title: RegExp): Promise<string> {
  const { document } = editor;
  const action = await eventually(`the action ${title}`, async () => {
    const all = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      rangeOf(document, at),
    );
    return all.find((one) => title.test(one.title));
  });
  assert.ok(action.edit, action.title);
  assert.ok(await vscode.workspace.applyEdit(action.edit));
  return document.getText();
}

/** A title of a fix with what stands between braces left open. */
export const patternOf = (title: string): RegExp =>
  new RegExp(
    `^${title
      .replace(/`([^`]*)`/g, '“$1”')
      .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
      .replace(/\{\w+\}/g, '.*')}$`,
  );

/** Takes the quick fix of that title, once its finding is shown. */
export async function mend(editor: vscode.TextEditor, check: string, at: string, title: RegExp): Promise<string> {
  const { document } = editor;
  await finding(document.uri, check);
  const action = await eventually(`the quick fix ${title}`, async () =>
    (await actionsAt(document.uri, rangeOf(document, at))).find((one) => title.test(one.title)),
  );
  assert.ok(action.edit, action.title);
  assert.ok(await vscode.workspace.applyEdit(action.edit));
  return document.getText();
}

/** What hovering over a text shows, as Markdown. */
export async function hoverAt({ document }: vscode.TextEditor, text: string): Promise<string> {
  return eventually(`a hover over ${text}`, async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      rangeOf(document, text).start,
    );
    const words = hovers.flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value)));
    return words.length > 0 && words.join('\n');
  });
}

/** What the functions that run in the window see there. */
declare const document: {
  querySelectorAll(selector: string): Iterable<{ readonly offsetParent: object | null; readonly textContent: string }>;
};

/** Runs Set Field… for a field and takes one row after the other. */
export async function setField(key: string, ...rows: readonly string[]): Promise<void> {
  const [first = ''] = rows;
  const isShown = () =>
    inWindow.evaluate(
      (wanted) =>
        [...document.querySelectorAll('.quick-input-widget .monaco-list-row')].some(
          ({ offsetParent, textContent }) => offsetParent !== null && textContent.includes(wanted),
        ),
      first,
    );
  // What still closes in a busy window may take the list with it.
  await eventually(
    `a list with ${first}`,
    async () => {
      if (await isShown()) return true;
      void vscode.commands.executeCommand('copydesk.setField', key);
      return eventually('the list', isShown, 5000);
    },
    40_000,
  );
  for (const text of rows) await inWindow.click(`.quick-input-widget .monaco-list-row >> text=${text}`);
}
