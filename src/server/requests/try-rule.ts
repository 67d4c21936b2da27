import { triedChange } from '../../engine/tried-change.ts';
import { ruleAt } from '../../house/rule-at.ts';
import { gitIgnore } from '../../newsroom/git-ignore.ts';
import { listArticles } from '../../newsroom/list-articles.ts';
import { houseTrial, type TriedArticle } from '../../newsroom/try-houses.ts';
import { nameOf, relativePath } from '../../newsroom/uri.ts';
import { readText } from '../../newsroom/world.ts';
import { cancelled } from '../answer.ts';
import { lspRange } from '../diagnostics.ts';
import type { Session } from '../session.ts';
import type { RuleTrial, TriedFile, TriedPlace } from '../trial-protocol.ts';
import { say } from '../words.ts';
import type { DeskHandler } from './request.ts';

/** More places than this nobody reads; they are counted. */
const most = 500;
/** After so many articles others are answered. */
const batch = 8;
/** A rule is shown as far as this, UTF-16 units. */
const longestRule = 120;

/** Tries what is typed in house files against what is saved, or the rule at the cursor against the house without it. */
export const tryRule: DeskHandler<'copydesk/tryRule', RuleTrial> = async (session, params, token) => {
  const what = await whatToTry(session, params.uri, params.offset);
  const files: TriedFile[] = [];
  const count = { articles: 0, comes: 0, goes: 0, changes: 0 };
  let listed = 0;
  let faulty = false;
  const told = (): RuleTrial => ({
    against: what.against,
    rule: what.rule,
    faulty,
    ...count,
    files,
    unlisted: count.comes + count.goes + count.changes - listed,
    cancelled: token.isCancellationRequested,
  });
  if (what.against === 'nothing') return told();
  const progress = session.progress(params.workDoneToken);
  progress.begin(say(session.locale(), 'trying'), 0, say(session.locale(), 'readingFolder'), true);
  try {
    const trial = houseTrial({
      world: session.world,
      opened: session.opened,
      without: async (uri) => (await session.settings(uri)).house ?? '',
      before: what.before,
      after: new Map(),
      now: session.now(),
    });
    const all = await articlesOf(session);
    for (const [at, uri] of all.entries()) {
      if (token.isCancellationRequested) break;
      const tried = await trial.judge(uri);
      if (at % batch === 0) {
        await new Promise((resolve) => void setTimeout(resolve, 0));
        const place = { done: at + 1, all: all.length, name: shortName(session, uri) };
        progress.report(Math.round((100 * at) / all.length), say(session.locale(), 'checkingFile', place));
      }
      if (tried === undefined) continue;
      count.articles++;
      for (const { kind } of tried.changes) count[kind]++;
      const places = placesOf(tried, session).slice(0, most - listed);
      listed += places.length;
      if (places.length > 0) files.push({ uri, path: shortName(session, uri), places });
    }
    faulty = trial.faults().length > 0;
  } finally {
    progress.done();
  }
  return token.isCancellationRequested ? cancelled(told()) : told();
};

interface ToTry {
  readonly against: RuleTrial['against'];
  readonly rule: string;
  /** By uri the texts that the house is compared with. */
  readonly before: ReadonlyMap<string, string>;
}

async function whatToTry(session: Session, uri: string, offset: number): Promise<ToTry> {
  const before = new Map<string, string>();
  for (const open of session.standing.keys()) {
    if (!session.houses.concerns(open)) continue;
    const saved = (await readText(session.saved, open)) ?? '';
    if (lines(saved) !== lines(session.standing.get(open)?.getText() ?? '')) before.set(open, saved);
  }
  if (before.size > 0) return { against: 'saved', rule: [...before.keys()].map(nameOf).join(', '), before };
  const text = session.documents.get(uri)?.getText() ?? (await readText(session.world, uri)) ?? '';
  const rule = session.houses.concerns(uri) ? ruleAt(text, offset) : undefined;
  if (rule === undefined) return { against: 'nothing', rule: '', before };
  const written = text.slice(rule.start, rule.end).replace(/\s+/g, ' ').trim();
  const shown = written.length > longestRule ? `${written.slice(0, longestRule)}…` : written;
  return { against: 'without', rule: shown, before: new Map([[uri, rule.without]]) };
}

/** A text whose lines end in one way: editors write them as they like. */
const lines = (text: string): string => text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');

async function articlesOf(session: Session): Promise<readonly string[]> {
  const uris = new Set<string>();
  const ignored = gitIgnore(session.world);
  for (const folder of session.folders())
    for (const uri of (await listArticles(session.world, ignored, folder)).articles) uris.add(uri);
  return [...uris].sort();
}

function placesOf({ article, changes }: TriedArticle, session: Session): TriedPlace[] {
  const locale = session.locale();
  return changes.map((change) => ({
    ...triedChange(change, article, locale),
    range: lspRange(article.lines, change.finding.at),
  }));
}

function shortName(session: Session, uri: string): string {
  for (const folder of session.folders()) {
    const path = relativePath(folder, uri);
    if (path) return path;
  }
  return nameOf(uri);
}
