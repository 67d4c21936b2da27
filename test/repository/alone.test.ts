import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

describe('a clone that stands alone', () => {
  it('has everything that its tests read', () => {
    // The benches measure archives where there are any; a test needs none.
    const files = readdirSync('test', { recursive: true, encoding: 'utf8' }).filter(
      (file) =>
        /\.(?:ts|mjs|cjs|js|json)$/.test(file) &&
        !file.startsWith(`bench${path.sep}`) &&
        statSync(path.join('test', file)).isFile(),
    );
    const beside = ['..', 'shared'].join('/');
    assert.ok(files.length > 100);
    assert.deepEqual(
      files.filter((file) => readFileSync(path.join('test', file), 'utf8').includes(beside)),
      [],
    );
  });
});
