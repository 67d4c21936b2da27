import type { OpenKind } from '../engine/readiness.ts';
import type { EditsOfVersion, LineEdit } from './edits-protocol.ts';

/** Edits of an article, or of the record of signatures beside it. */
export interface SignEdits extends EditsOfVersion {
  /** The record's file, where it is not the article that is edited. */
  readonly record?: { readonly uri: string; readonly isNew: boolean; readonly edits: readonly LineEdit[] };
}

/** A step that may be signed now. */
export interface TurnForm {
  readonly step: string;
  readonly label: string;
  /** It was signed last, and the text has changed since. */
  readonly again: boolean;
  /** What whoever signs confirms. */
  readonly confirms: readonly string[];
  /** Who may sign: names of the staff list, else what the house says; empty: anybody. */
  readonly who: readonly string[];
  /** Why the person who was named may not; absent where they may, or nobody was named. */
  readonly refusal?: string;
}

/** One thing that stands between an article and its next stage. */
export interface OpenForm {
  readonly kind: OpenKind;
  readonly text: string;
  readonly blocks: boolean;
  /** Lines and characters count from 0. */
  readonly line: number;
  readonly character: number;
  /** What its fixes do, in the order of the finding. */
  readonly fixes: readonly string[];
  /** The key of a field, or the id of a step. */
  readonly id?: string;
}

/** What stands between an article and its next stage. */
export interface ReadySheet {
  readonly version: number;
  readonly title: string;
  readonly stage: string;
  readonly next: string;
  readonly nextLabel: string;
  readonly isReady: boolean;
  /** The house keeps articles from that stage while something is in the way. */
  readonly isGated: boolean;
  /** A reason opens the gate. */
  readonly mayOverride: boolean;
  /** Who let it through already, and why. */
  readonly through?: { readonly name: string; readonly reason: string };
  readonly items: readonly OpenForm[];
}

/** Asked by the extension for signing and for the gate. */
export interface SignoffRequests {
  /**
   * What may be signed now, and by whom: the person whom the setting or Git's user names. Null where the document is no
   * article. `hasSteps`: its house lists steps, signed or not.
   */
  'copydesk/turns': {
    params: { readonly uri: string; readonly name?: string; readonly email?: string };
    result: { readonly signer: string; readonly hasSteps: boolean; readonly turns: readonly TurnForm[] } | null;
  };
  /** The edits that sign a step; null where it cannot be written. */
  'copydesk/sign': {
    params: { readonly uri: string; readonly step: string; readonly name: string };
    result: SignEdits | null;
  };
  /** What stands between an article and a stage; its next one when absent. */
  'copydesk/ready': { params: { readonly uri: string; readonly stage?: string }; result: ReadySheet | null };
  /** The edits of a fix of such a thing, by its place in the sheet. */
  'copydesk/readyFix': {
    params: { readonly uri: string; readonly version: number; readonly item: number; readonly fix: number };
    result: EditsOfVersion | null;
  };
  /** The edits that keep who let an article through to a stage, and why. */
  'copydesk/letThrough': {
    params: { readonly uri: string; readonly stage: string; readonly name: string; readonly reason: string };
    result: SignEdits | null;
  };
  /** The record of an article as a page to print. */
  'copydesk/record': {
    params: { readonly uri: string };
    result: { readonly title: string; readonly html: string } | null;
  };
}
