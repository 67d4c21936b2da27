import type { Question } from '../setup/decision.ts';

/** One decision of a proposed house, in the reader's language. */
export interface SetUpDecision {
  readonly id: string;
  /** Which of the three questions it belongs to. */
  readonly question: Question;
  /** One of many of its kind. */
  readonly isMinor: boolean;
  readonly title: string;
  readonly proposed: string;
  readonly evidence: string;
  /** What does otherwise; files as paths from the folder. */
  readonly outliers?: { readonly said: string; readonly files: readonly string[] };
  /** It is something to decide, and not only something that was found. */
  readonly isAsked: boolean;
  /** Other answers. */
  readonly choices: readonly { readonly id: string; readonly label: string }[];
}

/** A file that setting up writes, by its path from the folder. */
export interface SetUpFile {
  readonly path: string;
  readonly text: string;
  /** What it says now; absent for a new one. */
  readonly before?: string;
}

/** Asked by the extension to set a newsroom up. */
export interface SetUpRequests {
  /** Reads the archive in a folder and proposes its house, or what is new to it; null where there are no articles. */
  'copydesk/setUp': {
    params: { readonly uri: string; readonly workDoneToken?: string | number };
    result: {
      readonly id: number;
      readonly articles: number;
      /** The folder has no house yet. */
      readonly isNew: boolean;
      /** Errors and warnings in 10,000 characters of the archive when all is accepted. */
      readonly rate?: number;
      readonly decisions: readonly SetUpDecision[];
      readonly files: readonly SetUpFile[];
    } | null;
  };
  /** The files as answers make them: by the id of a decision `accept` (as when absent), `leave` or the id of a choice. */
  'copydesk/setUpFiles': {
    params: { readonly id: number; readonly answers: Readonly<Record<string, string>> };
    result: { readonly files: readonly SetUpFile[]; readonly refused: readonly string[] } | null;
  };
}
