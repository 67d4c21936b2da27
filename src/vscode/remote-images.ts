import * as vscode from 'vscode';

/** Whether previews may show pictures of other sites: asked of the user once a workspace. */
export interface RemoteImages extends vscode.Disposable {
  /** `untrusted`: never in a folder that is not trusted, whatever was allowed before. */
  state(): 'shown' | 'hidden' | 'untrusted';
  /** Allows them in this workspace, or takes that back. Does nothing in a folder that is not trusted. */
  toggle(): Promise<void>;
  readonly onDidChange: vscode.Event<void>;
}

const key = 'copydesk.preview.remoteImages';

export function remoteImages({ workspaceState }: vscode.ExtensionContext): RemoteImages {
  const changed = new vscode.EventEmitter<void>();
  const state = (): 'shown' | 'hidden' | 'untrusted' => {
    if (!vscode.workspace.isTrusted) return 'untrusted';
    return workspaceState.get(key) === true ? 'shown' : 'hidden';
  };
  const trust = vscode.workspace.onDidGrantWorkspaceTrust(() => changed.fire());
  return {
    state,
    async toggle() {
      if (state() === 'untrusted') {
        void vscode.window.showInformationMessage(
          vscode.l10n.t('Pictures of other sites are not shown in a folder that is not trusted.'),
        );
        return;
      }
      await workspaceState.update(key, state() === 'hidden');
      changed.fire();
    },
    onDidChange: changed.event,
    dispose() {
      trust.dispose();
      changed.dispose();
    },
  };
}
