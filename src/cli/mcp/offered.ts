import { version } from '../../../package.json';
import { announced, callTool, ToolError } from '../../agents/tools.ts';
import { rules, titleOf } from '../../checks/index.ts';
import { pageFor } from '../../checks/page.ts';
import { pageText } from '../../checks/pages.ts';
import { describeHouse } from '../../house/describe.ts';
import { inLocale } from '../../model/finding.ts';
import type { Run } from '../run.ts';
import { deskOnDisk } from './desk.ts';
import type { Offered } from './serve.ts';

const houseUri = 'copydesk://house';
const checkUri = 'copydesk://checks/';
const markdown = 'text/markdown';
const yaml = 'application/yaml';

/** What `copydesk mcp` offers for the newsroom in a folder. */
export function offeredIn(run: Run, root: string): Offered {
  const { locale, say } = run;
  const house = { name: 'house', title: say('mcp-house'), mimeType: yaml };
  return {
    version,
    instructions: say('mcp-instructions'),
    tools: announced(locale),
    async call(name, input, signal) {
      try {
        return await callTool(deskOnDisk(run, root, signal), name, input);
      } catch (error) {
        if (error instanceof ToolError) return error.message;
        // Nobody waits for it.
        if (signal.aborted) return say('mcp-cancelled');
        return say('crashed', { detail: error instanceof Error ? (error.stack ?? error.message) : String(error) });
      }
    },
    resources: [
      { uri: houseUri, ...house },
      ...rules.map(({ id, title }) => ({
        uri: `${checkUri}${id}`,
        name: id,
        title: inLocale(title, locale),
        mimeType: markdown,
      })),
    ],
    templates: [{ uriTemplate: `${checkUri}{check}`, name: 'check', title: say('mcp-check'), mimeType: markdown }],
    async read(uri) {
      if (uri === houseUri) {
        const { houses, folders } = deskOnDisk(run, root, new AbortController().signal);
        const inForce = await houses.of(`${folders[0]}/`);
        return { text: describeHouse(inForce.house, locale), mimeType: yaml };
      }
      if (!uri.startsWith(checkUri)) return undefined;
      const id = uri.slice(checkUri.length);
      const text = await pageText(id);
      return text === undefined ? undefined : { text: pageFor(text, titleOf(id, locale), locale), mimeType: markdown };
    },
  };
}
