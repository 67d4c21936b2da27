import { isArticleName } from '../../newsroom/files.ts';
import { unusedPictures } from '../../newsroom/unused-pictures.ts';
import { cancelled } from '../answer.ts';
import { addCounts, count as countFindings } from '../diagnostics.ts';
import { checkNewsroom as checkAll } from '../newsroom.ts';
import { pictureFindings } from '../picture-findings.ts';
import type { NewsroomCount } from '../protocol.ts';
import type { DeskHandler } from './request.ts';

/** Checks every article of every folder, or of one. When it is cancelled, the error says how far it came. */
export const checkNewsroom: DeskHandler<'copydesk/checkNewsroom', NewsroomCount> = async (session, params, token) => {
  const { uri, workDoneToken } = params;
  const checked = new Set<string>();
  const places = uri === undefined ? session.folders() : [uri];
  const count = await checkAll(
    places,
    {
      world: session.world,
      reviews: session.reviews,
      locale: session.locale(),
      isOpen: (one) => session.documents.get(one) !== undefined,
      shown: session.changes.of,
      found(reviewed) {
        checked.add(reviewed.uri);
        session.diagnose.show(reviewed);
      },
    },
    session.progress(workDoneToken),
    token,
  );
  if (token.isCancellationRequested) return cancelled(count);
  if (uri === undefined) session.diagnose.keepOnly(checked);
  const folders = places.filter((place) => !isArticleName(place));
  const unused = await unusedPictures(folders, session);
  pictureFindings(session).show(unused, folders);
  return { ...count, counts: addCounts(count.counts, countFindings(unused.map(({ finding }) => finding))) };
};
