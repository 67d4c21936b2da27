import type { CancellationToken } from 'vscode-languageserver';
import { callTool, type Desk, ToolError } from '../../agents/tools.ts';
import { editsBetween } from '../../engine/edits-between.ts';
import { lineStarts } from '../../model/range.ts';
import { joinUri } from '../../newsroom/uri.ts';
import { readText } from '../../newsroom/world.ts';
import { cancelled } from '../answer.ts';
import type { Session } from '../session.ts';
import { say } from '../words.ts';
import { lineEditsOf, workspaceEdit } from '../workspace-edit.ts';
import type { DeskHandler } from './request.ts';

/** Does what an agent asks for, in the newsroom as the editor has it: unsaved texts go before the files. */
export const agentTool: DeskHandler<'copydesk/agentTool'> = async (session, { name, input }, token) => {
  try {
    const { words } = await callTool(deskOf(session, token), name, input);
    return { words, failed: false };
  } catch (error) {
    if (token.isCancellationRequested) return cancelled();
    if (error instanceof ToolError) return { words: error.message, failed: true };
    throw error;
  }
};

/** What is written is an edit of the workspace: a person sees it, unsaved, and may undo it. */
function deskOf(session: Session, token: CancellationToken): Desk {
  const { client, standing, houses, index, world } = session;
  const locale = session.locale();
  return {
    world,
    houses,
    index,
    folders: session.folders(),
    locale,
    now: () => session.now(),
    absolute: (path) => (path.startsWith('/') ? joinUri('file:///', ...path.split('/').filter(Boolean)) : undefined),
    async turn() {
      await new Promise((resolve) => setTimeout(resolve));
      if (token.isCancellationRequested) throw new Error('cancelled');
    },
    mayWrite: false,
    async replace(uri, before, after) {
      const version = standing.get(uri)?.version ?? null;
      if ((await readText(world, uri)) !== before) return say(locale, 'changedMeanwhile');
      const edits = lineEditsOf(lineStarts(before), editsBetween(before, after));
      const isDone = await session.edit(workspaceEdit(client, [{ uri, version, edits }]));
      return isDone ? undefined : say(locale, 'editRefused');
    },
    async create(uri, text) {
      const [kind] = await world.kinds([uri]);
      if (kind !== undefined || standing.get(uri)) return 'taken';
      const edits = lineEditsOf([0], [{ start: 0, end: 0, text }]);
      const isDone = await session.edit(workspaceEdit(client, [{ uri, version: null, edits, isNew: true }]));
      return isDone ? undefined : say(locale, 'editRefused');
    },
  };
}
