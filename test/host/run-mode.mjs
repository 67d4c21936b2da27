// Runs one suite in one VS Code window, through @vscode/test-electron whichever VS Code it is.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';
import { openControl } from './control.mjs';
import { changeDisk } from './disk.mjs';
import { root } from './install.mjs';
import { freePort, quiet } from './server.mjs';
import { openWindow } from './window.mjs';

const standIn = fileURLToPath(new URL('code.mjs', import.meta.url));

/**
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 */

/**
 * @param {import('./modes.mjs').Mode} mode
 * @param {object} options
 * @param {string | undefined} options.desktop the executable of a desktop VS Code; `undefined` is the stand-in
 * @param {string} [options.extension] the folder of the extension under test; the repository when absent
 * @param {string} options.tests the bundle of one suite
 * @param {string} [options.beside] the folder of an extension that is installed beside it, in the same extension host
 * @param {(text: string) => void} options.print
 * @returns {Promise<Outcome>} a window that ends before its suites do is one failure
 */
export async function runMode(mode, { desktop, extension = root, tests, beside, print }) {
  const place = mkdtempSync(path.join(os.tmpdir(), 'copydesk-test-'));
  // In a folder of its own, so that a suite may have files outside the newsroom.
  const newsroom = path.join(place, 'desk/newsroom');
  const sample = path.join(root, 'test/newsroom');
  // A copy: suites write into it.
  if (existsSync(sample)) cpSync(sample, newsroom, { recursive: true });
  else mkdirSync(newsroom, { recursive: true });

  const outcome = { passed: 0, failed: 0, skipped: 0 };
  let complete = false;
  let gone = false;
  const debugging = await freePort();
  const window = openWindow({ port: debugging, mode: mode.name, gone: () => gone });
  const marks = { passed: '✓', failed: '✗', skipped: '-' };
  const control = await openControl(async (action, request) => {
    if (action === 'end') {
      complete = true;
    } else if (action === 'result') {
      outcome[request.state] += 1;
      print(`  ${marks[request.state]} ${request.title}${request.duration > 1000 ? ` (${request.duration} ms)` : ''}`);
      if (request.error) print(request.error.replace(/^/gm, '      '));
    } else if (action === 'disk') {
      return changeDisk(newsroom, request);
    } else {
      return window.act(action, request);
    }
    return undefined;
  });

  const profile = path.join(place, 'profile');
  mkdirSync(path.join(profile, 'User'), { recursive: true });
  const extensions = path.join(place, 'extensions');
  if (beside) cpSync(beside, path.join(extensions, path.basename(beside)), { recursive: true });
  const driver = { url: control.url, token: control.token, mode: mode.name };
  const settings = {
    ...quiet,
    'editor.cursorBlinking': 'solid',
    // On by default in a browser: it would save what a suite leaves unsaved.
    'files.autoSave': 'off',
    'copydesk-test.driver': driver,
  };
  writeFileSync(path.join(profile, 'User/settings.json'), JSON.stringify(settings));

  if (mode.serverless) {
    // A window without a server has no file of the user's settings, and knows by defaults only what has a schema.
    const own = path.join(newsroom, '.vscode/settings.json');
    const kept = existsSync(own) ? readFileSync(own, 'utf8') : '{}';
    mkdirSync(path.dirname(own), { recursive: true });
    writeFileSync(own, kept.replace('{', `{"copydesk-test.driver": ${JSON.stringify(driver)},`));
  }
  const state = path.join(place, 'code');
  let ending;
  try {
    await runTests({
      // runTests always passes --disable-workspace-trust; only the stand-in can take that back, or do without a server.
      vscodeExecutablePath: mode.restricted || mode.serverless ? standIn : (desktop ?? standIn),
      extensionDevelopmentPath: extension,
      extensionTestsPath: tests,
      extensionTestsEnv: {
        COPYDESK_STATE: state,
        ...(mode.restricted ? { COPYDESK_RESTRICTED: '1' } : {}),
        ...(mode.serverless ? { COPYDESK_SERVERLESS: '1' } : {}),
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
  if (!complete || (ending !== undefined && outcome.failed === 0)) {
    outcome.failed += 1;
    print(
      `  ✗ the window of VS Code (${mode.name}) ended before its suites did: ${ending?.message ?? 'no reason given'}`,
    );
    print(lastLines(path.join(state, 'window.log')));
  }
  if (outcome.failed === 0) rmSync(place, { recursive: true, force: true, maxRetries: 5 });
  else print(`  the logs, and the newsroom as the suites left it, are in ${place}`);
  return outcome;
}

function lastLines(file) {
  if (!existsSync(file)) return '';
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-15).join('\n').replace(/^/gm, '      ');
}
