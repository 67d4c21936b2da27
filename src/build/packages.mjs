// What is done to packages before they are bundled. Each fails where there is nothing to put right any more.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './root.mjs';

/**
 * markdown-it is published with a helper that asks of each property of each token whether the prototype has it. It never
 * has, so that an assignment says the same; parsing is a tenth faster. Fails where there is nothing to put right.
 */
const plainProperties = {
  name: 'plain properties',
  setup({ onLoad }) {
    onLoad({ filter: /markdown-it[\\/]dist[\\/]markdown-it\.mjs$/ }, ({ path: file }) => {
      const text = readFileSync(file, 'utf8');
      const contents = text.replace(/_defineProperty\(\s*this,\s*(?:\/\*[\s\S]*?\*\/\s*)?"(\w+)",/g, '(this.$1 =');
      if (contents !== text && !/_defineProperty\(\s*this\b/.test(contents)) return { contents, loader: 'js' };
      return { errors: [{ text: 'markdown-it defines its properties otherwise now: look at plainProperties.' }] };
    });
  },
};

/**
 * markdown-it's table of HTML entities is unpacked when it is loaded, which takes as long as reading an article. Here it is
 * unpacked for the first `&`. Fails where there is nothing to put right.
 */
export const entitiesWhenAsked = {
  name: 'entities when asked for',
  setup({ onLoad }) {
    const table = /export const htmlDecodeTree = \/\* #__PURE__ \*\/ (decodeTrieDict\([^\n]*\));/;
    const changed = (file, pattern, replacement) => {
      const text = readFileSync(file, 'utf8');
      const contents = text.replace(pattern, replacement);
      if (contents !== text) return { contents, loader: 'js' };
      return { errors: [{ text: `entities unpacks its table otherwise now (${file}): look at entitiesWhenAsked.` }] };
    };
    // What nobody asks for by its old name is left out of the bundle.
    onLoad({ filter: /[\\/]entities[\\/]dist[\\/]generated[\\/]decode-data-html\.js$/ }, ({ path: file }) =>
      changed(file, table, '$&\nlet unpacked;\nexport const tableWhenAsked = () => (unpacked ??= $1);'),
    );
    onLoad({ filter: /[\\/]entities[\\/]dist[\\/]decode\.js$/ }, ({ path: file }) =>
      changed(
        file,
        /import \{ htmlDecodeTree \} from ("[^"]+");([\s\S]*)const decodeTree = htmlDecodeTree;([\s\S]*?return input;)/,
        'import { tableWhenAsked } from $1;$2$3\nconst decodeTree = tableWhenAsked();',
      ),
    );
  },
};

/**
 * `yaml` has a build for browsers, the same reader without asking the environment at each token whether it is to be
 * logged, which takes a fifth of the reading; it is of modules, so that what nobody asks for is left out.
 */
const yamlOfBrowsers = {
  name: 'yaml of browsers',
  setup({ onResolve }) {
    const file = path.join(root, 'node_modules/yaml/browser/dist/index.js');
    onResolve({ filter: /^yaml$/ }, () => ({ path: file, sideEffects: false }));
  },
};

/**
 * The readers of English and their lists of words are loaded when the first English passage is read: most runs meet none,
 * and each would set up thousands of words. Unified calls a plugin when a processor is frozen, and that is when it is loaded.
 */
const englishWhenAsked = {
  name: 'English when asked for',
  setup({ initialOptions, onResolve, onLoad }) {
    // Tests leave packages where they are, and an ES module has no `require`.
    if (initialOptions.packages === 'external') return;
    const namespace = 'when-asked';
    const ours = path.join(root, 'src') + path.sep;
    onResolve({ filter: /^retext-/ }, ({ path: name, importer, kind }) =>
      kind === 'import-statement' && importer.startsWith(ours) ? { path: name, namespace } : undefined,
    );
    onLoad({ filter: /.*/, namespace }, ({ path: name }) => ({
      contents: `export default function plugin(...settings) {
  return require(${JSON.stringify(name)}).default.apply(this, settings);
}`,
      resolveDir: root,
    }));
  },
};

/** What we ask of packages that most runs never need: their functions, and classes with `new`; nothing that stands on one. */
const asked = {
  '@cfworker/json-schema': ['Validator'],
  'get-east-asian-width': ['eastAsianWidth'],
  'image-size': ['imageSize'],
  'toml-eslint-parser': ['parseTOML'],
  unified: ['unified'],
  vfile: ['VFile'],
};

/**
 * Packages that are loaded with the first call of what we ask of them: each sets up tables and classes, whose code would
 * be read at every start. What else is imported from them the bundler finds missing.
 */
const packagesWhenAsked = {
  name: 'packages when asked for',
  setup({ initialOptions, onResolve, onLoad }) {
    // Tests leave packages where they are, and an ES module has no `require`.
    if (initialOptions.packages === 'external') return;
    const namespace = 'package-when-asked';
    const ours = path.join(root, 'src') + path.sep;
    onResolve({ filter: /^[a-z@]/ }, ({ path: name, importer, kind }) =>
      kind === 'import-statement' && Object.hasOwn(asked, name) && importer.startsWith(ours)
        ? { path: name, namespace }
        : undefined,
    );
    onLoad({ filter: /.*/, namespace }, ({ path: name }) => ({
      contents: asked[name]
        .map((what) => {
          const head = what === 'default' ? 'export default function called' : `export function ${what}`;
          return `${head}(...settings) {
  const { ${what}: asked } = require(${JSON.stringify(name)});
  return new.target ? new asked(...settings) : asked(...settings);
}`;
        })
        .join('\n'),
      resolveDir: root,
    }));
  },
};

/** What is done to packages in whatever runs. */
export const packagesOfOurs = [plainProperties, yamlOfBrowsers, englishWhenAsked, packagesWhenAsked];

/**
 * The MCP SDK loads Ajv, which writes programs and runs them, for questions that we never ask. It has a provider for
 * another validator too, which is bundled in its place: 190 KB less. Fails where there is nothing to put right.
 */
export const lightValidator = {
  name: 'light validator',
  setup({ onLoad }) {
    onLoad(
      { filter: /@modelcontextprotocol[\\/]sdk[\\/]dist[\\/](?:esm|cjs)[\\/]validation[\\/]ajv-provider\.js$/ },
      () => ({
        contents: `export { CfWorkerJsonSchemaValidator as AjvJsonSchemaValidator } from './cfworker-provider.js';`,
        loader: 'js',
        resolveDir: path.join(root, 'node_modules/@modelcontextprotocol/sdk/dist/esm/validation'),
      }),
    );
  },
};
