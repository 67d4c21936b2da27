import { fixAll } from '../../engine/fix.ts';
import { type FileReport, reportFinding } from '../../engine/reported.ts';
import { unifiedDiff } from '../../engine/unified-diff.ts';
import { lineStarts } from '../../model/range.ts';
import { articleGiven } from '../desk.ts';
import { defineTool, listOf, mapOf, text } from '../tool.ts';
import { say, ToolError } from '../words.ts';
import { mayWrite } from '../writing.ts';
import { knownChecks } from './checks-wanted.ts';
import { findingSchema, lightened, linesOf, usualLimit } from './findings.ts';

interface Input {
  readonly path?: string;
  readonly text?: string;
  readonly checks?: readonly string[];
  readonly write?: boolean;
}

interface Output extends Pick<FileReport, 'path' | 'findings'> {
  readonly applied: number;
  readonly written: boolean;
  readonly diff: string;
  readonly text?: string;
}

/** Makes the fixes that are certain. */
export const fix = defineTool<Input, Output>({
  name: 'fix',
  title: { en: 'Mend an article', zh: '改正稿件' },
  about: {
    en: 'Makes every fix that is certain in one article, as a diff, and lists what is left for a person. Writes nothing unless `write` is true and the newsroom allows it. A fix never touches a name, a number, a link or YAML beyond what its finding says.',
    zh: '改正一篇稿件中有把握的问题，给出差异，并列出留给人处理的问题。`write` 为 true 且本编辑部允许时才写入文件。改正不会动人名、数字、链接和问题所指之外的稿件信息。',
  },
  writes: 'fixes',
  input: mapOf({
    path: text({ en: 'The article, relative to the newsroom’s folder.', zh: '稿件路径，从编辑部文件夹写起。' }),
    text: text({
      en: 'An article’s text instead of a file; it is given back mended.',
      zh: '直接给出稿件全文，改好后返回。',
    }),
    checks: listOf(text({ en: 'Only what these checks find, by id.', zh: '只改这几项检查发现的问题，写 id。' })),
    write: { type: 'boolean', description: { en: 'Write the file (false).', zh: '写入文件（默认 false）。' } },
  }),
  output: mapOf(
    {
      path: { type: 'string' },
      applied: { type: 'integer' },
      written: { type: 'boolean' },
      diff: { type: 'string' },
      text: { type: 'string' },
      findings: listOf(findingSchema),
    },
    ['path', 'applied', 'written', 'diff', 'findings'],
  ),
  async run(desk, input) {
    const { locale } = desk;
    if (input.text !== undefined && input.write === true) throw new ToolError(say(locale, 'write-text'));
    const only = input.checks && knownChecks(input.checks, locale);
    const { uri, shown, text: before, house, facts } = await articleGiven(desk, input);
    const isFile = input.text === undefined;
    const writes = input.write === true;
    if (writes && !mayWrite(desk, house, 'fixes')) throw new ToolError(say(locale, 'not-allowed', { wanted: 'fixes' }));
    await desk.turn();
    const fixed = fixAll(before, house, facts, only === undefined ? {} : { only });
    const isChanged = fixed.text !== before;
    const refused = writes && isChanged ? await desk.replace(uri, before, fixed.text) : undefined;
    if (refused !== undefined) throw new ToolError(say(locale, 'not-written', { path: shown, detail: refused }));
    const lines = lineStarts(fixed.text);
    return {
      path: shown,
      applied: isChanged ? Math.max(1, fixed.applied) : 0,
      written: writes && isChanged,
      diff: isChanged ? unifiedDiff(shown, before, fixed.text) : '',
      ...(isFile ? {} : { text: fixed.text }),
      findings: lightened(usualLimit)(fixed.findings.map((finding) => reportFinding(finding, lines, locale))),
    };
  },
  words(output, locale) {
    const { applied, written, diff, text: mended } = output;
    const told = say(locale, written || mended !== undefined ? 'mended' : 'would-mend', { applied });
    return [told, mended ?? diff, ...linesOf(output)].filter((part) => part !== '').join('\n');
  },
});
