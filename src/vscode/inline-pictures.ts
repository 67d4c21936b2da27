import * as vscode from 'vscode';

/** The largest picture that is put into a page, in bytes, and the most of all pictures together. */
const largest = 8_000_000;
const most = 40_000_000;

const types: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  svg: 'image/svg+xml',
  bmp: 'image/bmp',
};

/** HTML with its pictures inside. */
export interface Inlined {
  readonly html: string;
  /** Names of the pictures that could not be read, or are too large: they are left out. */
  readonly missing: readonly string[];
}

/**
 * Puts pictures of the workspace into HTML as `data:` URLs.
 *
 * @param pictures uris as they stand in `src` attributes of `html`
 */
export async function inlinePictures(html: string, pictures: readonly string[]): Promise<Inlined> {
  const urls = new Map<string, string>();
  const missing: string[] = [];
  let total = 0;
  for (const picture of pictures) {
    const uri = vscode.Uri.parse(picture, true);
    const type = types[uri.path.slice(uri.path.lastIndexOf('.') + 1).toLowerCase()];
    try {
      const { size } = await vscode.workspace.fs.stat(uri);
      if (type === undefined || size > largest || total + size > most) throw new RangeError('too large');
      urls.set(picture, `data:${type};base64,${base64(await vscode.workspace.fs.readFile(uri))}`);
      total += size;
    } catch {
      missing.push(uri.path.slice(uri.path.lastIndexOf('/') + 1));
    }
  }
  const inlined = html.replace(/ src="([^"]*)"/g, (whole, written: string) => {
    const picture = pictures.find((one) => escaped(one) === written);
    if (picture === undefined) return whole;
    const url = urls.get(picture);
    return url === undefined ? '' : ` src="${url}"`;
  });
  return { html: inlined, missing };
}

/** As the page writes attributes. */
function escaped(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}

function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}
