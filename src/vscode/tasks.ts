import * as vscode from 'vscode';
import type { FoundThere, NewsroomCount } from '../server/newsroom-protocol.ts';
import type { Desk } from './client.ts';
import { gitOf } from './git.ts';
import { describeAll } from './status.ts';
import { uncommitted } from './uncommitted.ts';

/** What a task checks: everything, or the lines that are not committed yet. */
type Scope = 'newsroom' | 'changes';

/** A task as `tasks.json` has it. */
interface Definition extends vscode.TaskDefinition {
  readonly type: 'copydesk';
  readonly check: Scope;
  /** A folder of the workspace folder, or one article; absent: all of it. */
  readonly path?: string;
}

function isDefinition(definition: vscode.TaskDefinition): definition is Definition {
  const { type, check, path } = definition;
  return (
    type === 'copydesk' &&
    (check === 'newsroom' || check === 'changes') &&
    ['undefined', 'string'].includes(typeof path)
  );
}

/**
 * Tasks of type `copydesk`: what Check the Newsroom finds, a line each as compilers write them, in a terminal. The server
 * checks, so that it is the editor's verdict, and unsaved texts count; the findings stand in Problems by themselves. A
 * task ends with 1 where there are errors, so that others can depend on it.
 */
export function registerTasks(desk: Desk): vscode.Disposable {
  const taskOf = (definition: Definition, scope: vscode.WorkspaceFolder): vscode.Task => {
    const names = {
      newsroom: vscode.l10n.t('check the newsroom'),
      changes: vscode.l10n.t('check what I changed'),
    };
    const execution = new vscode.CustomExecution(async (resolved) =>
      terminalOf(desk, isDefinition(resolved) ? resolved : definition, scope),
    );
    // What was found is in Problems already: a matcher would list it twice.
    const task = new vscode.Task(definition, scope, names[definition.check], 'copydesk', execution, []);
    task.detail = {
      newsroom: vscode.l10n.t('All articles of the folder, as `copydesk check` does'),
      changes: vscode.l10n.t('Lines that are not committed yet, as `copydesk check --changed` does'),
    }[definition.check];
    task.presentationOptions = { clear: true };
    return task;
  };
  return vscode.tasks.registerTaskProvider('copydesk', {
    provideTasks: () =>
      (vscode.workspace.workspaceFolders ?? []).flatMap((folder) =>
        (['newsroom', 'changes'] as const).map((check) => taskOf({ type: 'copydesk', check }, folder)),
      ),
    resolveTask({ definition, scope }) {
      const folder = typeof scope === 'object' ? scope : vscode.workspace.workspaceFolders?.[0];
      return isDefinition(definition) && folder ? taskOf(definition, folder) : undefined;
    },
  });
}

/** A terminal in which a check runs. */
function terminalOf(desk: Desk, { check, path }: Definition, folder: vscode.WorkspaceFolder): vscode.Pseudoterminal {
  const written = new vscode.EventEmitter<string>();
  const closed = new vscode.EventEmitter<number>();
  const stopped = new vscode.CancellationTokenSource();
  const line = (text: string): void => written.fire(`${text}\r\n`);
  const root = path === undefined ? folder.uri : vscode.Uri.joinPath(folder.uri, path);

  async function run(): Promise<number> {
    const git = check === 'changes' ? await gitOf() : undefined;
    const repository = git?.getRepository(root);
    if (check === 'changes' && !repository) {
      line(vscode.l10n.t('There is no Git here that could say what changed.'));
      return 2;
    }
    const changes = repository ? { changes: await uncommitted(desk, [repository]) } : {};
    const result: NewsroomCount = await desk.ask(
      'copydesk/checkNewsroom',
      { uri: desk.uri(root), listed: true, ...changes },
      stopped.token,
    );
    for (const found of [...(result.found ?? [])].sort(inOrder)) line(asLine(found, folder));
    line(
      `${vscode.l10n.t('{0} articles checked. {1}', result.files, describeAll(result).replace(/^Copydesk[:：]\s*/, ''))}`,
    );
    return result.counts.error > 0 ? 1 : 0;
  }

  return {
    onDidWrite: written.event,
    onDidClose: closed.event,
    open() {
      run().then(
        (code) => closed.fire(code),
        (error: unknown) => {
          if (!stopped.token.isCancellationRequested) line(error instanceof Error ? error.message : String(error));
          closed.fire(2);
        },
      );
    },
    close: () => stopped.cancel(),
    handleInput(keys) {
      // Ctrl+C.
      if (keys === '\x03') stopped.cancel();
    },
  };
}

function inOrder(one: FoundThere, other: FoundThere): number {
  if (one.uri !== other.uri) return one.uri < other.uri ? -1 : 1;
  return one.line - other.line || one.column - other.column;
}

/** As `--format unix` writes a finding, which `$copydesk` reads; a name or message cannot begin a line of its own. */
function asLine({ uri, line, column, severity, message, check }: FoundThere, folder: vscode.WorkspaceFolder): string {
  const { path } = vscode.Uri.parse(uri, true);
  const root = `${folder.uri.path.replace(/\/$/, '')}/`;
  return [
    `${path.startsWith(root) ? path.slice(root.length) : path}:${line}:${column}:`,
    `${severity}:`,
    message,
    `[${check}]`,
  ]
    .join(' ')
    .replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, ' ');
}
