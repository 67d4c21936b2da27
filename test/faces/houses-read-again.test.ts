import assert from 'node:assert/strict';
import { memoryRoot, memoryUri, memoryWorld } from '../../src/library/memory.ts';
import { type Houses, houses } from '../../src/newsroom/houses.ts';
import type { World } from '../../src/newsroom/world.ts';

/** Files of a newsroom that is a house with everything that one may be made of. */
const begun = {
  'copydesk.yml': [
    'extends: shared/copydesk.yml',
    'front-matter-schema: schema.json',
    'fields:',
    '  author: {type: people, values-from: people}',
    '  column: {type: choice, values-from: data/columns.yml}',
    '',
  ].join('\n'),
  'shared/copydesk.yml': 'extends: plain\n',
  'shared/terms.yml': 'terms:\n  - {use: 晚橙, not: 晚橘}\n',
  'staff.yml': 'staff: [周砚]\n',
  'terms.yml': 'terms:\n  - {use: 柳叶渡, not: 柳叶度}\n',
  'schema.json': '{"properties": {"weight": {"type": "number"}}}\n',
  'people/zhou.md': '---\nname: 周砚\n---\n',
  'data/columns.yml': '乡村: {}\n要闻: {}\n',
  '乡村/a.md': '---\ntitle: 晚橙开园\n---\n',
};

describe('a house that is read again', () => {
  let files: Record<string, string>;
  let known: Houses;

  beforeEach(() => {
    files = { ...begun };
    const world: World = {
      readText: (uri) => memoryWorld(files).readText(uri),
      readHead: (uri, bytes) => memoryWorld(files).readHead(uri, bytes),
      kinds: (uris) => memoryWorld(files).kinds(uris),
      findFiles: (folder, endings) => memoryWorld(files).findFiles(folder, endings),
    };
    known = houses({
      world,
      opened: { folders: () => [memoryRoot], isTrusted: () => true },
      without: () => 'plain',
    });
  });

  const held = () => known.of(memoryUri('乡村/a.md'));

  it('is the same one where nothing about it is otherwise, so that no article is judged anew', async () => {
    const before = await held();
    assert.deepEqual(known.faults(memoryUri('copydesk.yml'))?.findings ?? [], []);
    // A setting was changed, a folder came, the file was saved as it was.
    known.changed();
    assert.equal(await held(), before);
    known.changed(memoryUri('copydesk.yml'));
    assert.equal(await held(), before);
    known.changed(memoryUri('shared/copydesk.yml'));
    assert.equal(await held(), before);
  });

  it('is the same one where no file says it', async () => {
    for (const name of Object.keys(files)) if (name.endsWith('copydesk.yml')) delete files[name];
    const before = await held();
    assert.equal(before.file, undefined);
    known.changed();
    assert.equal(await held(), before);
  });

  const changes: Readonly<Record<string, string | undefined>> = {
    'copydesk.yml': `${begun['copydesk.yml']}name: 柳叶渡日报\n`,
    'shared/copydesk.yml': 'extends: plain\nname: 公用\n',
    'shared/terms.yml': undefined,
    'staff.yml': 'staff: [周砚, 高远]\n',
    'terms.yml': undefined,
    'schema.json': '{"properties": {"weight": {"type": "string"}}}\n',
    'people/zhou.md': '---\nname: 周研\n---\n',
    'people/gao.md': '---\nname: 高远\n---\n',
    'data/columns.yml': '乡村: {}\n',
  };
  for (const [name, text] of Object.entries(changes)) {
    it(`is another one when ${name} ${text === undefined ? 'goes' : 'says something else'}, and the same again from then on`, async () => {
      const before = await held();
      if (text === undefined) delete files[name];
      else files[name] = text;
      known.changed();
      const after = await held();
      assert.notEqual(after, before);
      known.changed();
      assert.equal(await held(), after);
    });
  }

  it('is the last good one while it is faulty, and is read again until it is sound', async () => {
    const before = await held();
    files['copydesk.yml'] = 'fields: [\n';
    known.changed();
    const faulty = await held();
    assert.equal(faulty.faulty, true);
    assert.equal(faulty.house.name, before.house.name);
    known.changed();
    assert.equal(await held(), faulty);
    files['copydesk.yml'] = begun['copydesk.yml'];
    known.changed();
    assert.equal((await held()).faulty, false);
  });
});
