// The ways in which the suites of test/vscode run inside a real VS Code. One bundle and one window for each.
/**
 * @typedef {object} Mode
 * @property {string} name what reports call it, and the bundle's file name
 * @property {'node' | 'web'} extensionHost where the extension runs: Node, or a web worker as on vscode.dev
 * @property {readonly string[]} suites globs, from the repository
 * @property {boolean} [serverless] there is no server at all, and the folder is on a virtual file system
 * @property {boolean} [restricted] the folder is not trusted
 * @property {string} [locale] the editor's language; English when absent
 */

/** @type {readonly Mode[]} */
export const modes = [
  { name: 'node', extensionHost: 'node', suites: ['test/vscode/*.test.ts', '!test/vscode/*.web.test.ts'] },
  { name: 'web', extensionHost: 'web', suites: ['test/vscode/*.test.ts', '!test/vscode/*.node.test.ts'] },
  {
    name: 'serverless',
    extensionHost: 'web',
    serverless: true,
    // What may differ there; the rest is the worker's, which `web` has tried.
    suites: [
      'test/vscode/{every-command.web,findings,front-matter,hand-over,own-page}.test.ts',
      'test/vscode/{preview-attacks,preview-live,preview-security,worker.web}.test.ts',
    ],
  },
  { name: 'chinese', extensionHost: 'node', locale: 'zh-cn', suites: ['test/vscode/chinese/*.test.ts'] },
  {
    name: 'restricted',
    extensionHost: 'node',
    restricted: true,
    suites: ['test/vscode/restricted/*.test.ts', 'test/vscode/preview-{security,attacks}.test.ts'],
  },
];
