// VS Code as on vscode.dev: no server of its own, everything in the browser. The files are those of the embedded
// server, put together as @vscode/test-web wants a build of VS Code for the web; that package serves them, with the
// extension under test and a folder that the window sees through a virtual file system.
import { spawn } from 'node:child_process';
import {
  cpSync,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { npm, root } from './install.mjs';
import { Advice, say } from './say.mjs';
import { freePort, untilItAnswers } from './server.mjs';
import { embeddedServer } from './vscode.mjs';

const testWeb = '@vscode/test-web';
const testWebVersion = '0.0.81';

/** Changes when the build is put together in another way. */
const buildVersion = 1;

/** What is not copied into the build. Encodings and grammars are read by packages that are loaded from there. */
const linked = ['extensions', 'node_modules'];

/** Under the git-ignored folder: the package, and the build. */
const home = path.join(root, '.vscode-test/serverless');

/** Installs @vscode/test-web, which few need, beside the embedded server. Throws {@link Advice}. */
function installTestWeb() {
  const ready = path.join(home, `.ready-${testWebVersion}`);
  if (existsSync(ready)) return;
  say(`fetching ${testWeb} from npm into .vscode-test (about 46 MB, once) …`);
  mkdirSync(home, { recursive: true });
  writeFileSync(path.join(home, 'package.json'), '{"private":true}\n');
  // Its scripts would fetch browsers, of which one has been found already.
  if (!npm(['i', '-E', '--ignore-scripts', `${testWeb}@${testWebVersion}`], home)) {
    throw new Advice(
      `${testWeb} could not be fetched from npm; see the message above, check the network, and try again. ` +
        'The other modes do without: `npm run test:vscode -- node web chinese restricted`.',
    );
  }
  writeFileSync(ready, '');
}

/**
 * What makes a window that stands alone of the workbench of code-server. Each place must be there: another version of
 * code-server is another text.
 * @type {readonly (readonly [string, RegExp, string])[]}
 */
const changes = [
  [
    'it has no remote; what a run wants is put on the page before it loads',
    /\{\.\.\.JSON\.parse\((\w+)\),remoteAuthority:location\.host\}/,
    '{userDataPath:"/u",isEnabledFileDownloads:!0,isEnabledFileUploads:!0,isEnabledCoderGettingStarted:!1,' +
      '...JSON.parse($1),...globalThis.copydeskWindow?.(JSON.parse($1))}',
  ],
  [
    'the user’s settings are kept in the browser, not on the server',
    /get userRoamingDataHome\(\)\{return \w+\((\w+)\.file\(this\.userDataPath\)\.with\(\{scheme:\w+\.vscodeRemote\}\),"User"\)\}/,
    'get userRoamingDataHome(){return $1.file("/User").with({scheme:"vscode-userdata"})}',
  ],
  [
    'a folder may be one that is not trusted',
    /this\.config=(\w+);this\.trusted=!0/,
    'this.config=$1;this.trusted=!$1.enableWorkspaceTrust',
  ],
  [
    'extensions that VS Code brings are there without code of their own: npm has that for a server only',
    /this\.builtinExtensionsPromises=(\w+)\.map\(/,
    'this.builtinExtensionsPromises=$1.filter(e=>!e.packageJSON.browser).map(',
  ],
  [
    'the workbench starts itself, so what the page of test-web would start it with does nothing',
    /export\{\w+ as LocalStorageSecretStorageProvider\};/,
    'export const create=()=>{};export const URI={parse:u=>u,revive:u=>u,from:u=>u};' +
      'export class Emitter{constructor(){this.event=()=>({dispose(){}})}fire(){}dispose(){}}',
  ],
];

function changedWorkbench(text) {
  let workbench = text;
  for (const [what, place, by] of changes) {
    if (!place.test(workbench))
      throw new Error(`this VS Code is unlike the one that test/host/serverless.mjs knows: ${what}`);
    workbench = workbench.replace(place, by);
  }
  return workbench;
}

/**
 * Puts the build together when it is not there.
 * @returns {{ folder: string, commit: string }} where test-web looks for builds, and which one to take
 */
function webBuild() {
  const { vscode } = embeddedServer();
  const { commit } = JSON.parse(readFileSync(path.join(vscode, 'product.json'), 'utf8'));
  const folder = path.join(home, `build-${buildVersion}`);
  const name = `vscode-web-stable-${commit}`;
  const build = path.join(folder, name);
  // A link that leads nowhere is not there: the clone was moved.
  if (['version', ...linked].every((each) => existsSync(path.join(build, each)))) return { folder, commit };
  const making = path.join(folder, 'making');
  rmSync(making, { recursive: true, force: true });
  const from = path.join(vscode, 'out/vs/code/browser/workbench');
  cpSync(path.join(vscode, 'out'), path.join(making, 'out'), { recursive: true, filter: (file) => file !== from });
  for (const each of linked) symlinkSync(path.relative(making, path.join(vscode, each)), path.join(making, each));
  const into = path.join(making, 'out/vs/workbench');
  writeFileSync(
    path.join(into, 'workbench.web.main.internal.js'),
    changedWorkbench(readFileSync(path.join(from, 'workbench.js'), 'utf8')),
  );
  writeFileSync(
    path.join(into, 'workbench.web.main.internal.css'),
    readFileSync(path.join(from, 'workbench.css'), 'utf8').replaceAll('../../../../media/', '../../media/'),
  );
  writeFileSync(path.join(making, 'package.json'), '{"type":"module"}\n');
  writeFileSync(path.join(making, 'version'), name);
  rmSync(build, { recursive: true, force: true });
  renameSync(making, build);
  return { folder, commit };
}

/** Fetches and makes what a window without a server needs, once. Throws {@link Advice} that says what to do. */
export function prepareServerless() {
  installTestWeb();
  webBuild();
}

/**
 * @param {object} options
 * @param {string} options.state a folder for the log
 * @param {string} options.folder the workspace; what a window writes stays in that window
 * @param {string} options.extension the folder of the extension under test
 * @param {string} [options.tests] the module whose `run` is called; it lies in that folder
 * @returns {Promise<{ address: string, folderUri: object, stop(): void, exited: Promise<number> }>} when it answers;
 *   `folderUri` is the workspace as the window knows it
 */
export async function startServerless({ state, folder, extension, tests }) {
  installTestWeb();
  const build = webBuild();
  const port = await freePort();
  const options = {
    browserType: 'none',
    quality: 'stable',
    commit: build.commit,
    testRunnerDataDir: build.folder,
    extensionDevelopmentPath: extension,
    extensionTestsPath: tests,
    // What lies outside the workspace is there too, as it would be on a server.
    folderPath: path.dirname(folder),
    // Each webview has a host of its own, under this one.
    host: 'localhost',
    port,
  };
  const main = path.join(home, 'node_modules', testWeb, 'out/server/index.js');
  const script = fileURLToPath(new URL('serverless-server.mjs', import.meta.url));
  const server = spawn(process.execPath, [script, main, JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log = path.join(state, 'server.log');
  const lines = createWriteStream(log);
  server.stdout.pipe(lines);
  server.stderr.pipe(lines);
  const address = `http://localhost:${port}/`;
  const folderUri = { scheme: 'vscode-test-web', authority: 'mount', path: `/${path.basename(folder)}` };
  return { address, folderUri, ...(await untilItAnswers(server, address, log)) };
}
