import type { Localized, Severity } from '../model/finding.ts';
import type { FieldRules } from './field-types/field-type.ts';
import type { FieldType } from './field-types.ts';
import type { FrontMatterSchema } from './front-matter-schema.ts';
import type { ReportFormat } from './report-formats.ts';
import type { Colleague } from './staff.ts';
import type { Term } from './terms.ts';

/** Where an article stands on its way to the reader. */
export type Stage = 'draft' | 'ready' | 'published';

/** Stages in order. */
export const stages: readonly Stage[] = ['draft', 'ready', 'published'];

/** What a field means to the page and to the checks, whatever the house calls it. */
export type FieldRole =
  | 'title'
  | 'subtitle'
  | 'series'
  | 'summary'
  | 'column'
  | 'published'
  | 'source'
  | 'reporters'
  | 'correspondents'
  | 'photographers'
  | 'translators'
  | 'proofreaders'
  | 'commissioners'
  | 'producers'
  | 'editor'
  | 'keywords'
  | 'cover'
  | 'stage'
  | 'slug'
  | 'related'
  | 'allow'
  | 'signoff'
  | 'embargo'
  | 'expires'
  | 'language';

/** Roles of fields that name people; slots of byline forms bear the same names. */
export const peopleRoles = [
  'reporters',
  'correspondents',
  'photographers',
  'translators',
  'proofreaders',
  'commissioners',
  'producers',
  'editor',
] as const satisfies readonly FieldRole[];

/** A front-matter field, declared once: validation, completion, hover, templates and the page all read this. */
export interface Field extends FieldRules {
  readonly key: string;
  /** Other names of the field in the front matter, such as `标题`; an article keeps to one spelling. */
  readonly aliases?: readonly string[];
  /** The newsroom itself named those: each is its own name for the field, as good as the key. */
  readonly ownNames?: true;
  readonly type: FieldType;
  /** For `list` and `map`: what each value is; absent: text. */
  readonly of?: FieldType;
  /** For `list` and `map`: the fields of each object, or of the map; absent: values of the type that `of` names. */
  readonly fields?: readonly Field[];
  readonly role?: FieldRole;
  readonly label: Localized;
  readonly help: Localized;
  /** Required from this stage on; absent: never. */
  readonly required?: Stage;
  /** Required where any of these holds: `field` is given, or `field=value`. */
  readonly requiredWith?: readonly string[];
  /** Fields that may not stand beside this one. */
  readonly excludes?: readonly string[];
  /** No other article of the newsroom has the same value. */
  readonly unique?: boolean;
  /** For a boolean whose role is the stage: what each of its values means; absent: by its name. */
  readonly whenTrue?: Stage;
  readonly whenFalse?: Stage;
  /** Greatest length in characters as editors count them. */
  readonly maxLength?: number;
  readonly minLength?: number;
  /** Marks that may not stand in the value, one after the other. */
  readonly forbidden?: string;
  readonly default?: string;
  /** The value is prose, and the language checks read it. */
  readonly prose?: boolean;
}

/** How bylines are written. Forms are patterns such as `中国报道讯（{reporters} 通讯员{correspondents}）`; the first is preferred. */
export interface BylineStyle {
  readonly required: boolean;
  readonly position: 'head' | 'under-title' | 'end';
  readonly forms: readonly string[];
  /** Between two names, such as `、` or a space. */
  readonly nameSeparator: string;
  /** What may stand between two names besides; absent: nothing. */
  readonly otherSeparators?: readonly string[];
  /** Between a role word and a name: '' or ' '. */
  readonly roleSpace: string;
  readonly brackets: 'full' | 'half';
  /** The house's own outlet names at the head: 中国报道, 本刊. */
  readonly outlets: readonly string[];
  /** Role words that may appear. */
  readonly roles: readonly string[];
  /** How a name of two characters is written: `plain` (王刚, the default) or `spaced` to align with three (王　刚). */
  readonly twoCharacterName?: 'plain' | 'spaced';
}

/** How picture credits are written. */
export interface CreditStyle {
  readonly required: boolean;
  readonly forms: readonly string[];
  readonly brackets: 'full' | 'half';
  /** Whether a picture must have a caption beside its credit. */
  readonly caption: boolean;
}

