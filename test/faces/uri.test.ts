import assert from 'node:assert/strict';
import { joinUri, nameOf, parentUri, relativePath, resolveUri } from '../../src/newsroom/uri.ts';

describe('uris', () => {
  it('finds the folder above', () => {
    assert.equal(parentUri('file:///a/b.md'), 'file:///a');
    assert.equal(parentUri('file:///b.md'), 'file:///');
    assert.equal(parentUri('file:///'), undefined);
    assert.equal(parentUri('vscode-vfs://github/x/y.md'), 'vscode-vfs://github/x');
    assert.equal(parentUri('untitled:Untitled-1'), undefined);
    assert.equal(parentUri('newsroom:/desk/a.md'), 'newsroom:/desk');
  });

  it('writes names as VS Code does', () => {
    assert.equal(joinUri('file:///a', '乡村 (1)', 'x.md'), 'file:///a/%E4%B9%A1%E6%9D%91%20%281%29/x.md');
    assert.equal(nameOf('file:///a/%E4%B9%A1.md'), '乡.md');
    assert.equal(relativePath('file:///a', 'file:///a/%E4%B9%A1/x.md'), '乡/x.md');
    assert.equal(relativePath('file:///a', 'file:///ab/x.md'), undefined);
  });

  it('follows references inside the root and refuses every way out', () => {
    const from = (reference: string) => resolveUri('file:///desk/%E4%B9%A1', 'file:///desk', reference);
    assert.equal(from('图/a b.jpg'), 'file:///desk/%E4%B9%A1/%E5%9B%BE/a%20b.jpg');
    assert.equal(from('../b.jpg'), 'file:///desk/b.jpg');
    assert.equal(from('/b.jpg?x#y'), 'file:///desk/b.jpg');
    for (const out of [
      '../../b.jpg',
      '%2e%2e/%2e%2e/b.jpg',
      '..%2f..%2fb.jpg',
      '..\\..\\b.jpg',
      'file:///etc/x',
      '//host/x',
      'C:/x',
      '\0',
      '%',
    ]) {
      assert.equal(from(out), undefined, out);
    }
  });
});
