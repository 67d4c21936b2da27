import * as vscode from 'vscode';
import type { Desk } from './client.ts';

/** What package.json calls a tool begins so; the rest is the server's name for it. */
const prefix = 'copydesk_';

/** A tool as package.json declares it. */
interface Declared {
  readonly name: string;
  readonly displayName: string;
}

/** The newsroom's tools for agents in VS Code's chat: the server does what they ask for, as over MCP. */
export function registerAgentTools({ extension }: vscode.ExtensionContext, desk: Desk): vscode.Disposable {
  const declared: readonly Declared[] = extension.packageJSON.contributes.languageModelTools;
  return vscode.Disposable.from(
    ...declared.map(({ name, displayName }) =>
      vscode.lm.registerTool<object>(name, {
        prepareInvocation: ({ input }) => prepared(displayName, input),
        async invoke({ input }, token) {
          const asked = { name: name.slice(prefix.length), input };
          const { words, failed } = await desk.ask('copydesk/agentTool', asked, token);
          // Told to the model as a failure; the sentence says why.
          if (failed) throw new Error(words);
          return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(words)]);
        },
      }),
    ),
  );
}

/** A person is asked before anything is written. */
function prepared(title: string, input: object): vscode.PreparedToolInvocation {
  const named = 'path' in input && typeof input.path === 'string' ? input.path : undefined;
  const invocationMessage = named === undefined ? title : `${title}: ${named}`;
  if (!('write' in input && input.write === true)) return { invocationMessage };
  const message =
    named === undefined
      ? vscode.l10n.t('An agent wants to write a new article. Nothing that is there is overwritten.')
      : vscode.l10n.t('An agent wants to make the safe fixes in {0}. They can be undone.', named);
  return { invocationMessage, confirmationMessages: { title, message } };
}
