import { pictureHead } from '../../model/picture-size.ts';
import { type PictureWords, pictureWords } from '../../model/picture-words.ts';
import { soundsOf } from '../../model/pinyin.ts';
import { owningFolder } from '../../newsroom/find-house.ts';
import { reference } from '../../newsroom/near.ts';
import { nameOf, parentUri } from '../../newsroom/uri.ts';
import { rootFor } from '../own-templates.ts';
import type { PictureChoice } from '../protocol.ts';
import type { DeskHandler } from './request.ts';

/** So many of the nearest pictures are asked for their words. */
const most = 200;
/** How many files are read at a time. */
const batch = 16;

/** What pictures say of themselves, for as long as the list of pictures is the same. */
const known = new WeakMap<object, Map<string, PictureWords>>();

/** The newsroom's pictures as an article refers to them: those that say what they show first, then the nearest. */
export const pictures: DeskHandler<'copydesk/pictures'> = async (session, { uri }, token) => {
  const inForce = await session.houses.of(uri);
  const root = owningFolder(session.folders(), uri) ?? rootFor(session, inForce, uri);
  const folder = parentUri(uri);
  if (root === undefined || folder === undefined) return [];
  const uris = await session.index.images(root);
  const steps = (path: string): number => path.split('/').length;
  const found = uris
    .map((each) => ({ uri: each, path: reference(root, folder, each) }))
    .sort((a, b) => steps(a.path) - steps(b.path) || (a.path < b.path ? -1 : 1));
  const words = known.get(uris) ?? new Map<string, PictureWords>();
  known.set(uris, words);
  const wanted = found.slice(0, most).filter((each) => !words.has(each.uri));
  for (let from = 0; from < wanted.length && !token.isCancellationRequested; from += batch) {
    await Promise.all(
      wanted.slice(from, from + batch).map(async (each) => {
        const head = await session.world.readHead(each.uri, pictureHead);
        words.set(each.uri, head ? pictureWords(head) : { caption: '', photographers: [] });
      }),
    );
  }
  const all = found.map(({ uri: each, path }): PictureChoice => {
    const { caption = '', photographers = [] } = words.get(each) ?? {};
    return { uri: each, path, caption, photographers, sounds: soundsOf(`${nameOf(each)} ${caption}`) };
  });
  return [...all.filter(({ caption }) => caption !== ''), ...all.filter(({ caption }) => caption === '')];
};
