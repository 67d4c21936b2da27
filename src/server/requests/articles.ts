import { isArticle } from '../../engine/is-article.ts';
import { soundsOf } from '../../model/pinyin.ts';
import { reference } from '../../newsroom/near.ts';
import { nameOf, parentUri } from '../../newsroom/uri.ts';
import { namesOfRole } from '../../reading/fields.ts';
import { rootFor } from '../own-templates.ts';
import type { ArticleChoice } from '../protocol.ts';
import { latestFirst } from '../surroundings.ts';
import type { DeskHandler } from './request.ts';

/** The articles of the newsroom that a document or a folder belongs to. */
export const articles: DeskHandler<'copydesk/articles'> = async (session, { uri }) => {
  const inForce = await session.houses.of(uri);
  const root = rootFor(session, inForce, uri);
  if (root === undefined) return [];
  const folder = session.folders().includes(uri) ? uri : (parentUri(uri) ?? root);
  // Without front matter, what describes the repository is none.
  const inHouse = inForce.file !== undefined;
  const titles = namesOfRole(inForce.house, 'title');
  const found = [...(await session.index.articles(root, inForce))]
    .filter(
      ([each, values]) => each !== uri && (values.size > 0 || isArticle({ path: nameOf(each), text: '', inHouse })),
    )
    .map(([each, values]) => {
      const title = titles.flatMap((one) => values.get(one) ?? [])[0] ?? '';
      const name = nameOf(each);
      return { uri: each, path: reference(root, folder, each), title, name, sounds: soundsOf(title || name) };
    });
  return found.sort(latestFirst).map(({ name: _, ...choice }): ArticleChoice => choice);
};
