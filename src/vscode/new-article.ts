import * as vscode from 'vscode';
import type { Choice, Question } from '../server/protocol.ts';
import { askText, pickOne } from './ask.ts';
import { type Desk, told } from './client.ts';
import { lengthRemark } from './length-remark.ts';
import { openNew } from './open-new.ts';
import { pickItem } from './pick-item.ts';

/** New Article from Template…: pick a template, answer what it asks, write on in the new file. */
export function registerNewArticle(desk: Desk): vscode.Disposable {
  return vscode.commands.registerCommand(
    'copydesk.newArticle',
    told((argument?: unknown) => newArticle(desk, argument)),
  );
}

/** What a keybinding or a script may give beforehand; what is missing is asked for. */
interface Given {
  readonly template?: string;
  readonly values?: Readonly<Record<string, string>>;
}

/** @param argument a folder from the explorer's menu, or {@link Given} */
async function newArticle(desk: Desk, argument: unknown): Promise<void> {
  const near = argument instanceof vscode.Uri ? argument : vscode.window.activeTextEditor?.document.uri;
  const given = readGiven(argument);
  const folder = near && vscode.workspace.getWorkspaceFolder(near) ? near : vscode.workspace.workspaceFolders?.[0]?.uri;
  const place = folder ? { uri: desk.uri(folder) } : {};
  const { articles, questions } = await desk.ask('copydesk/templates', place);
  const title = vscode.l10n.t('New Article');
  const template = given.template ?? (await pickTemplate(articles, title));
  if (template === undefined) return;
  const values: Record<string, string> = { ...given.values };
  for (const question of questions) {
    if (values[question.key] !== undefined) continue;
    const answer = await ask(question, title, columnOf(near));
    if (answer === undefined) return;
    values[question.key] = answer;
  }
  await openNew(await desk.ask('copydesk/newArticle', { ...place, id: template, values }));
}

async function pickTemplate(articles: readonly Choice[], title: string): Promise<string | undefined> {
  const items = articles.map((choice) => ({ id: choice.id, ...pickItem(choice) }));
  const chosen = await pickOne(items, {
    title,
    placeHolder: vscode.l10n.t('Which kind of article?'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return chosen?.id;
}

/** One question; `undefined` when the user gave up. */
async function ask(question: Question, title: string, near: string | undefined): Promise<string | undefined> {
  const { label, values } = question;
  if (values) {
    const items = values.map(({ value, label: shown }) => ({
      label: value,
      ...(shown === undefined ? {} : { description: shown }),
    }));
    // The column of the folder that the user works in is offered first.
    items.sort((a, b) => Number(b.label === near) - Number(a.label === near));
    const chosen = await pickOne(items, { title, placeHolder: label, stays: true });
    return chosen?.label;
  }
  for (;;) {
    const answer = await askText({
      title,
      prompt: label,
      validateInput: (text) => lengthRemark(text, question),
    });
    // Enter on nothing asks again; Escape gives up.
    if (answer === undefined || answer.trim() !== '') return answer?.trim();
  }
}

/** The name of the folder that a document stands in: in most newsrooms its column. */
function columnOf(uri: vscode.Uri | undefined): string | undefined {
  return uri?.path.split('/').at(-2);
}

function readGiven(argument: unknown): Given {
  if (typeof argument !== 'object' || argument === null || argument instanceof vscode.Uri) return {};
  const { template, values } = argument as Record<string, unknown>;
  return {
    ...(typeof template === 'string' ? { template } : {}),
    ...(typeof values === 'object' && values !== null
      ? {
          values: Object.fromEntries(
            Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
          ),
        }
      : {}),
  };
}
