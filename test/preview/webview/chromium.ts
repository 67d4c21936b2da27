import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

/** The Chromium that the suites in VS Code use, by itself. */
export async function chromiumAlone(): Promise<Browser> {
  const finder: { findBrowser(): Promise<{ executable: string; args: string[]; env: Record<string, string> }> } =
    await import(pathToFileURL(path.resolve('test/host/browser.mjs')).href);
  const { executable, args, env } = await finder.findBrowser();
  const inherited = Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return chromium.launch({
    executablePath: executable,
    args: [...args],
    env: { ...Object.fromEntries(inherited), ...env },
  });
}
