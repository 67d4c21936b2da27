import { isPictureName, watchedPictures } from '../model/picture-formats.ts';
import { plainUri } from '../newsroom/uri.ts';

/** How often pictures changed under their names: what shows them asks for them anew then, and else keeps what it has. */
export interface PictureVersions {
  /** Files came, went or changed. Returns whether a picture was among them. */
  changed(uris: readonly string[]): boolean;
  /** How many times any was told to have changed. */
  count(): number;
  /** What follows a picture's address: empty until it has changed. */
  suffix(uri: string): string;
}

/** Versions from now on. */
export function pictureVersions(): PictureVersions {
  const versions = new Map<string, number>();
  let count = 0;
  return {
    changed(uris) {
      const pictures = uris.map(plainUri).filter((uri) => isPictureName(uri, watchedPictures));
      for (const uri of pictures) versions.set(uri, (versions.get(uri) ?? 0) + 1);
      count += pictures.length;
      return pictures.length > 0;
    },
    count: () => count,
    suffix(uri) {
      const version = versions.get(plainUri(uri));
      return version === undefined ? '' : `?version=${version}`;
    },
  };
}
