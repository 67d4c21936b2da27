import * as vscode from 'vscode';
import type { Checked } from '../server/protocol.ts';
import { articleLanguages } from './article-files.ts';
import type { Articles } from './articles.ts';
import { pickOne } from './ask.ts';
import { told } from './client.ts';
import { done } from './first-steps.ts';
import { shownIn, whenChanged } from './shown-in.ts';

/** Where a folder keeps that its newsroom need not be asked about a house style again. */
const declined = 'copydesk.noHouseWanted';

/** The command that reads an archive and writes its house style. */
const setUp = 'copydesk.setUp';

/** Which house style holds: in the status bar, among the language's entries, and as a list of what can be done about it. */
export function registerHouseStyle(context: vscode.ExtensionContext, articles: Articles): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('copydesk.house', vscode.StatusBarAlignment.Left, 38);
  item.name = vscode.l10n.t('Copydesk: house style');
  item.command = 'copydesk.houseStyle';
  const entry = vscode.languages.createLanguageStatusItem(
    'copydesk.house',
    articleLanguages.map((language) => ({ language })),
  );
  entry.name = vscode.l10n.t('Copydesk: house style');

  const show = shownIn(item);
  const showEntry = whenChanged<Entry>(({ text, detail, command }) => {
    entry.text = text;
    entry.detail = detail;
    entry.command = command;
  });

  const isWanted = (): boolean => context.workspaceState.get(declined) !== true;

  /** What an article without a house is suggested: to be set up, as soon as that is known to be there. */
  let suggested = 'copydesk.houseStyle';

  function update(): void {
    const editor = vscode.window.activeTextEditor;
    const checked = editor && articles.of(editor.document.uri);
    if (!checked?.article) {
      show(undefined);
      const command = { command: 'copydesk.showHouse', title: vscode.l10n.t('Show') };
      showEntry({ text: vscode.l10n.t('Not an article'), detail: '', command });
      return;
    }
    if (checked.houseFile !== undefined) done('house');
    const name = nameOf(checked);
    const whence = whenceOf(checked);
    const words = isHouseless(checked) ? whence : `${vscode.l10n.t('House style: {0}', name)}\n${whence}`;
    show({ text: `$(book) ${name}`, words });
    if (!isHouseless(checked) || !isWanted()) {
      const command = { command: 'copydesk.showHouse', title: vscode.l10n.t('Show') };
      showEntry({ text: name, detail: whence, command });
      return;
    }
    const text = vscode.l10n.t('No house style yet');
    const title = vscode.l10n.t('Set Up This Newsroom…');
    const suggest = (command: string) => showEntry({ text, detail: whence, command: { command, title } });
    suggest(suggested);
    void hasSetUp().then((has) => {
      suggested = has ? setUp : 'copydesk.houseStyle';
      if (entry.text === text) suggest(suggested);
    });
  }

  async function choose(): Promise<void> {
    const { document } = articles.active() ?? vscode.window.activeTextEditor ?? {};
    const checked = document && articles.of(document.uri);
    const actions = await actionsFor(checked, document?.uri);
    const chosen = await pickOne(actions, {
      title: !checked
        ? vscode.l10n.t('House style')
        : isHouseless(checked)
          ? vscode.l10n.t('No house style yet')
          : vscode.l10n.t('House style: {0}', nameOf(checked)),
      placeHolder: checked ? whenceOf(checked) : vscode.l10n.t('What do you want to do?'),
    });
    await chosen?.run();
  }

  async function actionsFor(checked: Checked | undefined, near: vscode.Uri | undefined): Promise<readonly Action[]> {
    const actions: Action[] = [
      {
        label: `$(book) ${vscode.l10n.t('Show House Style')}`,
        detail: vscode.l10n.t('Fields, bylines, credits, checks and people, and where each value comes from'),
        run: () => vscode.commands.executeCommand('copydesk.showHouse'),
      },
    ];
    const file = checked?.houseFile;
    const proposal: Action = {
      label: `$(wand) ${vscode.l10n.t('Set Up This Newsroom…')}`,
      detail:
        file === undefined
          ? vscode.l10n.t('Reads your articles and writes the house style that they follow')
          : vscode.l10n.t('Reads your articles again and proposes what has changed'),
      run: () => vscode.commands.executeCommand(setUp),
    };
    if (await hasSetUp()) {
      if (file === undefined) actions.unshift(proposal);
      else actions.push(proposal);
    }
    if (file === undefined)
      actions.push({
        label: `$(list-selection) ${vscode.l10n.t('Choose Another House Style…')}`,
        detail: vscode.l10n.t('One of those that Copydesk brings, for this folder'),
        run: () => chooseShipped(checked, near),
      });
    else
      actions.splice(1, 0, {
        label: `$(edit) ${vscode.l10n.t('Change It in {0}', lastOf(file))}`,
        detail: vscode.l10n.t('The file that says it; another house to start from is its first setting'),
        run: () => openAtBase(vscode.Uri.parse(file, true)),
      });
    if (checked && isHouseless(checked) && isWanted())
      actions.push({
        label: `$(bell-slash) ${vscode.l10n.t('Do Not Suggest a House Style Here Again')}`,
        run: async () => {
          await context.workspaceState.update(declined, true);
          update();
        },
      });
    return actions;
  }

  /** The built-in houses, in the words of the settings. */
  async function chooseShipped(checked: Checked | undefined, near: vscode.Uri | undefined): Promise<void> {
    const ids = settingOf(context.extension.packageJSON)?.enum ?? [];
    const words = settingOf(context.extension.packageJSON)?.enumDescriptions ?? [];
    const items = ids.map((id, index) => ({
      label: id,
      description: id === checked?.houseId ? vscode.l10n.t('in force') : '',
      detail: words[index] ?? '',
    }));
    const chosen = await pickOne(items, {
      title: vscode.l10n.t('House style'),
      matchOnDetail: true,
      placeHolder: vscode.l10n.t('By which house style are the articles of this folder checked?'),
    });
    if (!chosen) return;
    const folder = near && vscode.workspace.getWorkspaceFolder(near);
    const several = (vscode.workspace.workspaceFolders?.length ?? 0) > 1;
    const target = !vscode.workspace.workspaceFolders?.length
      ? vscode.ConfigurationTarget.Global
      : folder && several
        ? vscode.ConfigurationTarget.WorkspaceFolder
        : vscode.ConfigurationTarget.Workspace;
    await vscode.workspace.getConfiguration('copydesk', near).update('house', chosen.label, target);
  }

  update();
  void vscode.workspace.findFiles('copydesk.yml', undefined, 1).then(([found]) => found && done('house'));
  return vscode.Disposable.from(
    item,
    entry,
    articles.onDidCheck(update),
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.workspace.onDidCloseTextDocument(update),
    vscode.commands.registerCommand('copydesk.houseStyle', told(choose)),
  );
}

