import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isCountedInWords } from '../engine/characters.ts';
import { errorRate, hasErrorRate } from '../engine/error-rate.ts';
import type { Finding, Locale } from '../model/finding.ts';
import { isArticleName } from '../newsroom/files.ts';
import type { HouseFaults, Houses } from '../newsroom/houses.ts';
import { readText, type World } from '../newsroom/world.ts';
import type { ChangesShown } from './changes-shown.ts';
import { addCounts, count, diagnosticSource, garbledCode, lspRange, toDiagnostics } from './diagnostics.ts';
import { stageShown } from './field-forms.ts';
import type { Counts } from './newsroom-protocol.ts';
import type { Checked, Settings } from './protocol.ts';
import { publisher, schedule } from './publish.ts';
import { type Basis, basisOf, type Reviewed, type Reviews } from './reviews.ts';
import { say } from './words.ts';

/** What showing findings needs of the server. */
interface Showing {
  readonly reviews: Reviews;
  readonly houses: Houses;
  readonly world: World;
  open(uri: string): TextDocument | undefined;
  all(): readonly string[];
  settings(uri: string): Promise<Settings>;
  look(): { readonly locale: Locale; readonly pages: boolean };
  readonly changes: ChangesShown;
  send(params: { uri: string; version?: number; diagnostics: Diagnostic[] }): void;
  checked(checked: Checked): void;
  /** Whether a document is a house file, a base of any name or a staff file. */
  isHouse(uri: string): Promise<boolean>;
  /** Another number once something that is known turned out to be stale. */
  epoch(): number;
  /** Told of each review of an open document. */
  reviewed(reviewed: Reviewed): void;
  /** Told of each review of a file that is shown. */
  reviewedFile(reviewed: Reviewed): void;
}

/** Keeps the shown findings true to the texts. */
export interface Diagnoser {
  opened(uri: string): void;
  edited(uri: string): void;
  saved(uri: string): void;
  closed(uri: string): void;
  /** A file changed on disk. */
  fileChanged(uri: string): void;
  /** A file was deleted. */
  gone(uri: string): void;
  /** Checks whatever is open or shown anew. */
  everything(): void;
  /** Checks whatever is open anew. */
  whateverIsOpen(): void;
  /** Checks one document anew, if it is open or shown: another one changed that concerns it. */
  again(uri: string): void;
  /** Checks an open document now. */
  check(uri: string): Promise<Checked | undefined>;
  /** Shows a review of a file that may not be open. */
  show(reviewed: Reviewed): void;
  /** The findings that are shown now for a review of an open document; none of an older text. */
  shown(reviewed: Reviewed): Promise<readonly Finding[]>;
  /** Clears what is shown for closed files that are not among `kept`. */
  keepOnly(kept: ReadonlySet<string>): void;
}

/** From this many replacement characters on a text is taken for one read with the wrong encoding, and not checked. */
const garbledFrom = 4;

/** How many closed files are looked at again at a time. */
const atOnce = 8;

const nothing: readonly Finding[] = [];

function isGarbled(text: string): boolean {
  return text.split('\uFFFD', garbledFrom + 1).length > garbledFrom;
}

/** Where an article stands on its way, for the status bar. */
function progressOf({ article, inForce, isArticle }: Reviewed, locale: Locale): Pick<Checked, 'progress'> {
  const progress = isArticle ? stageShown(article, inForce.house, locale) : undefined;
  return progress ? { progress } : {};
}

/** Which house holds, for the status bar. */
function houseSaid({ inForce }: Reviewed): Pick<Checked, 'house' | 'houseId' | 'houseFile'> {
  const { house, file } = inForce;
  return { house: house.name, houseId: house.id, ...(file === undefined ? {} : { houseFile: file }) };
}

/** What is shown, counted. */
function countOf({ article, findings, isArticle }: Reviewed): Counts {
  if (!isArticle || !article.text.includes('\uFFFD')) return count(findings);
  const garbled = { error: 1, warning: 0, info: 0 };
  return isGarbled(article.text) ? garbled : addCounts(garbled, count(findings));
}

