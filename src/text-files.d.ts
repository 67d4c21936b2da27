// Files that the bundler hands over as their text (see `esbuild.mjs` and `build/`).
declare module '*.yml' {
  const text: string;
  export default text;
}
declare module '*.md' {
  const text: string;
  export default text;
}
declare module '*.css' {
  const text: string;
  export default text;
}
declare module '*.html' {
  const text: string;
  export default text;
}

/** Ids of the themes: the folders of `media/themes` that have a layout. The build makes these modules. */
declare module 'copydesk:themes/names' {
  const names: readonly string[];
  export default names;
}

/** The `layout.html` of each theme. */
declare module 'copydesk:themes/layouts' {
  const layouts: Readonly<Record<string, string>>;
  export default layouts;
}

/** The `style.css` of each theme. */
declare module 'copydesk:themes/styles' {
  const styles: Readonly<Record<string, string>>;
  export default styles;
}

/** The `copy.json` of each theme: declarations by element, for a CMS and for WeChat. */
declare module 'copydesk:themes/copies' {
  const copies: Readonly<Record<string, Readonly<Record<'cms' | 'wechat', Readonly<Record<string, string>>>>>>;
  export default copies;
}

/** The `theme.json` of each theme. */
declare module 'copydesk:themes/settings' {
  /** `cardTitle`: where lists of the site cut a title when the house does not say, in full widths. */
  const settings: Readonly<Record<string, { readonly cardTitle: number }>>;
  export default settings;
}

/** How sentences of ours are turned into Traditional Chinese: made at build time by `build/traditional.mjs`. */
declare module 'copydesk:traditional' {
  /** The sentence in Traditional characters and Taiwan's words. What stands between backticks and in braces stays. */
  export function turned(sentence: string): string;
  /** Whether the sources have this very sentence. */
  export function isOurs(sentence: string): boolean;
}

/** Traditional characters, each followed by its Simplified one: OpenCC's table, made at build time. */
declare module 'copydesk:simplified' {
  const pairs: string;
  export default pairs;
}

/** By syllable without tones the characters that have it (`src/model/pinyin.json`), read when they are asked for. */
declare module 'copydesk:pinyin' {
  const read: () => Readonly<Record<string, string>>;
  export default read;
}

/** The settings of each house that we ship (`src/house/shipped.json`), read when they are asked for. */
declare module 'copydesk:houses' {
  import type { PlainTree } from './house/tree.ts';

  const read: Readonly<Record<string, () => PlainTree>>;
  export default read;
}

/** The tables of the checks of words (`src/checks/words/lexicon.json`), read when they are asked for. */
declare module 'copydesk:lexicon' {
  import type { Lexicon } from './checks/words/lexicon.ts';

  const read: () => Lexicon;
  export default read;
}
