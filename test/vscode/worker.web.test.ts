import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { finding, front, openFile, tidy } from './window.ts';

describe('in a web worker', () => {
  afterEach(tidy);

  it('runs without Node, server and all', async () => {
    const { document } = await openFile('乡村/网页.md', `${front}中国报道讯（苏禾）清泉镇•河口镇签约。\n`);
    await finding(document.uri, 'wrong-interpunct');
    const extension = vscode.extensions.getExtension('copydesk.copydesk');
    assert.ok(extension?.isActive);
    assert.equal(extension.exports.client.constructor.name.length > 0, true);
    assert.equal(typeof (globalThis as { importScripts?: unknown }).importScripts, 'function');
  });
});
