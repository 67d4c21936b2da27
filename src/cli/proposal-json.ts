import { inLocale, type Locale } from '../model/finding.ts';
import { type Decision, type Piece, saidOf } from '../setup/decision.ts';

/** A file that setting up writes, by its path from the folder, with `/`. */
export interface ProposedFile {
  readonly path: string;
  readonly text: string;
  /** What it says now; absent for a new one. */
  readonly before?: string;
}

/** What `copydesk init --json` tells besides its decisions. */
interface Proposed {
  /** The folder has no house yet. */
  readonly isNew: boolean;
  readonly articles: number;
  /** Errors and warnings in 10,000 characters when all is accepted; absent for a newsroom that has a house. */
  readonly rate?: number;
  readonly files: readonly ProposedFile[];
  /** Titles of decisions that cannot be put into the house file by themselves. */
  readonly refused?: readonly string[];
  /** Paths of the files that were written; absent where nothing was to be. */
  readonly written?: readonly string[];
}

/** The proposals of `copydesk init` as data, in the reader's language. */
export function proposalJson(decisions: readonly Decision[], proposed: Proposed, locale: Locale): string {
  const { isNew, articles, rate, files, refused, written } = proposed;
  const data = {
    version: '1',
    isNew,
    articles,
    ...(rate === undefined ? {} : { rate }),
    decisions: decisions.map((decision) => asData(decision, locale)),
    files,
    ...(refused === undefined ? {} : { refused }),
    ...(written === undefined ? {} : { written }),
  };
  return `${JSON.stringify(data, undefined, 2)}\n`;
}

function asData(decision: Decision, locale: Locale): object {
  const { outliers, pieces, others, choices = [] } = decision;
  const { people = [], templates = [] } = others ?? {};
  return {
    ...saidOf(decision, locale),
    ...(outliers === undefined
      ? {}
      : { outliers: { said: inLocale(outliers.said, locale), count: outliers.count, files: outliers.files } }),
    settings: pieces.map((piece) => setting(piece, locale)),
    ...(people.length === 0
      ? {}
      : { people: people.map(({ name, roles, count }) => ({ name, roles, articles: count })) }),
    ...(templates.length === 0 ? {} : { templates: templates.map(({ name }) => `templates/${name}`) }),
    choices: choices.map((choice) => ({
      id: choice.id,
      label: inLocale(choice.label, locale),
      settings: choice.pieces.map((piece) => setting(piece, locale)),
    })),
  };
}

/** One setting of the house file: where it stands, and what it says as YAML reads it. */
function setting({ path, value, comment }: Piece, locale: Locale): object {
  return {
    path,
    value:
      typeof value === 'object'
        ? value.map(({ text, aliases }) => (aliases === undefined ? text : { value: text, aliases }))
        : value,
    ...(comment === undefined ? {} : { comment: inLocale(comment, locale) }),
  };
}
