/**
 * How the names of files end that may be articles, in small letters: the one list of editor, server and command line.
 * Besides `.md`, what generators take for Markdown: Jekyll and Pelican `.mkd` and its like, Astro and Docusaurus `.mdx`,
 * Quarto `.qmd`, R Markdown `.Rmd`.
 */
export const articleEndings: readonly string[] = [
  '.md',
  '.markdown',
  '.mdown',
  '.mkd',
  '.mkdn',
  '.mkdown',
  '.mdx',
  '.qmd',
  '.rmd',
  '.rmarkdown',
];

/** The endings without their dots, as patterns list them: `md|markdown|…`, `md,markdown,…`. */
export const endingsListed = (separator: string): string =>
  articleEndings.map((ending) => ending.slice(1)).join(separator);

const ending = new RegExp(`\\.(?:${endingsListed('|')})$`, 'i');

/** How the name of an article ends, with its dot and as it is written; empty where it does not end as one. */
export function articleEnding(path: string): string {
  return ending.exec(path)?.[0] ?? '';
}

/** A path without an article's ending. */
export function withoutArticleEnding(path: string): string {
  return path.replace(ending, '');
}

/** What editors call the languages of such files: those of the extensions for MDX, Quarto and R besides Markdown itself. */
export const articleLanguages: readonly string[] = ['markdown', 'mdx', 'quarto', 'rmd'];
