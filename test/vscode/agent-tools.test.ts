import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, inWindow, press } from '../host/driver.ts';
import { finding, front, newsroom, openFile, shown, tidy } from './window.ts';

const slip = `${front}中国报道讯（苏禾报道）清泉镇•河口镇签约...\n`;

/** What the function that runs in the window sees there. */
declare const document: { querySelector(selector: string): object | null };

/** A person is asked. */
const asks = () => inWindow.evaluate(() => document.querySelector('.monaco-dialog-box') !== null);

async function ask(name: string, input: object): Promise<string> {
  const { content } = await vscode.lm.invokeTool(`copydesk_${name}`, { input, toolInvocationToken: undefined });
  return content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('');
}

describe('the tools of the chat', () => {
  afterEach(tidy);

  it('are known to every agent, with what they take', () => {
    const own = vscode.lm.tools.filter(({ name }) => name.startsWith('copydesk_'));
    assert.deepEqual(own.map(({ name }) => name.slice('copydesk_'.length)).sort(), [
      'check',
      'explain',
      'fix',
      'new',
      'people',
      'render',
    ]);
    for (const { description, inputSchema } of own) assert.ok(description && inputSchema);
  });

  it('find in an unsaved article what the editor shows', async () => {
    const { document } = await openFile('乡村/代理.md', slip);
    await finding(document.uri, 'wrong-ellipsis');
    const words = await ask('check', { paths: ['乡村/代理.md'] });
    const told = [...words.matchAll(/^乡村\/代理\.md:\d+:\d+ \w+ ([\w-]+) /gm)].map(([, check = '']) => check);
    assert.deepEqual(told.sort(), shown(document.uri).sort());
    assert.ok(told.includes('wrong-interpunct'));
  });

  it('draw, explain, begin and name', async () => {
    await openFile('乡村/代理.md', slip);
    assert.match(await ask('render', { path: '乡村/代理.md' }), /^<!doctype html>/);
    assert.match(await ask('explain', { check: 'wrong-dash' }), /wrong-dash/);
    assert.match(await ask('new', { template: 'news', title: '柿子红了' }), /柿子红了/);
    assert.match(await ask('people', { path: '乡村/代理.md' }), /苏禾/);
  });

  it('say why they cannot do what is asked', async () => {
    await assert.rejects(ask('check', { paths: ['../a.md'] }), /not in the newsroom/);
  });

  it('write only what the newsroom lets them, and only when a person agrees', async () => {
    const { document } = await openFile('乡村/代理.md', slip);
    await finding(document.uri, 'wrong-ellipsis');
    const agreed = async (work: Promise<string>): Promise<string> => {
      let settled = false;
      const done = work.finally(() => {
        settled = true;
      });
      done.catch(() => {});
      await eventually('the tool to be allowed', async () => {
        if (!settled && (await asks())) await press('Enter');
        return settled;
      });
      return done;
    };
    await assert.rejects(agreed(ask('fix', { path: '乡村/代理.md', write: true })), /does not let agents write/);
    assert.equal(document.getText(), slip);
    const house = vscode.Uri.joinPath(newsroom(), 'copydesk.yml');
    const before = await vscode.workspace.fs.readFile(house);
    try {
      const allowed = `${new TextDecoder().decode(before)}\nagents: {write: fixes}\n`;
      await vscode.workspace.fs.writeFile(house, new TextEncoder().encode(allowed));
      const words = await eventually('the house to be read again', async () =>
        agreed(ask('fix', { path: '乡村/代理.md', write: true })).catch(() => undefined),
      );
      assert.match(words, /mended/);
      assert.ok(document.getText().includes('清泉镇·河口镇签约……'));
      assert.ok(document.isDirty, 'it can be seen and undone');
    } finally {
      await vscode.workspace.fs.writeFile(house, before);
    }
  });
});
