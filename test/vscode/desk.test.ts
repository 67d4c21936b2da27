import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { checkAccess, eventually, inPanel, inWindow, onDisk, press, screenshot, type } from '../host/driver.ts';
import { newsroom, replace, tidy, untilServerKnows } from './window.ts';

/** What the functions that run in the page see there. */
interface Row {
  readonly textContent: string;
  readonly id: string;
  getAttribute(name: string): string | null;
}
declare const document: {
  readonly activeElement: { readonly id: string } | null;
  querySelector(selector: string): (Row & { scrollTop: number; readonly scrollHeight: number }) | null;
  querySelectorAll(selector: string): Iterable<Row>;
};

const at = (path: string): vscode.Uri => vscode.Uri.joinPath(newsroom(), ...path.split('/'));

const article = (title: string, more = ''): string =>
  `---\ntitle: ${title}\ncolumn: 乡村\nsource: 中国报道\npublished: 2026-05-04 09:30:00\nreporters: [苏禾]\neditor: 尚林溪\n${more}---\n\n中国报道讯（苏禾报道）清泉镇的柿子红了。\n\n责任编辑：尚林溪\n`;

async function write(path: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(at(path), new TextEncoder().encode(text));
}

async function read(path: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(at(path)));
}

async function empty(): Promise<void> {
  for (const [name] of await vscode.workspace.fs.readDirectory(newsroom()))
    if (!name.startsWith('.')) await vscode.workspace.fs.delete(at(name), { recursive: true });
}

/** The rows that are drawn, in their order. */
const rows = (): Promise<readonly string[]> =>
  inPanel.evaluate(() => [...document.querySelectorAll('.row')].map(({ textContent }) => textContent));

const titles = (): Promise<readonly string[]> =>
  inPanel.evaluate(() => [...document.querySelectorAll('.row .title')].map(({ textContent }) => textContent));

const said = (): Promise<string> => inPanel.evaluate(() => document.querySelector('#count')?.textContent ?? '');

const focused = (): Promise<string> => inPanel.evaluate(() => document.activeElement?.id ?? '');

async function search(text: string): Promise<void> {
  await vscode.commands.executeCommand('copydesk.searchDesk');
  await eventually('the search', async () => (await focused()) === 'query');
  await press('Control+A');
  await press('Backspace');
  await type(text);
}

async function toList(): Promise<void> {
  await press('ArrowDown');
  await eventually('the list', async () => (await focused()) === 'list');
}

