import { type Finding, inLocale } from '../../model/finding.ts';
import { type LineStarts, lineStarts, positionAt } from '../../model/range.ts';
import { isArticleName } from '../../newsroom/files.ts';
import { unusedPictures } from '../../newsroom/unused-pictures.ts';
import { plainUri, relativePath } from '../../newsroom/uri.ts';
import { cancelled } from '../answer.ts';
import { changesShown } from '../changes-shown.ts';
import { addCounts, count as countFindings } from '../diagnostics.ts';
import { checkNewsroom as checkAll } from '../newsroom.ts';
import type { FoundThere, NewsroomCount } from '../newsroom-protocol.ts';
import { pictureFindings } from '../picture-findings.ts';
import type { DeskHandler } from './request.ts';

/** Checks every article of every folder, of one, or those that changed. When it is cancelled, the error says how far it came. */
export const checkNewsroom: DeskHandler<'copydesk/checkNewsroom', NewsroomCount> = async (session, params, token) => {
  const { uri, workDoneToken, changes, listed } = params;
  const checked = new Set<string>();
  const places = uri === undefined ? session.folders() : [uri];
  const changed = changes?.files
    .map((file) => file.uri)
    .filter((file) => places.some((place) => relativePath(plainUri(place), plainUri(file)) !== undefined));
  const ofChanges = changes && changesShown();
  if (changes) ofChanges?.take(changes);
  const shown = ofChanges?.of ?? session.changes.of;
  const found = new Map<string, FoundThere[]>();
  const take = (at: string, findings: readonly Finding[], lines: LineStarts): void => {
    if (!listed) return;
    const its = findings.map(({ at: place, severity, message, check }) => {
      const { line, column } = positionAt(lines, place.start);
      const words = inLocale(message, session.locale());
      return { uri: at, line: line + 1, column: column + 1, severity, message: words, check };
    });
    found.set(at, its);
  };
  if (!places.every(isArticleName)) session.apply({ kind: 'doubted' });
  const count = await checkAll(
    changed ?? places,
    {
      world: session.world,
      reviews: session.reviews,
      locale: session.locale(),
      isOpen: (one) => session.standing.get(one) !== undefined,
      shown,
      found(reviewed) {
        checked.add(reviewed.uri);
        session.diagnose.show(reviewed);
        take(reviewed.uri, shown(reviewed), reviewed.article.lines);
        return session.takeDown(reviewed);
      },
    },
    session.progress(workDoneToken),
    token,
  );
  if (token.isCancellationRequested) return cancelled(count);
  const told = () => (listed ? { found: [...found.values()].flat() } : {});
  // Pictures that nothing names are nobody's change.
  if (changed) return { ...count, ...told() };
  if (uri === undefined) session.diagnose.keepOnly(checked);
  const folders = places.filter((place) => !isArticleName(place));
  const unused = await unusedPictures(folders, session);
  pictureFindings(session).show(unused, folders);
  for (const picture of unused) take(picture.uri, [picture.finding], lineStarts(''));
  return { ...count, counts: addCounts(count.counts, countFindings(unused.map(({ finding }) => finding))), ...told() };
};
