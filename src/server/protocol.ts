import type { SheetRow, SheetSection } from '../assist/house-sheet.ts';
import type { Kind, Refusal } from '../newsroom/world.ts';
import type { PageChange } from '../page/change.ts';
import type { EntryChange } from '../writing/change-entry.ts';
import type { EntryPart, EntryTexts } from '../writing/field-entries.ts';
import type { AgentRequests } from './agent-protocol.ts';
import type { CompareRequests } from './compare-protocol.ts';
import type { DeskListRequests } from './desk-protocol.ts';
import type { EditsOfVersion, LineEdit } from './edits-protocol.ts';
import type { Counts, NewsroomRequests } from './newsroom-protocol.ts';
import type { SetUpRequests } from './set-up-protocol.ts';
import type { SignoffRequests } from './signoff-protocol.ts';

export { mayBeFolder } from '../newsroom/files.ts';

import type { TrialRequests } from './trial-protocol.ts';

export { longestText } from '../newsroom/world.ts';
export { type DeskNews, deskNotification } from './desk-protocol.ts';
export type { EditsOfVersion, LineEdit } from './edits-protocol.ts';
export type { SetUpFile } from './set-up-protocol.ts';
export type { OpenForm, ReadySheet, SignEdits, TurnForm } from './signoff-protocol.ts';
export { type TaughtEdit, taughtCommand } from './teach-protocol.ts';
export type { RuleTrial, TriedFile, TriedPlace } from './trial-protocol.ts';
export type { EntryChange, EntryPart, EntryTexts, SheetRow };

/**
 * Files, asked by the server, so that virtual workspaces work. Clients that say `initializationOptions: { files: true }`
 * answer; for others the Node server reads the disk. Uris are strings as LSP writes them.
 */
export interface FileRequests {
  /** The decoded text of a file, null when there is none, or why it cannot be read. */
  'copydesk/readFile': {
    params: { readonly uri: string };
    result: string | null | { readonly refused: Refusal };
  };
  /** The first bytes of a file in base64, or null when there is none. */
  'copydesk/readHead': { params: { readonly uri: string; readonly bytes: number }; result: string | null };
  /** For each uri whether a regular file is there; what else is there may be said. */
  'copydesk/exists': {
    params: { readonly uris: readonly string[] };
    result: readonly (boolean | Exclude<Kind, 'file'>)[];
  };
  /**
   * Uris under a folder that match any of the file name endings, such as `.md`, or names, such as `copydesk.yml`; capped
   * by the client.
   */
  'copydesk/findFiles': {
    params: { readonly folder: string; readonly endings: readonly string[] };
    result: readonly string[];
  };
}

/** A template or block as a picker shows it. */
export interface Choice {
  readonly id: string;
  readonly label: string;
  /** The label in the house's own language, where that is not the reader's. */
  readonly ownLabel?: string;
  readonly help: string;
}

/** A picture as a picker shows it. */
export interface PictureChoice {
  readonly uri: string;
  /** As the article refers to it. */
  readonly path: string;
  /** What the picture's own file says it shows, and who took it. */
  readonly caption: string;
  readonly photographers: readonly string[];
  readonly sounds: readonly (readonly string[])[];
}

/** The house in force for a document or folder, section by section. */
export interface HouseSheet {
  readonly id: string;
  /** Its name; '' for one that has none. */
  readonly name: string;
  readonly about: string;
  /** A sentence that says where it comes from, and what is wrong with it where something is. */
  readonly from: string;
  readonly file?: string;
  readonly sections: readonly SheetSection[];
}

/** An article as a picker shows it. */
export interface ArticleChoice {
  readonly uri: string;
  /** As the document that was named refers to it. */
  readonly path: string;
  /** '' where it has none. */
  readonly title: string;
  /** Of each character of its title what it may sound like. */
  readonly sounds: readonly (readonly string[])[];
}

/** What filling in a template asks for: one question a field. */
export interface Question {
  readonly key: string;
  readonly label: string;
  /** Values to pick from; absent: free text. */
  readonly values?: readonly { readonly value: string; readonly label?: string }[];
  readonly maxLength?: number;
}

/** A new file: its text, or a snippet with tab stops in TextMate syntax. */
export interface NewFile {
  readonly text: string;
  readonly snippet?: string;
  /** Where it goes under `root`, with `/` separators. */
  readonly path: string;
  /** The folder of the house, or of the workspace; absent when there is no folder. */
  readonly root?: string;
  /** What was left out or guessed, in the user's language. */
  readonly notes: readonly string[];
}

/** Where a preview shows the files of a folder: images under `root` are shown under `base`. */
export interface ImageBase {
  /** The uri of the folder that images may not leave. */
  readonly root: string;
  /** The url that stands for it in the preview, without a slash at its end. */
  readonly base: string;
}

