import type { Locale } from '../model/finding.ts';
import paper from './paper.css';

/** A page for the printer. */
interface PaperPage {
  readonly locale: Locale;
  /** HTML. */
  readonly title: string;
  /** CSS, upon what all such pages have in common. */
  readonly style: string;
  /** HTML. */
  readonly body: string;
}

/** The document of a page that can be printed: nothing in it runs, and nothing is fetched. */
export function paperPage({ locale, title, style, body }: PaperPage): string {
  return `<!doctype html>
<html lang="${locale === 'en' ? 'en' : locale === 'zh' ? 'zh-CN' : 'zh-TW'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
${paper}${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}
