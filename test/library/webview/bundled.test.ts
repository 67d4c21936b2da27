import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { chromiumAlone } from '../../preview/webview/chromium.ts';
import { examplesOf, pages } from '../examples.ts';
import { emptyProject, type Project } from '../project.ts';

describe('the packed library, bundled for browsers, in Chromium', function () {
  this.timeout(120_000);
  let browser: Browser;
  let project: Project;
  before(async () => {
    project = emptyProject();
    browser = await chromiumAlone();
  });
  after(async () => {
    await browser?.close();
    project?.remove();
  });

  it('prints what the page of examples says, and asks the network for nothing', async () => {
    const examples = examplesOf(pages[0]);
    for (const [index, { program }] of examples.entries()) project.write(`example-${index}.mjs`, program);
    const entry = project.write(
      'all.mjs',
      examples
        .map((_, index) => `console.log('example ${index}');\nawait import('./example-${index}.mjs');\n`)
        .join(''),
    );
    await build({
      entryPoints: [entry],
      outfile: join(project.root, 'all.js'),
      bundle: true,
      format: 'esm',
      platform: 'browser',
      target: 'es2022',
      logLevel: 'error',
    });
    const script = readFileSync(join(project.root, 'all.js'), 'utf8');
    assert.doesNotMatch(script, /["']node:/);
    const context = await browser.newContext();
    const tab = await context.newPage();
    const asked: string[] = [];
    const said: string[] = [];
    tab.on('console', (message) => said.push(message.text()));
    tab.on('pageerror', (error) => said.push(`error: ${error.message}`));
    await context.route('**', async (route) => {
      const url = route.request().url();
      asked.push(url);
      if (url === 'https://desk.example/') await route.fulfill({ contentType: 'text/html', body: '<!doctype html>' });
      else await route.abort();
    });
    await tab.goto('https://desk.example/');
    await tab.addScriptTag({ type: 'module', content: `${script}\nconsole.log('end');` });
    for (let tries = 0; tries < 200 && said.at(-1) !== 'end'; tries++) await tab.waitForTimeout(50);
    assert.deepEqual(
      `${said.join('\n')}\n`,
      `${examples.map(({ printed }, index) => `example ${index}\n${printed}`).join('')}end\n`,
    );
    assert.deepEqual(asked, ['https://desk.example/']);
    await context.close();
  });
});
