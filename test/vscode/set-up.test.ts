import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, inPanel, press, screenshot } from '../host/driver.ts';
import { daily } from '../setup/archives.ts';
import { newsroom, tidy, untilServerKnows } from './window.ts';

/** What the functions that run in the page see there. */
declare const document: {
  readonly body: { readonly innerText: string };
  readonly activeElement: { readonly id: string } | null;
  getElementById(id: string): { readonly innerText: string; focus(): void } | null;
};

const at = (path: string): vscode.Uri => vscode.Uri.joinPath(newsroom(), ...path.split('/'));

async function textOf(path: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(at(path)));
}

describe('Set Up This Newsroom', () => {
  before(async () => {
    await tidy();
    for (const [name] of await vscode.workspace.fs.readDirectory(newsroom()))
      if (!name.startsWith('.')) await vscode.workspace.fs.delete(at(name), { recursive: true });
    for (const [path, text] of Object.entries(daily(40)))
      await vscode.workspace.fs.writeFile(at(path), new TextEncoder().encode(text));
    await untilServerKnows();
  });
  afterEach(tidy);

  it('shows what the articles say, writes what is decided, and opens it', async () => {
    await vscode.commands.executeCommand('copydesk.setUp');
    await inPanel.waitFor('h1');
    const shown = await inPanel.evaluate(() => document.body.innerText);
    assert.match(shown, /40 articles were read/);
    assert.match(shown, /本报讯（记者\{reporters\}） \d+/);
    await screenshot('set-up');
    // An answer changes the file that is shown, by keys alone.
    await inPanel.click('.decision[data-id="bylines"] select');
    await press('Escape');
    await press('End');
    await eventually('the file without forms', async () =>
      inPanel.evaluate(() => !(document.getElementById('text')?.innerText ?? 'forms:').includes('forms:')),
    );
    await press('Home');
    await eventually('the file with forms', async () =>
      inPanel.evaluate(() => (document.getElementById('text')?.innerText ?? '').includes('forms:')),
    );
    await inPanel.evaluate(() => document.getElementById('write')?.focus());
    await press('Enter');
    await eventually('the house file in the editor', () =>
      vscode.window.activeTextEditor?.document.uri.path.endsWith('/copydesk.yml'),
    );
    assert.match(await textOf('copydesk.yml'), /- 本报讯（记者\{reporters\}） {2}# \d+/);
    assert.match(await textOf('staff.yml'), /陆晓晴/);
    assert.match(await textOf('templates/article.md'), /\{\{byline\}\}/);
    await screenshot('set-up-written');
  });

  it('shows a newsroom that has a house what is new in its articles, and adds it where it stands', async () => {
    const before = await textOf('copydesk.yml');
    for (let index = 1; index <= 3; index++)
      await vscode.workspace.fs.writeFile(
        at(`content/posts/体育/2025-01-0${index}-bisai.md`),
        new TextEncoder().encode(
          `---\ntitle: 村里的第${index}场球赛\ndate: 2025-01-0${index}T10:00:00+08:00\ncategories: 体育\nauthor: 林望舒\n---\n\n本报讯（记者林望舒）比赛在周末举行，镇上的人都来了，看台上坐不下。\n`,
        ),
      );
    await vscode.commands.executeCommand('copydesk.setUp');
    await inPanel.waitFor('h1');
    assert.match(await inPanel.evaluate(() => document.body.innerText), /体育/);
    await screenshot('set-up-new');
    await inPanel.click('#write');
    await eventually('the column in the house file', async () => (await textOf('copydesk.yml')).includes('体育'));
    const lines = (await textOf('copydesk.yml')).split('\n');
    assert.deepEqual(
      before.split('\n').filter((line) => !lines.includes(line) && !line.includes('values:')),
      [],
    );
  });
});
