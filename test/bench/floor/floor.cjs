// The least that an extension can do to show a keystroke in a webview, measured beside Copydesk: one listener, one
// message, one line of script. It is activated before anything else, so it also hears of every keystroke first.
const vscode = require('vscode');

/**
 * What must be added to `performance.now()` to get the machine's clock. `performance.timeOrigin` may be milliseconds
 * off between processes; the moment at which `Date.now()` turns is the same in all of them.
 */
function clockOffset() {
  const found = Array.from({ length: 15 }, () => {
    const before = Date.now();
    let now = before;
    while (now === before) now = Date.now();
    return now - performance.now();
  });
  return found.sort((a, b) => a - b)[7];
}

const script = `
  ${clockOffset}
  const shown = document.getElementById('floor');
  const seen = [];
  const port = acquireVsCodeApi();
  new MutationObserver(() => seen.push([shown.textContent.length, performance.now()]))
    .observe(shown, { childList: true, characterData: true });
  addEventListener('message', ({ data }) => {
    if (data === 'seen') {
      port.postMessage({ seen, offset: clockOffset() });
      seen.length = 0;
      shown.textContent = '';
    } else shown.textContent += '.';
  });
`;

exports.activate = () => {
  /** When the extension host knew of the changes of a document. */
  let began = [];
  let panel;
  let followed = [];
  vscode.workspace.onDidChangeTextDocument(({ document, contentChanges: [change] }) => {
    if (change === undefined) return;
    began.push([document.uri.toString(), performance.now()]);
    if (followed.includes(document.uri.toString())) void panel.webview.postMessage(1);
  });
  return {
    /** Hands over what was noted since the last call. */
    took() {
      const all = { began, offset: clockOffset() };
      began = [];
      return all;
    },
    /** Opens the panel, in which a character appears whenever one of the documents changes. */
    open(uris, viewColumn) {
      followed = uris.map((uri) => uri.toString());
      panel = vscode.window.createWebviewPanel(
        'floor',
        'Floor',
        { viewColumn, preserveFocus: true },
        { enableScripts: true },
      );
      panel.webview.html = `<!doctype html><body><p id="floor"></p><script>${script}</script>`;
    },
    /** What the panel showed since the last call: lengths of the text, each with its moment. */
    seen() {
      return new Promise((resolve) => {
        const listener = panel.webview.onDidReceiveMessage((message) => {
          listener.dispose();
          resolve(message);
        });
        void panel.webview.postMessage('seen');
      });
    },
  };
};
