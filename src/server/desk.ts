import { rowOf, rowOfValues } from '../desk/read-row.ts';
import { changeOf, type DeskChange, type DeskRow, isSameRow } from '../desk/row.ts';
import { isArticle } from '../engine/is-article.ts';
import type { Locale } from '../model/finding.ts';
import { isArticleName } from '../newsroom/files.ts';
import { owningFolder } from '../newsroom/find-house.ts';
import type { Houses } from '../newsroom/houses.ts';
import type { NewsroomIndex } from '../newsroom/newsroom-index.ts';
import { nameOf, parentUri, relativePath } from '../newsroom/uri.ts';
import { readText, type World } from '../newsroom/world.ts';
import { type Basis, basisOf, type Reviewed, type Reviews } from './reviews.ts';

/** What the desk's list is made of. */
interface DeskSources {
  readonly world: World;
  readonly houses: Houses;
  readonly index: NewsroomIndex;
  readonly reviews: Reviews;
  isOpen(uri: string): boolean;
  folders(): readonly string[];
  locale(): Locale;
  /** Tells whoever looks at the list what changed. `left`: how many articles are still to be reviewed. */
  send(change: DeskChange & { readonly left: number }): Promise<void>;
}

/**
 * The newsroom's articles as rows, kept true while somebody looks at them. What their front matter says is there at
 * once; articles are then reviewed one by one, the latest first, each after whatever else is waiting.
 */
export interface DeskRows {
  /** All rows as they are known now; from now on changes are told, until {@link leave}. */
  look(): Promise<readonly DeskRow[]>;
  leave(): void;
  /** All rows as they are known now. */
  known(): Promise<readonly DeskRow[]>;
  /** Those rows that are asked for, their articles reviewed. */
  reviewedRows(isWanted: (row: DeskRow) => boolean): Promise<readonly DeskRow[]>;
  /** An open article was reviewed. */
  reviewed(reviewed: Reviewed): void;
  /** A file that is not open was reviewed for somebody else. */
  seen(reviewed: Reviewed): void;
  /** An article may say something else: its file changed, or one that concerns it did. Of a folder, whatever is in it. */
  again(uri: string): void;
  /** What the list was made of is otherwise: other houses hold, articles came or went, what they refer to did. */
  changed(what: 'houses' | 'articles' | 'facts'): void;
  /** Somebody is writing: what they wait for goes first. */
  othersWork(): void;
}

/** How long changes are gathered before they are told: what somebody does is seen at once, a long review in steps. */
const gathering = { few: 100, many: 700 };

/** More articles than this that wait to be reviewed are many. */
const few = 10;

/** How long a house, or whoever writes, must be left alone before reviews go on. Milliseconds. */
const resting = 500;

/** So many rows are made before whatever else was asked goes first. */
const together = 100;

