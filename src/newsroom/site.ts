import { houseFindings } from '../checks/house-file.ts';
import type { House } from '../house/house.ts';
import { placePageFaults } from '../house/page-faults.ts';
import type { Finding } from '../model/finding.ts';
import { pictureEndings } from './files.ts';
import type { HouseInForce } from './houses.ts';
import { folderFrom, joinUri, nameOf, parentUri } from './uri.ts';
import { filesInside, type World } from './world.ts';

/** What of a newsroom a page shows that stands in no article. */
export interface Site {
  /** The newsroom's own name, else that of its folder; '' where there is neither. */
  readonly name: string;
  /** The uri of its logo; absent where there is none that may be shown. */
  readonly logo?: string;
}

type SiteWorld = Pick<World, 'kinds' | 'realPlace'>;

/**
 * The newsroom's name and logo.
 * @param folder the opened folder that holds the article, or the working folder; `undefined` for a text from nowhere
 */
export async function siteOf(
  world: SiteWorld,
  inForce: Pick<HouseInForce, 'house' | 'file' | 'root'>,
  folder: string | undefined,
): Promise<Site> {
  const { house, file, root } = inForce;
  // The name of a house of ours is nobody's newsroom's.
  const isOwn = file !== undefined && /\.ya?ml$/i.test(house.origins?.get('name') ?? '');
  const home = root ?? folder;
  const name = isOwn && house.name !== '' ? house.name : home === undefined ? '' : nameOf(home);
  const logo = await logoOf(world, house, file);
  return { name, ...(logo === undefined ? {} : { logo }) };
}

/** What is wrong with the logo that a house file names, at its place there. */
export async function logoFindings(
  world: SiteWorld,
  house: House,
  file: string,
  text: string,
): Promise<readonly Finding[]> {
  const { logo, logoFolder } = house.page;
  // One that an extended file names is told there.
  if (logo === undefined || logoFolder !== undefined || (await logoOf(world, house, file)) !== undefined) return [];
  return houseFindings(placePageFaults(text, [{ code: 'logo-missing', setting: 'logo', data: { actual: logo } }]));
}

/** A picture that lies with the house file, which no link takes out of its folder. */
async function logoOf(world: SiteWorld, { page }: House, file: string | undefined): Promise<string | undefined> {
  const folder = file === undefined ? undefined : parentUri(file);
  const { logo, logoFolder } = page;
  if (folder === undefined || logo === undefined) return undefined;
  if (!pictureEndings.some((ending) => logo.toLowerCase().endsWith(ending))) return undefined;
  const home = folderFrom(folder, logoFolder);
  const uri = joinUri(home, ...logo.split(/[\\/]/));
  const [there] = await filesInside(world, [uri], home);
  return there ? uri : undefined;
}
