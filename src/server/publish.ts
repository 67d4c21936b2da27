import type { Diagnostic } from 'vscode-languageserver';

/** How long typing must rest before a document is checked, in milliseconds. */
const rest = 60;

/** Runs a job for a document once its edits rest; a newer call replaces an older one. */
export interface Schedule {
  soon(uri: string): void;
  /** Without waiting. */
  now(uri: string): void;
  cancel(uri: string): void;
}

export function schedule(job: (uri: string) => void): Schedule {
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  function cancel(uri: string): void {
    clearTimeout(waiting.get(uri));
    waiting.delete(uri);
  }
  return {
    soon(uri) {
      cancel(uri);
      waiting.set(
        uri,
        setTimeout(() => {
          waiting.delete(uri);
          job(uri);
        }, rest),
      );
    },
    now(uri) {
      cancel(uri);
      job(uri);
    },
    cancel,
  };
}

/** Sends diagnostics and remembers who shows any. */
export interface Publisher {
  publish(uri: string, version: number | undefined, diagnostics: readonly Diagnostic[]): void;
  clear(uri: string): void;
  /** The uris that show something now. */
  shown(): readonly string[];
}

export function publisher(
  send: (params: { uri: string; version?: number; diagnostics: Diagnostic[] }) => void,
): Publisher {
  const shown = new Set<string>();
  return {
    publish(uri, version, diagnostics) {
      if (diagnostics.length > 0) shown.add(uri);
      else shown.delete(uri);
      send({ uri, diagnostics: [...diagnostics], ...(version === undefined ? {} : { version }) });
    },
    clear(uri) {
      if (shown.delete(uri)) send({ uri, diagnostics: [] });
    },
    shown: () => [...shown],
  };
}
