import { errorRate } from '../../engine/error-rate.ts';
import { type FileReport, reportFile } from '../../engine/reported.ts';
import { review } from '../../engine/review.ts';
import { fillAll, type Severity, severities } from '../../model/finding.ts';
import { lineStarts } from '../../model/range.ts';
import { houseFile, isHouseFile } from '../../newsroom/files.ts';
import { gitIgnore } from '../../newsroom/git-ignore.ts';
import { isLeftOut } from '../../newsroom/ignore.ts';
import { isArticleOf } from '../../newsroom/is-article-of.ts';
import { listArticles } from '../../newsroom/list-articles.ts';
import { unusedPictures } from '../../newsroom/unused-pictures.ts';
import { joinUri } from '../../newsroom/uri.ts';
import { articleOfText, type Desk, type Placed, placeOf, readArticle, shownAs } from '../desk.ts';
import { defineTool, listOf, mapOf, text } from '../tool.ts';
import { say, ToolError } from '../words.ts';
import { knownChecks } from './checks-wanted.ts';
import { findingSchema, lightened, linesOf, usualLimit } from './findings.ts';

interface Input {
  readonly paths?: readonly string[];
  readonly text?: string;
  readonly path?: string;
  readonly checks?: readonly string[];
  readonly severity?: Severity;
  readonly limit?: number;
}

interface Output {
  readonly files: readonly FileReport[];
  /** What could not be read. */
  readonly notes: readonly { readonly path: string; readonly message: string }[];
  readonly summary: Readonly<
    Record<'files' | Severity | 'characters' | 'mistakes' | 'errorRate' | 'notListed', number>
  >;
}

/** What Copydesk finds in articles: the verdict of the editor, the command line and CI. */
export const check = defineTool<Input, Output>({
  name: 'check',
  title: { en: 'Check articles', zh: '检查稿件' },
  about: {
    en: 'Checks news articles (Markdown with front matter) by their newsroom’s house style: front matter, bylines, picture credits, punctuation, numbers, words. Gives the same findings as the editor and CI, with places and fixes. Ask for it before and after changing an article.',
    zh: '按本编辑部的规范检查新闻稿件（带稿件信息 front matter 的 Markdown）：稿件信息、署名、图片署名、标点、数字、用词。结论与编辑器、CI 一致，附位置和改法。修改稿件前后都应检查。',
  },
  input: mapOf({
    paths: listOf(
      text({
        en: 'Articles or folders, relative to the newsroom’s folder; without it, all of it.',
        zh: '稿件或文件夹，从编辑部文件夹写起；不写则检查全部。',
      }),
    ),
    text: text({ en: 'An article’s text instead of files.', zh: '直接给出稿件全文，而不是文件。' }),
    path: text({ en: 'Where `text` is taken to lie.', zh: '把 `text` 当作放在哪里的稿件。' }),
    checks: listOf(text({ en: 'Only these checks, by id.', zh: '只用这几项检查，写 id。' })),
    severity: {
      enum: severities,
      description: { en: 'The least severity that is listed.', zh: '列出的最低级别。' },
    },
    limit: {
      type: 'integer',
      minimum: 0,
      maximum: 100_000,
      description: fillAll(
        { en: 'How many findings are listed at most ({usualLimit}).', zh: '最多列出多少处（{usualLimit}）。' },
        { usualLimit },
      ),
    },
  }),
  output: mapOf(
    {
      files: listOf(
        mapOf(
          {
            path: { type: 'string' },
            characters: { type: 'integer' },
            mistakes: { type: 'number' },
            findings: listOf(findingSchema),
          },
          ['path', 'characters', 'mistakes', 'findings'],
        ),
      ),
      notes: listOf(mapOf({ path: { type: 'string' }, message: { type: 'string' } }, ['path', 'message'])),
      summary: mapOf(
        Object.fromEntries(
          ['files', ...severities, 'characters', 'mistakes', 'errorRate', 'notListed'].map((key) => [
            key,
            { type: 'number' },
          ]),
        ),
        ['files', ...severities, 'notListed'],
      ),
    },
    ['files', 'notes', 'summary'],
  ),
  async run(desk, input) {
    const wanted = input.checks && knownChecks(input.checks, desk.locale);
    const asked: Asked = { notes: [], houses: new Set(), folders: [] };
    const least = severities.indexOf(input.severity ?? 'info');
    const room = input.limit ?? usualLimit;
    const count = { error: 0, warning: 0, info: 0 };
    const articles: FileReport[] = [];
    for await (const { shown, article, house, facts, inForce } of articlesOf(desk, input, asked)) {
      if (inForce.file !== undefined) asked.houses.add(inForce.file);
      articles.push(reportFile(shown, review(article, house, facts), article.lines, desk.locale));
    }
    // By path, as every report has it: uris are sorted by their encoding.
    articles.sort((a, b) => (a.path < b.path ? -1 : 1));
    const pictures = await picturesOf(desk, asked);
    const lighter = lightened(room);
    let listed = 0;
    let notListed = 0;
    const files = [...articles, ...pictures, ...faultsOf(desk, asked.houses)].map((file) => {
      const findings = file.findings.filter(
        ({ check: id, severity }) => severities.indexOf(severity) <= least && (wanted?.has(id) ?? true),
      );
      for (const { severity } of findings) count[severity]++;
      const some = findings.slice(0, room - listed);
      listed += some.length;
      notListed += findings.length - some.length;
      return { ...file, findings: lighter(some) };
    });
    // Of a large newsroom, those with nothing to list are told by their number.
    const shown = files.length <= Math.max(room, usualLimit) ? files : files.filter((one) => one.findings.length > 0);
    const characters = articles.reduce((sum, one) => sum + one.characters, 0);
    const mistakes = articles.reduce((sum, one) => sum + one.mistakes, 0);
    const rate = errorRate(mistakes, characters);
    const summary = { files: articles.length, ...count, characters, mistakes, errorRate: rate, notListed };
    return { files: shown, notes: asked.notes, summary };
  },
  words({ files, notes, summary }, locale) {
    return [
      ...files.flatMap(linesOf),
      ...notes.map(({ message }) => message),
      ...(summary.notListed > 0 ? [say(locale, 'not-listed', { count: summary.notListed })] : []),
      say(locale, 'totals', summary),
    ].join('\n');
  },
});

