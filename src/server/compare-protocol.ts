/** Requests about two versions of an article. */
export interface CompareRequests {
  /**
   * What changed since an earlier version of an article, as a page that loads and runs nothing; null where the earlier
   * one is not what is asked for.
   */
  'copydesk/compare': {
    params: {
      readonly uri: string;
      /** The whole text of the earlier version. */
      readonly before: string;
      /** What the versions are called. */
      readonly names: { readonly before: string; readonly after: string };
      /** Only an earlier version whose stage was published. */
      readonly onlyPublished?: boolean;
    };
    result: { readonly title: string; readonly html: string; readonly isSame: boolean } | null;
  };
}

/** Sent by an editor that shows findings on changed lines alone: all that it knows of changes, whenever that is otherwise. */
export const changesNotification = 'copydesk/changes';

/** What an editor knows of changes. */
export interface ChangesNews {
  /** Uris of the folders of which it knows them; none: everything is shown. */
  readonly roots: readonly string[];
  /** Files in them that may have changed, with their texts at the last commit; '' for new ones. The others have not. */
  readonly files: readonly { readonly uri: string; readonly before: string }[];
}
