import type { Diagnostic } from 'vscode-languageserver';

/** How long typing must rest before a document is checked, in milliseconds. */
const rest = 60;

/**
 * Runs a job for a document: at once for the first edit after a rest, which is how most people type a correction, and
 * for those that follow each other faster once they rest. A newer call replaces an older one.
 */
interface Schedule {
  soon(uri: string): void;
  /** Without waiting. */
  now(uri: string): void;
  cancel(uri: string): void;
}

/** What a schedule goes by, so that a test need not wait. */
export interface Clock {
  /** Milliseconds since any moment. */
  now(): number;
  /** Calls back after so many milliseconds; returns what calls it off. */
  after(milliseconds: number, call: () => void): () => void;
}

const clockOfTheMachine: Clock = {
  now: () => performance.now(),
  after(milliseconds, call) {
    const timer = setTimeout(call, milliseconds);
    return () => clearTimeout(timer);
  },
};

export function schedule(job: (uri: string) => void, clock: Clock = clockOfTheMachine): Schedule {
  const waiting = new Map<string, { readonly isFirst: boolean; callOff(): void }>();
  /** When each document was last edited. */
  const edited = new Map<string, number>();
  function stop(uri: string): void {
    waiting.get(uri)?.callOff();
    waiting.delete(uri);
  }
  return {
    soon(uri) {
      const now = clock.now();
      const isFirst = now - (edited.get(uri) ?? Number.NEGATIVE_INFINITY) >= rest;
      edited.set(uri, now);
      // Edits that arrive together with the first are checked with it.
      if (waiting.get(uri)?.isFirst) return;
      stop(uri);
      const callOff = clock.after(isFirst ? 0 : rest, () => {
        waiting.delete(uri);
        job(uri);
      });
      waiting.set(uri, { isFirst, callOff });
    },
    now(uri) {
      stop(uri);
      job(uri);
    },
    cancel(uri) {
      stop(uri);
      edited.delete(uri);
    },
  };
}

/** Sends diagnostics and remembers who shows what. */
interface Publisher {
  /**
   * @param version of the open document; `undefined` for a file
   * @param basis what the diagnostics are made of: nothing is sent for one that is shown already
   */
  publish(uri: string, version: number | undefined, basis: object, make: () => readonly Diagnostic[]): void;
  /** Whether what is shown for a file was made of this, and would look the same now. */
  shows(uri: string, basis: object): boolean;
  clear(uri: string): void;
}

/** @param look another text when the same findings would be shown otherwise: in another language */
export function publisher(
  send: (params: { uri: string; version?: number; diagnostics: Diagnostic[] }) => void,
  look: () => string,
): Publisher {
  interface Shown {
    readonly version: number | undefined;
    readonly basis: object;
    readonly look: string;
    readonly isEmpty: boolean;
  }
  const shown = new Map<string, Shown>();
  return {
    publish(uri, version, basis, make) {
      const known = shown.get(uri);
      const now = look();
      if (known?.basis === basis && known.version === version && known.look === now) return;
      const diagnostics = make();
      shown.set(uri, { version, basis, look: now, isEmpty: diagnostics.length === 0 });
      send({ uri, diagnostics: [...diagnostics], ...(version === undefined ? {} : { version }) });
    },
    shows(uri, basis) {
      const known = shown.get(uri);
      return known?.basis === basis && known.version === undefined && known.look === look();
    },
    clear(uri) {
      const known = shown.get(uri);
      shown.delete(uri);
      if (known && !known.isEmpty) send({ uri, diagnostics: [] });
    },
  };
}
