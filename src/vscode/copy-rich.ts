import * as vscode from 'vscode';
import { copyHtml } from '../preview/copy-html.ts';
import { isFromCopying } from '../preview/copy-messages.ts';

/** Rich text with its plain form. */
interface Rich {
  readonly html: string;
  readonly text: string;
}

/**
 * Puts rich text onto the clipboard through a window of its own, which closes when it is done; where the host asks for
 * a click, it stays with a button. Settles with whether it was copied; false when the window was closed before.
 */
export async function copyRich(context: vscode.ExtensionContext, rich: Rich): Promise<boolean> {
  const title = vscode.l10n.t('Copy');
  const place = { viewColumn: vscode.ViewColumn.Active, preserveFocus: false };
  const dist = vscode.Uri.joinPath(context.extensionUri, 'dist');
  const panel = vscode.window.createWebviewPanel('copydesk.copy', title, place, {
    enableScripts: true,
    localResourceRoots: [dist],
  });
  return new Promise((resolve) => {
    panel.onDidDispose(() => resolve(false));
    panel.webview.onDidReceiveMessage((message: unknown) => {
      if (!isFromCopying(message)) return;
      if (message.type === 'ready') void panel.webview.postMessage({ type: 'copy', ...rich });
      else if (message.done) {
        resolve(true);
        panel.dispose();
        // In a browser the focus would go with the window that had it.
        void vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
      } else if (message.by === 'button') {
        void vscode.window.showWarningMessage(
          vscode.l10n.t(
            'This editor does not let an extension copy rich text. Export HTML, open the file in a browser, and copy it from there.',
          ),
        );
      }
    });
    panel.webview.html = copyHtml({
      nonce: crypto.randomUUID().replaceAll('-', ''),
      scriptUri: panel.webview.asWebviewUri(vscode.Uri.joinPath(dist, 'copying.js')).toString(),
      lang: vscode.env.language,
      words: {
        title,
        copy: vscode.l10n.t('Copy'),
        how: vscode.l10n.t('This window closes when the article is on the clipboard. If it stays, press the button.'),
      },
    });
  });
}
