/** What the rule needs to know of a Markdown file. */
interface Candidate {
  /** Path with `/` separators, from the folder that holds `copydesk.yml` where there is one; a bare name will do. */
  readonly path: string;
  /** The decoded text; its first two lines are enough. */
  readonly text: string;
  /** A `copydesk.yml` stands in the file's folder or in one above it. */
  readonly inHouse: boolean;
}

/** Files that document a repository; they are articles only when they carry front matter. */
const documents = new Set([
  'readme',
  'changelog',
  'contributing',
  'license',
  'code_of_conduct',
  'security',
  'support',
  'authors',
  'notice',
]);

/** Where generators keep what new articles are made of: Hugo's and Hexo's names for the folder. */
export const templateFolders: ReadonlySet<string> = new Set(['archetypes', 'scaffolds']);

/**
 * Whether a Markdown file is an article: the one rule of editor and command line. It is one when it opens with
 * front matter; under a `copydesk.yml` it is one without, too, so that the missing front matter can be reported,
 * save for the repository's own documents (README, CHANGELOG …). A house's templates, dot folders and
 * `node_modules` hold none.
 */
export function isArticle({ path, text, inHouse }: Candidate): boolean {
  if (!holdsArticles(path, inHouse)) return false;
  if (opensFrontMatter(text)) return true;
  const name = path.slice(path.lastIndexOf('/') + 1);
  return inHouse && !documents.has((name.split('.')[0] ?? '').toLowerCase());
}

/** Whether a Markdown file with front matter is an article where it lies. `path`, `inHouse`: see {@link Candidate}. */
export function holdsArticles(path: string, inHouse: boolean): boolean {
  const folders = path.split('/').slice(0, -1);
  if (folders.some((part) => part === 'node_modules' || (part.startsWith('.') && part !== '.' && part !== '..')))
    return false;
  if (folders.some((part) => templateFolders.has(part))) return false;
  return !(inHouse && folders[0] === 'templates');
}

/** A `---` line at the very start with something under it; a thematic break has an empty line there. */
export function opensFrontMatter(text: string): boolean {
  return (
    /^\uFEFF?(?:---|\+\+\+)[ \t]*(?:\r\n|\n|\r)[ \t]*[^\s]/.test(text) ||
    /^\uFEFF?---[ \t]*(?:\r\n|\n|\r)---/.test(text)
  );
}