interface Entry {
  readonly text: string;
  readonly detail: string;
  readonly command: vscode.Command;
}

interface Action extends vscode.QuickPickItem {
  run(): PromiseLike<unknown>;
}

/** Nobody has decided anything for these articles. */
const isHouseless = ({ houseFile, houseId }: Checked): boolean => houseFile === undefined && houseId === 'plain';

/** A house by its name; one that has none by the folder that it stands in. */
function nameOf(checked: Checked): string {
  if (checked.house !== '') return checked.house;
  if (checked.houseFile === undefined) return vscode.l10n.t('No house style');
  return vscode.Uri.joinPath(vscode.Uri.parse(checked.houseFile, true), '..').path.split('/').at(-1) || checked.houseId;
}

/** Where it comes from. */
function whenceOf(checked: Checked): string {
  if (checked.isHouseUnread)
    return vscode.l10n.t('the house style above this folder is not read: the folder is not trusted');
  if (checked.houseFile !== undefined)
    return vscode.l10n.t('from {0}', vscode.workspace.asRelativePath(vscode.Uri.parse(checked.houseFile, true)));
  return isHouseless(checked)
    ? vscode.l10n.t('There is no copydesk.yml: only what holds for any text is checked.')
    : vscode.l10n.t('Built in, by the setting copydesk.house');
}

const lastOf = (uri: string): string => vscode.Uri.parse(uri, true).path.split('/').at(-1) ?? uri;

async function hasSetUp(): Promise<boolean> {
  return (await vscode.commands.getCommands(true)).includes(setUp);
}

/** Opens a house file where it says which house it starts from. */
async function openAtBase(uri: vscode.Uri): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const at = /^extends:[ \t]*/m.exec(document.getText());
  const place = document.positionAt(at ? at.index + at[0].length : 0);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(place, place) });
}

interface Enumerated {
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
}

interface Manifest {
  readonly contributes?: {
    readonly configuration?: readonly { readonly properties?: Readonly<Record<string, Enumerated>> }[];
  };
}

/** The setting that names a house, as the manifest has it in the editor's language. */
function settingOf(manifest: Manifest): Enumerated | undefined {
  for (const { properties } of manifest.contributes?.configuration ?? []) {
    const found = properties?.['copydesk.house'];
    if (found) return found;
  }
  return undefined;
}
