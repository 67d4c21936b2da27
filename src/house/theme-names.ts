/** The page themes that come with Copydesk: the folders of `media/themes`, which `page/themes.ts` draws. */
export const themeNames: readonly string[] = ['plain', 'china-report', 'wire'];
