// Runs suites in one VS Code window, through @vscode/test-electron whichever VS Code it is.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';
import { openControl } from './control.mjs';
import { changeDisk } from './disk.mjs';
import { pictureFonts } from './fonts.mjs';
import { root } from './install.mjs';
import { installCopydesk, installSuites } from './installed.mjs';
import { layNewsroom } from './newsroom.mjs';
import { freePort, quiet } from './server.mjs';
import { openWindow } from './window.mjs';

const standIn = fileURLToPath(new URL('code.mjs', import.meta.url));

/** What an editor draws for programmers, of which no suite asks anything and which each window would draw all the time. */
const plain = {
  'breadcrumbs.enabled': false,
  'editor.bracketPairColorization.enabled': false,
  'editor.colorDecorators': false,
  'editor.guides.indentation': false,
  // Else what may be done at the cursor is asked for at each step, for a bulb that nobody looks at.
  'editor.lightbulb.enabled': 'off',
  'editor.matchBrackets': 'never',
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'editor.selectionHighlight': false,
  'editor.stickyScroll.enabled': false,
  'editor.unicodeHighlight.ambiguousCharacters': false,
  'editor.unicodeHighlight.invisibleCharacters': false,
  'explorer.decorations.badges': false,
  'explorer.decorations.colors': false,
  // Else a Git is started for each file that is opened; repositories of the folder are found all the same.
  'git.autoRepositoryDetection': 'subFolders',
  'http.systemCertificates': false,
  'problems.decorations.enabled': false,
  'window.title': 'Copydesk',
  'workbench.editor.decorations.badges': false,
  'workbench.editor.decorations.colors': false,
  'workbench.localHistory.enabled': false,
  'workbench.reduceMotion': 'on',
};

/**
 * What became of one suite.
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {boolean} ended
 */

/**
 * @param {import('./modes.mjs').Mode} mode
 * @param {object} options
 * @param {string | undefined} options.desktop the executable of a desktop VS Code; `undefined` is the stand-in
 * @param {string} [options.extension] the folder of the extension under test; the repository when absent
 * @param {string} options.tests the bundle of the mode's suites
 * @param {readonly string[]} options.suites which of them to run, in this order
 * @param {boolean} [options.whole] in the browser as it was found, not in a lighter one of the same version
 * @param {string} [options.beside] the folder of an extension that is installed beside it, in the same extension host
 * @param {(text: string) => void} options.print
 * @returns {Promise<Map<string, Outcome>>} by the suites' names; one that never ended, because the window did, and one
 *   in which no test ran have failed
 */
