import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, Locale } from '../model/finding.ts';
import type { HouseFaults, Houses } from '../newsroom/houses.ts';
import { readText, type World } from '../newsroom/world.ts';
import { addCounts, count, diagnosticSource, garbledCode, lspRange, toDiagnostics } from './diagnostics.ts';
import { stageShown } from './field-desk.ts';
import type { Checked, Counts, Settings } from './protocol.ts';
import { publisher, schedule } from './publish.ts';
import type { Reviewed, Reviews } from './reviews.ts';
import { say } from './words.ts';

/** What showing findings needs of the server. */
export interface Showing {
  readonly reviews: Reviews;
  readonly houses: Houses;
  readonly world: World;
  open(uri: string): TextDocument | undefined;
  all(): readonly string[];
  settings(uri: string): Promise<Settings>;
  look(): { readonly locale: Locale; readonly pages: boolean };
  send(params: { uri: string; version?: number; diagnostics: Diagnostic[] }): void;
  checked(checked: Checked): void;
  /** Told of each review of an open document. */
  reviewed(reviewed: Reviewed): void;
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
  /** Shows the faults of a house file. */
  house(faults: HouseFaults): void;
}

/** From this many replacement characters on a text is taken for one read with the wrong encoding, and not checked. */
const garbledFrom = 4;

const nothing: readonly Finding[] = [];

function isGarbled(text: string): boolean {
  return text.split('\uFFFD', garbledFrom + 1).length > garbledFrom;
}

/** Where an article stands on its way, for the status bar. */
function progressOf({ article, inForce, isArticle }: Reviewed): Pick<Checked, 'progress'> {
  const progress = isArticle ? stageShown(article, inForce.house) : undefined;
  return progress ? { progress } : {};
}

/** What is shown, counted. */
function countOf({ article, findings, isArticle }: Reviewed): Counts {
  if (!isArticle || !article.text.includes('\uFFFD')) return count(findings);
  const garbled = { error: 1, warning: 0, info: 0 };
  return isGarbled(article.text) ? garbled : addCounts(garbled, count(findings));
}

export function diagnoser(showing: Showing): Diagnoser {
  const { reviews, houses, open } = showing;
  const published = publisher(showing.send);
  /** Files that the folder-wide check showed: they keep their findings when they are closed. */
  const kept = new Set<string>();
  /** The version of each open document whose findings were shown last. */
  const versions = new Map<string, number>();
  const soon = schedule((uri) => void check(uri).catch(() => {}));

  function diagnosticsOf(reviewed: Reviewed): readonly Diagnostic[] {
    const { locale, pages } = showing.look();
    const { article } = reviewed;
    const at = reviewed.isArticle ? article.text.indexOf('\uFFFD') : -1;
    const shown = toDiagnostics(reviewed.findings, article.lines, locale, pages);
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

  async function check(uri: string): Promise<Checked | undefined> {
    if (houses.concerns(uri)) {
      await houses.load(uri);
      return undefined;
    }
    const reviewed = await reviews.current(uri);
    // Superseded while it ran: the newer text has its own check on the way.
    if (!reviewed || open(uri)?.version !== reviewed.version) return undefined;
    published.publish(uri, reviewed.version, diagnosticsOf(reviewed));
    versions.set(uri, reviewed.version);
    const checked = {
      uri,
      version: reviewed.version,
      article: reviewed.isArticle,
      characters: reviewed.characters,
      counts: countOf(reviewed),
      house: reviewed.inForce.house.name,
      ...((await houses.unreadAbove(uri)) === undefined ? {} : { isHouseUnread: true as const }),
      ...progressOf(reviewed),
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

  async function recheckFile(uri: string): Promise<void> {
    if (open(uri) || !kept.has(uri)) return;
    const text = await readText(showing.world, uri);
    if (text === undefined) return gone(uri);
    const reviewed = await reviews.ofText(uri, text);
    if (!open(uri)) published.publish(uri, undefined, diagnosticsOf(reviewed));
  }

  function gone(uri: string): void {
    kept.delete(uri);
    if (!open(uri)) published.clear(uri);
  }

  return {
    opened: (uri) => void whenSet(uri, ['onType', 'onSave'], soon.now),
    edited: (uri) => void whenSet(uri, ['onType'], soon.soon),
    saved: (uri) => void whenSet(uri, ['onType', 'onSave'], soon.now),
    closed(uri) {
      soon.cancel(uri);
      versions.delete(uri);
      if (houses.concerns(uri)) return void houses.load(uri);
      if (kept.has(uri)) void recheckFile(uri);
      else published.clear(uri);
    },
    fileChanged: (uri) => void recheckFile(uri),
    gone,
    everything() {
      for (const uri of showing.all()) void whenSet(uri, ['onType', 'onSave'], soon.soon);
      for (const uri of kept) if (!open(uri)) void recheckFile(uri);
    },
    again(uri) {
      if (open(uri)) void whenSet(uri, ['onType', 'onSave'], soon.soon);
      else void recheckFile(uri);
    },
    check,
    async shown({ uri, version, article, findings }) {
      const { check: setting } = await showing.settings(uri);
      const now = (setting?.run ?? 'onType') === 'onType' || !open(uri) || versions.get(uri) === version;
      return now && !isGarbled(article.text) ? findings : nothing;
    },
    show(reviewed) {
      kept.add(reviewed.uri);
      const version = open(reviewed.uri) ? reviewed.version : undefined;
      published.publish(reviewed.uri, version, diagnosticsOf(reviewed));
    },
    keepOnly(wanted) {
      for (const uri of [...kept]) if (!wanted.has(uri)) gone(uri);
    },
    house({ file, lines, findings }) {
      const { locale, pages } = showing.look();
      published.publish(file, open(file)?.version, toDiagnostics(findings, lines, locale, pages));
    },
  };
}