/** How `copydesk check` runs in CI; what is absent is as usual. */
export interface CiStyle {
  readonly threshold?: Severity;
  readonly maxWarnings?: number;
  readonly severity?: Severity;
  readonly only?: readonly string[];
  readonly except?: readonly string[];
  readonly format?: ReportFormat;
  /** As they are written: `report.sarif`, `gitlab:report.json`. */
  readonly outputs?: readonly string[];
}

/** How much each kind of mistake counts in the error rate (差错率), and how many may go out. */
export interface ErrorRateStyle {
  /** Most mistakes in 10,000 characters. */
  readonly allowed: number;
  readonly word: number;
  readonly name: number;
  readonly numeral: number;
  readonly mark: number;
  /** Most that all the numerals of an article count together. */
  readonly mostNumerals: number;
  /** Times as much in a headline. */
  readonly headline: number;
  /** So often the same mistake of an article counts; after that it does no more. */
  readonly mostRepeats: number;
}

/** One review or proof that an article goes through (一审、二校). */
export interface SignStep {
  readonly id: string;
  readonly label: Localized;
  /** Names, and roles of the staff list, that may sign it; empty: anybody. */
  readonly who: readonly string[];
  /** How many people sign it, at least 1. */
  readonly count: number;
  /** Ids of steps that whoever signs this one may not sign as well. */
  readonly distinct: readonly string[];
  /** What whoever signs confirms, in the house's words. */
  readonly confirms: readonly string[];
  /** The stage that an article may not be at without it. */
  readonly before: Exclude<Stage, 'draft'>;
}

/** Who reviews and proofs an article before it goes out, and where that is on record. */
export interface SignoffStyle {
  readonly record: 'front-matter' | 'file';
  /** Of `record: file`: the file beside an article, with `{name}` for the article's name without its ending. */
  readonly file: string;
  /** Articles published before this day (`2026-12-01`) need no signatures; absent: all do. */
  readonly since?: string;
  /** Keys of fields that may change after signing. */
  readonly free: readonly string[];
  /** In order; none: nobody signs. */
  readonly steps: readonly SignStep[];
}

/** From which stage on an article must be right to be put there, and whether a reason opens the gate. */
export interface Gate {
  readonly from: 'ready' | 'published' | 'never';
  readonly override: boolean;
}

/** What the house says about one check. */
export interface CheckSetting {
  readonly severity?: Severity | 'off';
  readonly options?: Readonly<Record<string, unknown>>;
}

/** A place of a newsroom's own page that an article fills. `meta` is the line of time and source as the site writes it. */
export type PageSlot =
  | 'title'
  | 'series'
  | 'subtitle'
  | 'column'
  | 'meta'
  | 'published'
  | 'source'
  | 'summary'
  | 'body'
  | 'related'
  | 'editor'
  | 'keywords';

/** Furniture of the published page that is the same for every article. */
export interface PageStyle {
  /** A theme that Copydesk ships: a folder of `media/themes/`. */
  readonly theme: string;
  /** The name at the top of the page; '': that of the newsroom. It goes before {@link siteLine}. */
  readonly name: string;
  /** A picture beside that name, as a path from the folder of the house file; absent: none. */
  readonly logo?: string;
  /** The folder that `logo` starts from, where an extended house file names it (`..`); absent: that of the house file. */
  readonly logoFolder?: string;
  /** 中国报道网——中国报道杂志唯一官方网站 */
  readonly siteLine: string;
  readonly home: string;
  readonly nav: readonly string[];
  readonly footer: readonly string[];
  /** How much of a title the site's lists show, in full widths (a Latin letter is half); absent: as the theme has it. */
  readonly cardTitle?: number;
  /** A page saved from the newsroom's site, as a path from the folder of the house file; absent: the theme is drawn. */
  readonly html?: string;
  /** The folder that `html` starts from, where an extended house file names it (`..`); absent: that of the house file. */
  readonly htmlFolder?: string;
  /** Which elements of that page the article fills, by CSS selector. */
  readonly slots?: Readonly<Partial<Record<PageSlot, string>>>;
  /** How an article is copied as rich text; absent: in the theme's look, with its pictures. */
  readonly copy?: CopyRule;
}

