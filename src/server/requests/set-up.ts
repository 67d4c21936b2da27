import type { CancellationToken } from 'vscode-languageserver';
import { inLocale, type Locale } from '../../model/finding.ts';
import { houseFile, staffFile } from '../../newsroom/files.ts';
import { joinUri } from '../../newsroom/uri.ts';
import { readText } from '../../newsroom/world.ts';
import { changesOf, withChanges } from '../../setup/changes.ts';
import { type Decision, saidOf } from '../../setup/decision.ts';
import { type Observation, observe } from '../../setup/observe.ts';
import { filesOf, propose } from '../../setup/propose.ts';
import { cancelled } from '../answer.ts';
import type { Session } from '../session.ts';
import type { SetUpDecision, SetUpFile } from '../set-up-protocol.ts';
import { say } from '../words.ts';
import type { DeskHandler } from './request.ts';

/** What was proposed last, for the answers to it. */
interface Open {
  readonly id: number;
  readonly decisions: readonly Decision[];
  /** The files that would be written. @param accepted as they were accepted */
  files(
    accepted: readonly Decision[],
    locale: Locale,
  ): { readonly files: readonly SetUpFile[]; readonly refused: readonly Decision[] };
}

const open = new WeakMap<Session, Open>();
const counts = new WeakMap<Session, number>();

/** Reads the archive of a folder and proposes its house, or what is new to the one that it has. */
export const setUp: DeskHandler<'copydesk/setUp'> = async (session, { uri, workDoneToken }, token) => {
  const locale = session.locale();
  const progress = session.progress(workDoneToken);
  progress.begin(say(locale, 'settingUp'), 0, say(locale, 'readingFolder'), true);
  try {
    const signal = signalOf(token);
    const seen = await observe(session.world, uri, {
      signal,
      progress: (done, total) =>
        progress.report(
          Math.round((90 * done) / Math.max(1, total)),
          say(locale, 'readingArticles', { done, all: total }),
        ),
    });
    if (seen.articles.length === 0) return null;
    progress.report(90, say(locale, 'tryingHouse'));
    const proposed = await proposeFor(session, uri, seen, signal);
    const id = (counts.get(session) ?? 0) + 1;
    counts.set(session, id);
    open.set(session, { id, ...proposed });
    return {
      id,
      articles: seen.articles.length,
      isNew: proposed.isNew,
      ...(proposed.rate === undefined ? {} : { rate: proposed.rate }),
      decisions: proposed.decisions.map((decision) => ({
        ...shown(decision, locale),
        isAsked: !proposed.isNew || decision.pieces.length > 0 || decision.others !== undefined,
      })),
      files: proposed.files(proposed.decisions, locale).files,
    };
  } catch (error) {
    if (token.isCancellationRequested) return cancelled();
    throw error;
  } finally {
    progress.done();
  }
};

/** The files as they will be with somebody's answers; null where what was asked is no longer open. */
export const setUpFiles: DeskHandler<'copydesk/setUpFiles'> = (session, { id, answers }) => {
  const known = open.get(session);
  if (known?.id !== id) return null;
  const locale = session.locale();
  const accepted = known.decisions.flatMap((decision): readonly Decision[] => {
    const answer = answers[decision.id] ?? 'accept';
    if (answer === 'leave') return [];
    const choice = decision.choices?.find((one) => one.id === answer);
    return [choice === undefined ? decision : { ...decision, pieces: choice.pieces }];
  });
  const { files, refused } = known.files(accepted, locale);
  return { files, refused: refused.map(({ title }) => inLocale(title, locale)) };
};

type Proposed = Omit<Open, 'id'> & { readonly isNew: boolean; readonly rate?: number };

async function proposeFor(session: Session, folder: string, seen: Observation, signal: AbortSignal): Promise<Proposed> {
  const { world } = session;
  const places = { house: joinUri(folder, houseFile), staff: joinUri(folder, staffFile) };
  const [text, staff] = await Promise.all([readText(world, places.house), readText(world, places.staff)]);
  const file = (path: string, now: string, before?: string): SetUpFile => ({
    path,
    text: now,
    ...(before === undefined ? {} : { before }),
  });
  if (text === undefined) {
    const { decisions, trial } = await propose(world, seen, session.now(), { signal });
    const found = trial.checks.reduce((sum, { findings }) => sum + findings, 0);
    return {
      isNew: true,
      rate: Math.round((found * 100_000) / Math.max(1, trial.characters)) / 10,
      decisions,
      files: (accepted, locale) => {
        const made = filesOf(accepted, seen, locale);
        return {
          files: [
            file(houseFile, made.house),
            ...(made.staff === undefined || staff !== undefined ? [] : [file(staffFile, made.staff)]),
            ...made.templates.map((template) => file(`templates/${template.name}`, template.text)),
          ],
          refused: [],
        };
      },
    };
  }
  const { house } = await session.houses.of(places.house);
  const before = { house: text, staff };
  const changes = changesOf(seen, {
    house,
    text,
    staff: staff === undefined ? undefined : { people: house.staff ?? [], text: staff },
  });
  return {
    isNew: false,
    decisions: changes.map(({ decision }) => decision),
    files: (accepted, locale) => {
      const ids = new Set(accepted.map(({ id }) => id));
      const { texts, refused } = withChanges(
        changes.filter(({ decision }) => ids.has(decision.id)),
        before,
        locale,
      );
      return {
        files: [
          ...(texts.house === text ? [] : [file(houseFile, texts.house, text)]),
          ...(staff === undefined || texts.staff === undefined || texts.staff === staff
            ? []
            : [file(staffFile, texts.staff, staff)]),
        ],
        refused,
      };
    },
  };
}

function shown(decision: Decision, locale: Locale): Omit<SetUpDecision, 'isAsked'> {
  const { outliers, choices } = decision;
  return {
    ...saidOf(decision, locale),
    ...(outliers === undefined ? {} : { outliers: { said: inLocale(outliers.said, locale), files: outliers.files } }),
    choices: (choices ?? []).map((choice) => ({ id: choice.id, label: inLocale(choice.label, locale) })),
  };
}

function signalOf(token: CancellationToken): AbortSignal {
  const stop = new AbortController();
  if (token.isCancellationRequested) stop.abort();
  token.onCancellationRequested(() => stop.abort());
  return stop.signal;
}
