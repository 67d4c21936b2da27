import assert from 'node:assert/strict';
import { existsSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { cachesOf } from '../../src/cli/code-cache.ts';
import { article, type Newsroom, newsroom, now } from './newsroom.ts';

/** A minute from now all files here have been let alone for a while; the articles' dates are past. */
const at = Math.max(Date.now(), now) + 60_000;

describe('what other articles have, kept between runs', () => {
  let room: Newsroom;
  let home: Newsroom;
  const env = (): Record<string, string> => ({ HOME: home.root, LOCALAPPDATA: home.root });
  const folder = (): string =>
    join(cachesOf({ platform: process.platform, env: env(), home: home.root }) ?? '', 'copydesk', 'newsrooms');
  const kept = (): readonly string[] => (existsSync(folder()) ? readdirSync(folder()) : []);
  /** Whether a run on one article names another one: a run that keeps nothing must say the very same. */
  async function named(more: Readonly<Record<string, string>> = {}): Promise<boolean> {
    const argv = ['check', '--format', 'json', '--only', 'duplicate-article', '稿件/0.md'];
    const said = async (env: Readonly<Record<string, string>>): Promise<readonly unknown[]> => {
      const { out, err, code } = await room.run(argv, { at, env });
      return [out.replace(/"milliseconds":\s*\d+/, ''), err, code];
    };
    const without = await said({});
    assert.deepEqual(await said({ ...env(), ...more }), without);
    return `${without[0]}`.includes('"duplicate-article"');
  }

  beforeEach(() => {
    home = newsroom();
    room = newsroom({ 'copydesk.yml': 'extends: china-report\n' });
    for (let index = 0; index < 40; index++)
      room.write(`稿件/${index}.md`, article(`云脚村今年收了${index}万斤番茄。`, `云脚村番茄的第${index}封信`));
  });
  afterEach(() => {
    room.remove();
    home.remove();
  });

  it('is read once, and again where somebody has written to a file since', async () => {
    assert.equal(await named(), false);
    const [name = ''] = kept();
    const file = join(folder(), name);
    if (process.platform !== 'win32') assert.equal(statSync(file).mode & 0o777, 0o600);
    const own = room.read('稿件/0.md');
    // The same number of bytes, the same times.
    const place = join(room.root, '稿件/7.md');
    const { atime, mtime, size } = statSync(place);
    room.write('稿件/7.md', room.read('稿件/7.md').replace('第7封', '第0封'));
    utimesSync(place, atime, mtime);
    assert.equal(statSync(place).size, size);
    assert.equal(await named(), true);
    room.write('稿件/7.md', room.read('稿件/7.md').replace('第0封', '第7封'));
    assert.equal(await named(), false);
    // Articles that come, go and are moved over others.
    room.write('稿件/99.md', own);
    assert.equal(await named(), true);
    rmSync(join(room.root, '稿件/99.md'));
    assert.equal(await named(), false);
    room.write('another.txt', own);
    renameSync(join(room.root, 'another.txt'), place);
    assert.equal(await named(), true);
    assert.equal(kept().length, 1);
  });

  it('is taken over as it is where no file changed', async () => {
    await named();
    const [name = ''] = kept();
    const file = join(folder(), name);
    const text = home.read(file.slice(home.root.length + 1));
    // Nobody would know of this title, but for who does not look.
    home.write(file.slice(home.root.length + 1), text.replace('云脚村番茄的第7封信', '云脚村番茄的第0封信'));
    const { out } = await room.run(['check', '--only', 'duplicate-article', '稿件/0.md'], { at, env: env() });
    assert.match(out, /7\.md/);
  });

  it('is written anew where many files changed, and for what is none of ours', async () => {
    await named();
    const [name = ''] = kept();
    const path = join(folder(), name).slice(home.root.length + 1);
    const { ino } = statSync(join(home.root, path));
    await named();
    assert.equal(statSync(join(home.root, path)).ino, ino);
    for (let index = 5; index < 39; index++) room.write(`稿件/${index}.md`, article(undefined, `第${index}封信又来`));
    await named();
    assert.doesNotMatch(home.read(path), /番茄的第8封信/);
    for (const broken of ['', '{', 'null', '[]', '{"articles": 1}', home.read(path).slice(0, -200)]) {
      home.write(path, broken);
      assert.equal(await named(), false);
      assert.match(home.read(path), /第20封信又来/);
    }
    home.write(
      path,
      home
        .read(path)
        .replace(/"program":"[^"]*"/, '"program":"x"')
        .replace('第8封信又来', '云脚村番茄的第0封信'),
    );
    assert.equal(await named(), false);
  });

  it('is not kept of few articles, of what was written just now, or where somebody wants nothing kept', async () => {
    await named({ COPYDESK_NO_CACHE: '1' });
    assert.deepEqual(kept(), []);
    await room.run(['check', '稿件/0.md'], { at: Date.now(), env: env() });
    assert.deepEqual(kept(), []);
    for (let index = 5; index < 40; index++) rmSync(join(room.root, `稿件/${index}.md`));
    await named();
    assert.deepEqual(kept(), []);
  });
});
