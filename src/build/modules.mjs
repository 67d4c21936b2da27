// Modules that the build makes (`src/text-files.d.ts` says what is in them), and those that it leaves in files of their own.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './root.mjs';
import { tables } from './traditional.mjs';

/**
 * What the themes are: the folders of `media/themes` that have a layout. `copydesk:themes/names`, `…/layouts`, `…/styles`,
 * `…/copies` and `…/settings` are modules that give each by its name, so that a bundle carries what it asks for.
 */
export const themes = {
  name: 'themes',
  setup({ onResolve, onLoad }) {
    const folder = path.join(root, 'media/themes');
    const names = readdirSync(folder).filter((name) => existsSync(path.join(folder, name, 'layout.html')));
    const files = { layouts: 'layout.html', styles: 'style.css', copies: 'copy.json', settings: 'theme.json' };
    onResolve({ filter: /^copydesk:themes\// }, ({ path: module }) => ({ path: module, namespace: 'themes' }));
    onLoad({ filter: /.*/, namespace: 'themes' }, ({ path: module }) => {
      const file = files[module.slice('copydesk:themes/'.length)];
      const imports = file ? names.map((name, at) => `import t${at} from './${name}/${file}';`) : [];
      const value = file ? `{ ${names.map((name, at) => `${JSON.stringify(name)}: t${at}`)} }` : JSON.stringify(names);
      return { contents: `${imports.join('\n')}\nexport default ${value};`, resolveDir: folder, watchDirs: [folder] };
    });
  },
};

/**
 * `copydesk:traditional` turns our own sentences into Traditional Chinese: the tables hold what these sentences need, and
 * are read when the first is turned.
 */
let traditionalTables;
export const traditional = {
  name: 'traditional',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^copydesk:traditional$/ }, ({ path: module }) => ({ path: module, namespace: 'traditional' }));
    onLoad({ filter: /.*/, namespace: 'traditional' }, async () => {
      traditionalTables ??= tables(root);
      const { stages, known } = await traditionalTables;
      return {
        contents: `
          import { convertText, hash, readStage } from './src/model/convert-script.mjs';
          let stages, known;
          export const turned = (text) => convertText((stages ??= ${JSON.stringify(stages)}.map(readStage)), text);
          export const isOurs = (text) =>
            (known ??= new Set(${JSON.stringify(known)}.split(' '))).has(hash(text).toString(36));`,
        resolveDir: root,
      };
    });
  },
};

/**
 * `copydesk:lexicon` reads the tables of the checks of words. Where there are files they are one of their own, which is
 * read when a passage asks; a web worker is one file and has them inside.
 */
function lexicon(apart) {
  const table = JSON.stringify(path.join(root, 'src/checks/words/lexicon.json'));
  const contents = {
    'copydesk:lexicon': apart
      ? `export default () => require('./lexicon.json');`
      : `import tables from ${table};\nexport default () => tables;`,
  };
  return {
    name: 'lexicon',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^copydesk:lexicon/ }, ({ path: module }) => ({ path: module, namespace: 'lexicon' }));
      onResolve({ filter: /^\.\/lexicon\.json$/, namespace: 'lexicon' }, ({ path: file }) => ({
        path: file,
        external: true,
      }));
      onLoad({ filter: /.*/, namespace: 'lexicon' }, ({ path: module }) => ({
        contents: contents[module],
        resolveDir: root,
      }));
    },
  };
}
export const lexiconApart = lexicon(true);
/** For programs of one file: web workers, benches. */
export const lexiconInside = lexicon(false);

/**
 * `copydesk:simplified` gives the Traditional characters of OpenCC's table, each with its Simplified one behind it, as one
 * text: only characters of one UTF-16 unit, so that names keep their length.
 */
export const simplified = {
  name: 'simplified',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^copydesk:simplified$/ }, ({ path: module }) => ({ path: module, namespace: 'simplified' }));
    onLoad({ filter: /.*/, namespace: 'simplified' }, async () => {
      const { default: table } = await import('opencc-js/dict/TSCharacters');
      const rows = table.split('|').map((row) => row.split(' '));
      const pairs = rows.flatMap(([from, to]) =>
        from.length === 1 && to.length === 1 && from !== to ? [from + to] : [],
      );
      return { contents: `export default ${JSON.stringify(pairs.join(''))};` };
    });
  },
};

/**
 * `copydesk:pinyin` and `copydesk:houses` give tables of ours as texts that are parsed when they are asked for: objects in
 * the code of a program would be made anew at every start, and a text that nobody asked for is not even read.
 */
export const tablesWhenAsked = {
  name: 'tables when asked for',
  setup({ onResolve, onLoad }) {
    const namespace = 'tables-when-asked';
    const read = (file) => JSON.parse(readFileSync(path.join(root, file), 'utf8'));
    const parsed = (value) => `() => JSON.parse(${JSON.stringify(JSON.stringify(value))})`;
    const files = { 'copydesk:pinyin': 'src/model/pinyin.json', 'copydesk:houses': 'src/house/shipped.json' };
    onResolve({ filter: /^copydesk:(?:pinyin|houses)$/ }, ({ path: module }) => ({ path: module, namespace }));
    onLoad({ filter: /.*/, namespace }, ({ path: module }) => {
      const file = files[module];
      const table = read(file);
      const houses = Object.entries(table).map(([id, tree]) => `${JSON.stringify(id)}: ${parsed(tree)}`);
      const value = module === 'copydesk:houses' ? `{ ${houses} }` : parsed(table);
      return { contents: `export default ${value};`, watchFiles: [path.join(root, file)] };
    });
  },
};

/**
 * Reading a newsroom's saved page takes an HTML parser (290 KB), which few need: a file of its own, where there are
 * files. A web worker is one file and has it inside.
 */
export const savedPagesApart = {
  name: 'saved pages apart',
  setup({ onResolve }) {
    onResolve({ filter: /\/own\/read-own-page\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './own-page.cjs', external: true } : undefined,
    );
  },
};
