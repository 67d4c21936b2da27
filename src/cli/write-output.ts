import { lstatSync, realpathSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { pathOf } from '../disk/place.ts';
import { inLocale } from '../model/finding.ts';
import { endsAs, houseFile, isArticleName, staffFile, termsFile } from '../newsroom/files.ts';
import type { HouseInForce } from '../newsroom/houses.ts';
import { folderOf } from './houses.ts';
import { UsageError } from './messages.ts';
import { notWritten } from './not-written.ts';
import type { Run } from './run.ts';
import { showPath } from './shown-path.ts';
import { writeWhole } from './write-file.ts';

/**
 * Writes what was rendered, whole or not at all, and prints the path. An article, a file of the newsroom's own, and
 * whatever else is no page that was rendered before are never written over. Throws {@link UsageError}.
 *
 * @param output absolute
 * @param endings how the names of files end that hold what was rendered
 * @param article absolute path of the article that was rendered; `undefined` for standard input
 */
export function writeOutput(
  { io, say, locale }: Run,
  output: string,
  text: string,
  endings: readonly string[],
  at: HouseInForce,
  article: string | undefined,
): void {
  const path = showPath(output, io.cwd);
  const target = realPath(output);
  const own = target === undefined ? undefined : ownFile(target, at, article);
  if (own !== undefined) throw new UsageError(say('output-own', { path, what: inLocale(own, locale) }));
  if (!mayBeWritten(output, target, endings)) {
    const list = endings.join(locale !== 'en' ? '、' : ', ');
    throw new UsageError(say('output-taken', { path, endings: list }));
  }
  const failed = writeWhole(output, Buffer.from(text));
  if (failed !== undefined) throw notWritten(path, failed, say);
  io.stdout.write(`${path}\n`);
}

/** What a path leads to in the end; `undefined` for nothing. */
function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

/** What a file is to the newsroom, for those that must not be lost. */
function ownFile(target: string, at: HouseInForce, article: string | undefined) {
  const is = (path: string | undefined): boolean => path !== undefined && isSame(path, target);
  if (is(article)) return { en: 'the article itself', zh: '稿件本身' };
  if (isArticleName(target)) return { en: 'an article', zh: '稿件' };
  const folder = folderOf(at);
  if (is(at.file && pathOf(at.file)) || basename(target) === houseFile)
    return { en: 'its house style', zh: '社内规范' };
  if (basename(target) === staffFile) return { en: 'its list of people', zh: '人员名单' };
  if (basename(target) === termsFile) return { en: 'its list of terms', zh: '用语表' };
  const { page, frontMatterSchema, schemaFolder } = at.house;
  if (folder !== undefined && page.html !== undefined && is(join(folder, page.htmlFolder ?? '.', page.html)))
    return { en: 'the page that articles are shown in', zh: '用来显示稿件的网页' };
  if (folder !== undefined && frontMatterSchema && is(join(folder, schemaFolder ?? '.', frontMatterSchema)))
    return { en: 'the schema of its front matter', zh: '稿件信息的 JSON Schema' };
  return undefined;
}

/** Whether two paths are one file, whatever they are called. */
function isSame(path: string, other: string): boolean {
  try {
    const [one, two] = [statSync(path), statSync(other)];
    return relative(path, other) === '' || (one.ino === two.ino && one.dev === two.dev);
  } catch {
    return false;
  }
}

/** A new file may have any name but an article's or a house's; one that is there must be of the format. */
function mayBeWritten(output: string, target: string | undefined, endings: readonly string[]): boolean {
  const fits = endsAs(target ?? output, endings);
  if (target === undefined) {
    // A link to nowhere would be replaced by the page.
    if (isLink(output)) return false;
    return fits || !(isArticleName(output) || [houseFile, staffFile, termsFile].includes(basename(output)));
  }
  return fits || !statSync(target).isFile();
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}
