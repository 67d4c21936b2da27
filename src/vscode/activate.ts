import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { trustedNotification } from '../server/protocol.ts';
import { registerAddTerm } from './add-term.ts';
import { registerAgentTools } from './agent-tools.ts';
import { articleTracker } from './articles.ts';
import { registerAsk } from './ask.ts';
import { registerCheckCommands } from './check.ts';
import { clientOptions, type Desk, deskOf } from './client.ts';
import { registerCompare } from './compare.ts';
import { registerDayList } from './day-list.ts';
import { registerDeskPages } from './desk-pages.ts';
import { registerDeskView } from './desk-view.ts';
import { registerEncodingGuard } from './encoding.ts';
import { registerFields } from './fields.ts';
import { type RealPlace, registerFiles } from './files.ts';
import { registerFixAll } from './fix-all.ts';
import { registerHandOver } from './hand-over.ts';
import { registerHousePage } from './house-page.ts';
import { registerHouseStyle } from './house-style.ts';
import { registerInsertBlock } from './insert-block.ts';
import { registerNewArticle } from './new-article.ts';
import { registerNewFromPage } from './new-from-page.ts';
import { registerOnlyChanges } from './only-changes.ts';
import { registerPreview } from './preview.ts';
import { registerReadyPage } from './ready-page.ts';
import { registerSetUp } from './set-up.ts';
import { registerSignOff } from './sign-off.ts';
import { registerStages } from './stages.ts';
import { registerStatus } from './status.ts';
import { registerTasks } from './tasks.ts';
import { registerTaught } from './taught.ts';
import { registerTryRule } from './try-rule.ts';

/** What the extension exports, for its own tests. */
export interface Copydesk {
  /** Settles when the language server answers. */
  readonly ready: Promise<void>;
  readonly client: BaseLanguageClient;
}

/** Starts every surface of the extension. Does not wait for the server: commands do, when they need it. */
export async function activateCopydesk(
  context: vscode.ExtensionContext,
  createClient: (options: LanguageClientOptions) => BaseLanguageClient,
  realPlace?: RealPlace,
): Promise<Copydesk> {
  const client = createClient(clientOptions());
  const add = (...disposables: readonly vscode.Disposable[]) => void context.subscriptions.push(...disposables);
  add(registerFiles(client, realPlace));
  const articles = articleTracker(client);
  add(articles);
  const ready = client.start();
  // A house above the folder is read from now on.
  const trust = () => void ready.then(() => client.sendNotification(trustedNotification));
  add(vscode.workspace.onDidGrantWorkspaceTrust(trust));
  add({ dispose: () => void client.dispose().catch(() => {}) });
  const desk: Desk = deskOf(client, ready);
  add(
    registerAsk(),
    registerNewArticle(desk),
    registerNewFromPage(desk),
    registerTaught(),
    registerInsertBlock(desk),
    registerFixAll(desk, articles),
    registerCheckCommands(desk, articles),
    registerDeskPages(desk),
    registerDeskView(context, desk),
    registerDayList(context, desk),
    registerPreview(context, desk, articles),
    registerHandOver(context, desk, articles),
    registerStatus(articles),
    registerHouseStyle(context, articles),
    registerSetUp(context, desk),
    registerHousePage(context, desk, articles),
    registerFields(desk, articles),
    registerStages(desk, articles),
    registerSignOff(context, desk, articles),
    registerReadyPage(context, desk, articles),
    registerCompare(desk, articles),
    registerOnlyChanges(context, desk, ready),
    registerAddTerm(desk, articles),
    registerTryRule(context, desk),
    registerEncodingGuard(articles),
    registerAgentTools(context, desk),
    registerTasks(desk),
  );
  ready.catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(vscode.l10n.t('Copydesk’s language server did not start: {0}', reason));
  });
  return { ready, client };
}
