import { isWritable } from '../../writing/field-form.ts';
import type { Reviewed } from '../reviews.ts';
import type { Session } from '../session.ts';

/** The review of an open article whose front matter can be written; `undefined` for anything else. */
export async function writable(session: Session, uri: string): Promise<Reviewed | undefined> {
  const reviewed = await session.reviews.current(uri);
  return reviewed?.isArticle && isWritable(reviewed.article) ? reviewed : undefined;
}
