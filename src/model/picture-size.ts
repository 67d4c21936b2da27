import { imageSize } from 'image-size';

/** How much of a picture's file is read to tell its size: a camera may put a preview before it. Bytes. */
export const pictureHead = 262_144;

/** The width and height of a picture in pixels, from the head of its file; `undefined` when they cannot be told. */
export function pictureSize(head: Uint8Array): { readonly width: number; readonly height: number } | undefined {
  try {
    const { width, height, orientation } = imageSize(uncopied(head));
    if (!(width > 0 && height > 0)) return undefined;
    // A photo that is stored lying and shown upright.
    return (orientation ?? 1) >= 5 ? { width: height, height: width } : { width, height };
  } catch {
    return undefined;
  }
}

/**
 * Bytes of which no piece is a copy. What measures a JPEG cuts off its segments one by one and goes on with the rest: with
 * copies, a head of segments without length takes ten seconds.
 */
function uncopied(bytes: Uint8Array): Uint8Array {
  return Object.defineProperty(bytes.subarray(), 'slice', {
    value: (start?: number, end?: number) => uncopied(bytes.subarray(start, end)),
  });
}
