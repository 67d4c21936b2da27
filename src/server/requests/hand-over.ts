import { owningFolder } from '../../newsroom/find-house.ts';
import { handOver as handedOver } from '../hand-over.ts';
import { rootFor } from '../own-templates.ts';
import type { DeskHandler } from './request.ts';

/** An article as the next desk takes it. */
export const handOver: DeskHandler<'copydesk/handOver'> = async (session, wanted) => {
  const reviewed = await session.reviews.current(wanted.uri);
  if (!reviewed?.isArticle) return null;
  return handedOver(reviewed, wanted, {
    root: ({ uri, inForce }) => owningFolder(session.folders(), uri) ?? rootFor(session, inForce, uri),
    ownPages: session.ownPages,
    world: session.world,
    locale: session.locale,
    now: session.now,
  });
};
