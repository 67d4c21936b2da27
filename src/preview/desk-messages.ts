import type { DeskRow } from '../desk/row.ts';
import { isCount, isListOf, isOneOf, isRecord, isText } from './shapes.ts';

/** What is asked of articles of the list. */
const deskDeeds = ['open', 'openBeside', 'preview', 'changeStage', 'sign', 'check'] as const;
export type DeskDeed = (typeof deskDeeds)[number];

/** What is asked where there are no articles. */
const deskStarts = ['openFolder', 'newArticle', 'setUp'] as const;
export type DeskStart = (typeof deskStarts)[number];

/**
 * What the extension and the desk's list say to each other. Both sides check what they are told: a message that is not
 * one of these is dropped.
 */
export type FromDesk =
  | { readonly type: 'ready' }
  /** What actions are about now. */
  | { readonly type: 'meant'; readonly uris: readonly string[] }
  | { readonly type: 'do'; readonly deed: DeskDeed; readonly uris: readonly string[] }
  | { readonly type: 'start'; readonly start: DeskStart };

export type ToDesk =
  /**
   * All rows. `hasFolder`: whether one is opened, for the words where there are none. `timeZone`: by which it is today;
   * absent: that of the machine.
   */
  | {
      readonly type: 'rows';
      readonly rows: readonly DeskRow[];
      readonly hasFolder: boolean;
      readonly timeZone?: string;
    }
  /** What changed; `left`: how many articles are still to be reviewed. */
  | {
      readonly type: 'news';
      readonly rows: readonly DeskRow[];
      readonly gone: readonly string[];
      readonly left: number;
      readonly timeZone?: string;
    }
  | { readonly type: 'search' };

export function isFromDesk(message: unknown): message is FromDesk {
  if (!isRecord(message)) return false;
  switch (message.type) {
    case 'ready':
      return true;
    case 'meant':
      return isListOf(message.uris, isText);
    case 'do':
      return isOneOf(message.deed, deskDeeds) && isListOf(message.uris, isText);
    case 'start':
      return isOneOf(message.start, deskStarts);
    default:
      return false;
  }
}

export function isToDesk(message: unknown): message is ToDesk {
  if (!isRecord(message)) return false;
  switch (message.type) {
    case 'rows':
      return isListOf(message.rows, isRow) && typeof message.hasFolder === 'boolean' && isZone(message.timeZone);
    case 'news':
      return (
        isListOf(message.rows, isRow) &&
        isListOf(message.gone, isText) &&
        isCount(message.left) &&
        isZone(message.timeZone)
      );
    case 'search':
      return true;
    default:
      return false;
  }
}

const isZone = (zone: unknown): boolean => zone === undefined || isText(zone);

function isRow(row: unknown): row is DeskRow {
  return (
    isRecord(row) &&
    [row.uri, row.path, row.title, row.sounds, row.stage, row.stageWord, row.column, row.date].every(isText) &&
    isListOf(row.people, isText) &&
    isListOf(row.authors, isText) &&
    (row.checked === undefined || isChecked(row.checked))
  );
}

function isChecked(checked: unknown): boolean {
  return (
    isRecord(checked) &&
    [checked.errors, checked.warnings, checked.questions, checked.characters, checked.pictures].every(isCount) &&
    typeof checked.rate === 'number' &&
    typeof checked.isOverRate === 'boolean' &&
    typeof checked.inWords === 'boolean' &&
    isListOf(checked.missing, isText) &&
    isText(checked.turn) &&
    (checked.embargo === undefined ||
      (isRecord(checked.embargo) && isText(checked.embargo.iso) && isText(checked.embargo.text)))
  );
}
