import type * as vscode from 'vscode';

/** What editors call the languages of articles: those of the extensions for MDX, Quarto and R besides Markdown itself. */
export const articleLanguages: readonly string[] = ['markdown', 'mdx', 'quarto', 'rmd'];

/** Whether a file may be an article, by its name. */
export const isArticleFile = (uri: vscode.Uri): boolean =>
  /\.(?:md|markdown|mdown|mkd|mkdn|mkdown|mdx|qmd|rmd|rmarkdown)$/i.test(uri.path);

/** Whether a document is written in Markdown of any kind. */
export const isMarkdown = (document: Pick<vscode.TextDocument, 'languageId'> | undefined): boolean =>
  document !== undefined && articleLanguages.includes(document.languageId);
