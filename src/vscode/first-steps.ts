import * as vscode from 'vscode';

/** What the walkthrough ticks once it was really done, not when its button was pressed. */
type Step = 'new' | 'house' | 'check' | 'preview' | 'own';

/**
 * Ticks a step of the walkthrough. The sign is given and taken back each time: VS Code reads the walkthrough when it is
 * first opened, and a sign that stands by then ticks nothing, then or later.
 */
export function done(step: Step): void {
  const sign = (given: boolean) => vscode.commands.executeCommand('setContext', `copydesk.done.${step}`, given);
  void sign(true).then(() => sign(false));
}
