import { houseSheet as sheetOf } from '../../assist/house-sheet.ts';
import { inLocale } from '../../model/finding.ts';
import { houseSource } from '../new-article.ts';
import type { DeskHandler } from './request.ts';

/** The house in force, as people read it. */
export const houseSheet: DeskHandler<'copydesk/houseSheet'> = async (session, { uri }) => {
  const inForce = await session.houses.of(uri);
  const { house, file } = inForce;
  const locale = session.locale();
  return {
    id: house.id,
    name: house.name,
    about: house.about ? inLocale(house.about, locale) : '',
    from: houseSource(inForce, locale).join(' '),
    ...(file === undefined ? {} : { file }),
    sections: sheetOf(house, locale),
  };
};