export function diagnoser(showing: Showing): Diagnoser {
  const { reviews, houses, open } = showing;
  const published = publisher(showing.send, () => JSON.stringify([showing.look(), showing.changes.stamp()]));
  /**
   * Files that the folder-wide check showed: they keep their findings when they are closed. With each what its findings
   * were made of when it was last looked at as a file.
   */
  const kept = new Map<string, Basis | undefined>();
  /** Paths below a folder that went away of those files: where it comes again, they are shown again. */
  const left = new Set<string>();
  /** The version of each open document whose findings were shown last. */
  const versions = new Map<string, number>();
  /** By article that is shown, the house file that it is judged by; and how many are judged by each. */
  const used = new Map<string, string>();
  const uses = new Map<string, number>();
  /** House and staff files whose faults are shown. */
  const shownHouses = new Set<string>();
  /** Counts the looks at each closed file, of which the last one holds. */
  const turns = new Map<string, number>();
  const soon = schedule((uri) => void check(uri).catch(() => {}));

  function diagnosticsOf(reviewed: Reviewed): readonly Diagnostic[] {
    const { locale, pages } = showing.look();
    const { article } = reviewed;
    const at = reviewed.isArticle ? article.text.indexOf('\uFFFD') : -1;
    const shown = toDiagnostics(showing.changes.of(reviewed), article.lines, locale, pages);
    if (at < 0) return shown;
    const garbled: Diagnostic = {
      range: lspRange(article.lines, { start: at, end: at + 1 }),
      severity: DiagnosticSeverity.Error,
      code: garbledCode,
      source: diagnosticSource,
      message: say(locale, 'garbled'),
    };
    return isGarbled(article.text) ? [garbled] : [garbled, ...shown];
  }

  /** The review of an open document by what is so now; `undefined` when it was closed or edited meanwhile. */
  async function current(uri: string): Promise<Reviewed | undefined> {
    for (;;) {
      const epoch = showing.epoch();
      const reviewed = await reviews.current(uri);
      // Superseded while it ran: the newer text has its own check on the way.
      if (!reviewed || open(uri)?.version !== reviewed.version) return undefined;
      if (epoch === showing.epoch()) return reviewed;
    }
  }

  async function check(uri: string): Promise<Checked | undefined> {
    const reviewed = (await showing.isHouse(uri)) ? undefined : await current(uri);
    // It may be known only now that a house extends it.
    if (houses.concerns(uri)) {
      await houses.load(uri);
      showHouses();
      return undefined;
    }
    if (!reviewed) return undefined;
    published.publish(uri, reviewed.version, reviewed, () => diagnosticsOf(reviewed));
    versions.set(uri, reviewed.version);
    inUse(reviewed);
    const checked = {
      uri,
      version: reviewed.version,
      article: reviewed.isArticle,
      characters: reviewed.characters,
      ...(isCountedInWords(reviewed.article) ? { inWords: true as const } : {}),
      counts: countOf({ ...reviewed, findings: showing.changes.of(reviewed) }),
      errorRate: {
        mistakes: reviewed.mistakes,
        ...(hasErrorRate(reviewed.characters) ? { found: errorRate(reviewed.mistakes, reviewed.characters) } : {}),
        allowed: reviewed.inForce.house.errorRate.allowed,
      },
      ...houseSaid(reviewed),
      ...((await houses.unreadAbove(uri)) === undefined ? {} : { isHouseUnread: true as const }),
      ...progressOf(reviewed, showing.look().locale),
    };
    showing.checked(checked);
    showing.reviewed(reviewed);
    return checked;
  }

  async function whenSet(uri: string, moments: readonly string[], start: (uri: string) => void): Promise<void> {
    const { check: setting } = await showing.settings(uri);
    if (moments.includes(setting?.run ?? 'onType')) start(uri);
    else if (setting?.run === 'off') {
      published.clear(uri);
      versions.delete(uri);
    }
  }

  /** Whether another look at a file, of this text or of the one it had, would show what is shown. */
  async function isShown(uri: string, text?: string): Promise<boolean> {
    const basis = kept.get(uri);
    return basis !== undefined && published.shows(uri, basis) && reviews.stillHolds(uri, text, basis);
  }

  async function recheckFile(uri: string): Promise<void> {
    if (open(uri) || !kept.has(uri)) return;
    const turn = (turns.get(uri) ?? 0) + 1;
    turns.set(uri, turn);
    const text = await readText(showing.world, uri);
    if (text !== undefined && (await isShown(uri, text))) return;
    const reviewed = text === undefined ? undefined : await reviews.ofText(uri, text);
    if (open(uri) || turns.get(uri) !== turn) return;
    if (!reviewed) return gone(uri);
    showFile(reviewed);
  }

  /** Shows what was found in a file. */
  function showFile(reviewed: Reviewed): void {
    const { uri } = reviewed;
    const basis = basisOf(reviewed);
    kept.set(uri, basis);
    published.publish(uri, undefined, basis, () => diagnosticsOf(reviewed));
    inUse(reviewed);
    showing.reviewedFile(reviewed);
  }

  /** Files that wait to be looked at again, and how many are being looked at. */
  const waiting = new Set<string>();
  let looking = 0;

  /** A newsroom of ten thousand files is not read at once: whoever types goes first. */
  function recheckInTurn(uri: string): void {
    waiting.add(uri);
    if (looking < atOnce) void lookAtWaiting();
  }

  async function lookAtWaiting(): Promise<void> {
    looking++;
    for (const uri of waiting) {
      waiting.delete(uri);
      // Nobody told that its text is another: it is read only where something around it is.
      if (!(await isShown(uri).catch(() => false))) await recheckFile(uri).catch(() => {});
    }
    looking--;
  }

  function checkOpen(): void {
    for (const uri of showing.all()) void whenSet(uri, ['onType', 'onSave'], soon.soon);
  }

  function gone(uri: string): void {
    kept.delete(uri);
    turns.delete(uri);
    if (!open(uri)) hide(uri);
    // Of a folder that was moved or deleted nobody tells file by file.
    if (isArticleName(uri)) return;
    const inside = `${uri}/`;
    for (const other of [...kept.keys()]) {
      if (!other.startsWith(inside)) continue;
      gone(other);
      left.add(other.slice(inside.length));
    }
  }

  /** A file is otherwise or new; so is a folder, perhaps one that was called otherwise before. */
  function fileChanged(uri: string): void {
    void recheckFile(uri);
    if (isArticleName(uri)) return;
    const inside = `${uri}/`;
    for (const other of [...kept.keys()].filter((one) => one.startsWith(inside))) {
      kept.set(other, undefined);
      recheckInTurn(other);
    }
    for (const path of left) {
      const moved = `${uri}/${path}`;
      kept.set(moved, undefined);
      void recheckFile(moved).then(() => {
        if (kept.has(moved)) left.delete(path);
      });
    }
  }

  function hide(uri: string): void {
    published.clear(uri);
    judgedBy(uri, undefined);
    showHouses();
  }

  /** An article is shown: so are the faults of what it is judged by. */
  function inUse({ uri, isArticle, inForce }: Reviewed): void {
    judgedBy(uri, isArticle ? inForce.file : undefined);
    showHouses();
  }

  function judgedBy(uri: string, file: string | undefined): void {
    const before = used.get(uri);
    if (before === file) return;
    if (before !== undefined) {
      const others = (uses.get(before) ?? 0) - 1;
      if (others > 0) uses.set(before, others);
      else uses.delete(before);
    }
    if (file === undefined) used.delete(uri);
    else {
      used.set(uri, file);
      uses.set(file, (uses.get(file) ?? 0) + 1);
    }
  }

  /** Shows the faults of the house and staff files that are open or that an article which is shown is judged by. */
  function showHouses(): void {
    const wanted = new Set([...uses.keys()].flatMap((file) => houses.partsOf(file)));
    for (const uri of showing.all()) if (houses.concerns(uri)) wanted.add(uri);
    for (const uri of wanted) {
      const faults = houses.faults(uri);
      const document = open(uri);
      // Faults of an older text would stand in the wrong places: the newer text is being read.
      if (faults === undefined || (document && document.getText() !== faults.text)) continue;
      shownHouses.add(uri);
      published.publish(uri, document?.version, faults, () => faultsOf(faults));
    }
    for (const uri of shownHouses) {
      if (wanted.has(uri)) continue;
      shownHouses.delete(uri);
      published.clear(uri);
      // What is no house file any more is shown as what it is now.
      if (open(uri)) soon.soon(uri);
    }
  }

  function faultsOf({ findings, lines }: HouseFaults): readonly Diagnostic[] {
    const { locale, pages } = showing.look();
    return toDiagnostics(findings, lines, locale, pages);
  }

  return {
    opened: (uri) => void whenSet(uri, ['onType', 'onSave'], soon.now),
    edited: (uri) => void whenSet(uri, ['onType'], soon.soon),
    saved: (uri) => void whenSet(uri, ['onType', 'onSave'], soon.now),
    closed(uri) {
      soon.cancel(uri);
      versions.delete(uri);
      shownHouses.delete(uri);
      if (kept.has(uri)) void recheckFile(uri);
      else hide(uri);
    },
    fileChanged,
    gone,
    everything() {
      checkOpen();
      for (const uri of kept.keys()) if (!open(uri)) recheckInTurn(uri);
      showHouses();
    },
    whateverIsOpen: checkOpen,
    again(uri) {
      if (open(uri)) void whenSet(uri, ['onType', 'onSave'], soon.soon);
      else void recheckFile(uri);
    },
    check,
    async shown(reviewed) {
      const { uri, version, article } = reviewed;
      const findings = showing.changes.of(reviewed);
      const { check: setting } = await showing.settings(uri);
      const now = (setting?.run ?? 'onType') === 'onType' || !open(uri) || versions.get(uri) === version;
      return now && !isGarbled(article.text) ? findings : nothing;
    },
    show(reviewed) {
      const { uri, version } = reviewed;
      if (!open(uri)) return showFile(reviewed);
      kept.set(uri, undefined);
      published.publish(uri, version, reviewed, () => diagnosticsOf(reviewed));
      inUse(reviewed);
    },
    keepOnly(wanted) {
      left.clear();
      for (const uri of [...kept.keys()]) if (!wanted.has(uri)) gone(uri);
    },
  };
}
