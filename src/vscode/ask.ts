import * as vscode from 'vscode';

/*
 * When the palette closes, VS Code gives the focus back to the page that had it, by a message to the page's frame. In a
 * busy window the frame takes it after the list of the chosen command is there, which closes the list: a command that
 * ended in nothing. So a list is held open until the window is at rest: by then the frame has had its message.
 */

/** How long a window must have answered at once, milliseconds in all, until nothing of before is on its way any more. */
const atRest = 1500;

/** How often it is asked meanwhile, milliseconds. */
const pace = 100;

/** What is answered sooner is answered at once, milliseconds: a busy window takes seconds. */
const atOnce = 100;

/** A window that is busy for so long, in milliseconds, is busy for a reason of its own. */
const longest = 20_000;

/** What Escape does to a list that is held open. In no palette: whoever has no such list would find nothing to do. */
const leaveHeld = 'copydesk.leaveHeldList';

/** Whether a list is held open, as keys are told. */
const tellKeys = (isHeld: boolean): Thenable<unknown> =>
  vscode.commands.executeCommand('setContext', 'copydesk.listIsHeld', isHeld);

/** Until the window has answered at once for a while, or a list is held no longer. */
async function untilAtRest(isHeld: () => boolean): Promise<void> {
  const until = Date.now() + longest;
  for (let calm = 0; calm < atRest && Date.now() < until; ) {
    const asked = Date.now();
    await new Promise((resolve) => void setTimeout(resolve, pace));
    if (!isHeld()) return;
    await tellKeys(true);
    const took = Date.now() - asked;
    calm = took < pace + atOnce ? calm + took : 0;
  }
}

/** Leaves the list that is held open now. */
let leaveNow: (() => void) | undefined;

/** Has Escape leave a list that is held open: by its being closed alone, a page that took the focus is the same. */
export function registerAsk(): vscode.Disposable {
  return vscode.commands.registerCommand(leaveHeld, () => leaveNow?.());
}

/** Whether a page has the focus, and not an editor that it stands beside. */
function isOnPage(): boolean {
  return vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputWebview;
}

/** How a list or an input is held open. */
interface Held {
  /** Leaving it does not close it: something typed or ticked would be lost. */
  readonly stays?: boolean;
  /** It was asked for in the desk's view, which is a page and no tab. */
  readonly fromPage?: boolean;
}

/**
 * Shows a list or an input until it has an answer or was closed, and takes it away. Where a page takes the focus from it
 * and so closes it, it is shown again. `undefined`: the user gave up. Throws what `listen` throws.
 */
export async function asked<T>(
  input: vscode.QuickPick<vscode.QuickPickItem> | vscode.InputBox,
  { stays = false, fromPage = false }: Held,
  listen: (answer: (given: T) => void) => void | Promise<void>,
): Promise<T | undefined> {
  /** It is shown again once: a page takes the focus back once. */
  let isHeld = fromPage || isOnPage();
  const leave = (): void => {
    isHeld = false;
    input.hide();
  };
  if (isHeld) {
    leaveNow = leave;
    void tellKeys(true);
  }
  try {
    return await new Promise<T | undefined>((resolve, reject) => {
      input.onDidHide(() => {
        if (isHeld) {
          isHeld = false;
          // The page has had the focus back: from now on whoever goes elsewhere means it.
          input.ignoreFocusOut = stays;
          letGo(leave);
          again(input);
        } else resolve(undefined);
      });
      // Until then being closed is how it is heard of that the focus was taken.
      if (isHeld)
        void untilAtRest(() => leaveNow === leave).then(() => {
          if (leaveNow !== leave) return;
          isHeld = false;
          input.ignoreFocusOut = stays;
          letGo(leave);
        });
      else input.ignoreFocusOut = stays;
      input.show();
      Promise.resolve(
        listen((given) => {
          isHeld = false;
          resolve(given);
        }),
      ).catch(reject);
    });
  } finally {
    isHeld = false;
    letGo(leave);
    input.dispose();
  }
}

/** A list is no longer held open; Escape closes it as VS Code does. */
function letGo(leave: () => void): void {
  if (leaveNow !== leave) return;
  leaveNow = undefined;
  void tellKeys(false);
}

/** Shows what was closed as it was: a list that is shown again has no rows until it is given them again. */
function again(input: vscode.QuickPick<vscode.QuickPickItem> | vscode.InputBox): void {
  if ('items' in input) {
    const { items, selectedItems } = input;
    input.items = [...items];
    if (input.canSelectMany) input.selectedItems = selectedItems;
  }
  input.show();
}

/** What a list to pick from says of itself. */
interface PickWords extends Held {
  readonly title: string;
  readonly placeHolder?: string;
  readonly matchOnDescription?: boolean;
  readonly matchOnDetail?: boolean;
}

/**
 * A list to pick one row from. `undefined`: the user gave up.
 * @param rows the rows; the list is there, and says that it is busy, while they are on their way
 */
export async function pickOne<T extends vscode.QuickPickItem>(
  rows: readonly T[] | Promise<readonly T[]>,
  { title, placeHolder, matchOnDescription = false, matchOnDetail = false, ...how }: PickWords,
): Promise<T | undefined> {
  const pick = vscode.window.createQuickPick<T>();
  pick.title = title;
  pick.placeholder = placeHolder;
  pick.matchOnDescription = matchOnDescription;
  pick.matchOnDetail = matchOnDetail;
  return asked<T>(pick, how, async (answer) => {
    pick.onDidAccept(() => {
      const chosen = pick.selectedItems[0] ?? pick.activeItems[0];
      if (chosen) answer(chosen);
    });
    pick.busy = true;
    pick.items = await rows;
    pick.busy = false;
  });
}

/** Asks for a text. What was typed is not lost when the focus goes elsewhere. `undefined`: the user gave up. */
export async function askText(words: {
  readonly title?: string;
  readonly prompt: string;
  readonly value?: string;
  /** What is wrong with a text; a text with an error is not taken. */
  readonly validateInput?: (text: string) => string | vscode.InputBoxValidationMessage | undefined;
}): Promise<string | undefined> {
  const input = vscode.window.createInputBox();
  input.title = words.title;
  input.prompt = words.prompt;
  input.value = words.value ?? '';
  return asked<string>(input, { stays: true }, (answer) => {
    const check = (text: string): boolean => {
      const said = words.validateInput?.(text);
      input.validationMessage = said;
      const isError =
        typeof said === 'string' ? said !== '' : said?.severity === vscode.InputBoxValidationSeverity.Error;
      return !isError;
    };
    input.onDidChangeValue(check);
    input.onDidAccept(() => {
      if (check(input.value)) answer(input.value);
    });
  });
}
