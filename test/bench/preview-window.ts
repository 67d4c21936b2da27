// Runs inside VS Code: how long a keystroke takes from the extension host to the preview's DOM. See preview-window.mjs.
import * as vscode from 'vscode';
import { ask, eventually, inPanel, inPreview, mode } from '../host/driver.ts';
import { front, openFile, tidy } from '../vscode/window.ts';

/** Of `test/bench/floor`. */
interface Floor {
  took(): { readonly began: readonly (readonly [uri: string, at: number])[]; readonly offset: number };
  open(uris: readonly vscode.Uri[], column: vscode.ViewColumn): void;
  seen(): Promise<Seen>;
}

/** How many characters were there, and when. */
interface Seen {
  readonly seen: readonly (readonly [count: number, at: number])[];
  readonly offset: number;
}

declare const document: { querySelector(selector: string): { readonly contentDocument: { readonly body: Shown } } };
interface Shown {
  readonly textContent: string;
  querySelectorAll(selector: string): Iterable<Shown>;
}
declare const MutationObserver: new (seen: () => void) => { observe(target: object, options: object): void };
declare const window: { seen?: [number, number][]; typed?: string };

/** In turns, so that a busy moment of the machine hits both. */
const turns = 6;
const keystrokes = 10;
/** Between two keystrokes, milliseconds: faster than anybody types for long. */
const pause = 90;
/** What is typed. Nothing else on the page holds it. */
const typed = '字';
/** The same as markup: it takes a page that is drawn anew to show it. */
const marked = '&#23383;';

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function percentile(times: readonly number[], share: number): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length * share)] ?? Number.NaN;
}

async function type(uri: vscode.Uri, at: vscode.Position, text: string): Promise<void> {
  for (let i = 0; i < keystrokes; i++) {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, at, text);
    if (!(await vscode.workspace.applyEdit(edit))) throw new Error('the edit was refused');
    await sleep(pause + Math.random() * 20);
  }
  await sleep(300);
}

/** Notes when the preview shows how many of the typed characters. */
async function watch(): Promise<void> {
  await inPanel.evaluate((character) => {
    const seen: [number, number][] = [];
    window.seen = seen;
    const { body } = document.querySelector('iframe').contentDocument;
    const [place] = [...body.querySelectorAll('.body > p')].filter(({ textContent }) => textContent.includes('此处'));
    if (!place) throw new Error('the page does not have the paragraph');
    new MutationObserver(() => seen.push([place.textContent.split(character).length - 1, performance.now()])).observe(
      body,
      { subtree: true, childList: true, characterData: true },
    );
  }, typed);
}

function watched(): Promise<Seen> {
  return inPanel.evaluate(() => {
    const seen = window.seen?.splice(0) ?? [];
    const found = Array.from({ length: 15 }, () => {
      const before = Date.now();
      let now = before;
      while (now === before) now = Date.now();
      return now - performance.now();
    });
    return { seen, offset: found.sort((a, b) => a - b)[7] ?? 0 };
  });
}

/** From when the extension host knew of the n-th keystroke to when n characters were shown. */
function delays(took: ReturnType<Floor['took']>, uri: vscode.Uri, { seen, offset }: Seen, before: number): number[] {
  return took.began
    .filter(([changed]) => changed === uri.toString())
    .map(([, began], index) => {
      const shown = seen.find(([count]) => count >= before + index + 1);
      return shown ? shown[1] + offset - began - took.offset : Number.NaN;
    });
}

describe('keystroke to patched DOM, in the window', () => {
  afterEach(tidy);

  for (const kilobytes of [3, 30, 300]) {
    it(`${kilobytes} KB`, async () => {
      const floor: Floor = await vscode.extensions.getExtension('copydesk-bench.floor')?.activate();
      const paragraph = '清泉镇的柿子熟了，客商在老屋里过秤、记账，一天要接待四十多人，账本一页一页地翻过去。';
      // A Han character is three bytes.
      const count = Math.ceil((kilobytes * 1024) / (paragraph.length * 3 * 3));
      const paragraphs = Array.from({ length: count }, (_, index) => `${index}。${paragraph.repeat(3)}`);
      paragraphs[Math.floor(count * 0.3)] = `此处${paragraph.repeat(3)}`;
      const text = `${front}${paragraphs.join('\n\n')}\n`;
      const plain = await openFile(`乡村/底-${kilobytes}.txt`, text);
      const article = await openFile(`乡村/测时-${kilobytes}.md`, text);
      const at = article.document.positionAt(text.indexOf('此处') + 2);
      await eventually('a preview', async () => {
        await vscode.commands.executeCommand('copydesk.openPreview', article.document.uri);
        return vscode.window.tabGroups.all.length > 1;
      });
      await inPreview.waitFor('.body > p');
      await watch();
      floor.open([plain.document.uri, article.document.uri], vscode.ViewColumn.Three);
      await sleep(2000);
      const alone: number[] = [];
      const both = [typed, marked].map((text) => ({ text, least: [] as number[], ours: [] as number[] }));
      let there = 0;
      for (let turn = 0; turn <= turns; turn++) {
        await vscode.window.showTextDocument(plain.document, vscode.ViewColumn.One);
        await sleep(500);
        floor.took();
        await floor.seen();
        await type(plain.document.uri, at, typed);
        const least = delays(floor.took(), plain.document.uri, await floor.seen(), 0);
        // The first turn warms up.
        if (turn > 0) alone.push(...least);
        await vscode.window.showTextDocument(article.document, vscode.ViewColumn.One);
        await sleep(500);
        for (const series of both) {
          floor.took();
          await floor.seen();
          await watched();
          await type(article.document.uri, at, series.text);
          const took = floor.took();
          const beside = delays(took, article.document.uri, await floor.seen(), 0);
          const ours = delays(took, article.document.uri, await watched(), there);
          there += keystrokes;
          if (turn === 0) continue;
          series.least.push(...beside);
          series.ours.push(...ours);
        }
      }
      const said = (of: readonly number[]) =>
        `${percentile(of, 0.5).toFixed(1).padStart(6)} ms (p95 ${percentile(of, 0.95).toFixed(1).padStart(6)})`;
      const lines = [
        `${mode()}, ${kilobytes} KB`,
        `  VS Code alone, a text file:            ${said(alone)}`,
        ...both.flatMap(({ text, least, ours }) => {
          const own = percentile(
            ours.map((time, index) => time - (least[index] ?? Number.NaN)),
            0.5,
          );
          const ratio = percentile(ours, 0.5) / percentile(least, 0.5);
          return [
            `  VS Code, one message, the same key:    ${said(least)}`,
            `  Copydesk, ${(text === typed ? 'plain text' : 'markup').padEnd(29)}${said(ours)}; beyond VS Code’s ${own.toFixed(1)} ms, ${ratio.toFixed(2)} times`,
          ];
        }),
      ];
      for (const text of lines) await ask('print', { text });
    }).timeout(180_000);
  }
});
