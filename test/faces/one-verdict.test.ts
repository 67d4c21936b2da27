import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { article } from '../cli/newsroom.ts';
import { bothFaces, checkIn, type Newsroom, newsroom, openFolder } from './faces.ts';

const slip = article('他说，第一车番茄今早已经装好了...车队六点出发。');

describe('one verdict, whichever folder is opened and whoever asks', () => {
  let room: Newsroom;
  afterEach(() => room.remove());

  /** The same verdict in each of the folders, by both faces. */
  async function agree(path: string, folders: readonly string[], expected: readonly string[]): Promise<void> {
    for (const folder of folders) {
      const { server, cli } = await bothFaces(room, folder, path);
      assert.deepEqual({ folder, server, cli }, { folder, server: expected, cli: expected });
    }
  }

  it('reads a house above the opened folder', async () => {
    room = newsroom({
      'copydesk.yml': 'extends: china-report\nchecks: {wrong-ellipsis: off, duplicate-article: off}\n',
      'sub/a.md': slip,
      'sub/deep/b.md': slip,
    });
    await agree('sub/a.md', ['', 'sub'], []);
    await agree('sub/deep/b.md', ['', 'sub', 'sub/deep'], []);
  });

  it('knows the staff of a house above', async () => {
    room = newsroom({
      'copydesk.yml': 'extends: china-report\n',
      'staff.yml': 'staff: [苗景行]\n',
      'sub/a.md': article(),
    });
    await agree('sub/a.md', ['', 'sub'], ['unknown-person', 'unknown-person']);
  });

  it('takes the nearest house, not the outermost', async () => {
    room = newsroom({
      'copydesk.yml': 'extends: china-report\nchecks: {wrong-ellipsis: off}\n',
      'sub/copydesk.yml': 'extends: china-report\n',
      'sub/deep/a.md': slip,
    });
    await agree('sub/deep/a.md', ['', 'sub', 'sub/deep'], ['wrong-ellipsis']);
  });

  it('leaves out what a house above leaves out, from the folder of the file that says so', async () => {
    room = newsroom({
      'copydesk.yml': 'extends: china-report\nignore: [sub/old/, /top.md, "_*.md"]\n',
      'sub/copydesk.yml': 'extends: ../copydesk.yml\n',
      'sub/old/a.md': slip,
      'sub/top.md': slip,
      'sub/_b.md': slip,
    });
    for (const cwd of ['.', 'sub']) {
      assert.deepEqual(await checkIn(room, cwd, `sub/old/a.md`), ['not checked'], cwd);
      assert.deepEqual(await checkIn(room, cwd, `sub/_b.md`), ['not checked'], cwd);
      assert.deepEqual(await checkIn(room, cwd, `sub/top.md`), ['wrong-ellipsis'], cwd);
    }
    for (const folder of ['', 'sub', 'sub/old']) {
      const opened = await openFolder(room, folder);
      const left = await opened.open('sub/old/a.md');
      assert.deepEqual(await opened.findings(left), [], folder);
      const kept = await opened.open('sub/top.md');
      assert.deepEqual(await opened.findings(kept), ['wrong-ellipsis'], folder);
      await opened.stop();
    }
  });

  it('reads patterns of a house that lies beside from the house below', async () => {
    room = newsroom({
      '.git/HEAD': '',
      'common/base.yml': 'extends: china-report\nignore: [drafts/]\n',
      'sub/copydesk.yml': 'extends: ../common/base.yml\n',
      'sub/drafts/a.md': slip,
      'sub/b.md': slip,
    });
    for (const cwd of ['.', 'sub']) {
      assert.deepEqual(await checkIn(room, cwd, 'sub/drafts/a.md'), ['not checked'], cwd);
      assert.deepEqual(await checkIn(room, cwd, 'sub/b.md'), ['wrong-ellipsis'], cwd);
    }
  });

  it('finds pictures beside the house’s folder and above the opened one, in the newsroom as a whole', async () => {
    const shown = article('![](../图片/a.jpg)\n\n一名菜农在装车。陆晓晴 摄');
    room = newsroom({
      'copydesk.yml': 'extends: none\n',
      'sub/copydesk.yml': 'extends: none\n',
      'sub/a.md': shown,
      '图片/a.jpg': '',
    });
    const only = (checks: readonly string[]) => checks.filter((check) => check === 'missing-image');
    for (const folder of ['', 'sub']) {
      const { server, cli } = await bothFaces(room, folder, 'sub/a.md');
      assert.deepEqual([only(server), only(cli)], [[], []], folder);
    }
    room.remove();
    // No house at the top, but a repository.
    room = newsroom({ 'sub/copydesk.yml': 'extends: none\n', 'sub/a.md': shown, '图片/a.jpg': '' });
    mkdirSync(join(room.root, '.git'));
    for (const folder of ['', 'sub']) {
      const { server, cli } = await bothFaces(room, folder, 'sub/a.md');
      assert.deepEqual([only(server), only(cli)], [[], []], folder);
    }
    room.remove();
    // Out of the newsroom: others do not have it.
    room = newsroom({ 'desk/copydesk.yml': 'extends: none\n', 'desk/a.md': shown, '图片/a.jpg': '' });
    const { server, cli } = await bothFaces(room, 'desk', 'desk/a.md');
    assert.deepEqual([only(server), only(cli)], [['missing-image'], ['missing-image']]);
  });

  it('follows a chain of house files of any length', async () => {
    for (const length of [2, 16, 17, 18, 40]) {
      const files: Record<string, string> = { 'a.md': slip };
      for (let index = 0; index < length; index++) {
        const name = index === 0 ? 'copydesk.yml' : `base-${index}.yml`;
        files[name] =
          index === length - 1
            ? 'extends: china-report\nchecks: {wrong-ellipsis: off}\n'
            : `extends: ./base-${index + 1}.yml\n`;
      }
      room = newsroom(files);
      await agree('a.md', [''], []);
      assert.equal((await room.run(['check'])).code, 0, `${length}`);
      if (length < 40) room.remove();
    }
  });

  it('tells a circle only in the files that are in it', async () => {
    room = newsroom({
      'copydesk.yml': 'extends: ./b.yml\n',
      'b.yml': 'extends: ./c.yml\n',
      'c.yml': 'extends: ./folder/../b.yml\n',
      'a.md': article(),
    });
    const { out } = await room.run(['check', '--format', 'json']);
    const told = JSON.parse(out).files.filter((file: { findings: unknown[] }) => file.findings.length > 0);
    assert.deepEqual(
      told.map(({ path }: { path: string }) => path),
      ['b.yml'],
    );
    const opened = await openFolder(room, '');
    await opened.open('a.md');
    assert.deepEqual(await opened.findings(opened.uri('b.yml')), ['house-file']);
    assert.deepEqual(opened.messages(opened.uri('copydesk.yml')), []);
    await opened.stop();
  });

  it('does not read a house above a folder that is not trusted', async () => {
    room = newsroom({
      'copydesk.yml': 'extends: china-report\nchecks: {wrong-ellipsis: off}\n',
      'sub/a.md': slip,
    });
    const opened = await openFolder(room, 'sub', { trusted: false });
    const document = await opened.open('sub/a.md');
    assert.deepEqual(await opened.findings(document), ['wrong-ellipsis']);
    await opened.stop();
  });

  it('counts unsaved edits of a base house of any name', async () => {
    room = newsroom({
      'copydesk.yml': 'extends: ./base.yml\n',
      'base.yml': 'extends: china-report\n',
      'a.md': slip,
    });
    const opened = await openFolder(room, '');
    const document = await opened.open('a.md');
    assert.deepEqual(await opened.findings(document), ['wrong-ellipsis']);
    const base = await opened.open('base.yml', room.read('base.yml'), 'yaml');
    await opened.client.sendNotification('textDocument/didChange', {
      textDocument: { uri: base, version: 9 },
      contentChanges: [{ text: 'extends: china-report\nchecks: {wrong-ellipsis: off}\n' }],
    });
    assert.deepEqual(await opened.findings(document, (checks) => checks.length === 0), []);
    assert.deepEqual(await opened.findings(base), []);
    await opened.stop();
  });
});
