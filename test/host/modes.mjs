// The ways in which the suites of test/vscode run inside a real VS Code: one bundle for each, and a few windows.
/**
 * @typedef {object} Mode
 * @property {string} name what reports call it, and the bundle's file name
 * @property {'node' | 'web'} extensionHost where the extension runs: Node, or a web worker as on vscode.dev
 * @property {readonly string[]} suites globs, from the repository
 * @property {number} [windows] among how many windows the suites are divided; one when absent
 * @property {boolean} [serverless] there is no server at all, and the folder is on a virtual file system
 * @property {boolean} [restricted] the folder is not trusted
 * @property {boolean} [pictured] the window knows the fonts of the pictures and no others, and each pixel is drawn
 * @property {boolean} [installed] the extension is installed, not under development, and notifications are shown
 * @property {string} [locale] the editor's language; English when absent
 */

/**
 * Suites that leave a window otherwise than they found it, in ways that no reset takes back, so each is its window's last:
 * a server that died, a folder that VS Code's own Git has opened, a thousand articles that come and go.
 */
export const last = ['crash.node', 'desk', 'other-programs'];

/**
 * What suites take that take long, in seconds, two windows at once on two processors; it need not be right, only tell
 * the long ones from the others. Measured 2026-11-29.
 */
export const lengths = {
  'agent-tools': 10,
  commands: 45,
  'crash.node': 15,
  desk: 20,
  'desk-thousands': 25,
  'desk-thousands.node': 25,
  'every-command.web': 55,
  'field-help': 40,
  'field-types': 40,
  'front-matter': 30,
  'hand-over': 25,
  'house-file': 25,
  notifications: 25,
  'other-programs': 25,
  pictured: 190,
  'preview-attacks': 25,
  'preview-changes': 45,
  'preview-live': 45,
  'preview-security': 25,
  signoff: 35,
};

/** What any other suite takes, and laying the newsroom anew before it. */
const short = 12;

/** @param {readonly string[]} suites of one window @returns {number} how long they take, seconds, more or less */
export function lengthOf(suites) {
  return suites.reduce((sum, suite) => sum + (lengths[suite] ?? short), 0);
}

/**
 * Which suites share a window, so that the windows take about as long as each other.
 * @param {Mode} mode
 * @param {readonly string[]} suites
 * @returns {string[][]}
 */
export function windowsOf({ windows = 1 }, suites) {
  const divided = Array.from({ length: Math.min(windows, suites.length) }, () => []);
  const isLast = (suite) => last.includes(suite);
  for (const suite of [...suites].sort((a, b) => lengthOf([b]) - lengthOf([a]))) {
    // Each of those that leave a window otherwise is the last of one.
    const free = divided.filter((each) => !isLast(suite) || !each.some(isLast));
    const [least] = (free.length > 0 ? free : divided).sort((a, b) => lengthOf(a) - lengthOf(b));
    least.push(suite);
  }
  return divided.map((each) => [...each].sort((a, b) => Number(isLast(a)) - Number(isLast(b))));
}

/** What may differ where there is no server. */
const withoutServer = [
  'test/vscode/{every-command.web,findings,front-matter,hand-over,own-page}.test.ts',
  'test/vscode/{preview-attacks,preview-live,preview-security,worker.web}.test.ts',
];

/** Globs that take these out. */
const without = (suites) => suites.map((suite) => `!${suite}`);

/** What counts pixels, where each is drawn: by the browser, in either host alike. */
const exact = ['test/vscode/{export.node,own-page-saved.node,preview-pictures}.test.ts'];

/** @type {readonly Mode[]} */
export const modes = [
  {
    name: 'node',
    extensionHost: 'node',
    suites: ['test/vscode/*.test.ts', '!test/vscode/*.web.test.ts', ...without(exact)],
    windows: 3,
  },
  {
    name: 'web',
    extensionHost: 'web',
    // What runs without a server runs in the same host, and is not run again beside one.
    suites: ['test/vscode/*.test.ts', '!test/vscode/*.node.test.ts', ...without(withoutServer), ...without(exact)],
    windows: 2,
  },
  {
    name: 'serverless',
    extensionHost: 'web',
    serverless: true,
    suites: withoutServer,
  },
  { name: 'pictured', extensionHost: 'node', pictured: true, suites: ['test/vscode/pictured/*.test.ts', ...exact] },
  { name: 'installed', extensionHost: 'node', installed: true, suites: ['test/vscode/installed/*.test.ts'] },
  { name: 'chinese', extensionHost: 'node', locale: 'zh-cn', suites: ['test/vscode/chinese/*.test.ts'] },
  {
    name: 'restricted',
    extensionHost: 'node',
    restricted: true,
    suites: ['test/vscode/restricted/*.test.ts', 'test/vscode/preview-{security,attacks}.test.ts'],
  },
];
