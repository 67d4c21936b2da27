import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, inWindow, onDisk, screenshot } from '../../host/driver.ts';
import { finding, front, openFile, tidy } from '../window.ts';

/** What the functions that run in the window see there. */
declare const document: {
  querySelectorAll(selector: string): Iterable<{ readonly textContent: string }>;
};

/** Waits for a toast, and returns what it says. */
function toast(what: RegExp): Promise<string> {
  return eventually(`a toast that says ${what.source}`, async () => {
    const said = await inWindow.evaluate(() =>
      [...document.querySelectorAll('.notifications-toasts.visible .notification-list-item-message')].map(
        ({ textContent }) => textContent,
      ),
    );
    return said.find((text) => what.test(text));
  });
}

describe('what a person is told', () => {
  afterEach(tidy);

  it('is the outcome of Check the Newsroom, with a way to the problems', async () => {
    await vscode.commands.executeCommand('copydesk.checkNewsroom');
    const said = await toast(/articles checked/);
    assert.match(said, /^\d+ articles checked\..*\d/);
    await screenshot('checked');
    await inWindow.click('.notifications-toasts >> text=Show Problems');
    await inWindow.waitFor('.markers-panel');
  });

  it('is that an article was copied for WeChat', async () => {
    const { document: article } = await openFile('乡村/微信.md', `${front}中国报道讯（苏禾报道）清泉镇。\n`);
    await vscode.commands.executeCommand('copydesk.copyForWechat', article.uri);
    assert.match(await toast(/WeChat/), /^Copied\./);
    await screenshot('copied');
  });

  it('is what Fix All did', async () => {
    const { document: article } = await openFile(
      '乡村/全改.md',
      `${front}中国报道讯（苏禾报道）清泉镇•河口镇签约。\n\n第二段•还有。\n`,
    );
    await finding(article.uri, 'wrong-interpunct');
    await vscode.commands.executeCommand('copydesk.fixAll');
    await inWindow.waitFor(':is(.notifications-toasts, .statusbar) >> text=/2 fixed/');
    await screenshot('fixed');
  });

  it('is how far a check of the newsroom has come, and what was checked when it is stopped', async () => {
    const paragraph = '清泉镇的柿子红了，客商在老屋里过秤，河口镇也收了货。'.repeat(40);
    const many = 600;
    const text = `${front}中国报道讯（苏禾报道）${Array(8).fill(paragraph).join('\n\n')}\n`;
    for (let n = 0; n < many; n++) await onDisk.write(`乡村/很多/${n}.md`, text);
    const done = vscode.commands.executeCommand('copydesk.checkNewsroom');
    await toast(/Checking the newsroom.*\d+/);
    await screenshot('progress');
    await inWindow.click('.notifications-toasts .notification-list-item-buttons-container >> text=Cancel');
    await done;
    const said = await toast(/^Stopped\./);
    const [, checked] = /^Stopped\. (\d+) articles checked/.exec(said) ?? [];
    assert.ok(Number(checked) < many, said);
    await screenshot('stopped');
  });
});