/** What of an article's look and pictures is copied. */
export interface CopyRule {
  /** `theme`: the whole look. `layout`: indents and alignment alone, where the CMS has a look of its own. */
  readonly styles?: 'theme' | 'layout';
  /** `inside`: pictures are in the copy. `named`: a line names each file, to be uploaded. `none`: nothing of them. */
  readonly pictures?: 'inside' | 'named' | 'none';
}

/** An article template or a block, written as Markdown with `{{slots}}`. */
export interface TemplateRef {
  readonly id: string;
  readonly label: Localized;
  readonly help: Localized;
}

/** What a newsroom has decided. A value: resolved once, never changed. */
export interface House {
  readonly id: string;
  readonly name: string;
  /** Whose practice it is, in one sentence; absent where the file does not say so. */
  readonly about?: Localized;
  /** BCP 47, such as `zh-Hans` or `en`. */
  readonly language: string;
  /** Languages that the name of an article's file or folder may say; absent: none. */
  readonly languages?: readonly string[];
  /** IANA name, such as `Asia/Shanghai`; absent where nobody said it, and then no time that has an offset is moved. */
  readonly timeZone?: string;
  /** Ids of the houses it extends, nearest first. */
  readonly extends: readonly string[];
  /** In the house's order. */
  readonly fields: readonly Field[];
  /** Whether fields that the house does not declare are as good as its own; absent: they are unknown. */
  readonly otherFields?: 'fine' | 'unknown';
  readonly byline: BylineStyle;
  readonly credit: CreditStyle;
  /** The word before the editor's name: 责任编辑. */
  readonly editorLabel: string;
  /** Where a new article goes, such as `{column}/{date}-{slug}.md`. */
  readonly path: string;
  readonly checks: Readonly<Record<string, CheckSetting>>;
  readonly errorRate: ErrorRateStyle;
  readonly signoff: SignoffStyle;
  readonly gate: Gate;
  /** Absent where nothing is said. */
  readonly ci?: CiStyle;
  readonly templates: readonly TemplateRef[];
  readonly blocks: readonly TemplateRef[];
  readonly page: PageStyle;
  /** What agents may write here; absent: nothing. */
  readonly agents?: { readonly write: 'nothing' | 'fixes' | 'all' };
  /** Whom the newsroom knows, from its `staff.yml`; absent where it keeps none, and then nobody is unknown. */
  readonly staff?: readonly Colleague[];
  /** What the newsroom calls things, from its `terms.yml` and from `terms` of its house file; absent: nothing is said. */
  readonly terms?: readonly Term[];
  /** A JSON Schema for the front matter, as a path from the folder of the house file; absent: none. */
  readonly frontMatterSchema?: string;
  /** The folder that its path starts from, where an extended house file names it (`..`); absent: that of the house file. */
  readonly schemaFolder?: string;
  /** That schema as it was read; absent where it is not known or cannot be used. */
  readonly schema?: FrontMatterSchema;
  /** Patterns of where drafts lie, as in `.gitignore`; absent: an article alone says that it is one. */
  readonly drafts?: readonly string[];
  /** The stage of an article that says none, where the place of the article at hand tells it. */
  readonly stageOfPlace?: Stage;
  /** Patterns of files that are no articles, as in `.gitignore`; absent: none. */
  readonly ignore?: readonly string[];
  /** The folder that they are read from, where an extended house file states them (`..`); absent: that of the house file. */
  readonly ignoreFolder?: string;
  /** Folders whose files the site serves from its root, as paths from the folder of the house file; absent: none. */
  readonly static?: readonly string[];
  /** The folder that they are read from, where an extended house file states them (`..`); absent: that of the house file. */
  readonly staticFolder?: string;
  /**
   * Where each setting comes from, by its path in a house file (`fields.title.required`): the id of a house, or the
   * name of the newsroom's own file. Absent for a house that was not loaded; defaults are not in it.
   */
  readonly origins?: ReadonlyMap<string, string>;
}
