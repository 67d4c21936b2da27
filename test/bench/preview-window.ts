// Runs inside VS Code: how long a keystroke takes from the editor's text to the preview's DOM. See preview-window.mjs.
import * as vscode from 'vscode';
import { ask, eventually, inPanel, inPreview } from '../host/driver.ts';
import { front, openFile, tidy } from '../vscode/window.ts';

declare const document: { querySelector(selector: string): { readonly contentDocument: { readonly body: object } } };
declare const MutationObserver: new (seen: () => void) => { observe(target: object, options: object): void };
declare const window: { seen?: number[] };

const keystrokes = 40;

function median(times: readonly number[], share = 0.5): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length * share)] ?? Number.NaN;
}

describe('text to patched DOM, in the window', () => {
  afterEach(tidy);

  for (const kilobytes of [3, 30, 300]) {
    it(`${kilobytes} KB`, async () => {
      const paragraph = '清泉镇的柿子熟了，客商在老屋里过秤、记账，一天要接待四十多人，账本一页一页地翻过去。';
      // A Han character is three bytes.
      const count = Math.ceil((kilobytes * 1024) / (paragraph.length * 3 * 3));
      const text = Array.from({ length: count }, (_, index) => `${index}。${paragraph.repeat(3)}`).join('\n\n');
      const editor = await openFile(`乡村/测时-${kilobytes}.md`, `${front}${text}\n`);
      await eventually('a preview', async () => {
        await vscode.commands.executeCommand('copydesk.openPreview', editor.document.uri);
        return vscode.window.tabGroups.all.length > 1;
      });
      await inPreview.waitFor('.body > p');
      await inPanel.evaluate(() => {
        const seen: number[] = [];
        window.seen = seen;
        new MutationObserver(() => seen.push(performance.timeOrigin + performance.now())).observe(
          document.querySelector('iframe').contentDocument.body,
          { subtree: true, childList: true, characterData: true },
        );
      });
      const times: number[] = [];
      for (let i = 0; i < keystrokes; i++) {
        const before = (await inPanel.evaluate(() => window.seen?.length ?? 0)) as number;
        const at = editor.document.positionAt(editor.document.getText().indexOf('客商', text.length * 0.3));
        // From when the extension knows the new text: what typing costs VS Code itself is not ours.
        let began = Number.NaN;
        const listener = vscode.workspace.onDidChangeTextDocument(() => {
          began = performance.timeOrigin + performance.now();
          listener.dispose();
        });
        await editor.edit((edit) => edit.insert(at, '字'));
        const seen = await eventually('the patched page', async () => {
          const all = (await inPanel.evaluate(() => window.seen ?? [])) as number[];
          return all.length > before && all[before];
        });
        times.push(seen - began);
      }
      const shown = (share: number) => `${median(times, share).toFixed(1)} ms`;
      await ask('print', { text: `${kilobytes} KB: ${shown(0.5)} (p50), ${shown(0.95)} (p95)` });
    });
  }
});
