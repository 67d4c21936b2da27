import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { rules } from '../../src/checks/index.ts';
import { articleEndings, articleLanguages, endingsListed } from '../../src/model/article-endings.ts';
import { read, repositoryFiles, sourceFiles } from './sources.ts';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function json(file: string): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(read(file));
  assert.ok(isRecord(value), file);
  return value;
}

/** The endings that the manifest gives to Markdown. */
function contributed({ contributes }: Readonly<Record<string, unknown>>): readonly string[] {
  const languages = isRecord(contributes) && Array.isArray(contributes.languages) ? contributes.languages : [];
  return languages.flatMap((one: unknown) => (isRecord(one) && Array.isArray(one.extensions) ? one.extensions : []));
}

function keys(value: unknown): readonly string[] {
  return isRecord(value) ? Object.keys(value).sort() : [];
}

describe('repository: checks', () => {
  it('are two files each, named after the check, and all in the index', () => {
    const pages = repositoryFiles().filter(
      (file) => /^src\/checks\/[\w-]+\.md$/.test(file) && !file.endsWith('/README.md'),
    );
    const ids = rules.map(({ id }) => id).sort();
    assert.deepEqual(pages.map((file) => path.posix.basename(file, '.md')).sort(), ids);
    assert.deepEqual(
      ids.filter((id) => !existsSync(`src/checks/${id}.ts`)),
      [],
    );
  });

  it('leave no check file out of the index', () => {
    const defined = sourceFiles().filter(
      (file) => file.startsWith('src/checks/') && /\bdefine(?:Check|Notice)\(\{/.test(read(file)),
    );
    const ids = new Set(rules.map(({ id }) => id));
    assert.deepEqual(
      defined.filter((file) => !ids.has(path.posix.basename(file, '.ts'))),
      [],
    );
  });
});

describe('repository: the manifest', () => {
  const manifest = json('package.json');

  it('has every string in English and in Chinese, and uses each', () => {
    const english = keys(json('package.nls.json'));
    assert.deepEqual(keys(json('package.nls.zh-cn.json')), english);
    const used = new Set([...read('package.json').matchAll(/"%([\w.-]+)%"/g)].map((match) => match[1] ?? ''));
    assert.deepEqual([...used].sort(), english);
  });

  it('knows an article by the one list of endings and languages, and the extension does', () => {
    const text = read('package.json');
    const listed = endingsListed('|');
    const patterns = [...text.matchAll(/resourceExtname =~ (\S+)/g)].map((match) => match[1]);
    assert.deepEqual([...new Set(patterns)], [`/^\\\\.(${listed})$/i`]);
    assert.ok(read('src/vscode/article-files.ts').includes(`(?:${listed})`));
    const languages = [...text.matchAll(/editorLangId =~ \/\^\(([\w|]+)\)\$\//g)].map((match) => match[1]);
    assert.deepEqual([...new Set(languages)], [articleLanguages.join('|')]);
    assert.ok(read('src/vscode/article-files.ts').includes(`['${articleLanguages.join("', '")}']`));
    for (const language of articleLanguages) assert.ok(text.includes(`"onLanguage:${language}"`), language);
    // What VS Code opens as Markdown by itself need not be said again.
    const known = ['.md', '.markdown', '.mdown', '.mkd'];
    const said = contributed(manifest).map((ending) => ending.toLowerCase());
    assert.deepEqual([...new Set([...known, ...said])].sort(), [...articleEndings].sort());
    assert.ok(read('src/cli/recipes/lefthook.yml').includes(endingsListed(',').split(',').slice(0, 8).join(',')));
    const inHook = /files: (\S+)/.exec(read('src/cli/recipes/pre-commit.yml'))?.[1] ?? '';
    for (const ending of [...articleEndings, '.Rmd']) assert.match(`a${ending}`, new RegExp(inHook));
  });

  it('pins what it depends on', () => {
    for (const kind of ['dependencies', 'devDependencies']) {
      const loose = Object.entries(manifest[kind] ?? {}).filter(
        ([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(String(version)),
      );
      assert.deepEqual(loose, [], kind);
    }
  });

  it('locks the builds for every platform, without which npm ci refuses', () => {
    const { packages } = json('package-lock.json');
    assert.ok(isRecord(packages));
    const missing = Object.entries(packages).flatMap(([folder, entry]) =>
      keys(isRecord(entry) ? entry.optionalDependencies : undefined)
        .filter((name) => packages[`node_modules/${name}`] === undefined)
        .filter((name) => packages[`${folder}/node_modules/${name}`] === undefined)
        .map((name) => `${folder} needs ${name}`),
    );
    assert.deepEqual(missing, []);
  });

  it('agrees with the lock file and the changelog on the version', () => {
    assert.equal(json('package-lock.json').version, manifest.version);
    assert.match(read('CHANGELOG.md'), new RegExp(`^## .*${String(manifest.version).replaceAll('.', '\\.')}`, 'm'));
  });

  it('compiles against the oldest VS Code that it supports', () => {
    const { engines, devDependencies } = manifest;
    assert.ok(isRecord(engines) && isRecord(devDependencies));
    assert.equal(engines.vscode, `^${String(devDependencies['@types/vscode'])}`);
  });
});

describe('repository: files', () => {
  const text = repositoryFiles().filter((file) =>
    /\.(ts|mjs|cjs|js|json|md|yml|yaml|css|html|txt)$|^\.\w+$|^\.ci\//.test(file),
  );

  it('are short enough to hold in the head', () => {
    const long = sourceFiles().filter((file) => read(file).split('\n').length > 400);
    assert.deepEqual(long, []);
  });

  it('name no machine, home folder or registry', () => {
    // In parts, so that this file does not name them itself.
    const parts = [
      ['/wo', 'rk/'],
      ['/ro', 'ot/'],
      ['regis', 'try\\.npm'],
      ['npm', 'mirror'],
      ['"reso', 'lved": "'],
    ];
    const here = [process.cwd(), homedir()]
      .map((folder) => folder.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .map((folder) => `${folder}(?![\\w.-])`);
    const forbidden = new RegExp([...parts.map((part) => part.join('')), ...here].join('|'));
    const found = text.flatMap((file) =>
      read(file)
        .split('\n')
        .map((line, index) => ({ line, place: `${file}:${index + 1}` }))
        .filter(({ line }) => forbidden.test(line))
        .map(({ place }) => place),
    );
    assert.deepEqual(found, []);
  });

  it('link to files that exist', () => {
    const pages = text.filter((file) => file.endsWith('.md') && !/^test\/(newsroom|corpus|pictured)\//.test(file));
    const broken = pages.flatMap((file) =>
      [...withoutCode(read(file)).matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g)]
        .map((match) => match[1] ?? '')
        .filter((target) => !/^[a-z]+:/i.test(target))
        .filter((target) => !existsSync(path.join(path.dirname(file), decodeURI(target))))
        .map((target) => `${file}: ${target}`),
    );
    assert.deepEqual(broken, []);
  });

  it('name suites that exist where they say what is tried', () => {
    const suites = [...read('test/vscode/README.md').matchAll(/^\|.*\|(.*)\|$/gm)]
      .flatMap(([, cell = '']) => [...cell.matchAll(/`([a-z/-]+)`/g)].map((match) => match[1] ?? ''))
      .filter((name) => name.startsWith('test/') || name.includes('preview-') || name.startsWith('restricted/'))
      .map((name) => (name.startsWith('test/') ? name : `test/vscode/${name}`));
    assert.ok(suites.length > 40);
    assert.deepEqual(
      suites.filter((name) => !existsSync(`${name}.test.ts`)),
      [],
    );
  });

  it('say how to start and how to test, in both languages', () => {
    for (const file of ['README.md', 'README.zh-CN.md']) {
      assert.match(read(file), /npm start\b/, file);
      assert.match(read(file), /npm test\b/, file);
    }
  });
});

/** Markdown without fenced blocks and code spans, whose brackets are not links. */
function withoutCode(text: string): string {
  let fence = '';
  return text
    .split('\n')
    .map((line) => {
      const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
      if (fence === '' && mark !== '') fence = mark;
      else if (fence !== '' && mark.startsWith(fence)) fence = '';
      else if (fence === '') return line.replace(/`[^`]*`/g, '');
      return '';
    })
    .join('\n');
}
