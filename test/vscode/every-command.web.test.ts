import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, inWindow, press } from '../host/driver.ts';
import { finding, front, openFile, tidy } from './window.ts';

/** What the function that runs in the window sees there. */
declare const document: {
  querySelectorAll(selector: string): Iterable<{ readonly textContent: string; readonly offsetParent: object | null }>;
};

/** Something waits for an answer: a list, a box, a dialog, or a page with a button. */
const asks = async () =>
  vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ input }) => input instanceof vscode.TabInputWebview)) ||
  inWindow.evaluate(() =>
    [...document.querySelectorAll('.quick-input-widget, .monaco-dialog-box')].some(
      ({ offsetParent }) => offsetParent !== null,
    ),
  );

/** What went wrong, as the user is told. */
async function errors(): Promise<readonly string[]> {
  await vscode.commands.executeCommand('notifications.showList');
  const found = await inWindow.evaluate(() =>
    [...document.querySelectorAll('.notification-list-item:has(.codicon-error)')].map(({ textContent }) => textContent),
  );
  await vscode.commands.executeCommand('notifications.clearAll');
  return found;
}

describe('every command, where there is no Node', () => {
  afterEach(tidy);
  // Pictures of other sites are allowed for the workspace, in which other suites look whether they are asked for.
  after(() => vscode.commands.executeCommand('copydesk.toggleRemoteImages'));

  it('does what it says, or says why not: none fails', async () => {
    const own = vscode.extensions.getExtension('copydesk.copydesk');
    const commands: readonly string[] = own?.packageJSON.contributes.commands.map(
      ({ command }: { command: string }) => command,
    );
    assert.ok(commands.length > 15);
    await vscode.commands.executeCommand('notifications.clearAll');
    void vscode.window.showErrorMessage('Seen.');
    assert.equal((await errors()).length, 1, 'an error is seen');
    const failed: string[] = [];
    for (const command of commands) {
      // One for each: VS Code reads a file again with the encoding that it was last reopened with.
      const { document: article } = await openFile(
        `乡村/命令-${command}.md`,
        `${front}中国报道讯（苏禾报道）清泉镇•河口镇。\n`,
      );
      await finding(article.uri, 'wrong-interpunct');
      // Some end when their list or dialog is answered, which is with Escape.
      const done = vscode.commands.executeCommand(command).then(undefined, (error: unknown) => {
        failed.push(`${command}: ${String(error)}`);
      });
      let ended = false;
      void done.then(() => {
        ended = true;
      });
      await eventually(`${command} to end or to ask`, async () => ended || (await asks()));
      const told = (await errors()).map((words) => `${command}: ${words}`);
      // A file that is no GBK says so when it has been read as such, sooner or later.
      failed.push(...told.filter((words) => !/copydesk\.reopenWithEncoding\.md.*its own encoding/.test(words)));
      await press('Escape');
      await press('Escape');
      await tidy();
    }
    assert.deepEqual(failed, []);
    // Thirty commands and more, on a slow machine.
  }).timeout(300_000);
});
