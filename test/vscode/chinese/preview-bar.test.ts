import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { checkAccess, eventually, inPanel, inPreview, press, resize, screenshot } from '../../host/driver.ts';
import { front, openFile, tidy } from '../window.ts';

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}
interface Control {
  readonly id: string;
  readonly title: string;
  readonly textContent: string;
  readonly offsetParent: object | null;
  getAttribute(name: string): string | null;
  getBoundingClientRect(): Box;
}
declare const document: {
  readonly activeElement: { readonly id: string } | null;
  readonly documentElement: { readonly scrollWidth: number };
  readonly body: { readonly className: string };
  querySelector(selector: string): { focus(): void; value: string; getBoundingClientRect(): Box };
  querySelectorAll(selector: string): Iterable<Control>;
};
declare const innerWidth: number;
declare function getComputedStyle(element: object): { readonly outlineStyle: string; readonly outlineWidth: string };

/** An English word that should not be there. */
const english = /[A-Za-z]{3,}/;

describe('the bar of the preview, for a Chinese user', () => {
  before(async () => {
    const text = `${front}中国报道讯（苏禾）清泉镇•河口镇"两地"……，签约。\n\n![](https://pictures.example/a.png)\n`;
    const { document: file } = await openFile('乡村/工具栏.md', text);
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    await eventually('a preview', async () => {
      await vscode.commands.executeCommand('copydesk.openPreview', file.uri);
      return vscode.window.tabGroups.all.length > 1;
    });
    await inPreview.waitFor('[data-findings]');
  });
  after(async () => {
    await vscode.workspace.getConfiguration('workbench').update('colorTheme', undefined, true);
    await resize(1440, 900);
    await tidy();
  });

  const focused = () => inPanel.evaluate(() => document.activeElement?.id);

  it('names every control in Chinese, as a screen reader says it', async () => {
    const names = await inPanel.evaluate(() =>
      [...document.querySelectorAll('#bar button, #bar select, #bar option, #count, #remote')].map(
        (control) => control.getAttribute('aria-label') ?? control.textContent.trim(),
      ),
    );
    assert.ok(names.length >= 15, names.join());
    for (const name of names) {
      assert.notEqual(name, '');
      assert.doesNotMatch(name.replace(/（?\(?(?:Shift\+)?F8\)?）?/g, ''), english);
    }
  });

  for (const [width, editor, name] of [
    [1440, 'Default Light Modern', 'wide'],
    [660, 'Default Light Modern', 'narrow'],
    [660, 'Default Dark Modern', 'narrow-dark'],
    [660, 'Default High Contrast', 'narrow-contrast'],
  ] as const) {
    it(`has room for every control and keeps nobody out, ${name}`, async () => {
      await vscode.workspace.getConfiguration('workbench').update('colorTheme', editor, true);
      await resize(width, 760);
      const contrast = editor.includes('Contrast');
      await eventually('the window as it should be', () =>
        inPanel.evaluate(
          (most, wanted) => innerWidth <= most && document.body.className.includes('vscode-high-contrast') === wanted,
          width,
          contrast,
        ),
      );
      const {
        wide,
        window: room,
        boxes,
      } = await inPanel.evaluate(() => ({
        wide: document.documentElement.scrollWidth,
        window: innerWidth,
        boxes: [...document.querySelectorAll('#bar button, #bar select, #remote button')]
          .filter(({ offsetParent }) => offsetParent !== null)
          .map((control) => ({ id: control.id, ...JSON.parse(JSON.stringify(control.getBoundingClientRect())) })),
      }));
      await screenshot(`bar-${name}`);
      assert.ok(wide <= room, `${wide} in ${room}`);
      for (const box of boxes) {
        assert.ok(box.left >= 0 && box.right <= room, `${box.id} sticks out`);
        assert.ok(box.width >= 24 && box.height >= 24, `${box.id} is too small to be hit`);
      }
      const { panel } = await checkAccess();
      assert.deepEqual(
        panel.filter((line) => /^(serious|critical)/.test(line)),
        [],
      );
    });
  }

  it('is one stop of the Tab key, in which the arrows move', async () => {
    await inPanel.evaluate(() => document.querySelector('#view').focus());
    const stops = [];
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'End', 'ArrowRight', 'ArrowLeft', 'Home']) {
      await press(key);
      stops.push(await focused());
    }
    assert.deepEqual(stops, ['scheme', 'previous', 'next', 'lock', 'view', 'lock', 'view']);
    // Lists keep Up and Down for themselves.
    assert.equal(await inPanel.evaluate(() => document.querySelector('#view').value), 'fit');
    const ring = await inPanel.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.querySelector('#view'));
      return `${outlineStyle} ${outlineWidth}`;
    });
    assert.equal(ring, 'solid 2px');
    await press('Tab');
    assert.notEqual(await focused(), 'scheme');
    await press('Shift+Tab');
    assert.equal(await focused(), 'view');
  });

  it('keeps a stop when the control that had it is gone', async () => {
    await inPanel.evaluate(() => document.querySelector('#next').focus());
    await inPanel.click('#marks');
    await inPreview.waitFor('[data-findings]', 'hidden');
    const stops = await inPanel.evaluate(() =>
      [...document.querySelectorAll('#bar [tabindex="0"]')]
        .filter(({ offsetParent }) => offsetParent)
        .map(({ id }) => id),
    );
    assert.equal(stops.length, 1);
    await inPanel.click('#marks');
  });
});
