import { articleEnding } from '../model/article-endings.ts';
import { pictureFormats } from '../model/picture-formats.ts';

/** Which of a newsroom's pictures its texts name, one text after the other. */
interface PicturesNamed {
  /** @param path of the text, as those of the pictures are written */
  read(path: string, text: string): void;
  /** Paths of the pictures that no text has named so far, in the order in which they were given. */
  left(): readonly string[];
}

interface Picture {
  readonly path: string;
  /** As it is compared: one spelling of accents, small letters. */
  readonly folded: string;
  readonly folder: string;
  readonly stem: string;
  isNamed: boolean;
}

/** What kind of text names pictures how. */
type Kind = 'article' | 'data' | 'program';

const fold = (text: string): string => text.normalize('NFC').toLowerCase();
const nameIn = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const folderIn = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
const stemOf = (name: string): string => name.replace(/\.[^.]+$/, '');

/** What a build adds to the name of a picture that it makes smaller: `a-800x600`, `a@2x`, `a-thumb`. */
const size = /(?:@\dx|[-_.@](?:\d{1,5}x\d{0,5}|\d{3,5}w?|\d{2}w|thumb(?:nail)?|small|medium|large|scaled|min))$/;
const original = (stem: string): string => stem.replace(size, '');

/** What browsers, sites and themes look for by these names, whoever names them or not. */
const knownToSites =
  /^(?:favicon|apple-touch-icon|android-chrome|mstile|safari-pinned-tab|og-image|opengraph-image|twitter-image|icon|logo)(?:[-_.@\d].*)?$/;
/** What themes look for in the folder of an article. */
const knownToThemes =
  /^_?(?:cover|featured?|featured?-?image|thumb|thumbnail|banner|hero|header|preview|poster|background)(?:[-_.@\d].*)?$/;

