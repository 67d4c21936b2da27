import type { Connection } from 'vscode-languageserver';
import type { Settings } from './protocol.ts';

/** The settings that hold for a document, asked of the client once and kept until they change. */
export interface SettingsSource {
  /** Settings for a document or folder; never throws. */
  of(uri: string | undefined): Promise<Settings>;
  /** Forgets what is known; `pushed` are settings that the client sent along, for clients that cannot be asked. */
  changed(pushed: unknown): void;
}

/**
 * @param canAsk whether the client answers `workspace/configuration`
 * @param initial settings from the initialize request, for clients that cannot be asked
 */
export function settingsSource(connection: Connection, canAsk: boolean, initial: Settings = {}): SettingsSource {
  const known = new Map<string, Promise<Settings>>();
  let fallback = initial;
  async function ask(uri: string | undefined): Promise<Settings> {
    try {
      const answer: unknown = await connection.workspace.getConfiguration(
        uri === undefined ? { section: 'copydesk' } : { section: 'copydesk', scopeUri: uri },
      );
      return answer === null || answer === undefined ? fallback : readSettings(answer);
    } catch {
      return fallback;
    }
  }
  return {
    of(uri) {
      if (!canAsk) return Promise.resolve(fallback);
      const key = uri ?? '';
      const found = known.get(key) ?? ask(uri);
      known.set(key, found);
      return found;
    },
    changed(pushed) {
      known.clear();
      if (isRecord(pushed) && isRecord(pushed.copydesk)) fallback = readSettings(pushed.copydesk);
    },
  };
}

/** Reads settings from whatever a client sent; what has the wrong type is left out. */
function readSettings(value: unknown): Settings {
  if (!isRecord(value)) return {};
  const check = isRecord(value.check) ? value.check : {};
  const run = check.run;
  return {
    ...text('reporter', value.reporter),
    ...text('house', value.house),
    ...(value.locale === 'auto' ? {} : text('locale', value.locale)),
    ...(run === 'onType' || run === 'onSave' || run === 'off' ? { check: { run } } : {}),
  };
}

function text<K extends string>(key: K, value: unknown): Partial<Record<K, string>> {
  return typeof value === 'string' && value.trim() !== '' ? ({ [key]: value.trim() } as Record<K, string>) : {};
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
