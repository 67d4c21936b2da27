import { addItem } from '../../house/house-edit.ts';
import { lineStarts } from '../../model/range.ts';
import { houseFile, termsFile } from '../../newsroom/files.ts';
import { owningFolder } from '../../newsroom/find-house.ts';
import { joinUri, parentUri } from '../../newsroom/uri.ts';
import { lineEditsOf } from '../workspace-edit.ts';
import type { DeskHandler } from './request.ts';

/**
 * The edit that adds a word to the newsroom's list of terms: to `terms.yml` beside its house file, or to a house file
 * that is begun for it. `null` where no file may be written, or the file leaves no sure place.
 */
export const addTerm: DeskHandler<'copydesk/addTerm'> = async (session, { uri, not, use }) => {
  const { file } = await session.houses.of(uri);
  const top = owningFolder(session.folders(), uri);
  const folder = (file && parentUri(file)) ?? top;
  if (folder === undefined || owningFolder(session.folders(), folder) === undefined) return null;
  const place = joinUri(folder, file === undefined ? houseFile : termsFile);
  const open = session.standing.get(place);
  const read = open ? undefined : await session.world.readText(place);
  if (read && (!('text' in read) || 'isGuessed' in read)) return null;
  const text = open?.getText() ?? (read && 'text' in read ? read.text : '');
  const edit = addItem(text, ['terms'], use === undefined ? { not } : { use, not }, []);
  if (edit === undefined) return null;
  return {
    uri: place,
    isNew: open === undefined && read === undefined,
    edits: lineEditsOf(lineStarts(text), [edit]),
  };
};
