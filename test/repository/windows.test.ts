import assert from 'node:assert/strict';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { glob } from 'tinyglobby';

interface Mode {
  readonly name: string;
  readonly suites: readonly string[];
}

/** What `test/host/modes.mjs` exports. */
interface Modes {
  readonly modes: readonly Mode[];
  /** Suites that leave a window otherwise than they found it. */
  readonly last: readonly string[];
  readonly lengths: Readonly<Record<string, number>>;
  windowsOf(mode: Mode, suites: readonly string[]): readonly (readonly string[])[];
}

const suitesOf = async ({ suites }: Mode): Promise<readonly string[]> =>
  (await glob([...suites])).map((file) => path.basename(file).replace(/\.test\.ts$/, '')).sort();

describe('repository: the windows of VS Code in which suites run', () => {
  let host: Modes;
  before(async () => {
    host = await import(pathToFileURL(path.resolve('test/host/modes.mjs')).href);
  });

  it('run each suite of a mode once, and at their end what leaves a window otherwise', async () => {
    for (const mode of host.modes) {
      const suites = await suitesOf(mode);
      const windows = host.windowsOf(mode, suites);
      assert.ok(suites.length > 0);
      assert.deepEqual(windows.flat().sort(), suites, mode.name);
      for (const window of windows) {
        const from = window.findIndex((suite) => host.last.includes(suite));
        assert.ok(from < 0 || from === window.length - 1, `${mode.name}: ${window.join(' ')}`);
      }
    }
  });

  it('are laid out by lengths of suites that there are', async () => {
    const all = (await Promise.all(host.modes.map(suitesOf))).flat();
    assert.deepEqual(
      Object.keys(host.lengths).filter((suite) => !all.includes(suite)),
      [],
    );
  });
});
