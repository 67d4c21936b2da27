import type { FieldRole } from '../house/house.ts';
import { endsAs } from '../newsroom/files.ts';
import { joinUri, nameOf, parentUri, relativePath } from '../newsroom/uri.ts';
import { idOfFile, listsIn, readValues, valueEndings } from '../newsroom/values-from.ts';
import type { World } from '../newsroom/world.ts';
import { isName, type SeenField, seeFields, tellsOfPeople } from './field-seen.ts';
import { rolesOfKey } from './field-words.ts';
import type { SeenFile } from './see-file.ts';
import { nearlyAll, share } from './tally.ts';

/** A data file or a folder whose ids a field says. */
export interface SeenSource {
  /** As a path from the archive's folder, with `#` and the field that is meant where it is one of several. */
  readonly path: string;
  readonly isFolder: boolean;
  /** How many it lists. */
  readonly size: number;
  /** Others write what it does not list: guests by their names, or more than forgot it. */
  readonly isOpen: boolean;
  /** By id, whom or what it stands for. */
  readonly labels: ReadonlyMap<string, string>;
  /** How many values of the field it lists, of how many there are. */
  readonly listed: number;
  readonly total: number;
  /** Articles that say something else. */
  readonly otherwise: readonly string[];
}

/** Roles whose values newsrooms keep elsewhere. */
const kept: ReadonlySet<FieldRole> = new Set([
  'reporters',
  'correspondents',
  'photographers',
  'translators',
  'proofreaders',
  'editor',
  'column',
  'series',
  'keywords',
]);

/** So many files of data are looked into, those first that are called as what is looked for. */
const mostFiles = 60;

/** Folders of more files are not looked into for ids inside them. */
const mostOfFolder = 500;

/** Whether a path is called as what is looked for: `_data/authors.yml`, `data/team/lxq.json`. */
const isLikely = (path: string): boolean =>
  path.split('/').some((part) => {
    const stem = part.replace(/\.[^.]*$/, '');
    return (
      /^_?(?:people|staff|team|members|人员|同事)$/i.test(stem) || rolesOfKey(stem).some(([role]) => kept.has(role))
    );
  });

/**
 * Where fields have their values from, by their keys: the data file or folder that lists nearly all that they say.
 *
 * @param files uris of the archive's files of data and of its texts
 */
export async function seeSources(
  world: World,
  folder: string,
  seen: readonly SeenFile[],
  files: readonly string[],
): Promise<ReadonlyMap<string, SeenSource>> {
  const fields = seeFields(seen).filter(isIds);
  const found = new Map<string, SeenSource>();
  if (fields.length === 0) return found;
  const likelier = (uri: string): number => (isLikely(relativePath(folder, uri) ?? '') ? 0 : 1);
  const data = files
    .filter((uri) => endsAs(uri, valueEndings))
    .sort((a, b) => likelier(a) - likelier(b) || (a < b ? -1 : 1))
    .slice(0, mostFiles);
  const candidates: Candidate[] = [];
  const holds = (uri: string, path: string): boolean => (relativePath(uri, joinUri(folder, path)) ?? '') !== '';
  const articles = seen.filter((file) => fields.some(({ key }) => file.fields.has(key)));
  for (const one of foldersOf(folder, files)) {
    candidates.push(one);
    // The ids of a collection may stand in its files, whatever those are called.
    if (likelier(one.uri) > 0 || one.ids.size > mostOfFolder || articles.some(({ path }) => holds(one.uri, path)))
      continue;
    for (const { key, values } of await listsIn(world, one.uri))
      candidates.push({ uri: one.uri, key, ids: idsOf(values), isFolder: true });
  }
  for (const uri of data) {
    candidates.push({ uri, ids: idsOf(await readValues(world, uri)), isFolder: false });
    for (const { key, values } of await listsIn(world, uri))
      candidates.push({ uri, key, ids: idsOf(values), isFolder: false });
  }
  for (const field of fields) {
    const givers = seen.filter((file) => file.fields.has(field.key)).map(({ path }) => path);
    const fitting = candidates
      .map((candidate) => ({
        ...candidate,
        path: relativePath(folder, candidate.uri) ?? '',
        field: candidate.key === undefined ? '' : `#${candidate.key}`,
        hits: hitsOf(field, candidate.ids),
      }))
      .filter(({ hits }) => share(hits, field.singles) >= mostOf)
      // A folder of articles lists no authors, whatever its files are called.
      .filter(({ isFolder, path }) => !isFolder || !givers.some((giver) => giver.startsWith(`${path}/`)))
      // Of two the one that lists more of them, then the one that lists little else.
      .sort(
        (a, b) =>
          b.hits - a.hits || a.ids.size - b.ids.size || a.field.length - b.field.length || (a.uri < b.uri ? -1 : 1),
      );
    for (const { uri, key, path, field: inside, isFolder, ids, hits } of fitting) {
      const values = await readValues(world, uri, key);
      const labels = new Map(
        values.flatMap(({ value, label }) => (label === undefined ? [] : [[value, label] as const])),
      );
      // Folders are read with those inside them. A list without names says no more than the articles do.
      if (values.length > ids.size || labels.size === 0) continue;
      const others = field.values.filter(({ value }) => !ids.has(value));
      found.set(field.key, {
        path: `${path}${inside}`,
        isFolder,
        size: values.length,
        isOpen: share(hits, field.singles) < nearlyAll || others.some(({ value }) => isName(value)),
        labels,
        listed: hits,
        total: field.singles,
        otherwise: others.flatMap((one) => one.files),
      });
      break;
    }
  }
  return found;
}

/** A source lists so much of what a field says. */
const mostOf = 0.8;

interface Candidate {
  readonly uri: string;
  /** The field that is meant, as {@link readValues} takes it. */
  readonly key?: string;
  readonly ids: ReadonlySet<string>;
  readonly isFolder: boolean;
}

/** Whether a field of a fitting name holds short words that may stand for something. */
function isIds(field: SeenField): boolean {
  const { kinds, count, singles, values } = field;
  return (
    singles >= 3 &&
    (kinds.text + kinds.list + kinds.number === count || tellsOfPeople(field)) &&
    values.length <= 2000 &&
    rolesOfKey(field.key).some(([role]) => kept.has(role))
  );
}

const idsOf = (values: readonly { readonly value: string }[]): ReadonlySet<string> =>
  new Set(values.map(({ value }) => value));

const hitsOf = ({ values }: SeenField, ids: ReadonlySet<string>): number =>
  values.reduce((sum, { value, count }) => (ids.has(value) ? sum + count : sum), 0);

/** Folders with the names of their files; of a folder's page the name of the folder. */
function foldersOf(top: string, files: readonly string[]): readonly Candidate[] {
  const found = new Map<string, Set<string>>();
  for (const uri of files) {
    const isPage = /^_?index\.[a-z]+$/i.test(nameOf(uri));
    const parent = parentUri(uri);
    const folder = isPage && parent !== undefined ? parentUri(parent) : parent;
    if (folder === undefined || folder === top || relativePath(top, folder) === undefined) continue;
    found.set(folder, (found.get(folder) ?? new Set()).add(idOfFile(uri)));
  }
  return [...found].map(([uri, ids]) => ({ uri, ids, isFolder: true }));
}
