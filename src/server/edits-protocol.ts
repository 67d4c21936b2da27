/** An edit by lines and UTF-16 columns from 0, as LSP has it. */
export interface LineEdit {
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
  readonly newText: string;
}

/** Edits that hold for one version of a document. */
export interface EditsOfVersion {
  readonly version: number;
  readonly edits: readonly LineEdit[];
}