/** A field of the front matter as a form asks for it. */
export interface FieldForm {
  readonly key: string;
  readonly label: string;
  readonly help: string;
  /** What it may hold, in words. */
  readonly type: string;
  /** Several values may be given. */
  readonly many: boolean;
  /** Other values than `choices` may be given. */
  readonly open: boolean;
  readonly required: boolean;
  /** What it holds now. */
  readonly values: readonly string[];
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly maxLength?: number;
  /** For a field whose entries have parts (links, names with values, allowances). */
  readonly parts?: readonly PartForm[];
  /** Those entries by part; absent where the field holds something else. */
  readonly entries?: readonly EntryTexts[];
}

/** A part of an entry, such as the address of a link. Those that an entry cannot be without come first. */
export interface PartForm {
  readonly part: EntryPart;
  readonly label: string;
  readonly optional: boolean;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  /** Other values than `choices` may be given. */
  readonly open: boolean;
}

/** A stage with what an article still lacks for it. */
interface StageForm {
  readonly stage: string;
  readonly label: string;
  /** Labels of the fields. */
  readonly missing: readonly string[];
}

/** Asked by the extension. */
export interface DeskRequests
  extends AgentRequests,
    SetUpRequests,
    DeskListRequests,
    SignoffRequests,
    CompareRequests,
    NewsroomRequests,
    TrialRequests {
  /** The fields of an article; null where it is none, or its front matter cannot be written. */
  'copydesk/fields': {
    params: { readonly uri: string };
    result: { readonly version: number; readonly fields: readonly FieldForm[] } | null;
  };
  'copydesk/setField': {
    params: { readonly uri: string; readonly key: string; readonly values: readonly string[] };
    result: EditsOfVersion | null;
  };
  /** Adds, changes or removes an entry of a field; no edits where it cannot be done without touching more. */
  'copydesk/changeEntry': {
    params: { readonly uri: string; readonly key: string; readonly change: EntryChange };
    result: EditsOfVersion | null;
  };
  /** The stages, with what each still asks for; `errors` are findings beside those. */
  'copydesk/stages': {
    params: { readonly uri: string };
    result: {
      readonly version: number;
      readonly stage: string;
      readonly errors: number;
      readonly stages: readonly StageForm[];
    } | null;
  };
  'copydesk/changeStage': {
    params: { readonly uri: string; readonly stage: string };
    result: EditsOfVersion | null;
  };
  /** The edit that adds a word to the newsroom's list of terms; null where it cannot be written. */
  'copydesk/addTerm': {
    params: { readonly uri: string; readonly not: string; readonly use?: string };
    result: { readonly uri: string; readonly isNew: boolean; readonly edits: readonly LineEdit[] } | null;
  };
  /** The resolved house for a document or folder, as YAML, with its id and where it comes from. */
  'copydesk/house': {
    params: { readonly uri?: string };
    result: { readonly id: string; readonly name: string; readonly text: string; readonly file?: string };
  };
  /** The newsroom's articles near a document or folder, the latest first, with how `near` would refer to them. */
  'copydesk/articles': { params: { readonly uri: string }; result: readonly ArticleChoice[] };
  /** The newsroom's pictures near an article, those that say what they show first. */
  'copydesk/pictures': { params: { readonly uri: string }; result: readonly PictureChoice[] };
  /** The house as people read it, in the user's language. */
  'copydesk/houseSheet': { params: { readonly uri?: string }; result: HouseSheet };
  /** What changed on the page of an article since a preview was last sent it. */
  'copydesk/pageChange': { params: PageWanted; result: PageAnswer | null };
  /** The edits of a quick fix; null when the article has changed, or the fix would change more than it says. */
  'copydesk/pageFix': {
    params: FixWanted;
    result: { readonly version: number; readonly edits: readonly LineEdit[] } | null;
  };
  /** An article as the next desk takes it; null for what is not an article. */
  'copydesk/handOver': { params: HandOverWanted; result: HandOver | null };
  'copydesk/templates': {
    params: { readonly uri?: string };
    result: {
      readonly house: string;
      readonly articles: readonly Choice[];
      readonly blocks: readonly Choice[];
      readonly questions: readonly Question[];
    };
  };
  'copydesk/newArticle': {
    params: { readonly uri?: string; readonly id: string; readonly values: Readonly<Record<string, string>> };
    result: NewFile;
  };
  /** A block as a snippet; `values` are what its slots hold, as plain text, what lies behind links as paths. */
  'copydesk/block': {
    params: { readonly uri?: string; readonly id: string; readonly values?: Readonly<Record<string, string>> };
    result: { readonly snippet: string };
  };
  'copydesk/import': { params: { readonly uri?: string; readonly text: string }; result: NewFile };
  /** Checks one open document now, whatever the setting says about checking while typing. */
  'copydesk/check': { params: { readonly uri: string }; result: Checked | null };
  /** The documentation of one check as Markdown in the user's language; null for an unknown id. */
  'copydesk/explain': { params: { readonly id: string }; result: string | null };
  /** The edits that fix everything safe in one document, how much they mend, and how many errors and warnings are left. */
  'copydesk/fixAll': {
    params: { readonly uri: string };
    result: {
      readonly version: number;
      readonly edits: readonly LineEdit[];
      readonly fixed: number;
      readonly left: number;
    } | null;
  };
}

