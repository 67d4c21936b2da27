import { checks } from '../checks/index.ts';
import type { House } from '../house/house.ts';
import { severitySettings } from '../house/known-checks.ts';
import { houseIds } from '../house/load.ts';
import { houseSettings, type Setting, type Settings } from '../house/settings.ts';
import type { Localized } from '../model/finding.ts';
import type { Range } from '../model/range.ts';

/** Something that may be written at the cursor of a house file. */
export interface HouseCompletion {
  readonly kind: 'setting' | 'value';
  readonly label: string;
  readonly about: Localized;
  /** What is replaced: part of one line. */
  readonly range: Range;
  readonly text: string;
}

/** A word that may stand at a place, with what it means; `opens`: more stands below it. */
interface Word {
  readonly word: string;
  readonly about: Localized;
  readonly opens?: boolean;
}

/** What may stand under a path of a house file: words, and the settings that each of them has. */
interface Level {
  readonly words: readonly Word[];
  /** What stands under a word; `undefined` where nothing is known. */
  under(word: string): Level | undefined;
  /** What may be the value of a word. */
  values(word: string): readonly Word[];
}

const none: Localized = { en: '', zh: '' };
const KEY = /^([ ]*)(?:"([^"]{1,80})"|'([^']{1,80})'|([^\s:#'"[\]{},-][^:#]{0,80}?))[ ]*:(?=[ ]|$)/u;

/** What may be written at `offset` (UTF-16 units) of a house file; found from the lines, so that half-typed YAML will do. */
export function completeHouse(text: string, house: House, offset: number): readonly HouseCompletion[] {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const newline = text.indexOf('\n', offset);
  const line = text.slice(start, newline < 0 ? text.length : newline).replace(/\r$/, '');
  const column = offset - start;
  if (/^\s*#/.test(line) || column > line.length || /\s#/.test(line.slice(0, column))) return [];
  const key = KEY.exec(line);
  const indent = /^ */.exec(line)?.[0].length ?? 0;
  if (key && column >= key[0].length) {
    const level = levelAt(text, start, indent, house);
    const blank = /^ */.exec(line.slice(key[0].length))?.[0].length ?? 0;
    const from = Math.min(key[0].length + blank, Math.max(column, key[0].length));
    const rest = line.slice(from);
    if (/^[[{|>&*]/.test(rest)) return [];
    const to = Math.max(column, from + rest.replace(/\s+#.*$/, '').trimEnd().length);
    const gap = blank === 0 ? ' ' : '';
    return (level?.values(nameOf(key)) ?? []).map(({ word, about }) => ({
      kind: 'value',
      label: word,
      about,
      range: { start: start + from, end: start + to },
      text: gap + word,
    }));
  }
  if (column < indent || /^\s*-/.test(line)) return [];
  const word = /^[^\s:]*/.exec(line.slice(indent))?.[0].length ?? 0;
  if (column > indent + word) return [];
  const level = levelAt(text, start, key ? indent : Math.max(indent, 0), house);
  const there = siblings(text, start, indent);
  const colon = key !== null;
  return (level?.words ?? [])
    .filter((one) => !there.has(one.word))
    .map(({ word: name, about, opens }) => ({
      kind: 'setting',
      label: name,
      about,
      range: { start: start + indent, end: start + indent + word },
      text: colon ? name : opens ? `${name}:` : `${name}: `,
    }));
}

/** What the setting at `offset` of a house file means; `undefined` where there is none. */
export function aboutSetting(
  text: string,
  house: House,
  offset: number,
): { readonly about: Localized; readonly range: Range } | undefined {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const key = KEY.exec(text.slice(start, start + 200).split(/\r?\n/, 1)[0] ?? '');
  if (!key) return undefined;
  const from = start + (key[1]?.length ?? 0);
  const end = from + nameOf(key).length;
  if (offset < from || offset > end) return undefined;
  const found = levelAt(text, start, key[1]?.length ?? 0, house)?.words.find(({ word }) => word === nameOf(key));
  return found && found.about.en !== '' ? { about: found.about, range: { start: from, end } } : undefined;
}

const nameOf = (key: RegExpExecArray): string => key[2] ?? key[3] ?? key[4] ?? '';

/** The keys that the line at `start` lies under, outermost first, and with them what may stand there. */
function levelAt(text: string, start: number, indent: number, house: House): Level | undefined {
  const path: string[] = [];
  let least = indent;
  const above = text.slice(0, start).split(/\r?\n/);
  for (let i = above.length - 1; i >= 0 && least > 0; i--) {
    const key = KEY.exec(above[i] ?? '');
    const own = key?.[1]?.length ?? 0;
    if (!key || own >= least) continue;
    path.unshift(nameOf(key));
    least = own;
  }
  return path.reduce<Level | undefined>((level, word) => level?.under(word), settingsLevel(houseSettings, house));
}

/** The other keys of the map that the line at `start` is in. */
function siblings(text: string, start: number, indent: number): ReadonlySet<string> {
  const found = new Set<string>();
  const collect = (lines: readonly string[]): void => {
    for (const line of lines) {
      const key = KEY.exec(line);
      const own = /^ */.exec(line)?.[0].length ?? 0;
      if (line.trim() === '' || /^\s*#/.test(line)) continue;
      if (own < indent) return;
      if (key && own === indent) found.add(nameOf(key));
    }
  };
  collect(text.slice(0, start).split(/\r?\n/).reverse());
  collect(text.slice(start).split(/\r?\n/).slice(1));
  return found;
}

function settingsLevel(settings: Settings, house: House): Level {
  const setting = (word: string): Setting | undefined => (Object.hasOwn(settings, word) ? settings[word] : undefined);
  return {
    words: Object.entries(settings).map(([word, { about, type }]) => ({ word, about, opens: opens.has(type) })),
    under(word) {
      const found = setting(word);
      if (found?.type === 'map') return settingsLevel(found.entries, house);
      if (found?.type === 'checks') return checksLevel();
      if (found?.type === 'localized') return wordsLevel(['zh', 'en']);
      return found?.type === 'keyed' ? keyedLevel(word, found.of, house) : undefined;
    },
    values: (word) => settingValues(setting(word)),
  };
}

const opens: ReadonlySet<string> = new Set(['map', 'keyed', 'checks', 'values', 'strings', 'cases']);

function wordsLevel(words: readonly string[]): Level {
  return { words: words.map((word) => ({ word, about: none })), under: () => undefined, values: () => [] };
}

/** Fields, templates, blocks: those of the house, to be changed, and what each may say. */
function keyedLevel(name: string, of: Settings, house: House): Level {
  const known =
    name === 'fields'
      ? house.fields.map(({ key, label }) => ({ word: key, about: label, opens: true }))
      : (name === 'templates' ? house.templates : name === 'blocks' ? house.blocks : []).map(({ id, label }) => ({
          word: id,
          about: label,
          opens: true,
        }));
  return {
    words: known,
    under: () => settingsLevel(of, house),
    values: () => [{ word: 'off', about: { en: 'Take the inherited one away.', zh: '去掉继承来的这一项。' } }],
  };
}

function checksLevel(): Level {
  const severities = severitySettings.map((word) => ({ word, about: none }));
  return {
    words: checks.map(({ id, summary }) => ({ word: id, about: summary })),
    under(id) {
      const options = Object.entries(checks.find((check) => check.id === id)?.options ?? {});
      const about = { en: 'How grave a finding is.', zh: '级别。' };
      return {
        words: [{ word: 'severity', about }, ...options.map(([word, option]) => ({ word, about: option.about }))],
        under: () => undefined,
        values(word) {
          if (word === 'severity') return severities;
          const option = options.find(([name]) => name === word)?.[1];
          if (option?.type === 'boolean') return truths;
          return option?.type === 'choice' ? option.values.map((value) => ({ word: value, about: none })) : [];
        },
      };
    },
    values: () => severities,
  };
}

const truths: readonly Word[] = [
  { word: 'true', about: none },
  { word: 'false', about: none },
];

function settingValues(setting: Setting | undefined): readonly Word[] {
  if (setting?.type === 'boolean') return truths;
  if (setting?.type === 'choice') return setting.values.map((value) => ({ word: value, about: none }));
  if (setting?.type !== 'string') return [];
  if (setting.form === 'house-id') return [...houseIds, 'none'].map((id) => ({ word: id, about: none }));
  if (setting.form === 'language') return ['zh-Hans', 'zh-Hant', 'en'].map((tag) => ({ word: tag, about: none }));
  if (setting.form === 'time-zone')
    return ['Asia/Shanghai', 'Asia/Hong_Kong', 'Asia/Taipei', 'Asia/Singapore', 'UTC'].map((zone) => ({
      word: zone,
      about: none,
    }));
  return [];
}
