import assert from 'node:assert/strict';
import { disk } from '../../src/disk/disk.ts';
import { uriOf } from '../../src/disk/place.ts';
import { houses } from '../../src/newsroom/houses.ts';
import { fileRoles } from '../../src/newsroom/roles.ts';
import { newsroom } from './faces.ts';

describe('what a file is to its newsroom', () => {
  it('is known whatever it is called', async () => {
    const room = newsroom({
      'copydesk.yml': 'extends: ./style/base.yml\nfront-matter-schema: schemas/a.json\n',
      'style/base.yml': 'extends: ./ground.yaml\npage: {html: site/page.html, slots: {body: .article}}\n',
      'style/ground.yaml': 'extends: china-report\n',
      'style/site/page.html': '<div class="article"></div>',
      'schemas/a.json': '{}',
      'other/copydesk.yml': 'extends: ../far/house style (1).yml\n',
      'far/house style (1).yml': 'extends: none\n',
    });
    const opened = { folders: () => [uriOf(room.root)], isTrusted: () => true };
    const known = houses({ world: disk, opened, without: () => '', report: () => {} });
    const roles = fileRoles(known, disk, opened);
    for (const [path, role] of [
      // Nothing has been read yet: what names it is found.
      ['far/house style (1).yml', 'base'],
      ['style/ground.yaml', 'base'],
      ['style/base.yml', 'base'],
      ['copydesk.yml', 'house'],
      ['staff.yml', 'staff'],
      ['other/staff.yml', 'staff'],
      ['schemas/a.json', 'schema'],
      ['style/site/page.html', 'page'],
      ['templates/农事.md', 'template'],
      ['style/templates/农事.md', 'template'],
      ['a.md', undefined],
      ['nothing.yml', undefined],
    ] as const)
      assert.equal(await roles.of(uriOf(`${room.root}/${path}`)), role, path);
    room.remove();
  });
});
