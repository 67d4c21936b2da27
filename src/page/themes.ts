import base from '../../media/themes/base/style.css';
import chinaReportLayout from '../../media/themes/china-report/layout.html';
import chinaReportStyle from '../../media/themes/china-report/style.css';
import own from '../../media/themes/own/style.css';
import plainLayout from '../../media/themes/plain/layout.html';
import plainStyle from '../../media/themes/plain/style.css';
import wireLayout from '../../media/themes/wire/layout.html';
import wireStyle from '../../media/themes/wire/style.css';
import type { House } from '../house/house.ts';
import { type Layout, readLayout } from './layout.ts';

/** The theme of a page that a newsroom saved from its own site. */
export const OWN = 'own';

/** A folder of `media/themes/`: a layout with named slots and one stylesheet upon the common one, no script. */
interface Theme {
  readonly id: string;
  readonly layout: Layout;
}

const themes: readonly Theme[] = [
  themeFrom('plain', plainLayout),
  themeFrom('china-report', chinaReportLayout),
  themeFrom('wire', wireLayout),
];

/** A theme whose layout is read when the first page is drawn: whoever only checks articles draws none. */
function themeFrom(id: string, html: string): Theme {
  let layout: Layout | undefined;
  return {
    id,
    get layout() {
      layout ??= readLayout(html);
      return layout;
    },
  };
}

/** Each with what lies under it. Apart from the layouts, so that a bundle that only draws pages carries no stylesheets. */
const styles: ReadonlyMap<string, readonly string[]> = /* @__PURE__ */ new Map([
  ['plain', [base, plainStyle]],
  ['china-report', [base, chinaReportStyle]],
  ['wire', [base, wireStyle]],
  [OWN, [own]],
]);

/** Ids of the themes that Copydesk ships. */
export const themeIds: readonly string[] = themes.map(({ id }) => id);

/** A theme by its id; for an id that is not ours the plain one, so that there always is a page. */
export function themeOf(house: Pick<House, 'page'>): Theme {
  const named = themes.find(({ id }) => id === house.page.theme);
  const theme = named ?? themes[0];
  if (theme === undefined) throw new Error('there is no theme');
  return theme;
}

/**
 * A theme's whole stylesheet, for a page that is one file (the preview links to the files); empty
 * for an id that is not ours.
 */
export function styleOf(themeId: string): string {
  return styles.get(themeId)?.join('\n') ?? '';
}
