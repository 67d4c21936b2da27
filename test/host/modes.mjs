// The ways in which the suites of test/vscode run inside a real VS Code: one bundle for each, and a few windows.
/**
 * @typedef {object} Mode
 * @property {string} name what reports call it, and the bundle's file name
 * @property {'node' | 'web'} extensionHost where the extension runs: Node, or a web worker as on vscode.dev
 * @property {readonly string[]} suites globs, from the repository
 * @property {number} [windows] among how many windows the suites are divided; one when absent
 * @property {boolean} [serverless] there is no server at all, and the folder is on a virtual file system
 * @property {boolean} [restricted] the folder is not trusted
 * @property {boolean} [pictured] the window knows the fonts of the pictures and no others
 * @property {boolean} [installed] the extension is installed, not under development, and notifications are shown
 * @property {string} [locale] the editor's language; English when absent
 */

/**
 * Suites that leave a window otherwise than they found it, in ways that no reset takes back, so each is its window's last:
 * a server that died, a folder that VS Code's own Git has opened, five thousand articles that come and go.
 */
const last = ['crash.node', 'desk', 'other-programs'];

/**
 * Which suites share a window. Neighbours by name go into different windows, so that two with much to do of one kind do
 * not wait for each other.
 * @param {Mode} mode
 * @param {readonly string[]} suites
 * @returns {string[][]}
 */
export function windowsOf({ windows = 1 }, suites) {
  const divided = Array.from({ length: Math.min(windows, suites.length) }, () => []);
  const ordered = [...suites].sort((a, b) => Number(last.includes(a)) - Number(last.includes(b)));
  for (const [index, suite] of ordered.entries()) divided[index % divided.length].push(suite);
  return divided;
}

/** What may differ where there is no server. */
const withoutServer = [
  'test/vscode/{every-command.web,findings,front-matter,hand-over,own-page}.test.ts',
  'test/vscode/{preview-attacks,preview-live,preview-security,worker.web}.test.ts',
];

/** @type {readonly Mode[]} */
export const modes = [
  {
    name: 'node',
    extensionHost: 'node',
    suites: ['test/vscode/*.test.ts', '!test/vscode/*.web.test.ts'],
    windows: 4,
  },
  {
    name: 'web',
    extensionHost: 'web',
    // What runs without a server runs in the same host, and is not run again beside one.
    suites: ['test/vscode/*.test.ts', '!test/vscode/*.node.test.ts', ...withoutServer.map((suite) => `!${suite}`)],
    windows: 2,
  },
  {
    name: 'serverless',
    extensionHost: 'web',
    serverless: true,
    suites: withoutServer,
    windows: 3,
  },
  { name: 'pictured', extensionHost: 'node', pictured: true, suites: ['test/vscode/pictured/*.test.ts'] },
  { name: 'installed', extensionHost: 'node', installed: true, suites: ['test/vscode/installed/*.test.ts'] },
  { name: 'chinese', extensionHost: 'node', locale: 'zh-cn', suites: ['test/vscode/chinese/*.test.ts'] },
  {
    name: 'restricted',
    extensionHost: 'node',
    restricted: true,
    suites: ['test/vscode/restricted/*.test.ts', 'test/vscode/preview-{security,attacks}.test.ts'],
  },
];