const ending = new RegExp(`\\.(?:${pictureFormats.join('|')})(?![\\p{L}\\p{N}_])`, 'gu');
const partOfName = /[\p{L}\p{N}_-]/u;
const endsPath = /[\s"'`()<>[\]{}=|,;]/;

/**
 * Which pictures texts name. A picture counts as named when in doubt: what lies elsewhere under the same name, is another
 * size or format of one that is named, is called as articles, values or their folders are, or lies in a folder that is
 * named as a whole.
 *
 * @param paths of the pictures, with `/`, all from one folder
 * @param articles paths of the files that may be articles: pictures are found by their names, too
 */
export function picturesNamed(paths: readonly string[], articles: readonly string[]): PicturesNamed {
  const pictures = paths.map((path): Picture => {
    const folded = fold(path);
    return { path, folded, folder: folderIn(folded), stem: stemOf(nameIn(folded)), isNamed: false };
  });
  const byPath = new Map(pictures.map((one) => [one.folded, one]));
  const byName = groupBy(pictures, ({ folded }) => nameIn(folded));
  const byStem = groupBy(pictures, ({ stem }) => stem);
  const byFolder = groupBy(pictures, ({ folder }) => folder);
  const byFolderName = groupBy(pictures, ({ folder }) => nameIn(folder));
  // What lies at the top lies in no folder that has a name.
  byFolderName.delete('');
  const lengths = [...new Set([...byName.keys()].map((name) => name.length))].sort((a, b) => b - a);
  const bundles = new Set<string>();

  for (const article of articles.map(fold)) {
    const folder = folderIn(article);
    const stem = stemOf(nameIn(article)).replace(/\.[a-z]{2}(?:-[a-z]{2,4})?$/, '');
    markStem(stem);
    // Jekyll's files begin with their day.
    markStem(stem.replace(/^[\d-]+-/, ''));
    if (!/^_?index$/.test(stem)) continue;
    bundles.add(folder);
    markStem(nameIn(folder));
  }
  for (const picture of pictures)
    if (knownToSites.test(picture.stem) || (bundles.has(picture.folder) && knownToThemes.test(picture.stem)))
      picture.isNamed = true;

  function mark(some: Iterable<Picture> | undefined): void {
    for (const picture of some ?? []) picture.isNamed = true;
  }

  /** What is called so, with or without an ending, in whatever size. */
  function markStem(stem: string): void {
    mark(byStem.get(stem));
    mark(byStem.get(original(stem)));
  }

  /** A name with the steps before it: those pictures at whose path it ends, or else all of the name. */
  function markPath(steps: string, name: string, from: string, kind: Kind): void {
    const all = byName.get(name) ?? [];
    const beside = join(folderIn(from), `${steps}${name}`);
    const exact = all.find(({ folded }) => folded === beside);
    const rest = steps.replace(/^(?:[a-z][a-z0-9+.-]*:)?\/\/[^/]*\//, '').replace(/^(?:\.{0,2}\/)+/, '');
    const isBeside = exact !== undefined && rest === '' && !steps.startsWith('/') && kind === 'article';
    const same = all.filter(({ folded }) => folded === `${rest}${name}` || folded.endsWith(`/${rest}${name}`));
    mark(isBeside ? [exact] : rest === '' || same.length === 0 ? all : same);
  }

  function readNames(text: string, from: string, kind: Kind): void {
    ending.lastIndex = 0;
    for (let match = ending.exec(text); match; match = ending.exec(text)) {
      const end = match.index + match[0].length;
      const known = lengths.find(
        (length) =>
          length <= end && byName.has(text.slice(end - length, end)) && !partOfName.test(text[end - length - 1] ?? ' '),
      );
      const start = end - (known ?? lengthOfName(text, end));
      const name = text.slice(start, end);
      if (known === undefined) markStem(stemOf(name));
      else markPath(stepsBefore(text, start), name, from, kind);
    }
  }

  /** `images/` as a whole, `images/*.jpg`, `/images/${id}.png`: what lies in the folder may be meant. */
  function readFolders(text: string, from: string, isProgram: boolean): void {
    for (const { index } of text.matchAll(isProgram ? /\/(?=["'`*{$<)\s\]}]|$)|["'`]/g : /\/(?=[*{$])/g))
      mark(byFolderName.get(text.slice(index - lengthOfName(text, index), index)));
    // `*.jpg` beside an article is what lies beside it.
    if (isProgram && /["'\s]\*{1,2}(?:\.|["'])/.test(text)) mark(byFolder.get(folderIn(from)));
  }

  /** Values that a template may make the name of a picture of. */
  function readValues(text: string): void {
    for (const piece of text.split(/[\n,"'`[\]{}|<>=]|:\s/)) {
      const value = piece.replace(/^[\s-]{1,20}/, '').trim();
      if (value !== '' && value.length < 200) markStem(nameIn(value.replace(/\/$/, '')));
    }
  }

  function readQuoted(text: string): void {
    for (const [, value = ''] of text.matchAll(/["'`]([^"'`\n]{1,200})["'`]/g)) markStem(nameIn(value));
  }

  return {
    read(path, written) {
      const from = fold(path);
      const plain = fold(written);
      const kind = kindOf(from);
      // What a drawing says of itself is no use of it.
      const own = byPath.get(from);
      const was = own?.isNamed;
      for (const text of new Set([plain, decoded(plain)])) {
        readNames(text, from, kind);
        if (kind === 'article') {
          const front = /^\uFEFF?(?:---|\+\+\+)\r?\n[\s\S]*?\n(?:---|\+\+\+|\.\.\.)/.exec(text)?.[0] ?? '';
          readValues(front);
          const tags = [
            ...text.matchAll(/\{\{[^}]{0,500}\}\}|\{%[^%]{0,500}%\}|\[\[[^\]]{0,300}\]\]|<[A-Z][^<>]{0,500}>/gi),
          ];
          const inTags = tags.map(([tag]) => tag).join('\n');
          readValues(inTags.replace(/[{}%<>]|\s/g, '\n'));
          readQuoted(inTags);
          readFolders(`${front}\n${inTags}`, from, true);
          if (/galler|album|carousel|slide|resources/.test(inTags)) mark(byFolder.get(folderIn(from)));
        } else if (kind === 'data') {
          readValues(text);
          readFolders(text, from, false);
        } else {
          readQuoted(text);
          readFolders(text, from, true);
          if (/\.resources(?!\.get\b)/.test(text)) for (const folder of bundles) mark(byFolder.get(folder));
        }
      }
      if (own !== undefined && was === false) own.isNamed = false;
    },
    left: () => pictures.filter((one) => !one.isNamed && !isMadeOfNamed(one)).map(({ path }) => path),
  };

  /** Another size or format of a picture beside it that is named. */
  function isMadeOfNamed({ stem, folder }: Picture): boolean {
    const siblings = byFolder.get(folder) ?? [];
    return siblings.some((one) => one.isNamed && (one.stem === stem || one.stem === original(stem)));
  }
}

function groupBy(pictures: readonly Picture[], keyOf: (picture: Picture) => string): Map<string, Picture[]> {
  const groups = new Map<string, Picture[]>();
  for (const picture of pictures) {
    const key = keyOf(picture);
    const group = groups.get(key);
    if (group) group.push(picture);
    else groups.set(key, [picture]);
  }
  return groups;
}

function kindOf(path: string): Kind {
  if (articleEnding(path) !== '') return 'article';
  return /\.(?:ya?ml|json[5c]?|toml|csv|tsv|txt|xml|opml|bib|webmanifest|ini|conf)$/.test(path) ? 'data' : 'program';
}

/** How long the name is that ends at `end`. UTF-16 units. */
function lengthOfName(text: string, end: number): number {
  let start = end;
  while (start > 0 && end - start < 200 && /[^\s"'`()<>[\]{}=|,;/\\]/.test(text[start - 1] ?? ' ')) start--;
  return end - start;
}

/** The folders written before a name, with `/`; '' where it stands alone. */
function stepsBefore(text: string, start: number): string {
  if (!/[/\\]/.test(text[start - 1] ?? ' ')) return '';
  let from = start;
  while (from > 0 && start - from < 400 && !endsPath.test(text[from - 1] ?? ' ')) from--;
  return text.slice(from, start).replaceAll('\\', '/');
}

/** A relative path from a folder; steps above the top are left out. */
function join(folder: string, path: string): string {
  const steps = folder === '' ? [] : folder.split('/');
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** A text with what Markdown, HTML, JSON and addresses write otherwise written plainly. In small letters. */
function decoded(text: string): string {
  return fold(
    text
      .replace(/\\u([0-9a-f]{4})/g, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
      .replace(/\\([!-/:-@[-`{-~])/g, '$1')
      .replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/g, (all: string, hex?: string, dec?: string) => {
        const code = hex === undefined ? Number(dec) : Number.parseInt(hex, 16);
        return code <= 0x10_ff_ff ? String.fromCodePoint(code) : all;
      })
      .replaceAll('&amp;', '&')
      .replaceAll('&nbsp;', ' ')
      .replace(/(?:%[0-9a-f]{2})+/g, (bytes) => {
        try {
          return decodeURIComponent(bytes);
        } catch {
          return bytes;
        }
      }),
  );
}