export function deskRows(sources: DeskSources): DeskRows {
  const { houses, index, reviews, folders, locale } = sources;
  /** What is known, and what was told last. */
  let rows = new Map<string, DeskRow>();
  let told: ReadonlyMap<string, DeskRow> = new Map();
  /** The rows of files as they were reviewed last, and what those reviews were made of. */
  const files = new Map<string, { readonly basis: Basis; readonly row: DeskRow; readonly locale: Locale }>();
  /** Whether files of whose front matter nothing is known open with some: their texts were read for it. */
  const opened = new Map<string, boolean>();
  /** Still to be reviewed, in this order. */
  let waiting = new Set<string>();
  /** After those: articles of which a review would likely find what the last one found, which is asked again. */
  let doubted = new Set<string>();
  /** Before those: articles that somebody has just changed. */
  const urgent = new Set<string>();
  let isWatched = false;
  let working: Promise<void> | undefined;
  let listing: Promise<void> | undefined;
  /** Whether the list is to be made again, and whether every article is to be reviewed then. */
  let stale: 'no' | 'list' | 'all' = 'all';
  let telling: ReturnType<typeof setTimeout> | undefined;
  let rest: ReturnType<typeof setTimeout> | undefined;

  /** Lists the articles anew. What a review said of one is kept until it is reviewed again. */
  async function list(): Promise<void> {
    const isAll = stale === 'all';
    stale = 'no';
    if (isAll) opened.clear();
    const found = new Map<string, DeskRow>();
    const unchecked = new Set<string>();
    for (const folder of folders()) {
      for (const place of await housesUnder(folder)) {
        const inForce = await houses.of(`${place}/`);
        if (inForce.isUnknown) continue;
        for (const [uri, values] of await index.articles(inForce.root ?? folder, inForce)) {
          const path = relativePath(folder, uri);
          if (path === undefined || found.has(uri)) continue;
          if (values.size === 0 && !(await isArticleWithout(uri, inForce.file !== undefined))) continue;
          const known = rows.get(uri);
          const isNew = isAll || known?.checked === undefined;
          if (isNew) unchecked.add(uri);
          const row = isNew ? rowOfValues({ uri, path }, values, inForce.house, locale()) : known;
          found.set(uri, known?.checked === undefined ? row : { ...row, checked: known.checked });
          if (found.size % together === 0) await othersFirst();
        }
      }
    }
    for (const uri of waiting) if (found.has(uri)) unchecked.add(uri);
    for (const uri of files.keys()) if (!found.has(uri)) files.delete(uri);
    rows = found;
    waiting = inOrder(unchecked);
    for (const uri of doubted) if (!found.has(uri)) doubted.delete(uri);
    tellSoon();
  }

  /** Whether an article whose front matter says nothing is one: its two lines of `---` may stand there all the same. */
  async function isArticleWithout(uri: string, inHouse: boolean): Promise<boolean> {
    const path = nameOf(uri);
    if (isArticle({ path, text: '', inHouse })) return true;
    const known = opened.get(uri);
    if (known !== undefined) return known;
    const answer = isArticle({ path, text: await index.text(uri), inHouse });
    opened.set(uri, answer);
    return answer;
  }

  function inOrder(uris: Iterable<string>): Set<string> {
    const mine = [...uris].flatMap((uri) => rows.get(uri) ?? []);
    return new Set(mine.sort(firstThings).map(({ uri }) => uri));
  }

  /** The folder, and the folders below it that have houses of their own. */
  async function housesUnder(folder: string): Promise<readonly string[]> {
    const files = await index.files(folder, ['copydesk.yml']);
    return [...new Set([folder, ...files.flatMap((file) => parentUri(file) ?? [])])];
  }

  async function listed(): Promise<void> {
    while (stale !== 'no' || listing !== undefined) {
      listing ??= list().finally(() => {
        listing = undefined;
      });
      await listing;
    }
  }

  function put(reviewed: Reviewed): void {
    const { uri } = reviewed;
    waiting.delete(uri);
    urgent.delete(uri);
    opened.delete(uri);
    const row = noted(reviewed);
    if (row !== undefined) putRow(row);
    else if (rows.delete(uri)) tellSoon();
  }

  /** The row of an article that was reviewed, kept where it is a file; `undefined` where it has none. */
  function noted(reviewed: Reviewed): DeskRow | undefined {
    const { uri, article, facts } = reviewed;
    files.delete(uri);
    const { house, isUnknown } = reviewed.inForce;
    const folder = owningFolder(folders(), uri);
    const path = folder === undefined ? undefined : relativePath(folder, uri);
    if (path === undefined || !reviewed.isArticle || isUnknown) return undefined;
    const row = rowOf({ uri, path }, { article, house, review: reviewed, record: facts.record ?? undefined }, locale());
    if (!sources.isOpen(uri)) files.set(uri, { basis: basisOf(reviewed), row, locale: locale() });
    return row;
  }

  function putRow(row: DeskRow): void {
    if (isSameRow(rows.get(row.uri), row)) return;
    rows.set(row.uri, row);
    tellSoon();
  }

  /**
   * A review of an article; its row, where a review would find what the last one found; `undefined` where it is gone.
   *
   * @param isTextSame nobody told that its text is another
   */
  async function read(uri: string, isTextSame: boolean): Promise<Reviewed | DeskRow | undefined> {
    if (sources.isOpen(uri)) {
      const reviewed = await reviews.current(uri);
      // It was closed meanwhile: what its file says is what counts now.
      if (reviewed || sources.isOpen(uri)) return reviewed;
    }
    const known = files.get(uri);
    const isKnown = known?.locale === locale() && known.row.path === rows.get(uri)?.path;
    if (isKnown && isTextSame && (await reviews.stillHolds(uri, undefined, known.basis))) return known.row;
    const text = await readText(sources.world, uri);
    if (text === undefined) return undefined;
    if (isKnown && (await reviews.stillHolds(uri, text, known.basis))) return known.row;
    return reviews.ofText(uri, text);
  }

  /** Reviews what waits, one article after the other, while somebody wants to know. */
  async function work(isWanted: () => boolean): Promise<void> {
    for (;;) {
      await listed();
      const [uri] = [urgent, waiting, doubted].find(({ size }) => size > 0) ?? [];
      if (uri === undefined || !isWanted()) return;
      await look(uri);
    }
  }

  /** Reviews an article. */
  async function look(uri: string): Promise<void> {
    waiting.delete(uri);
    doubted.delete(uri);
    const found = await read(uri, !urgent.delete(uri));
    // Asked for again meanwhile: that look holds.
    if (!urgent.has(uri)) {
      if (found === undefined) {
        if (!sources.isOpen(uri) && rows.delete(uri)) tellSoon();
      } else if ('article' in found) put(found);
      else putRow(found);
    }
    await othersFirst();
  }

  function workOn(): void {
    if (!isWatched || working !== undefined || rest !== undefined) return;
    working = work(() => isWatched && rest === undefined)
      .catch(() => {})
      .finally(() => {
        working = undefined;
        tellSoon();
      });
  }

  function tellSoon(): void {
    if (!isWatched || telling !== undefined) return;
    telling = setTimeout(
      () => {
        telling = undefined;
        if (!isWatched) return;
        const change = changeOf(told, rows);
        told = new Map(rows);
        // Who looked may have gone without a word.
        sources
          .send({ rows: change?.rows ?? [], gone: change?.gone ?? [], left: new Set([...waiting, ...urgent]).size })
          .catch(leave);
      },
      waiting.size > few ? gathering.many : gathering.few,
    );
  }

  function leave(): void {
    isWatched = false;
    clearTimeout(telling);
    clearTimeout(rest);
    telling = undefined;
    rest = undefined;
  }

  /** Reviews nothing for a while, and goes on then. */
  function takeRest(): void {
    clearTimeout(rest);
    rest = undefined;
    if (!isWatched) return;
    rest = setTimeout(() => {
      rest = undefined;
      workOn();
    }, resting);
  }

  return {
    async look() {
      await listed();
      isWatched = true;
      told = new Map(rows);
      workOn();
      return [...rows.values()];
    },
    leave,
    async known() {
      await listed();
      return [...rows.values()];
    },
    async reviewedRows(isWanted) {
      await listed();
      for (const row of [...rows.values()].filter(isWanted)) {
        if (row.checked === undefined || [waiting, doubted, urgent].some((those) => those.has(row.uri)))
          await look(row.uri);
      }
      return [...rows.values()].filter(isWanted);
    },
    reviewed(reviewed) {
      if (isWatched) put(reviewed);
      else urgent.add(reviewed.uri);
    },
    seen(reviewed) {
      const { uri } = reviewed;
      const row = noted(reviewed);
      const known = rows.get(uri);
      if (row === undefined || known?.checked === undefined || isSameRow(known, row)) return;
      // Which of two looks is the later one nobody knows here.
      urgent.add(uri);
      workOn();
    },
    again(uri) {
      const inside = `${uri}/`;
      for (const one of isArticleName(uri) ? [uri] : [...rows.keys()].filter((row) => row.startsWith(inside))) {
        opened.delete(one);
        urgent.add(one);
      }
      workOn();
    },
    changed(what) {
      if (what === 'houses') stale = 'all';
      else {
        // An article that went may have been the other one of two: a look where all is as it was costs next to nothing.
        doubted = inOrder(rows.keys());
        if (what === 'articles' && stale === 'no') stale = 'list';
      }
      takeRest();
    },
    othersWork: takeRest,
  };
}

/** Lets go until whatever else was asked is done. */
const othersFirst = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** What is not out yet before what is, then the latest first. */
function firstThings(a: DeskRow, b: DeskRow): number {
  const isOut = ({ stage }: DeskRow): number => (stage === 'published' ? 1 : 0);
  return isOut(a) - isOut(b) || (a.date < b.date ? 1 : a.date > b.date ? -1 : a.path < b.path ? -1 : 1);
}
