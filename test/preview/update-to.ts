import { pageChange } from '../../src/page/change.ts';
import type { Page } from '../../src/page/index.ts';
import { pagePolicy } from '../../src/preview/html.ts';
import type { Update } from '../../src/preview/messages.ts';

/** The page that a preview shows, and its number. */
export interface Shown {
  readonly page: Page;
  readonly number: number;
}

/** The message that the extension would send for a page; `styles` are addresses. */
export function updateTo(
  shown: Shown | undefined,
  page: Page,
  number: number,
  {
    resource = 'file:///a.md',
    source = 'https://webview.test',
    styles = [] as readonly string[],
    textVersion = number,
  } = {},
): Update {
  const {
    own: _own,
    theme: _theme,
    ...change
  } = pageChange(shown, page, number, (finding) => ({
    severity: finding.severity,
    message: finding.message.en,
    fixes: finding.fixes.map(({ title }) => title.en),
    line: 0,
    column: 0,
  }));
  const dress = {
    policy: pagePolicy(source, 'n0nce', false),
    nonce: 'n0nce',
    styles: styles.map((href) => ({ href })),
    html: {},
    body: {},
  };
  return {
    type: 'update',
    textVersion,
    ...change,
    resource,
    remote: 0,
    ...(change.base === 0 ? { dress } : {}),
  };
}