/** What a preview asks for: the change from the page that it shows to the article as it stands now. */
interface PageWanted {
  readonly uri: string;
  /** Names the preview, as long as the server runs. */
  readonly preview: string;
  /** The number of the page that it shows; 0: none. */
  readonly base: number;
  readonly images?: ImageBase;
  /** Whether the newsroom's own page may be shown. */
  readonly trusted: boolean;
  /** Whether pictures of other sites may be shown. */
  readonly remote: boolean;
  /** Whether findings are marked. */
  readonly findings: boolean;
  /** The version since which changes are marked: what it is called, and its whole text. Absent: none are. */
  readonly since?: { readonly name: string; readonly text: string };
  /** Whether the article is wanted as the site's lists show it, too. */
  readonly cards: boolean;
}

/** `version` is the document's version that the page was drawn from. */
export type PageAnswer =
  | { readonly same: true; readonly version: number }
  | (PageChange & {
      readonly same: false;
      readonly version: number;
      /** How many pictures of other sites are not shown. */
      readonly remote: number;
      readonly cards?: string;
    });

/** A fix of a finding on a page: number `finding` of a block (-1: of what stands around the body), and its fix. */
interface FixWanted {
  readonly preview: string;
  readonly number: number;
  readonly block: number;
  readonly finding: number;
  readonly fix: number;
}

/** For a CMS or WeChat, as pure text, or the whole page as a file. */
export type HandOverForm = 'cms' | 'wechat' | 'text' | 'page';

export interface HandOverWanted {
  readonly uri: string;
  readonly as: HandOverForm;
  /** Whether the newsroom's own page may be shown. */
  readonly trusted: boolean;
  /** The page's pictures will stand beside it, where what search engines read can name them. */
  readonly beside?: boolean;
}

export interface HandOver {
  /** '' for text. */
  readonly html: string;
  /** '' for a page. */
  readonly text: string;
  /** Uris of the files that belong into `html`, where {@link handedFile} names them by their index. */
  readonly files: readonly string[];
  /** Part of those names, new each time, so that no article can hold one. */
  readonly key: string;
  /** Pictures that are not there, as the article names them. */
  readonly missing: readonly string[];
}

/** What stands for file `index` of a {@link HandOver}, in attributes and in stylesheets. */
export function handedFile(key: string, index: number): string {
  return `copydesk-file-${key}-${index}.`;
}

/** Sent by the server after each review of an open document. */
export interface Checked {
  readonly uri: string;
  readonly version: number;
  /** Whether the document is an article at all. */
  readonly article: boolean;
  readonly characters: number;
  /** What is counted are words: the article is written in letters. */
  readonly inWords?: true;
  readonly counts: Counts;
  /** Mistakes as the house weighs them, how many that is in 10,000 characters (差错率; absent: too short for a rate), and how many may go out. */
  readonly errorRate: { readonly mistakes: number; readonly found?: number; readonly allowed: number };
  /** The name of the house in force; '' for one that has none. */
  readonly house: string;
  readonly houseId: string;
  /** The uri of its house file; absent where a house of ours holds because there is none. */
  readonly houseFile?: string;
  /** A house file above the opened folder would hold if the folder were trusted. */
  readonly isHouseUnread?: true;
  /** The stage in words, and how many fields the next one still asks for; absent where the house has no stages. */
  readonly progress?: { readonly stage: string; readonly missing: number };
}

/** Sent by the extension when the user comes to trust the folder. */
export const trustedNotification = 'copydesk/trusted';

export const checkedNotification = 'copydesk/checked';

/** What the client tells about itself when it starts the server. */
export interface ServerOptions {
  /** The client answers {@link FileRequests}. */
  readonly files?: boolean;
  /** Overrides the locale of the initialize request: `zh`, `en`, or anything that begins so. */
  readonly locale?: string;
  /** The client shows documents of the scheme `copydesk`, so findings may link to their check's page there. */
  readonly pages?: boolean;
  /** The client is our extension: it knows {@link reopenCommand}, `copydesk.explain` and {@link checkedNotification}. */
  readonly commands?: boolean;
  /** `false`: the folder is not trusted, so that house files above it are not read. */
  readonly trusted?: boolean;
  readonly settings?: Settings;
}

/** The settings under `copydesk`, as the server uses them. */
export interface Settings {
  readonly reporter?: string;
  readonly house?: string;
  readonly locale?: string;
  readonly check?: { readonly run?: 'onType' | 'onSave' | 'off' };
}

/** Client command that reopens the file with another encoding; argument: uri. */
export const reopenCommand = 'copydesk.reopenWithEncoding';

/** Scheme of the documents that show a check's page or a house: `copydesk:/checks/wrong-dash.md`. */
export const pageScheme = 'copydesk';
