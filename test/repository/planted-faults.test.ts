import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

interface Fault {
  readonly name: string;
  readonly promise?: string;
  readonly edits: readonly { readonly file: string; readonly find: string; readonly replace: string }[];
  readonly suites: readonly string[];
}

type Held = readonly (readonly [promise: string, by: string])[];

/** What README.md promises, a piece each: the points at its head, rows of tables, lines of commands. */
function promisesOf(readme: string): readonly string[] {
  const [text = ''] = readme.split('\n## Checks');
  const found: string[] = [];
  let code = '';
  let inHouses = false;
  for (const line of text.split('\n')) {
    const fence = /^ *```(\w*)/.exec(line);
    if (/^<!-- \/?houses/.test(line)) inHouses = !line.includes('/');
    if (fence) code = code === '' ? fence[1] || 'text' : '';
    else if (
      code === 'sh'
        ? line.startsWith('copydesk ')
        : code === '' && /^\* \*\*|^\| (?!---|\w+ \||you want|key )/.test(line)
    ) {
      if (!inHouses) found.push(line);
    }
  }
  return found;
}

describe('planted faults', () => {
  let faults: readonly Fault[];
  let heldByFaults: Held;
  let heldByWindows: Held;
  const readme = readFileSync('README.md', 'utf8');

  before(async () => {
    const load = async (name: string) => await import(pathToFileURL(path.resolve(`test/mutants/${name}.mjs`)).href);
    const { mutants } = await load('mutants');
    const { promises } = await load('promises');
    faults = [...mutants, ...promises];
    ({ heldByFaults, heldByWindows } = await load('held'));
  });

  it('have their place in the code once, change something there, and are told apart by name', () => {
    for (const { name, edits } of faults)
      for (const { file, find, replace } of edits) {
        assert.equal(readFileSync(file, 'utf8').split(find).length - 1, 1, `${name}: ${file}`);
        assert.notEqual(find, replace, name);
      }
    assert.equal(new Set(faults.map(({ name }) => name)).size, faults.length);
  });

  it('make promises untrue that README.md makes', () => {
    for (const { promise } of faults) assert.ok(promise === undefined || readme.includes(promise), promise);
    for (const [promise, name] of heldByFaults) {
      assert.ok(readme.includes(promise), promise);
      assert.ok(
        faults.some((fault) => fault.name === name),
        name,
      );
    }
    for (const [promise, suite] of heldByWindows) {
      assert.ok(readme.includes(promise), promise);
      assert.ok(existsSync(suite), suite);
    }
  });

  it('leave no promise of README.md without one, or without the suite that sees it in a window', () => {
    const told = [
      ...faults.flatMap(({ promise }) => promise ?? []),
      ...[...heldByFaults, ...heldByWindows].map(([promise]) => promise),
    ];
    const pieces = promisesOf(readme);
    assert.ok(pieces.length > 60);
    assert.deepEqual(
      pieces.filter((piece) => !told.some((promise) => piece.includes(promise))),
      [],
    );
  });
});
