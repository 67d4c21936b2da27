import assert from 'node:assert/strict';
import { buildFiles, importsOf, read, resolved, sourceFiles } from './sources.ts';

/** For each folder of `src`, the folders it may import from besides itself: what the map in `src/README.md` says. */
const arrows: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  [...read('src/README.md').matchAll(/^\| `(\w+)\/` \| .* \| (.*) \|$/gm)].map(([, folder = '', into = '']) => [
    folder,
    [...into.matchAll(/`(\w+)`/g)].map(([, name = '']) => name),
  ]),
);

/** What the extension may know of the server: how to talk to it. */
const messagesOnly = /^src\/(server\/(?:compare-|length-|newsroom-)?protocol\.ts|preview\/(?!main\.ts|dom\/).*)$/;

/** The only files that may use Node. */
const node = /^src\/((?:build|cli|disk)\/.*|server\/node\.ts|vscode\/desktop\.ts)$/;

/** The only files that may touch the DOM; nothing else may import them. */
const dom = /^src\/preview\/(main\.ts|dom\/.*)$/;

/** What stands outside `src` and is built into a bundle as text or as a version number. */
const assets = /^(media\/.*\.(css|html|json)|package\.json)$/;

/** Packages that have one place. */
const places: readonly (readonly [RegExp, RegExp])[] = [
  [/^vscode$/, /^src\/vscode\//],
  [/^vscode-languageclient(\/|$)/, /^src\/vscode\//],
  [/^vscode-languageserver(\/|$)/, /^src\/server\//],
  [/^morphdom$/, dom],
  [/^@modelcontextprotocol\//, /^src\/cli\/mcp\//],
];

const folderOf = (file: string): string => file.split('/')[1] ?? '';

/** What is wrong with the imports of one file; empty when nothing is. */
function violations(file: string, text: string): readonly string[] {
  const folder = folderOf(file);
  return importsOf(text).flatMap(({ line, from }) => {
    const place = `${file}:${line} imports ${from}`;
    if (from.startsWith('node:')) return node.test(file) ? [] : [`${place}, but runs in a web worker too`];
    const target = resolved(file, from);
    if (target === undefined) {
      return places
        .filter(([name, home]) => name.test(from) && !home.test(file))
        .map(([, home]) => `${place}: only ${home}`);
    }
    const wrong: string[] = [];
    const into = folderOf(target);
    if (assets.test(target)) return [];
    if (!target.startsWith('src/')) wrong.push(`${place}, which is not in src`);
    else if (into !== folder && arrows[folder]?.includes(into) !== true)
      wrong.push(`${place}: ${folder} may not know ${into}`);
    if (folder === 'vscode' && into !== 'vscode' && !messagesOnly.test(target)) {
      wrong.push(`${place}: the extension knows only messages`);
    }
    if (dom.test(target) && !dom.test(file)) wrong.push(`${place}, which touches the DOM`);
    return wrong;
  });
}

describe('repository: imports', () => {
  it('go one way', () => {
    assert.deepEqual(
      [...sourceFiles(), ...buildFiles()].flatMap((file) => violations(file, read(file))),
      [],
    );
  });

  it('are those of the map: every folder of src is on it, and each row says no more than is so', () => {
    const so: Record<string, readonly string[]> = {};
    for (const file of [...sourceFiles(), ...buildFiles()]) {
      const folder = folderOf(file);
      const into = importsOf(read(file))
        .map(({ from }) => resolved(file, from) ?? '')
        .filter((target) => target.startsWith('src/'))
        .map(folderOf);
      if (file.split('/').length > 2) so[folder] = [...new Set([...(so[folder] ?? []), ...into])];
    }
    const sorted = (map: Readonly<Record<string, readonly string[]>>) =>
      Object.entries(map)
        .map(([folder, into]) => `${folder}: ${into.filter((name) => name !== folder).sort()}`)
        .sort();
    assert.deepEqual(sorted(arrows), sorted(so));
  });

  it('would be caught, each by its line', () => {
    const caught = (file: string, ...lines: string[]) => violations(file, lines.join('\n'));
    assert.match(
      caught('src/model/a.ts', '', "import { x } from '../checks/b.ts';")[0] ?? '',
      /^src\/model\/a\.ts:2 .* model may not know checks$/,
    );
    assert.match(
      caught('src/engine/a.ts', 'import {', '  x,', "} from '../server/b.ts';")[0] ?? '',
      /:3 .* may not know server$/,
    );
    assert.match(
      caught('src/engine/a.ts', "import { x } from '../assist/b.ts';")[0] ?? '',
      /engine may not know assist/,
    );
    assert.match(
      caught('src/engine/a.ts', "import { x } from '../writing/b.ts';")[0] ?? '',
      /engine may not know writing/,
    );
    assert.match(caught('src/house/a.ts', "  const x = await import('../engine/b.ts');")[0] ?? '', /:1 /);
    assert.match(caught('src/model/a.ts', "import path from 'node:path';")[0] ?? '', /web worker/);
    assert.match(caught('src/server/a.ts', "import type { Uri } from 'vscode';")[0] ?? '', /only/);
    assert.match(caught('src/vscode/a.ts', "export * from '../server/server.ts';")[0] ?? '', /messages/);
    assert.match(caught('src/vscode/a.ts', "import '../preview/main.ts';")[1] ?? '', /DOM/);
    assert.match(caught('src/model/a.ts', "import '../../test/b.ts';")[0] ?? '', /not in src/);
    assert.deepEqual(caught('src/cli/a.ts', "import path from 'node:path';", "import x from '../page/index.ts';"), []);
  });

  it('make no circle, neither at run time nor of types', () => {
    assert.deepEqual(circles(new Map(sourceFiles().map((file) => [file, read(file)]))), []);
  });

  it('would be caught in a circle of types too', () => {
    const files = new Map([
      ['src/a.ts', "import type { B } from './b.ts';"],
      ['src/b.ts', "import {\n  type A,\n  a,\n} from './c/c.ts';"],
      ['src/c/c.ts', "export type { A } from '../a.ts';"],
      ['src/d.ts', "import type { B } from './b.ts';"],
    ]);
    assert.deepEqual(circles(files), ['src/a.ts → src/b.ts → src/c/c.ts → src/a.ts']);
  });
});

/** Files that import each other in a ring, types included, one trail a ring. */
function circles(files: ReadonlyMap<string, string>): readonly string[] {
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (file: string, trail: readonly string[]): void => {
    if (trail.includes(file)) found.push([...trail.slice(trail.indexOf(file)), file].join(' → '));
    if (done.has(file) || trail.includes(file)) return;
    for (const { from } of importsOf(files.get(file) ?? '')) {
      const target = resolved(file, from) ?? '';
      if (files.has(target)) visit(target, [...trail, file]);
    }
    done.add(file);
  };
  for (const file of files.keys()) visit(file, []);
  return found;
}

describe('repository: what runs in a web worker', () => {
  it('uses nothing that only Node has', () => {
    const found = sourceFiles()
      .filter((file) => !node.test(file))
      .flatMap((file) => lines(file, /(?<![\w.'-])(process|Buffer|__dirname|__filename|setImmediate)\s*[.([]/));
    assert.deepEqual(found, []);
  });

  it('evaluates no text as code', () => {
    const found = sourceFiles().flatMap((file) => lines(file, /(?<![\w.])eval\(|\bnew Function\(/));
    assert.deepEqual(found, []);
  });
});

/** `file:line text` of the lines that match, comments aside. */
function lines(file: string, pattern: RegExp): readonly string[] {
  return read(file)
    .split('\n')
    .map((text, index) => ({ text, place: `${file}:${index + 1} ${text.trim()}` }))
    .filter(({ text }) => !/^\s*(\/\/|\*|\/\*)/.test(text) && pattern.test(text))
    .map(({ place }) => place);
}
