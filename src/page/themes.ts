import layouts from 'copydesk:themes/layouts';
import names from 'copydesk:themes/names';
import sheets from 'copydesk:themes/styles';
import base from '../../media/themes/base/style.css';
import own from '../../media/themes/own/style.css';
import type { House } from '../house/house.ts';
import { type Layout, readLayout } from './layout.ts';

/** The theme of a page that a newsroom saved from its own site. */
export const OWN = 'own';

/** A folder of `media/themes/`: a layout with named slots and one stylesheet upon the common one, no script. */
interface Theme {
  readonly id: string;
  readonly layout: Layout;
}

/** Where a house names no theme of ours. */
const PLAIN = 'plain';

const themes: ReadonlyMap<string, Theme> = new Map(names.map((id) => [id, themeFrom(id, layouts[id] ?? '')]));

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

/** A theme by its id; for an id that is not ours the plain one, so that there always is a page. */
export function themeOf(house: Pick<House, 'page'>): Theme {
  const theme = themes.get(house.page.theme) ?? themes.get(PLAIN);
  if (theme === undefined) throw new Error('there is no plain theme');
  return theme;
}

/**
 * A theme's whole stylesheet, for a page that is one file (the preview links to the files); empty
 * for an id that is not ours.
 */
export function styleOf(themeId: string): string {
  if (themeId === OWN) return own;
  return Object.hasOwn(sheets, themeId) ? `${base}\n${sheets[themeId]}` : '';
}