/** What is asked for, as it is found. */
interface Asked {
  readonly notes: { readonly path: string; readonly message: string }[];
  /** The house files whose faults are asked for. */
  readonly houses: Set<string>;
  /** The folders of which everything is asked for, by uri. */
  readonly folders: string[];
}

/** The articles that are asked for, each once; of several, what cannot be read becomes a note. */
async function* articlesOf(desk: Desk, input: Input, asked: Asked): AsyncIterable<Placed> {
  if (input.text !== undefined) {
    yield await articleOfText(desk, input.text, input.path);
    return;
  }
  const paths = input.paths ?? (input.path === undefined ? desk.folders : [input.path]);
  const seen = new Set<string>();
  for (const path of paths) {
    const { uri, shown, kind } = await placeOf(desk, path);
    if (kind === 'folder') {
      asked.folders.push(uri);
      for (const one of await under(desk, uri, asked)) {
        if (seen.has(one)) continue;
        seen.add(one);
        await desk.turn();
        const article = await noted(asked, shownAs(desk, one), () => readArticle(desk, one, shownAs(desk, one)));
        if (article && isArticleOf(article.inForce, one, article.text)) yield article;
      }
    } else if (isHouseFile(uri)) asked.houses.add(await fileOf(desk, uri));
    else if (!seen.has(uri)) {
      seen.add(uri);
      const read = () => readArticle(desk, uri, shown);
      const article = paths.length === 1 ? await read() : await noted(asked, shown, read);
      if (article) yield article;
    }
  }
}

async function noted<T>({ notes }: Asked, path: string, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    notes.push({ path, message: error.message });
    return undefined;
  }
}

/** The files under a folder that may be articles, without those that their house leaves out. */
async function under(desk: Desk, folder: string, { houses }: Asked): Promise<readonly string[]> {
  const { articles, houseFiles } = await listArticles(desk.world, gitIgnore(desk.world), folder);
  for (const file of [...houseFiles, joinUri(folder, houseFile)]) houses.add(await fileOf(desk, file));
  const inForce = await Promise.all(articles.map((uri) => desk.houses.of(uri)));
  return articles.filter((uri, at) => !isLeftOut(inForce[at]?.leftOut, uri));
}

/** The house file that holds where a file lies, read. */
async function fileOf({ houses }: Desk, uri: string): Promise<string> {
  const { file } = await houses.of(uri);
  return file ?? uri;
}

/** Pictures that nothing names, in folders that are asked for as a whole: they are looked for where their house says so. */
async function picturesOf(desk: Desk, { folders }: Asked): Promise<readonly FileReport[]> {
  const unused = folders.length === 0 ? [] : await unusedPictures(folders, desk);
  return unused.map(({ uri, finding }) =>
    reportFile(shownAs(desk, uri), { findings: [finding], characters: 0, mistakes: 0 }, lineStarts(''), desk.locale),
  );
}

/** What is wrong with house files, with the lists beside them and with what they extend. */
function faultsOf(desk: Desk, files: ReadonlySet<string>): readonly FileReport[] {
  const parts = new Set([...files].flatMap((file) => desk.houses.partsOf(file)));
  return [...parts].flatMap((file) => {
    const { findings = [], lines } = desk.houses.faults(file) ?? {};
    if (findings.length === 0 || lines === undefined) return [];
    return [reportFile(shownAs(desk, file), { findings, characters: 0, mistakes: 0 }, lines, desk.locale)];
  });
}
