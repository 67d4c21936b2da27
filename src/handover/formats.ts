import type { WriteFormat } from './write-format.ts';

interface HandedFormat {
  /** How the names of its files end. */
  readonly endings: readonly string[];
  /** Loads its writer, and none of the others: start-up time is felt. */
  readonly load: () => Promise<WriteFormat>;
}

/** What `copydesk render` writes besides the page, by its name: a format is a line here and a file beside it. */
export const handedFormats = {
  rich: { endings: ['.html', '.htm'], load: async () => (await import('./rich-copy.ts')).writeRich },
  wechat: { endings: ['.html', '.htm'], load: async () => (await import('./rich-copy.ts')).writeWechat },
  text: { endings: ['.txt'], load: async () => (await import('./plain-text.ts')).writeText },
  jsonld: { endings: ['.json', '.jsonld'], load: async () => (await import('./json-ld.ts')).writeJsonLd },
  ninjs: { endings: ['.json'], load: async () => (await import('./ninjs.ts')).writeNinjs },
} as const satisfies Readonly<Record<string, HandedFormat>>;

export type HandedName = keyof typeof handedFormats;

export const handedNames = Object.keys(handedFormats) as readonly HandedName[];
