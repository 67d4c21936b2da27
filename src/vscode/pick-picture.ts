import * as vscode from 'vscode';
import type { PictureChoice } from '../server/protocol.ts';
import type { Desk } from './client.ts';
import { pickBySound } from './pick-by-sound.ts';

/**
 * Lets a picture of the newsroom be picked by its looks, its name or what it says of itself.
 * @returns `otherwise` for one that is written by hand, `undefined` when the user gave up
 */
export async function pickPicture(desk: Desk, near: vscode.Uri): Promise<PictureChoice | 'otherwise' | undefined> {
  const pictures = await desk.ask('copydesk/pictures', { uri: desk.uri(near) });
  if (pictures.length === 0) return 'otherwise';
  const items = pictures.map((picture) => {
    const slash = picture.path.lastIndexOf('/');
    return {
      label: picture.path.slice(slash + 1),
      description: slash < 0 ? '' : picture.path.slice(0, slash),
      detail: [picture.caption, picture.photographers.join('、')].filter((part) => part !== '').join('　'),
      iconPath: vscode.Uri.parse(picture.uri, true),
      sounds: picture.sounds,
      picture,
    };
  });
  const other = {
    label: `$(edit) ${vscode.l10n.t('Another picture, written by hand')}`,
    sounds: [],
    picture: 'otherwise' as const,
  };
  const rows: readonly ((typeof items)[number] | typeof other)[] = [...items, other];
  const chosen = await pickBySound(rows, {
    title: vscode.l10n.t('Pictures'),
    placeHolder: vscode.l10n.t('Which picture? Name, pinyin, folder or what it shows'),
  });
  return chosen?.picture;
}