export async function runMode(mode, { desktop, extension = root, tests, suites, whole, beside, print }) {
  const place = mkdtempSync(path.join(os.tmpdir(), 'copydesk-test-'));
  // In a folder of its own, so that a suite may have files outside the newsroom.
  const newsroom = path.join(place, 'desk/newsroom');

  const outcomes = new Map(suites.map((name) => [name, { passed: 0, failed: 0, skipped: 0, ended: false }]));
  const outcome = (name) => outcomes.get(name) ?? outcomes.get(suites[0]);
  let complete = false;
  let gone = false;
  let heading;
  // Where the window's time went, milliseconds.
  const begun = Date.now();
  let opened;
  let ended;
  let tested = 0;
  const debugging = await freePort();
  const window = openWindow({ port: debugging, mode: mode.name, gone: () => gone });
  const marks = { passed: '✓', failed: '✗', skipped: '-' };
  const control = await openControl(async (action, request) => {
    if (action === 'end') {
      complete = true;
      ended = Date.now();
      // Nobody tells an installed extension's window that its suites are over.
      if (mode.installed) setTimeout(() => window.act('close', {}).catch(() => undefined), 500);
    } else if (action === 'suite end') {
      outcome(request.suite).ended = true;
    } else if (action === 'result') {
      outcome(request.suite)[request.state] += 1;
      opened ??= Date.now() - request.duration;
      tested += request.duration;
      if (heading !== request.suite) print(`  ${request.suite}`);
      heading = request.suite;
      print(
        `    ${marks[request.state]} ${request.title}${request.duration > 1000 ? ` (${request.duration} ms)` : ''}`,
      );
      if (request.error) print(request.error.replace(/^/gm, '        '));
    } else if (action === 'disk') {
      return changeDisk(newsroom, request);
    } else if (action === 'fresh') {
      layNewsroom(newsroom, shared);
      return window.act(action, request);
    } else {
      return window.act(action, request);
    }
    return undefined;
  });

  const profile = path.join(place, 'profile');
  mkdirSync(path.join(profile, 'User'), { recursive: true });
  const extensions = path.join(place, 'extensions');
  if (beside) cpSync(beside, path.join(extensions, path.basename(beside)), { recursive: true });
  if (mode.installed) {
    await installCopydesk(extensions);
    installSuites(extensions, tests);
  }
  const driver = { url: control.url, token: control.token, mode: mode.name, suites };
  const settings = {
    ...quiet,
    ...plain,
    'editor.cursorBlinking': 'solid',
    // On by default in a browser: it would save what a suite leaves unsaved.
    'files.autoSave': 'off',
    'copydesk-test.driver': driver,
  };
  writeFileSync(path.join(profile, 'User/settings.json'), JSON.stringify(settings));
  // A window without a server has no file of the user's settings, and knows by defaults only what has a schema.
  const shared = mode.serverless ? { 'copydesk-test.driver': driver } : undefined;
  layNewsroom(newsroom, shared);
  const state = path.join(place, 'code');
  const fonts = mode.pictured ? pictureFonts() : undefined;
  let ending;
  try {
    await runTests({
      // runTests always passes --disable-workspace-trust; only the stand-in can take that back, do without a server,
      // know other fonts, or run suites that are installed.
      vscodeExecutablePath:
        mode.restricted || mode.serverless || mode.pictured || mode.installed ? standIn : (desktop ?? standIn),
      extensionDevelopmentPath: extension,
      extensionTestsPath: tests,
      extensionTestsEnv: {
        COPYDESK_STATE: state,
        ...(mode.restricted ? { COPYDESK_RESTRICTED: '1' } : {}),
        ...(mode.serverless ? { COPYDESK_SERVERLESS: '1' } : {}),
        ...(mode.installed ? { COPYDESK_INSTALLED: '1' } : {}),
        // The lighter one takes other faces for `serif` and its kind.
        ...(whole || mode.pictured ? { COPYDESK_WHOLE_BROWSER: '1' } : {}),
        ...(fonts ? { COPYDESK_FONTS: fonts } : {}),
      },
      launchArgs: [
        newsroom,
        `--remote-debugging-port=${debugging}`,
        `--user-data-dir=${profile}`,
        `--extensions-dir=${extensions}`,
        ...(mode.locale ? [`--locale=${mode.locale}`] : []),
        ...(mode.extensionHost === 'web' ? ['--extensionDevelopmentKind=web'] : []),
      ],
    });
  } catch (error) {
    ending = error;
  } finally {
    gone = true;
    await window.close();
    control.close();
  }
  if (ended !== undefined) {
    const between = ended - opened - tested;
    const parts = { opening: opened - begun, tests: tested, 'around them': between, closing: Date.now() - ended };
    const said = Object.entries(parts).map(([part, time]) => `${part} ${(time / 1000).toFixed(1)} s`);
    print(`  ${said.join(', ')}`);
  }
  const all = [...outcomes.values()];
  if (!complete || (ending !== undefined && all.every(({ failed }) => failed === 0))) {
    print(
      `  ✗ the window of VS Code (${mode.name}) ended before its suites did: ${ending?.message ?? 'no reason given'}`,
    );
    print(lastLines(path.join(state, 'window.log')));
    if (complete) all[0].failed += 1;
  }
  for (const [name, each] of outcomes) {
    if (each.ended && each.passed + each.failed > 0) continue;
    print(`  ✗ ${name}: ${each.ended ? 'no test ran' : 'it never ended'}`);
    each.failed += 1;
  }
  if (all.every(({ failed }) => failed === 0)) rmSync(place, { recursive: true, force: true, maxRetries: 5 });
  else print(`  the logs, and the newsroom as the suites left it, are in ${place}`);
  return outcomes;
}

function lastLines(file) {
  if (!existsSync(file)) return '';
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-15).join('\n').replace(/^/gm, '      ');
}
