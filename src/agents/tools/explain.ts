import { rules, titleOf } from '../../checks/index.ts';
import { pageFor } from '../../checks/page.ts';
import { pageText } from '../../checks/pages.ts';
import { inLocale } from '../../model/finding.ts';
import { defineTool, listOf, mapOf, text } from '../tool.ts';
import { knownChecks } from './checks-wanted.ts';

interface About {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly severity: string;
}

interface Output {
  readonly checks: readonly About[];
  /** Markdown. */
  readonly page?: string;
}

/** What a check wants, with examples. */
export const explain = defineTool<{ readonly check?: string }, Output>({
  name: 'explain',
  title: { en: 'Explain a check', zh: '说明一项检查' },
  about: {
    en: 'The page of a check: what it finds, the standard it rests on, examples of wrong and right, its options. Without `check`, all checks with a sentence each.',
    zh: '一项检查的说明：查什么、依据什么标准、正误示例、选项。不写 `check` 则列出全部检查。',
  },
  input: mapOf({ check: text({ en: 'The id of a check, such as wrong-dash.', zh: '检查的 id，如 wrong-dash。' }) }),
  output: mapOf(
    {
      checks: listOf(
        mapOf(
          {
            id: { type: 'string' },
            title: { type: 'string' },
            summary: { type: 'string' },
            severity: { enum: ['error', 'warning', 'info', 'off'] },
          },
          ['id', 'title', 'summary', 'severity'],
        ),
      ),
      page: { type: 'string' },
    },
    ['checks'],
  ),
  async run({ locale }, { check }) {
    const wanted = check === undefined ? undefined : knownChecks([check], locale);
    const page = check === undefined ? undefined : await pageText(check);
    return {
      checks: rules
        .filter(({ id }) => wanted?.has(id) ?? true)
        .map(({ id, title, summary, severity }) => ({
          id,
          title: inLocale(title, locale),
          summary: inLocale(summary, locale),
          severity,
        })),
      ...(page === undefined || check === undefined ? {} : { page: pageFor(page, titleOf(check, locale), locale) }),
    };
  },
  words: ({ checks, page }) =>
    page ?? checks.map(({ id, severity, title, summary }) => `${id} (${severity}) ${title}: ${summary}`).join('\n'),
});
