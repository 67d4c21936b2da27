import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { article } from '../cli/newsroom.ts';
import { bothFaces, newsroom, openFolder } from './faces.ts';

const unique = 'extends: china-report\nfields: {number: {type: text, unique: true}}\n';
const numbered = (number: string): string => article().replace('column: 乡村', `column: 乡村\nnumber: ${number}`);

describe('files that are not the newsroom’s own', () => {
  it('take no value from an article when git leaves them out', async () => {
    const room = newsroom({
      'copydesk.yml': unique,
      '.gitignore': 'public/\n',
      'public/a.md': numbered('七号'),
      'a.md': numbered('七号'),
    });
    assert.deepEqual(await bothFaces(room, '', 'a.md'), { server: [], cli: [] });
    room.remove();
  });

  it('take one when they are', async () => {
    const room = newsroom({ 'copydesk.yml': unique, 'sub/b.md': numbered('七号'), 'sub/a.md': numbered('七号') });
    for (const folder of ['', 'sub']) {
      const { server, cli } = await bothFaces(room, folder, 'sub/a.md');
      assert.deepEqual({ server, cli }, { server: cli, cli: ['bad-value', 'duplicate-article'] }, folder);
    }
    room.remove();
  });

  it('are missing when a link leads to them', async () => {
    const outside = newsroom({ 'a.jpg': '' });
    const room = newsroom({
      'copydesk.yml': 'extends: none\n',
      'a.md': article('![](图片/a.jpg)\n\n一名菜农在装车。陆晓晴 摄'),
    });
    symlinkSync(outside.root, join(room.root, '图片'));
    const { server, cli } = await bothFaces(room, '', 'a.md');
    assert.deepEqual([server.includes('missing-image'), cli.includes('missing-image')], [true, true]);
    room.remove();
    outside.remove();
  });

  it('are not counted by Check the Newsroom', async () => {
    const room = newsroom({
      'copydesk.yml': 'extends: china-report\n',
      '.gitignore': 'public/\n',
      'public/a.md': article(),
      'a.md': article(),
    });
    const opened = await openFolder(room, '');
    const counted = await opened.client.sendRequest<{ files: number }>('copydesk/checkNewsroom', {});
    assert.equal(counted.files, 1);
    await opened.stop();
    room.remove();
  });
});
