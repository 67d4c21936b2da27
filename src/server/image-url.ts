import type { Facts } from '../checks/check.ts';
import { parentUri, resolveUri } from '../newsroom/uri.ts';
import type { PictureVersions } from './picture-versions.ts';
import type { ImageBase } from './protocol.ts';

/** Where the preview shows an image: only files of the workspace that are there. */
export function imageUrl(
  uri: string,
  images: ImageBase,
  src: string,
  facts: Facts,
  versions: PictureVersions,
): string | undefined {
  const folder = parentUri(uri);
  const target =
    folder === undefined || facts.files.get(src) === false
      ? undefined
      : (facts.places?.get(src) ?? resolveUri(folder, images.root, src));
  return target === undefined ? undefined : fileUrl(target, images, versions);
}

/** Where the preview shows a file that is there; `undefined` for one outside the workspace. */
export function fileUrl(target: string, { root, base }: ImageBase, versions: PictureVersions): string | undefined {
  if (!target.startsWith(root.endsWith('/') ? root : `${root}/`)) return undefined;
  return base + target.slice(root.endsWith('/') ? root.length - 1 : root.length) + versions.suffix(target);
}