describe('the desk', () => {
  before(async () => {
    await tidy();
    await empty();
    await write('copydesk.yml', 'extends: china-report\n');
    await write('乡村/柿子.md', article('河湾镇的柿子红了', 'stage: draft\n'));
    await write('乡村/渡口.md', article('海州渡口最后一班船', 'stage: draft\n'));
    await write('乡村/夜校.md', article('柳叶渡办起夜校', 'stage: ready\n'));
    await write('乡村/病稿.md', article('城乡公交开到村口•票价两元', 'stage: draft\n'));
    await untilServerKnows();
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.view.explorer');
    await tidy();
  });

  it('opens with every article in it, and what is wrong with each a moment later', async () => {
    await vscode.commands.executeCommand('copydesk.showDesk');
    await inPanel.waitFor('.row');
    await eventually('four articles, checked', async () => {
      const all = await rows();
      return all.length === 4 && all.every((text) => /\d characters/.test(text));
    });
    const faulty = (await rows()).find((text) => text.includes('城乡公交')) ?? '';
    assert.match(faulty, /errors 1.*2026-05-04 09:30.*乡村.*苏禾/);
    await eventually('all looked at', async () => (await said()) === '4 articles');
    assert.deepEqual(
      await inPanel.evaluate(() =>
        [...document.querySelectorAll('[role=group]')].map((one) => one.getAttribute('aria-label')),
      ),
      ['Draft', 'Ready'],
    );
    await screenshot('desk');
    assert.deepEqual(await checkAccess(), { panel: [], page: [] });
  });

  it('finds by pinyin and by initials', async () => {
    await search('hewan');
    await eventually('the article that sounds so', async () => (await titles()).join() === '河湾镇的柿子红了');
    await search('hzdk');
    await eventually('the article with these initials', async () => (await titles()).join() === '海州渡口最后一班船');
    assert.match(await said(), /^1 of 4 articles/);
    await press('Escape');
    await eventually('all articles', async () => (await titles()).length === 4);
  });

  it('changes the stage of several at once, by keys alone', async () => {
    await search('');
    await toList();
    await press('Home');
    await press('Shift+ArrowDown');
    await press('Shift+ArrowDown');
    await eventually('three selected', async () => /3 selected/.test(await said()));
    await screenshot('desk-selected');
    const done = vscode.commands.executeCommand('copydesk.deskChangeStage');
    await eventually('the stages', () =>
      inWindow.evaluate(() =>
        [...document.querySelectorAll('.quick-input-widget .monaco-list-row')].some(({ textContent }) =>
          textContent.includes('Published'),
        ),
      ),
    );
    await type('Ready');
    await press('Enter');
    await done;
    for (const path of ['乡村/柿子.md', '乡村/渡口.md', '乡村/病稿.md'])
      assert.match(await read(path), /^stage: ready$/m, path);
    await eventually('no draft in the list', async () =>
      inPanel.evaluate(
        () =>
          [...document.querySelectorAll('[role=group]')].map((one) => one.getAttribute('aria-label')).join() ===
          'Ready',
      ),
    );
    assert.ok(vscode.workspace.textDocuments.every(({ isDirty }) => !isDirty));
  });

  it('opens an article with Enter, and follows what is typed in it', async () => {
    await search('shizi');
    await eventually('one article', async () => (await titles()).length === 1);
    await toList();
    await press('Enter');
    await eventually('the article in an editor', () =>
      vscode.window.activeTextEditor?.document.uri.path.endsWith('/柿子.md'),
    );
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    await replace(editor, '河湾镇的柿子红了', '河湾镇的柿子•熟了');
    await eventually('its new title and its fault', async () =>
      (await rows()).some((text) => text.includes('柿子•熟了') && text.includes('errors 1')),
    );
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await eventually('its old title', async () => (await rows()).some((text) => text.includes('柿子红了')));
  });

  it('lists what comes and goes with its folder', async () => {
    await search('');
    await write('临时/一.md', article('集市三天'));
    await write('临时/二.md', article('灯会两晚'));
    await eventually('six articles', async () => (await said()).startsWith('6 articles'));
    await vscode.workspace.fs.rename(at('临时'), at('长期'));
    await eventually('the folder’s articles in their new place', async () =>
      (await rows()).some((text) => text.includes('集市三天')) ? (await said()).startsWith('6 articles') : undefined,
    );
    // As git puts another branch's folder in its place, while the editor still has a document of the old one.
    await vscode.workspace.openTextDocument(at('长期/一.md'));
    await onDisk.remove('长期');
    await onDisk.write('长期/三.md', article('龙舟一日'));
    await eventually('the folder’s other article', async () =>
      (await rows()).some((text) => text.includes('龙舟一日')) ? (await said()).startsWith('5 articles') : undefined,
    );
    await vscode.workspace.fs.delete(at('长期'), { recursive: true });
    await eventually('four articles', async () => (await said()).startsWith('4 articles'));
  });

  it('has a menu for what is selected', async () => {
    await search('');
    await inPanel.click('.row', { button: 'right' });
    await inWindow.waitFor('.monaco-menu >> text=Change Stage of Selected Articles…');
    await screenshot('desk-menu');
    await press('Escape');
  });

  it('shows a day’s list', async () => {
    await vscode.commands.executeCommand('workbench.view.explorer');
    await vscode.commands.executeCommand('copydesk.dayList', '2026-05-04');
    await inPanel.waitFor('td.title');
    assert.match(await inPanel.evaluate(() => document.querySelector('table')?.textContent ?? ''), /河湾镇的柿子红了/);
    await screenshot('desk-day');
    assert.deepEqual(await checkAccess(), { panel: [], page: [] });
    await tidy();
  });

  it('takes a thousand articles', async function () {
    this.timeout(120_000);
    const count = 1000;
    for (let from = 0; from < count; from += 100)
      await Promise.all(
        Array.from({ length: 100 }, (_, index) =>
          write(
            `栏目${(from + index) % 20}/稿件${from + index}.md`,
            article(`第${from + index}篇稿件`, `stage: ${['draft', 'ready', 'published'][index % 3]}\n`),
          ),
        ),
      );
    await vscode.commands.executeCommand('copydesk.showDesk');
    await eventually('rows', async () => (await rows()).length > 0, 120_000);
    await eventually(
      'all of them',
      async () =>
        (await said()).startsWith(`${(count + 4).toLocaleString('en')} articles`) ||
        (await said()).startsWith(`${count + 4} articles`),
      120_000,
    );
    assert.ok((await rows()).length < 80, 'only those in sight are drawn');
    await inPanel.click('.row');
    await press('End');
    await eventually('the last article', async () =>
      inPanel.evaluate(() => {
        const active = document.querySelector('#active');
        return active !== null && active.getAttribute('aria-posinset') === active.getAttribute('aria-setsize');
      }),
    );
    await inPanel.wheel('#scroll', -3000);
    await eventually('rows further up', async () =>
      inPanel.evaluate(() => {
        const place = document.querySelector('#scroll');
        return place !== null && place.scrollTop > 0 && place.scrollTop < place.scrollHeight - 3000;
      }),
    );
    await search('di42p');
    await eventually('the one that sounds so', async () => (await titles()).join() === '第42篇稿件');
    await search('');
    await screenshot('desk-many');
  });
});
