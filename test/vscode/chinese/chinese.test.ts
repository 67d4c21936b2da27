import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, inPreview, inWindow, press, screenshot, type } from '../../host/driver.ts';
import { actionsAt, finding, front, notified, openFile, openList, rangeOf, tidy } from '../window.ts';

/** What the functions that run in the window see there. */
declare const document: {
  querySelector(selector: string): { readonly textContent: string } | null;
  querySelectorAll(selector: string): Iterable<{
    readonly textContent: string;
    readonly children: readonly { readonly children: Iterable<{ readonly className: string }> }[];
  }>;
};

describe('for a Chinese user', () => {
  afterEach(tidy);

  it('says its findings, fixes and counts in Chinese', async () => {
    const editor = await openFile('乡村/中文.md', `${front}中国报道讯（苏禾）清泉镇•河口镇签约。\n`);
    const found = await finding(editor.document.uri, 'wrong-interpunct');
    assert.match(found.message, /间隔号|“•”|应为/);
    const actions = await actionsAt(editor.document.uri, found.range);
    const titles = actions
      .filter(({ kind }) => kind?.value === 'quickfix')
      .map(({ title }) => title)
      .join('\n');
    assert.match(titles, /此处豁免“间隔号”检查/);
    assert.doesNotMatch(titles, /[A-Za-z]{4,} [a-z]{3,} /);
    await eventually('a count in Chinese', () =>
      inWindow.evaluate(() =>
        / 字$/m.test(
          document.querySelector('[id="copydesk.copydesk.copydesk.article"]')?.textContent.replaceAll('\u00a0', ' ') ??
            '',
        ),
      ),
    );
    editor.selection = new vscode.Selection(found.range.start, found.range.start);
    await vscode.commands.executeCommand('editor.action.showHover');
    await inWindow.waitFor('.monaco-hover .hover-contents');
    await screenshot('hover');
    await press('Escape');
    await press('Control+.');
    await inWindow.waitFor('.action-widget');
    await screenshot('quick-fix');
    await press('Escape');
  });

  it('has its commands in the palette in Chinese', async () => {
    const editor = await openFile('乡村/命令.md', `${front}清泉镇•河口镇。\n`);
    await finding(editor.document.uri, 'wrong-interpunct');
    await vscode.commands.executeCommand('workbench.action.quickOpen', '>Copydesk: ');
    await inWindow.waitFor('.quick-input-widget .monaco-list-row');
    await screenshot('palette');
    // The list draws only the rows in sight.
    const seen = new Set<string>();
    const wanted = [
      '按模板新建稿件…',
      '修正全部可放心修正的问题',
      '检查本稿',
      '检查全部稿件',
      '在侧边预览页面',
      '查看本社规范',
      '插入稿件部件…',
      '用复制的网页新建稿件',
    ];
    await eventually('the commands', async () => {
      const rows = await inWindow.evaluate(() =>
        [...document.querySelectorAll('.quick-input-widget .monaco-list-row')].map((row) => row.textContent),
      );
      for (const row of rows) for (const title of wanted) if (row.includes(title)) seen.add(title);
      if (seen.size === wanted.length) return true;
      await press('PageDown');
      return false;
    });
    await press('Escape');
  });

  it('asks for a new article in Chinese, and completes its fields', async () => {
    await openList('Control+Alt+n');
    await type('消息');
    await screenshot('templates');
    await press('Enter');
    await eventually('the question for the title', () =>
      inWindow.evaluate(() => [...document.querySelectorAll('.quick-input-widget .monaco-list-row')].length === 0),
    );
    await press('Enter');
    await screenshot('title');
    await type('清泉镇的柿子熟了');
    await press('Enter');
    await inWindow.waitFor('.quick-input-widget .monaco-list-row');
    await screenshot('columns');
    await press('Enter');
    const editor = await eventually(
      'the new article',
      () => vscode.window.activeTextEditor?.document.getText().includes('柿子熟了') && vscode.window.activeTextEditor,
    );
    await screenshot('new-article');
    await press('Escape');
    const fence = editor.document.getText().indexOf('\n---', 4);
    const place = editor.document.positionAt(fence);
    editor.selection = new vscode.Selection(place, place);
    await vscode.window.showTextDocument(editor.document);
    await press('Enter');
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    await inWindow.waitFor('.suggest-widget .monaco-list-row');
    await screenshot('completion');
    await press('Escape');
  });

  it('previews the page of a sample article', async () => {
    const [file] = await vscode.workspace.findFiles('乡村/*.md');
    assert.ok(file);
    const document = await vscode.workspace.openTextDocument(file);
    await vscode.window.showTextDocument(document);
    await eventually('a preview', async () => {
      await vscode.commands.executeCommand('copydesk.openPreview');
      return vscode.window.tabGroups.all.length > 1;
    });
    await inPreview.waitFor('h1');
    await screenshot('preview');
  });

  it('checks the newsroom and says what it found', async () => {
    await vscode.commands.executeCommand('copydesk.checkNewsroom');
    await notified('已检查');
    await vscode.commands.executeCommand('workbench.actions.view.problems');
    await screenshot('newsroom');
  });

  it('shows the house style, and asks what is written instead of a word', async () => {
    const editor = await openFile('乡村/规范.md', `${front}清泉镇•河口镇。\n`);
    const found = await finding(editor.document.uri, 'wrong-interpunct');
    editor.selection = new vscode.Selection(found.range.start.translate(0, -3), found.range.start);
    const asked = vscode.commands.executeCommand('copydesk.addTerm');
    await inWindow.waitFor('.quick-input-widget .quick-input-message >> text=“清泉镇”');
    await screenshot('add-to-terms');
    await press('Escape');
    await asked;
    await vscode.commands.executeCommand('copydesk.showHouse');
    await inPreview.waitFor('h1 >> text=中国报道网云岫站');
    await inPreview.waitFor('text=首选');
    await screenshot('house');
  });

  it('shows the walkthrough', async () => {
    await vscode.commands.executeCommand('workbench.action.openWalkthrough', 'copydesk.copydesk#start', false);
    await inWindow.waitFor('.gettingStartedContainer >> text=新建稿件');
    await inPreview.waitFor('text=不会覆盖已有文件');
    await screenshot('walkthrough');
  });

  it('highlights bylines, credits and allowances', async () => {
    const text = [
      `${front}中国报道讯（苏禾 通讯员尚林溪）近日，**清泉镇**举行座谈会，“一树红果”成了产业。\n`,
      '![柿子林](../图片/清泉.jpg)\n',
      '图为清泉镇的柿子林。（尚林溪 摄）\n',
      '<!-- allow wrong-dash: 集团自己的写法 -->',
      '清泉--河口，三年修成一条路。\n',
      '延伸阅读：柿子怎样进城\n',
      '责任编辑：苏禾\n',
    ].join('\n');
    const editor = await openFile('乡村/高亮.md', text);
    editor.selection = new vscode.Selection(
      rangeOf(editor.document, '近日').start,
      rangeOf(editor.document, '近日').start,
    );
    // Words of the byline are coloured apart from the text about them.
    await eventually('colours', () =>
      inWindow.evaluate(() =>
        [...document.querySelectorAll('.view-line')].some(
          ({ textContent, children }) =>
            textContent.includes('通讯员') &&
            new Set([...(children[0]?.children ?? [])].map(({ className }) => className)).size > 2,
        ),
      ),
    );
    await screenshot('highlighting');
  });
});
